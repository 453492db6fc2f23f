"""Bodies in the middle of what programs print: breaks written as codes, strings in several parts."""

import json

import pytest

from tests.test_read import report_of, well_placed
from troubleshooter.diagnosis.read import read
from troubleshooter.diagnosis.redact import redact

BODY = {"errorGroup": "Teapot", "errorCode": "35", "errorMessage": "The pot is short and stout"}
PRETTY = json.dumps(BODY, indent=2)

CODED = {
    "the bytes of Python": f"b'{PRETTY}'".replace("\n", "\\n"),
    "the bytes of Python, from Windows": f"b'{PRETTY}'".replace("\n", "\\r\\n"),
    "doubled codes": PRETTY.replace("\n", "\\\\n"),
    "codes for tabs": json.dumps([BODY], indent="\t").replace("\n", "\\n").replace("\t", "\\t"),
    "syslog": "Nov 22 03:11:09 web shop: " + PRETTY.replace("\n", "#012"),
    "tags of HTML": PRETTY.replace("\n", "<br/>\n"),
    "tags and entities": "<pre>" + PRETTY.replace('"', "&quot;").replace("\n", "<br>") + "</pre>",
    "escaped three times": json.dumps(json.dumps(json.dumps(json.dumps(BODY)))),
    "guillemets": PRETTY.replace(' "', " «").replace('"', "»"),
    "an HTTP message in one line": f"HTTP/1.1 400 Bad\\nDate: x\\n\\n{PRETTY}".replace("\n", "\\n"),
    "print_r in one line": "Array\\n(\\n    [errorGroup] => Teapot\\n    [errorCode] => 35\\n"
    "    [errorMessage] => The pot is short and stout\\n)\\n",
    "bullets": "• " + PRETTY.replace("\n", "\n• "),
}


@pytest.mark.parametrize("name", CODED)
def test_a_body_with_its_line_breaks_as_codes_is_read_as_the_body(name):
    report = report_of(CODED[name])
    assert well_placed(report)
    assert report.values("code") == ("35",)
    assert report.values("group") == ("Teapot",)
    assert report.values("message") == ("The pot is short and stout",)
    assert "ecom" in report.values("shape")


def test_a_code_inside_a_string_stays_the_strings_own():
    report = report_of('{\\n  "errorCode": "35",\\n  "errorMessage": "one\\ntwo and three"\\n}')
    assert report.values("message") == ("one\ntwo and three",)


PARTS = {
    "pprint": "{'message': 'The pot is '\n            'short and '\n            'stout',\n 'code': 'T1'}",
    "Node": "{\n  message: 'The pot is ' +\n    'short and ' +\n    'stout',\n  code: 'T1'\n}",
    "C": 'x = {"code": "T1", "message": "The pot is "\n  "short and "\n  "stout"}',
    "C#": '{"code": "T1", "message": "The pot is short "\n  + "and stout"}',
}


@pytest.mark.parametrize("name", PARTS)
def test_a_string_in_several_parts_is_one(name):
    report = report_of(PARTS[name])
    assert well_placed(report)
    assert report.values("message") == ("The pot is short and stout",)
    assert report.values("code") == ("T1",)


def test_a_part_in_other_quotation_marks_belongs_to_the_string():
    report = report_of(
        "{'code': 'T1',\n 'message': 'The pot '\n            \"isn't \"\n            'tall'}"
    )
    assert report.values("message") == ("The pot isn't tall",)


def test_a_name_below_a_string_without_its_comma_is_no_part_of_it():
    report = report_of('{"message": "The pot"\n "code": "T1"}')
    assert report.values("message") == ("The pot",)
    assert report.values("code") == ("T1",)


IN_STRINGS = {
    "percent-coded": "%7B%22errorCode%22%3A%2235%22%2C%22errorMessage%22%3A%22The%20pot%20is%20short%22%7D",
    "a form": "errorCode=35&errorMessage=The+pot+is+short",
    "a quoted mail": '> {\n>   "errorCode": "35",\n>   "errorMessage": "The pot is short"\n> }',
    "lines": "errorCode: 35\nerrorMessage: The pot is short",
    "print_r": "Array\n(\n    [errorCode] => 35\n    [errorMessage] => The pot is short\n)\n",
}


@pytest.mark.parametrize("name", IN_STRINGS)
def test_a_body_inside_a_string_of_json_is_read_like_the_body(name):
    report = report_of(json.dumps({"level": "error", "msg": IN_STRINGS[name]}))
    assert well_placed(report)
    assert report.values("code") == ("35",)
    assert "The pot is short" in report.values("message")
    assert report.values("shape") == ("ecom",)


FLAT = {
    "tabs": "title\tToo much\nstatus\t400\nextraDetails[0].name\tErrorCode\nextraDetails[0].reason\t61",
    "dots": "title: Too much\nstatus: 400\nextraDetails.0.name: ErrorCode\nextraDetails.0.reason: 61",
    "a form": "title=Too+much&status=400&extraDetails[0][name]=ErrorCode&extraDetails[0][reason]=61",
    "a viewer": 'title\t"Too much"\nstatus\t400\nextraDetails\t\n0\t\nname\t"ErrorCode"\nreason\t"61"',
    "two columns": "Field\tValue\ntitle\tToo much\nstatus\t400\nname\tErrorCode\nreason\t61",
    "a log line": 'title="Too much" status=400 extraDetails[0].name=ErrorCode extraDetails[0].reason=61',
}


@pytest.mark.parametrize("name", FLAT)
def test_names_that_hold_the_way_to_a_value_are_the_object_they_came_from(name):
    report = report_of(FLAT[name])
    assert well_placed(report)
    assert report.values("message") == ("Too much",)
    assert report.values("status") == ("400",)
    assert report.values("code") == ("61",)
    assert report.values("field") == ()
    assert report.values("shape") == ("problem-details",)


def test_two_errors_with_flattened_names_are_two():
    report = report_of(
        "[0].errorCode\t35\n[0].errorMessage\tone pot is\n[1].errorCode\t36\n[1].errorMessage\ttwo"
    )
    codes = {fact.value: fact.within for fact in report.facts if fact.name == "code"}
    assert codes.keys() == {"35", "36"}
    assert codes["35"] != codes["36"]


def test_a_list_of_marked_names_is_one_object():
    report = report_of("- `errorCode`: `35`\n- `errorMessage`: `The pot is short`")
    assert report.values("shape") == ("ecom",)


def test_a_body_without_its_first_letters_is_read_from_its_first_name():
    report = report_of(
        'type":"https://a.example/problems#too-short","title":"The pot","status":400}'
    )
    assert report.values("type") == ("too-short",)


def test_what_guzzle_cut_ends_where_it_says_so():
    report = report_of(
        '{"errorCode":"35","errorMessage":"The pot is sho (truncated...)\n in /a.php:1'
    )
    assert report.values("message") == ("The pot is sho ",)


def test_an_error_in_what_is_sent_to_the_shop_is_an_error():
    body = {"orderId": "acme-1", "errorInfo": BODY}
    report = report_of(
        f"POST /cb HTTP/1.1\nHost: shop.example\n\n{json.dumps(body)}\n\nHTTP/1.1 200 OK\n"
    )
    assert report.values("code") == ("35",)
    assert report.values("message") == (BODY["errorMessage"],)


def test_an_oauth_error_below_a_request_line_is_the_answer():
    report = report_of('POST /accesstoken/get\n{"error":"invalid_client"}')
    assert report.values("code") == ("invalid_client",)


def test_names_with_reasons_need_no_name_of_their_own():
    report = report_of(">>> r.json()[\"errors\"]\n[{'name': 'amount', 'reason': 'too short'}]")
    assert report.values("field") == ("amount",)
    assert report.values("reason") == ("too short",)
    assert report.values("shape") == ()


def test_half_a_letter_in_a_code_is_no_reason_to_give_up():
    report = report_of('{"errorCode": "35", "errorMessage": "a pot\\ud800 of tea"}')
    assert report.values("message") == ("a pot\ufffd of tea",)
    str(report).encode()


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ('{"name": "ErrorCode", "reason": "4080"}', {"code": "4080", "api": "epayment"}),
        ('"name": "ErrorCode", "reason": "4080"', {"code": "4080", "api": "epayment"}),
        ("errorGroup Merchant, errorCode 51", {"group": "Merchant", "code": "51"}),
        ("error group: VippsError", {"group": "VippsError"}),
        ("failureReason: user_action_required", {"code": "user_action_required"}),
        (
            "https://developer.vippsmobilepay.com/x/recurring-api-problems#invalid-json",
            {"type": "invalid-json", "api": "recurring"},
        ),
        ("https://vipps.no/problems/recurring/invalid-json", {"type": "invalid-json"}),
        ('{"invalidCharges": [{"errors": ["no"]}]}', {"shape": "refused-charges"}),
    ],
)
def test_what_people_copy_of_a_body_is_read_as_well(text, facts):
    report = read(redact(text).text)
    assert {name: report.values(name) for name in facts} == {
        name: (value,) for name, value in facts.items()
    }


@pytest.mark.parametrize(
    "text", ["failure reason: unknown", "problems #many", "the error group met"]
)
def test_words_are_no_codes(text):
    report = read(redact(text).text)
    assert report.values("code") + report.values("type") + report.values("group") == ()


def test_charges_that_were_all_taken_are_not_refused():
    report = read(redact('{"invalidCharges": [], "validCharges": ["chr_1"]}').text)
    assert report.values("shape") == ()
