"""What is no file, and could carry a paste away all the same: headers, titles, boxes, memory."""

import re
import resource
from html import unescape
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from django.test import Client
from playwright.sync_api import expect

from tests.browsing import PASTE, SECRET, paste
from tests.routes import PAGES
from tests.served import served
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.signals import diagnosed
from troubleshooter.web.words import UNRECOGNISED, VERDICTS

WORD = "kanari-quetzalcoatlus"  # no secret, so that it is shown with the text
TEXT = f"{WORD}\nOcp-Apim-Subscription-Key: {SECRET}\n{PASTE}"
SENT = {
    "/paste/": [{"paste": TEXT}, {"paste": WORD}, {"paste": " "}, {"paste": WORD + "x" * 70_000}],
    "/search/": [{"words": WORD}, {"words": TEXT}],
}
ANSWERS = [(path, data) for path, all_sent in SENT.items() for data in all_sent]
KEEPS_NOTHING = {
    "autocomplete": "off",
    "spellcheck": "false",
    "autocorrect": "off",
    "data-gramm": "false",
}
"""What keeps browsers and writing assistants from storing what is typed, or sending it away."""


def send(path: str, data: dict[str, str], **headers: str):
    form = "application/x-www-form-urlencoded"
    return Client(headers=headers).post(path, urlencode(data), content_type=form)


def is_typed_in(field: str) -> bool:
    written = re.match(r'<textarea|<input[^>]* type="(?:text|search)"', field)
    return bool(written) and " readonly" not in field


@pytest.mark.parametrize("address", sorted({page.address for page in PAGES}))
def test_no_box_is_kept_by_the_browser_or_read_by_a_writing_assistant(address):
    html = Client().get(address).content.decode()
    for field in filter(is_typed_in, re.findall(r"<(?:textarea|input)[^>]*>", html)):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', field))
        assert KEEPS_NOTHING.items() <= attributes.items(), field


def test_the_text_that_is_shown_is_not_checked_for_spelling_either():
    html = send("/paste/", {"paste": TEXT}).content.decode()
    assert 'spellcheck="false"' in re.search(r'<div class="evidence"[^>]*>', html)[0]


@pytest.mark.parametrize(("path", "data"), ANSWERS)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_no_cache_keeps_an_answer_and_no_address_or_cookie_carries_it_on(path, data, headers):
    response = send(path, data, **headers)
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert set(response.cookies) <= {"csrftoken"}
    carried = str(response.headers) + str(response.cookies)
    assert WORD not in carried
    assert SECRET not in carried


@pytest.mark.parametrize(("path", "data"), ANSWERS)
def test_titles_and_previews_are_made_of_our_words_and_never_of_the_text(path, data):
    html = send(path, data).content.decode()
    head = html.partition("</head>")[0]
    assert WORD not in head
    assert SECRET not in head


def test_the_title_of_an_answer_is_one_of_a_list():
    problems = knowledge().problems.values()
    told = {f"{said}: {plain(each.title)}" for said in VERDICTS.values() for each in problems}
    for data in (TEXT, WORD):
        html = send("/paste/", {"paste": data}).content.decode()
        title = unescape(re.search(r"<title>(.*?) – ", html)[1])
        assert title in told | {str(UNRECOGNISED)}


def test_who_listens_is_told_ids_and_fixed_words():
    heard = []

    def listen(sender, **said):
        heard.append(said)

    diagnosed.connect(listen)
    try:
        for data in (TEXT, WORD):
            send("/paste/", {"paste": data})
    finally:
        diagnosed.disconnect(listen)
    assert len(heard) == 2
    for said in heard:
        assert set(said) == {"signal", "verdict", "problem_ids"}
        assert said["verdict"] in set(VERDICTS)
        assert set(said["problem_ids"]) <= set(knowledge().problems)


def test_a_server_that_is_aborted_leaves_no_core_file():
    """Gunicorn aborts a worker that takes too long, and the worker holds a text."""

    def allow_core_files() -> None:
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))

    with served(env={"WORKERS": "1"}, preexec_fn=allow_core_files) as (origin, process):
        urlopen(f"{origin}/healthz", timeout=60).close()  # noqa: S310 - our own; a worker answers
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        assert children
        for each in (process, *children):
            limits = Path(f"/proc/{each}/limits").read_text()
            assert re.search(r"Max core file size +0 +0 ", limits)


@pytest.mark.browser
def test_a_page_that_the_browser_holds_in_memory_holds_no_text(script_page):
    script_page.goto("/")
    box = script_page.get_by_label("Error response")
    box.fill(TEXT)
    script_page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', {persisted: true}))")
    expect(box).to_have_value("")


@pytest.mark.browser
def test_an_answer_that_comes_back_out_of_memory_is_made_again_without_the_text(script_page):
    paste(script_page, TEXT)
    expect(script_page.locator(".evidence")).to_be_visible()
    script_page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    expect(script_page.get_by_text("This page was made again from its link")).to_be_visible()
    assert WORD not in script_page.content()
