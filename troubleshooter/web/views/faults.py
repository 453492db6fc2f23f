"""Pages for what went wrong: what happened, what became of the text, what to do now."""

import json
import math
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache

from troubleshooter.domain import Problem
from troubleshooter.web.links import absolute, path
from troubleshooter.web.searched import suggested

API = "/api/v1/"
"""Where the interface for programs begins: there faults are problem details and no pages."""
BOXES = {"paste": "paste", "search": "words"}
"""Where texts are sent, and the id of the box that they came from."""
KIB = 1024
MOST_TEXT = 64 * KIB
NOT_KEPT = "Nothing of it was kept."
EMPTY_BOX = "Paste an error response, or choose “Answer questions instead”"

NOT_READ_IN_TIME = "The text was not read: taking out keys and personal data took too long"
NOT_READ = "Taking out keys and personal data failed, so the text was neither read nor shown"
WHAT_TO_PASTE = (
    "Paste a smaller part: the status line and the body of one response are enough.",
    "Or answer questions instead.",
)
NOTHING_SHOWN = (
    f"Nothing of the text is read or shown before keys and personal data are out. {NOT_KEPT}"
)


def fault(
    request: HttpRequest, status: int, title: str, *says: str, instead: Sequence[Problem] = ()
) -> HttpResponse:
    """A page, or for a form that htmx sends a few lines above the page: what was typed stays.

    Programs get problem details. `instead` are problems that may be what was looked for.
    """
    if request.path_info.startswith(API):
        return problem_details(status, title, says)
    htmx = request.method == "POST" and getattr(request, "htmx", False)
    template = "fault/page.html#summary" if htmx else "fault/page.html"
    box = BOXES.get(request.path_info.strip("/"), "")
    context = {"title": title, "says": says, "status": status, "instead": instead, "box": box}
    response = HttpResponse(render_to_string(template, context), status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Vary"] = "HX-Request"
    if htmx:
        response.headers["HX-Retarget"] = "#fault"
        response.headers["HX-Reswap"] = "innerHTML"
    elif getattr(request, "htmx", False):
        response.headers["HX-Refresh"] = "true"
    return response


def problem_details(status: int, title: str, says: Sequence[str]) -> HttpResponse:
    """What is wrong, as RFC 9457 writes it; the page about the interface explains each type."""
    about = f"{absolute(path('programs'))}#{status}"
    details = {"type": about, "title": title, "status": status, "detail": " ".join(says)}
    said = json.dumps(details, ensure_ascii=False)
    response = HttpResponse(said, status=status, content_type="application/problem+json")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the browser sent cannot be read."""
    says = "The address or the form was not written the way this site reads it."
    return fault(request, 400, "This request cannot be read", says, NOT_KEPT)


def sent_twice(request: HttpRequest) -> HttpResponse:
    """A field of the form came several times: nobody can tell which one is meant."""
    says = "Send one error at a time: put its whole text into the one box of the start page."
    return fault(request, 400, "The text was sent more than once", says, NOT_KEPT)


def in_address(request: HttpRequest) -> HttpResponse:
    """A text was put into the address, where every log on the way may keep it."""
    return fault(
        request,
        400,
        "A text in an address is not read",
        "Browsers, proxies and servers write addresses into their histories and logs. "
        "Put the text into the box of the start page instead.",
        "If there was a key, a secret or a token in the address, make a new one.",
        f"This site writes no addresses into its log. {NOT_KEPT}",
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page of ours, or its cookie is missing."""
    return fault(
        request,
        403,
        "The form was too old, or came from another site",
        "The browser did not send the cookie that shows where the form comes from.",
        "Open the start page again, with cookies allowed for this site, and paste the text again.",
        NOT_KEPT,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No page has this address."""
    says = "The address may be cut short, or the page never was here."
    return fault(request, 404, "There is no such page", says, instead=suggested(request.path_info))


def unknown_code(request: HttpRequest) -> HttpResponse:
    """No problem has this code."""
    return fault(
        request,
        404,
        "This code is not known here",
        "The FAQ this site is built on does not explain it. The API’s own page may.",
        "The sentence next to the code often tells more: paste the whole error.",
    )


def unreadable_body(request: HttpRequest) -> HttpResponse:
    """A program sent nothing, no JSON, or JSON without a text."""
    return fault(
        request,
        400,
        "There is no text in the body",
        'Send the text itself as text/plain, or {"paste": "…"} as application/json.',
    )


def wrong_type(request: HttpRequest) -> HttpResponse:
    """A program sent a body of another kind."""
    return fault(
        request,
        415,
        "This kind of body is not read",
        'Send the text itself as text/plain, or {"paste": "…"} as application/json.',
    )


def wrong_method(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """The address is there, and nothing can be done to it in this way."""
    title = "This address cannot be asked in that way"
    says = f"It answers to {' and '.join(allowed)}. Nothing was changed."
    response = fault(request, 405, title, says, NOT_KEPT)
    response.headers["Allow"] = ", ".join(allowed)
    return response


def size_of(text: str) -> int:
    """The size of a text in bytes of UTF-8. At most MOST_TEXT of them are read."""
    return len(text.encode(errors="replace"))


def too_long(request: HttpRequest, size: int = 0) -> HttpResponse:
    """More text than one paste may hold."""
    most, kib = MOST_TEXT // KIB, math.ceil(size / KIB)
    has = f"The text is {f'just over {most}' if kib == most + 1 else kib} KiB. " if size else ""
    return fault(
        request,
        413,
        "The text is too long",
        f"{has}Paste up to {most} KiB: the status line, the headers and the body of "
        "one response are enough.",
        f"The text was not read. {NOT_KEPT}",
    )


def not_a_form(request: HttpRequest) -> HttpResponse:
    """Files, JSON and whatever else is not the form of the start page are not taken."""
    return fault(
        request,
        415,
        "This site reads text from its form, and nothing else",
        "Files, JSON and plain bodies cannot be sent here. Copy the text of the error and paste it "
        "into the box of the start page.",
        "That form is sent as application/x-www-form-urlencoded. "
        "On the command line, manage.py diagnose reads files.",
        NOT_KEPT,
    )


def too_many(request: HttpRequest, wait: int) -> HttpResponse:
    """More pastes than one client may send."""
    seconds = f"{wait} second{'s' if wait != 1 else ''}"
    response = fault(
        request,
        429,
        "Too many texts in a short time",
        f"Only so many texts a minute are read from one address. Wait {seconds}, then send it again.",
        f"The text was not read. {NOT_KEPT}",
    )
    response.headers["Retry-After"] = str(wait)
    return response


def too_hard(request: HttpRequest) -> HttpResponse:
    """Redaction ran out of its time."""
    return fault(request, 422, NOT_READ_IN_TIME, *WHAT_TO_PASTE, NOTHING_SHOWN)


@never_cache
def not_redacted(request: HttpRequest) -> HttpResponse:
    """Redaction failed."""
    return fault(
        request,
        500,
        NOT_READ,
        "This is a fault of the troubleshooter, not of your call.",
        *WHAT_TO_PASTE,
        NOTHING_SHOWN,
    )


@never_cache
def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours failed."""
    return fault(
        request,
        500,
        "Something failed on this site",
        "This is a fault of the troubleshooter, not of your call. Trying once more may help.",
        "If you pasted a text, nothing of it was kept.",
    )
