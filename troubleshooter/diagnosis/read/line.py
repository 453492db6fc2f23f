"""Plain lines: sentences, log lines, exceptions, a bare status or code."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.read.coded import is_coded, uncoded
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

PHRASES = (
    "OK|Created|Found[:).]|Accepted|No Content|Bad Request|Unauthorized|Payment Required|Forbidden|Not Found"
    "|Method Not Allowed|Conflict|Unsupported Media Type|Unprocessable|Locked|Too Many Requests"
    "|(?:Internal )?Server Error|Bad Gateway|Service Unavailable|Gateway Time"
)
NORDIC_ERROR = "feil|fejl|fel|virhe"
NORDIC_CODE = "feilkode|fejlkode|felkod|virhekoodi"
TOLD = "responded with|response(?: code)?|got|get|gives|gave|returned|returns|received"
STATUS = re2.compile(
    "(?im)"
    + "|".join(
        (
            r"""\bHTTP(?:/\d(?:\.\d)?)?["']?[ :=-]*(?:(?:error|status|response|code)[ :=-]*)*(\d{3})\b""",
            r"""\b(?:http[_ -]?)?status(?:[_ -]?code)?["']?(?: of|\s*(?:=>|[:=]))?\s*["'`(]?(\d{3})\b""",
            rf"\b([1-5]\d\d)\W{{1,3}}(?:{PHRASES})",
            r"""\bresulted in an? ["'`]([1-5]\d\d)\b""",
            rf"\b(?:{NORDIC_ERROR}|{NORDIC_CODE}|statuskode|statuskod|tilakoodi)[ :]*([45]\d\d)\b",
            # "got a 500 from", "returned 404.": but not "returned 500 items"
            rf"""\b(?:{TOLD})(?: an?)?[ :=]*["'`(]?([1-5]\d\d)"""
            r"""(?: (?:from|error|response|status|on|when|for)\b|["'`).,;:]|\s*$)""",
        )
    )
)
CODE = re2.compile(
    "(?i)"
    + "|".join(
        (
            rf"\b(?:error[ _-]?code|{NORDIC_CODE})"
            r"""["'`\])]*\s*(?:=>|[:=]|is)?\s*["'`(\[]?([A-Z]\w+-\d{5}|\d{2,6})\b""",
            r"^\W*(?:error|code)[ :=#]*(\d{2,6})\b",
            r"\b(?:api|ecom|vipps|epayment|payment|with|got|gave) (?:error|code)[ :#]*(\d{2,6})\b",
            r"\b(AADSTS\d{4,7})\b",
        )
    )
)
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


def numbers(text: str) -> Iterator[tuple[str, Span]]:
    """The statuses and codes that a text speaks of, each with its place."""
    for span, _ in groups(text, STATUS):
        yield "status", span
    for span, group in groups(text, CODE):
        number = text[span.start : span.end]
        called_code = group == 1  # "errorCode 500" is a code, "error 500" a status
        is_status = len(number) == 3 and number[0] in "45" and not called_code
        yield "status" if is_status else "code", span


def groups(text: str, pattern: Any) -> Iterator[tuple[Span, int]]:
    """Where a pattern matches: the group that did, and its number."""
    for found in pattern.finditer(text):
        number = next(n for n, group in enumerate(found.groups(), start=1) if group is not None)
        yield Span(*found.span(number)), number


def bare_number(paste: Paste, number: str) -> Fact:
    """Nothing but digits: three of them that can be a status are one, anything else is a code."""
    start = paste.text.index(number)
    name = "status" if len(number) == 3 and number[0] in "12345" else "code"
    return paste.quote(name, Span(start, start + len(number)))
