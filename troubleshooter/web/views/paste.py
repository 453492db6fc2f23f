"""The paste box and what comes of a paste. Its text is never kept: not in a URL, log or cache."""

import logging
from functools import wraps

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from troubleshooter.diagnosis import StepFailed, diagnose
from troubleshooter.domain import STRENGTHS, Diagnosis
from troubleshooter.knowledge import knowledge
from troubleshooter.web import signals
from troubleshooter.web.error_report import places
from troubleshooter.web.examples import EXAMPLES
from troubleshooter.web.fault import fault
from troubleshooter.web.headers import View
from troubleshooter.web.links import link, path
from troubleshooter.web.lookup import live_problems, of_code
from troubleshooter.web.pages import Context, elsewhere, filled
from troubleshooter.web.result import Result, of_diagnosis, of_state, result_context
from troubleshooter.web.size import MOST_TEXT, size_of
from troubleshooter.web.state import EMPTY, UNKNOWN, State, ranked, read_state, state
from troubleshooter.web.views import faults
from troubleshooter.web.views.content import answer_choices
from troubleshooter.web.words import STATUSES

logger = logging.getLogger(__name__)


@require_safe
def entry(request: HttpRequest) -> HttpResponse:
    """The paste box, and the other ways in. A link may put an example of ours into the box."""
    asked = read_state(request.GET, one={"example": tuple(EXAMPLES)})
    return elsewhere(request, asked) or entry_page(request, asked)


def entry_page(request: HttpRequest, asked: State = EMPTY, error: str = "") -> HttpResponse:
    if error and request.htmx:
        return fault(request, 422, error)
    fixed, slots = (asked, error), {"csrf_token": get_token(request)}
    content = filled("entry/page.html", entry_context, fixed, slots)
    return unkept(HttpResponse(content, status=422 if error else 200))


def entry_context(asked: State, error: str) -> Context:
    problems, example = knowledge().problems, asked.one("example")
    return {
        "here": path("entry"),
        "state": asked,
        "error": error,
        "example": example,
        "text": EXAMPLES.get(example, ""),
        "examples": [(problems[id], link("entry", state=state(example=id))) for id in EXAMPLES],
        "common": [problem for problem in live_problems() if problem.common],
    }


def unkept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Vary"] = "HX-Request"
    return response


def failing_closed(view: View) -> View:
    """Let no exception out of a view that holds a paste: its text may quote it."""

    @wraps(view)
    def closed(request: HttpRequest) -> HttpResponse:
        try:
            return view(request)
        except Exception as error:
            page = page_of(error)
            logger.error("a paste failed in step %s: %s", step_of(error), places(error))
        return page(request)

    return closed


def step_of(error: Exception) -> str:
    """The step that failed, and by what kind of error."""
    return str(error) if isinstance(error, StepFailed) else "page"


def page_of(error: Exception) -> View:
    """What is answered in place of a diagnosis."""
    if not isinstance(error, StepFailed) or error.step != "redact":
        return faults.broken
    return faults.too_hard if error.took_too_long else faults.not_redacted


@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters()
@sensitive_variables()
@failing_closed
def paste(request: HttpRequest) -> HttpResponse:
    """What a pasted text most likely means; a code alone leads to its page."""
    if request.method != "POST":
        return faults.in_address(request) if request.GET else HttpResponseRedirect(path("entry"))
    if any(len(request.POST.getlist(field)) > 1 for field in ("paste", "code")):
        return faults.sent_twice(request)
    code = request.POST.get("code", "").strip()
    if of_code(code):
        return HttpResponseRedirect(path("any-code", code.casefold()))
    text = request.POST.get("paste", code).replace("\r\n", "\n")
    if not text.strip():
        return entry_page(request, error=str(faults.EMPTY_BOX))
    if (size := size_of(text)) > MOST_TEXT:
        return faults.too_long(request, size)
    return answer(request, diagnose(text, knowledge()))


def answer(request: HttpRequest, diagnosis: Diagnosis) -> HttpResponse:
    """The page for a paste. Whoever listens is told what was found, and nothing of the text."""
    found = of_diagnosis(diagnosis)
    ids = tuple(finding.problem.id for finding in diagnosis.findings)
    signals.diagnosed.send_robust(None, verdict=diagnosis.verdict, problem_ids=ids)
    return result_page(request, found)


@require_safe
@gzip_page
def result(request: HttpRequest) -> HttpResponse:
    """The result again, from the ids in its link. Nothing secret is in it, so it may be compressed."""
    many = {"found": ranked(request.GET, "found", knowledge().problems)}
    sure = STRENGTHS if many["found"] else ()
    one = {**answer_choices(), "status": tuple(STATUSES), "sure": sure}
    asked = read_state(request.GET, many=many, one=one)
    asked = no_surer(asked)
    return elsewhere(request, asked) or result_page(request, of_state(asked))


def no_surer(asked: State) -> State:
    """A link cannot be surer than the strongest rule of the problem it names first."""
    sure = asked.one("sure")
    if not sure:
        return asked
    rules = knowledge().problems[asked.ids("found")[0]].match
    most = min((STRENGTHS.index(rule.strength) for rule in rules), default=len(STRENGTHS) - 1)
    if STRENGTHS.index(sure) >= most:
        return asked
    chosen = {**dict(asked.chosen), "sure": STRENGTHS[most]}
    return state(**chosen)._replace(left_out=UNKNOWN)


def result_page(request: HttpRequest, found: Result) -> HttpResponse:
    """The page; with htmx what stands inside it, and the safe link for the address bar."""
    template = "result/page.html#fragment" if request.htmx else "result/page.html"
    response = HttpResponse(filled(template, result_context, (found.fixed,), found.slots))
    response.headers["X-Robots-Tag"] = "noindex, noarchive"
    if request.htmx:
        response.headers["HX-Push-Url"] = found.address
    return unkept(response)
