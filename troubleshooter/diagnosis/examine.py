"""Rules that hold × checks and questions → what the paste itself already answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from troubleshooter.diagnosis.rules import Held
from troubleshooter.domain import (
    Answer,
    Check,
    Checklist,
    Evidence,
    Examined,
    Fact,
    Finding,
    Question,
    Rule,
)

SENT = ("request.header.", "member.", "path", "method")
"""Facts about what was sent, by how they begin."""


def examine(
    held: Held,
    findings: Sequence[Finding],
    checks: Mapping[str, Check],
    is_anothers: Callable[[Fact], bool],
) -> Checklist:
    """The checks of the first finding, likeliest first; then every other that the paste crosses.

    Each is failed or passed because of something in the text, else to be looked at. A check that no
    finding asks for is crossed by what was sent alone: that is wrong whatever the answer was. What
    was sent to another vendor crosses nothing.
    """
    own = asked(findings[:1])
    told = asked(found for found in findings if found.strength != "possible")
    checklist = tuple(examined(checks[id], held) for id in own)
    every = {**told, **dict.fromkeys(checks)}
    crossed = (id for id in every if not held.keys().isdisjoint(checks[id].failed))
    more = (examined(checks[id], held) for id in crossed if id not in own)
    return checklist + tuple(
        each
        for each in more
        if (each.check.id in told or was_sent(each.because))
        and not any(is_anothers(evidence.fact) for evidence in each.because)
    )


def asked(findings: Iterable[Finding]) -> dict[str, None]:
    """The ids of the checks of problems, in their order, each once."""
    return dict.fromkeys(check for found in findings for check in found.problem.checks)


def was_sent(because: Iterable[Evidence]) -> bool:
    return any(evidence.fact.name.startswith(SENT) for evidence in because)


def examined(check: Check, held: Held) -> Examined:
    if evidence := first(check.failed, held):
        return Examined(check, "failed", evidence)
    if evidence := first(check.passed, held):
        return Examined(check, "passed", evidence)
    return Examined(check, "look")


def first(rules: Iterable[Rule], held: Held) -> tuple[Evidence, ...]:
    """The evidence for the first rule that holds; () when none does."""
    return next((held[rule] for rule in rules if rule in held), ())


def answers(held: Held, answers_by_rule: Mapping[Rule, tuple[Question, Answer]]) -> dict[str, str]:
    """The answers of the guide that the paste gives, by question; none where it gives two."""
    given: dict[str, set[str]] = {}
    for rule in held:
        if rule in answers_by_rule:
            question, answer = answers_by_rule[rule]
            given.setdefault(question.id, set()).add(answer.id)
    return {question: min(ids) for question, ids in sorted(given.items()) if len(ids) == 1}
