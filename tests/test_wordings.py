"""Every wording, old and new, that is known of a code finds one problem; so does the code alone."""

import json
from typing import NamedTuple

import pytest

from troubleshooter.diagnosis import diagnose


class Code(NamedTuple):
    """A code, all its wordings, and the problem that they mean."""

    problem: str
    api: str
    group: str
    code: str
    wordings: tuple[str, ...]

    def body(self, wording):
        """The form in which this API says it."""
        if self.api == "ecom":
            return [{"errorGroup": self.group, "errorCode": self.code, "errorMessage": wording}]
        if self.api == "psp":
            return [{"errorCode": self.code, "errorMessage": wording, "contextId": "cf6d52c9"}]
        return {
            "type": "https://httpstatuses.io/400",
            "title": wording,
            "status": 400,
            "instance": "/v1/payments",
            "extraDetails": [{"name": "ErrorCode", "reason": self.code}],
            "traceId": "00-813b63975adcaaeef2b0ec7c103c40e3-706492e906541d31-01",
        }


CODES = (
    Code("capture-exceeds-reserved", "ecom", "Payment", "61", (
        "The total capture amount exceeds the reserved amount. You cannot capture a higher amount than the "
        "user has accepted. Check the payment details",
        "Captured amount exceeds the reserved amount. You can not capture a higher amount than the user has "
        "accepted.",
        "Captured amount exceeds the reserved amount (ordered)",
        "Captured amount exceeds the reserved amount",
    )),
    Code("capture-exceeds-reserved", "epayment", "", "6090", ("Capture amount too high",)),
    Code("refund-exceeds-captured", "ecom", "Payment", "71", (
        "Cannot refund a higher amount than the captured amount.",
        "Cannot refund more than captured amount.",
        "Cant refund more than captured amount",
        "Can't refund more than captured amount",
        "Can’t refund more than captured amount",
    )),
    Code("refund-exceeds-captured", "ecom", "Payments", "71", ("Cant refund more than captured amount",)),
    Code("refund-exceeds-captured", "epayment", "", "6150", ("Not enough refundable",)),
    Code("user-unknown", "ecom", "User", "81", (
        "The phone number is either incorrectly formatted (see the API specification), is not a Vipps user, or "
        "the user cannot pay businesses. Vipps cannot give more details.",
        "User not registered with Vipps",
        "User unknown. The phone number is either incorrectly formatted, is not a Vipps or MobilePay user, or "
        "the user is under 15 years old and cannot pay businesses.",
    )),
    Code("user-unknown", "ecom", "Customer", "81", ("User not registered with Vipps",)),
    Code("ecom-person-cannot-pay-companies", "ecom", "Payment", "1501", (
        "This person cannot pay to companies",
        "This person can not pay to companies",
    )),
    Code("user-unknown", "epayment", "", "7010", (
        "Customer not found",
        "The phone number does not belong to a Vipps or MobilePay user, or the user cannot pay businesses. We "
        "cannot give more details.",
    )),
    Code("user-unknown", "epayment", "", "4070", (
        "Invalid phone number",
        "Phone numbers must be in MSISDN format: Country code and subscriber number, but no prefix.",
    )),
    Code("merchant-deactivated", "ecom", "Merchant", "31", (
        "The merchant is blocked. The merchant can contact customer service for details.",
        "Merchant is blocked because of suspected fraud",
        "Merchant is blocked because of [reason]",
    )),
    Code("order-not-found", "ecom", "Merchant", "35", (
        "The orderId 'acme-shop-123-order123abc' does not exist for MSN 654321.",
        "Registered order not found",
        "Requested Order not found",
        "Requested order not found.",
    )),
    Code("order-not-found", "epayment", "", "5090", (
        "Reference not found",
        "The reference `acme-shop-123-order123abc` does not exist for MSN 123456",
    )),
    Code("merchant-deactivated", "ecom", "Merchant", "37", (
        "The merchant and/or sales unit is unavailable, deleted, deactivated or blocked for payments.",
        "Merchant not available, deactivated or blocked",
        "Merchant not available or deactivated or blocked",
        "Merchant not available or active",
        "Merchant unavailable, deleted, deactivated or not allowed to make payments",
    )),
    Code("merchant-deactivated", "psp", "", "21", ("Merchant not available or active",)),
    Code("merchant-not-allowed-ecommerce", "ecom", "Merchant", "97", (
        "The sales unit is not allowed to perform payments. See the FAQ.",
        "The merchant is not approved by Vipps to receive payments",
        "Merchant Not Allowed for Ecommerce Payment",
    )),
    Code("invalid-amount", "epayment", "", "4040", ("Invalid amount", "Amount invalid")),
    Code("invalid-amount", "epayment", "", "6010", ("Amount too small",)),
    Code("invalid-amount", "psp", "", "amount", ("amount.less.than.one",)),
    Code("invalid-callback-url", "epayment", "", "4090", (
        "Invalid URL",
        "The parameter `http://example.com` is invalid.",
    )),
    Code("invalid-callback-url", "psp", "", "makePaymentUrl", ("Invalid `makePaymentUrl`",)),
    Code("invalid-callback-url", "psp", "", "51", ("Invalid `pspRedirectUrl`",)),
)  # fmt: skip

WORDINGS = [(code, wording) for code in CODES for wording in code.wordings]
NEEDS_ITS_BODY = {
    "Invalid phone number",
    "Customer not found",
    "Reference not found",
    "Invalid URL",
}
"""Words that anybody could say: alone they say nothing, so they are found by their body."""

ONLY_WORDS = {"1501", "51"}
"""Codes that are told by their words: one was retired, the other means two things in one API."""

UNTOLD = "Words that nobody has seen yet"


def first(paste, knowledge):
    findings = diagnose(paste, knowledge).findings
    return findings[0].problem.id if findings else None


@pytest.mark.parametrize(
    ("code", "wording"), [each for each in WORDINGS if each[1] not in NEEDS_ITS_BODY]
)
def test_a_wording_alone_finds_its_problem(code, wording, knowledge):
    assert first(wording, knowledge) == code.problem


@pytest.mark.parametrize(("code", "wording"), WORDINGS)
def test_a_wording_in_its_body_finds_its_problem(code, wording, knowledge):
    assert first(json.dumps(code.body(wording)), knowledge) == code.problem


@pytest.mark.parametrize("code", [code for code in CODES if code.code not in ONLY_WORDS])
def test_a_code_whose_words_are_new_finds_its_problem(code, knowledge):
    paste = json.dumps(code.body(UNTOLD))
    if code.api == "psp":  # without a group or a path nothing tells PSP from eCom
        paste = f"POST /psp/v3/psppayments/init/1 HTTP/1.1\n\nHTTP/1.1 400 Bad Request\n\n{paste}"
    assert first(paste, knowledge) == code.problem


OTHER_MEANINGS = (
    (
        "Payment",
        "51",
        "Cannot cancel an orderId that has already been captured.",
        "ecom-cancel-after-capture",
    ),
    ("Merchant", "51", "The Nin scope is not allowed.", "ecom-nin-not-allowed"),
    ("Payment", "43", "Refused by the issuer: Invalid amount.", "ecom-amount-refused-by-bank"),
    (
        "Payment",
        "43",
        "Refused by issuer bank because of invalid a amount",
        "ecom-amount-refused-by-bank",
    ),
    ("Merchant", "21", "Reference orderId is not valid.", "ecom-reference-order-invalid"),
    (
        "Payment",
        "72",
        "Cannot refund a reserved order. The orderId can be canceled instead.",
        "ecom-refund-before-capture",
    ),
    (
        "Payment",
        "62",
        "The amount you tried to capture is not reserved.",
        "ecom-capture-before-reservation",
    ),
)
NO_MEANINGS = (
    ("Payment", "97"),
    ("Payment", "81"),
    ("Payment", "37"),
    ("User", "35"),
    ("VippsError", "71"),
    ("Merchant", "61"),
)  # fmt: skip


def of_group(group, code, message):
    return json.dumps([{"errorGroup": group, "errorCode": code, "errorMessage": message}])


@pytest.mark.parametrize(("group", "code", "message", "problem"), OTHER_MEANINGS)
def test_a_number_of_another_group_means_something_else(group, code, message, problem, knowledge):
    assert first(of_group(group, code, message), knowledge) == problem


@pytest.mark.parametrize(("group", "code"), NO_MEANINGS)
def test_a_number_that_a_group_does_not_have_means_nothing(group, code, knowledge):
    findings = diagnose(of_group(group, code, UNTOLD), knowledge).findings
    assert {each.strength for each in findings} <= {"possible"}


PSP_MEANINGS = (("42", "Invalid payment model type"), ("44", "PSP Transaction ID already exists"),
                ("99", "OrderId already exists"), ("121", "Agreement not found"))  # fmt: skip


@pytest.mark.parametrize(("code", "message"), PSP_MEANINGS)
def test_a_number_of_psp_is_not_taken_for_ecoms(code, message, knowledge):
    body = [{"errorCode": code, "errorMessage": message, "contextId": "cf6d52c9"}]
    findings = diagnose(json.dumps(body), knowledge).findings
    assert findings[0].problem.apis == ("psp",)
    assert surely_of("ecom", findings) == []


REPLIES = (71, 72, 81, 82, 91, 92, 93, 94)


@pytest.mark.parametrize("number", REPLIES)
def test_a_number_that_a_psp_answers_is_not_ecoms(number, knowledge):
    body = {
        "errorMessage": {"errorId": number, "errorText": "Some text"},
        "paymentInfo": {"pspTransactionId": "7686f7788898767977", "status": "FAIL"},
    }
    findings = diagnose(json.dumps(body), knowledge).findings
    assert f"psp-reply/{number}" in findings[0].problem.codes
    assert surely_of("ecom", findings) == []


def surely_of(api, findings):
    return [each for each in findings if each.strength != "possible" and api in each.problem.apis]
