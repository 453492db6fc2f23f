"""A place in a text where a secret is announced by its name, and where the value ends there."""

from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

import re2

from troubleshooter.diagnosis.redact.ends import (
    BRACKET,
    LINE,
    QUOTES,
    TAG,
    TIGHT_LINE,
    WORD,
    Ends,
    backslashes,
)
from troubleshooter.diagnosis.redact.names import BY_NAME
from troubleshooter.diagnosis.redact.rules import Name, squeezed
from troubleshooter.diagnosis.redact.words import STAND_IN, is_innocent, is_stand_in

STATUS = re2.compile("[1-5][0-9]{2}")
CLOSER = {"<": ">", "[": "]", "{": "}", "(": ")"}

ENOUGH = 400
"""Characters of a value that suffice to judge it: a name may stand before 64 KiB."""


PLURAL = ("s", "S")
"""What follows a name that stands for several values, or for how many there are."""


class Secret(NamedTuple):
    """The part of a text that goes, and what it is."""

    start: int
    end: int
    kind: str


def is_in_tag(between: str) -> bool:
    """Is it the name of a tag that stands before this?"""
    if ">" not in between and "CDATA[" not in between:
        return False
    between = between.rstrip("\"'`\\")
    return between.endswith((">", "CDATA[")) and not between.endswith("=>")


class Place(NamedTuple):
    """A sensitive name in a text, and where its value begins.

    `name` is where the whole identifier begins, `between` what stands from its end to the value,
    `quote` the quote that opens the value, if there is one. Names of tags, `<client_secret>`, are
    `in_tag`.
    """

    ends: Ends
    rule: Name
    name: int
    start: int
    between: str
    loose: bool
    quote: str
    in_tag: bool

    @property
    def text(self) -> str:
        return self.ends.text

    @property
    def closes(self) -> bool:
        """Does the quote close a text that the name stands in: `'token: ' . $token`?"""
        before = self.text[max(0, self.name - 1) : self.name]
        return self.quote != "" and before == self.quote and self.between.count(before) == 1

    @property
    def ends_inside(self) -> bool:
        """Can the value not end later than one around it?"""
        digits = self.rule.takes in ("phone", "national id")
        return not self.quote and not self.in_tag and not digits

    def shown(self, start: int, end: int) -> str:
        """The value, or enough of it to judge it by."""
        return self.text[start : min(end, start + ENOUGH)]

    def is_status(self, value: str) -> bool:
        """Is it the answer to a request: `token: 400 {"error": …}`?"""
        return (
            not self.quote and ":" in self.between and bool(STATUS.fullmatch(value.split(" ")[0]))
        )

    def is_innocent(self, start: int, end: int) -> bool:
        """Is the value ordinary text, a stand-in, or the name of another secret?"""
        value = self.shown(start, end)
        if not self.rule.words and self.is_status(value):
            return True
        if value.removeprefix("+").isdecimal():
            return False
        if not self.rule.words and squeezed(value) in BY_NAME:
            return True
        if ("%" in value or "&" in value) and is_stand_in(unescape(unquote(value))):
            return True
        sentence = not self.quote and (":" in self.between or self.loose)
        line = self.text[start : start + ENOUGH].partition("\n")[0]
        return is_innocent(value, line if sentence else value, phrase=self.rule.words)


def value_at(place: Place, start: int, *, line: bool = False) -> tuple[int, int]:
    """Start and end of the value that begins at `start`; with `line` it is the rest of its line."""
    text = place.text
    if text.startswith("‹", start) and not place.quote:
        closed = text.find("›", start, start + ENOUGH) + 1  # looks like a placeholder, but is none
        return start, max(closed, end_of(place, start, line))
    if place.quote or not text.startswith(("<", "[", "{", "("), start):
        return start, end_of(place, start, line)
    if place.in_tag and text.startswith("<", start):
        return start, start  # another element
    stand_in = STAND_IN.match(text[start : start + 160])
    if stand_in:
        return start, end_of(place, start + stand_in.end(), line)
    inner = start + 1 + text.startswith(text[start], start + 1)
    if not text[inner : inner + 1].isalnum():
        return start, start  # an object or a list: its own members are looked at by their names
    end = end_of(place, inner, line)
    return inner, end - text.endswith(CLOSER[text[start]], inner, end)


def end_of(place: Place, start: int, line: bool) -> int:
    """Where the value ends: with its quotes, its tag, its line or its word."""
    ends, between = place.ends, place.between
    if place.quote:
        return ends.quoted(start, place.quote, backslashes(between[:-1]))
    if place.in_tag:
        end = ends.after(start, TAG)
        if not place.text.startswith(("</", "]]>"), end):
            return end_of_word(ends, start)
        return end - (start < end and between[-1] in QUOTES and place.text[end - 1] == between[-1])
    if ":" in between or "=>" in between or line:
        return end_of_header(place, start, line or "=>" in between)
    around = place.text[place.name - 1 : place.name]
    if place.rule.words and "=" in between and around in QUOTES and around not in between:
        end = ends.quoted(start, around, 0)
        return end if "&" not in place.text[start:end] else end_of_word(ends, start)
    return end_of_word(ends, start)


def end_of_header(place: Place, start: int, line: bool) -> int:
    """Where `name: value` ends: with the quotes or brackets around both, the line, or the word."""
    ends, before = place.ends, place.text[max(0, place.name - 24) : place.name]
    rest_of_line = ends.after(start, TIGHT_LINE if place.between.endswith(":") else LINE)
    if before.endswith("[") and "]" not in place.between:
        return min(rest_of_line, ends.after(start, BRACKET))
    if before.endswith(QUOTES) and before[-1] not in place.between:
        return min(rest_of_line, ends.quoted(start, before[-1], backslashes(before[:-1])))
    if line or not before.rpartition("\n")[2].strip(" \t<>*|#-"):
        return rest_of_line
    return end_of_word(ends, start)


def end_of_word(ends: Ends, start: int) -> int:
    """Where a word ends, without what closes the sentence or the brackets around it."""
    end, text = ends.after(start, WORD), ends.text
    while end > start and text[end - 1] in ",;:.)]}|" and not text.endswith("...", start, end):
        end -= 1
    return end
