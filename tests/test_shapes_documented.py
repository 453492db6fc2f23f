"""Every example body that is documented anywhere finds its problem first, and so does its one-line form."""

import json
from pathlib import Path

import pytest

from troubleshooter.diagnosis import diagnose

SHAPES = Path(__file__).with_name("shapes.json")

DOCUMENTED = {
    "problem-standard": "validation-error",
    "problem-standard-invalidParams": "validation-error",
    "azure-apim-subscription-key": "invalid-subscription-key",
    "azure-responseinfo": "invalid-access-token",
    "azure-responseinfo-string-code": "invalid-access-token",
    "unauthorized-object": "subscription-not-found",
    "unauthorized-array-invalid-msn": "invalid-msn-supermerchant",
    "access-token-aad": "token-client-unknown",
    "ecom-array": "ecom-card-expired",
    "ecom-array-with-context": "order-not-found",
    "ecom-array-no-group": "ecom-order-id-reused",
    "epayment-domain-error": "epayment-capture-before-reservation",
    "epayment-validation-error": "validation-error",
    "epayment-old": "epayment-long-living-not-allowed",
    "recurring-v2-array": "recurring-v2-agreement-not-active",
    "recurring-v3-problem": "recurring-illegal-agreement-update",
    "recurring-v3-about-blank": "recurring-agreement-not-found",
    "recurring-charge-failure": "recurring-charge-user-action-required",
    "oauth-error": "login-merchant-initiated-pending",
    "login-swagger-error": "login-request-not-accepted",
    "login-redirect": "login-dialogue-needed",
    "checkout-session": "checkout-session-unknown",
    "checkout-validation": "validation-error",
    "psp-v3-array": "merchant-deactivated",
    "psp-makepayment-reply": "psp-reply-refused-by-issuer",
    "psp-card-callback-reply": "psp-card-refused",
    "psp-recurring-result": "psp-card-refused",
    "psp-signup-problem": "psp-signup-refused",
    "webhooks-problem": "webhooks-registration-invalid",
    "qr-problem-invalidParams": "qr-values-invalid",
    "qr-problem-simple": "qr-order-timeout",
    "qr-exchange-error": "qr-code-incomplete",
    "order-management-problem": "qr-values-invalid",  # letter for letter the example of QR
    "report-500": "report-example-code",
    "report-401": "report-keys-not-accepted",
    "management-problem": "management-not-authorized",
    "report-problem": "management-not-authorized",  # the schema copied the example of Management
    "partner-error": "partner-msn-invalid",
    "partner-middleware": "partner-msn-too-short",
    "userinfo-problem": "validation-error",
    "invoice-error": "invoice-values-invalid",
}
"""The name of a documented body, and the problem that its documentation says it is."""

BODIES = {each["name"]: each["body"] for each in json.loads(SHAPES.read_text(encoding="utf-8"))}


def first(text: str, knowledge) -> str:
    return next((each.problem.id for each in diagnose(text, knowledge).findings), "")


def as_text(body: object, **how) -> str:
    return body if isinstance(body, str) else json.dumps(body, **how)


@pytest.mark.parametrize(("name", "problem"), DOCUMENTED.items())
def test_a_documented_body_finds_its_problem_first(name, problem, knowledge):
    assert first(as_text(BODIES[name], indent=2), knowledge) == problem
    assert first(as_text(BODIES[name], separators=(",", ":")), knowledge) == problem


@pytest.mark.parametrize(
    ("number", "problems"),
    {
        "51": {
            "Payment": "ecom-cancel-after-capture",
            "Merchant": "ecom-nin-not-allowed",
            "": "psp-request-invalid",
        },
        "21": {"Merchant": "ecom-reference-order-invalid", "": "merchant-deactivated"},
        "42": {"Payment": "ecom-refused-by-bank", "": "psp-payment-model-type-invalid"},
        "44": {"Payment": "ecom-card-expired", "": "psp-transaction-id-taken"},
        "99": {"VippsError": "ecom-internal-failure", "": "psp-order-id-taken"},
        "93": {"Payment": "ecom-payment-retry-differs", "VippsError": "ecom-retry-differs"},
        "98": {"Payment": "ecom-capture-period-over", "VippsError": "ecom-too-many-calls-at-once"},
    }.items(),
)
def test_the_same_number_means_another_problem_in_another_group(number, problems, knowledge):
    for group, problem in problems.items():
        assert first(of_group(group, number), knowledge) == problem


PSP_SAYS = {
    "21": "Merchant not available or active",
    "42": "Invalid payment model type",
    "44": "PSP Transaction ID already exists",
    "51": "Invalid request",
    "99": "OrderId already exists",
}


def of_group(group: str, number: str) -> str:
    """A body of the eCom API with a group and no words of ours; of the PSP API, without a group."""
    said = {"errorCode": number, "errorMessage": PSP_SAYS[number] if not group else "?"}
    grouped = (
        {"errorGroup": group} if group else {"contextId": "cf6d52c9-98cc-4285-b9b3-c7d36b6b06d9"}
    )
    return json.dumps([grouped | said])


@pytest.mark.parametrize(
    ("number", "text", "reply", "ecom", "group"),
    [
        (71, "Invalid request", "psp-reply-request-invalid", "refund-exceeds-captured", "Payment"),
        (72, "Other", "psp-reply-other-fault", "ecom-refund-before-capture", "Payment"),
        (81, "No such issuer", "psp-reply-issuer-unknown", "user-unknown", "User"),
        (
            82,
            "Refused by Issuer",
            "psp-reply-refused-by-issuer",
            "ecom-app-version-not-supported",
            "User",
        ),
        (
            91,
            "Internal error",
            "psp-reply-internal-fault",
            "ecom-transaction-not-allowed",
            "VippsError",
        ),
        (
            92,
            "Unable to decrypt",
            "psp-reply-unable-to-decrypt",
            "ecom-already-processed",
            "VippsError",
        ),
        (
            93,
            "Status from Vipps:NO",
            "psp-reply-status-from-vipps",
            "ecom-retry-differs",
            "VippsError",
        ),
        (
            94,
            "Unhandled soft decline",
            "psp-reply-soft-decline-unhandled",
            "ecom-order-locked",
            "VippsError",
        ),
    ],
)
def test_a_number_of_a_psp_reply_is_not_that_of_ecom(number, text, reply, ecom, group, knowledge):
    answer = {
        "errorMessage": {"errorId": number, "errorText": text},
        "paymentInfo": {"pspTransactionId": "7686f7788898767977", "status": "FAIL"},
    }
    assert first(json.dumps(answer), knowledge) == reply
    assert first(of_group(group, str(number)), knowledge) == ecom
