"""Filters that templates need to show content. They are built in: no template loads them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import get_text_list
from django.utils.translation import gettext

from troubleshooter.domain import Check, Problem, Source
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge import markdown as md
from troubleshooter.web import words
from troubleshooter.web.links import absolute, path, resolve
from troubleshooter.web.titles import under

register = template.Library()

register.simple_tag(path)
register.filter(absolute)
register.filter(md.plain)
register.filter("status_name", words.of_status)
register.filter(words.errors)
register.filter(words.unbroken)
register.filter(under)


@register.filter
@cache
def markdown(text: str) -> SafeString:
    """Our own Markdown as HTML."""
    return mark_safe(md.to_html(text, resolve))  # noqa: S308 - content files, and no HTML in them


@register.filter
@cache
def inline_markdown(text: str) -> SafeString:
    """One line of our own Markdown as HTML."""
    return mark_safe(md.inline_html(text, resolve))  # noqa: S308 - content files, no HTML in them


@register.filter
def first_sentence(text: str) -> SafeString:
    """The sentence that stands for a text in lists."""
    return inline_markdown(md.first_sentence(text))


@register.filter
def words_for(name: str, kind: str) -> str:
    """The fixed words for an id: `"gateway"|words_for:"SENDERS"`."""
    fixed: Mapping[str, str] = getattr(words, kind)
    return str(fixed.get(name, name))


@register.filter
def usual_status(problem: Problem) -> str:
    """The HTTP statuses that a problem is documented with."""
    return words.of_statuses(problem.statuses)


@register.filter
def sender(problem: Problem) -> str:
    """Who sends the error. Of a bare status nobody can tell which of the two it was."""
    unsure = words.is_plain(problem) and problem.sender == "gateway"
    return str(words.API_OR_GATEWAY if unsure else words.SENDERS[problem.sender])


@register.filter
def retry(problem: Problem) -> str:
    """Whether to send the same call again."""
    return words.retry(problem)


@register.filter
def speaker(problem: Problem) -> str:
    """Who says the sentences of a problem: a response does, unless there is none."""
    no_response = problem.sender in ("browser", "app")
    return str(words.SENDERS[problem.sender]) if no_response else gettext("the response")


@register.filter
def statuses_beside(problem: Problem) -> str:
    """The HTTP statuses of a problem, to stand beside its title; "" when that begins with them."""
    statuses = ", ".join(problem.statuses)
    return "" if problem.title.startswith(statuses) else statuses


@register.filter
def actors(check: Check) -> str:
    """Who can put a check right, on one line."""
    return words.actors(check.acts)


@register.filter
def quoted(titles: Iterable[str]) -> SafeString:
    """Titles in quotation marks, as one part of a sentence; what is quoted in them, in single ones."""
    inner = str.maketrans("“”", "‘’")
    marked = [f"“{inline_markdown(title).translate(inner)}”" for title in titles]
    return mark_safe(get_text_list(marked, gettext("and")))  # noqa: S308 - content files


@register.filter
def either(problems: Iterable[tuple[Problem, str]]) -> SafeString:
    """Links, each to an address, of which one can be chosen, as one part of a sentence."""
    links = [
        format_html('<a href="{}">{}</a>', address, inline_markdown(problem.title))
        for problem, address in problems
    ]
    return mark_safe(get_text_list(links, gettext("or")))  # noqa: S308 - each was escaped


@register.filter
def in_bold(found: Iterable[str]) -> SafeString:
    """Words that were searched for, as one part of a sentence."""
    return format_html_join(", ", "<b>{}</b>", ((word,) for word in found))


BREAKS = re.compile("(?<=[._/-])(?!/)|(?<=[a-z])(?=[A-Z])")
WORD = re.compile(r"[\w./:-]+(?![^<]*>)")  # and not inside a tag


@register.filter
def breakable(code: str) -> SafeString:
    """A code that may go on in the next line behind its signs and before its capitals.

    >>> breakable("invalid_app.uri")
    'invalid_<wbr>app.<wbr>uri'
    """
    return format_html_join(mark_safe("<wbr>"), "{}", ((part,) for part in BREAKS.split(code)))


@register.filter
def breakable_words(html: SafeString, fits: int) -> SafeString:
    """A title whose words may go on in the next line as codes may, if so many letters do not fit one.

    >>> breakable_words(mark_safe("The <code>pspTransactionId</code> of MobilePay"), 15)
    'The <code>psp<wbr>Transaction<wbr>Id</code> of MobilePay'
    """

    def broken(word: re.Match[str]) -> str:
        return breakable(word[0]) if len(word[0]) > fits else word[0]

    return mark_safe(WORD.sub(broken, html))  # noqa: S308 - safe before, and <wbr> is all that is new


@register.filter
def get(mapping: Mapping[str, str], key: str) -> str:
    """What a mapping holds under a key, "" when that is nothing."""
    return mapping.get(key, "")


@register.filter
def api_title(name: str) -> str:
    """What an API is called."""
    return knowledge().apis[name].title


@register.filter
def api_notes(problem: Problem) -> list[str]:
    """What is to be known of an API that is not for new work."""
    notes = (knowledge().apis[api].note for api in problem.apis)
    return [note for note in notes if note]


@register.simple_tag(takes_context=True)
def nav(context: Mapping[str, Any], name: str) -> SafeString:
    """Where a link of the navigation leads, and that the page is this one or belongs to it."""
    address = path(name)
    current = {context.get("section"): "true", context.get("here"): "page"}.get(address, "")
    marked = format_html(' aria-current="{}"', current) if current else ""
    return format_html('href="{}"{}', address, marked)


@register.simple_tag
def source(name: str) -> Source:
    """One of the pages our content rests on."""
    return knowledge().sources[name]


@register.filter
def cited(noun: Problem | Check) -> list[tuple[Source, list[str]]]:
    """Where a noun comes from: each source, with the titles of its FAQ headings if it has any."""
    content = knowledge()
    headings: dict[str, list[str]] = {}
    for citation in noun.source:
        under = headings.setdefault(citation.source, [])
        if citation.heading:
            under.append(content.headings[citation.heading].title)
    return [(content.sources[name], titles) for name, titles in headings.items()]
