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
        ({"message__matches": "MSN is 'not' valid"}, "This MSN is\n  ’not’ valid", True),
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


def test_what_another_vendor_said_is_never_more_than_possible():
    teapot = problem("teapot", rule(message__contains="teapot"))
    milk = problem("milk", rule("likely", message__contains="milk"))
    rules = filed(knowledge_of(teapot, milk))
    elsewhere = fact("vendor", "another", 0, within=Span(0, 50))
    said = fact("message", "teapot", 10), fact("message", "milk", 60)
    told = report(elsewhere, *said)
    found = classify(rules.index.held(Facts(told)), rules.problems, told.is_anothers)
    assert [(each.problem.id, each.strength) for each in found] == [
        ("milk", "likely"),
        ("teapot", "possible"),
    ]


def test_the_same_words_elsewhere_do_not_weaken_a_finding_of_ours():
    teapot = problem("teapot", rule(message__contains="teapot"))
    rules = filed(knowledge_of(teapot))
    elsewhere = fact("vendor", "another", 0, within=Span(0, 50))
    told = report(elsewhere, fact("message", "teapot", 10), fact("message", "teapot", 60))
    (finding,) = classify(rules.index.held(Facts(told)), rules.problems, told.is_anothers)
    assert finding.strength == "certain"
    assert finding.because[0].fact.span.start == 60


def test_of_two_errors_the_first_comes_first():
    kettle = problem("kettle", rule(message__contains="kettle", code__is="1"))
    cup = problem("cup", rule(message__contains="cup"))
    early, late = Span(0, 100), Span(100, 200)
    said = (
        fact("message", "no cup", 10, within=early),
        fact("message", "no kettle", 110, within=late),
        fact("code", "1", 120, within=late),
    )
    assert found([kettle, cup], *said) == ["cup", "kettle"]


def test_about_one_error_the_more_specific_comes_first_wherever_it_stands():
    kettle = problem("kettle", rule(message__contains="the kettle is empty"))
    cup = problem("cup", rule(message__contains="no cup"))
    whole, inside = Span(0, 100), Span(50, 90)
    said = (
        fact("message", "no cup", 10, within=whole),
        fact("message", "the kettle is empty", 60, within=inside),
    )
    assert found([kettle, cup], *said) == ["kettle", "cup"]


def test_of_two_lines_the_first_comes_first():
    kettle = problem("kettle", rule(message__contains="the kettle is empty"))
    cup = problem("cup", rule(message__contains="no cup"))
    assert found(
        [kettle, cup], fact("line", "no cup", 10), fact("line", "the kettle is empty", 60)
    ) == ["cup", "kettle"]


def test_a_plain_status_never_hides_what_was_wrong():
    plain = problem("plain", rule("likely", status__is="500"))
    cup = problem("cup", rule("likely", message__contains="no cup"))
    first, later = Span(0, 100), Span(100, 200)
    said = fact("status", "500", 0, within=first), fact("message", "no cup", 110, within=later)
    assert found([plain, cup], *said) == ["cup", "plain"]


def test_a_failure_comes_before_a_success():
    failed = problem("failed", rule("likely", status__is="401"), codes=("http/401",))
    fine = problem("fine", rule("likely", status__is="200"), codes=("http/200",))
    said = (
        fact("status", "200", 0, within=Span(0, 100)),
        fact("status", "401", 100, within=Span(100, 200)),
    )
    assert found([fine, failed], *said) == ["failed", "fine"]


def test_a_sentence_cut_short_is_likely_at_most():
    teapot = problem("teapot", rule("certain", message__contains="The teapot is short and stout"))
    (finding,) = findings([teapot], fact("message", "Error: The teapot is short a…"))
    assert (finding.problem.id, finding.strength) == ("teapot", "likely")


@pytest.mark.parametrize(
    "said",
    [
        "The teapot is…",
        "The teapot is short and thin…",
        "The teapot is short a… and more follows",
        "short and st...",
    ],
)
def test_what_may_begin_another_sentence_is_not_completed(said):
    teapot = problem("teapot", rule(message__contains="The teapot is short and stout"))
    empty = problem("empty", rule(message__contains="The teapot is empty"))
    assert found([teapot, empty], fact("message", said)) == []


def test_a_sentence_cut_short_begins_no_two_problems():
    short = problem("short", rule(message__contains="The little teapot is short"))
    stout = problem("stout", rule(message__contains="The little teapot is stout"))
    assert found([short, stout], fact("line", '"The little teapot is…"')) == []
    assert found([short, stout], fact("line", '"The little teapot is st…"')) == ["stout"]
