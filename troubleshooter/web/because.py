"""What was read in a paste, and what rests on it: numbered, in words, as HTML.

Made by hand and not by templates: this is the part of the result page that is new for every paste.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import DERIVED, Diagnosis, Evidence, Fact, Report, Span
from troubleshooter.web import words
from troubleshooter.web.evidence import visible

MOST_CHARACTERS = 200  # of one fact
MOST_FACTS = 40
MOST_MARKED = 400  # characters: a mark on a whole body points at nothing

Marks = Mapping[Span, int]


def numbered(because: Iterable[Sequence[Evidence]]) -> dict[Span, int]:
    """A number for each place in the text that a reason rests on."""
    spans = (evidence.fact.span for reasons in because for evidence in reasons)
    places = dict.fromkeys(span for span in spans if span.end - span.start <= MOST_MARKED)
    return {span: number for number, span in enumerate(places, start=1)}


def reasons(because: Sequence[Evidence], marks: Marks) -> list[SafeString]:
    """Each fact of a rule once: its number, with a link to its place, and what was read."""
    facts = dict.fromkeys(evidence.fact for evidence in because)
    return [reason(fact, marks.get(fact.span)) for fact in facts]


def reason(fact: Fact, number: int | None) -> SafeString:
    name, value = escape(words.of_fact(fact.name)), escape(value_of(fact))
    link = f'<b>{number}</b> <a href="#mark-{number}">{name}</a>' if number else name
    return mark_safe(f"{link} <code>{value}</code>")  # noqa: S308 - both were escaped


def listed(because: Sequence[Evidence], marks: Marks) -> SafeString:
    """The reasons as one line of HTML, "" without any."""
    return mark_safe(", ".join(reasons(because, marks)))  # noqa: S308 - escaped above


def telling_status(diagnosis: Diagnosis) -> str:
    """The HTTP status that the answer is about, "" without any.

    It is the one that the first finding rests on. Without that it is the last one that tells of an
    error: proxies say "200 Connection established" before it.
    """
    evidence = (each.fact for finding in diagnosis.findings[:1] for each in finding.because)
    rests_on = [fact.value for fact in evidence if fact.name == "status"]
    read = [fact.value for fact in diagnosis.report.facts if fact.name == "status"]
    errors = [status for status in reversed(read) if status >= "400"]
    return next(iter(rests_on + errors + read), "")


def undecided(report: Report, marks: Marks) -> SafeString:
    """What was read and decided nothing, as the rows of a description list."""
    idle = (fact for fact in report.facts if fact.name != "line" and fact.span not in marks)
    facts = dict.fromkeys((words.of_fact(fact.name), value_of(fact)) for fact in idle)
    rows = (
        f"<div><dt>{escape(name)}</dt><dd><code>{escape(value)}</code></dd></div>"
        for name, value in list(facts)[:MOST_FACTS]
    )
    return mark_safe("".join(rows))  # noqa: S308 - every value was escaped


def value_of(fact: Fact) -> str:
    """What was read, as one line that fits a list."""
    if fact.name in DERIVED:
        return words.DERIVED.get(fact.value, fact.value)
    line = visible(fact.value[: MOST_CHARACTERS + 1].replace("\n", " "))
    return line if len(fact.value) <= MOST_CHARACTERS else line + "…"
