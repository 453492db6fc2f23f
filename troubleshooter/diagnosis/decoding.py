"""Texts inside texts: an escaped, percent-coded or quoted text, read plainly, with the way back.

Redaction and reading look at the same paste through several encodings and must then point at the
place in the paste itself. Everything here is linear in the length of the text.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

import re2

from troubleshooter.domain import Span


class Decoded:
    """A text and, for each stretch of it, where that stands in the text it was decoded from.

    >>> from troubleshooter.diagnosis.encodings import PERCENT
    >>> said = decode(plain('say %22hi%22'), PERCENT)
    >>> said.text, said.span(4, 8)
    ('say "hi"', Span(start=4, end=12))
    """

    __slots__ = ("_edges", "_views", "origin", "text")

    def __init__(
        self, text: str, origin: "Decoded | None", views: list[int], edges: list[int]
    ) -> None:
        """`edges` are where the stretches of the origin begin, and where the last one ends.

        Every other stretch, from the first on, reads the same here and there; each begins at the
        place in `text` that `views` has for it.
        """
        self.text = text
        self.origin = origin
        self._views, self._edges = views, edges

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the paste."""
        first = bisect_right(self._views, start) - 1
        found = self._edges[first] + (0 if first % 2 else start - self._views[first])
        if end <= start:
            return self.back(found, found)
        last = bisect_right(self._views, end - 1) - 1
        inside = self._edges[last] + end - self._views[last]
        return self.back(found, self._edges[last + 1] if last % 2 else inside)

    def back(self, start: int, end: int) -> Span:
        return self.origin.span(start, end) if self.origin else Span(start, end)

    def changes(self) -> Iterator[tuple[int, int]]:
        """Where `text` differs from the text that it was decoded from."""
        yield from zip(self._views[1::2], self._views[2::2], strict=True)

    def cut(self, start: int, end: int) -> "Decoded":
        """A part of the text that still knows its place in the paste."""
        return Decoded(self.text[start:end], self, [0], [start, end])


class Plain(Decoded):
    """The paste itself, read as it is."""

    __slots__ = ()

    def span(self, start: int, end: int) -> Span:
        return Span(start, end)


def plain(text: str) -> Decoded:
    """The paste itself, read as it is."""
    return Plain(text, None, [0], [0, len(text)])


Replacement = tuple[int, int, str]
"""Start and end of a stretch, and the text in its place."""


class Encoding(NamedTuple):
    """A way to write a text inside another.

    `sign` stands in every text that has codes of it; `codes` finds them, in the order of the text,
    each with what it stands for.
    """

    sign: str
    codes: Callable[[str], Iterable[Replacement]]


def coded(sign: str, pattern: "re2._Regexp", meaning: Callable[[str], str]) -> Encoding:
    """An encoding whose codes match a pattern. Where they come by tens of thousands, scan by hand."""

    def codes(text: str) -> Iterator[Replacement]:
        for code in pattern.finditer(text):
            yield *code.span(), meaning(code[0])

    return Encoding(sign, codes)


def decode(source: Decoded, encoding: Encoding) -> Decoded:
    """The text with every code replaced by what it stands for; the same text when there is none."""
    if encoding.sign not in source.text:
        return source
    return replaced(source, encoding.codes(source.text))


def replaced(source: Decoded, others: Iterable[Replacement]) -> Decoded:
    """The text with another text in place of each stretch (start, end, other), given in order.

    >>> replaced(plain("a b c"), [(2, 3, "…")]).text
    'a … c'
    """
    text, done = source.text, 0
    pieces: list[str] = []
    edges = [0]
    for start, end, other in others:
        pieces.append(text[done:start] if start > done else "")
        pieces.append(other)
        edges.append(start)
        edges.append(end)
        done = end
    if not pieces:
        return source
    views = [0, *accumulate(map(len, pieces))]
    return Decoded("".join([*pieces, text[done:]]), source, views, [*edges, len(text)])


def without_halves(text: str) -> str:
    r"""The text with a mark for each half of a letter, which a `\ud83d` alone stands for.

    >>> without_halves("\ud83d"), without_halves("sjø")
    ('�', 'sjø')
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
