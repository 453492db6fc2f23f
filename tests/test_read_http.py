"""HTTP as it is sent, as commands say it, and as code and logs quote it."""

import json

import pytest

from tests.test_read import well_placed
from troubleshooter.diagnosis.read import read
from troubleshooter.domain import RedactedText, Report


def report_of(text: str) -> Report:
    """What is read in a text without secrets."""
    return read(RedactedText(text))


CURL = """curl -X POST https://apitest.vipps.no/epayment/v1/payments \\
  -H 'Authorization: bearer x' \\
  --header "Merchant-Serial-Number: 654321" \\
  --data '{"merchantSerialNumber": 654321}'"""
CURL_WINDOWS = """curl --request POST "https://apitest.vipps.no/epayment/v1/payments" ^
  -H "Authorization: bearer x" ^
  -H ^"Merchant-Serial-Number: 654321^" ^
  -d "{\\"merchantSerialNumber\\": 654321}\""""
COMMANDS = {
    "curl": CURL,
    "curl of Windows": CURL_WINDOWS,
    "wget": "wget --method=POST --header='Authorization: bearer x' --header='Merchant-Serial-Number: 654321' "
    "--body-data='{\"merchantSerialNumber\": 654321}' https://apitest.vipps.no/epayment/v1/payments",
    "PowerShell": 'Invoke-RestMethod -Method Post -Uri "https://apitest.vipps.no/epayment/v1/payments" '
    '-Headers @{ "Authorization" = "bearer x"; "Merchant-Serial-Number" = "654321" } '
    "-Body '{\"merchantSerialNumber\": 654321}'",
    "raw": "> POST /epayment/v1/payments HTTP/1.1\n> Host: apitest.vipps.no\n> Authorization: bearer x\n"
    '> Merchant-Serial-Number: 654321\n\n{"merchantSerialNumber": 654321}\n',
    "debug output of Python": "send: b'POST /epayment/v1/payments HTTP/1.1\\r\\nHost: apitest.vipps.no\\r\\n"
    "Authorization: bearer x\\r\\nMerchant-Serial-Number: 654321\\r\\n\\r\\n'\n"
    "send: b'{\"merchantSerialNumber\": 654321}'\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'",
}


@pytest.mark.parametrize("text", COMMANDS.values(), ids=COMMANDS)
def test_a_request_is_read(text):
    report = report_of(text)
    assert report.values("method")[0].upper() == "POST"
    assert report.values("request.header.authorization") == ("bearer x",)
    assert report.values("request.header.merchant-serial-number") == ("654321",)
    assert report.values("path") == ("/epayment/v1/payments",)
    assert report.values("api") == ("epayment",)
    assert report.values("server") == ("test",)
    assert report.values("member.merchantSerialNumber") == ("654321",)
    assert well_placed(report)


QUOTED = {
    "C#": 'client.DefaultRequestHeaders.Add("Merchant-Serial-Number", "654321");',
    "PHP": "$headers['Merchant-Serial-Number'] = '654321';",
    "JavaScript": "xhr.setRequestHeader('Merchant-Serial-Number', '654321');",
    "HTTPie": "http POST https://apitest.vipps.no/x Merchant-Serial-Number:654321 a:=1",
    "logfmt": "level=info request.headers.Merchant-Serial-Number=654321 took=3ms",
    "a sentence": "We sent it with Merchant-Serial-Number: 654321 and so on",
    "a table": "| Accept | x |\n| Merchant-Serial-Number | 654321 |",
    "columns": "Accept\tx\nMerchant-Serial-Number\t654321",
    "below a heading": "Request Headers:\n  Accept: */*\n  Merchant-Serial-Number: 654321\n",
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED)
def test_a_header_in_code_or_in_a_log_is_read(text):
    report = report_of(text)
    assert report.values("request.header.merchant-serial-number") == ("654321",)
    assert well_placed(report)


WIRE = """10:00:00 DEBUG headers:133 - http-outgoing-0 >> POST /epayment/v1/payments HTTP/1.1
10:00:00 DEBUG headers:136 - http-outgoing-0 >> Authorization: bearer x
10:00:01 DEBUG headers:122 - http-outgoing-0 << HTTP/1.1 401 Unauthorized
10:00:01 DEBUG headers:125 - http-outgoing-0 << Date: today"""
ARROWS = """--> POST https://apitest.vipps.no/epayment/v1/payments http/1.1
Authorization: bearer x

{"merchantSerialNumber":654321,"status":500}
--> END POST (31-byte body)
<-- 401 Unauthorized https://apitest.vipps.no/epayment/v1/payments (120ms)
Date: today
{"statusCode":401,"message":"Not let in"}
<-- END HTTP"""
LOGGED = """info: System.Net.Http.HttpClient.Shop.ClientHandler[102]
      Request Headers:
      Authorization: bearer x
info: System.Net.Http.HttpClient.Shop.ClientHandler[103]
      Response Headers:
      Date: today
info: System.Net.Http.HttpClient.Shop.ClientHandler[101]
      Received HTTP response headers after 84ms - 401"""
LABELLED = """DEBUG Request body: {"merchantSerialNumber": 654321, "status": 500}
DEBUG Request headers: {Authorization=[bearer x]}
DEBUG Response headers: {Date=[today]}
DEBUG Response body: {"statusCode": 401, "message": "Not let in"}"""


@pytest.mark.parametrize("text", [WIRE, ARROWS, LOGGED, LABELLED])
def test_a_log_of_both_sides_tells_them_apart(text):
    report = report_of(text)
    assert report.values("request.header.authorization") == ("bearer x",)
    assert report.values("response.header.date") == ("today",)
    assert "500" not in report.values("status")
    sides = {fact.name for fact in report.facts if ".header." in fact.name}
    assert sides == {"request.header.authorization", "response.header.date"}
    assert well_placed(report)


@pytest.mark.parametrize(
    "text",
    [
        'HTTP/1.1 200 OK\nDate: x\n\n{"reference": "a-1", "amount": {"value": 1, "currency": "NOK"}}',
        'Response body: {"reference": "a-1", "amount": {"value": 1, "currency": "NOK"}}',
        '{"response": {"body": {"reference": "a-1", "amount": {"value": 1, "currency": "NOK"}}}}',
        '{"aggregate": {"refundedAmount": {"value": 0, "currency": "NOK"}}}',
    ],
)
def test_what_came_back_was_not_sent(text):
    assert not [fact for fact in report_of(text).facts if fact.name.startswith("member.")]


def test_headings_say_whose_the_headers_are():
    report = report_of("Request Headers:\n  Accept: x/y\nResponse Headers:\n  Server: teapot\n")
    assert report.values("request.header.accept") == ("x/y",)
    assert report.values("response.header.server") == ("teapot",)


@pytest.mark.parametrize(
    "text",
    [
        "https://api.vipps.no/x?Merchant-Serial-Number=654321",
        "The Merchant-Serial-Number is missing",
        "authorization=none of these",
    ],
)
def test_what_is_no_header_is_not_read_as_one(text):
    assert not [fact for fact in report_of(text).facts if ".header." in fact.name]


CHALLENGE = 'Bearer error="invalid_token", error_description="It expired"'


@pytest.mark.parametrize(
    "text",
    [
        f"HTTP/1.1 401 Unauthorized\nWWW-Authenticate: {CHALLENGE}\n",
        f"< HTTP/2 401\n< www-authenticate: {CHALLENGE}\n",
        json.dumps({"response": {"headers": {"www-authenticate": CHALLENGE}}}),
        json.dumps({"headers": [{"name": "WWW-Authenticate", "value": CHALLENGE}]}),
        f"StatusCode: 401, ReasonPhrase: 'Unauthorized', Headers:\n{{\n  WWW-Authenticate: {CHALLENGE}\n}}",
        f"{{ status: 401, headers: {{ 'www-authenticate': '{CHALLENGE}' }} }}",
    ],
)
def test_the_reason_for_a_refused_token_is_read(text):
    report = report_of(text)
    assert report.values("code") == ("invalid_token",)
    assert report.values("message") == ("It expired",)
    assert well_placed(report)


def test_a_challenge_without_a_reason_says_nothing():
    names = {f.name for f in report_of('HTTP/1.1 401 X\nWWW-Authenticate: Bearer error=""\n').facts}
    assert not names & {"code", "message"}


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("curl https://api.vipps.no/x -X DELETE", "DELETE"),
        ("Request Method: PUT\nStatus Code: 401", "PUT"),
        ("{method: :patch, url: 'x', headers: {'Accept'=>'y'}}", "patch"),
        ("http PATCH api.vipps.no/x", "PATCH"),
    ],
)
def test_the_method_is_read(text, method):
    assert report_of(text).values("method") == (method,)


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Could not resolve host: apitest.vipps.no", ("apitest.vipps.no",)),
        ("https://api.vipps.no:443/x", ("api.vipps.no",)),
        ("https://my-api.vipps.no/x", ()),
        ("https://api.vipps.no.example.org/x", ()),
        ("support@api.vipps.no", ()),
    ],
)
def test_a_server_is_known_by_its_whole_name(text, host):
    assert report_of(text).values("host") == host


@pytest.mark.parametrize(
    ("url", "path"),
    [
        ("url=https://api.vipps.no/epayment/v1/payments, x", "/epayment/v1/payments"),
        ("{url=https://api.vipps.no/epayment/v1/payments}", "/epayment/v1/payments"),
        ("(https://api.vipps.no/epayment/v1/payments)", "/epayment/v1/payments"),
        ("GET https://api.vipps.no/ecomm/v2/payments/{orderId}", "/ecomm/v2/payments/{orderId}"),
        ("See https://api.vipps.no/ecomm/v2/payments.", "/ecomm/v2/payments"),
        ('{"method": "POST", "url": "https:\\/\\/api.vipps.no\\/ecomm\\/v2"}', "/ecomm/v2"),
    ],
)
def test_the_path_ends_where_the_text_goes_on(url, path):
    report = report_of(url)
    assert report.values("path") == (path,)
    assert well_placed(report)
