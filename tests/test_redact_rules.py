"""Every rule of redaction proves itself with its own examples."""

import re
from pathlib import Path

import pytest

from troubleshooter.diagnosis.redact import redact
from troubleshooter.diagnosis.redact.conditions import MUST
from troubleshooter.diagnosis.redact.facts import KINDS
from troubleshooter.diagnosis.redact.kept import KEPT, KEPT_NAMES
from troubleshooter.diagnosis.redact.names import BY_NAME, NAMES
from troubleshooter.diagnosis.redact.placeholders import GRAMMAR
from troubleshooter.diagnosis.redact.rules import Kept, squeezed
from troubleshooter.diagnosis.redact.shapes import SHAPES
from troubleshooter.diagnosis.redact.syntaxes import SYNTAXES
from troubleshooter.diagnosis.redact.values import TAKES

RULES = (*NAMES, *SHAPES, *SYNTAXES, *KEPT, *KEPT_NAMES)
CUTS = sorted({text for rule in RULES for text in rule.cuts})
KEEPS = sorted({text for rule in RULES for text in rule.keeps})
SECRET = re.compile("«(.*?)»", re.DOTALL)


@pytest.mark.parametrize("marked", CUTS)
def test_the_secret_in_an_example_is_cut_and_nothing_else(marked):
    around = SECRET.split(marked)[::2]
    cut = redact(re.sub("[«»]", "", marked)).text
    assert re.fullmatch("‹[^‹›]*›".join(map(re.escape, around)), cut)
    assert redact(cut).text == cut


@pytest.mark.parametrize("text", KEEPS)
def test_an_example_of_what_is_kept_comes_back_unchanged(text):
    assert redact(text).text == text


@pytest.mark.parametrize("rule", [*NAMES, *(shape for shape in SHAPES if shape.kind)])
def test_an_example_is_called_by_its_kind(rule):
    found = {kind.kind for text in rule.cuts for kind in redact(re.sub("[«»]", "", text)).removed}
    if rule.kind == "authorization":
        assert found == {"authorization", "access token", "credentials"}
    else:
        assert found == {rule.kind}


def test_a_rule_without_examples_is_refused():
    with pytest.raises(ValueError, match="has no example"):
        Kept(before="x", cuts=(), keeps=("x",))
    with pytest.raises(ValueError, match="has no example"):
        Kept(before="x", cuts=("x",), keeps=())


def test_rules_name_only_what_there_is():
    assert {rule.kind for rule in NAMES} | {shape.kind for shape in SHAPES} - {""} == set(KINDS)
    assert {rule.takes for rule in NAMES} == set(TAKES)
    assert {shape.must for shape in SHAPES} | {shape.surely for shape in SHAPES} == set(MUST)


def test_no_name_stands_in_two_rules():
    names = [squeezed(name) for rule in NAMES for name in rule.names]
    assert sorted(names) == sorted(set(names)) == sorted(BY_NAME)


@pytest.mark.parametrize("marked", CUTS)
def test_what_is_written_is_of_the_grammar_that_is_left_alone(marked):
    for placeholder in re.findall("‹[^‹›]*›", redact(re.sub("[«»]", "", marked)).text):
        assert GRAMMAR.fullmatch(placeholder)


@pytest.mark.parametrize("kind", KINDS)
def test_the_page_about_privacy_names_every_kind(kind):
    page = (Path(__file__).parent.parent / "templates/privacy/page.html").read_text("utf-8")
    removed = page.partition('"What is removed" %}</h2>')[2].partition("What stays")[0]
    assert f"<code>{kind}</code>" in removed
