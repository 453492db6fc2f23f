"""The steps before and beside the facts, each on its own: furniture, breaks, strings, pages, lines."""

from itertools import pairwise

import pytest

from tests.test_read import plain_value, report_of
from tests.test_read_damage import values
from troubleshooter.diagnosis.decoding import plain
from troubleshooter.diagnosis.letters import plainly_lettered
from troubleshooter.diagnosis.read.furniture import without_furniture
from troubleshooter.diagnosis.read.json_text import documents
from troubleshooter.diagnosis.read.name_and_value import line_of
from troubleshooter.domain import RedactedText

FURNITURE = {
    "quote marks": ("> {\n>   'a': 1\n> }", "{\n  'a': 1\n}"),
    "two quote marks": ("> > teapot\n> > kettle", "teapot\nkettle"),
    "colours": ("\x1b[31mteapot\x1b[0m", "teapot"),
    "numbers of lines": ("1\n{\n2\n}\n3\nteapot", "{\n}\nteapot"),
    "a frame": ("| teapot |\n| kettle |", "teapot\nkettle"),
    "line signs of Spring": ("{<EOL>}", "{\n}"),
    "what docker writes": ("web-1  | a {\nweb-1  |   b: 1\nweb-1  | }", "web-1  | a {\n  b: 1\n}"),
    "a string over lines": ('{"a": "tea\npot"}', '{"a": "tea pot"}'),
    "what curl sent": ("> GET /a HTTP/1.1\n> Host: b", "> GET /a HTTP/1.1\n> Host: b"),
    "a table": ("| a | b |\n| c | d |", "| a | b |\n| c | d |"),
    "prose": ("The teapot\nis short", "The teapot\nis short"),
}


@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_is_taken_away_and_nothing_else(name):
    text, wanted = FURNITURE[name]
    seen = without_furniture(RedactedText(text))
    assert seen.text == wanted
    assert seen.span(0, len(seen.text)).end <= len(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tea\u200bpot", "teapot"),
        ("ﬁne oﬃce", "fine office"),
        ("teapotâ€™s", "teapot’s"),
        ("Ã¸l", "øl"),
        ("Århus, Ærø, Ålesund Ã", "Århus, Ærø, Ålesund Ã"),
        ("code=35", "code=35"),
        ("code=3D35", "code=35"),
        ("a=3Db and c=d", "a=3Db and c=d"),
    ],
)
def test_letters_are_made_plain_only_where_they_were_changed(text, wanted):
    assert plainly_lettered(plain(text)).text == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('{"a": "cut\nnext line', {"a": "cut"}),
        ('{"a": "cut\n"b": "c"}', {"a": "cut", "b": "c"}),
        ('{"a": "two\nlines"}', {"a": "two\nlines"}),
        ("{'a': 'two\nlines', 'b': 1}", {"a": "two\nlines", "b": "1"}),
        ('{"a": "b", "c":\n2026-11-22T10:00:00Z x', {"a": "b"}),
        ('{"a": 1.5e3, "b": -2}', {"a": "1.5e3", "b": "-2"}),
    ],
)
def test_a_string_ends_with_its_quotation_mark_or_its_line(text, wanted):
    assert plain_value(next(documents(text))) == wanted


@pytest.mark.parametrize(
    ("written", "name", "value"),
    [
        ("code: 35", "code", "35"),
        ("  code = 35", "code", "35"),
        ("code => 35,", "code", "35"),
        ("- code: '35'", "code", "35"),
        ("| code | 35 |", "code", "35"),
        ("code | 35", "code", "35"),
        ("**Status:** 418", "Status", "418"),
        ("Status: 418 I'm a teapot", "Status", "418"),
        ("message: |", "message", "|"),
    ],
)
def test_a_line_is_a_name_and_its_value(written, name, value):
    line = line_of(written, 0)
    assert line
    assert (line.name, str(line.value.value)) == (name, value)
    assert written[line.value.start : line.value.end] == value


@pytest.mark.parametrize(
    ("text", "shapes"),
    [
        ("<html><title>Teapot</title></html>", ("web-page",)),
        ("<title>502 Teapot</title>", ("web-page",)),
        ("<problem><title>Teapot</title><status>418</status></problem>", ()),
    ],
)
def test_a_page_is_told_from_xml(text, shapes):
    report = report_of(text)
    assert tuple(shape for shape in report.values("shape") if shape == "web-page") == shapes


def test_a_page_is_reduced_to_its_lines():
    page = (
        "<html><body><h1>Not&nbsp;here</h1><p>Ask <b>again</b></p><script>x</script></body></html>"
    )
    assert {"Not here", "Ask again"} <= values(page, "line")


def test_a_sentence_of_many_lines_is_handed_on_in_pairs_and_whole():
    text = "the teapot that\nis short and\nstout\nsings"
    whole = " ".join(text.split())
    lines = text.split("\n")
    pairs = {f"{one} {other}" for one, other in pairwise(lines)}
    assert values(text, "line") == {*lines, *pairs, whole}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Teapot Not\nAllowed for\nTea With Milk", "Teapot Not\nAllowed for\nTea With Milk"),
        ("They say the teapot is sh\nort and stout, yes.", "They say the teapot is short and stout, yes."),
        ("the teapot number:\n42. is empty", "the teapot number:\n42. is empty"),
    ],
)  # fmt: skip
def test_a_sentence_goes_on_in_a_narrow_column_and_after_a_broken_word(text, whole):
    assert " ".join(whole.split()) in values(text, "line")


@pytest.mark.parametrize(
    "text",
    [
        "Seen at https://shop.example.com/teapots\nteapot not found",
        "It is short.\nStout it is not",
        "OK\nThe teapot is short and stout",
        "2026-11-22 02:11:09 teapot\n2026-11-22 02:11:10 kettle",
    ],
)
def test_what_is_no_part_of_a_sentence_is_not_joined_with_it(text):
    assert values(text, "line") == set(text.split("\n"))


def test_a_long_run_of_lines_is_read_in_parts_that_overlap():
    text = "\n".join(f"the teapot {'x' * at} is short and" for at in range(1, 60))
    joined = values(text, "line")
    for one, other in pairwise(text.split("\n")):
        assert f"{one} {other}" in joined
    assert max(map(len, joined - {text.replace("\n", " ")})) < 1000
