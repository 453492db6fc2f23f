"""The texts that leave the site: the reply for a ticket, the text for support, the preview of a link."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.test import Client

from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Clause, Evidence, Fact, Span
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.examples import EXAMPLES
from troubleshooter.web.reply import Looked, reply

PROBLEMS = knowledge().problems
LINK = "https://example.com/errors/x/"
FORM = "application/x-www-form-urlencoded"
PAGES = [
    "/errors/http-401/",
    "/errors/http-401/?done=token-is-bearer",
    "/checks/keys-match-server/",
    "/result/?found=invalid-subscription-key&status=401&sure=certain",
]


def box(html: str, name: str) -> str:
    return unescape(re.search(rf'<textarea id="{name}"[^>]*>(.*?)</textarea>', html, re.DOTALL)[1])


def asked(path: str) -> str:
    return Client().get(path).content.decode()


# ------------------------------------------------------------------------------------ the reply


@pytest.mark.parametrize("problem", PROBLEMS.values(), ids=lambda each: each.id)
def test_a_reply_says_what_it_is_what_to_check_who_acts_and_where_to_read_on(problem):
    plain, markdown = reply(problem, LINK, Looked())
    checks = problem.checks + problem.last_resort
    assert markdown.startswith(f"**{problem.title}")
    assert markdown.count("- [ ] ") == plain.count("[ ] ") == len(checks)
    for text in (plain, markdown):
        assert "Who acts: " in text
        assert text.endswith(LINK)
    assert "`" not in plain
    assert "](" not in plain
    assert not re.search(r"\]\((?!https?://)", markdown)


def test_a_reply_tells_what_was_checked():
    first, second, third = PROBLEMS["order-not-found"].checks
    looked = Looked(done=[first], na=[second], failed=[third])
    plain, markdown = reply(PROBLEMS["order-not-found"], LINK, looked)
    titles = [knowledge().checks[id].title for id in (first, second, third)]
    assert f"- [x] {titles[0]}\n" in markdown
    assert f"- [x] {titles[1]} (not relevant)\n" in markdown
    assert f"[ ] {titles[2]} (wrong in the text)\n" in plain


def test_the_reply_of_an_answer_says_how_sure_it_is_and_because_of_what():
    html = paste(EXAMPLES["invalid-subscription-key"])
    said = box(html, "reply-markdown")
    assert said.startswith("**This is: Subscription key not accepted (HTTP 401 Unauthorized)**")
    assert "Because of:" in said
    assert "`Access denied due to invalid subscription key`" in said
    assert "/result/?found=invalid-subscription-key" in said
    assert "00112233445566778899aabbccddeeff" not in html


@pytest.mark.parametrize(
    "html",
    [
        lambda: paste('HTTP/1.1 400 Bad Request\n\n[{"errorGroup":"Merchant","errorCode":"35"}]'),
        lambda: asked("/result/?found=order-not-found&status=400&sure=certain"),
    ],
    ids=["paste", "link"],
)
def test_the_reply_tells_the_status_that_was_answered_and_not_the_documented_one(html):
    assert "(HTTP 400 Bad Request)**" in box(html(), "reply-markdown")


def test_the_reply_says_a_status_once_that_stands_in_the_title():
    assert reply(PROBLEMS["http-401"], LINK, Looked()).plain.count("401 Unauthorized") == 1


def test_an_answer_that_nobody_knows_has_no_reply():
    assert 'id="reply-plain"' not in asked("/result/")


def test_a_quotation_mark_of_code_in_a_paste_cannot_end_the_code_of_the_reply():
    said = Fact("message", "The `a` [x](https://evil.example)", Span(0, 33), Span(0, 33))
    because = [Evidence(Clause("message", "matches", ("a",)), said)]
    _, markdown = reply(PROBLEMS["order-not-found"], LINK, Looked(), "This is", because)
    assert "\n- Message: `The 'a' [x](https://evil.example)`\n" in markdown


def test_ticks_of_a_link_are_in_its_reply():
    html = asked("/errors/order-not-found/?done=order-id-exact&na=keys-match-server")
    assert box(html, "reply-plain").count("[x] ") == 2
    assert box(html, "reply-markdown").count("- [ ] ") == 1


# ------------------------------------------------------------------------- the text for support


def test_blanks_of_the_text_for_support_are_marked_and_the_text_can_be_written_in():
    html = asked("/support-text/?problem=http-401")
    tag = re.search(r'<textarea id="support-text"[^>]*>', html)[0]
    assert "readonly" not in tag
    assert 'autocomplete="off"' in tag
    text = box(html, "support-text")
    assert text.startswith("Subject: [fill in: method]:[fill in: path] gives HTTP 401 response")
    assert "When: [fill in: date, time and time zone of the call]" in text
    assert "The text is not sent from here" in html


def test_a_last_resort_is_in_the_text_for_support_only_if_it_was_ticked():
    last = knowledge().problems["http-401"].last_resort[0]
    title = plain(knowledge().checks[last].title)
    done = box(asked(f"/support-text/?done={last}&problem=http-401"), "support-text")
    assert f"[x] {title}" in done
    assert title not in box(
        asked("/support-text/?done=token-is-bearer&problem=http-401"), "support-text"
    )


# ------------------------------------------------------------------------------------- previews


def meta(html: str, name: str) -> str:
    return unescape(re.search(rf'<meta (?:name|property)="{name}" content="([^"]*)">', html)[1])


@pytest.mark.parametrize("path", PAGES)
def test_a_link_is_shown_with_its_title_and_one_line(path):
    html = asked(path)
    title = meta(html, "og:title")
    assert unescape(re.search(r"<title>(.*?)</title>", html)[1]).startswith(title)
    assert meta(html, "og:description") == meta(html, "description")
    assert 40 < len(meta(html, "description")) < 400
    assert "`" not in title + meta(html, "description")


def test_a_preview_tells_how_sure_an_answer_is_how_far_the_ticks_are_and_who_acts():
    assert meta(asked(PAGES[3]), "og:title") == "This is: Subscription key not accepted"
    assert meta(asked(PAGES[1]), "og:description").startswith("1 of 12 done. HTTP 401 ")
    assert "done" not in meta(asked(PAGES[0]), "og:description")
    assert "Who acts: you, the integrator; the merchant." in meta(asked(PAGES[0]), "description")


def test_nothing_of_a_paste_is_in_a_preview():
    html = paste(f"kanari-kanari {EXAMPLES['order-not-found']}")
    head = html.partition("</head>")[0]
    assert "This is: No payment with this id" in head
    assert "kanari" not in head
    assert "acme" not in head


@pytest.mark.parametrize("path", ["/", "/errors/", "/about/", "/result/"])
def test_every_other_page_is_described_too(path):
    html = asked(path)
    assert "Why a Vipps MobilePay API call failed" in meta(html, "description")
    assert html.count('<meta name="theme-color"') == 2


# ------------------------------------------------------------------------------------- examples


def paste(text: str) -> str:
    client = Client()
    token = client.get("/").cookies["csrftoken"].value
    sent = urlencode({"paste": text, "csrfmiddlewaretoken": token})
    return client.post("/paste/", sent, content_type=FORM).content.decode()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_surely_the_problem_that_it_is_called_after(name):
    diagnosis = diagnose(EXAMPLES[name], knowledge())
    assert (diagnosis.verdict, diagnosis.findings[0].problem.id) == ("certain", name)
    assert diagnosis.redaction.by_kind()


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_put_into_the_box_by_its_link(name):
    html = asked("/")
    assert f'href="/?example={name}"' in html
    assert box(html, "paste") == ""
    assert box(asked(f"/?example={name}"), "paste") == EXAMPLES[name]


@pytest.mark.parametrize(
    "query", ["example=kanari", "paste=kanari", "example=order-not-found.kanari"]
)
def test_nothing_but_an_example_comes_from_the_address_into_the_box(query):
    response = Client().get(f"/?{query}", follow=True)
    html = response.content.decode()
    assert "This link had parts that this site does not know" in html
    assert "kanari" not in html


def test_what_is_quoted_in_a_quoted_heading_stands_in_single_marks():
    html = asked("/errors/merchant-deactivated/")
    assert "errorCode 37 ‘Merchant not available or deactivated or blocked’?”" in html


def test_the_page_on_privacy_names_the_cookie_as_it_is_called():
    assert f"<code>{settings.CSRF_COOKIE_NAME}</code>" in asked("/privacy/")
