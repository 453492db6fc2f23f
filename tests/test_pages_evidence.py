"""The text on the result page: its marks and folds, the reasons beside it, and what else was read."""

import re
from html import unescape
from itertools import pairwise
from urllib.parse import urlencode

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from troubleshooter.domain import FACTS, Clause, Evidence, Fact, Span
from troubleshooter.web.evidence import shown, visible
from troubleshooter.web.folds import cut, little
from troubleshooter.web.places import Mark, numbered
from troubleshooter.web.words_of_facts import GROUPS, group_of, of_fact

SECRETS = """GET /recurring/v3/agreements HTTP/1.1
Host: apitest.vipps.no
Authorization: Bearer eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.bWFkZS11cC1zaWduYXR1cmU
Ocp-Apim-Subscription-Key: 00112233445566778899aabbccddeeff

HTTP/1.1 401 Access Denied
Date: Tue, 14 Nov 2023 21:33:12 GMT

{"statusCode": 401, "message": "Access denied due to invalid subscription key.",
 "phoneNumber": "4791234567"}
"""


def send(text: str, **headers: str):
    form = "application/x-www-form-urlencoded"
    return Client(headers=headers).post("/paste/", urlencode({"paste": text}), content_type=form)


# ----------------------------------------------------------------------------------- evidence


def evidence_of(start: int, end: int) -> Evidence:
    clause = Clause("message", "is", ("x",))
    return Evidence(clause, Fact("message", "x", Span(start, end), Span(start, end)))


@st.composite
def marked_text(draw):
    """A text, long or short, of long lines or short ones, and reasons as they come."""
    part = st.tuples(st.text("ab\n\r <&é\u202e", max_size=9), st.integers(1, 300))
    text = "".join(words * times for words, times in draw(st.lists(part, max_size=6)))
    places = st.integers(0, len(text))
    spans = draw(st.lists(st.tuples(places, places).map(sorted), max_size=6))
    return text, [evidence_of(*span) for span in spans]


@given(marked_text())
def test_the_evidence_is_the_text_and_nothing_else(made):
    text, because = made
    html = shown(text, numbered(text, [because]).marks)
    html = re.sub(r"<summary>.*?</summary>", "", html)
    html = html.replace("<pre>\n", "<pre>")  # as HTML reads it
    assert unescape(re.sub(r"<[^>]*>", "", html)) == visible(text)


@given(marked_text())
def test_every_place_that_holds_text_has_a_mark_of_its_number_outside_any_fold(made):
    text, because = made
    places = numbered(text, [because])
    unfolded = re.sub(r"<details>.*?</details>", "", shown(text, places.marks), flags=re.DOTALL)
    found = re.findall(r'<mark id="mark-(\d+)" data-number="(\d+)">', unfolded)
    assert found == [(str(mark.number), str(mark.number)) for mark in places.marks]
    assert sorted(mark.number for mark in places.marks) == list(range(1, len(found) + 1))
    for each in because:
        assert (each in places.numbers) == (each.fact.span.start < each.fact.span.end)


@given(marked_text())
def test_marks_never_overlap(made):
    marks = numbered(made[0], [made[1]]).marks
    assert all(one.span.end <= other.span.start for one, other in pairwise(marks))


@given(marked_text())
def test_the_pieces_of_a_text_joined_are_the_text_and_no_fold_cuts_a_mark(made):
    text, because = made
    marks = [mark.span for mark in numbered(text, [because]).marks]
    pieces = cut(text, marks)
    assert "".join(text[piece.span.start : piece.span.end] for piece in pieces) == text
    shown_parts = [piece.span for piece in pieces if not piece.folded]
    assert shown_parts
    for mark in marks:
        assert any(part.contains(mark) for part in shown_parts)
    for piece in pieces:
        assert not piece.folded or not little(text, *piece.span)


def test_a_short_text_is_not_folded():
    evidence = send(SECRETS).content.decode().partition('class="evidence"')[2]
    assert "<details>" not in evidence.partition("</div>")[0]
    assert [piece.folded for piece in cut("a\n" * 30, [Span(0, 1)])] == [False]


def test_a_long_text_shows_three_lines_around_a_mark():
    text = "".join(f"line {number}\n" for number in range(1, 201))
    at = text.index("line 100\n")
    shown_part = [text[slice(*p.span)] for p in cut(text, [Span(at, at + 4)]) if not p.folded]
    assert shown_part == ["".join(f"line {number}\n" for number in range(97, 104))]


def test_a_long_line_is_folded_by_characters():
    text = "a" * 30_000 + "MARK"
    html = shown(text, [Mark(Span(30_000, 30_004), 1)])
    assert html.startswith("<details><summary>29,800 more characters of line 1</summary>")
    assert html.endswith('a<mark id="mark-1" data-number="1">MARK</mark></pre>')


def test_of_a_long_text_that_decided_nothing_the_beginning_is_shown():
    html = send("kettle\n" * 3000).content.decode()
    evidence = html.partition('class="evidence"')[2]
    assert evidence.partition("<details>")[0].count("kettle") == 15
    assert "<summary>2,985 more lines: 16 to 3,000</summary>" in evidence


# ------------------------------------------------------------------------------- many findings

LOG = """\
10:00:01 ERROR POST https://api.vipps.no/epayment/v1/payments gave 401 {"statusCode": 401, \
"message": "Access denied due to invalid subscription key. Make sure to provide a valid key"}
"""
CAPTURE = """\
10:00:02 ERROR {"errorGroup": "Payment", "errorCode": "61", \
"errorMessage": "Captured amount exceeds the reserved amount"}
"""
REFUND = '{"errorGroup": "Payments", "errorCode": "0", "errorMessage": "Refund more than captured amount"}'
QUIET = "".join(f"10:00:00 INFO order {number} saved\n" for number in range(60))


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_second_error_is_listed_with_its_own_numbers_and_what_is_the_same_error_apart(headers):
    html = send(QUIET + LOG + QUIET + CAPTURE + QUIET, **headers).content.decode()
    reasons = html.partition("Also in this text")[2].partition("</section>")[0]
    elsewhere, _, same = reasons.partition("The same error also fits")
    assert 'This is: <a href="/errors/capture-exceeds-reserved/">' in elsewhere
    assert 'This looks like: <a href="/errors/http-401/">' in same
    first = html.partition('class="because"')[2].partition("</ol>")[0]
    own, theirs = (set(re.findall(r"#mark-(\d+)", part)) for part in (first, elsewhere))
    assert own - theirs
    assert theirs - own
    assert html.count("<summary>5") + html.count("<summary>6") >= 3  # the quiet lines


def test_every_number_beside_the_text_is_a_mark_in_it_and_every_mark_is_explained():
    html = send(LOG + SECRETS + CAPTURE).content.decode()
    beside = html.partition('class="reasons"')[2].partition("</section>")[0]
    marks = set(re.findall(r'<mark id="mark-(\d+)"', html))
    assert set(re.findall(r'href="#mark-(\d+)"', beside)) == marks


def test_only_the_deciding_words_of_a_sentence_are_marked():
    html = send('{"message": "Oh! Access denied due to invalid   subscription KEY. Bye."}')
    assert "invalid   subscription KEY</mark>. Bye." in html.content.decode()


def test_a_reason_has_the_words_as_they_stand_in_the_text():
    html = send(SECRETS.replace("invalid subscription", "INVALID Subscription")).content.decode()
    first = html.partition('class="because"')[2].partition("</ol>")[0]
    assert ">Access denied due to INVALID Subscription key</code>" in first


def test_of_a_whole_body_the_bracket_is_marked_that_it_begins_with():
    html = send(REFUND).content.decode()
    assert re.search(r'">\{</mark>&quot;errorGroup', html)
    assert "Form of the body</span></a>: eCom</li>" in html


def test_one_place_has_one_number_for_all_that_rests_on_it():
    text = "HTTP/1.1 401 Unauthorized\n\n" + LOG.partition("401 ")[2].replace("invalid", "missing")
    html = send(text).content.decode()
    beside = html.partition('class="reasons"')[2].partition("</section>")[0]
    numbers = re.findall(r'href="#mark-(\d+)"', beside)
    assert len(numbers) > len(set(numbers))  # the message decides the finding and a check
    assert len(re.findall("<mark ", html)) == len(set(numbers))


def test_a_failed_check_is_named_next_to_the_reasons_and_leads_to_its_row():
    key = "Access denied due to missing subscription key."
    html = send(f'HTTP/1.1 401 x\n\n{{"statusCode": 401, "message": "{key}"}}').content.decode()
    beside = html.partition("Not true in your text")[2].partition("</section>")[0]
    assert 'href="#check-key-is-a-header"' in beside
    assert 'id="check-key-is-a-header"' in html


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_request_alone_shows_what_is_not_in_order_in_it(headers):
    text = "POST /epayment/v1/payments HTTP/1.1\nHost: apitest.vipps.no\nAuthorization: bearer x\n"
    html = send(text, **headers).content.decode()
    assert "We do not recognise this error" in html
    beside = html.partition("Not true in your text")[2].partition("</section>")[0]
    assert 'href="#check-token-is-bearer"' in beside
    assert 'id="check-token-is-bearer"' in html
    assert "Open the checklist" not in html


def test_an_error_of_another_vendor_is_called_that():
    text = "POST https://pay.example.com/v1/refunds\n\nHTTP/1.1 400 Bad Request\n"
    assert "not Vipps MobilePay’s" in send(text).content.decode()
    assert "not Vipps MobilePay’s" not in send(LOG).content.decode()


def test_a_success_is_not_called_an_error_and_asks_for_no_retry():
    text = "HTTP/1.1 201 Created\n\n"
    for html in (send(text).content.decode(), Client().get("/errors/http-201/").content.decode()):
        assert "<dt>Retry</dt><dd>Not needed: the call succeeded</dd>" in html
    assert "All about this error" not in send(text).content.decode()


# -------------------------------------------------------------------------------- what was read


def test_what_decided_nothing_is_listed_in_groups_each_value_once():
    html = send(SECRETS).content.decode()
    read = unescape(html.partition('id="read"')[2].partition("</section>")[0])
    titles = re.findall(r"<h3>(.*?)</h3>", read)
    assert titles == ["The call", "The response", "Times"]
    assert read.count("apitest.vipps.no") == 1  # as the host, and not again as the header Host
    assert "<dt>Request header Authorization</dt>" in read
    assert read.count("2023 21:33:12") == 1


def test_of_many_values_the_first_are_listed_and_the_rest_is_counted():
    codes = ",".join(f'{{"errorCode": "T{n}", "errorMessage": "x"}}' for n in range(30))
    read = send(f"[{codes}]").content.decode().partition('id="read"')[2]
    assert "<dd>and 24 more</dd>" in read


@pytest.mark.parametrize("name", FACTS)
def test_every_fact_has_words_and_a_group(name):
    name = name.replace("<name>", "made-up")
    assert group_of(name) in GROUPS
    assert not re.search(r"\.|_", of_fact(name))
