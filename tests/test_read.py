"""What can be read, and where: small tables a reader, then properties of all of them."""

import html
import json
from urllib.parse import unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.conftest import PASTES
from troubleshooter.diagnosis.decoding import decode, plain
from troubleshooter.diagnosis.encodings import BACKSLASH
from troubleshooter.diagnosis.letters import plainly_lettered
from troubleshooter.diagnosis.read import read
from troubleshooter.diagnosis.read.coded import uncoded
from troubleshooter.diagnosis.read.json_text import documents
from troubleshooter.diagnosis.read.node import Number
from troubleshooter.diagnosis.redact import redact
from troubleshooter.domain import DERIVED, Report, is_fact


def report_of(text: str) -> Report:
    return read(redact(text).text)


def plain_value(node):
    """A Node as `json.loads` gives it, numbers as they are written."""
    if isinstance(node.value, tuple):
        return {member.name: plain_value(member.node) for member in node.value}
    if isinstance(node.value, list):
        return [plain_value(item) for item in node.value]
    return str(node.value) if isinstance(node.value, Number) else node.value


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(max_size=12),
    lambda inside: (
        some.lists(inside, max_size=4)
        | some.dictionaries(some.text(max_size=6), inside, max_size=4)
    ),
    max_leaves=12,
)


@given(
    some.dictionaries(some.text(min_size=1, max_size=6), VALUES, min_size=1),
    some.sampled_from((None, 2)),
)
def test_json_is_read_as_the_standard_library_reads_it(body, indent):
    text = json.dumps(body, indent=indent)
    (node,) = documents(text)
    assert plain_value(node) == json.loads(text, parse_int=str)
    assert (node.start, node.end) == (0, len(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('{"a": "1", "b": "2"', {"a": "1", "b": "2"}),
        ('{"a": "1", "b": "un', {"a": "1", "b": "un"}),
        ('{"a": "1", "b": ', {"a": "1"}),
        ('{"a": "1",, "b": "2",}', {"a": "1", "b": "2"}),
        ('{"a": "1" "b": "2"}', {"a": "1", "b": "2"}),
        ("{'a': 'it', 'b': None}", {"a": "it", "b": None}),
        ('{a: "1"}', {"a": "1"}),
        ('{"a": 1.50}', {"a": "1.50"}),
        ('{"a": {"b": ["c"}}', {"a": {"b": ["c"]}}),
        ('{"a": "x\\qy"}', {"a": "x\\qy"}),
    ],
)
def test_broken_json_keeps_what_is_there_and_invents_nothing(text, wanted):
    (node,) = documents(text)
    assert plain_value(node) == wanted


@pytest.mark.parametrize(
    "text", ["", "[1, 2]", "{}", "[2026-11-22 10:00] x", "if (x) { return y; }", "{{ x }}"]
)
def test_what_is_no_json_is_no_document(text):
    assert list(documents(text)) == []


@pytest.mark.parametrize(
    "text", ["{" * 70_000, "[" * 70_000, '{"a":' * 2000, '"' * 70_000, "{'" * 30_000]
)
def test_hostile_json_is_only_text(text):
    assert list(documents(text)) is not None
    report_of(text)


FACTS = [
    ('{"statusCode": 401, "message": "Access denied"}', "status", "401"),
    ('{"status":"400","title":"T"}', "status", "400"),
    ('{"responseInfo":{"responseCode":"1000","responseMessage":"Wrong"}}', "code", "1000"),
    ('{"ResponseInfo":{"ResponseMessage":"Wrong"}}', "message", "Wrong"),
    ('[{"errorGroup":"Merchant","errorCode":"35"}]', "group", "Merchant"),
    ('["Something is off"]', "message", "Something is off"),
    ('{"extraDetails":[{"name":"ErrorCode","reason":"6080"}]}', "code", "6080"),
    ('{"extraDetails":[{"name":"amount","reason":"Too low"}]}', "reason", "Too low"),
    ('{"extraDetails":[{"field":"amount","text":"Too low"}]}', "field", "amount"),
    ('{"extraDetails":[{"amount":"Too low"}]}', "field", "amount"),
    ('{"extraDetails":[{"key":"CustomErrorCode","value":"9000"}]}', "code", "9000"),
    ('{"invalidParams":[{"name":"amount","reason":"Too low"}]}', "field", "amount"),
    ('{"errors":{"Transaction.Reference":["Is required"]}}', "field", "Transaction.Reference"),
    ('{"error":"invalid_client","error_description":"No"}', "code", "invalid_client"),
    ('{"error":"x","error_codes":[700016]}', "code", "700016"),
    (
        '{"type":"https://x/recurring-api-problems#not-authorized","title":"T"}',
        "type",
        "not-authorized",
    ),
    ('{"merchantSerialNumber":654321}', "member.merchantSerialNumber", "654321"),
    ('{"merchantSerialNumber":"654321"}', "member.merchantSerialNumber", '"654321"'),
    ('{"contextId":"abc-1"}', "trace.contextId", "abc-1"),
    ("HTTP/1.1 401 Unauthorized\nDate: now", "status", "401"),
    ("HTTP/2 404\r\ncontent-type: x", "status", "404"),
    ("< HTTP/1.1 403 Forbidden\n< Date: today\n", "response.header.date", "today"),
    ("> POST /ecomm/v2/payments HTTP/1.1\n> Host: apitest.vipps.no\n", "api", "ecom"),
    ("> POST /ecomm/v2/payments HTTP/1.1\n> Host: apitest.vipps.no\n", "server", "test"),
    (
        "curl -H 'Merchant-Serial-Number: 123456' https://api.vipps.no/epayment/v1/payments",
        "server",
        "production",
    ),
    (
        "curl -H 'Merchant-Serial-Number: 123456' x",
        "request.header.merchant-serial-number",
        "123456",
    ),
    ("resulted in a `401 Unauthorized` response", "status", "401"),
    ("java.io.IOException: Server returned HTTP response code: 403 for URL", "status", "403"),
    ("Request failed with status code 409", "status", "409"),
    ("does not indicate success: 403 (Forbidden).", "status", "403"),
    ("returned an error: (401) Unauthorized.", "status", "401"),
    ("resulted in a `401 Access Denied` response", "status", "401"),
    ("I got a 500 from Vipps", "status", "500"),
    ("Error 500", "status", "500"),
    ("Feil 401 fra API-et", "status", "401"),
    ("feilkode 37", "code", "37"),
    (
        'FeignException: [403] [Client#start(Body)]: [{"status":403,"detail":"Not allowed here"}]',
        "message",
        "Not allowed here",
    ),
    ("Felkod: 35", "code", "35"),
    (
        '{"level": "error", "msg": "Captured amount is too high"}',
        "line",
        "Captured amount is too high",
    ),
    (
        "Access denied due to invalid\n subscription key.",
        "line",
        "Access denied due to invalid\n subscription key.",
    ),
    ("[errorCode] => 35", "code", "35"),
    ('{"value": 1.5, "currency": "NOK"}', "member.value", "1.5"),
    ("due to access control checks.", "shape", "cors"),
    ("404", "status", "404"),
    ("35", "code", "35"),
    ("errorCode 37", "code", "37"),
    ('errorCode: "81"', "code", "81"),
    ("error 81", "code", "81"),
    ("AADSTS700016: Application", "code", "AADSTS700016"),
    ("<html><title>502 Bad Gateway</title></html>", "shape", "web-page"),
    ("<html><h1>Not here</h1></html>", "line", "Not here"),
    ("has been blocked by CORS policy: no", "shape", "cors"),
    ("requests.exceptions.HTTPError: 401", "exception", "requests.exceptions.HTTPError"),
]


@pytest.mark.parametrize(("text", "name", "value"), FACTS)
def test_a_fact_is_read(text, name, value):
    assert value in report_of(text).values(name)


@pytest.mark.parametrize(
    "wrap",
    [
        lambda body: json.dumps(json.dumps(body)),
        lambda body: json.dumps({"log": json.dumps({"body": json.dumps(body)})}),
        lambda body: f"2026-11-22 10:00:00 ERROR [shop] call failed: {json.dumps(body)} (retrying)",
        lambda body: 'throw new Error("' + json.dumps(body).replace('"', '\\"') + '")',
        lambda body: json.dumps(body).replace('"', "&quot;"),
        lambda body: repr(body),
    ],
    ids=["string", "string in string", "log line", "exception", "html", "python"],
)
def test_a_body_is_read_inside_other_text(wrap):
    report = report_of(
        wrap([{"errorGroup": "Merchant", "errorCode": "35", "errorMessage": "Gone"}])
    )
    facts = [report.values(name) for name in ("group", "code", "message")]
    assert facts == [("Merchant",), ("35",), ("Gone",)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the process left with exit code 35", "code"),
        ("HTTP status code 401", "code"),
        ("We have 401 reasons", "status"),
        ("it returned 500 items", "status"),
        ('{"name": "Merchant-Serial-Number", "value": "123456"}', "member.value"),
        ("order 404123 is late", "status"),
        ('{"name": "Kari", "reason": "none"}', "field"),
    ],
)
def test_a_fact_that_is_not_there_is_not_read(text, name):
    assert report_of(text).values(name) == ()


def test_request_and_response_are_told_apart():
    report = report_of(
        "POST /epayment/v1/payments HTTP/1.1\nHost: api.vipps.no\nContent-Type: text/plain\n\n"
        "HTTP/1.1 415 Unsupported Media Type\nContent-Type: application/problem+json\n"
    )
    assert report.values("request.header.content-type") == ("text/plain",)
    assert report.values("response.header.content-type") == ("application/problem+json",)


def well_placed(report: Report) -> bool:
    """Every fact that quotes the text stands where it says."""
    return all(
        gives_back(report.text[fact.span.start : fact.span.end], fact.value)
        for fact in report.facts
        if fact.name not in DERIVED
    )


def gives_back(cut: str, value: str) -> bool:
    """Whether a value is what stands there: letter by letter, or once its codes are read."""
    if cut == value:
        return True
    once = decode(plain(cut), BACKSLASH)
    twice = decode(once, BACKSLASH).text
    lettered = plainly_lettered(plain(cut)).text
    said = uncoded(plain(lettered)).text
    readings = (cut, once.text, twice, html.unescape(cut), unquote_plus(cut), lettered, said)
    return any(are_in(value, reading) for reading in readings)


def are_in(value: str, reading: str) -> bool:
    """Whether all letters and digits of a value come in their order."""
    letters = iter(reading)
    return all(letter in letters for letter in value if letter.isalnum())


@pytest.mark.parametrize(
    "path", sorted(PASTES.rglob("*.txt")), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_facts_of_a_paste_stand_where_they_say(path):
    report = report_of(path.read_text(encoding="utf-8"))
    assert well_placed(report)
    assert all(is_fact(fact.name) for fact in report.facts)
    assert all(fact.within.contains(fact.span) for fact in report.facts)


PIECES = some.sampled_from(
    ["{", "}", "[", "]", '"', "'", ":", ",", "\\", "\n", "HTTP/1.1 401 ", "Date: x", "<html>", "&quot;",
     "%22", '"errorCode"', "35", "error", "status", "é", "\ud800", "\0", "> ", "-H '", "https://api.vipps.no/"]
)  # fmt: skip


@given(some.lists(PIECES | some.text(max_size=5), max_size=30).map("".join))
def test_any_text_can_be_read(text):
    assert well_placed(report_of(text))
