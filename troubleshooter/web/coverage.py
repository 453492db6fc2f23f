"""Every documented code, held against the content: its problem, a rule that names it, a sample.

The ways in follow from these: a code of a problem has its page under `/codes/`, and `manage.py
check` sees to it that a way of the guide leads to every problem.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Diagnosis, Knowledge, Problem, Report

CODED = ("code", "type", "status", "message", "line", "reason", "field")
"""Facts in which a code may be read."""


class Covered(NamedTuple):
    """One documented code: its problem (""), whether a rule names it, whether a sample finds it.

    `why` is the reason that is listed for a gap.
    """

    family: str
    code: str
    problem: str
    has_rule: bool
    has_sample: bool
    why: str

    @property
    def is_whole(self) -> bool:
        return bool(self.problem) and self.has_rule and self.has_sample

    @property
    def is_in_order(self) -> bool:
        """Whole, or a gap with a reason; a listed gap that is none any more is not in order."""
        return self.is_whole != bool(self.why)


def coverage(knowledge: Knowledge, pastes: Path) -> Iterator[Covered]:
    """Every code of every family, in the order of `families.toml`. `pastes` holds the samples."""

    @cache
    def diagnosed(problem_id: str) -> list[Diagnosis]:
        samples = sorted((pastes / problem_id).glob("*.txt"))
        return [diagnose(path.read_text(encoding="utf-8"), knowledge) for path in samples]

    for family in knowledge.families.values():
        for code in family.documented:
            problems = of_code(f"{family.id}/{code}", knowledge)
            ruled = [each for each in problems if names(each, code)]
            sampled = [
                each for each in problems if any(finds(each, code, d) for d in diagnosed(each.id))
            ]
            best = next(iter(sampled or ruled or problems), None)
            yield Covered(
                family.id,
                code,
                best.id if best else "",
                bool(ruled),
                bool(sampled),
                family.gaps.get(code, ""),
            )


def of_code(code: str, knowledge: Knowledge) -> list[Problem]:
    live = (problem for problem in knowledge.problems.values() if not problem.retired)
    return [problem for problem in live if code in problem.codes]


def names(problem: Problem, code: str) -> bool:
    """Whether a rule of the problem names the code: alone, in a sentence, or by a pattern."""
    clauses = (clause for rule in problem.match for clause in rule.clauses)
    return any(holds(code, value) for clause in clauses for value in clause.values)


def finds(problem: Problem, code: str, diagnosis: Diagnosis) -> bool:
    """Whether a sample with this code finds the problem first."""
    first = diagnosis.findings[:1]
    return bool(first) and first[0].problem.id == problem.id and is_read(code, diagnosis.report)


def is_read(code: str, report: Report) -> bool:
    return any(holds(code, value) for name in CODED for value in report.values(name))


def holds(code: str, text: str) -> bool:
    """Whether a code stands in a text as a word of its own.

    >>> holds("51", "errorCode 51"), holds("51", "1510"), holds("amount", "amount.less.than.one")
    (True, False, True)
    """
    code, text = code.casefold(), text.casefold()
    at = text.find(code)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(code) : at + len(code) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        at = text.find(code, at + 1)
    return False
