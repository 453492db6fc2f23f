"""Problems: the list, and one page each."""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from troubleshooter.domain import ACTORS, SENDERS, Api, Check, Problem
from troubleshooter.guide import Step, walk
from troubleshooter.knowledge import knowledge
from troubleshooter.web import support_text as support
from troubleshooter.web import words
from troubleshooter.web.links import absolute, link, path
from troubleshooter.web.lookup import live_problems
from troubleshooter.web.pages import Context, known, page
from troubleshooter.web.preview import of_problem
from troubleshooter.web.progress import progress
from troubleshooter.web.reply import Looked, replied
from troubleshooter.web.state import BOTH, UNKNOWN, Choices, State, read_state, state
from troubleshooter.web.titles import in_order, under


@cache
def answer_choices() -> Choices:
    """What a link may say was answered: each question and its answers."""
    questions = knowledge().questions.values()
    return {question.id: [answer.id for answer in question.answers] for question in questions}


class Group(NamedTuple):
    """Problems under one heading."""

    id: str
    title: str
    problems: list[Problem]


MOST_TOLD = 40
"""Of how many problems a list says more than their titles."""


def live_apis() -> list[Api]:
    known = {api for problem in live_problems() for api in problem.apis}
    return [api for api in knowledge().apis.values() if api.id in known]


def live_statuses() -> list[str]:
    return sorted({status for problem in live_problems() for status in problem.statuses})


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """Every problem, or those of one API, one status, one actor, one sender."""
    apis = list(knowledge().apis)
    one = {"api": apis, "status": live_statuses(), "acts": ACTORS, "sender": SENDERS}
    filters = read_state(request.GET, one=one)
    return page(request, "errors/page.html", problems_context, state=filters, fragment="filtered")


def problems_context(filters: State) -> Context:
    """The errors that fit, by API; when they are many, only what they are called."""
    found = fitting(filters)
    groups = by_api(found, filters.one("api"))
    heading = heading_of(len(found), filters)
    return {
        "here": path("problems"),
        "title": heading if filters.chosen else gettext("All errors"),
        "heading": heading,
        "brief": len(found) > MOST_TOLD,
        "groups": groups,
        "jumps": [(each.id, each.title, len(each.problems)) for each in groups],
        "without": without(filters) if not found else [],
        "filtered": bool(filters.chosen),
        "filters": {key: filters.one(key) for key in FILTERS},
        "apis": live_apis(),
        "statuses": live_statuses(),
        "acts": ACTORS,
        "senders": SENDERS,
    }


def heading_of(count: int, filters: State) -> str:
    """How many errors were found, and by what: "3 errors – ePayment API, 404 Not Found"."""
    by = ", ".join(says(filters.one(key)) for key, says in ASKED.items() if filters.one(key))
    found = words.errors(count)
    return gettext("%(errors)s – %(filters)s") % {"errors": found, "filters": by} if by else found


ASKED: Mapping[str, Callable[[str], str]] = {
    "api": lambda name: knowledge().apis[name].title,
    "status": words.of_status,
    "acts": lambda name: gettext("who acts: %(actor)s") % {"actor": words.ACTORS[name]},
    "sender": lambda name: gettext("sent by %(sender)s") % {"sender": words.SENDERS[name]},
}
"""What a filter asks for, in words, by the key of the query."""
FILTERS: Mapping[str, Callable[[Problem], Collection[str]]] = {
    "api": lambda problem: problem.apis,
    "status": lambda problem: problem.statuses,
    "acts": lambda problem: problem.acts,
    "sender": lambda problem: (problem.sender,),
}
"""What a problem must have one of, by the key of the query."""


def fitting(filters: State) -> list[Problem]:
    """The problems that every filter lets through."""
    asked = [(has, filters.one(key)) for key, has in FILTERS.items() if filters.one(key)]
    return [each for each in live_problems() if all(wanted in has(each) for has, wanted in asked)]


def by_api(found: Iterable[Problem], wanted: str) -> list[Group]:
    """The problems under the API they are of, the wanted one before their first, by what is shown.

    Those of no API in particular come first, what a bare status stands for comes last.
    """
    titles = {"": gettext("Any API"), **{api.id: api.title for api in live_apis()}}
    groups = {id: Group(id or "any-api", title, []) for id, title in titles.items()}
    plain = Group("bare-status", gettext("What an HTTP status alone means"), [])
    for each in found:
        own = wanted or next(iter(each.apis), "")
        (plain if words.is_plain(each) else groups[own]).problems.append(each)
    for group in groups.values():
        group.problems.sort(key=lambda each: in_order(under(each.title, group.title)))
    return [group for group in (*groups.values(), plain) if group.problems]


def without(filters: State) -> list[tuple[str, str, int]]:
    """What is found when one filter is dropped: which one, the link, how many errors."""
    chosen = dict(filters.chosen)
    fewer = {key: state(**{**chosen, key: ""}) for key in chosen}
    counted = (
        (key, link("problems", state=left), len(fitting(left))) for key, left in fewer.items()
    )
    return [each for each in counted if each[2]]


@require_safe
def problem(request: HttpRequest, problem_id: str) -> HttpResponse:
    """One problem and its checklist. Ticks, and the answers that led here, stand in the query."""
    found = known(knowledge().problems, problem_id)
    checks = found.checks + found.last_resort
    ticks = read_state(request.GET, many={"done": checks, "na": checks}, one=answer_choices())
    here = ("problem/page.html", problem_context, problem_id)
    return page(request, *here, state=once(arrived(problem_id, ticks)), fragment="ticked")


def arrived(problem_id: str, ticks: State) -> State:
    """Without the answers of the guide, unless they lead to this problem."""
    content = knowledge()
    given = ticks.only(content.questions)
    if not given or walk(content.questions, content.first_question, given).problem == problem_id:
        return ticks
    return State(tuple(pair for pair in ticks.chosen if pair[0] not in given), UNKNOWN)


def once(ticks: State) -> State:
    """A check is either done or not relevant: done counts."""
    done, na = ticks.ids("done"), ticks.ids("na")
    chosen = {key: ids for key, ids in ticks.chosen if key != "na"}
    chosen["na"] = tuple(id for id in na if id not in done)
    both = BOTH if chosen["na"] != na else ""
    return state(**chosen)._replace(left_out=ticks.left_out or both)


def problem_context(problem_id: str, ticks: State) -> Context:
    content = knowledge()
    found = content.problems[problem_id]
    checks = [content.checks[id] for id in found.checks + found.last_resort]
    given = ticks.only(content.questions)
    done, na = ticks.ids("done"), ticks.ids("na")
    share = absolute(link("problem", problem_id, state=ticks))
    far = progress(found, done, na)
    rows = [row(check, place, done, na) for place, check in enumerate(checks)]
    return {
        "here": path("problem", problem_id),
        "section": path("problems"),
        "problem": found,
        "sections": {section.heading: section.markdown for section in found.sections},
        "rows": rows[: len(found.checks)],
        "last_resort": rows[len(found.checks) :],
        "given": given,
        "answers": answered(given),
        "done": done,
        "na": na,
        "progress": far,
        "preview": of_problem(found, progress=str(far) if done or na else ""),
        "share": share,
        **replied(found, share, Looked(done, na)),
        **support_of(found, ticks),
        "related": [content.problems[id] for id in found.related],
    }


def row(check: Check, place: int, done: Collection[str], na: Collection[str]) -> Context:
    """A row of the checklist. The likeliest is open, unless it is ticked."""
    ticked = {"done": check.id in done, "na": check.id in na}
    opened = place == 0 and not any(ticked.values())
    return {"check": check, **ticked, "open": opened, "number": place + 1}


def answered(given: dict[str, str]) -> list[tuple[Step, str]]:
    """The answers on the way, each with the link to change it. The other answers stay."""
    content = knowledge()
    steps = walk(content.questions, content.first_question, given).steps
    kept = state(**given)
    return [(step, link("question", step.question.id, state=kept)) for step in steps]


def support_of(problem: Problem, ticks: State) -> Context:
    """The text for support about a problem, with the ticks in it, and the page it stands on."""
    done, na = ticks.ids("done"), ticks.ids("na")
    return {
        "support_link": link("support-text", state=state(problem=problem.id, done=done, na=na)),
        "support_text": support.support_text(
            title=support.what_happens(problem),
            facts={"status": problem.statuses[:1]},
            link=absolute(link("problem", problem.id, state=ticks)),
            checked=support.checked(problem, done, na),
        ),
    }
