"""Rules that hold → Findings. All rules have been tried; the strongest claim comes first."""

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from troubleshooter.diagnosis.rules import Held, is_cut_short
from troubleshooter.domain import (
    STRENGTHS,
    Evidence,
    Fact,
    Finding,
    Problem,
    Rule,
    Span,
    Strength,
)

Claim = tuple[int, int, bool, bool, bool]
Detail = tuple[int, int, str]
HOW_NOT_WHAT = ("status", "type", "shape", "api", "server", "vendor")
"""Facts that say how an answer looked. A rule of these alone does not say what was wrong."""

first = itemgetter(0)


def nobody(_: Fact) -> bool:
    return False


def classify(
    held: Held,
    problems: Mapping[Rule, Problem],
    is_anothers: Callable[[Fact], bool] = nobody,
) -> tuple[Finding, ...]:
    """Every problem that fits, once, with its best rule; strongest first.

    Of equally strong ones, what was wrong comes before how the answer looked. Of several errors in
    one paste the first comes first, as in a log: what comes later often follows from it. About one
    and the same error the more specific claim comes first.

    `problems` says whose a rule is. What an error of another vendor's API says was wrong is never
    more than possible; its plain status is what it is. The order of rules and problems makes no
    difference.
    """
    best: dict[str, tuple[tuple[Claim, Detail], Finding]] = {}
    for rule, evidence in held.items():
        if problem := problems.get(rule):
            told = telling(evidence)
            elsewhere = any(is_anothers(each.fact) for each in told)
            if elsewhere and len(told) < len(evidence):
                continue  # the rule asks for our name, and it stands beside another's error
            capped = elsewhere and any(clause.fact != "status" for clause in rule.clauses)
            strength: Strength = "possible" if capped else rule.strength
            if strength == "certain" and any(map(is_cut_short, evidence)):
                strength = "likely"
            ranked = rank(problem, rule, strength), Finding(problem, strength, evidence)
            best[problem.id] = min(ranked, best.get(problem.id, ranked), key=first)
    return in_order(best.values())


def in_order(ranked: Iterable[tuple[tuple[Claim, Detail], Finding]]) -> tuple[Finding, ...]:
    """The findings by what they claim, then by where the error stands, then by how specific."""
    found = [(claim, place(finding), detail, finding) for (claim, detail), finding in ranked]
    places = [each[1] for each in found]
    keyed = [
        ((claim, min(one.start for one in places if one.contains(where)), detail), finding)
        for claim, where, detail, finding in found
    ]
    return tuple(finding for _, finding in sorted(keyed, key=first))


def rank(problem: Problem, rule: Rule, strength: Strength) -> tuple[Claim, Detail]:
    """What a rule claims (surely, what before how, errors before success), and how specifically.

    What a browser refuses comes before what an API answered: from there no call can work.
    """
    words = sum(min(map(len, clause.values)) for clause in rule.clauses)
    plain = all(clause.fact in HOW_NOT_WHAT for clause in rule.clauses)
    success = plain and max(map(int, problem.statuses), default=0) < 300
    certainty = STRENGTHS.index(strength), STRENGTHS.index(rule.strength)
    claim = *certainty, plain, success, problem.sender != "browser"
    return claim, (-len(rule.clauses), -words, problem.id)


def telling(evidence: tuple[Evidence, ...]) -> list[Evidence]:
    """The evidence that was read in the error itself: whose API it is may be told anywhere."""
    return [each for each in evidence if each.fact.name != "vendor"] or list(evidence)


def place(finding: Finding) -> Span:
    """The smallest part of the paste that a finding speaks of: a line, an error, a message."""
    parts = [
        evidence.fact.span if evidence.fact.name == "line" else evidence.fact.within
        for evidence in telling(finding.because)
    ]
    return min(parts, key=lambda part: part.end - part.start)
