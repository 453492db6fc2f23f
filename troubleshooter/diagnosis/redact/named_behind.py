"""Values that stand before their names: `{"value": "…", "name": "client_secret"}`."""

from collections.abc import Iterator, Mapping

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.ends import Ends, backslashes
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.kept import KEPT_BY_NAME, KEPT_NAMES
from troubleshooter.diagnosis.redact.named import NOWHERE
from troubleshooter.diagnosis.redact.names import BY_NAME, NAMES
from troubleshooter.diagnosis.redact.place import Place, value_at
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.rules import Name, spelled, squeezed
from troubleshooter.diagnosis.redact.syntaxes import SUFFIX
from troubleshooter.diagnosis.redact.values import TAKES
from troubleshooter.domain import Span

QUOTED = r"""\\*(?:"([^"\n]+)"|'([^'\n]+)')"""
OTHERS = r"""(?:\\*["']?[\w:.-]{1,30}\\*["']?\s*[:=]\s*\\*["'][^"'<>\n]{0,60}["']\s*,?\s*){0,4}"""


def announced(rules: tuple[Name, ...]) -> "re2._Regexp":
    """A quoted `value`, and behind it one of the names. Group 1 or 2 is the value."""
    names = "|".join(sorted({spelled(n) for rule in rules for n in rule.names}, key=len)[::-1])
    return compiled(
        rf"""(?i)\bvalue\\*["']?\s*[:=]\s*{QUOTED}\s*,?\s*{OTHERS}"""
        rf"""\\*["']?\b(?:name|key|id)\\*["']?\s*[:=]\s*"""
        rf"""\\*["'](?:[\w.-]{{0,40}}?[_.-])??({names}){SUFFIX}\\*["']"""
    )


NAMED = announced(tuple(rule for rule in NAMES if not rule.alone))
KEEPING = announced(KEPT_NAMES)


def places(text: str, names: "re2._Regexp", rules: Mapping[str, Name]) -> Iterator[Place]:
    """Where a value stands before one of the names."""
    if "value" not in text.lower():
        return
    ends = Ends(text)
    for found, at in matches(names, text):
        start = max(at(found.start(group)) for group in (1, 2) if found.span(group) != NOWHERE)
        rule = rules[squeezed(text[at(found.start(3)) : at(found.end(3))])]
        opened = start - 1 - backslashes(text[max(0, start - 17) : start - 1])
        place = Place(ends, rule, opened, start, text[opened:start], False, text[start - 1], False)
        if not text.startswith(MASK, start):
            yield place


def by_name_behind(view: Decoded, clock: Clock) -> Iterator[Hit]:
    """What sensitive names say of the value before them."""
    for place in clock.watched(places(view.text, NAMED, BY_NAME)):
        for start, end, kind in TAKES[place.rule.takes](place):
            yield hit(view, kind, start, end, 1 if place.rule.vague else 3)


def kept_by_name_behind(view: Decoded, clock: Clock) -> Iterator[Span]:
    """What stands before a name whose value stays."""
    for place in clock.watched(places(view.text, KEEPING, KEPT_BY_NAME)):
        yield view.span(*value_at(place, place.start))
