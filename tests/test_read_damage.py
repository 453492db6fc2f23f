"""Damaged texts: letters changed on the way, lines broken or cut. What was said is still read, in its place."""

import pytest

from tests.test_read import report_of, well_placed
from troubleshooter.diagnosis import diagnose

SAID = "The teapot is not available, it's too short"


def values(text: str, *names: str) -> set[str]:
    """The values of these facts, with plain white space; every fact must stand where it says."""
    report = report_of(text)
    assert well_placed(report)
    return {" ".join(value.split()) for name in names for value in report.values(name)}


LETTERS = {
    "a soft hyphen": "The tea\u00adpot is not available, it's too short",
    "letters of no width": "The tea\u200bpot is\u2060 not avail\u200dable, it's too short\ufeff",
    "marks of direction": "\u202aThe teapot is not available, it's too short\u202c",
    "hard spaces": SAID.replace(" ", "\u00a0"),
    "narrow hard spaces": SAID.replace(" ", "\u202f"),
    "wide letters": "".join(chr(ord(x) + 0xFEE0) if x.isalpha() else x for x in SAID),
    "a line separator": "\u2028" + SAID + "\u2028",
    "the codes of mails": "The teapot is =\nnot available,=20it's too short",
    "the codes of mails, long line": "-" * 60
    + "=\n-: The teapot is not avai=\nlable, it's too short",
    "rich text": "{\\rtf1\\ansi\\deff0 \\b The teapot is not available, it\\rquote s too short\\par}",
}


@pytest.mark.parametrize("name", LETTERS)
def test_a_sentence_in_changed_letters_is_the_same_sentence(name):
    text = LETTERS[name]
    if "mails" in name:
        text = "Content-Transfer-Encoding: quoted-printable\n\n" + text
    said = {each.replace("’", "'") for each in values(text, "line")}
    assert any(SAID in each for each in said), said


BODIES = {
    "wide quotation marks": "｛＂statusCode＂：418，＂message＂：＂Short and stout＂｝",
    "low quotation marks": "{„statusCode“: 418, „message“: „Short and stout“}",
    "UTF-8 read as Windows-1252": "{â€œstatusCodeâ€\x9d: 418, â€œmessageâ€\x9d: â€œShort and stoutâ€\x9d}",
    "hard spaces": '{\u00a0"statusCode":\u00a0418,\u00a0"message": "Short and\u00a0stout"}',
    "the codes of mails": '{=22statusCode=22: 418, "message": "Short and =\nstout"}',
    "the codes of mails, capitals": '{"statusCode":=20418,=0D=0A"message": "Short=20and=20stout"} =C3=B8',
    "rich text": "{\\rtf1 \\{\\ldblquote statusCode\\rdblquote : 418, \\ldblquote message\\rdblquote : "
    "\\ldblquote Short and stout\\rdblquote \\}}",
    "doubled entities": '{"statusCode":418,"message":"Short and stout"}'.replace('"', "&amp;quot;"),
    "line ends of old Macs": '{\r"statusCode": 418,\r"message": "Short and stout"\r}',
    "UTF-16 read as bytes": "\0".join('{"statusCode": 418, "message": "Short and stout"}'),
    "a frame": '│ {                  │\n│ "statusCode": 418, │\n│ "message": "Short  │\n│ and stout" }       │',
    "PowerShell": 'Invoke-RestMethod : {"statusCode":418,"message":"Short and \nstout"}\nAt C:\\a.ps1:1 char:9\n'
    "+ $x = Invoke-RestMethod -Uri $uri\n+      ~~~~~\n    + CategoryInfo          : InvalidOperation: (a:b) []",
}


@pytest.mark.parametrize("name", BODIES)
def test_a_body_in_changed_letters_is_the_same_body(name):
    text = BODIES[name]
    if "mails" in name:
        text = "Content-Transfer-Encoding: quoted-printable\n\n" + text
    assert values(text, "status") == {"418"}
    assert values(text, "message") == {"Short and stout"}


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("errorCode=35 is the code", "code", "35"),
        ("KEY=\nerrorCode=35", "code", "35"),
        ("BlåbærsyltetøyÃ errorCode 35", "code", "35"),
    ],
)
def test_what_only_looks_coded_is_left_alone(text, name, value):
    assert values(text, name) == {value}


CUT = '2026-11-22T10:00:00Z ERROR [w-1] body={"statusCode":418,"message":"The teapot is not avail'


@pytest.mark.parametrize(
    "following",
    [
        "2026-11-22T10:00:01Z INFO [w-1] order saved",
        '2026-11-22T10:00:01Z INFO [w-1] order "acme", saved',
        "worker 1: order saved\nworker 2: idle",
        'retrying "create payment" now',
        '{"time":"2026-11-22T10:00:01Z","msg":"order saved"}',
    ],
)
def test_a_string_that_was_cut_ends_with_its_line(following):
    found = values(f"{CUT}\n{following}\nHTTP 503 from upstream", "message", "status")
    assert found == {"418", "503", "The teapot is not avail"}


def test_the_lines_behind_a_cut_body_are_lines():
    later = ["2026-11-22T10:00:01Z WARN [w-1] the kettle sings", "2026-11-22T10:00:02Z INFO done"]
    assert set(later) <= values("\n".join([CUT, *later]), "line")


def test_every_cut_body_of_a_log_is_read():
    other = CUT.replace("418", "503").replace("00Z", "01Z").replace("teapot", "kettle")
    assert values(f"{CUT}\n{other}\n{CUT}", "message", "status") == {
        "418", "503", "The teapot is not avail", "The kettle is not avail",
    }  # fmt: skip


def test_a_name_without_its_value_takes_none_from_the_next_line():
    cut = '2026-11-22T10:00:00Z ERROR body={"statusCode":418,"message":'
    found = values(f"{cut}\n2026-11-22T10:00:01Z INFO done", "message", "line")
    assert found == {
        "2026-11-22T10:00:00Z ERROR body=",
        "2026-11-22T10:00:01Z INFO done",
    }


@pytest.mark.parametrize("width", [40, 76, 80, 100])
def test_a_string_broken_at_a_width_goes_on(width):
    body = '{"statusCode":418,"message":"' + "The teapot is short and stout. " * 9 + '"}'
    text = "\n".join(body[at : at + width] for at in range(0, len(body), width))
    assert values(text, "message") == {("The teapot is short and stout. " * 9).strip()}


def test_a_body_of_a_log_with_every_line_marked_is_read_whole():
    lines = ["{", '  "statusCode": 418,', '  "message": "Short and stout"', "}"]
    text = "\n".join(f"2026-11-22 10:00:0{n} web[42]: {line}" for n, line in enumerate(lines))
    assert values(text, "message", "status") == {"418", "Short and stout"}


CODED = {
    "an address": "https://shop.example/failed?why=The%20teapot%20is%20not%20available%2C%20it%27s%20too%20short",
    "a form": "why=The+teapot+is+not+available,+it%27s+too+short",
    "a page": "The teapot is not available, it&#39;s too short",
    "a page, by name": "The teapot is not available, it&apos;s too short",
    "a page, twice": "The teapot is not available, it&amp;#39;s too short",
    "a program": "The teapot is not available, it\\u0027s too short",
    "a program, line ends": "Failed:\\nThe teapot is\\nnot available, it's too short\\n",
    "PHP": "The teapot is not available, it\\'s too short",
}


@pytest.mark.parametrize("name", CODED)
def test_a_sentence_in_codes_is_said_without_them_too(name):
    said = values(CODED[name], "line")
    assert any(SAID in each for each in said), said
    assert " ".join(CODED[name].split()) in said


def test_a_message_in_codes_is_said_without_them_too():
    body = '{"message": "The+teapot+is+not+available%2C+it%27s+too+short", "statusCode": 418}'
    assert SAID in values(body, "message")


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("failed?why=HTTP%20418", "status", "418"),
        ("gone.\\nStatus: 418", "status", "418"),
        ("gone;errorCode%3A%20918", "code", "918"),
    ],
)
def test_a_number_in_codes_is_read(text, name, value):
    assert values(text, name) == {value}


def test_a_path_of_windows_has_no_codes():
    assert values("at C:\\new\\teapots\\status.cs", "line") == {"at C:\\new\\teapots\\status.cs"}


@pytest.mark.parametrize(
    "text",
    [
        "The teapot is\nnot\navailable,\nit's too short",
        "The teapot is not\navailable, it's\ntoo short\n\nHTTP 503",
        "│ The teapot is not │\n│ available, it's   │\n│ too short         │",
        "| The teapot is not |\n|available, it's|\n|too short|",
    ],
)
def test_a_sentence_over_narrow_lines_is_one(text):
    assert SAID in values(text, "line")


@pytest.mark.parametrize("half", ["\\ud83d", "\\uDE00 x", "\\\\ud83d"])
def test_half_a_character_in_a_code_gets_an_answer(half, knowledge):
    paste = f'{{"errorGroup": "Merchants", "errorCode": "35", "errorMessage": "Order {half}"}}'
    found = diagnose(paste, knowledge)
    assert all(fact.value.encode() for fact in found.report.facts)
    assert found.findings
