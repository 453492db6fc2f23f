"""What a paste crosses or ticks by itself, with made-up checks."""

import random
from dataclasses import replace

import pytest

from tests.canaries import jwt
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


ID, KEY, SECRET = (
    "7c3fe1b2-4d1a-4f6e-9b7a-2f61c0d9e8a4",
    "3fa9c27be81d4605b7e2910cd48f6a35",  # gitleaks:allow
    "Zr7mQvXk9Lr4TzWb8Yn3PA==",  # gitleaks:allow
)
TOKEN_REQUEST = (
    "POST /accesstoken/get HTTP/1.1\nHost: apitest.vipps.no\n"
    "client_id: {}\nclient_secret: {}\nOcp-Apim-Subscription-Key: {}\n"
    "\nHTTP/1.1 401 Unauthorized\n"
)


def failed_checks(paste, knowledge) -> set[str]:
    checklist = diagnose(paste, knowledge).checklist
    return {row.check.id for row in checklist if row.state == "failed"}


@pytest.mark.parametrize(
    ("keys", "check"),
    [
        ((ID, SECRET, KEY[:31]), "key-copied-whole"),
        ((ID, SECRET, KEY[:31] + "o"), "key-copied-whole"),
        ((ID[:-1], SECRET, KEY), "key-copied-whole"),
        ((ID[:-1] + "o", SECRET, KEY), "key-copied-whole"),
        ((ID, 'Zr7m"vXk9Lr4TzWb8Yn3PA==', KEY), "key-copied-whole"),
        ((ID, "Zr7m vXk9Lr4TzWb8Yn3PA==", KEY), "key-copied-whole"),
        ((SECRET, ID, KEY), "keys-in-their-places"),
        ((KEY, SECRET, KEY), "keys-in-their-places"),
        ((ID, SECRET, ID), "keys-in-their-places"),
        ((ID, "hemmelig7Kx", "hemmelig7Kx"), "keys-in-their-places"),
        ((ID, "undefined", KEY), "keys-filled-in"),
        (("None", SECRET, KEY), "keys-filled-in"),
        ((ID, SECRET, "null"), "keys-filled-in"),
    ],
)
def test_what_is_wrong_with_a_key_crosses_a_check(keys, check, knowledge):
    assert check in failed_checks(TOKEN_REQUEST.format(*keys), knowledge)


def test_keys_that_are_right_or_were_left_out_by_hand_cross_nothing(knowledge):
    for keys in ((ID, SECRET, KEY), ("YOUR-CLIENT-ID", "<client_secret>", "xxxxxxxx")):
        assert failed_checks(TOKEN_REQUEST.format(*keys), knowledge) == set()


@pytest.mark.parametrize(
    ("claims", "host", "check"),
    [
        ({"exp": 1_500_000_000}, "apitest.vipps.no", "token-not-expired"),
        ({"iss": "https://apitest.vipps.no/a/"}, "api.vipps.no", "keys-match-server"),
        ({"iss": "https://api.vipps.no/a/"}, "apitest.vipps.no", "keys-match-server"),
    ],
)
def test_what_a_token_says_of_itself_crosses_a_check(claims, host, check, knowledge):
    token = jwt(random.Random(1), **claims)
    request = f"GET /epayment/v1/payments/a HTTP/1.1\nHost: {host}\nAuthorization: Bearer {token}\n"
    assert check in failed_checks(request, knowledge)
    own = {"iss": f"https://{host}/a/", "exp": 9_999_999_999}
    right = request.replace(token, jwt(random.Random(1), **own))
    assert failed_checks(right, knowledge) == set()


@pytest.mark.parametrize("answer", ["", "\nHTTP/1.1 415 Unsupported Media Type\n"])
def test_a_request_alone_or_with_a_plain_answer_crosses_what_is_wrong_in_it(answer, knowledge):
    rows = diagnose(REQUEST + answer, knowledge).checklist
    failed = {row.check.id for row in rows if row.state == "failed"}
    assert {"token-is-bearer", "msn-is-a-string"} <= failed
    assert all(row.because for row in rows if row.state == "failed")
