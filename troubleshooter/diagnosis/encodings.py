"""How texts are written inside others: with backslashes, percent signs, entities, colours …"""

import html
from collections.abc import Iterator
from urllib.parse import unquote

import re2

from troubleshooter.diagnosis.decoding import Encoding, Replacement, coded

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
    re2.compile(r"(?:\x1b|␛|\\+(?:u001[bB]|x1[bB]|0?33|e))\[[0-9;]*[A-Za-z]"),
    lambda _: "",
)
"""Signs of a terminal for colours, also told in letters."""
BARE_COLOUR = re2.compile(r"\[(?:0|[0-9]{1,2};)?[0-9]{1,2}m([^\s\[\]]{1,200}\])?")


def bare_colours(text: str) -> Iterator[Replacement]:
    """Signs of a terminal for colours whose first sign was lost. `[3mJJi]` is none: it has an end.

    >>> list(bare_colours("[32mkey[0m: [3mJJi]"))
    [(0, 4, ''), (7, 10, '')]
    """
    for code in BARE_COLOUR.finditer(text):
        if not code[1]:
            yield *code.span(), ""


BARE_COLOURS = Encoding("[", bare_colours)
CURLY = coded("", re2.compile("[“”„«»]"), lambda _: '"')
"""The quotation marks that word processors make of straight ones."""
DOUBLED = coded('""', re2.compile('""'), lambda _: '"')
"""Quotation marks in a cell of a spreadsheet."""
