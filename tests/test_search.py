"""The search box: what it finds, and that a secret in it goes nowhere."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.conftest import problem
from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Knowledge
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import first_sentence
from troubleshooter.search import search
from troubleshooter.search.says import words
from troubleshooter.web.limit import FORM
from troubleshooter.web.searched import found, unseen

TEAPOTS = {
    each.id: each
    for each in (
        problem("short-spout", title="The spout is too short", codes=("tea/pot/7",)),
        problem("stout-handle", title="The handle is stout", says=("I am a little teapot",)),
        problem("kettle", title="This is a kettle", meaning="It has a spout, too."),
    )
}
MADE_UP = Knowledge(TEAPOTS, {}, {}, {}, {}, synonyms={"tut": ("spout",), "hank": ("handle",)})


def first(query: str) -> str:
    return next((hit.noun.id for hit in search(query, MADE_UP)), "")


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("spout", "short-spout"),
        ("SPOUTS", "short-spout"),
        ("spuot", "short-spout"),
        ("hand", "stout-handle"),
        ("7", "short-spout"),
        ("tut", "short-spout"),
        ("am a little", "stout-handle"),
        ("kettle with a spout", "kettle"),
        ("xylophone", ""),
        ("xylophone spout", "short-spout"),
        ("xylophone spuot", ""),  # beside a word that is not known, a slip in a short one is chance
        ("npout", ""),  # a first letter is seldom wrong
        ("spoutings", "short-spout"),
        ("xylophone spoutings", ""),
        ("", ""),
        ("?!", ""),
    ],
)
def test_words_find_their_page_first(query, page):
    assert first(query) == page


def test_a_word_of_the_title_says_more_than_one_of_the_text():
    assert [hit.noun.id for hit in search("spout", MADE_UP)] == ["short-spout", "kettle"]


def find(words: str, **headers: str):
    form = urlencode({"words": words})
    return Client(headers=headers).post("/search/", form, content_type=FORM)


def test_few_words_give_a_list_of_pages():
    page = find("subscription key").content.decode()
    assert 'href="/errors/invalid-subscription-key/"' in page
    assert 'value="subscription key"' in page


def test_htmx_gets_the_list_alone():
    page = find("subscription key", **{"HX-Request": "true"}).content.decode()
    assert "<html" not in page
    assert 'id="list"' in page


def test_words_to_try_are_sent_by_their_buttons_and_each_finds_something():
    html = Client().get("/search/").content.decode()
    tries = re.findall(r'<button type="submit" name="words" value="([^"]+)"', html)
    assert len(tries) >= 4
    for each in tries:
        assert re.search(r"\d+ errors? found", find(each).content.decode())


def test_a_page_that_was_found_says_which_words_it_has_where_the_list_does_not_show_them():
    hits = {hit.noun.id: hit.has for hit in search("spuot kettle", MADE_UP)}
    assert hits == {"kettle": ("spout", "kettle"), "short-spout": ("spout",)}
    pages = found(diagnose("subscription key spelling", knowledge()))
    hidden = {each: told for each, told in pages.has.items() if told}
    assert hidden
    for each, told in hidden.items():
        listed = set(words(f"{each.title} {first_sentence(each.meaning)}"))
        assert not listed & set(told)
    assert "On its page: <b>" in find("subscription key spelling").content.decode()
    shows_key = knowledge().problems["subscription-not-found"]
    assert unseen(shows_key, ["keys", "gateways"]) == ["gateways"]


def test_an_emptied_search_box_on_the_list_of_errors_gives_the_list_back():
    form = urlencode({"words": " ", "in-errors": "1"})
    asked = Client(headers={"HX-Request": "true"})
    page = asked.post("/search/", form, content_type=FORM).content.decode()
    whole = Client().get("/errors/").content.decode()
    title, _, listed = page.partition("</title>")
    assert f"{title}</title>" in whole
    assert listed.strip() in whole


def test_too_long_a_text_is_told_at_the_search_box():
    page = find("x" * 70_000, **{"HX-Request": "true"})
    assert (page.status_code, page.headers["HX-Retarget"]) == (413, "#fault")
    assert 'href="#words"' in page.content.decode()


def test_nothing_found_says_what_else_can_be_done():
    page = find("xylophone").content.decode()
    assert "No error found" in page
    assert 'href="/guide/"' in page


SECRET = "0123456789abcdef0123456789abcdef"


@pytest.mark.parametrize(
    "words",
    [
        f"key {SECRET}",
        f"Ocp-Apim-Subscription-Key: {SECRET} invalid",
        "HTTP/1.1 401 Unauthorized\n\nAccess denied due to invalid subscription key",
        "Access denied due to invalid subscription key. " * 5,
    ],
)
def test_a_paste_in_the_search_box_is_answered_as_a_paste(words):
    response = find(words, **{"HX-Request": "true"})
    assert SECRET.encode() not in response.content
    assert b"data-focus" in response.content
    assert response.headers["HX-Retarget"] == "#main"
    assert response.headers["HX-Reswap"].startswith("innerHTML")
    assert response.headers["HX-Push-Url"].startswith("/result/")


def test_words_stand_in_no_address_and_in_no_cache():
    response = find("subscription key")
    assert response.headers["Cache-Control"] == "no-store"
    assert not response.cookies
    for path, box in (("/search/?words=", "/search/#words"), ("/paste/?paste=", "/#paste")):
        response = Client().get(f"{path}canary")
        assert response.status_code == 400
        assert b"canary" not in response.content
        assert f'href="{box}"' in response.content.decode()


def test_what_was_searched_for_cannot_write_into_the_page():
    assert b"<script>alert" not in find('"><script>alert(1)</script>').content


def test_an_address_that_is_no_page_leads_to_those_with_its_words():
    page = Client().get("/errors/subscription-key-invalid/")
    assert page.status_code == 404
    assert b'href="/errors/invalid-subscription-key/"' in page.content


@pytest.mark.parametrize(
    "address", ["/xylophone/", "/no-such-page/", "/nothing-here/", "/zebra-crossing/", "/about-us/"]
)
def test_an_address_of_which_nothing_is_known_leads_nowhere(address):
    page = Client().get(address)
    assert page.status_code == 404
    assert b"Did you look" not in page.content
