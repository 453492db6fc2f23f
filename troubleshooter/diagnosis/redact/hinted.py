"""Is it a secret where ordinary text may stand behind the name as well: in prose, tables, calls?"""

import re2

from troubleshooter.diagnosis.redact.place import Place
from troubleshooter.diagnosis.redact.randomness import is_mixed
from troubleshooter.diagnosis.redact.words import is_ordinary, looks_secret

NEXT_ITEM = re2.compile(r"""\\*["'`]\s*,\s*\\*["'`]""")
"""What stands between two items of a list."""
TELLING = re2.compile(
    r"\s+(?:is|are|was|er|är|ist|lautet|to|(?:(?:start|begin|end)s|slutter|begynner|börjar|slutar) \w+)[\s:]+"
)
NO_SECRET = re2.compile(r"[0-9]+[A-Za-z]*|[A-Z]+[0-9]+|(?i:base|sha|utf|md|oauth|aes)[0-9]+\w*")
"""An amount with its unit, an error code, the name of a standard."""

SETS = re2.compile(
    r"""(?i)(?:\A|[^\w.]|(?:headers?|params?|form\w*|data|body|request|req|config|client)\W{1,2})"""
    r"""(?:append|add|set|put|define|with|insert)\w{0,24}\s*\(\s*["'`]\z"""
)
"""A call that sets something, up to its first argument."""

CELL_ENDS = frozenset("\n\t|")
CELL_SIDES = ("", *CELL_ENDS)

HEADER = re2.compile(r"[A-Za-z][A-Za-z_-]{1,40}:")
"""The begin of the next header, behind a name without a value."""

LONG_HEADER = re2.compile("(?i)(?:[a-z]{1,12}[0-9]{0,3}-){1,6}[a-z]{1,12}[0-9]{0,3}:")
"""The same in several words, perhaps with digits: `x-ms-content-sha256:`."""

HTTP_LINE = re2.compile(r"HTTP/[0-9]|[A-Z]{3,7} /|[A-Za-z][\w-]{1,40}: ")
"""The line of a message, which may follow an empty `password:`."""


def is_hinted(place: Place, value: str, end: int) -> bool:
    """Is it a secret even where ordinary text may stand behind the name?"""
    if HEADER.match(value) or LONG_HEADER.match(place.text[end - len(value) : end + 1]):
        return False
    if looks_secret(value) or is_told(place, value) or is_argument(place, value):
        return True
    telling = is_mixed(value) or (place.rule.words and value.isdecimal() and len(value) > 3)
    return (telling and is_alone(place, end)) or is_row(place, value, end)


def is_argument(place: Place, value: str) -> bool:
    """Is it handed over with its name: `Add("client_secret", "…")`, and more than a plain word?"""
    handed = "(" in place.text[max(0, place.name - 3) : place.name] and "," in place.between
    if not handed or not place.quote or len(value.split()) != 1:
        return False
    if not value.isalnum():
        return sets(place) and any(map(str.isdecimal, value)) and not NEXT_ITEM.search(value)
    return not is_ordinary(value) or (len(value) >= 6 and sets(place))


def sets(place: Place) -> bool:
    """Does the call set what it is given, so that even a plain word is a value?"""
    called = place.text[max(0, place.name - 64) : place.name]
    return bool(SETS.search(called)) and not place.rule.vague


def is_row(place: Place, value: str, end: int) -> bool:
    """Are a password and a word all that the line holds, in two cells?"""
    if not place.rule.words or set(place.between.strip("\"'`")) != {"\t"} or not value.islower():
        return False
    line = place.text[place.text.rfind("\n", 0, place.name) + 1 : place.name]
    return len(value) >= 6 and not line.strip() and place.text[end : end + 1] in ("", "\n", "\r")


def is_alone(place: Place, end: int) -> bool:
    """Do name and value each have a line or a cell of a table for themselves?"""
    before = place.text[max(0, place.name - 8) : place.name].rstrip(" \"'`*")
    after = place.text[end : end + 8].lstrip(" \"'`*")
    apart = set(place.between) & CELL_ENDS
    return bool(apart) and before[-1:] in CELL_SIDES and after[:1] in CELL_SIDES


def is_told(place: Place, value: str) -> bool:
    """Is it a secret that somebody tells in a sentence: "the password is hunter2"?

    A password in a row of a table, or in quotes, may be a short number.
    """
    if not place.rule.words:
        return bool(TELLING.fullmatch(place.between)) and has_digits(value.strip(".,;:!?"))
    if HTTP_LINE.match(value):
        return False
    if (place.quote or set(place.between) & set("\t|")) and value.isdecimal():
        return len(value) >= 3
    if is_strong(value):
        return True
    told = place.between.strip(" \t\n|,\"'`*") or place.text.startswith(" on ", place.start - 4)
    return bool(told) and len(value) >= 4 and any(map(str.isdecimal, value))


def is_strong(value: str) -> bool:
    """Is it made as passwords have to be: letters, digits, and a sign inside a word?

    >>> is_strong("hunter34?ctp"), is_strong("https://x.no/?a=12"), is_strong("expired(24h)")
    (True, False, False)
    """
    inner = value.strip(".,;:!?")
    signs = "".join(sign for sign in inner if not sign.isalnum())
    digits = sum(map(str.isdecimal, inner))
    return (
        len(inner) >= 8
        and 2 <= digits < len(inner)
        and not signs.strip("!?#$%*&@^")
        and signs != ""
    )


def has_digits(word: str) -> bool:
    """Is it of letters and digits, but neither a unit, a code nor the name of a standard?

    >>> [has_digits(word) for word in ("abc123", "32chars", "AADSTS700016", "base64")]
    [True, False, False, False]
    """
    digits = sum(map(str.isdecimal, word))
    plain = word.isascii() and word.isalnum() and not word.isalpha()
    return plain and len(word) >= 6 and digits >= 2 and not NO_SECRET.fullmatch(word)
