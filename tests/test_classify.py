"""Rules against facts, with made-up problems."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.conftest import problem, rule
from troubleshooter.diagnosis.classify import classify
from troubleshooter.diagnosis.filing import filed
from troubleshooter.diagnosis.rules import Facts, because
from troubleshooter.domain import Fact, Knowledge, RedactedText, Report, Span

NOTHING: RedactedText = ""  # type: ignore[assignment]
WHOLE = Span(0, 1000)


def fact(name: str, value: str, start: int = 0, within: Span = WHOLE) -> Fact:
    return Fact(name, value, Span(start, start + len(value)), within)


def report(*facts: Fact) -> Report:
    return Report(NOTHING, facts)  # the text plays no part in classifying


def knowledge_of(*problems) -> Knowledge:
    return Knowledge({each.id: each for each in problems}, {}, {}, {}, {})


def findings(problems, *facts: Fact):
    rules = filed(knowledge_of(*problems))
    return classify(rules.index.held(Facts(report(*facts))), rules.problems)


def found(problems, *facts: Fact) -> list[str]:
    return [finding.problem.id for finding in findings(problems, *facts)]


@pytest.mark.parametrize(
    ("clause", "value", "holds"),
    [
        ({"message__is": "Not  found"}, "not FOUND", True),
        ({"message__is": "Not found"}, "Agreement not found", False),
        ({"message__contains": "can't cancel"}, "Sorry: Can’t\n cancel it", True),
        ({"message__contains": ("captured", "cancelled")}, "Order is cancelled", True),
        ({"message__starts_with": "Invalid MSN"}, "invalid msn: 1", True),
        ({"message__starts_with": "Invalid MSN"}, "The invalid msn", False),
        ({"header__matches": "^bearer "}, "Bearer x", False),
        ({"header__matches": "^bearer "}, "bearer x", True),
    ],
)
def test_a_clause_holds_or_does_not(clause, value, holds):
    (name,) = clause
    facts = Facts(report(fact(name.partition("__")[0], value)))
    assert bool(because(rule(**clause), facts)) is holds


def test_a_clause_on_messages_looks_at_lines_too():
    teapot = problem("teapot", rule(message__contains="I am a teapot"))
    assert found([teapot], fact("line", "ERROR: I am a teapot!")) == ["teapot"]


def test_every_clause_must_hold():
    teapot = problem("teapot", rule(status__is="418", message__contains="teapot"))
    assert found([teapot], fact("message", "teapot")) == []
    assert found([teapot], fact("message", "teapot"), fact("status", "418")) == ["teapot"]


def test_the_stronger_claim_comes_first_and_then_the_more_specific():
    plain = problem("plain", rule("likely", status__is="418"))
    vague = problem("vague", rule("certain", message__contains="tea"))
    exact = problem("exact", rule("certain", message__contains="teapot"))
    both = problem("both", rule("certain", message__contains="tea", status__is="418"))
    facts = fact("status", "418"), fact("message", "I am a teapot")
    assert found([plain, vague, exact, both], *facts) == ["both", "exact", "vague", "plain"]


def test_a_problem_is_found_once_by_its_best_rule():
    teapot = problem(
        "teapot", rule("possible", status__is="418"), rule("certain", message__contains="teapot")
    )
    (finding,) = findings([teapot], fact("status", "418"), fact("message", "a teapot"))
    assert finding.strength == "certain"
    assert [str(evidence.clause) for evidence in finding.because] == ['message contains "teapot"']


def test_because_names_the_one_value_that_decided():
    teapot = problem("teapot", rule(message__contains=("kettle", "teapot")))
    (finding,) = findings([teapot], fact("message", "a teapot"))
    assert finding.because[0].clause.values == ("teapot",)


def test_two_errors_in_one_paste_never_hold_a_rule_together():
    teapot = problem("teapot", rule(group__is="Tea", code__is="1"))
    first, second = Span(0, 100), Span(100, 200)
    tea = fact("group", "Tea", within=first), fact("code", "2", within=first)
    milk = fact("group", "Milk", within=second), fact("code", "1", within=second)
    assert found([teapot], *tea, *milk) == []
    assert found([teapot], *tea, *milk, fact("code", "1", within=first)) == ["teapot"]


def test_what_is_true_of_the_whole_paste_is_true_of_each_error():
    teapot = problem("teapot", rule(status__is="418", code__is="1"))
    assert found([teapot], fact("status", "418"), fact("code", "1", within=Span(5, 9))) == [
        "teapot"
    ]


TEST_WORDS = ("tea", "pot", "milk", "cup", "418", "401")


@given(
    some.lists(
        some.tuples(some.sampled_from(("status", "message", "line")), some.sampled_from(TEST_WORDS))
    ),
    some.randoms(use_true_random=False),
)
def test_the_order_of_problems_does_not_matter(facts, chance: random.Random):
    problems = [problem(f"says-{word}", rule(message__contains=word)) for word in TEST_WORDS]
    problems += [problem(f"is-{word}", rule("likely", status__is=word)) for word in TEST_WORDS]
    given = [fact(name, value) for name, value in facts]
    before = found(problems, *given)
    chance.shuffle(problems)
    assert found(problems, *given) == before


@given(some.lists(some.sampled_from(TEST_WORDS), max_size=4), some.sampled_from(TEST_WORDS))
def test_filing_loses_no_rule(values, word):
    rules = [
        rule(message__contains=word),
        rule(message__starts_with=word, status__is="418"),
        rule(status__is=word),
        rule(path__matches=word),
    ]
    facts = Facts(
        report(*(fact(name, value) for value in values for name in ("message", "status", "path")))
    )
    index = filed(knowledge_of(problem("p", *rules))).index
    assert set(index.held(facts)) == {each for each in rules if because(each, facts)}
