"""What the result page shows: of a diagnosis, or of the ids in a link to one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import Checklist, Diagnosis, Examined, Problem, Report
from troubleshooter.guide import walk
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web import support_text as support
from troubleshooter.web.because import Marks, listed, numbered, reasons, telling_status, undecided
from troubleshooter.web.evidence import marked, visible
from troubleshooter.web.links import absolute, link
from troubleshooter.web.nearest import Near, nearest
from troubleshooter.web.pages import Context, Slots, filled
from troubleshooter.web.state import State, state
from troubleshooter.web.words import STATUSES, VERDICTS, of_status

MOST_FINDINGS = 5
SECRETS = ("key", "token", "secret", "password", "credentials", "authorization", "cookie")
ERROR_PAGES = {
    "ecom": "ecom-errors",
    "epayment": "epayment-errors",
    "recurring": "recurring-problems",
}
"""Where the vendor lists the errors of one API: ids of sources."""


class Fixed(NamedTuple):
    """What a result page has in common with others. Nothing of a paste is in it."""

    verdict: str
    problem: str  # an id, "" when there is none
    error_page: str = ""
    secrets: bool = False
    web_page: bool = False
    rebuilt: bool = False
    left_out: str = ""


class Result(NamedTuple):
    """A result page: its safe link, and what is the same and what is new in it."""

    address: str
    fixed: Fixed
    slots: Slots


def of_diagnosis(diagnosis: Diagnosis) -> Result:
    """Everything that one paste told us."""
    findings, report = diagnosis.findings[:MOST_FINDINGS], diagnosis.report
    because = [each.because for each in findings]
    marks = numbered(because + [row.because for row in diagnosis.checklist])
    problems = [finding.problem for finding in findings]
    done = [row.check.id for row in diagnosis.checklist if row.state == "passed"]
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
    )
    slots = {
        "because": items(reasons(because[0], marks)) if because else "",
        "others": others(problems[1:], [listed(each, marks) for each in because[1:]]),
        "rows": rows(diagnosis.checklist, marks),
        "tick": link("problem", problems[0].id, state=state(done=done)) if problems else "",
        "removed": ", ".join(f"{count} × {kind}" for kind, count in removed.items()),
        "evidence": marked(report.text, marks),
        "read": undecided(report, marks),
        "nearest": "" if problems else nearest_to(report, status),
        **into_guide(diagnosis.verdict, diagnosis.answers),
        **shared(problems, address, facts, report.text),
    }
    return Result(address, fixed, present(slots))


def of_state(asked: State) -> Result:
    """The same, as far as the ids in a link tell it. The text itself was not kept."""
    content = knowledge()
    problems = [content.problems[id] for id in asked.ids("found")]
    verdict = (asked.one("sure") or "possible") if problems else "unrecognised"
    checks = problems[0].checks if problems else ()
    address = link("result", state=asked)
    slots = {
        "others": others(problems[1:], [""] * len(problems[1:])),
        "rows": rows(tuple(Examined(content.checks[id], "look") for id in checks), {}),
        "tick": link("problem", problems[0].id) if problems else "",
        "nearest": "" if problems else listing(nearest(asked.ids("status"))),
        **into_guide(verdict, answers_among(asked)),
        **shared(problems, address, {"status": asked.ids("status")}),
    }
    first = problems[0].id if problems else ""
    fixed = Fixed(verdict, first, rebuilt=True, left_out=asked.left_out)
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
        "statuses": ", ".join(map(of_status, facts["status"])),
        "share": absolute(address),
        "support_text": visible(text),
    }


def present(slots: Slots) -> Slots:
    return {name: text for name, text in slots.items() if text}


def result_context(kind: Fixed) -> Context:
    """What the template is rendered with, once for each kind of page."""
    content = knowledge()
    problem = content.problems.get(kind.problem)
    said = VERDICTS[kind.verdict]
    return {
        **kind._asdict(),
        "title": f"{said}: {plain(problem.title)}" if problem else f"{said} error",
        "said": said,
        "problem": problem,
        "sections": problem and {part.heading: part.markdown for part in problem.sections},
        "error_page": content.sources.get(kind.error_page),
        "state": {"left_out": kind.left_out},
    }


def safe_state(diagnosis: Diagnosis, problems: Sequence[Problem], status: str) -> State:
    """The ids of the safe link: what was found, how sure, the status; answers if it is not sure."""
    sure = diagnosis.verdict if problems else ""
    status = status if status in STATUSES else ""
    answers = {} if sure == "certain" else dict(diagnosis.answers)
    ours = {"found": [each.id for each in problems], "status": status, "sure": sure}
    return state(**(answers | ours))


def into_guide(verdict: str, answers: Mapping[str, str]) -> Slots:
    """The way into the guide when something is left to decide, and what the link says."""
    if verdict == "certain":
        return {}
    content = knowledge()
    way = walk(content.questions, content.first_question, answers)
    says = "Answer questions instead"
    if way.steps:
        says = "Answer the questions that are left"
    if way.problem:
        says = "See where the known answers lead"
    return {"guide": link("guide", state=state(**answers)), "guide_says": says}


def answers_among(asked: State) -> Mapping[str, str]:
    """The answers of the guide in a link. `status` is one of them if a question is called so."""
    given = asked.only(knowledge().questions)
    return {name: id for name, id in given.items() if knowledge().questions[name].answer(id)}


def rows(checklist: Checklist, marks: Marks) -> SafeString:
    """The checklist: the first row is open, and those that are not in order."""
    made = []
    for place, (check, seen, because) in enumerate(checklist):
        fixed = (check.id, seen, place == 0 or seen == "failed")
        slots = present({"because": listed(because, marks), "number": str(place + 1)})
        made.append(filled("result/page.html#row", row_context, fixed, slots))
    return joined(made)


def row_context(check_id: str, seen: str, opened: bool) -> Context:
    return {"check": knowledge().checks[check_id], "seen": seen, "open": opened}


def others(problems: Sequence[Problem], because: Sequence[str]) -> SafeString:
    """Problems as a list, each with its reasons."""
    pairs = zip(problems, because, strict=True)
    return joined(
        filled("result/page.html#other", other_context, (problem.id,), present({"why": why}))
        for problem, why in pairs
    )


def other_context(problem_id: str) -> Context:
    return {"problem": knowledge().problems[problem_id]}


def nearest_to(report: Report, status: str) -> SafeString:
    """What a text without a finding comes nearest to."""
    lines = report.values("message") + report.values("line")
    return listing(nearest([status], report.values("code"), lines))


def listing(near: Sequence[Near]) -> SafeString:
    return others([each.problem for each in near], [each.why for each in near])


def items(lines: Iterable[SafeString]) -> SafeString:
    return joined(f"<li>{line}</li>" for line in lines)


def joined(pieces: Iterable[str]) -> SafeString:
    return mark_safe("".join(pieces))  # noqa: S308 - only called with HTML


def error_page(apis: Sequence[str]) -> str:
    """Where the vendor lists the errors of the API that was called: the id of a source."""
    return next((ERROR_PAGES[api] for api in apis if api in ERROR_PAGES), "")
