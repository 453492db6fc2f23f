"""Pages rendered once in each state and then only looked up, as far as they are content."""

import gzip
from collections.abc import Callable, Hashable, Mapping
from hashlib import blake2b
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from cachetools import LRUCache, cached
from cachetools.keys import hashkey
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from troubleshooter.web.state import EMPTY, State

Noun = TypeVar("Noun")
Context = dict[str, Any]
Slots = Mapping[str, str]
MIB = 1024 * 1024
MOST_PAGES, MOST_SKELETONS = 10 * MIB, 4 * MIB
"""How much is kept. By size and not by number: some pages are a hundred times as long as others."""


def in_language(*asked: Hashable) -> Hashable:
    """Under which key a page is kept: in another language it is another page."""
    return hashkey(get_language(), *asked)


class Page(NamedTuple):
    content: bytes
    etag: str
    packed: bytes = b""  # the same with gzip: nothing in it is secret or comes from a client


def known(nouns: Mapping[str, Noun], name: str) -> Noun:
    """The noun of that id, or the page that says that there is none."""
    if name not in nouns:
        raise Http404
    return nouns[name]


def page(
    request: HttpRequest,
    template: str,
    context: Callable[..., Context],
    *ids: str,
    state: State = EMPTY,
    fragment: str = "",
) -> HttpResponse:
    """The page for `context(*ids, state)`, or a redirect to the one address of that state.

    With htmx and a fragment only that part is sent, and the address bar is put right.
    """
    htmx = bool(fragment and request.htmx)
    if not htmx and (redirect := elsewhere(request, state)):
        return redirect
    found = rendered(f"{template}#{fragment}" if htmx else template, context, ids, state)
    response = sent(request, found)
    response.headers["Cache-Control"] = "max-age=300"
    if fragment:
        patch_vary_headers(response, ["HX-Request"])
    if htmx:
        response.headers["HX-Replace-Url"] = f"{request.path}?{state}".rstrip("?")
    return response


def sent(request: HttpRequest, found: Page) -> HttpResponse:
    """A page as it was made, packed for whoever can unpack it."""
    packs = found.packed and "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(found.packed if packs else found.content)
    response.headers["ETag"] = found.etag
    if packs:
        response.headers["Content-Encoding"] = "gzip"
    patch_vary_headers(response, ["Accept-Encoding"])
    return response


def elsewhere(request: HttpRequest, state: State) -> HttpResponse | None:
    """A redirect to the one address of a state, when the request came to another one."""
    bare = request.META.get("RAW_URI", "").endswith("?")  # gunicorn's: WSGI does not tell
    if request.META["QUERY_STRING"] == state.query and not bare:
        return None
    return to(request.path, state)


def to(path: str, state: State) -> HttpResponse:
    """A redirect to a page in some state, which says what was left out on the way."""
    return HttpResponseRedirect(f"{path}?{state.query}".rstrip("?"))


@cached(LRUCache(MOST_PAGES, lambda made: len(made.content + made.packed)), in_language, Lock())
def rendered(
    template: str, context: Callable[..., Context], ids: tuple[str, ...], state: State
) -> Page:
    """A page as it is sent, made from ids of closed lists: nothing a client made up is kept."""
    content = render_to_string(template, {**context(*ids, state), "state": state}).encode()
    etag = f'W/"{blake2b(content, digest_size=12).hexdigest()}"'  # weak: packed or not
    return Page(content, etag, gzip.compress(content, 6, mtime=0))


def filled(
    template: str, context: Callable[..., Context], fixed: tuple[Hashable, ...], slots: Slots
) -> SafeString:
    """A template rendered once for `context(*fixed)`, and each time with what is new in its slots.

    To the template a slot is a variable that is true. What goes into it is escaped here, and kept
    nowhere.
    """
    first, *rest = skeleton(template, context, fixed, tuple(slots))
    made = [first]
    for name, text in zip(rest[::2], rest[1::2], strict=True):
        made += [conditional_escape(slots[name]), text]
    return mark_safe("".join(made))  # noqa: S308 - made of a template and of escaped text


@cached(LRUCache(MOST_SKELETONS, lambda parts: sum(map(len, parts))), in_language, Lock())
def skeleton(
    template: str,
    context: Callable[..., Context],
    fixed: tuple[Hashable, ...],
    slots: tuple[str, ...],
) -> list[str]:
    """The rendered template, cut at its slots: text, name, text, name … text."""
    marks = {name: mark_safe(f"\0{name}\0") for name in slots}  # noqa: S308 - names of ours
    return render_to_string(template, {**context(*fixed), **marks}).split("\0")


def present(slots: Slots) -> Slots:
    """The slots that hold something."""
    return {name: text for name, text in slots.items() if text}
