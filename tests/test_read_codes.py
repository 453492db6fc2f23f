"""Bodies in the middle of what programs print: breaks written as codes, strings in several parts."""

import json

import pytest

from tests.test_read import report_of, well_placed

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
