"""Plain lines: sentences, log lines, exceptions, a bare status or code."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.read.coded import is_coded, uncoded
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.told import groups, numbers
from troubleshooter.domain import Fact, Span

EXCEPTION = re2.compile(r"\b((?:[A-Za-z_]\w*[.\\])*[A-Z]\w*(?:Exception|Error))\b:?")
TIME = re2.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
MOST_TIMES = 3
MOST_BETWEEN = 3  # characters of white space between two lines of one sentence
SHORTEST_BROKEN = 20  # characters: before a capital, nobody breaks a line shorter than this
LONGEST_SENTENCE = 400  # characters: what is longer is no sentence, and is not read as one


def facts(paste: Paste) -> Iterator[Fact]:
    if paste.only:
        return
    bare = paste.text.strip()
    if bare.isdigit() and len(bare) <= 6:
        yield bare_number(paste, bare)
        return
    yield from times(paste)
    lines = list(paste.lines())
    for span in (*lines, *paragraphs(paste.text, lines)):
        yield paste.quote("line", span)
    if lines:
        yield from told(paste)
    for span in lines:
        if is_coded(paste.text[span.start : span.end]):
            yield from told_in_codes(paste, uncoded(paste.plain.cut(*span)))


def told_in_codes(paste: Paste, said: Decoded) -> Iterator[Fact]:
    """A status or a code that only shows when a line is read without its codes: `Status%3A%20404`."""
    for name, span in numbers(said.text):
        yield Fact(name, said.text[span.start : span.end], said.span(*span), paste.whole)


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Every two lines of one sentence, and all of its lines if there are more."""
    begin, count = 0, 1
    for first, second in pairwise(lines):
        if runs_on(text, first, second):
            yield Span(first.start, second.end)
            begin = first.start if count == 1 else begin
            count += 1
            if second.end - begin < LONGEST_SENTENCE:
                continue
        if count > 2:
            yield Span(begin, first.end)
        count = 1
    if count > 2:
        yield Span(begin, lines[-1].end)


def runs_on(text: str, first: Span, second: Span) -> bool:
    """Whether a sentence goes on in the next line: no full stop before it, a letter after it."""
    if second.start - first.end > MOST_BETWEEN or not text[second.start].isalpha():
        return False
    is_short = first.end - first.start < SHORTEST_BROKEN
    if is_short and not text[second.start].islower():
        return False
    return text[first.end - 1].isalpha() or text[first.end - 1] == ","


def times(paste: Paste) -> Iterator[Fact]:
    for found, _ in zip(TIME.finditer(paste.text), range(MOST_TIMES), strict=False):
        yield paste.quote("time", Span(*found.span()))


def told(paste: Paste) -> Iterator[Fact]:
    """Statuses, codes and exceptions that prose and logs speak of, outside any body."""
    for name, span in numbers(paste.text):
        if paste.is_outside(span):
            yield paste.quote(name, span)
    if "Exception" in paste.text or "Error" in paste.text:
        for span, _ in groups(paste.text, EXCEPTION):
            if paste.is_outside(span):
                yield paste.quote("exception", span)


def bare_number(paste: Paste, number: str) -> Fact:
    """Nothing but digits: three of them that can be a status are one, anything else is a code."""
    start = paste.text.index(number)
    name = "status" if len(number) == 3 and number[0] in "12345" else "code"
    return paste.quote(name, Span(start, start + len(number)))
