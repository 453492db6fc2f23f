"""Rules that hold × checks and questions → what the paste itself already answers."""

from collections.abc import Iterable, Mapping

from troubleshooter.diagnosis.rules import Held
from troubleshooter.domain import Answer, Check, Checklist, Evidence, Examined, Question, Rule


def examine(held: Held, checks: Iterable[Check]) -> Checklist:
    """Each check: failed or passed because of something in the text, else to be looked at."""
    return tuple(examined(check, held) for check in checks)


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
