"""The mail to Vipps MobilePay support: the twelve things they ask for, filled in as far as known.

They are the ones of the vendor's page "Contact for integrators".
"""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from troubleshooter.domain import Problem, Report
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.words_of_facts import VALUES

SERVERS = {"test": _("Test"), "production": _("Production")}

NAMES = ("status", "method", "path", "host", "server", "api", "time", "trace")
SUBJECT = ("method", "path", "status")
Facts = Mapping[str, Sequence[str]]
"""What was read, by the name of the fact. `trace` holds whole lines: "contextId: 1234"."""


def facts_of(report: Report) -> Facts:
    """The facts that the text is made of."""
    found: dict[str, dict[str, None]] = {name: {} for name in NAMES}
    for name, value, *_rest in report.facts:
        if name in found:
            found[name][value] = None
        elif name.startswith("trace."):
            found["trace"][f"{name[6:]}: {value}"] = None
    return {name: tuple(values) for name, values in found.items()}


def subject(facts: Facts) -> str:
    """The subject in the pattern that support uses.

    >>> subject({"method": ["POST"], "path": ["/accesstoken/get"], "status": ["401"]})
    'POST:/accesstoken/get gives HTTP 401 response'
    """
    method, path, status = (first(facts, name, blank(name)) for name in SUBJECT)
    says = gettext("%(method)s:%(path)s gives HTTP %(status)s response")
    return says % {"method": method, "path": path, "status": status}


def support_text(
    *,
    title: str,
    facts: Facts,
    link: str,
    checked: Sequence[str] = (),
    response: str = "",
) -> str:
    """The whole text. Nothing in it is guessed: what is not known is left blank and marked."""
    traces = facts.get("trace") or (line(_("traceId, contextId or instance")),)
    api = str(VALUES.get(first(facts, "api", ""), ""))
    when = first(facts, "time", blank(_("date, time and time zone of the call")))
    lines = [
        line(_("Subject"), subject(facts)),
        "",
        line(_("Environment"), environment(facts)),
        line(_("API"), api),
        line(_("Merchant Serial Number (MSN)")),
        line(_("Organisation number")),
        line(_("When"), when),
        *traces,
        line(_("orderId or reference")),
        "",
        line(_("What happens"), title),
        line(_("What I expected")),
        "",
        *call(facts, response),
        *(
            ("", gettext("Checks ([x] done, [-] not relevant, [ ] open):"), *checked)
            if checked
            else ()
        ),
        *(("", line(_("Diagnosis"), link)) if link else ()),
    ]
    return "\n".join(lines)


def call(facts: Facts, pasted: str) -> Sequence[str]:
    """The request and the response: a paste with a method and a status has both."""
    if pasted and facts.get("method") and facts.get("status"):
        return gettext("Request and response, keys and tokens cut:"), pasted
    return (
        gettext("Request, as plain HTTP, keys and tokens cut to their last four characters:"),
        blank(_("method, address, headers, body; no source code")),
        "",
        gettext("Response, with its headers and body:"),
        pasted or blank(),
    )


def line(name: str, value: str = "") -> str:
    """
    >>> line("When", "today"), line("When")
    ('When: today', 'When: [fill in]')
    """
    return f"{name}: {value or blank()}"


def blank(what: str = "") -> str:
    """
    >>> blank(), blank("test or production")
    ('[fill in]', '[fill in: test or production]')
    """
    return gettext("[fill in: %(what)s]") % {"what": what} if what else gettext("[fill in]")


def environment(facts: Facts) -> str:
    server, host = SERVERS.get(first(facts, "server", ""), ""), first(facts, "host", "")
    known = f"{server} ({host})".strip() if host else str(server)
    return known or blank(_("test or production"))


def first(facts: Facts, name: str, otherwise: str) -> str:
    return next(iter(facts.get(name, ())), otherwise)


def checked(problem: Problem | None, done: Sequence[str], na: Sequence[str]) -> list[str]:
    """One line a check: `[x]` done, `[-]` not relevant, `[ ]` not yet. None where nothing is ticked.

    A last resort is no task that is left: it has a line only where it is ticked.
    """
    marks = {**dict.fromkeys(na, "[-]"), **dict.fromkeys(done, "[x]")}
    if not marks:
        return []
    last = [id for id in problem.last_resort if id in marks] if problem else []
    ids = [*problem.checks, *last] if problem else marks
    return [f"{marks.get(id, '[ ]')} {plain(knowledge().checks[id].title)}" for id in ids]


def what_happens(problem: Problem | None) -> str:
    return plain(problem.title) if problem else blank()
