"""Texts inside texts: an escaped, percent-coded or quoted text, read plainly, with the way back.

Redaction and reading look at the same paste through several encodings and must then point at the
place in the paste itself. Everything here is linear in the length of the text.
"""

import html
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
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

    def changes(self) -> Iterator[tuple[int, int]]:
        """Where `text` differs from the text that it was decoded from."""
        ends = [*self._views[1:], len(self.text)]
        for start, end, same in zip(self._views, ends, self._same, strict=True):
            if not same:
                yield start, end

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
    pieces: list[str] = []
    views: list[int] = []
    froms: list[int] = []
    tos: list[int] = []
    same: list[bool] = []
    length = done = 0
    text, end = source.text, -1
    for start, end, other in others:
        if start > done:
            pieces.append(text[done:start])
            views.append(length)
            froms.append(done)
            tos.append(start)
            same.append(True)
            length += start - done
        pieces.append(other)
        views.append(length)
        froms.append(start)
        tos.append(end)
        same.append(False)
        length += len(other)
        done = end
    if end < 0:
        return source
    pieces.append(text[done:])
    stretches = [*views, length], [*froms, done], [*tos, len(text)], [*same, True]
    return Decoded("".join(pieces), source, stretches)


def without_halves(text: str) -> str:
    r"""The text with a mark for each half of a letter, which a `\ud83d` alone stands for.

    >>> without_halves("\ud83d"), without_halves("sjø")
    ('�', 'sjø')
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


SHORT_CODES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", **{c: c for c in "\"'\\/"}}
HEX = frozenset("0123456789abcdefABCDEF")


def backslash_codes(text: str) -> Iterator[Replacement]:
    r"""What the backslash codes of JSON stand for: `\n`, `\"`, `\u00e9`, a surrogate pair."""
    at = text.find("\\")
    while at >= 0:
        end = at + 2
        letter = SHORT_CODES.get(text[at + 1 : end])
        if letter is None and text.startswith("u", at + 1):
            letter, end = unit_code(text, at)
        if letter is not None:
            yield at, end, letter
            at = end - 1
        at = text.find("\\", at + 1)


def unit_code(text: str, at: int) -> tuple[str | None, int]:
    """The letter that `\\u` and four digits stand for, or two of these, and where they end."""
    unit, end = text[at + 2 : at + 6], at + 6
    if len(unit) < 4 or not HEX.issuperset(unit):
        return None, end
    low = text[at + 8 : at + 12]
    halves = text.startswith("\\u", end) and len(low) == 4 and HEX.issuperset(low)
    if halves and 0xD800 <= int(unit, 16) < 0xDC00 <= int(low, 16) < 0xE000:
        unit, end = unit + low, at + 12
    return bytes.fromhex(unit).decode("utf-16-be", "replace"), end


PERCENT_CODES = {
    sign: chr(int(sign, 16)) for sign in (high + low for high in "01234567" for low in sorted(HEX))
}


def percent_codes(text: str) -> Iterator[Replacement]:
    """What `%41` stands for, and rows of codes beyond ASCII."""
    at = text.find("%")
    while at >= 0:
        end = at + 3
        letter = PERCENT_CODES.get(text[at + 1 : end])
        if letter is None:
            end = at
            while text.startswith("%", end) and is_high(text[end + 1 : end + 3]):
                end += 3
            letter = unquote(text[at:end])
        if end > at:
            yield at, end, letter
            at = end - 1
        at = text.find("%", at + 1)


def is_high(code: str) -> bool:
    return len(code) == 2 and HEX.issuperset(code) and code not in PERCENT_CODES


BACKSLASH = Encoding("\\", backslash_codes)
PERCENT = Encoding("%", percent_codes)
PLUS = coded("+", re2.compile(r"\+"), lambda _: " ")
"""What a form has for a space; a plus of its own is `%2B` there."""
ENTITIES = coded(
    "&", re2.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|\w{2,8});"), html.unescape
)
COLOURS = coded(
    "[",
    re2.compile(
        r"(?:\x1b|␛|\\+(?:u001[bB]|x1[bB]|0?33|e))\[[0-9;]*[A-Za-z]|\[(?:0|[0-9]{1,2};)?[0-9]{1,2}m"
    ),
    lambda _: "",
)
"""Signs of a terminal for colours, also told in letters, or with their first sign lost."""
CURLY = coded("", re2.compile("[“”„«»]"), lambda _: '"')
"""The quotation marks that word processors make of straight ones."""
DOUBLED = coded('""', re2.compile('""'), lambda _: '"')
"""Quotation marks in a cell of a spreadsheet."""
