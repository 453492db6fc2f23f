"""What the result page shows: of a diagnosis, or of the ids in a link to one."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import Diagnosis, Examined, Finding, Problem, Report
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web import checklist, evidence
from troubleshooter.web import support_text as support
from troubleshooter.web.because import reasons
from troubleshooter.web.findings import grouped, listed_findings, listed_nearest, listed_problems
from troubleshooter.web.links import absolute, link
from troubleshooter.web.nearest import nearest
from troubleshooter.web.pages import Context, Slots, present
from troubleshooter.web.places import Places, numbered
from troubleshooter.web.preview import of_problem
from troubleshooter.web.reply import Looked, replied
from troubleshooter.web.safe_link import answers_among, into_guide, safe_state, telling_status
from troubleshooter.web.state import State, state
from troubleshooter.web.what_was_read import undecided
from troubleshooter.web.words import NO_RESULT, UNRECOGNISED, VERDICTS, is_success, of_statuses

MOST_FINDINGS = 8
SEEN = ("passed", "failed")
SECRETS = ("key", "token", "secret", "password", "credentials", "authorization", "cookie")


class Fixed(NamedTuple):
    """What a result page has in common with others. Nothing of a paste is in it."""

    verdict: str
    problem: str  # an id, "" when there is none
    error_page: str = ""
    secrets: bool = False
    web_page: bool = False
    another: bool = False
    rebuilt: bool = False
    empty: bool = False  # made of a link without an id
    left_out: str = ""


class Result(NamedTuple):
    """A result page: its safe link, and what is the same and what is new in it."""

    address: str
    fixed: Fixed
    slots: Slots


def of_diagnosis(diagnosis: Diagnosis) -> Result:
    """Everything that one paste told us."""
    findings, report = diagnosis.findings[:MOST_FINDINGS], diagnosis.report
    problems = [finding.problem for finding in findings]
    removed = diagnosis.redaction.by_kind()
    status = telling_status(diagnosis)
    address = link("result", state=safe_state(diagnosis, problems, status))
    facts = {**support.facts_of(report), "status": (status,) if status else ()}
    fixed = Fixed(
        diagnosis.verdict,
        problems[0].id if problems else "",
        error_page="" if problems else error_page(report.values("api")),
        secrets=any(word in kind for kind in removed for word in SECRETS),
        web_page="web-page" in report.values("shape"),
        another=is_anothers(diagnosis),
    )
    slots = {
        **told(diagnosis, findings),
        "removed": ", ".join(f"{count} × {kind}" for kind, count in removed.items()),
        "nearest": "" if problems else nearest_to(report, status),
        **into_guide(diagnosis.verdict, diagnosis.answers),
        **reply_to(diagnosis, address),
        **shared(problems, address, facts, report.text),
    }
    return Result(address, fixed, present(slots))


def is_anothers(diagnosis: Diagnosis) -> bool:
    """Whether what was found first was said by another vendor's API."""
    first = [each.fact for found in diagnosis.findings[:1] for each in found.because]
    report = diagnosis.report
    return any(map(report.is_anothers, first)) or (not first and bool(report.elsewhere))


def told(diagnosis: Diagnosis, findings: Sequence[Finding]) -> Slots:
    """The text with its marks, and everything that is said with their numbers."""
    because = [each.because for each in findings] + [row.because for row in diagnosis.checklist]
    places = numbered(diagnosis.report.text, because)
    same, elsewhere = grouped(findings)
    decided = {each.fact for reasons in because for each in reasons}
    return {
        "because": items(reasons(findings[0].because, places)) if findings else "",
        "failed": checklist.seen(diagnosis.checklist, "failed", places),
        "passed": checklist.seen(diagnosis.checklist, "passed", places),
        "same": listed_findings(same, places),
        "elsewhere": listed_findings(elsewhere, places),
        "evidence": evidence.shown(diagnosis.report.text, places.marks),
        **checked(diagnosis, findings, places),
        "read": undecided(diagnosis.report, decided),
    }


def checked(diagnosis: Diagnosis, findings: Sequence[Finding], places: Places) -> Slots:
    """The checklist, and the link to tick it off, where what the text shows is ticked."""
    done = [row.check.id for row in diagnosis.checklist if row.state == "passed"]
    tick = link("problem", findings[0].problem.id, state=state(done=done)) if findings else ""
    return {"rows": checklist.rows(diagnosis.checklist, places), "tick": tick}


def reply_to(diagnosis: Diagnosis, address: str) -> Slots:
    """The answer to a ticket, as far as there is one."""
    if not diagnosis.findings:
        return {}
    first, *_ = diagnosis.findings
    seen = {
        each: {row.check.id for row in diagnosis.checklist if row.state == each} for each in SEEN
    }
    looked = Looked(done=seen["passed"], failed=seen["failed"])
    said = str(VERDICTS[diagnosis.verdict])
    status = telling_status(diagnosis)
    return replied(first.problem, absolute(address), looked, said, first.because, status)


def of_state(asked: State) -> Result:
    """The same, as far as the ids in a link tell it. The text itself was not kept."""
    content = knowledge()
    problems = [content.problems[id] for id in asked.ids("found")]
    verdict = (asked.one("sure") or "possible") if problems else "unrecognised"
    checks = problems[0].checks if problems else ()
    address = link("result", state=asked)
    slots = {
        "elsewhere": listed_problems(problems[1:]),
        "rows": checklist.rows(tuple(Examined(content.checks[id], "look") for id in checks)),
        "tick": link("problem", problems[0].id) if problems else "",
        "nearest": "" if problems else listed_nearest(nearest(asked.ids("status"))),
        **into_guide(verdict, answers_among(asked)),
        **(
            replied(
                problems[0],
                absolute(address),
                Looked(),
                str(VERDICTS[verdict]),
                status=asked.one("status"),
            )
            if problems
            else {}
        ),
        **shared(problems, address, {"status": asked.ids("status")}),
    }
    first = problems[0].id if problems else ""
    fixed = Fixed(verdict, first, rebuilt=True, empty=not asked.chosen, left_out=asked.left_out)
    return Result(address, fixed, present(slots))


def shared(
    problems: Sequence[Problem], address: str, facts: support.Facts, response: str = ""
) -> Slots:
    """The slots that both ways to the page fill alike."""
    first = problems[0] if problems else None
    text = support.support_text(
        title=support.what_happens(first),
        facts=facts,
        link=absolute(address),
        response=response,
    )
    return {
        "statuses": of_statuses(facts["status"]),
        "usual": usual(first, facts["status"]),
        "share": absolute(address) if "?" in address else "",
        "support_text": evidence.visible(text),
    }


def usual(problem: Problem | None, read: Sequence[str]) -> str:
    """The statuses that a problem is documented with, unless one of them was read."""
    documented = problem.statuses if problem else ()
    return "" if set(documented) & set(read) else of_statuses(documented)


def result_context(kind: Fixed) -> Context:
    """What the template is rendered with, once for each kind of page."""
    content = knowledge()
    problem = content.problems.get(kind.problem)
    said = str(VERDICTS[kind.verdict])
    without = str(NO_RESULT if kind.empty else UNRECOGNISED)
    return {
        **kind._asdict(),
        "title": f"{said}: {plain(problem.title)}" if problem else without,
        "said": said,
        "problem": problem,
        "preview": problem and of_problem(problem, said),
        "success": bool(problem and is_success(problem)),
        "sections": problem and {part.heading: part.markdown for part in problem.sections},
        "error_page": content.sources.get(kind.error_page),
        "state": {"left_out": kind.left_out},
    }


def nearest_to(report: Report, status: str) -> SafeString:
    """What a text without a finding comes nearest to."""
    lines = report.values("message") + report.values("line")
    return listed_nearest(nearest([status], report.values("code"), lines))


def items(lines: Sequence[SafeString]) -> SafeString:
    return mark_safe("".join(f"<li>{line}</li>" for line in lines))  # noqa: S308 - only HTML


def error_page(apis: Sequence[str]) -> str:
    """Where the vendor lists the errors of the API that was called: the id of a source."""
    known = knowledge().apis
    return next((known[api].errors for api in apis if api in known), "")
