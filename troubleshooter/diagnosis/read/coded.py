"""Sentences that went through an address, a page or a string of a program, read as they were said.

`Access%20denied`, `not+found+here`, `can&#39;t`, `can\\u0027t`: the facts are kept as they stand and
said once more without the codes, so that a rule about a sentence finds it either way.
"""

from collections.abc import Iterable, Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, decode, plain
from troubleshooter.diagnosis.encodings import BACKSLASH, ENTITIES, PERCENT, PLUS
from troubleshooter.domain import Fact

CODED = re2.compile(
    r"%[2-7][0-9A-Fa-f]|[A-Za-z.,:]\+[A-Za-z]+\+[A-Za-z0-9]|&(?:#\w{2,6}|\w{2,8});|\\(?:u00[2-7]|[nrt/'\"])"
)
DRIVE = re2.compile(r"\b[A-Za-z]:\\")
"""Begins a path of Windows, in which a backslash is no code."""
PLUSES = re2.compile(r"[A-Za-z.,:]\+[A-Za-z]+\+")
SENTENCES = ("message", "line", "reason")


def is_coded(text: str) -> bool:
    """Whether anything in a text may be a code."""
    has_sign = "%" in text or "\\" in text or "+" in text or "&" in text
    return has_sign and bool(CODED.search(text))


def uncoded(coded: Decoded) -> Decoded:
    """The text without its codes, in the order in which they are put on top of each other.

    >>> uncoded(plain("it%20isn&#39;t+to+be+found\\\\nhere")).text
    "it isn't to be found\\nhere"
    """
    if PLUSES.search(coded.text):
        coded = decode(coded, PLUS)
    coded = decode(coded, PERCENT)
    coded = decode(decode(coded, ENTITIES), ENTITIES)
    return coded if DRIVE.search(coded.text) else decode(coded, BACKSLASH)


def said(facts: Iterable[Fact]) -> Iterator[Fact]:
    """The coded sentences among some facts, once more as they were said."""
    for fact in facts:
        if fact.name in SENTENCES and is_coded(fact.value):
            value = uncoded(plain(fact.value)).text.strip()
            if value and value != fact.value:
                yield fact._replace(value=value)
