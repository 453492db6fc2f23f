"""The interface for programs. Its faults are problem details; see `web/fault.py`."""

import json
from collections.abc import Callable, Iterable
from functools import cache
from hashlib import blake2b

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST, require_safe

from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web import as_json, openapi
from troubleshooter.web.as_json import Object
from troubleshooter.web.as_markdown import as_markdown
from troubleshooter.web.links import path
from troubleshooter.web.lookup import live_problems, looked_up
from troubleshooter.web.pages import Context, Page, known, page
from troubleshooter.web.plain import as_object
from troubleshooter.web.size import MOST_TEXT, size_of
from troubleshooter.web.state import State, read_state
from troubleshooter.web.views import faults
from troubleshooter.web.views.paste import failing_closed

JSON, MARKDOWN, TEXT = "application/json", "text/markdown; charset=utf-8", "text/plain"


@require_safe
def programs(request: HttpRequest) -> HttpResponse:
    """What a program can ask of this site, for people."""
    nothing = read_state(request.GET)
    return page(request, "api/page.html", programs_context, state=nothing)


def programs_context(nothing: State) -> Context:
    return {"here": path("programs")}


@csrf_exempt
@require_POST
@sensitive_post_parameters()
@sensitive_variables()
@failing_closed
def diagnose_paste(request: HttpRequest) -> HttpResponse:
    """The same answer as `manage.py diagnose --json`. Nothing is kept."""
    text = pasted(request)
    if text is None:
        return faults.unreadable_body(request)
    if (size := size_of(text)) > MOST_TEXT:
        return faults.too_long(request, size)
    response = as_response(as_object(diagnose(text, knowledge())))
    response.headers["Cache-Control"] = "no-store"
    return response


def pasted(request: HttpRequest) -> str | None:
    """The text in the body; None when there is none."""
    text = request.body.decode("utf-8", "replace")
    if request.content_type == JSON:
        try:
            asked = json.loads(text)
        except (ValueError, RecursionError):
            return None
        text = asked.get("paste") if isinstance(asked, dict) else None
    return text if isinstance(text, str) and text.strip() else None


def as_response(answer: object) -> HttpResponse:
    """An answer as JSON. Half a character, which JSON cannot hold, becomes a mark."""
    said = json.dumps(answer, ensure_ascii=False, allow_nan=False).encode("utf-8", "replace")
    return HttpResponse(said, content_type=JSON)


# ------------------------------------------------------------------------------------- content


@require_safe
def problems(request: HttpRequest) -> HttpResponse:
    """Every problem, in short."""
    return content(request, all_problems)


@require_safe
def problem(request: HttpRequest, problem_id: str) -> HttpResponse:
    """One problem, whole."""
    known(knowledge().problems, problem_id)
    return content(request, one_problem, problem_id)


@require_safe
def problem_markdown(request: HttpRequest, problem_id: str) -> HttpResponse:
    """One problem as Markdown."""
    known(knowledge().problems, problem_id)
    return content(request, problem_text, problem_id, content_type=MARKDOWN)


@require_safe
def checks(request: HttpRequest) -> HttpResponse:
    """Every check."""
    return content(request, all_checks)


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The decision tree."""
    return content(request, whole_guide)


@require_safe
def describe(request: HttpRequest) -> HttpResponse:
    """The description of this interface."""
    return content(request, described)


@require_safe
def lookup(request: HttpRequest) -> HttpResponse:
    """The problems that fit a status, a code, a type."""
    found = looked_up(*(request.GET.get(key, "") for key in ("status", "code", "type")))
    return open_to_all(as_response([as_json.summary(each) for each in found]))


def content(
    request: HttpRequest, make: Callable[..., str], *ids: str, content_type: str = JSON
) -> HttpResponse:
    """Content for programs: made once, with an ETag, and open to every web page."""
    found = made(make, ids, get_language())
    response = HttpResponse(found.content, content_type=content_type)
    response.headers["ETag"] = found.etag
    return open_to_all(response)


def open_to_all(response: HttpResponse) -> HttpResponse:
    """Content may be read by scripts of any page: it is the same for everybody."""
    response.headers["Cache-Control"] = "max-age=300"
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@cache
def made(make: Callable[..., str], ids: tuple[str, ...], language: str) -> Page:
    said = make(*ids).encode()
    return Page(said, f'"{blake2b(said, digest_size=12).hexdigest()}"')


def written(answer: Object | Iterable[Object]) -> str:
    whole = answer if isinstance(answer, dict) else list(answer)
    return json.dumps(whole, ensure_ascii=False, indent=1)


def all_problems() -> str:
    return written(map(as_json.summary, live_problems()))


def one_problem(problem_id: str) -> str:
    return written(as_json.whole(knowledge().problems[problem_id]))


def problem_text(problem_id: str) -> str:
    return as_markdown(knowledge().problems[problem_id])


def all_checks() -> str:
    return written(map(as_json.check, knowledge().checks.values()))


def whole_guide() -> str:
    asked = knowledge()
    questions = [as_json.question(each) for each in asked.questions.values()]
    return written({"first": asked.first_question.id, "questions": questions})


def described() -> str:
    return written(openapi.description(settings.SITE_ORIGIN))
