"""Every documented code has a problem, a rule and a sample; and the skeleton of a new problem."""

import pytest
from django.core.management import CommandError, call_command

from tests.conftest import PASTES, problem, rule
from troubleshooter.domain import Family, Knowledge
from troubleshooter.knowledge.load import load
from troubleshooter.web.coverage import coverage
from troubleshooter.web.management.commands import add_problem


def test_every_documented_code_is_covered_or_listed_with_a_reason(knowledge):
    assert [row for row in coverage(knowledge, PASTES) if not row.is_in_order] == []


SEVEN = '{"errorCode": "7", "errorMessage": "No pot"}'
EIGHT = SEVEN.replace("7", "8")


def covered(tmp_path, *problems, sample=SEVEN, gaps=None):
    (tmp_path / "teapot").mkdir(exist_ok=True)
    (tmp_path / "teapot" / "bare.code.txt").write_text(sample, encoding="utf-8")
    family = Family(id="tea", title="Tea", api="", found_in="", documented=("7",), gaps=gaps or {})
    made_up = Knowledge({each.id: each for each in problems}, {}, {}, {}, {}, {}, {"tea": family})
    return next(coverage(made_up, tmp_path))


TEAPOT = problem("teapot", rule("likely", code__is="7"), codes=("tea/7",))


def test_a_code_with_problem_rule_and_sample_is_whole(tmp_path):
    row = covered(tmp_path, TEAPOT)
    assert row.is_whole
    assert row.is_in_order


@pytest.mark.parametrize(
    ("problems", "sample", "lacks"),
    [
        ((), SEVEN, (False, False, False)),
        (
            (problem("teapot", rule(code__is="8"), codes=("tea/7",)),),
            SEVEN,
            (True, False, False),
        ),
        ((TEAPOT,), EIGHT, (True, True, False)),
        ((problem("teapot", rule("likely", code__is="7")),), SEVEN, (False, False, False)),
    ],
)
def test_what_is_missing_is_a_gap(problems, sample, lacks, tmp_path):
    row = covered(tmp_path, *problems, sample=sample)
    assert (bool(row.problem), row.has_rule, row.has_sample) == lacks
    assert not row.is_in_order


def test_a_listed_gap_is_in_order_until_it_is_none(tmp_path):
    assert covered(tmp_path, gaps={"7": "Nobody knows."}).is_in_order
    assert not covered(tmp_path, TEAPOT, gaps={"7": "Nobody knows."}).is_in_order


@pytest.fixture
def folders(tmp_path, monkeypatch):
    for name in ("CONTENT", "PASTES"):
        monkeypatch.setattr(add_problem, name, tmp_path / name)
    (tmp_path / "CONTENT" / "problems").mkdir(parents=True)
    return tmp_path


def test_a_new_problem_begins_with_a_skeleton_and_a_sample_without_secrets(folders):
    secret = "0123456789abcdef0123456789abcdef"
    paste = folders / "paste.txt"
    paste.write_text(
        f'Subscription-Key: {secret}\n{{"errorCode": "35", "errorMessage": "No \\"pot\\""}}'
    )
    call_command("add_problem", "teapot", paste, "--title", "No pot", "--code", "ecom/merchant/35")
    loaded, _ = load(folders / "CONTENT")
    begun = loaded.problems["teapot"]
    assert (begun.title, begun.codes, begun.apis) == ("No pot", ("ecom/merchant/35",), ("ecom",))
    assert begun.says == ('No "pot"',)
    sample = (folders / "PASTES" / "teapot" / "bare.sentence.txt").read_text(encoding="utf-8")
    assert secret not in sample
    assert '"errorCode": "35"' in sample


@pytest.mark.parametrize(
    ("id", "code", "says"),
    [
        ("Tea Pot", "", "no id"),
        ("teapot", "ecm/merchant/35", "Did you mean 'ecom/merchant'"),
        ("there", "", "is there already"),
    ],
)
def test_a_problem_that_cannot_be_is_refused(id, code, says, folders):
    (folders / "CONTENT" / "problems" / "there.md").write_text("")
    (folders / "paste.txt").write_text("401")
    with pytest.raises(CommandError, match=says):
        call_command("add_problem", id, folders / "paste.txt", "--code", code)


def test_a_paste_that_is_not_there_is_said_to_be_missing(folders):
    with pytest.raises(CommandError, match="No such file"):
        call_command("add_problem", "teapot", folders / "no-such.txt")
