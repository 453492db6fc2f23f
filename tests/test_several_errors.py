"""Several errors in one paste, with the real content: each is found, what explains the rest first."""

import json

import pytest

from troubleshooter.diagnosis import diagnose

API = "https://api.vipps.no"


def gateway(message):
    return json.dumps({"statusCode": 401, "message": message})


def ecom(group, code, message):
    return json.dumps([{"errorGroup": group, "errorCode": code, "errorMessage": message}])


def epayment(title, code):
    return json.dumps(
        {
            "type": "https://httpstatuses.io/400",
            "title": title,
            "status": 400,
            "extraDetails": [{"name": "ErrorCode", "reason": code}],
        }
    )


def exchange(path, status, body):
    return f"POST {path} HTTP/1.1\nHost: api.vipps.no\n\nHTTP/1.1 {status}\n\n{body}\n\n"


def logged(*lines):
    return "\n".join(
        f"2026-03-03T01:42:{second:02}Z ERROR {line}" for second, line in enumerate(lines)
    )


WRONG_KEY = gateway(
    "Access denied due to invalid subscription key. "
    "Make sure to provide a valid key for an active subscription."
)
NO_KEY = gateway(
    "Access denied due to missing subscription key. "
    "Make sure to include subscription key when making requests to an API."
)
NO_TOKEN = json.dumps(
    {
        "responseInfo": {
            "responseCode": "1000",
            "responseMessage": "Something went wrong. Please try again later.",
        }
    }
)
CORS = (
    f"Access to fetch at '{API}/epayment/v1/payments' from origin 'https://shop.example' has been "
    "blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
NOT_FOUND = ecom("Merchant", "35", "Requested Order not found")
DEACTIVATED = ecom("Merchant", "37", "Merchant not available or deactivated or blocked")
TOO_MUCH = ecom("Payment", "61", "Captured amount exceeds the reserved amount")

PASTES = {
    "the token request before the call without a token": (
        exchange("/accesstoken/get", "401 Access Denied", WRONG_KEY)
        + exchange("/epayment/v1/payments", "401 Unauthorized", NO_TOKEN),
        [
            *("invalid-subscription-key", "invalid-access-token"),
            *("token-client-secret-wrong", "http-401"),
        ],
    ),
    "the same in a log": (
        logged(f"vipps token: HTTP 401 {WRONG_KEY}", f"vipps payment: HTTP 401 {NO_TOKEN}"),
        ["invalid-subscription-key", "invalid-access-token", "http-401"],
    ),
    "a later server error of the shop": (
        logged(f"POST {API}/accesstoken/get {NO_KEY}", "shop: HTTP 500 Internal Server Error"),
        ["missing-subscription-key", "token-client-secret-wrong", "http-401", "http-500"],
    ),
    "an earlier server error of the shop": (
        logged("shop: HTTP 500 Internal Server Error", f"POST {API}/accesstoken/get {NO_KEY}"),
        ["missing-subscription-key", "token-client-secret-wrong", "http-401", "http-500"],
    ),
    "a browser's refusal before the 401 beside it": (
        f"{CORS}\nPOST {API}/epayment/v1/payments net::ERR_FAILED 401 (Unauthorized)",
        ["cors", "http-401"],
    ),
    "a browser's refusal before the body above it": (
        f"POST {API}/epayment/v1/payments 401 (Unauthorized)\n{NO_KEY}\n{CORS}",
        ["cors", "missing-subscription-key", "http-401"],
    ),
    "three bodies, in their order": (
        logged(DEACTIVATED, TOO_MUCH, NOT_FOUND),
        ["merchant-deactivated", "capture-exceeds-reserved", "order-not-found"],
    ),
    "the same three, the other way round": (
        logged(NOT_FOUND, TOO_MUCH, DEACTIVATED),
        ["order-not-found", "capture-exceeds-reserved", "merchant-deactivated"],
    ),
    "one problem twice": (logged(NOT_FOUND, NOT_FOUND), ["order-not-found"]),
    "two bodies of ePayment": (
        logged(epayment("Capture amount too high", "6090"), epayment("Not enough", "6150")),
        ["capture-exceeds-reserved", "refund-exceeds-captured", "http-400"],
    ),
    "a success before the error": (
        "HTTP/1.1 200 OK\n\n{}\n\n" + exchange("/ecomm/v2/payments/1", "404 Not Found", NOT_FOUND),
        ["order-not-found", "http-404", "http-200"],
    ),
    "three sentences": (
        "Invalid MSN: 654321. Check your API keys on portal.vipps.no and see the eCom FAQ for tips.\n"
        "Merchant Not Allowed for Ecommerce Payment\nUser not registered with Vipps",
        ["invalid-msn-check-keys", "merchant-not-allowed-ecommerce", "user-unknown"],
    ),
    "our error inside the shop's own": (
        "HTTP/1.1 500 Internal Server Error\n\n"
        + json.dumps({"error": f"Payment failed: {NOT_FOUND}"}),
        ["order-not-found", "http-500"],
    ),
    "two statuses": (
        "HTTP/1.1 409 Conflict\n\nHTTP/1.1 429 Too Many Requests\n",
        ["http-409", "http-429"],
    ),
    "two statuses, the other way round": (
        "HTTP/1.1 429 Too Many Requests\n\nHTTP/1.1 409 Conflict\n",
        ["http-429", "http-409"],
    ),
}


@pytest.mark.parametrize(("paste", "expected"), PASTES.values(), ids=PASTES)
def test_each_error_is_found_and_what_explains_the_rest_comes_first(paste, expected, knowledge):
    found = diagnose(paste, knowledge).findings
    assert [each.problem.id for each in found] == expected


def test_each_finding_points_at_its_own_error(knowledge):
    paste = logged(DEACTIVATED, NOT_FOUND, TOO_MUCH)
    for line, found in zip(paste.split("\n"), diagnose(paste, knowledge).findings, strict=True):
        start = paste.index(line)
        for evidence in found.because:
            assert start <= evidence.fact.span.start < start + len(line)


def test_a_sentence_is_quoted_from_its_own_line(knowledge):
    paste = "Merchant Not Allowed for Ecommerce Payment\nUser not registered with Vipps"
    quoted = [found.because[0].fact.value for found in diagnose(paste, knowledge).findings]
    assert quoted == paste.split("\n")


def test_a_status_of_one_log_line_says_nothing_of_another_line(knowledge):
    paste = (
        "2026-11-22 02:11:09 ERROR vipps 404 Not Found\n"
        "2026-11-22 02:11:10 ERROR vipps 500 Internal Server Error: Subscription not found\n"
        "2026-11-22 02:11:11 ERROR vipps 401 Unauthorized\n"
    )
    found = {each.problem.id: each.strength for each in diagnose(paste, knowledge).findings}
    assert found["subscription-not-found"] != "certain"
    same_line = paste.replace("401 Unauthorized", "401 Unauthorized: Subscription not found")
    found = {each.problem.id: each.strength for each in diagnose(same_line, knowledge).findings}
    assert found["subscription-not-found"] == "certain"


def test_a_status_speaks_for_the_lines_of_a_log_below_it(knowledge):
    paste = (
        "2026-11-22 02:11:08 INFO vipps status 200\n"
        "2026-11-22 02:11:09 ERROR vipps status 401\n"
        "2026-11-22 02:11:09 ERROR vipps body: Subscription not found\n"
        "2026-11-22 02:11:11 INFO vipps status 200\n"
    )
    (first, *_) = diagnose(paste, knowledge).findings
    assert (first.problem.id, first.strength) == ("subscription-not-found", "certain")
