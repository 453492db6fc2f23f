"""Which part of what stands behind a name is a number: of a telephone, a person, an account."""

from collections.abc import Callable, Iterator

import re2

from troubleshooter.diagnosis.redact.place import Place, Secret, value_at
from troubleshooter.diagnosis.redact.shapes_of_accounts import IPV4, IPV6, is_global

PHONE = re2.compile(r"[+(]{0,2}[0-9](?:[ ().+\-/]{0,2}[0-9]){4,15}")
NATIONAL_ID = re2.compile(r"[0-9](?:[ ./-]?[0-9]){5,11}(?:[-+A-FU-Y][0-9]{3}[0-9A-Y]|-[0-9]{4})?")
ACCOUNT = re2.compile(r"(?:[A-Z]{2})?[0-9](?:[ .-]?[0-9]){4,33}")
ADDRESS = re2.compile(rf"\b(?:{IPV4})\b|\b(?:{IPV6})")
WRAPPED = re2.compile(r"[-.()/]{0,2}[0-9]")
"""The rest of a number on the next line."""
TIME = re2.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:")
"""The begin of the next line of a log."""
LONGEST_LIST = 400


def digits_at(pattern: "re2._Regexp", text: str, least: int) -> int:
    """How far the digits reach at the start of the text; over the end of the line if too few."""
    row, _, rest = text.partition("\n")
    found = pattern.match(row)
    end = len(found[0]) if found else 0
    more = rest.lstrip(" >")
    if sum(map(str.isdecimal, row)) >= least or not row[-1:].isdecimal() or not WRAPPED.match(more):
        return end
    wrapped = pattern.match(row + more)
    if not wrapped or len(wrapped[0]) <= len(row) or sum(map(str.isdecimal, wrapped[0])) < least:
        return end
    return len(wrapped[0]) + len(rest) - len(more) + 1


def number(pattern: "re2._Regexp", least: int) -> Callable[[Place], Iterator[Secret]]:
    """The digits that follow, with what may stand between them; of a quoted value all of it.

    Where only a word before it hints, it must have at least `least` digits.
    """

    def digits(place: Place) -> Iterator[Secret]:
        begin, end = value_at(place, place.start)
        if place.loose and TIME.match(place.text[begin : begin + 20]):
            return
        if not place.quote and not place.text.startswith("‹", begin):
            end = begin + digits_at(pattern, place.text[begin : begin + 44], least)
        count = sum(map(str.isdecimal, place.shown(begin, end)))
        if count >= (least if place.loose else 5) and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)

    return digits


phone = number(PHONE, 8)
national_id = number(NATIONAL_ID, 10)
account = number(ACCOUNT, 8)


def addresses(place: Place) -> Iterator[Secret]:
    """Every public IP address in the rest of the line: proxies write them in a row."""
    line = place.text[place.start : place.start + LONGEST_LIST].partition("\n")[0]
    for found in ADDRESS.finditer(line):
        if is_global(found[0]):
            yield Secret(place.start + found.start(), place.start + found.end(), place.rule.kind)
