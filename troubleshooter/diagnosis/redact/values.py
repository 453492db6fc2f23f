"""Which part of what stands behind a sensitive name is the secret."""

from collections.abc import Callable, Iterator, Mapping

import re2

from troubleshooter.diagnosis.redact.hinted import HEADER, NEXT_ITEM, is_hinted
from troubleshooter.diagnosis.redact.names import BY_NAME
from troubleshooter.diagnosis.redact.place import ENOUGH, Place, Secret, value_at
from troubleshooter.diagnosis.redact.rules import squeezed
from troubleshooter.diagnosis.redact.values_of_headers import cookies, scheme
from troubleshooter.diagnosis.redact.values_of_numbers import (
    account,
    addresses,
    national_id,
    phone,
)
from troubleshooter.diagnosis.redact.words import (
    is_sentence,
    is_stand_in,
    looks_secret,
)

FIRST_WORD = re2.compile(r"[^\s,;|]*[^\s,;|.:]|")
NEXT_PART = re2.compile(r"""\\*["'`]\s*(?:\+|\.{1,2}|&|[-=]>)\s*\\*["'`]""")
NAME_END = re2.compile(r"""\\*["'`]\s*[:=]""")
"""What stands behind a name, but not behind a part of a value."""
NEXT_WORD = re2.compile(
    r"[ \t]*(?:[,;/|&+]|\b(?:and|or|og|eller|och|ja|tai)\b)[ \t]*([^\s,;|&\"'`:=<>]{8,120})(?:[\s,;.|]|\z)"
)
MORE_NAMES = re2.compile(
    r"((?:,? (?:[A-ZÆØÅÄÖ][\wæøåäöéüÆØÅÄÖ.'’-]*|[0-9]{1,5}[A-Za-z]?))*)(?:[\s,;.)}\]]|\z)|()"
)
"""The rest of a name or an address, in capitals or digits."""

SAP_ID = re2.compile("[0-9A-F]{32}")
"""What a service of SAP calls a code."""

HRESULT = re2.compile(r"0[xX][0-9A-Fa-f]{1,8}\b")
"""A number of Windows for an error."""


def anything(place: Place) -> Iterator[Secret]:
    """The value, whatever it looks like, unless it is ordinary text. Of a list: every item."""
    start = place.start
    listed = "[" in place.between or "(" in place.between
    while True:
        begin, end = value_at(place, start)
        if place.loose and not place.quote:
            first = len(FIRST_WORD.match(place.shown(begin, end))[0])
            end = begin + first if first < ENOUGH else end
        value = place.shown(begin, end)
        hidden = not place.loose or is_hinted(place, value, end)
        hidden = hidden and not is_folder(place, value)
        if start > place.start and NAME_END.match(place.text[end : end + 20]):
            return
        if hidden and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)
            if not place.quote:
                yield from more_words(place, end)
        following = (NEXT_ITEM if listed else NEXT_PART).match(place.text[end : end + 80])
        if not following or not place.quote:
            return
        start = end + following.end()


def is_folder(place: Place, value: str) -> bool:
    """Is it the folder that a shell works in?"""
    return value.startswith("/") and place.text.startswith(("PWD=", "OLDPWD="), place.name)


def more_words(place: Place, end: int) -> Iterator[Secret]:
    """What looks like a secret and is told in one breath with the one that ends there."""
    while following := NEXT_WORD.match(place.text[end : end + 160]):
        start, end = end + following.start(1), end + following.end(1)
        if not looks_secret(following[1]):
            return
        yield Secret(start, end, place.rule.kind)


def secretive(place: Place) -> Iterator[Secret]:
    """The value if it looks like a secret: `code` and `state` are ordinary words too."""
    begin, end = value_at(place, place.start)
    value = place.shown(begin, end)
    words = value.split() if place.quote or value.startswith("‹") else value.split(maxsplit=1)[:1]
    hidden = any(map(looks_secret, words)) and not HRESULT.match(value)
    hidden = hidden and not (place.in_tag and SAP_ID.fullmatch(value))
    hidden = hidden and not (place.loose and HEADER.match(value))
    if hidden and not place.is_innocent(begin, end):
        yield Secret(begin, end, place.rule.kind)


def word(place: Place) -> Iterator[Secret]:
    """The next word or quoted text: the argument of an option."""
    begin, end = value_at(place, place.start)
    value = place.shown(begin, end)
    if any(map(str.isalnum, value)) and not is_stand_in(value):
        yield Secret(begin, end, place.rule.kind)


def login(place: Place) -> Iterator[Secret]:
    """`user:password`, the argument of `curl -u`."""
    for secret in word(place):
        value = place.shown(secret.start, secret.end)
        if ":" in value and "://" not in value and not all(map(is_stand_in, value.split(":", 1))):
            yield secret


def person(place: Place) -> Iterator[Secret]:
    """What a person is called or where one lives: several words, but no sentence about it.

    Where only a word before it hints, it has digits: a date, a postal code.
    """
    begin, end = value_at(place, place.start)
    if not place.quote:
        end += max(0, MORE_NAMES.match(place.text[end : end + 80]).end(1))
    value = place.shown(begin, end)
    if "://" in value or (
        place.loose and not (place.quote or set(place.between) & set(":\t|\n→>"))
    ):
        return
    digits = sum(map(str.isdecimal, value))
    hidden = digits >= 4 or (not place.loose and squeezed(value) not in BY_NAME)
    if hidden and not place.is_innocent(begin, end) and not is_sentence(value):
        yield Secret(begin, end, place.rule.kind)


TAKES: Mapping[str, Callable[[Place], Iterator[Secret]]] = {
    "anything": anything,
    "secretive": secretive,
    "word": word,
    "login": login,
    "phone": phone,
    "national id": national_id,
    "account": account,
    "person": person,
    "ip": addresses,
    "scheme": scheme,
    "cookies": cookies,
}
"""What a rule of `names` takes."""
