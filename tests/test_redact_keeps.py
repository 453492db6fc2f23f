"""What a diagnosis needs comes through unchanged: every sentence and body that the facts quote."""

import json
from collections import Counter
from pathlib import Path

import pytest

from troubleshooter.diagnosis.redact import redact, tidied

QUOTED = json.loads((Path(__file__).parent / "redact_keeps.json").read_text(encoding="utf-8"))
WRAPPED = {
    "alone": "{}",
    "in a log line": "2026-11-22T10:00:00.123Z ERROR [vipps] request failed: {} (attempt 2)",
    "in a paragraph": "We call the API and get this:\n\n{}\n\nWhat can we do?",
}
NEEDED = [
    "HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\nRetry-After: 12",
    "GET /epayment/v1/payments/acme-shop-123-order123abc HTTP/1.1\nHost: apitest.vipps.no",
    "PUT https://api.vipps.no/ecomm/v2/payments/9f3c1e2d-1111-4222-8333-444455556666/capture",
    "Merchant-Serial-Number: 654321\nIdempotency-Key: 9f3c1e2d-1111-4222-8333-444455556666",
    '{"merchantSerialNumber":654321,"amount":49900,"currency":"NOK","orderId":"654321000000000001"}',
    '{"reference":"01019012345","idempotencyKey":"0f1e2d3c4b5a69788796a5b4c3d2e1f0"}',
    '{"expires_in":"3599","expires_on":"1547823408","token_type":"Bearer"}',
    '{"instance":"urn:uuid:123e4567-e89b-12d3-a456-426655440000","type":"about:blank"}',
    "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "Request-Id: |4bf92f3577b34da6a3ce929d0e0e4736.00f067aa0ba902b7.",
    "x-ms-request-id: 9f3c1e2d-1111-4222-8333-444455556666\nX-Correlation-Id: 0f1e2d3c4b5a6978",
    "Timestamp: 2022-11-17 11:37:08Z at 1763820000, 1763820000000, 202611221000, +01:00",
    "Vipps-System-Name: WooCommerce\nVipps-System-Version: 8.2.1\nUser-Agent: GuzzleHttp/7 PHP/8.1",
    '{"agreementId":"agr_nmgWS4e","chargeId":"chr-00112233445566778899aabbccddeeff"}',
    '{"extraDetails":[{"name":"phoneNumber","reason":"Phone number is not valid"}]}',
    '{"invalidParams":[{"name":"client_secret","reason":"is required"}],"errors":{"Token":["missing"]}}',
    "Access-Control-Allow-Headers: authorization, client_id, client_secret, ocp-apim-subscription-key",
    '["client_id", "client_secret", "Ocp-Apim-Subscription-Key", "Authorization"]',
    "SyntaxError: Unexpected token < in JSON at position 0\n    at JSON.parse (<anonymous>)",
    "AxiosError: Request failed with status code 401, code: 'ERR_BAD_REQUEST'",
    'The header "Authorization" must be "Bearer <token>", not \'bearer <token>\'',
    "AADSTS7000222: The provided client secret keys for app 'acme' are expired.",
    'www-authenticate: Bearer error="invalid_token", error_description="The access token is missing"',
    'WWW-Authenticate: AzureApiManagementKey name="Ocp-Apim-Subscription-Key",type="header"',
    "'Authorization: Bearer ' . $accessToken, 'Ocp-Apim-Subscription-Key: ' . $key",
    "headers['client_secret'] = process.env.VIPPS_CLIENT_SECRET;",
    "def get_token(client_id: str, client_secret: str) -> str:",
    "const token = await getToken(); const accessToken = response.data.access_token;",
    "interface Token { access_token: string; expires_in: number }",
    "VippsError: token request failed (code=401, token=None, state=AUTHORIZED)",
    "The Nin scope is not allowed.",
    "Cannot find module '@vippsmobilepay/sdk@1.2.3' (node:internal/modules/cjs/loader:1145:15)",
]


@pytest.mark.parametrize("wrapping", WRAPPED)
@pytest.mark.parametrize("source", QUOTED)
def test_what_the_facts_quote_comes_through(source, wrapping):
    for quoted in QUOTED[source]:
        text = WRAPPED[wrapping].format(quoted)
        assert redact(text).text == text


@pytest.mark.parametrize(
    "source", ["bodies of the FAQ", "example bodies", "bodies of the catalogue"]
)
def test_a_body_comes_through_in_any_dress(source):
    for body in QUOTED[source]:
        for text in (json.dumps(body), json.dumps(json.dumps(body)), body.replace("\n", "\r\n")):
            assert redact(text).text == text.replace("\r\n", "\n")


@pytest.mark.parametrize("text", NEEDED)
def test_what_support_needs_comes_through(text):
    assert redact(text).text == text


def test_of_a_login_redirect_only_the_state_goes():
    url = "https://example.com/callback?error=interaction_required&state=1312312321983212a3b"
    assert redact(url).text == url.replace("1312312321983212a3b", "‹state 1›")


def test_of_an_azure_error_only_the_application_goes():
    ids = "Trace ID: {}\\r\\nCorrelation ID: {}".format(
        *["05d8ee66-30c4-4ec0-b099-be28c4f30f00"] * 2
    )
    text = (
        "AADSTS700016: Application with identifier '{}' was not found in the directory 'VIPPS-TEST'."
        f"\\r\\n{ids}\\r\\nTimestamp: 2022-11-17 11:37:08Z"
    )
    application = "fb492b5e-7907-4d83-bc20-c7fb60ca35de"
    assert redact(text.format(application)).text == text.format("‹uuid 1›")


def test_of_ordinary_text_hardly_a_word_is_touched(capsys):
    root = Path(__file__).parent
    content = root.parent / "troubleshooter" / "content"
    files = [*(root / "pastes").glob("*/*.txt"), *content.glob("*/*.md"), root.parent / "README.md"]
    words = touched = 0
    for file in files:
        text = tidied(file.read_text(encoding="utf-8"))
        before, after = (Counter(each.split()) for each in (text, redact(text).text))
        words += before.total()
        touched += (before - after).total()
    with capsys.disabled():
        print(f" {touched} of {words} words of ordinary text were touched ", end="")
    assert touched <= words / 100
