"""Which part of a header is the secret: behind the scheme word, behind the names of cookies."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.redact.ends import QUOTES
from troubleshooter.diagnosis.redact.kept import KEPT_BY_NAME
from troubleshooter.diagnosis.redact.place import Place, Secret, value_at
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.randomness import is_random
from troubleshooter.diagnosis.redact.rules import squeezed
from troubleshooter.diagnosis.redact.words import is_stand_in, looks_secret

SCHEMES = (
    "bearer|basic|digest|negotiate|ntlm|hmac-sha256|token|jwt|dpop|apikey|sharedkey"
    "|aws4-hmac-sha256"
)
SCHEME = re2.compile(rf"(?i)(?:(?:{SCHEMES})[ \t:=+]+)*(?:bearer\B)?")
MISSPELT_SCHEME = re2.compile(r"([A-Za-z]{2,12}[ \t:]+)eyJ|")
OTHER_SCHEME = re2.compile(
    r"[A-Z][A-Za-z0-9-]{2,20} (?:[A-Za-z+/=_-]+[0-9]|[0-9]+[A-Za-z][A-Za-z+/=_-])[\w+/=-]{2,}"
)
"""A value such as `Custom abc123`."""

OF_TOKENS = ("bearer", "token", "jwt", "dpop")
COOKIE_ATTRIBUTES = frozenset({"path", "domain", "expires", "max-age", "samesite", "priority"})

A_WORD = re2.compile(r"""(\s*)["'`(\[]*([^\s,;"'`()\[\]]+)["'`)\],;]*""")
NEXT_IN_QUERY = re2.compile(r"&(?:amp;)?[\w.\[\]-]+=")


def scheme(place: Place) -> Iterator[Secret]:
    """What follows the scheme word of an Authorization header."""
    head = place.text[place.start : place.start + 120]
    spelled = (SCHEME.match(head)[0] or MISSPELT_SCHEME.match(head)[1] or "").casefold()
    kind = kind_of(spelled) if spelled else place.rule.kind
    after = place.start + len(spelled)
    line = kind == "authorization" and not place.text.startswith(("ey", MASK), after)
    begin, end = value_at(place, after, line=line)
    value = place.shown(begin, end)
    announced = place.quote and (spelled or OTHER_SCHEME.fullmatch(value))
    if place.loose and not announced and not looks_secret(value):
        yield from among_words(place)
        return
    if is_signed(value) or place.is_innocent(begin, end):
        return
    if ":" not in place.between:
        following = NEXT_IN_QUERY.search(place.text[begin:end])
        end = begin + following.start() if following else end
    begin, end = without_quotes(place.text, begin, end)
    if kind == "authorization" and place.text.startswith("ey", begin):
        kind = "access token"
    yield Secret(begin, end, kind)


def among_words(place: Place) -> Iterator[Secret]:
    """What looks like a secret among the next words: `Authorization with value Custom 0a1b2c`."""
    before = ""
    for found in A_WORD.finditer(place.text[place.start : place.start + 200]):
        if before.count(" ") == 4 or (before and "\n" in found[1]):
            return
        announced = squeezed(before.rpartition(" ")[2]) in KEPT_BY_NAME
        if before and is_random(found[2]) and not announced:
            start = place.start + found.start(2)
            yield Secret(start, start + len(found[2]), place.rule.kind)
            return
        before += " " + found[2]


def kind_of(spelled: str) -> str:
    """What stands behind these scheme words: `Bearer `, `Basic `."""
    if "basic" in spelled:
        return "credentials"
    return "access token" if any(each in spelled for each in OF_TOKENS) else "authorization"


def is_signed(value: str) -> bool:
    """A list of signed headers and a signature, which has a name of its own."""
    return "signature=" in value.casefold() or value.casefold().startswith("signedheaders=")


def without_quotes(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in (*QUOTES, "\\"):
        begin += 1
    while end > begin and text[end - 1] in (*QUOTES, "\\"):
        end -= 1
    return begin, end


COOKIE_IN_A_LIST = re2.compile(
    r"""\\*["']value\\*["']\s*:\s*\\*["']([^"'\\\n\0]+)|(?:\A|["']|, ?)[\w.-]{1,80}=([^"'\\\n\0;]+)"""
)
LONGEST_LIST = 8000


def in_a_list(place: Place) -> Iterator[Secret]:
    """The values of `[{"name": "a", "value": "b"}]`, as a browser writes cookies down.

    And of `["a=b; Path=/", "c=d"]`, as programs do.
    """
    start = max(place.start - len(place.quote), place.ends.lists)
    listed = place.text[start : place.start + LONGEST_LIST].partition("]")[0]
    place.ends.lists = start + len(listed)
    for found in COOKIE_IN_A_LIST.finditer(listed):
        begin, end = found.span(1 if found[1] else 2)
        yield Secret(start + begin, start + end, place.rule.kind)


A_COOKIE = re2.compile(r"[\w.-]{1,80}=[^\s;]{1,118}(?:;|\z)")
"""What a row of cookies begins with."""


def cookies(place: Place) -> Iterator[Secret]:
    """The values of cookies; their names and attributes stay."""
    if place.text.startswith("[", place.start) or "[" in place.between:
        yield from in_a_list(place)
        return
    row = A_COOKIE.match(place.text[place.start : place.start + 200])
    line = bool(row) or ":" in place.between or "=" in place.between
    begin, end = value_at(place, place.start, line=line)
    value = place.text[max(begin, place.ends.cookies) : end]
    place.ends.cookies = max(end, place.ends.cookies)
    if "=" not in value:
        if not place.is_innocent(begin, end) and (not place.loose or looks_secret(value)):
            yield Secret(end - len(value), end, place.rule.kind)
        return
    at = end - len(value)
    for piece in value.split(";"):
        name, equals, content = piece.partition("=")
        start = at + len(name + equals)
        at += len(piece) + 1
        ordinary = name.strip().casefold() in COOKIE_ATTRIBUTES or is_stand_in(content)
        if any(map(str.isalnum, content)) and not ordinary:
            yield Secret(start, start + len(content), place.rule.kind)
