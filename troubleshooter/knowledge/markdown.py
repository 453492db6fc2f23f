"""Our own Markdown → HTML. Never for what a user gave."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import re2
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

Resolver = Callable[[str], str]
"""Turns a link of the content ("source:faq", "problem:cors", "check:…") into an address."""


def to_html(markdown: str, resolve: Resolver) -> str:
    """A text with paragraphs, lists, tables and code as HTML, with the quotation marks of print.

    >>> to_html("Send the `Bearer` token, see [Keys](check:keys).", {"check:keys": "/keys/"}.get)
    '<p>Send the <code lang="en" translate="no">Bearer</code> token, see <a href="/keys/">Keys</a>.</p>\\n'
    >>> to_html("A user's `X-Key`", {}.get)
    '<p>A user’s <code lang="en" translate="no" class="whole">X-Key</code></p>\\n'
    """
    return str(renderer(resolve).render(markdown))


def inline_html(markdown: str, resolve: Resolver) -> str:
    """One line as HTML, without a paragraph round it."""
    return str(renderer(resolve).renderInline(markdown))


WORDS_OF_LINK = re2.compile(r"\[([^\]]*)\]\([^)\s]*\)")
APOSTROPHE = re2.compile(r"(\pL)'(\pL)")
HYPHENED = re2.compile(r"[\w.]+( ?-[\w.]+)+")
"""A name, or a command with an option, that browsers would break at each hyphen."""
ALWAYS_FITS = 16  # characters: a name that is never too long for a line of a phone
LINK = re2.compile(r"\]\(([a-z]+:[^)\s]*)\)")


def to_markdown(markdown: str, resolve: Resolver) -> str:
    """The same Markdown for use outside the site.

    >>> to_markdown("See [Keys](check:keys).", {"check:keys": "https://example.com/keys/"}.get)
    'See [Keys](https://example.com/keys/).'
    """
    return str(LINK.sub(lambda link: f"]({resolve(link[1])})", markdown))


def first_sentence(markdown: str) -> str:
    """The sentence that lists show.

    >>> first_sentence("The token, e.g. from `POST. /x`, is old. Get a new one.")
    'The token, e.g. from `POST. /x`, is old.'
    """
    paragraph = " ".join(markdown.strip().split("\n\n", 1)[0].split())
    end = 0
    while (end := paragraph.find(". ", end) + 1) > 0:
        begun, follows = paragraph[:end], paragraph[end + 1 :]
        if begun.count("`") % 2 == 0 and not follows[:1].islower() and not begun.endswith("e.g."):
            return begun
    return paragraph


def plain(line: str) -> str:
    """One line where no HTML can stand: in a title, in a mail.

    >>> plain("The `Bearer` of the [Login API](source:login) is missing")
    'The Bearer of the Login API is missing'
    >>> plain("I'm not sure")
    'I’m not sure'
    """
    words = WORDS_OF_LINK.sub(r"\1", line).replace("`", "")
    return str(APOSTROPHE.sub(lambda letters: "’".join(letters.groups()), words))


def code_inline(
    self: RendererHTML,
    tokens: Sequence[Token],
    index: int,
    options: OptionsDict,
    env: dict[str, Any],
) -> str:
    """What a program says, marked as the same in every language; a name with hyphens as one word."""
    token = tokens[index]
    token.attrSet("lang", "en")
    token.attrSet("translate", "no")
    if HYPHENED.fullmatch(token.content):
        token.attrSet("class", "whole" if len(token.content) <= ALWAYS_FITS else "name")
    return RendererHTML.code_inline(self, tokens, index, options, env)


@cache
def renderer(resolve: Resolver) -> MarkdownIt:
    """CommonMark with tables and without HTML, whose links go through a resolver."""
    made = MarkdownIt("commonmark", {"html": False, "typographer": True})
    made.enable(["table", "smartquotes"])

    def link_open(
        self: RendererHTML,
        tokens: Sequence[Token],
        index: int,
        options: OptionsDict,
        env: dict[str, Any],
    ) -> str:
        link = tokens[index]
        href = resolve(str(link.attrs["href"]))
        link.attrSet("href", href)
        if href.startswith("https://"):
            link.attrSet("rel", "noopener noreferrer")
        return self.renderToken(tokens, index, options, env)

    made.add_render_rule("link_open", link_open)
    made.add_render_rule("code_inline", code_inline)
    return made
