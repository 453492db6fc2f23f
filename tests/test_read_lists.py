"""Names and values without braces: YAML, lists, tables, XML, forms. Made-up values, real notations."""

import pytest

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
