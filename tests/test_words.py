"""Every word that a page says of itself can be translated: it goes through Django's functions."""

import re
from pathlib import Path

import pytest
from django.template.base import Lexer, TokenType

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
