"""Plain lines: sentences, log lines, exceptions, a bare status or code."""

from collections.abc import Iterator, Sequence

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.read.coded import is_coded, uncoded
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.records import Records
from troubleshooter.diagnosis.read.sentences import paragraphs, unbroken
from troubleshooter.diagnosis.read.told import groups, numbers
from troubleshooter.domain import Fact, Span

TYPE = re2.compile(r"\bproblems(?:/recurring/|#)([a-z][a-z0-9-]+)\b")
"""The end of a problem type that stands alone. Its beginning changed with every home of the documentation."""

EXCEPTION = re2.compile(r"\b((?:[A-Za-z_]\w*[.\\])*[A-Z]\w*(?:Exception|Error))\b:?")
TIME = re2.compile(r"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?")
MOST_TIMES = 3
SHORTEST = 2  # characters: one says nothing, and a paste may have thousands of such lines


def facts(paste: Paste) -> Iterator[Fact]:
    if paste.only:
        return
    bare = paste.text.strip()
    if bare.isdigit() and len(bare) <= 6:
        yield bare_number(paste, bare)
        return
    yield from times(paste)
    lines = list(paste.lines())
    found = [*told(paste)] if lines else []
    records = Records(paste, [fact.span for fact in found if fact.name == "status"])
    for fact in (*found, *sentences(paste, lines)):
        yield fact._replace(within=records.around(fact.span))
    for span in lines:
        if is_coded(paste.text[span.start : span.end]):
            yield from told_in_codes(paste, uncoded(paste.plain.cut(*span)))


def sentences(paste: Paste, lines: Sequence[Span]) -> Iterator[Fact]:
    """Each line, and the lines of one sentence together."""
    for span in (*lines, *paragraphs(paste.text, lines)):
        if span.end - span.start >= SHORTEST:
            yield paste.quote("line", span)
    for span, said in unbroken(paste.text, lines):
        yield Fact("line", said, span, paste.whole)


def told_in_codes(paste: Paste, said: Decoded) -> Iterator[Fact]:
    """A status or a code that only shows when a line is read without its codes: `Status%3A%20404`."""
    for name, span in numbers(said.text):
        yield Fact(name, said.text[span.start : span.end], said.span(*span), paste.whole)


def times(paste: Paste) -> Iterator[Fact]:
    for found, _ in zip(TIME.finditer(paste.text), range(MOST_TIMES), strict=False):
        yield paste.quote("time", Span(*found.span()))


def told(paste: Paste) -> Iterator[Fact]:
    """Statuses, codes and exceptions that prose and logs speak of, outside any body."""
    for name, span in numbers(paste.text):
        if paste.is_outside(span):
            yield paste.quote(name, span)
    for span, _ in groups(paste.text, TYPE) if "problems" in paste.text else ():
        if paste.is_outside(span):
            yield paste.quote("type", span)
            yield Fact("api", "recurring", span, paste.whole)
    if "Exception" in paste.text or "Error" in paste.text:
        for span, _ in groups(paste.text, EXCEPTION):
            if paste.is_outside(span):
                yield paste.quote("exception", span)


def bare_number(paste: Paste, number: str) -> Fact:
    """Nothing but digits: three of them that can be a status are one, anything else is a code."""
    start = paste.text.index(number)
    name = "status" if len(number) == 3 and number[0] in "12345" else "code"
    return paste.quote(name, Span(start, start + len(number)))
