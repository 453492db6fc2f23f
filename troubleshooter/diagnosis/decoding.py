"""Texts inside texts: an escaped, percent-coded or quoted text, read plainly, with the way back.

Redaction and reading look at the same paste through several encodings and must then point at the
place in the paste itself. Everything here is linear in the length of the text.
"""

import html
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

import re2

from troubleshooter.domain import Span


class Decoded:
    """A text and, for each stretch of it, where that stands in the text it was decoded from.

    >>> said = decode(plain('say %22hi%22'), PERCENT)
    >>> said.text, said.span(4, 8)
    ('say "hi"', Span(start=4, end=12))
    """

    __slots__ = ("_froms", "_same", "_tos", "_views", "origin", "text")

    def __init__(
        self,
        text: str,
        origin: "Decoded | None",
        stretches: tuple[list[int], list[int], list[int], list[bool]],
    ) -> None:
        self.text = text
        self.origin = origin
        self._views, self._froms, self._tos, self._same = stretches

    def span(self, start: int, end: int) -> Span:
        """Where `text[start:end]` stands in the paste."""
        first = bisect_right(self._views, start) - 1
        found = self._froms[first] + (start - self._views[first] if self._same[first] else 0)
        if end <= start:
            return self.back(found, found)
        last = bisect_right(self._views, end - 1) - 1
        inside = self._froms[last] + end - self._views[last]
        return self.back(found, inside if self._same[last] else self._tos[last])

    def back(self, start: int, end: int) -> Span:
        return self.origin.span(start, end) if self.origin else Span(start, end)

    def cut(self, start: int, end: int) -> "Decoded":
        """A part of the text that still knows its place in the paste."""
        return Decoded(self.text[start:end], self, ([0], [start], [end], [True]))


class Plain(Decoded):
    """The paste itself, read as it is."""

    __slots__ = ()

    def span(self, start: int, end: int) -> Span:
        return Span(start, end)


def plain(text: str) -> Decoded:
    """The paste itself, read as it is."""
    return Plain(text, None, ([0], [0], [len(text)], [True]))


class Encoding(NamedTuple):
    """A way to write a text inside another: what its codes look like and what each stands for."""

    sign: str
    codes: object
    meaning: Callable[[str], str]


def decode(source: Decoded, encoding: Encoding) -> Decoded:
    """The text with every code replaced by what it stands for; the same text when there is none."""
    text = source.text
    if encoding.sign not in text:
        return source
    codes = (code.span() for code in encoding.codes.finditer(text))  # type: ignore[attr-defined]
    return replaced(source, ((*span, encoding.meaning(text[slice(*span)])) for span in codes))


def replaced(source: Decoded, others: Iterable[tuple[int, int, str]]) -> Decoded:
    """The text with another text in place of each stretch (start, end, other), given in order.

    >>> replaced(plain("a b c"), [(2, 3, "…")]).text
    'a … c'
    """
    pieces: list[str] = []
    views: list[int] = []
    froms: list[int] = []
    tos: list[int] = []
    same: list[bool] = []
    length = done = 0

    def add(piece: str, start: int, end: int, literal: bool) -> None:
        nonlocal length
        pieces.append(piece)
        views.append(length)
        froms.append(start)
        tos.append(end)
        same.append(literal)
        length += len(piece)

    for start, end, other in others:
        if start > done:
            add(source.text[done:start], done, start, True)
        add(other, start, end, False)
        done = end
    if not pieces:
        return source
    add(source.text[done:], done, len(source.text), True)
    return Decoded("".join(pieces), source, (views, froms, tos, same))


def unescape(code: str) -> str:
    r"""What a backslash code of JSON stands for: `\n`, `\"`, `é`, a surrogate pair."""
    if code[1] == "u":
        units = [int(unit, 16) for unit in code.split("\\u")[1:]]
        packed = b"".join(unit.to_bytes(2, "big") for unit in units)
        return packed.decode("utf-16-be", "replace")
    return SHORT_CODES.get(code[1], code[1])


FEW_CODES = 256
"""How many codes are remembered: a text has the same few again and again."""
SHORT_CODES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}

BACKSLASH = Encoding(
    "\\",
    re2.compile(
        r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}"
        r"""|\\u[0-9a-fA-F]{4}|\\["'\\/bfnrt]"""
    ),
    unescape,
)
PERCENT = Encoding(
    "%",
    re2.compile(r"%[0-7][0-9A-Fa-f]|(?:%[89A-Fa-f][0-9A-Fa-f])+"),
    lru_cache(FEW_CODES)(unquote),
)
PLUS = Encoding("+", re2.compile(r"\+"), lambda _: " ")
"""What a form has for a space; a plus of its own is `%2B` there."""
ENTITIES = Encoding(
    "&", re2.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,8});"), html.unescape
)
COLOURS = Encoding("\x1b", re2.compile(r"\x1b\[[0-9;]*[A-Za-z]"), lambda _: "")
CURLY = Encoding("", re2.compile("[“”„«»]"), lambda _: '"')
"""The quotation marks that word processors make of straight ones."""
DOUBLED = Encoding('""', re2.compile('""'), lambda _: '"')
"""Quotation marks in a cell of a spreadsheet."""
