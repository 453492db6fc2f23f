"""Rules that hold → Findings. All rules have been tried; the strongest claim comes first."""

from collections.abc import Mapping
from operator import itemgetter

from troubleshooter.diagnosis.rules import Held
from troubleshooter.domain import STRENGTHS, Finding, Problem, Rule, Strength

Rank = tuple[int, bool, int, int, int, str]
HOW_NOT_WHAT = ("status", "type", "shape", "api", "server", "vendor")
"""Facts that say how an answer looked. A rule of these alone does not say what was wrong."""

first = itemgetter(0)


def classify(
    held: Held, problems: Mapping[Rule, Problem], *, another_vendor: bool = False
) -> tuple[Finding, ...]:
    """Every problem that fits, with its best rule; strongest first, then most specific.

    Of two equally strong ones, what was wrong comes before how the answer looked.

    `problems` says whose a rule is. Of an error of another vendor's API nothing is more than
    possible. The order of rules and problems makes no difference.
    """
    best: dict[str, tuple[Rank, Finding]] = {}
    for rule, evidence in held.items():
        if problem := problems.get(rule):
            strength: Strength = "possible" if another_vendor else rule.strength
            ranked = rank(problem, rule), Finding(problem, strength, evidence)
            best[problem.id] = min(ranked, best.get(problem.id, ranked), key=first)
    return tuple(finding for _, finding in sorted(best.values(), key=first))


def rank(problem: Problem, rule: Rule) -> Rank:
    """Stated strength; what before how; the more clauses and words the better; errors first."""
    words = sum(min(map(len, clause.values)) for clause in rule.clauses)
    plain = all(clause.fact in HOW_NOT_WHAT for clause in rule.clauses)
    status = max(map(int, problem.statuses), default=0) if plain else 0
    strength = STRENGTHS.index(rule.strength)
    return strength, plain, -len(rule.clauses), -words, -status, problem.id
