"""Look-up by code, for people, plugins and the messages of other software."""

from collections.abc import Mapping
from functools import cache

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from troubleshooter.domain import Problem
from troubleshooter.web.links import path
from troubleshooter.web.pages import Context, known, page
from troubleshooter.web.state import State, read_state
from troubleshooter.web.views import faults
from troubleshooter.web.views.content import live_problems


@cache
def problems_by_code() -> Mapping[str, tuple[Problem, ...]]:
    """Which problems each code may mean: "http/401", "ecom/merchant/35"."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in live_problems():
        for code in problem.codes:
            found[code] = (*found.get(code, ()), problem)
    return dict(sorted(found.items()))


@cache
def codes_by_number() -> Mapping[str, tuple[str, ...]]:
    """The codes that end in something: "35" → "ecom/merchant/35"; each code is found whole, too."""
    found: dict[str, tuple[str, ...]] = {}
    for code in problems_by_code():
        for name in (code.casefold(), code.casefold().rpartition("/")[2]):
            found[name] = (*found.get(name, ()), code)
    return found


@require_safe
def codes(request: HttpRequest) -> HttpResponse:
    """Every code we know, by family."""
    nothing = read_state(request.GET)
    return page(request, "codes/page.html", codes_context, state=nothing)


def codes_context(nothing: State) -> Context:
    families: dict[str, list[tuple[str, str, tuple[Problem, ...]]]] = {}
    for code, problems in problems_by_code().items():
        family, _, number = code.rpartition("/")
        families.setdefault(family, []).append((code, number, problems))
    return {"here": path("codes"), "families": families}


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
        "family": family,
        "problems": problems_by_code()[code],
    }


@require_safe
def any_code(request: HttpRequest, code: str) -> HttpResponse:
    """A code without its family: its problem, or a choice, or what can be done about it."""
    found = codes_by_number().get(code.casefold(), ())
    problems = {problem.id for name in found for problem in problems_by_code()[name]}
    if not problems:
        return faults.unknown_code(request)
    if len(problems) == 1:
        return HttpResponseRedirect(path("problem", *problems))
    nothing = read_state(request.GET)
    return page(request, "code/page.html", any_code_context, code.casefold(), state=nothing)


def any_code_context(code: str, nothing: State) -> Context:
    found = [problem for name in codes_by_number()[code] for problem in problems_by_code()[name]]
    return {
        "here": path("any-code", code),
        "title": f"Code {code}",
        "problems": list(dict.fromkeys(found)),
    }
