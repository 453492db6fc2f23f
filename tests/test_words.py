"""Every word that a page says of itself can be translated: it goes through Django's functions."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.template.base import Lexer, TokenType
from django.test import Client
from django.utils import translation

from troubleshooter.knowledge.markdown import plain
from troubleshooter.web import words
from troubleshooter.web.apps import forget_pages
from troubleshooter.web.examples import EXAMPLES
from troubleshooter.web.views.search import TRIES

TEMPLATES = Path(__file__).parent.parent / "templates"
SAID = re.compile(r"(?:aria-label|alt|title|placeholder|data-say-[\w-]+)=\"([^\"]*)\"")
TAG = re.compile(r"<[^>]*>", re.S)
ENTITY = re.compile(r"&\w+;")
WORD = re.compile(r"[^\W\d_]{2,}")
NAMES = {"Vipps", "MobilePay", "API", "URL", "HTTP", "MSN", "JSON", "Markdown", "SVG"}
"""Names that are the same in every language."""


def bare_words(source: str) -> list[str]:
    """The words of a template that stand in no translation."""
    found: list[str] = []
    translated, text = False, ""
    for token in Lexer(source).tokenize():
        name = token.contents.partition(" ")[0]
        if token.token_type == TokenType.BLOCK and name in ("blocktranslate", "endblocktranslate"):
            translated = name == "blocktranslate"
        elif token.token_type == TokenType.TEXT and not translated:
            text += token.contents
        elif token.token_type in (TokenType.VAR, TokenType.BLOCK):
            text += " "
    text = re.sub(r"<(pre|code)\b.*?</\1>", " ", text, flags=re.S)  # code is the same everywhere
    for attribute in SAID.findall(text):
        found += WORD.findall(attribute)
    found += WORD.findall(ENTITY.sub(" ", TAG.sub(" ", text)))
    return [word for word in found if word not in NAMES]


def test_a_word_outside_a_translation_is_found():
    assert bare_words("<p>One {% translate 'two' %} {{ three }}</p>") == ["One"]
    assert bare_words('<a aria-label="Four" href="/five/">{# six #}</a>') == ["Four"]
    assert bare_words("{% blocktranslate %}seven {{ a }}{% endblocktranslate %} 8") == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path))
def test_every_word_of_a_page_can_be_translated(path):
    assert bare_words(path.read_text(encoding="utf-8")) == []


NAMED = re.compile(r"<(title|h[1-4]|button|label|legend|summary|dt|option)\b[^>]*>(.*?)</\1>", re.S)
PAGES = (
    "/",
    "/errors/?api=epayment",
    "/errors/order-not-found/",
    "/checks/key-is-a-header/",
    "/checks/",
    "/e/51/",
    "/guide/",
    "/guide/map/",
    "/search/",
    "/support-text/?problem=order-not-found",
    "/result/?found=order-not-found&sure=likely&status=404",
    "/result/?status=404",
    "/vote/?problem=order-not-found&solved=no",
    "/api/",
    "/privacy/",
    "/about/",
    "/accessibility/",
    "/nothing-here/",
)


@pytest.fixture
def other_language(monkeypatch):
    """A language in which every word is the English one between marks; no page of it is kept."""
    spoken = {
        "gettext": lambda message: f"⟦{message}⟧",
        "ngettext": lambda one, many, count: f"⟦{one if count == 1 else many}⟧",
    }
    for name, says in spoken.items():
        monkeypatch.setattr(translation._trans, name, says)
    with translation.override("nb"):
        yield
    forget_pages()


@pytest.fixture(scope="module")
def of_content(knowledge) -> set[str]:
    """What the content calls things, which is no word of the page."""
    nouns = [*knowledge.problems.values(), *knowledge.checks.values(), *knowledge.apis.values()]
    nouns += [*knowledge.questions.values(), *knowledge.families.values()]
    answers = [each for asked in knowledge.questions.values() for each in asked.answers]
    return {plain(each.title) for each in nouns} | {plain(each.label) for each in answers}


def unspoken(html: str, of_content: set[str]) -> list[str]:
    """The headings, buttons and labels of a page that are not in the other language."""
    html = re.sub(r"<svg\b.*?</svg>", "", html, flags=re.S)  # the list below it says the same
    texts = (" ".join(unescape(TAG.sub("", inside)).split()) for _, inside in NAMED.findall(html))
    return [
        text
        for text in texts
        if "⟦" not in text and text not in of_content and set(WORD.findall(text)) - NAMES
    ]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_kept_in_english_is_made_anew_in_another_language(
    address, request, of_content, knowledge
):
    english = Client().get(address, follow=True).content.decode()
    request.getfixturevalue("other_language")
    html = Client().get(address, follow=True).content.decode()
    assert "⟦" not in english
    assert unspoken(english, of_content)
    statuses = {words.of_status(each) for each in words.STATUSES}
    assert set(unspoken(html, of_content)) <= statuses | TRIES.keys()
    assert '<html lang="nb">' in html


@pytest.mark.parametrize("text", [*EXAMPLES.values(), "nothing that is known: 418", ""])
def test_an_answer_is_given_in_another_language(text, other_language, of_content):
    sent = urlencode({"paste": text})
    response = Client().post("/paste/", sent, content_type="application/x-www-form-urlencoded")
    html = response.content.decode()
    assert set(unspoken(html, of_content)) <= {"contextId"}  # its name in the paste
    assert ("⟦%(fact)s" in html, "⟦Explain this error⟧" in html) == (False, not text)


def test_numbers_are_written_as_the_language_does():
    assert words.number(12345) == "12,345"
    with translation.override("de"):
        assert words.number(12345) == "12.345"
