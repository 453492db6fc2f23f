"""Names and values without braces: YAML, lists, tables, XML, forms. Made-up values, real notations."""

import pytest

from tests.test_read import report_of, well_placed
from tests.test_read_damage import values

BLOCKS = {
    "literal": "statusCode: 418\nmessage: |\n  The teapot is\n  short and stout\ntraceId: abc",
    "folded": "error:\n  statusCode: 418\n  message: >-\n    The teapot is\n    short and stout\n  traceId: abc",
    "with a colon inside": "statusCode: 418\nmessage: |+\n  The teapot is\n  short and stout\n\ntraceId: abc",
    "plain, further in": "statusCode: 418\nmessage: The teapot is\n  short and stout\ntraceId: abc",
    "double quotes": 'statusCode: 418\nmessage: "The teapot is\n  short and stout"\ntraceId: abc',
    "single quotes": "statusCode: 418\nmessage: 'The teapot is\n  short and stout'\ntraceId: abc",
    "below its name": "statusCode: 418\nmessage:\nThe teapot is\nshort and stout\ntraceId: abc",
    "further in below its name": "statusCode: 418\nmessage:\n  The teapot is\n  short and stout\ntraceId: abc",
    "a list, the same margin": "Status: 418\nMessage: The teapot is\nshort and stout\nTrace id: abc",
    "name above value": "Status code\n418\nMessage\nThe teapot is short and stout\nTrace id\nabc",
    "a status with its words": "Status: 418 I'm a teapot\nMessage: The teapot is short and stout\nTrace id: abc",
    ".ini": '[last call]\nstatusCode = 418\nmessage = "The teapot is short and stout"\ntraceId=abc',
    "arrows": "statusCode => 418\nmessage => The teapot is short and stout\ntraceId => abc",
    "Windows line ends": "statusCode: 418\r\nmessage: |\r\n  The teapot is\r\n  short and stout\r\ntraceId: abc",
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_value_over_several_lines_is_one_value(name):
    assert values(BLOCKS[name], "status") == {"418"}
    assert values(BLOCKS[name], "message") == {"The teapot is short and stout"}
    assert values(BLOCKS[name], "trace.traceId") == {"abc"}


def test_a_list_of_objects_keeps_what_belongs_together():
    text = """errors:
- errorGroup: Kitchen
  errorCode: '918'
  errorMessage: Short
  because:
    - one
    - two
  contextId: abc
- errorGroup: Tea
  errorCode: '919'
  errorMessage: >
    Too
    stout
"""
    assert values(text, "code") == {"918", "919"}
    assert values(text, "group") == {"Kitchen", "Tea"}
    assert values(text, "message") == {"Short", "Too stout"}
    assert values(text, "trace.contextId") == {"abc"}


@pytest.mark.parametrize(
    "text",
    [
        "Dear all,\nmessage: the tea is ready\nplease come",
        "The status\nis not known to me and the message\nneither",
        "Note: do this first\nWarning: then that",
    ],
)
def test_prose_with_a_colon_is_no_list(text):
    assert values(text, "message", "code", "status", "field") == set()


TABLES = {
    "CSV": "time,errorGroup,errorCode,errorMessage\n10:00,Kitchen,918,Short\n10:01,Tea,919,\"Stout, too\"\n",
    "CSV with semicolons": "errorGroup;errorCode;errorMessage\nKitchen;918;Short\nTea;919;\"Stout, too\"\n",
    "tabs": "errorGroup\terrorCode\terrorMessage\nKitchen\t918\tShort\nTea\t919\tStout, too\n",
    "Markdown": "|errorGroup|errorCode|errorMessage|\n|:--|--:|---|\n|Kitchen|918|Short|\n|Tea|919|Stout, too|",
    "psql": " errorgroup | errorcode | errormessage \n------------+-----------+--------------\n"
    " Kitchen    |       918 | Short\n Tea        |       919 | Stout, too\n(2 rows)\n",
    "MySQL": "+------------+-----------+--------------+\n| errorGroup | errorCode | errorMessage |\n"
    "+------------+-----------+--------------+\n| Kitchen    | 918       | Short        |\n"
    "| Tea        | 919       | Stout, too   |\n+------------+-----------+--------------+\n",
    "a frame of lines": "┌────────────┬───────────┬──────────────┐\n│ Error group│ Error code│ Error message│\n"
    "├────────────┼───────────┼──────────────┤\n│ Kitchen    │ 918       │ Short        │\n"
    "│ Tea        │ 919       │ Stout, too   │\n└────────────┴───────────┴──────────────┘",
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_each_row_of_a_table_is_an_error_of_its_own(name):
    report = report_of(TABLES[name])
    assert well_placed(report)
    told = {fact.value: fact.within for fact in report.facts if fact.name in ("group", "code")}
    assert told.keys() == {"Kitchen", "918", "Tea", "919"}
    assert told["Kitchen"] == told["918"] != told["Tea"] == told["919"]
    assert {"Short", "Stout, too"} <= values(TABLES[name], "message")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("time;status;path\n10:00;418;/teapots\n", "status", "418"),
        ("order,errorCode,attempts\nacme-1,918,3", "code", "918"),
        ("| call | HTTP status |\n|---|---|\n| pour | 418 |", "status", "418"),
        ("| status | body |\n|---|---|\n| 418 | `{\"message\": \"Short\"}` |", "status", "418"),
        ("-[ RECORD 1 ]+------\nstatusCode   | 418\nmessage      | Short\n", "status", "418"),
        ("Array\n(\n    [status] => 418\n)\n", "status", "418"),
    ],
)  # fmt: skip
def test_one_column_or_row_is_enough_where_its_name_is_plain(text, name, value):
    assert values(text, name) == {value}


@pytest.mark.parametrize(
    "text",
    [
        "country,code\nNorway,47\n",
        "order,status\nacme-1,paid\n",
        "code, message and status are what matters\nsend them, please, now\n",
        "| Field | Value |\n|---|---|\n| height | 12 |",
    ],
)
def test_other_tables_say_nothing(text):
    assert values(text, "code", "status", "message", "field") == set()


MARKUP = {
    "elements": "<e><errorGroup>Kitchen</errorGroup><errorCode>918</errorCode>"
    "<errorMessage>It&#39;s off</errorMessage></e>",
    "attributes": '<fail errorGroup=\'Kitchen\' errorCode="918" errorMessage="It\'s off"/>',
    "lines": '<?xml version="1.0"?>\n<r>\n  <errorGroup>Kitchen</errorGroup>\n  <a/>\n'
    "  <errorCode> 918 </errorCode>\n  <errorMessage><![CDATA[It's off]]></errorMessage>\n</r>",
    "names of a space": '<s:F xmlns:s="urn:x"><s:errorGroup>Kitchen</s:errorGroup><s:errorCode>918</s:errorCode>'
    "<s:errorMessage>It's off</s:errorMessage></s:F>",
    "in a log": "10:00 ERROR got <e><errorGroup>Kitchen</errorGroup><errorCode>918</errorCode>"
    "<errorMessage>It's off</errorMessage></e> (again)",
}


@pytest.mark.parametrize("name", MARKUP)
def test_xml_is_read_as_json_is(name):
    assert values(MARKUP[name], "group") == {"Kitchen"}
    assert values(MARKUP[name], "code") == {"918"}
    assert values(MARKUP[name], "message") == {"It's off"}


@pytest.mark.parametrize(
    "text", ["<a><b></a></b>", "</a></a>", "<a><a><a>", "<p>code</p>", "a < b > c </d>", "<code>1</code>"]
)  # fmt: skip
def test_other_markup_says_nothing(text):
    assert values(text, "code", "status", "message") == set()


@pytest.mark.parametrize(
    "text",
    [
        "errorGroup=Kitchen&errorCode=918&errorMessage=It%27s+off&n=1",
        "POST /failed?errorGroup=Kitchen&amp;errorCode=918&amp;errorMessage=It%27s%20off HTTP/1.1",
        "body=%7B%22errorGroup%22%3A%22Kitchen%22%2C%22errorCode%22%3A918%2C%22errorMessage%22%3A%22It%27s+off%22%7D",
    ],
)
def test_a_form_is_read_as_json_is(text):
    assert values(text, "group") == {"Kitchen"}
    assert values(text, "code") == {"918"}
    assert "It's off" in values(text, "message")
