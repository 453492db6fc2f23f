"""How something that went wrong is answered: as a page, as a few lines above one, as problem details."""

import json
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from troubleshooter.domain import Problem
from troubleshooter.web.links import absolute, path

API = "/api/v1/"
"""Where the interface for programs begins: there faults are problem details and no pages."""
BOXES = {"paste": "paste", "search": "words"}
"""Where texts are sent, and the id of the box that they came from."""


def fault(
    request: HttpRequest,
    status: int,
    title: str,
    *says: str,
    instead: Sequence[Problem] = (),
    page: str = "fault/page.html",
    told: Mapping[str, object] | None = None,
) -> HttpResponse:
    """A page, or for a form that htmx sends a few lines above the page: what was typed stays.

    Programs get problem details. `instead` are problems that may be what was looked for,
    `told` is what a page of its own knows besides.
    """
    if request.path_info.startswith(API):
        return problem_details(status, title, says)
    htmx = request.method == "POST" and getattr(request, "htmx", False)
    template = "fault/page.html#summary" if htmx else page
    box = BOXES.get(request.path_info.strip("/"), "")
    context = {"title": title, "says": says, "status": status, "instead": instead, "box": box}
    response = HttpResponse(render_to_string(template, {**context, **(told or {})}), status=status)
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
    detail = " ".join(map(str, says))
    details = {"type": about, "title": str(title), "status": status, "detail": detail}
    said = json.dumps(details, ensure_ascii=False)
    response = HttpResponse(said, status=status, content_type="application/problem+json")
    response.headers["Cache-Control"] = "no-store"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
