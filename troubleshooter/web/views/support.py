"""The mail to Vipps MobilePay support, as a page of its own."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from troubleshooter.knowledge import knowledge
from troubleshooter.web import support_text as support
from troubleshooter.web.links import absolute, link, path
from troubleshooter.web.pages import Context, page
from troubleshooter.web.state import State, read_state, state
from troubleshooter.web.words import STATUSES


@require_safe
def support_text(request: HttpRequest) -> HttpResponse:
    """The twelve things that support asks for, filled in with what the link says."""
    content = knowledge()
    one = {"problem": list(content.problems), "status": list(STATUSES)}
    many = {"done": list(content.checks), "na": list(content.checks)}
    asked = read_state(request.GET, many=many, one=one)
    return page(request, "support_text/page.html", support_context, state=asked)


def support_context(asked: State) -> Context:
    content = knowledge()
    problem = content.problems.get(asked.one("problem"))
    done, na = asked.ids("done"), asked.ids("na")
    statuses = asked.ids("status") or (problem.statuses[:1] if problem else ())
    share = link("problem", problem.id, state=state(done=done, na=na)) if problem else ""
    return {
        "here": path("support-text"),
        "problem": problem,
        "support_text": support.support_text(
            title=support.what_happens(problem),
            facts={"status": statuses},
            link=absolute(share) if share else "",
            checked=support.checked(problem, done, na),
        ),
    }
