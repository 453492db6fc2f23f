"""Every form of body in every wrapping: the same facts and the same first finding as the bare body."""

import json
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.test_read import well_placed
from tests.wrappings import OF_ITS_OWN, SHAPES, WITH_STATUS, WRAPPINGS, Shape
from troubleshooter.diagnosis import diagnose
from troubleshooter.diagnosis.clauses import fold
from troubleshooter.diagnosis.read import read
from troubleshooter.domain import STRENGTHS, RedactedText, is_fact
from troubleshooter.knowledge import knowledge as load_knowledge

SAME = {"status", "code", "group", "message", "type", "field", "reason"}
INTRODUCED = "Vipps MobilePay answers:\n\n"
"""Stands before everything, so that no wrapping is better off for naming the server."""

FLAT = "the list lost which lines belong together"
CUT = "the sentence has line breaks of its own, and a list ends a value at the first"
ALONE = "a sentence alone, without the quotes and brackets of a list, is read as a line of text"
MEMBERLESS = "a list of strings has no members to write in this way"
CANNOT = {
    **{
        (wrapping, "array-of-strings"): ALONE
        for wrapping in (
            *("Go map", "Java map", "Kotlin data class", "YAML", "YAML, blocks", "XML"),
            *("key: value list", "first line lost", "outer braces missing"),
        )
    },
    ("logfmt members", "array-of-strings"): MEMBERLESS,
    ("table of members", "array-of-strings"): MEMBERLESS,
    ("XML", "recurring-v3-bulk"): "XML does not tell a list of one sentence from a sentence",
    ("key: value list", "recurring-v3-bulk"): FLAT,
    ("logfmt members", "recurring-v3-bulk"): FLAT,
    ("table of members", "recurring-v3-bulk"): FLAT,
    ("key: value list", "access-token-aad"): CUT,
    ("table of members", "access-token-aad"): CUT,
    ("key: value list", "recurring-v3-problem"): FLAT,
    ("key: value list", "checkout-validation"): FLAT,
    ("logfmt members", "recurring-v3-problem"): FLAT,
    ("logfmt members", "checkout-validation"): FLAT,
    ("table of members", "recurring-v3-problem"): FLAT,
    ("table of members", "checkout-validation"): FLAT,
    ("XML", "access-token-aad"): "the sentence has lines of its own, and they tell a number more",
    (
        "HTML page",
        "qr-conflict",
    ): "the body says nothing, and the page around it says Payment failed",
    ("PowerShell, 80 columns", "login-redirect"): "an address is broken in two",
    ("Go map", "invoice-error"): "Go writes no quotes: ` GET:/invoices` looks like the next name",
    ("Python bytes", "qr-problem-invalidParams"): "Python escapes what JSON had escaped, once more",
    ("Python bytes", "order-management-problem"): "the same",
}
"""Pairs of which something is honestly lost, and why."""


def as_read(text: str) -> dict[str, set[str]]:
    """The facts that must not change, without the width of white space. Nothing here is secret."""
    found: dict[str, set[str]] = {}
    for fact in read(RedactedText(text.replace("\r\n", "\n"))).facts:
        if fact.name in SAME or fact.name.startswith("trace."):
            found.setdefault(fact.name, set()).add(fold(fact.value))
    return found


@cache
def bare(shape_name: str) -> dict[str, set[str]]:
    return as_read(INTRODUCED + named(shape_name).text)


def named(name: str) -> Shape:
    return next(shape for shape in SHAPES if shape.name == name)


def differences(wrapping: str, shape: Shape) -> list[str]:
    """What a wrapping loses of the facts of a shape, and what it makes up."""
    wanted, found = bare(shape.name), as_read(INTRODUCED + WRAPPINGS[wrapping](shape))
    told = {fact: set(map(fold, values)) for fact, values in OF_ITS_OWN[wrapping].items()}
    told["status"] = {shape.status}
    different = []
    for name in sorted(wanted.keys() | found.keys()):
        here, there = wanted.get(name, set()), found.get(name, set())
        different += [f"{name} lost: {value}" for value in here - there]
        if name != "message":  # a tool may add a sentence of its own
            different += [f"{name} made up: {v}" for v in there - here - told.get(name, set())]
    if wrapping in WITH_STATUS and shape.status not in found.get("status", ()):
        different.append("status of the answer lost")
    return different


def first_finding(text: str, knowledge) -> str:
    findings = diagnose(INTRODUCED + text, knowledge).findings
    return findings[0].problem.id if findings else ""


def other_finding(wrapping: str, shape: Shape, knowledge) -> list[str]:
    head = f"HTTP/1.1 {shape.status}\n\n" if wrapping in WITH_STATUS else ""
    wanted = first_finding(head + shape.text, knowledge)
    found = first_finding(WRAPPINGS[wrapping](shape), knowledge)
    return [] if wanted == found else [f"finds {found or 'nothing'} and not {wanted or 'nothing'}"]


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_wrapped_body_says_what_the_bare_one_says(wrapping, knowledge):
    different = {
        shape.name: found
        for shape in SHAPES
        if (wrapping, shape.name) not in CANNOT
        and (found := differences(wrapping, shape) + other_finding(wrapping, shape, knowledge))
    }
    assert different == {}


@pytest.mark.parametrize("pair", CANNOT, ids=" of ".join)
def test_an_exception_is_still_one(pair, knowledge):
    wrapping, shape = pair[0], named(pair[1])
    assert differences(wrapping, shape) + other_finding(wrapping, shape, knowledge)


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_the_api_of_a_form_is_told_where_only_one_api_has_it(shape):
    assert set(read(RedactedText(shape.text)).values("api")) == (
        {shape.api} if shape.api else set()
    )


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_what_is_read_in_a_wrapping_stands_where_it_says(wrapping):
    for shape in SHAPES:
        report = read(RedactedText(WRAPPINGS[wrapping](shape).replace("\r\n", "\n")))
        assert well_placed(report), shape.name
        assert all(is_fact(fact.name) for fact in report.facts)
        assert all(fact.within.contains(fact.span) for fact in report.facts)


PAIRS = some.tuples(some.sampled_from(sorted(WRAPPINGS)), some.sampled_from(SHAPES))
steadily = settings(derandomize=True)


def sureness(text: str) -> int:
    verdict = diagnose(text, load_knowledge()).verdict
    return STRENGTHS[::-1].index(verdict) + 1 if verdict in STRENGTHS else 0


@given(PAIRS, some.floats(0, 1))
@settings(steadily, max_examples=300)
def test_a_text_cut_short_is_never_surer_than_the_whole(pair, share):
    text = INTRODUCED + WRAPPINGS[pair[0]](pair[1])
    cut = text.encode()[: int(len(text.encode()) * share)].decode(errors="replace")
    assert sureness(cut) <= sureness(text)


@given(PAIRS)
@settings(steadily, max_examples=60)
def test_a_log_line_around_a_text_does_not_change_its_first_finding(pair):
    body = json.dumps(pair[1].body)
    line = f"2026-11-22 10:00:00,123 WARN [pay-7] order 1234: {body} (attempt 1)"
    assert first_finding(line, load_knowledge()) == first_finding(body, load_knowledge())


@given(some.lists(PAIRS, min_size=2, max_size=4), some.integers(0, 200))
@settings(steadily, max_examples=100)
def test_any_mixture_can_be_read(pairs, cut):
    """Also half a wrapping in the middle of another."""
    text = "".join(WRAPPINGS[name](shape)[cut % 97 :] for name, shape in pairs)[: len(pairs) * 900]
    report = read(RedactedText(text.replace("\r\n", "\n")))
    assert all(fact.within.contains(fact.span) for fact in report.facts)
    assert well_placed(report)
