"""Checks: the list, and one page each."""

from django.http import HttpRequest, HttpResponse
from django.utils.text import capfirst
from django.views.decorators.http import require_safe

from troubleshooter.domain import ACTORS, Check
from troubleshooter.knowledge import knowledge
from troubleshooter.web import words
from troubleshooter.web.links import path
from troubleshooter.web.pages import Context, known, page
from troubleshooter.web.preview import of_check
from troubleshooter.web.state import State, read_state
from troubleshooter.web.titles import in_order


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Every check."""
    return page(request, "checks/page.html", checks_context, state=read_state(request.GET))


def checks_context(nothing: State) -> Context:
    """The checks by who acts first, those that explain the most errors first."""
    content = knowledge()
    counts = {id: len(problems) for id, problems in content.problems_by_check.items()}
    titled = sorted(content.checks.values(), key=lambda each: in_order(each.title))
    ranked = sorted(titled, key=lambda each: -counts[each.id])
    groups: list[tuple[str, list[tuple[Check, int]]]] = [
        (actor, [(each, counts[each.id]) for each in ranked if each.acts[0] == actor])
        for actor in ACTORS
    ]
    groups = [group for group in groups if group[1]]
    jumps = [(actor, str(capfirst(words.ACTORS[actor])), len(checks)) for actor, checks in groups]
    return {"here": path("checks"), "groups": groups, "jumps": jumps}


@require_safe
def check(request: HttpRequest, check_id: str) -> HttpResponse:
    """One check, and everything that goes wrong when it is not so."""
    known(knowledge().checks, check_id)
    nothing = read_state(request.GET)
    return page(request, "check/page.html", check_context, check_id, state=nothing)


def check_context(check_id: str, nothing: State) -> Context:
    content = knowledge()
    return {
        "here": path("check", check_id),
        "section": path("checks"),
        "check": content.checks[check_id],
        "preview": of_check(content.checks[check_id]),
        "problems": sorted(
            content.problems_by_check[check_id], key=lambda each: in_order(each.title)
        ),
    }
