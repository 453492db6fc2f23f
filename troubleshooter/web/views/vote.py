"""Whether a page solved the problem, and what to do when it did not.

A vote changes nothing here and names nobody, so its form needs no token, and pages with such a form
stay the same for everybody.
"""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from troubleshooter.knowledge import knowledge
from troubleshooter.web import signals
from troubleshooter.web.links import link, path
from troubleshooter.web.pages import Context, page, rendered
from troubleshooter.web.state import State, read_state
from troubleshooter.web.views import faults
from troubleshooter.web.views.content import support_of

YES, NO = "yes", "no"
TEMPLATE = "vote/page.html"


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def vote(request: HttpRequest) -> HttpResponse:
    """Thanks, or the way on. What is sent leads to an address that says the same."""
    content = knowledge()
    sent = request.method == "POST"
    one = {"problem": list(content.problems), "solved": (YES, NO)}
    many = {"done": list(content.checks), "na": list(content.checks)}
    asked = read_state(request.POST if sent else request.GET, one=one, many=many)
    whole = all(map(asked.one, one))
    if not sent:
        return page(request, TEMPLATE, vote_context, state=asked) if whole else home()
    if asked.left_out or not whole:
        return faults.bad_request(request)
    problem, solved = asked.one("problem"), asked.one("solved") == YES
    signals.voted.send_robust(None, problem_id=problem, solved=solved)
    if request.htmx:
        return HttpResponse(rendered(f"{TEMPLATE}#answer", vote_context, (), asked).content)
    return HttpResponseRedirect(link("vote", state=asked), status=303)


def home() -> HttpResponse:
    return HttpResponseRedirect(path("entry"))


def vote_context(asked: State) -> Context:
    content = knowledge()
    problem, ticks = content.problems[asked.one("problem")], asked.part("done", "na")
    return {
        "here": path("vote"),
        "problem": problem,
        "back": link("problem", problem.id, state=ticks),
        "ticked": bool(ticks.chosen),
        "solved": asked.one("solved") == YES,
        "related": [content.problems[id] for id in problem.related],
        **support_of(problem, ticks),
    }
