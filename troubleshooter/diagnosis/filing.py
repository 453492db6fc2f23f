"""Whose each rule is: the rules of problems, checks and answers, filed together.

One pass over a paste then says which rules hold, whoever asked.
"""

from dataclasses import dataclass
from functools import lru_cache

from troubleshooter.diagnosis.rules import Index
from troubleshooter.domain import Answer, Knowledge, Problem, Question, Rule


@dataclass(frozen=True)
class Filed:
    """All rules of a content, and whose they are."""

    index: Index
    problems: dict[Rule, Problem]
    answers: dict[Rule, tuple[Question, Answer]]


@lru_cache(maxsize=4)
def filed(knowledge: Knowledge) -> Filed:
    """The rules of a content, filed once for as long as it is loaded."""
    problems = {rule: problem for problem in knowledge.problems.values() for rule in problem.match}
    answers = {
        rule: (question, answer)
        for question in knowledge.questions.values()
        for answer in question.answers
        for rule in answer.when
    }
    checks = [rule for check in knowledge.checks.values() for rule in check.failed + check.passed]
    return Filed(Index([*problems, *answers, *checks]), problems, answers)
