"""Pages about the site, and what programs ask of it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from troubleshooter.knowledge import BrokenContent, knowledge
from troubleshooter.web.links import path
from troubleshooter.web.pages import Context, page
from troubleshooter.web.state import State, read_state

ROBOTS = "User-agent: *\nDisallow: /*?\nDisallow: /paste/\n"


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is removed from a paste, and what is kept: nothing."""
    return page(request, "privacy/page.html", privacy_context, state=read_state(request.GET))


def privacy_context(nothing: State) -> Context:
    return {**here("privacy", nothing), "cookie": settings.CSRF_COOKIE_NAME}


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this site is, what it rests on, and what it cannot do."""
    return page(request, "about/page.html", here, "about", state=read_state(request.GET))


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """What we aim at, and what has not been tested."""
    return page(
        request, "accessibility/page.html", here, "accessibility", state=read_state(request.GET)
    )


def here(name: str, nothing: State) -> Context:
    return {"here": path(name), "content": knowledge()}


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """Is the process alive?"""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Can it answer?"""
    try:
        knowledge()
    except BrokenContent:
        return HttpResponse("the content is broken\n", status=503, content_type="text/plain")
    return HttpResponse("ready\n", content_type="text/plain")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    """Where browsers look for the icon when no page has told them."""
    return HttpResponseRedirect(static("icon.ico"), headers={"Cache-Control": "max-age=3600"})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Every page may be found; the many states of a page need not be."""
    return HttpResponse(
        ROBOTS, content_type="text/plain", headers={"Cache-Control": "max-age=3600"}
    )
