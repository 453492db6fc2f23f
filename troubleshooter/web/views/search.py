"""The search page. People paste into search boxes, too: such a text is answered as a paste.

What was searched for stands in no address. The form changes nothing, so it needs no token, and
pages with a search box stay the same for everybody.
"""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import path
from troubleshooter.web.searched import Found, found, is_a_paste
from troubleshooter.web.size import MOST_TEXT, size_of
from troubleshooter.web.state import EMPTY
from troubleshooter.web.views import faults
from troubleshooter.web.views.content import problems_context
from troubleshooter.web.views.paste import answer, failing_closed, unkept

NOTHING = Found((), (), {})
TRIES = {
    "51": _("a code"),
    "invalid MSN": _("a part of the error’s sentence"),
    "Idempotency-Key": _("a header"),
    "capture too high": _("what went wrong"),
}
"""Words that show what can be searched for, each with what it is."""


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
@failing_closed
def search(request: HttpRequest) -> HttpResponse:
    """The pages that fit a few words."""
    if request.method != "POST":
        return faults.in_address(request) if request.GET else list_of(request, "", NOTHING)
    text = request.POST.get("words", "").replace("\r\n", "\n")
    if (size := size_of(text)) > MOST_TEXT:
        return faults.too_long(request, size)
    if not text.strip() and request.htmx and "in-errors" in request.POST:
        return unkept(
            HttpResponse(render_to_string("errors/page.html#filtered", problems_context(EMPTY)))
        )
    diagnosis = diagnose(text, knowledge())
    if is_a_paste(text, diagnosis):
        response = answer(request, diagnosis)
        response.headers["HX-Retarget"] = "#main"
        response.headers["HX-Reswap"] = "innerHTML"  # the list replaces itself
        return response
    return list_of(request, diagnosis.redaction.text.strip(), found(diagnosis))


def list_of(request: HttpRequest, words: str, pages: Found) -> HttpResponse:
    template = "search/page.html#found" if request.htmx else "search/page.html"
    context = {"here": path("search"), "words": words, "tries": TRIES, **pages._asdict()}
    return unkept(HttpResponse(render_to_string(template, context)))
