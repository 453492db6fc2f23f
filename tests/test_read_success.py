"""A body of success says so, unless anything else in the paste tells of an error."""

import json

import pytest

from tests.test_read import report_of, well_placed
from troubleshooter.diagnosis import diagnose

MONEY = {"currency": "NOK", "value": 1000}
BODIES = {
    "a payment of eCom": {"orderId": "acme-1", "url": "https://apitest.vipps.no/dwo/deeplink?v=2"},
    "a callback of eCom": {
        "merchantSerialNumber": "123456",
        "orderId": "acme-1",
        "transactionInfo": {"amount": 1000, "status": "RESERVED", "transactionId": "5001"},
    },
    "a payment read": {
        "aggregate": {"authorizedAmount": MONEY},
        "amount": MONEY,
        "state": "AUTHORIZED",
        "redirectUrl": "https://example.com",
        "reference": "acme-1",
    },
    "an event": [
        {"reference": "acme-1", "pspReference": "p-1", "name": "CREATED", "amount": MONEY, "success": True}
    ],
    "a charge": {"id": "chr_x1", "status": "CHARGED", "amount": 1000, "type": "RECURRING"},
    "a token": {
        "token_type": "Bearer",
        "expires_in": "3599",
        "ext_expires_in": "3599",
        "access_token": "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.abc",
    },
}  # fmt: skip
CREATED = {
    "a payment created": {"redirectUrl": "https://landing.example.com?t=1", "reference": "acme-1"},
    "an agreement": {"agreementId": "agr_x1", "vippsConfirmationUrl": "https://api.vipps.no/dwo"},
    "a session": {"token": "x1", "checkoutFrontendUrl": "https://a.example", "pollingUrl": "https://b.example"},
}  # fmt: skip
EVERY = {**dict.fromkeys(BODIES, "http-200"), **dict.fromkeys(CREATED, "http-201")}
TEXTS = {name: json.dumps(body) for name, body in (BODIES | CREATED).items()}


@pytest.mark.parametrize("name", EVERY)
def test_a_body_of_success_says_so(name, knowledge):
    found = diagnose(TEXTS[name], knowledge).findings
    assert [each.problem.id for each in found] == [EVERY[name]]
    assert found[0].strength in ("possible", "likely")
    assert well_placed(report_of(TEXTS[name]))


@pytest.mark.parametrize("name", EVERY)
def test_beside_a_name_of_ours_it_is_likely(name, knowledge):
    text = f"2026-11-22 10:00:00 INFO vipps answered {TEXTS[name]}"
    found = diagnose(text, knowledge).findings
    assert [(each.problem.id, each.strength) for each in found] == [(EVERY[name], "likely")]


ERRORS = [
    'then vipps answered {"statusCode": 418, "message": "Short"}',
    'then vipps answered [{"errorGroup": "Kitchen", "errorCode": "918", "errorMessage": "Off"}]',
    "then HTTP 503",
    "then: Access denied",
    "java.lang.IllegalStateException: teapot",
    "betalingen feilet",
]


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("name", EVERY)
def test_an_error_in_the_same_paste_is_what_counts(name, error):
    shapes = report_of(f"{TEXTS[name]}\n{error}\n").values("shape")
    assert not {"success", "created"} & set(shapes)


@pytest.mark.parametrize(
    "body",
    [
        {"orderId": "acme-1", "url": "https://shop.example/pay"},
        {"access_token": "x", "token_type": "Bearer", "expires_in": 3600},
        {"id": "x1", "status": "CREATED", "links": []},
        {"state": "approved", "reference": "acme-1", "pspReference": "x"},
        {"orderId": "acme-1", "transactionInfo": {"status": "FAILED"}, "errorInfo": {"errorCode": "918"}},
        {"access_token": "x", "token_type": "Bearer", "expires_in": 1, "error": "teapot"},
    ],
)  # fmt: skip
def test_what_is_not_ours_or_failed_is_no_success(body, knowledge):
    found = diagnose(json.dumps(body), knowledge).findings
    assert not {"http-200", "http-201"} & {each.problem.id for each in found}


def test_a_body_that_was_sent_is_no_answer():
    text = 'POST /pay HTTP/1.1\nHost: api.vipps.no\n\n{"redirectUrl": "https://x.no", "reference": "acme-1"}\n'
    assert "created" not in report_of(text).values("shape")
