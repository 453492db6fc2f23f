"""A diagnosis for programs and terminals: one JSON object, or plain text."""

from typing import Any

from django.conf import settings

from troubleshooter.domain import Diagnosis, Evidence, Examined, Finding
from troubleshooter.web import words

MARKS = {"passed": "[x]", "failed": "[!]", "look": "[ ]"}


def as_object(diagnosis: Diagnosis) -> dict[str, Any]:
    """The diagnosis as JSON writes it.

    `report` maps each fact to its value, or to a list where the paste gives several. Lines of the
    paste are left out of it: they stand in `redacted`.
    """
    return {
        "verdict": diagnosis.verdict,
        "findings": [finding_as_object(finding) for finding in diagnosis.findings],
        "report": report_as_object(diagnosis),
        "redacted": diagnosis.redaction.text,
        "removed": [
            {"kind": kind, "count": count} for kind, count in diagnosis.redaction.by_kind().items()
        ],
    }


def finding_as_object(finding: Finding) -> dict[str, Any]:
    return {
        "problem": finding.problem.id,
        "title": finding.problem.title,
        "strength": finding.strength,
        "codes": list(finding.problem.codes),
        "because": [str(evidence.clause) for evidence in finding.because],
        "url": url_of(finding),
    }


def report_as_object(diagnosis: Diagnosis) -> dict[str, str | list[str]]:
    names = dict.fromkeys(fact.name for fact in diagnosis.report.facts if fact.name != "line")
    values = {name: list(diagnosis.report.values(name)) for name in names}
    return {name: found if len(found) > 1 else found[0] for name, found in values.items()}


def url_of(finding: Finding) -> str:
    return f"{settings.SITE_ORIGIN}/errors/{finding.problem.id}/"


def as_text(diagnosis: Diagnosis) -> str:
    """The diagnosis as a terminal shows it: the verdict, why, what to check, the rest."""
    lines = removed_lines(diagnosis)
    if not diagnosis.findings:
        lines += ["We do not recognise this.", "", "What could be read:"]
        read = report_as_object(diagnosis).items()
        lines += [f"  {name}: {value}" for name, value in read] or ["  nothing"]
        lines += ["", f"Answer a few questions instead: {settings.SITE_ORIGIN}/guide/"]
        return "\n".join(lines)
    first, *others = diagnosis.findings
    lines += [f"{words.VERDICTS[first.strength]}: {first.problem.title}", url_of(first), ""]
    lines += ["Because:", *map(because_line, first.because), "", "Check, likeliest first:"]
    lines += [line for examined in diagnosis.checklist for line in check_lines(examined)]
    if others:
        lines += ["", "Also possible:"]
        lines += [f"  {each.problem.title} ({each.strength}): {url_of(each)}" for each in others]
    return "\n".join(lines)


def removed_lines(diagnosis: Diagnosis) -> list[str]:
    counted = [f"{count} x {kind}" for kind, count in diagnosis.redaction.by_kind().items()]
    return [f"Removed before reading: {', '.join(counted)}.", ""] if counted else []


def because_line(evidence: Evidence) -> str:
    return f"  {evidence.clause}"


def check_lines(examined: Examined) -> list[str]:
    lines = [f"  {MARKS[examined.state]} {examined.check.title}"]
    if examined.because:
        reasons = "; ".join(str(evidence.clause) for evidence in examined.because)
        lines.append(f"      {examined.state}: {reasons}")
    return lines
