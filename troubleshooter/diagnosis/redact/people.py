"""Members such as `name` that speak of a person only among others that do."""

from bisect import bisect_left
from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.ends import Ends
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.words import STATES, is_sentence

ABOUT_PEOPLE = (
    r"(?:(?:given|family|first|last|full|middle)[_-]?name|user_?info|(?:billing|shipping)\w*"
    r"|customer\w*|recipient|payer|person|card_?holder|birth_?date|addresse?s?|street\w*"
    r"|postal_?code|e?_?mail|phone_?number|mobile_?number|fornavn|etternavn|kunde|bruker)"
)
SIGN = compiled(rf"(?i)[\"']{ABOUT_PEOPLE}[\"']")
PARENT = re2.compile(rf"(?i)[\"']{ABOUT_PEOPLE}[\"']\s*(?::|=>)\s*(?:array\s*)?[\[\s]*\z")
NAME = compiled(
    r"(?i)[\"'](?:(name|navn|namn)|formatted|region|city|poststed|ort)[\"']\s*(?::|=>)\s*([\"'])"
)
MACHINES = compiled(
    r"(?i)[\"'](?:reason|value|message|type|description|code|msg|quantity)[\"']\s*(?::|=>)"
)
"""Members beside which a `name` is that of a field, a header or a thing."""
FARTHEST = 300


def by_people(view: Decoded, clock: Clock) -> Iterator[Hit]:
    """Names and places inside an object that speaks of a person: `"customer": {"name": …}`."""
    text = view.text
    if '"' not in text and "'" not in text:
        return
    signs = [at(found.start()) for found, at in clock.watched(matches(SIGN, text))]
    if not signs:
        return
    machines = [at(found.start()) for found, at in clock.watched(matches(MACHINES, text))]
    ends = Ends(text)
    for found, at in clock.watched(matches(NAME, text)):
        begin, start = at(found.start()), at(found.end())
        end = ends.quoted(start, text[start - 1], 0)
        value = text[start : min(end, start + FARTHEST)]
        if not any(map(str.isalpha, value)) or value.lower() in STATES or is_sentence(value):
            continue
        opened, closed = around(text, begin, end)
        if holds(machines, opened, closed):
            continue
        inner = text.find("{", end, closed)
        beyond = holds(signs, end + 1, inner if inner >= 0 else closed)
        about = beyond or holds(signs, opened, begin)
        if about or PARENT.search(text[max(0, opened - FARTHEST) : max(0, opened - 1)]):
            yield hit(view, "name" if found.start(1) >= 0 else "address", start, end, 2)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the object around this member begins and ends, as far as one looks."""
    least, most = max(0, start - FARTHEST), min(len(text), end + FARTHEST)
    opened = text.rfind("{", least, start)
    if opened < 0:
        opened = text.rfind("[", least, start)
    closed = text.find("}", end, most)
    return (opened + 1 if opened >= 0 else least), (closed if closed >= 0 else most)


def holds(places: list[int], start: int, end: int) -> bool:
    """Is one of the places there?"""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end
