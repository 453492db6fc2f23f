"""Which part of the text behind a sensitive name is the secret."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.redact.ends import BRACKET, LINE, QUOTES, TAG, WORD, Ends
from troubleshooter.diagnosis.redact.names import BY_NAME
from troubleshooter.diagnosis.redact.rules import Name, squeezed
from troubleshooter.diagnosis.redact.words import STAND_IN, is_innocent, is_stand_in, looks_secret

KNOWN_SCHEMES = "bearer|basic|digest|negotiate|ntlm|hmac-sha256|token|jwt|dpop|apikey|sharedkey|aws4-hmac-sha256"
SCHEME = re2.compile(rf"(?i)(?:(?:{KNOWN_SCHEMES})[ \t:=+]+)*(?:bearer\B)?")
MISSPELT = re2.compile(r"([A-Za-z]{2,12}[ \t:]+)eyJ")
OF_TOKENS = ("bearer", "token", "jwt", "dpop")

NEXT_ITEM = re2.compile(r"""\\*["'`]\s*,\s*\\*["'`]""")
PHONE = re2.compile(r"[+(]{0,2}[0-9](?:[ ().\-/]{0,2}[0-9]){4,15}")
NATIONAL_ID = re2.compile(r"[0-9](?:[ -]?[0-9]){5,11}(?:[-+A-FU-Y][0-9]{3}[0-9A-Y]|-[0-9]{4})?")

COOKIE_ATTRIBUTES = frozenset("path domain expires max-age samesite priority".split())


class Secret(NamedTuple):
    start: int
    end: int
    kind: str


class Place(NamedTuple):
    """A sensitive name in a text, and where its value begins.

    `name` is where the whole identifier begins, `between` what stands from its end to the value.
    """

    ends: Ends
    rule: Name
    name: int
    start: int
    between: str
    loose: bool

    @property
    def text(self) -> str:
        return self.ends.text

    @property
    def quote(self) -> str:
        """The quote that opens the value, if there is one."""
        return self.between[-1] if self.between[-1:] in tuple(QUOTES) else ""

    @property
    def ends_with_word(self) -> bool:
        """Can the value not end later than one around it? A name inside a value then adds nothing."""
        digits = self.rule.takes in ("phone", "national id")
        return not self.quote and not is_tag(self.between) and not digits

    def value(self, start: int, end: int) -> str:
        """The value, or enough of it to judge it by: a name may stand before 64 KiB."""
        return self.text[start : min(end, start + 400)]

    def is_innocent(self, start: int, end: int) -> bool:
        """Is the value ordinary text, a stand-in, or the name of another secret?"""
        value = self.value(start, end)
        if not self.rule.words and squeezed(value) in BY_NAME:
            return True
        sentence = ":" in self.between or self.loose
        rest = self.text[start : start + 120].partition("\n")[0] if sentence else value
        return is_innocent(value, value if self.quote else rest, phrase=self.rule.words)


def value_at(place: Place, start: int, *, line: bool = False) -> tuple[int, int]:
    """Start and end of the value that begins at `start`; with `line` it is the rest of its line."""
    text = place.text
    if place.quote or text[start : start + 1] not in tuple("<[{("):
        return start, end_of(place, start, line)
    stand_in = STAND_IN.match(text[start : start + 160])
    if stand_in:
        return start, end_of(place, start + stand_in.end(), line)
    if not text[start + 1 : start + 2].isalnum():
        return start, start  # an object or a list, whose own members are looked at by their names
    return start + 1, end_of(place, start + 1, line)


def end_of(place: Place, start: int, line: bool) -> int:
    """Where the value ends: with its quotes, its tag, its line or its word."""
    ends, between = place.ends, place.between
    if place.quote:
        return ends.quoted(start, place.quote, depth_of(between[:-1]))
    if is_tag(between):
        return ends.after(start, TAG)
    if ":" in between or "=>" in between or line:
        return end_of_header(place, start, line or "=>" in between)
    return end_of_word(ends, start)


def end_of_header(place: Place, start: int, line: bool) -> int:
    """Where `name: value` ends: with the quotes or brackets around both, the line, or the word."""
    ends, before = place.ends, place.text[max(0, place.name - 24) : place.name]
    rest_of_line = ends.after(start, LINE)
    if before.endswith("[") and "]" not in place.between:
        return min(rest_of_line, ends.after(start, BRACKET))
    if before[-1:] in tuple(QUOTES) and before[-1] not in place.between:
        return min(rest_of_line, ends.quoted(start, before[-1], depth_of(before[:-1])))
    if line or not before.rpartition("\n")[2].strip(" \t<>*|#-"):
        return rest_of_line
    return end_of_word(ends, start)


def end_of_word(ends: Ends, start: int) -> int:
    end = ends.after(start, WORD)
    while end > start and ends.text[end - 1] in ",;:.)]}!?|" and ends.text[end - 3 : end] != "...":
        end -= 1
    return end


def is_tag(between: str) -> bool:
    """Does the name stand in a tag: `<client_secret>`?"""
    return between.endswith((">", "CDATA[")) and not between.endswith("=>")


def depth_of(before: str) -> int:
    """How many backslashes stand before a quote, given what stands before it."""
    return len(before) - len(before.rstrip("\\"))


def anything(place: Place) -> Iterator[Secret]:
    """The value, whatever it looks like, unless it is ordinary text. Of a list: every item."""
    start = place.start
    while True:
        begin, end = value_at(place, start)
        hidden = (
            not place.loose or looks_secret(place.value(begin, end)) or is_told(place, begin, end)
        )
        if hidden and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)
        following = NEXT_ITEM.match(place.text[end : end + 80])
        if not following or not any(bracket in place.between for bracket in "[("):
            return
        start = end + following.end()


def is_told(place: Place, start: int, end: int) -> bool:
    """Is it a password that somebody tells in a sentence: "the password is hunter2"?"""
    told = place.rule.words and place.between.strip(" \t\n|,\"'`*")
    return bool(told) and end - start >= 4 and any(map(str.isdecimal, place.value(start, end)))


def secretive(place: Place) -> Iterator[Secret]:
    """The value if it looks like a secret: `code` and `state` are ordinary words too."""
    begin, end = value_at(place, place.start)
    if looks_secret(place.value(begin, end)) and not place.is_innocent(begin, end):
        yield Secret(begin, end, place.rule.kind)


def word(place: Place) -> Iterator[Secret]:
    """The next word or quoted text: the argument of an option."""
    begin, end = value_at(place, place.start)
    value = place.value(begin, end)
    if any(map(str.isalnum, value)) and not is_stand_in(value):
        yield Secret(begin, end, place.rule.kind)


def login(place: Place) -> Iterator[Secret]:
    """`user:password`, the argument of `curl -u`."""
    for secret in word(place):
        value = place.value(secret.start, secret.end)
        if ":" in value and "://" not in value and not all(map(is_stand_in, value.split(":", 1))):
            yield secret


def number(pattern: "re2._Regexp", least: int) -> Callable[[Place], Iterator[Secret]]:
    """The digits that follow, with what may stand between them; of a quoted value all of it."""

    def digits(place: Place) -> Iterator[Secret]:
        begin, end = value_at(place, place.start)
        if not place.quote:
            found = pattern.match(place.text[begin : begin + 40])
            end = begin + found.end() if found else begin
        count = sum(map(str.isdecimal, place.text[begin:end]))
        if count >= (least if place.loose else 5) and not place.is_innocent(begin, end):
            yield Secret(begin, end, place.rule.kind)

    return digits


def scheme(place: Place) -> Iterator[Secret]:
    """What follows the scheme word of an Authorization header."""
    head = place.text[place.start : place.start + 120]
    named = SCHEME.match(head).end() or len((MISSPELT.match(head) or [""] * 2)[1])
    spelled = head[:named].casefold()
    tokens = any(each in spelled for each in OF_TOKENS)
    other = bool(spelled) and not tokens and "basic" not in spelled
    begin, end = value_at(place, place.start + named, line=other)
    value = place.value(begin, end)
    unsure = place.loose and not (named and place.quote) and not looks_secret(value)
    if unsure or is_signed(value) or place.is_innocent(begin, end):
        return
    begin, end = without_quotes(place.text, begin, end)
    token = tokens or place.text.startswith("ey", begin)
    kind = "credentials" if "basic" in spelled else "access token" if token else place.rule.kind
    yield Secret(begin, end, kind)


def without_quotes(text: str, begin: int, end: int) -> tuple[int, int]:
    while begin < end and text[begin] in QUOTES + "\\":
        begin += 1
    while end > begin and text[end - 1] in QUOTES + "\\":
        end -= 1
    return begin, end


def is_signed(value: str) -> bool:
    """A list of signed headers and a signature, which has a name of its own."""
    return "signature=" in value.casefold() or value.casefold().startswith("signedheaders=")


def cookies(place: Place) -> Iterator[Secret]:
    """The values of cookies; their names and attributes stay."""
    begin, end = value_at(place, place.start, line=":" in place.between or "=" in place.between)
    value = place.text[max(begin, place.ends.cookies) : end]
    place.ends.cookies = max(end, place.ends.cookies)
    if "=" not in value:
        yield from anything(place)
        return
    begin = end - len(value)
    for piece in value.split(";"):
        name, equals, content = piece.partition("=")
        at = begin + len(name) + len(equals)
        begin += len(piece) + 1
        ordinary = name.strip().casefold() in COOKIE_ATTRIBUTES
        if any(map(str.isalnum, content)) and not ordinary and not is_stand_in(content):
            yield Secret(at, at + len(content), place.rule.kind)


TAKES: Mapping[str, Callable[[Place], Iterator[Secret]]] = {
    "anything": anything,
    "secretive": secretive,
    "word": word,
    "login": login,
    "phone": number(PHONE, 8),
    "national id": number(NATIONAL_ID, 10),
    "scheme": scheme,
    "cookies": cookies,
}
