"""Members such as `name` that speak of a person only among others that do."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.redact.ends import Ends
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.words import STATES, is_sentence

ABOUT_PEOPLE = (
    r"(?:(?:given|family|first|last|full|middle)[_-]?name|user_?info|(?:billing|shipping)\w*"
    r"|customer\w*|recipient|payer|person|card_?holder|birth_?date|addresse?s?|street\w*"
    r"|postal_?code|e?_?mail|phone_?number|mobile_?number|fornavn|etternavn|kunde|bruker)"
)
SIGN = re2.compile(rf"(?i)[\"']{ABOUT_PEOPLE}[\"']")
PARENT = re2.compile(rf"(?i)[\"']{ABOUT_PEOPLE}[\"']\s*(?::|=>)\s*(?:array\s*)?[\[\s]*\z")
MEMBER = re2.compile(r"[\"'](\w+)[\"']\s*(?::|=>)")
NAME = re2.compile(
    r"(?i)[\"'](?:(name|navn|namn)|formatted|region|city|poststed|ort)[\"']\s*(?::|=>)\s*([\"'])"
)
MACHINES = frozenset(
    {"reason", "value", "message", "type", "description", "code", "msg", "quantity"}
)
"""Members beside which a `name` is that of a field, a header or a thing."""
FARTHEST = 300


def by_person(view: Decoded) -> Iterator[Hit]:
    """Names and places inside an object that speaks of a person: `"customer": {"name": …}`."""
    text = view.text
    if not SIGN.search(text):
        return
    ends = Ends(text)
    for found in NAME.finditer(text):
        start = found.end()
        end = ends.quoted(start, found[2], 0)
        value = text[start : min(end, start + FARTHEST)]
        if not any(map(str.isalpha, value)) or value.lower() in STATES or is_sentence(value):
            continue
        if is_of_person(text, found.start(), end):
            yield hit(view, "name" if found[1] else "address", start, end, 2)


def is_of_person(text: str, start: int, end: int) -> bool:
    """Does the object around this member, or the name of that object, speak of a person?"""
    before, opened, inside = text[max(0, start - FARTHEST) : start].rpartition("{")
    if not opened:
        before, opened, inside = before.rpartition("[")
    after = text[end + 1 : end + FARTHEST].partition("}")[0]
    members = {found[1].lower() for part in (inside, after) for found in MEMBER.finditer(part)}
    if members & MACHINES:
        return False
    return bool(
        PARENT.search(before) or SIGN.search(inside) or SIGN.search(after.partition("{")[0])
    )
