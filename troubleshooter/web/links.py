"""Addresses: of our own pages, and of what the content links to."""

from functools import cache

from django.conf import settings
from django.urls import reverse

from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import to_markdown
from troubleshooter.web.state import EMPTY, State


@cache
def path(page: str, *ids: str) -> str:
    """The path of one of our pages."""
    return reverse(page, args=ids)


def link(page: str, *ids: str, state: State = EMPTY) -> str:
    """The path of one of our pages in some state: `/errors/cors/?done=api-called-from-server`."""
    return f"{path(page, *ids)}?{state}" if state.chosen else path(page, *ids)


def absolute(address: str) -> str:
    """The same address for use outside the site: in a ticket or a mail."""
    return settings.SITE_ORIGIN + address


def outside(markdown: str) -> str:
    """A text of the content for use outside the site: its links are whole addresses."""
    return to_markdown(markdown, lambda address: whole(resolve(address)))


def whole(address: str) -> str:
    return absolute(address) if address.startswith("/") else address


def resolve(address: str) -> str:
    """A link of the content: "source:faq", "problem:cors", "check:key-is-a-header"."""
    kind, _, name = address.partition(":")
    if kind == "source":
        return knowledge().sources[name].url
    return path(kind, name) if kind in ("problem", "check", "question") else address
