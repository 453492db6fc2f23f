"""What a paste crosses or ticks by itself, with made-up checks."""

from dataclasses import replace

import pytest

from tests.conftest import problem, rule
from tests.test_classify import fact, report
from troubleshooter.diagnosis import diagnose
from troubleshooter.diagnosis.examine import examine
from troubleshooter.diagnosis.rules import Facts, because
from troubleshooter.domain import Check, Fact, Finding, Span


def lid(id: str = "lid", failed=(), passed=()) -> Check:
    return Check(
        id=id, title="The lid is on", acts=(), source=(), why="", how_to_see="", how_to_fix="",
        failed=failed, passed=passed,
    )  # fmt: skip


def crossed(findings, checks, *facts: Fact) -> list[tuple[str, str]]:
    """Each check of the list and its state."""
    told = report(*facts)
    known = Facts(told)
    rules = [each for check in checks for each in (*check.failed, *check.passed)]
    held = {each: why for each in rules if (why := because(each, known))}
    rows = examine(held, findings, {check.id: check for check in checks}, told.is_anothers)
    return [(row.check.id, row.state) for row in rows]


def finding_of(id: str, *checks: str, strength="likely") -> Finding:
    return Finding(replace(problem(id), checks=checks), strength, ())


def test_a_check_fails_before_it_passes():
    check = lid(failed=(rule(member__is="off"),), passed=(rule(member__is="on"),))

    def state(*values: str) -> str:
        facts = (fact("member", value) for value in values)
        return crossed([finding_of("p", "lid")], [check], *facts)[0][1]

    assert [state("on"), state("off"), state("on", "off"), state()] == [
        "passed",
        "failed",
        "failed",
        "look",
    ]


LIDS = [
    lid("first", failed=(rule(message__is="no lid"),)),
    lid("second", failed=(rule(message__is="two lids"),)),
    lid("sent", failed=(rule(path__is="/lid"),)),
    lid("told", failed=(rule(message__is="a leak"),)),
]


def test_what_was_sent_wrongly_is_crossed_whatever_was_found():
    sent = fact("path", "/lid")
    assert crossed([], LIDS, sent) == [("sent", "failed")]
    assert crossed([finding_of("p", "first")], LIDS, sent) == [
        ("first", "look"),
        ("sent", "failed"),
    ]


def test_checks_of_other_findings_are_kept_when_the_paste_crosses_them():
    both = [finding_of("p", "first"), finding_of("q", "second", "told", "first")]
    assert crossed(both, LIDS, fact("message", "two lids")) == [
        ("first", "look"),
        ("second", "failed"),
    ]


def test_checks_of_what_is_only_possible_are_not_crossed_by_an_answer():
    both = [finding_of("p", "first"), finding_of("q", "second", strength="possible")]
    assert crossed(both, LIDS, fact("message", "two lids")) == [("first", "look")]


def test_a_check_that_no_finding_asks_for_is_not_crossed_by_an_answer():
    assert crossed([finding_of("p", "first")], LIDS, fact("message", "a leak")) == [
        ("first", "look")
    ]


def test_what_was_sent_to_another_vendor_crosses_nothing():
    elsewhere = fact("vendor", "another", 0, within=Span(0, 50))
    assert crossed([], LIDS, fact("path", "/lid", 10), elsewhere) == []
    assert crossed([], LIDS, fact("path", "/lid", 60), elsewhere) == [("sent", "failed")]


REQUEST = """POST /epayment/v1/payments HTTP/1.1
Host: apitest.vipps.no
Authorization: bearer YOUR_TOKEN

{"merchantSerialNumber": 654321}
"""


@pytest.mark.parametrize("answer", ["", "\nHTTP/1.1 415 Unsupported Media Type\n"])
def test_a_request_alone_or_with_a_plain_answer_crosses_what_is_wrong_in_it(answer, knowledge):
    rows = diagnose(REQUEST + answer, knowledge).checklist
    failed = {row.check.id for row in rows if row.state == "failed"}
    assert {"token-is-bearer", "msn-is-a-string"} <= failed
    assert all(row.because for row in rows if row.state == "failed")
