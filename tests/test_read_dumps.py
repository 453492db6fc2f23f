"""Requests and responses inside what tools print: whose each header and status is, and where it stands."""

import json

import pytest

from tests.test_read import well_placed
from troubleshooter.diagnosis.read import read
from troubleshooter.domain import RedactedText, Report


def report_of(text: str) -> Report:
    """What is read in a text without secrets."""
    return read(RedactedText(text))


SENT = {"authorization": "bearer x", "merchant-serial-number": "654321"}
URL = "https://apitest.vipps.no/epayment/v1/payments"

HAR = json.dumps(
    {
        "request": {
            "method": "POST",
            "url": URL,
            "status": 500,
            "headers": [
                {"name": "authorization", "value": "bearer x"},
                {"name": "Merchant-Serial-Number", "value": "654321"},
            ],
            "postData": {"text": '{"merchantSerialNumber": 654321}'},
        },
        "response": {
            "status": 401,
            "headers": [{"name": "Date", "value": "Sun, 22 Nov 2026 10:00:00 GMT"}],
            "content": {"text": '{"statusCode": 401, "message": "Not let in"}'},
        },
    }
)
AXIOS = """AxiosError: Request failed with status code 401
    at settle (/app/node_modules/axios/lib/core/settle.js:19:12) {
  config: {
    headers: Object [AxiosHeaders] {
      'Content-Type': 'application/json',
      Authorization: 'bearer x',
      'Merchant-Serial-Number': 654321
    },
    method: 'post',
    url: 'https://apitest.vipps.no/epayment/v1/payments',
    data: '{"merchantSerialNumber":654321,"status":500}'
  },
  request: <ref *1> ClientRequest {
    _ended: true, method: 'POST', path: '/epayment/v1/payments',
    res: IncomingMessage { statusCode: 401 }
  },
  response: {
    status: 401,
    headers: Object [AxiosHeaders] { date: 'Sun, 22 Nov 2026 10:00:00 GMT' },
    data: { statusCode: 401, message: 'Not let in' }
  }
}"""
AXIOS_AS_JSON = json.dumps(
    {
        "message": "Request failed",
        "config": {
            "url": "/epayment/v1/payments",
            "baseURL": "https://apitest.vipps.no",
            "method": "post",
            "headers": {"Authorization": "bearer x", "Merchant-Serial-Number": "654321"},
            "data": '{"merchantSerialNumber":654321,"status":500}',
        },
        "response": {
            "status": 401,
            "headers": {"date": "Sun, 22 Nov 2026 10:00:00 GMT"},
            "data": {"statusCode": 401, "message": "Not let in"},
        },
    }
)
POSTMAN = json.dumps(
    {
        "originalRequest": {
            "method": "POST",
            "header": [
                {"key": "Authorization", "value": "bearer x"},
                {"key": "Merchant-Serial-Number", "value": "654321"},
            ],
            "body": {"mode": "raw", "raw": '{"merchantSerialNumber": 654321, "status": 500}'},
            "url": {"raw": URL},
        },
        "status": "Unauthorized",
        "code": 401,
        "header": [{"key": "Date", "value": "Sun, 22 Nov 2026 10:00:00 GMT"}],
        "body": '{"statusCode": 401, "message": "Not let in"}',
    }
)
POSTMAN_CONSOLE = f"""POST {URL}: {{
  "Request Headers": {{
    "authorization": "bearer x",
    "merchant-serial-number": "654321"
  }},
  "Request Body": "{{\\"merchantSerialNumber\\": 654321, \\"status\\": 500}}",
  "Response Headers": {{ "date": "Sun, 22 Nov 2026 10:00:00 GMT" }},
  "Response Body": "{{\\"statusCode\\": 401, \\"message\\": \\"Not let in\\"}}"
}}"""
DOT_NET = f"""Method: POST, RequestUri: '{URL}', Version: 1.1, Content: System.Net.Http.StringContent, Headers:
{{
  Authorization: bearer x
  Merchant-Serial-Number: 654321
  Content-Type: application/json; charset=utf-8
}}
{{"merchantSerialNumber": 654321, "status": 500}}
StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: <null>, Headers:
{{
  Date: Sun, 22 Nov 2026 10:00:00 GMT
}}
{{"statusCode": 401, "message": "Not let in"}}"""
FARADAY = (
    '#<struct Faraday::Env method=:post request_body="{\\"merchantSerialNumber\\":654321,\\"status\\":500}" '
    f"url=#<URI::HTTPS {URL}> "
    'request_headers={"Authorization"=>"bearer x", "Merchant-Serial-Number"=>"654321"} '
    'status=401 response_headers={"date"=>"Sun, 22 Nov 2026 10:00:00 GMT"} '
    'response_body="{\\"statusCode\\":401,\\"message\\":\\"Not let in\\"}">'
)
PHP = """Array
(
    [request] => Array
        (
            [method] => POST
            [url] => https://apitest.vipps.no/epayment/v1/payments
            [headers] => Array
                (
                    [Authorization] => bearer x
                    [Merchant-Serial-Number] => 654321
                )
            [body] => {"merchantSerialNumber": 654321, "status": 500}
        )

    [response] => Array
        (
            [http_code] => 401
            [headers] => Array
                (
                    [date] => Sun, 22 Nov 2026 10:00:00 GMT
                )
            [body] => {"statusCode": 401, "message": "Not let in"}
        )
)
"""
WHOLE = {
    "HAR": HAR,
    "HAR, as a string": json.dumps({"entry": HAR}),
    "axios": AXIOS,
    "axios as JSON": AXIOS_AS_JSON,
    "Postman": POSTMAN,
    "Postman's console": POSTMAN_CONSOLE,
    ".NET": DOT_NET,
    "Faraday": FARADAY,
    "print_r": PHP,
    "log in JSON": json.dumps(
        {
            "level": "error",
            "http.request.method": "POST",
            "http.request.headers.Authorization": "bearer x",
            "http.request.headers.Merchant-Serial-Number": "654321",
            "http.request.body": '{"merchantSerialNumber": 654321, "status": 500}',
            "http.response.status_code": 401,
            "http.response.headers.Date": "Sun, 22 Nov 2026 10:00:00 GMT",
            "http.response.body": '{"statusCode": 401, "message": "Not let in"}',
            "url": URL,
        }
    ),
}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_dump_of_request_and_response_tells_both_apart(text):
    report = report_of(text)
    assert report.values("request.header.authorization") == ("bearer x",)
    assert report.values("request.header.merchant-serial-number") == ("654321",)
    assert report.values("response.header.date") == ("Sun, 22 Nov 2026 10:00:00 GMT",)
    assert report.values("request.header.date") == ()
    assert report.values("server") == ("test",)
    assert report.values("path") == ("/epayment/v1/payments",)
    assert report.values("member.merchantSerialNumber") == ("654321",)
    assert report.values("message")[-1] == "Not let in"
    assert well_placed(report)


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_status_that_was_sent_is_not_taken_for_the_answer(text):
    assert report_of(text).values("status") == ("401",)


@pytest.mark.parametrize("text", [text for name, text in WHOLE.items() if name != "Faraday"])
def test_the_method_of_a_dump_is_read(text):
    assert {value.upper() for value in report_of(text).values("method")} <= {"POST"}


ALONE = {
    "dict of Python": "{'Authorization': 'bearer x', 'Merchant-Serial-Number': '654321'}",
    "list of dicts": '[{"name": "Authorization", "value": "bearer x"}, '
    '{"name": "Merchant-Serial-Number", "value": "654321"}]',
    "PHP's lines": "$headers = [\n    'Authorization: bearer x',\n    'Merchant-Serial-Number: 654321',\n];",
    "map of Go": "map[Authorization:[bearer x] Content-Type:[application/json] Merchant-Serial-Number:[654321]]",
    "list of pairs": '{"headers": [["Authorization", "bearer x"], ["Merchant-Serial-Number", "654321"]]}',
    "in turn": '{"rawHeaders": ["Authorization", "bearer x", "Merchant-Serial-Number", "654321"]}',
    "keys and lists": '{"Headers": [{"Key": "Authorization", "Value": ["bearer x"]}, '
    '{"Key": "Merchant-Serial-Number", "Value": ["654321"]}]}',
    "PowerShell": 'Invoke-WebRequest @{ "Authorization" = "bearer x"; "Merchant-Serial-Number" = "654321" }',
    "fetch": 'fetch("https://x", {"headers": {"authorization": "bearer x", "merchant-serial-number": "654321"}, '
    '"body": "{}", "method": "POST"})',
    "OkHttp": "Request{method=POST, url=x, headers=[Authorization:bearer x, Merchant-Serial-Number:654321]}",
    "Ruby": '{method: :post, headers: {"Authorization"=>"bearer x", "Merchant-Serial-Number"=>"654321"}}',
    "in a log record": '{"level": 1, "Authorization": "bearer x", "Merchant-Serial-Number": "654321", "no": 7}',
}


@pytest.mark.parametrize("text", ALONE.values(), ids=ALONE)
def test_headers_that_only_requests_have_are_the_requests(text):
    report = report_of(text)
    found = {
        fact.name.removeprefix("request.header."): fact.value
        for fact in report.facts
        if fact.name.startswith("request.header.")
    }
    assert SENT.items() <= found.items()
    assert not [fact for fact in report.facts if fact.name.startswith("response.header.")]
    assert well_placed(report)


def test_only_headers_of_a_log_record_are_headers():
    report = report_of(ALONE["in a log record"])
    assert report.values("request.header.level") == report.values("request.header.no") == ()


def test_headers_of_a_request_that_a_response_repeats_are_the_requests():
    report = report_of('HTTP/1.1 200 OK\n\n{"headers": {"Authorization": "bearer x"}}')
    assert report.values("request.header.authorization") == ("bearer x",)
    assert report.values("response.header.authorization") == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Response{protocol=h2, code=401, message=, url=https://api.vipps.no/x}", ("401",)),
        ('{"code": 401, "header": [{"key": "Server", "value": "x"}]}', ("401",)),
        ('{"code": "ERR_BAD", "headers": {"server": "x"}}', ()),
    ],
)
def test_the_code_of_a_response_is_its_status(text, status):
    assert report_of(text).values("status") == status


def test_a_code_beside_no_headers_is_a_code():
    assert report_of('{"code": 401, "message": "No"}').values("code") == ("401",)


@pytest.mark.parametrize(
    "text",
    [
        '{"headers": {"colour": "red", "status": "418", "message": "A teapot speaks"}}',
        '{"header": {"code": "35", "message": "A teapot speaks"}}',
    ],
)
def test_headers_that_are_none_are_read_as_any_object(text):
    report = report_of(text)
    assert "A teapot speaks" in report.values("message")
    assert not [fact for fact in report.facts if ".header." in fact.name]


@pytest.mark.parametrize(
    "text",
    [
        '{"errors": {"Merchant-Serial-Number": ["is required"]}}',
        '{"extraDetails": [{"name": "Authorization", "reason": "is missing"}]}',
        '{"path": "/payments/1", "status": 404, "error": "Not Found"}',
        '{"authorization": {"state": "none"}}',
    ],
)
def test_complaints_about_headers_are_no_headers(text):
    names = {fact.name for fact in report_of(text).facts}
    assert not {name for name in names if ".header." in name or name in ("path", "method")}


@pytest.mark.parametrize("text", WHOLE.values(), ids=WHOLE)
def test_a_dump_that_is_cut_short_makes_nothing_up(text):
    for end in range(0, len(text), 5):
        report = report_of(text[:end])
        assert well_placed(report)
        assert "500" not in report.values("status")
        assert not [fact for fact in report.facts if fact.name == "response.header.authorization"]


@pytest.mark.parametrize(
    ("text", "msn", "order"),
    [
        ('{"merchantSerialNumber": "654321", "orderId": "a-1"}', ('"654321"',), ('"a-1"',)),
        ('["merchantSerialNumber" => 654321, "orderId" => "a-1"]', ("654321",), ('"a-1"',)),
        ("Array\n(\n  [merchantSerialNumber] => 654321\n  [orderId] => a-1\n)", (), ("a-1",)),
        ("Order{merchantSerialNumber=654321, orderId=a-1}", (), ("a-1",)),
        ("map[merchantSerialNumber:654321 orderId:a-1]", (), ("a-1",)),
    ],
)
def test_a_dump_without_quotes_does_not_tell_strings_from_numbers(text, msn, order):
    report = report_of(text)
    assert report.values("member.merchantSerialNumber") == msn
    assert report.values("member.orderId") == order


CAUSE = 'errorMessage = "The pot is short"'
BARE_DUMPS = {
    "a record of C#": "Shop.Failed: Item { ErrorGroup = Merchant, ErrorCode = 35, "
    "ErrorMessage = The pot is short, ContextId = a7acce06 }\n   at Shop.Pay()",
    "a table of PowerShell": "@{errorGroup=Merchant; errorCode=35; errorMessage=The pot is short; contextId=a7}",
    "a map of Dart": "[{errorGroup: Merchant, errorCode: 35, errorMessage: The pot is short, contextId: a7}]",
    "an error of Swift": 'UserInfo={ errorCode = 35; errorGroup = Merchant; errorMessage = "The pot is short"; }',
    "a list of Swift": f"(\n    {{\n    errorCode = 35;\n    errorGroup = Merchant;\n    {CAUSE};\n    }}\n)",
    "a dataclass of Python": "Failed(error_group='Merchant', error_code='35', error_message='The pot is short')",
    "JSON without any quotes": "{errorGroup:Merchant,errorCode:35,errorMessage:The pot is short,contextId:a7}",
}


@pytest.mark.parametrize("name", BARE_DUMPS)
def test_a_dump_without_quotation_marks_is_read_like_the_body(name):
    report = report_of(BARE_DUMPS[name])
    assert well_placed(report)
    assert report.values("group") == ("Merchant",)
    assert report.values("code") == ("35",)
    assert report.values("message") == ("The pot is short",)
    assert report.values("shape") == ("ecom",)
