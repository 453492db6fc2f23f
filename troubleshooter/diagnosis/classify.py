"""Rules that hold → Findings. All rules have been tried; the strongest claim comes first."""

from collections.abc import Mapping
from operator import itemgetter

from troubleshooter.diagnosis.rules import Held
from troubleshooter.domain import STRENGTHS, Finding, Problem, Rule

Rank = tuple[int, int, int, str]
first = itemgetter(0)


def classify(held: Held, problems: Mapping[Rule, Problem]) -> tuple[Finding, ...]:
    """Every problem that fits, with its best rule; strongest first, then most specific.

    `problems` says whose a rule is. The order of rules and problems makes no difference.
    """
    best: dict[str, tuple[Rank, Finding]] = {}
    for rule, evidence in held.items():
        if problem := problems.get(rule):
            ranked = rank(problem, rule), Finding(problem, rule.strength, evidence)
            best[problem.id] = min(ranked, best.get(problem.id, ranked), key=first)
    return tuple(finding for _, finding in sorted(best.values(), key=first))


def rank(problem: Problem, rule: Rule) -> Rank:
    """Stated strength, then how many clauses, then how long the words that had to be there."""
    words = sum(min(map(len, clause.values)) for clause in rule.clauses)
    return STRENGTHS.index(rule.strength), -len(rule.clauses), -words, problem.id
