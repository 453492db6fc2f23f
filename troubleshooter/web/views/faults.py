"""Pages for what went wrong: what happened, what became of the text, what to do now."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from troubleshooter.web.fault import fault
from troubleshooter.web.links import path
from troubleshooter.web.searched import suggested
from troubleshooter.web.size import too_much
from troubleshooter.web.words import number

NOT_KEPT = _("None of it was kept.")
NEITHER_READ_NOR_KEPT = _("The text was not read. None of it was kept.")
EMPTY_BOX = _("Paste an error response, or choose “Answer questions instead”")

NOT_READ_IN_TIME = _("The text was not read: removing keys and personal data took too long")
NOT_READ = _("Removing keys and personal data failed, so the text was neither read nor shown")
WHAT_TO_PASTE = (
    _("Paste a smaller part: the status line and the body of one response are enough."),
    _("Or answer questions instead."),
)
NOTHING_SHOWN = _(
    "Nothing of the text is read or shown before keys and personal data are removed. "
    "None of it was kept."
)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the browser sent cannot be read."""
    says = gettext("The address or the form was not written the way this site reads it.")
    return fault(request, 400, gettext("This request cannot be read"), says, NOT_KEPT)


def sent_twice(request: HttpRequest) -> HttpResponse:
    """A field of the form came several times: nobody can tell which one is meant."""
    says = gettext(
        "Send one error at a time: put its whole text into the one box of the start page."
    )
    return fault(request, 400, gettext("The text was sent more than once"), says, NOT_KEPT)


def in_address(request: HttpRequest) -> HttpResponse:
    """A text was put into the address, where every log on the way may keep it."""
    instead = gettext('Put the text into <a href="{}">the box on the start page</a> instead.')
    box = f"{path('entry')}#paste"
    if request.path_info == path("search"):
        instead = gettext('Put the words into <a href="{}">the search box</a> instead.')
        box = f"{path('search')}#words"
    return fault(
        request,
        400,
        gettext("The text in the address was not read"),
        format_html(instead, box),
        gettext("Browsers, proxies and servers write addresses into their histories and logs."),
        gettext("If there was a key, a secret or a token in the address, make a new one."),
        gettext("This site writes no addresses into its log. None of the text was kept."),
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form did not come from a page of ours, or its cookie is missing."""
    return fault(
        request,
        403,
        gettext("The form was too old, or came from another site"),
        gettext("The browser did not send the cookie that shows where the form comes from."),
        gettext(
            "Open the start page again, with cookies allowed for this site, and paste the text again."
        ),
        NOT_KEPT,
    )


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """No page has this address."""
    says = gettext("The address may be cut short, or there never was such a page.")
    return fault(
        request, 404, gettext("There is no such page"), says, instead=suggested(request.path_info)
    )


def unreadable_body(request: HttpRequest) -> HttpResponse:
    """A program sent nothing, no JSON, or JSON without a text."""
    return fault(
        request,
        400,
        gettext("There is no text in the body"),
        gettext('Send the text itself as text/plain, or {"paste": "…"} as application/json.'),
    )


def wrong_type(request: HttpRequest) -> HttpResponse:
    """A program sent a body of another kind."""
    return fault(
        request,
        415,
        gettext("This kind of body is not read"),
        gettext('Send the text itself as text/plain, or {"paste": "…"} as application/json.'),
    )


def wrong_method(request: HttpRequest, allowed: Sequence[str]) -> HttpResponse:
    """The address is there, and nothing can be done to it in this way."""
    title = gettext("This address cannot be asked in that way")
    says = gettext("It answers to %(methods)s. Nothing was changed.")
    says %= {"methods": get_text_list(allowed, gettext("and"))}
    response = fault(request, 405, title, says, NOT_KEPT)
    response.headers["Allow"] = ", ".join(allowed)
    return response


def too_long(request: HttpRequest, size: int = 0) -> HttpResponse:
    """More text than one paste may hold."""
    return fault(
        request, 413, gettext("The text is too long"), too_much(size), NEITHER_READ_NOR_KEPT
    )


def not_a_form(request: HttpRequest) -> HttpResponse:
    """Files, JSON and whatever else is not the form of the start page are not taken."""
    return fault(
        request,
        415,
        gettext("This site reads text from its form, and nothing else"),
        gettext(
            "Files, JSON and plain bodies cannot be sent here. "
            "Copy the text of the error and paste it into the box of the start page."
        ),
        gettext(
            "That form is sent as application/x-www-form-urlencoded. "
            "On the command line, manage.py diagnose reads files."
        ),
        NOT_KEPT,
    )


def too_many(request: HttpRequest, wait: int) -> HttpResponse:
    """More pastes than one client may send."""
    says = ngettext(
        "Only so many texts a minute are read from one address. "
        "Wait %(wait)s second, then send it again.",
        "Only so many texts a minute are read from one address. "
        "Wait %(wait)s seconds, then send it again.",
        wait,
    )
    response = fault(
        request,
        429,
        gettext("Too many texts in a short time"),
        says % {"wait": number(wait)},
        NEITHER_READ_NOR_KEPT,
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
        gettext("This is a fault of the troubleshooter, not of your call."),
        *WHAT_TO_PASTE,
        NOTHING_SHOWN,
    )


@never_cache
def broken(request: HttpRequest) -> HttpResponse:
    """Something of ours failed."""
    return fault(
        request,
        500,
        gettext("Something failed on this site"),
        gettext(
            "This is a fault of the troubleshooter, not of your call. Trying once more may help."
        ),
        gettext("If you pasted a text, none of it was kept."),
    )
