"""The decision tree, walked. Nothing is stored: the answers in the URL are walked afresh."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from troubleshooter.domain import Answer, Question


class Step(NamedTuple):
    """A question and the answer that was given to it."""

    question: Question
    answer: Answer


class Walk(NamedTuple):
    """How far some answers lead: the steps taken, then a question or a problem (its id)."""

    steps: tuple[Step, ...]
    question: Question | None
    problem: str


def walk(questions: Mapping[str, Question], first: Question, answers: Mapping[str, str]) -> Walk:
    """Follow the answers from the first question as far as they lead.

    Answers to questions that are not on the way, and answers nobody can give, change nothing.
    """
    steps: list[Step] = []
    question = first
    while answer := question.answer(answers.get(question.id, "")):
        steps.append(Step(question, answer))
        if answer.problem:
            return Walk(tuple(steps), None, answer.problem)
        question = questions[answer.question]
    return Walk(tuple(steps), question, "")


class Ending(NamedTuple):
    """One whole way through the guide: the steps, and the problem at the end of them."""

    steps: tuple[Step, ...]
    problem: str


def endings(
    questions: Mapping[str, Question], question: Question, taken: tuple[Step, ...] = ()
) -> Iterator[Ending]:
    """Every way through the guide from a question on, answers in the order they are shown.

    A way that goes round in a circle, or to a question that does not exist, ends with problem "".
    """
    for answer in question.answers:
        steps = (*taken, Step(question, answer))
        follows = questions.get(answer.question)
        if follows and all(follows.id != step.question.id for step in steps):
            yield from endings(questions, follows, steps)
        else:
            yield Ending(steps, answer.problem)


def shortest_ways(
    questions: Mapping[str, Question], first: Question
) -> Mapping[str, tuple[Step, ...]]:
    """The fewest steps from the first question to each question that can be reached."""
    ways: dict[str, tuple[Step, ...]] = {first.id: ()}
    for name in (reached := [first.id]):
        for answer in questions[name].answers:
            if answer.question in questions and answer.question not in ways:
                ways[answer.question] = (*ways[name], Step(questions[name], answer))
                reached.append(answer.question)
    return ways
