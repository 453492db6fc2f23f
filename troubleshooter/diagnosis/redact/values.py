"""Which part of what stands behind a sensitive name is the secret."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.redact.ends import QUOTES
from troubleshooter.diagnosis.redact.names import BY_NAME
from troubleshooter.diagnosis.redact.place import Place, value_at
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.rules import squeezed
from troubleshooter.diagnosis.redact.shapes_of_persons import IPV4, IPV6, is_global
from troubleshooter.diagnosis.redact.words import is_sentence, is_stand_in, looks_secret

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

NEXT_ITEM = re2.compile(r"""\\*["'`]\s*,\s*\\*["'`]""")
PHONE = re2.compile(r"[+(]{0,2}[0-9](?:[ ().+\-/]{0,2}[0-9]){4,15}")
NATIONAL_ID = re2.compile(r"[0-9](?:[ ./-]?[0-9]){5,11}(?:[-+A-FU-Y][0-9]{3}[0-9A-Y]|-[0-9]{4})?")

ACCOUNT = re2.compile(r"(?:[A-Z]{2})?[0-9](?:[ .-]?[0-9]){4,33}")
ADDRESS = re2.compile(rf"\b(?:{IPV4})\b|\b(?:{IPV6})")
LONGEST_LIST = 400
MORE_NAMES = re2.compile(
    r"((?:,? (?:[A-ZÆØÅÄÖ][\w.'’-]*|[0-9]{1,5}[A-Za-z]?))*)(?:[\s,;.)}\]]|\z)|()"
)
"""The rest of a name or an address, in capitals or digits."""
NEXT_IN_QUERY = re2.compile(r"&(?:amp;)?[\w.\[\]-]+=")

COOKIE_ATTRIBUTES = frozenset({"path", "domain", "expires", "max-age", "samesite", "priority"})

HTTP_LINE = re2.compile(r"HTTP/[0-9]|[A-Z]{3,7} /|[A-Za-z][\w-]{1,40}: ")
"""The line of a message, which may follow an empty `password:`."""


class Secret(NamedTuple):
    start: int
    end: int
    kind: str


def anything(place: Place) -> Iterator[Secret]:
    """The value, whatever it looks like, unless it is ordinary text. Of a list: every item."""
    start = place.start
    listed = "[" in place.between or "(" in place.between
    while True:
        begin, end = value_at(place, start)
        value = place.shown(begin, end)
        hidden = not place.loose or looks_secret(value) or is_told(place, value)
        if hidden and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)
        following = NEXT_ITEM.match(place.text[end : end + 80]) if listed else None
        if not following:
            return
        start = end + following.end()


def is_told(place: Place, value: str) -> bool:
    """Is it a password that somebody tells in a sentence: "the password is hunter2"?

    In a row of a table, or in quotes, it may be a short number.
    """
    if not place.rule.words or HTTP_LINE.match(value):
        return False
    if (place.quote or set(place.between) & set("\t|")) and value.isdecimal():
        return len(value) >= 3
    told = place.between.strip(" \t\n|,\"'`*")
    return bool(told) and len(value) >= 4 and any(map(str.isdecimal, value))


def secretive(place: Place) -> Iterator[Secret]:
    """The value if it looks like a secret: `code` and `state` are ordinary words too."""
    begin, end = value_at(place, place.start)
    value = place.shown(begin, end)
    words = value.split() if place.quote or value.startswith("‹") else value.split(maxsplit=1)[:1]
    if any(map(looks_secret, words)) and not place.is_innocent(begin, end):
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


def number(pattern: "re2._Regexp", least: int) -> Callable[[Place], Iterator[Secret]]:
    """The digits that follow, with what may stand between them; of a quoted value all of it.

    Where only a word before it hints, it must have at least `least` digits.
    """

    def digits(place: Place) -> Iterator[Secret]:
        begin, end = value_at(place, place.start)
        if not place.quote and not place.text.startswith("‹", begin):
            found = pattern.match(place.text[begin : begin + 40])
            end = begin + found.end() if found else begin
        count = sum(map(str.isdecimal, place.shown(begin, end)))
        if count >= (least if place.loose else 5) and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)

    return digits


def person(place: Place) -> Iterator[Secret]:
    """What a person is called or where one lives: several words, but no sentence about it.

    Where only a word before it hints, it has digits: a date, a postal code.
    """
    begin, end = value_at(place, place.start)
    if not place.quote:
        end += max(0, MORE_NAMES.match(place.text[end : end + 80]).end(1))
    value = place.shown(begin, end)
    if place.loose and not (place.quote or set(place.between) & set(":\t|\n")):
        return
    digits = sum(map(str.isdecimal, value))
    hidden = digits >= 4 or (not place.loose and squeezed(value) not in BY_NAME)
    if hidden and not place.is_innocent(begin, end) and not is_sentence(value):
        yield Secret(begin, end, place.rule.kind)


def addresses(place: Place) -> Iterator[Secret]:
    """Every public IP address in the rest of the line: proxies write them in a row."""
    line = place.text[place.start : place.start + LONGEST_LIST].partition("\n")[0]
    for found in ADDRESS.finditer(line):
        if is_global(found[0]):
            yield Secret(place.start + found.start(), place.start + found.end(), place.rule.kind)


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
    unsure = place.loose and not announced and not looks_secret(value)
    if unsure or is_signed(value) or place.is_innocent(begin, end):
        return
    if ":" not in place.between:
        following = NEXT_IN_QUERY.search(place.text[begin:end])
        end = begin + following.start() if following else end
    begin, end = without_quotes(place.text, begin, end)
    if kind == "authorization" and place.text.startswith("ey", begin):
        kind = "access token"
    yield Secret(begin, end, kind)


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


def cookies(place: Place) -> Iterator[Secret]:
    """The values of cookies; their names and attributes stay."""
    begin, end = value_at(place, place.start, line=":" in place.between or "=" in place.between)
    value = place.text[max(begin, place.ends.cookies) : end]
    place.ends.cookies = max(end, place.ends.cookies)
    if "=" not in value:
        yield from anything(place)
        return
    at = end - len(value)
    for piece in value.split(";"):
        name, equals, content = piece.partition("=")
        start = at + len(name + equals)
        at += len(piece) + 1
        ordinary = name.strip().casefold() in COOKIE_ATTRIBUTES or is_stand_in(content)
        if any(map(str.isalnum, content)) and not ordinary:
            yield Secret(start, start + len(content), place.rule.kind)


TAKES: Mapping[str, Callable[[Place], Iterator[Secret]]] = {
    "anything": anything,
    "secretive": secretive,
    "word": word,
    "login": login,
    "phone": number(PHONE, 8),
    "national id": number(NATIONAL_ID, 10),
    "account": number(ACCOUNT, 8),
    "person": person,
    "ip": addresses,
    "scheme": scheme,
    "cookies": cookies,
}
"""What a rule of `names` takes."""
