"""Whose error it is: what names us, what only others write, and where each of them counts."""

import json

import pytest

from tests.conftest import PASTES
from troubleshooter.diagnosis import diagnose
from troubleshooter.diagnosis.read.vendor_forms import FORMS, is_anothers_type
from troubleshooter.diagnosis.read.vendor_signs import ANOTHER, OURS, SIGNS

REFUND = "Cannot refund more than captured amount."
KEY = (
    "Access denied due to invalid subscription key. "
    "Make sure to provide a valid key for an active subscription."
)
GATEWAY = json.dumps({"statusCode": 401, "message": KEY})
STRIPE = json.dumps({"error": {"message": REFUND, "type": "invalid_request_error"}})
ECOM = json.dumps([{"errorGroup": "Payment", "errorCode": "71", "errorMessage": REFUND}])


def vendors(paste, knowledge):
    return diagnose(paste, knowledge).report.values("vendor")


def strengths(paste, knowledge):
    return {each.problem.id: each.strength for each in diagnose(paste, knowledge).findings}


@pytest.mark.parametrize(
    "paste",
    [
        f"Vipps: {KEY}",
        f"vipps.client {KEY}",
        f"POST https://api.vipps.no/epayment/v1/payments\n{GATEWAY}",
        f"Merchant-Serial-Number: 654321\n\n{GATEWAY}",
        f"curl https://shop.example/pay -H 'Merchant-Serial-Number: 654321'\n{GATEWAY}",
        f"POST /accesstoken/get HTTP/1.1\n\nHTTP/1.1 401 Access Denied\n\n{GATEWAY}",
        f"MobilePay-fejl: {KEY}",
    ],
)
def test_what_names_us_makes_an_identical_sentence_ours(paste, knowledge):
    assert vendors(paste, knowledge) == ("ours",)
    assert strengths(paste, knowledge)["invalid-subscription-key"] == "certain"


def test_an_identical_sentence_that_nothing_ties_to_us_is_likely_at_most(knowledge):
    assert strengths(GATEWAY, knowledge)["invalid-subscription-key"] == "likely"
    assert strengths(f"Ocp-Apim-Subscription-Key: x\n\n{GATEWAY}", knowledge) == {
        "invalid-subscription-key": "likely",
        "http-401": "likely",
    }


@pytest.mark.parametrize(
    "paste",
    [
        f"POST https://apim.contoso.example/orders\n{GATEWAY}",
        f"The plugin of Vipps is not involved.\ncurl https://apim.contoso.example/\n{GATEWAY}",
        f"POST /accesstoken/get HTTP/1.1\nHost: apim.contoso.example\n\nHTTP/1.1 401 No\n\n{GATEWAY}",
    ],
)
def test_the_server_that_was_called_says_more_than_a_sentence_about_us(paste, knowledge):
    assert vendors(paste, knowledge) == ("another",)
    found = strengths(paste, knowledge)
    assert found.pop("http-401") == "likely"  # that is what it is, whoever said it
    assert set(found.values()) == {"possible"}


def test_prose_about_two_vendors_does_not_make_the_body_of_one_ours(knowledge):
    paste = f"We use both Klarna and Vipps MobilePay. Our refunds give this:\n{STRIPE}"
    assert vendors(paste, knowledge) == ("another",)
    assert strengths(paste, knowledge) == {"refund-exceeds-captured": "possible"}


@pytest.mark.parametrize("turned", [False, True])
def test_each_line_of_a_log_is_judged_by_itself(turned, knowledge):
    lines = [
        f"01:42:17 ERROR stripe POST https://api.stripe.com/v1/refunds 400 {STRIPE}",
        f"01:42:18 ERROR vipps POST https://api.vipps.no/accesstoken/get 401 {GATEWAY}",
    ]
    found = strengths("\n".join(lines[::-1] if turned else lines), knowledge)
    assert found["invalid-subscription-key"] == "certain"
    assert found["refund-exceeds-captured"] == "possible"


def test_the_same_words_of_two_vendors_are_found_in_ours(knowledge):
    paste = f"ERROR POST https://api.stripe.com/v1/refunds 400 {STRIPE}\nERROR vipps 402 {ECOM}"
    finding = diagnose(paste, knowledge).findings[0]
    assert (finding.problem.id, finding.strength) == ("refund-exceeds-captured", "certain")
    assert all(each.fact.span.start > paste.index("ERROR vipps") for each in finding.because)


def test_a_body_in_our_form_stays_ours_in_another_systems_frame(knowledge):
    frame = {"timestamp": "2026-03-03", "status": 500, "error": "Server Error", "path": "/pay"}
    paste = json.dumps({**frame, "message": ECOM})
    assert strengths(paste, knowledge)["refund-exceeds-captured"] == "certain"


def test_a_log_line_with_the_names_of_springs_error_is_not_springs(knowledge):
    line = {"timestamp": "2026-03-03", "level": "error", "status": 401, "path": "/pay"}
    assert vendors(json.dumps({**line, "error": KEY}), knowledge) == ()


@pytest.mark.parametrize("sign", [each for each in SIGNS if each.whose == ANOTHER])
def test_every_sign_of_another_vendor_counts(sign, knowledge):
    for word in sign.words:
        assert vendors(f"error {word} {REFUND}", knowledge) == ("another",), word


@pytest.mark.parametrize("sign", [each for each in SIGNS if each.whose == OURS])
def test_every_sign_of_ours_counts(sign, knowledge):
    for word in sign.words:
        assert vendors(f"error {word} {REFUND}", knowledge) == ("ours",), word


@pytest.mark.parametrize("form", FORMS, ids=lambda form: " ".join(sorted(form.names)))
def test_every_form_of_another_vendor_counts(form, knowledge):
    body = json.dumps(dict.fromkeys(sorted(form.names), REFUND))
    assert vendors(body, knowledge) == ("another",)


def test_a_rule_that_asks_for_our_name_does_not_hold_in_anothers_body(knowledge):
    paste = f"ERROR stripe 400 {STRIPE}\nERROR vipps POST https://api.vipps.no/x 402 {GATEWAY}"
    for finding in diagnose(paste, knowledge).findings:
        if finding.problem.id == "refund-exceeds-captured":
            assert "vendor" not in {each.fact.name for each in finding.because}


def test_a_name_inside_another_word_is_no_sign(knowledge):
    assert vendors(f"The pinstriped applet swished: {REFUND}", knowledge) == ()


OUR_SAMPLES = [
    path for path in sorted(PASTES.glob("*/*.txt")) if path.parent.name not in ("none", "cors")
]


@pytest.mark.parametrize("path", OUR_SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_none_of_our_errors_is_taken_for_anothers(path, knowledge):
    """A shop that calls its own server, which passes our error on, may be told of as well."""
    found = diagnose(path.read_text(encoding="utf-8"), knowledge)
    assert not [why for why in found.findings[0].because if found.report.is_anothers(why.fact)]


OUR_WORDS = sorted((PASTES / "none").glob("other.words-*.txt"))


@pytest.mark.parametrize("path", OUR_WORDS, ids=lambda path: path.stem)
def test_our_sentences_in_bodies_of_others_are_possible_at_most(path, knowledge):
    found = strengths(path.read_text(encoding="utf-8"), knowledge)
    assert {found[each] for each in found if not each.startswith("http-")} <= {"possible"}


GENERIC = (
    "unauthorized", "Unauthorized.", "not found", "Not Found", "forbidden", "bad request", "conflict",
    "invalid", "invalid key", "invalid token", "access denied", "validation error", "amount", "error",
    "merchant blocked", "user not found", "order not found", "payment failed", "subscription expired",
    "wrong credentials", "internal error", "try again later", "app not installed", "invalid URL",
)  # fmt: skip


@pytest.mark.parametrize("frame", ["{}", "Vipps: {}", '{{"error": "{}"}}', "api.vipps.no said {}"])
@pytest.mark.parametrize("word", GENERIC)
def test_a_generic_word_never_makes_a_specific_finding(word, frame, knowledge):
    found = strengths(frame.format(word), knowledge)
    assert {found[each] for each in found if not each.startswith("http-")} <= {"possible"}


@pytest.mark.parametrize(
    ("address", "others"),
    [
        ("https://httpstatuses", False),
        ("https://developer.vip", False),
        ("https://httpstatuses.io/400", False),
        ("https://api.example-bank.com/errors", True),
        ("https://api.example-bank", True),
        ("https://http/errors", True),
    ],
)
def test_an_address_that_the_paste_cuts_off_is_not_anothers(address, others):
    assert is_anothers_type(address) is others
