"""Every rule of redaction is needed: without it, a text that it was not made with reads otherwise.

The examples of a rule leave with it, so they prove nothing here. What counts are the secrets and
the things to keep in every syntax, what the facts quote, the samples, and pastes made by hand.
"""

import functools
import json
import random
from pathlib import Path

import pytest

from tests.canaries import KEEPS, PASTED, SECRETS, SYNTAXES, written
from tests.samples import PASTES
from troubleshooter.diagnosis.decoding import Encoding
from troubleshooter.diagnosis.redact import broken_lines, named, redact, shaped, views
from troubleshooter.diagnosis.redact.kept import KEPT, KEPT_NAMES
from troubleshooter.diagnosis.redact.names import NAMES
from troubleshooter.diagnosis.redact.rules import Name
from troubleshooter.diagnosis.redact.shapes import SHAPES
from troubleshooter.diagnosis.redact.syntaxes import SYNTAXES as WAYS
from troubleshooter.diagnosis.redact.values import TAKES

QUOTED = json.loads((Path(__file__).parent / "redact_keeps.json").read_text(encoding="utf-8"))


@functools.cache
def corpus() -> dict[str, str]:
    """Each text with what redaction makes of it; those made by hand first: they tell most soon."""
    made = [
        written(syntax, name, make(random.Random(f"{syntax}/{kind}")))
        for classes in (SECRETS, KEEPS)
        for kind, (name, make) in classes.items()
        for syntax in SYNTAXES
    ]
    quoted = [text for texts in QUOTED.values() for text in texts]
    samples = [path.read_text(encoding="utf-8") for path in sorted(PASTES.glob("*/*.txt"))]
    texts = [*PASTED, *sorted({*made, *quoted, *samples}, key=len)]
    return {text: redact(text).text for text in texts}


def is_missed() -> bool:
    """Does any text come out otherwise than with all rules?"""
    return any(redact(text).text != cut for text, cut in corpus().items())


def without(rules, rule):
    return tuple(each for each in rules if each is not rule)


def ids(rule) -> str:
    return (rule.cuts[0] if hasattr(rule, "cuts") else rule)[:40]


@pytest.fixture(autouse=True)
def _the_corpus_is_read_with_all_rules():
    corpus()


@pytest.mark.parametrize("rule", NAMES, ids=ids)
def test_each_name_is_needed(rule, monkeypatch):
    monkeypatch.setattr(named, "NAMED", named.announcing(without(NAMES, rule)))
    assert is_missed()


@pytest.mark.parametrize("rule", KEPT_NAMES, ids=ids)
def test_each_name_that_keeps_is_needed(rule, monkeypatch):
    monkeypatch.setattr(
        named, "KEEPING", named.announcing([Name(**{**vars(rule), "names": ("zz",)})])
    )
    assert is_missed()


@pytest.mark.parametrize("rule", WAYS, ids=ids)
def test_each_syntax_is_needed(rule, monkeypatch):
    monkeypatch.setattr(named, "NAMED", named.announcing(NAMES, without(WAYS, rule)))
    assert is_missed()


@pytest.mark.parametrize("rule", SHAPES, ids=ids)
def test_each_shape_is_needed(rule, monkeypatch):
    monkeypatch.setattr(shaped, "SEARCHES", shaped.searches_for(without(SHAPES, rule)))
    assert is_missed()


@pytest.mark.parametrize("rule", KEPT, ids=ids)
def test_each_thing_that_stands_before_what_stays_is_needed(rule, monkeypatch):
    monkeypatch.setattr(shaped, "KEPT_BEFORE", shaped.kept_behind(without(KEPT, rule)))
    assert is_missed()


NO_CODES = Encoding("", lambda text: ())
CODES = ("COLOURS", "BARE_COLOURS", "CURLY", "CARETS", "ENTITIES", "PERCENT", "BACKSLASH")
WAYS_TO_READ = {
    "tables": (views, "named_cells", lambda text: ()),
    "rows of SQL": (views, "named_values", lambda text: ()),
    "lines broken at a width": (broken_lines, "broken", lambda text: ()),
    "names torn in two": (broken_lines, "torn", lambda text: ()),
    "letters that mail programs put": (views, "plainly_lettered", lambda seen: seen),
    **{name: (views, name, NO_CODES) for name in CODES},
    "REPLY": (broken_lines, "REPLY", NO_CODES),
}


@pytest.mark.parametrize("way", WAYS_TO_READ)
def test_each_way_to_read_a_text_is_needed(way, monkeypatch):
    monkeypatch.setattr(*WAYS_TO_READ[way])
    assert is_missed()


@pytest.mark.parametrize("takes", TAKES)
def test_each_way_to_take_a_value_is_needed(takes, monkeypatch):
    monkeypatch.setitem(TAKES, takes, lambda place: iter(()))
    assert is_missed()
