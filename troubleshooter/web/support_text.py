"""The mail to Vipps MobilePay support: the twelve things they ask for, filled in as far as known.

They are the ones of the vendor's page "Contact for integrators".
"""

from collections.abc import Collection, Mapping, Sequence

from troubleshooter.domain import Check, Problem, Report
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.words import DERIVED

SERVERS = {"test": "Test", "production": "Production"}

NAMES = ("status", "method", "path", "host", "server", "api", "time", "trace")
SUBJECT = ("method", "path", "status")
Facts = Mapping[str, Sequence[str]]
"""What was read, by the name of the fact. `trace` holds whole lines: "contextId: 1234"."""


def facts_of(report: Report) -> Facts:
    """The facts that the text is made of."""
    found: dict[str, dict[str, None]] = {name: {} for name in NAMES}
    for name, value, *_ in report.facts:
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
    return f"{method}:{path} gives HTTP {status} response"


def support_text(
    *,
    title: str,
    facts: Facts,
    link: str,
    checked: Sequence[str] = (),
    response: str = "",
) -> str:
    """The whole text. Nothing in it is guessed: what is not known is left blank and marked."""
    traces = facts.get("trace") or (f"traceId, contextId or instance: {blank()}",)
    lines = [
        f"Subject: {subject(facts)}",
        "",
        f"Environment: {environment(facts)}",
        f"API: {DERIVED.get(first(facts, 'api', ''), blank())}",
        f"Merchant Serial Number (MSN): {blank()}",
        f"Organization number: {blank()}",
        f"When: {first(facts, 'time', blank('date, time and time zone of the call'))}",
        *traces,
        f"orderId or reference: {blank()}",
        "",
        f"What happens: {title}",
        f"What I expected: {blank()}",
        "",
        "Request, as plain HTTP, keys and tokens cut to their last four characters:",
        blank("method, address, headers, body; no source code"),
        "",
        "Response, with its headers and body:",
        response or blank(),
        "",
        *(("Checked ([x] done, [-] not relevant):", *checked, "") if checked else ()),
        f"Diagnosis: {link}",
    ]
    return "\n".join(lines)


def blank(what: str = "") -> str:
    """
    >>> blank(), blank("test or production")
    ('[fill in]', '[fill in: test or production]')
    """
    return f"[fill in: {what}]" if what else "[fill in]"


def environment(facts: Facts) -> str:
    server, host = SERVERS.get(first(facts, "server", "")), first(facts, "host", "")
    known = " ".join(filter(None, (server, f"({host})" if host else "")))
    return known or blank("test or production")


def first(facts: Facts, name: str, otherwise: str) -> str:
    return next(iter(facts.get(name, ())), otherwise)


def checked(checks: Sequence[Check], done: Collection[str], na: Collection[str]) -> list[str]:
    """One line a check: `[x]` done, `[-]` not relevant, `[ ]` not yet."""
    marks = {**dict.fromkeys(na, "[-]"), **dict.fromkeys(done, "[x]")}
    return [f"{marks.get(check.id, '[ ]')} {plain(check.title)}" for check in checks]


def what_happens(problem: Problem | None) -> str:
    return plain(problem.title) if problem else blank()
