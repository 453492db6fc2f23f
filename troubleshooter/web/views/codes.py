"""Look-up by code, for people, plugins and the messages of other software."""

from collections.abc import Iterable, Mapping
from functools import cache

import re2
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.text import slugify
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Family, Problem, Source
from troubleshooter.knowledge import knowledge
from troubleshooter.web.fault import fault
from troubleshooter.web.links import link, path
from troubleshooter.web.lookup import codes_by_number, looked_up, of_code, problems_by_code
from troubleshooter.web.pages import Context, known, page
from troubleshooter.web.safe_link import into_guide
from troubleshooter.web.state import State, read_state, state
from troubleshooter.web.titles import in_order, under
from troubleshooter.web.words import STATUSES, is_plain


@require_safe
def codes(request: HttpRequest) -> HttpResponse:
    """Every code we know, by family."""
    nothing = read_state(request.GET)
    return page(request, "codes/page.html", codes_context, state=nothing)


LONGEST_NUMBER = 6  # signs: "100001"
Row = tuple[str, tuple[Problem, ...]]
"""A code within its family, and what it may mean."""


def codes_context(nothing: State) -> Context:
    rows: dict[str, list[Row]] = {}
    for code, problems in problems_by_code().items():
        family, _, number = code.rpartition("/")
        rows.setdefault(family, []).append(
            (number, usual_first(problems, knowledge().families[family].title))
        )
    families: list[tuple[Family, list[Row], bool]] = [
        (family, sorted(rows[family.id], key=by_number), are_numbers(rows[family.id]))
        for family in knowledge().families.values()
        if family.id in rows
    ]
    jumps = [(slugify(family.id), family.title, len(codes)) for family, codes, _ in families]
    return {"here": path("codes"), "families": families, "jumps": jumps}


def are_numbers(rows: Iterable[Row]) -> bool:
    """Whether no code of these is longer than numbers are: their column can be narrow."""
    return all(len(number) <= LONGEST_NUMBER for number, _ in rows)


def usual_first(problems: Iterable[Problem], heading: str) -> tuple[Problem, ...]:
    """What a bare status stands for before what it means to single APIs; as shown, by the alphabet."""

    def place(problem: Problem) -> tuple[bool, tuple[str, str]]:
        return not is_plain(problem), in_order(under(problem.title, heading))

    return tuple(sorted(problems, key=place))


def by_number(row: Row) -> tuple[int, str]:
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
        "section": path("codes"),
        "title": gettext("Code %(code)s") % {"code": number},
        "meanings": [meaning(code)],
    }


@require_safe
def any_code(request: HttpRequest, code: str) -> HttpResponse:
    """A code without its family: its problem, or a choice, or what can be done about it."""
    problems = of_code(code)
    if not problems:
        return unknown(request, code)
    if len(problems) == 1:
        return HttpResponseRedirect(path("problem", problems[0].id))
    nothing = read_state(request.GET)
    return page(request, "code/page.html", any_code_context, code.casefold(), state=nothing)


def any_code_context(code: str, nothing: State) -> Context:
    families = list(knowledge().families)
    meanings = [meaning(each) for each in codes_by_number()[code]]
    return {
        "here": path("any-code", code),
        "section": path("codes"),
        "title": gettext("Code %(code)s") % {"code": code},
        "meanings": sorted(meanings, key=lambda each: families.index(each[0].id)),
    }


def meaning(code: str) -> tuple[Family, str, tuple[Problem, ...]]:
    """What a code means in its family: the family, the code within it, the problems."""
    id, _, number = code.rpartition("/")
    family = knowledge().families[id]
    return family, number, usual_first(problems_by_code()[code], family.title)


@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """Where the messages of other software lead: to the problem of a status, a code, a type."""
    given = {key: request.GET.get(key, "") for key in ("status", "code", "type")}
    found = looked_up(**given)
    if len(found) == 1:
        return HttpResponseRedirect(path("problem", found[0].id))
    if not found:
        return unknown(request, given["code"], given["status"])
    return HttpResponseRedirect(link("result", state=state(found=[each.id for each in found])))


NUMBERED = re2.compile(r"[A-Z]{0,8}[0-9]{1,6}")
"""What may be named on the page: no phone number, no key and no sentence has so few signs.

A one-time code has; it is shown to the one who sent it, and kept nowhere.
"""


def unknown(request: HttpRequest, code: str, status: str = "") -> HttpResponse:
    """No problem has this code: what can be done. Anything else than a number is not repeated."""
    title = gettext("This code is not known here")
    if NUMBERED.fullmatch(code):
        title = gettext("Code %(code)s is not known here") % {"code": code}
    status = status if status in STATUSES else ""
    told = {
        "status": status,
        "support": link("support-text", state=state(status=status)),
        "sources": apis_own(),
        **into_guide("unrecognised", answers_known(status)),
    }
    return fault(request, 404, title, page="code/unknown.html", told=told)


@cache
def answers_known(status: str) -> Mapping[str, str]:
    """What of the guide is answered when there is a code, and perhaps a status of a closed list."""
    text = f"HTTP/1.1 {status}" if status else "errorCode"
    return diagnose(text, knowledge()).answers


def apis_own() -> list[Source]:
    """The pages on which the APIs list their errors."""
    content = knowledge()
    names = dict.fromkeys(api.errors for api in content.apis.values() if api.errors)
    return [content.sources[name] for name in names]
