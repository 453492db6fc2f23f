"""Where in a text the reasons of a diagnosis stand: the deciding words, each place with a number."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import count
from typing import NamedTuple

import re2

from troubleshooter.domain import Clause, Evidence, Span

MOST_MARKED = 400  # characters: a mark on a whole body points at nothing
BEGINNING = 40  # characters of something longer that are marked instead
ALIKE = dict.fromkeys("'’‘`", r"['’‘`]") | dict.fromkeys('"“”', r'\\*["“”]')


class Mark(NamedTuple):
    """A place in the text and its number on the page."""

    span: Span
    number: int


class Places(NamedTuple):
    """Marks in the order of the text, none over another, and the number of each reason."""

    marks: tuple[Mark, ...] = ()
    numbers: Mapping[Evidence, int] = {}


NOWHERE = Places()


def numbered(text: str, because: Iterable[Sequence[Evidence]]) -> Places:
    """A number for each place that a reason rests on, in the order of the reasons.

    Reasons that rest on the same words, or on words that overlap, have one number together.
    """
    spans = {evidence: place(evidence, text) for reasons in because for evidence in reasons}
    spans = {evidence: span for evidence, span in spans.items() if span.start < span.end}
    blocks = apart(spans.values())
    starts = [block.start for block in blocks]
    homes = {e: blocks[bisect_right(starts, span.start) - 1] for e, span in spans.items()}
    numbers = dict(zip(dict.fromkeys(homes.values()), count(1), strict=False))
    marks = tuple(Mark(block, numbers[block]) for block in blocks)
    return Places(marks, {evidence: numbers[home] for evidence, home in homes.items()})


def apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that overlap put together.

    >>> apart([Span(5, 9), Span(0, 3), Span(2, 4)])
    [Span(start=0, end=4), Span(start=5, end=9)]
    """
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def place(evidence: Evidence, text: str) -> Span:
    """The words that decided; else the whole of a short fact, or the beginning of a long one."""
    clause, fact = evidence
    start, end = fact.span
    if fact.name == "shape":
        return Span(start, min(start + 1, end))  # the bracket that a body begins with
    if words := words_of(clause, text[start:end]):
        return Span(start + words.start, start + words.end)
    return fact.span if end - start <= MOST_MARKED else Span(start, start + BEGINNING)


def words_of(clause: Clause, text: str) -> Span | None:
    """Where the words of a clause stand in a fact, None if it is about the fact as a whole.

    >>> words_of(Clause("message", "contains", ("can't  be found",)), "It CAN’T be\\nfound.")
    Span(start=3, end=17)
    """
    if clause.test == "is" or not clause.values:
        return None
    if clause.test == "matches" and len(text.split()) == 1:
        return None  # a pattern says of one word what it is like, not which part of it counts
    found = pattern(clause.test, clause.values[0]).search(text)
    span = Span(*found.span()) if found else None
    return span if span and span.end - span.start <= MOST_MARKED else None


@cache
def pattern(test: str, value: str) -> "re2._Regexp":
    """What finds the words of a clause, as far as rules do not tell them from others."""
    if test == "matches":
        return re2.compile(value)
    words = ("".join(ALIKE.get(sign, re2.escape(sign)) for sign in word) for word in value.split())
    return re2.compile("(?i)" + r"[\s\x{a0}]+".join(words))
