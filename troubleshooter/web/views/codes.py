"""Look-up by code, for people, plugins and the messages of other software."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from troubleshooter.domain import Family, Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import link, path
from troubleshooter.web.lookup import looked_up, of_code, problems_by_code
from troubleshooter.web.pages import Context, known, page
from troubleshooter.web.state import State, read_state, state
from troubleshooter.web.views import faults


@require_safe
def codes(request: HttpRequest) -> HttpResponse:
    """Every code we know, by family."""
    nothing = read_state(request.GET)
    return page(request, "codes/page.html", codes_context, state=nothing)


def codes_context(nothing: State) -> Context:
    rows: dict[str, list[tuple[str, tuple[Problem, ...]]]] = {}
    for code, problems in problems_by_code().items():
        family, _, number = code.rpartition("/")
        rows.setdefault(family, []).append((number, problems))
    families: list[tuple[Family, list[tuple[str, tuple[Problem, ...]]]]] = [
        (family, sorted(rows[family.id], key=by_number))
        for family in knowledge().families.values()
        if family.id in rows
    ]
    return {"here": path("codes"), "families": families}


def by_number(row: tuple[str, tuple[Problem, ...]]) -> tuple[int, str]:
    """Numbers by their value, before names."""
    return (int(row[0]), "") if row[0].isdecimal() else (10**9, row[0].casefold())


@require_safe
def code(request: HttpRequest, family: str, code: str) -> HttpResponse:
    """What one code may mean."""
    known(problems_by_code(), f"{family}/{code}")
    nothing = read_state(request.GET)
    return page(request, "code/page.html", code_context, f"{family}/{code}", state=nothing)


def code_context(code: str, nothing: State) -> Context:
    family, _, number = code.rpartition("/")
    return {
        "here": path("code", family, number),
        "title": f"Code {number}",
        "family": knowledge().families[family],
        "problems": problems_by_code()[code],
    }


@require_safe
def any_code(request: HttpRequest, code: str) -> HttpResponse:
    """A code without its family: its problem, or a choice, or what can be done about it."""
    problems = of_code(code)
    if not problems:
        return faults.unknown_code(request)
    if len(problems) == 1:
        return HttpResponseRedirect(path("problem", problems[0].id))
    nothing = read_state(request.GET)
    return page(request, "code/page.html", any_code_context, code.casefold(), state=nothing)


def any_code_context(code: str, nothing: State) -> Context:
    return {
        "here": path("any-code", code),
        "title": f"Code {code}",
        "problems": of_code(code),
    }


@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """Where the messages of other software lead: to the problem of a status, a code, a type."""
    given = {key: request.GET.get(key, "") for key in ("status", "code", "type")}
    found = looked_up(**given)
    if len(found) == 1:
        return HttpResponseRedirect(path("problem", found[0].id))
    if not found:
        return faults.unknown_code(request)
    return HttpResponseRedirect(link("result", state=state(found=[each.id for each in found])))
