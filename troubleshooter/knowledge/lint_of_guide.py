"""Everything that can be wrong between questions: answers that lead nowhere, ways without an end."""

from collections.abc import Iterator

from troubleshooter.domain import Knowledge, Question
from troubleshooter.knowledge.fault import Fault, unknown

MOST_QUESTIONS = 5
UNSURE = "unsure"


def questions(knowledge: Knowledge) -> Iterator[Fault]:
    firsts = [question.id for question in knowledge.questions.values() if question.first]
    if len(firsts) != 1:
        yield Fault("E018", "questions", f"{len(firsts)} questions are first.", "Exactly one is.")
    for question in knowledge.questions.values():
        file = f"questions/{question.id}.md"
        names = [answer.id for answer in question.answers]
        if len(set(names)) != len(names):
            yield Fault("E018", file, "has an answer twice.", "Give each answer an id of its own.")
        if UNSURE not in names:
            yield Fault("E018", file, "has no 'unsure' answer.", "Everyone may be unsure.")
        for answer in question.answers:
            if answer.question:
                yield from unknown(file, "question", answer.question, knowledge.questions)
            if answer.problem:
                yield from unknown(file, "problem", answer.problem, knowledge.problems)


def guide(knowledge: Knowledge) -> Iterator[Fault]:
    """Ways through the guide: circles, dead ends, long ones; files that no way leads to."""
    firsts = [question for question in knowledge.questions.values() if question.first]
    reached: set[str] = set()
    for first in firsts[:1]:
        yield from ways(knowledge, first, (), reached)
    for question in knowledge.questions:
        if question not in reached:
            hint = "Let an answer lead to it."
            yield Fault("E019", f"questions/{question}.md", "cannot be reached.", hint)
    for problem in knowledge.problems.values():
        if problem.id not in reached and not problem.retired:
            hint = "Let an answer of a question lead to it."
            yield Fault("E019", f"problems/{problem.id}.md", "has no way in the guide.", hint)


def ways(
    knowledge: Knowledge, question: Question, taken: tuple[str, ...], reached: set[str]
) -> Iterator[Fault]:
    reached.add(question.id)
    file = f"questions/{question.id}.md"
    taken = (*taken, question.id)
    if len(taken) > MOST_QUESTIONS:
        hint = f"At most {MOST_QUESTIONS}. The way: {' → '.join(taken)}."
        yield Fault("E020", file, "makes a way too long.", hint)
        return
    for answer in question.answers:
        reached.add(answer.problem)
        follows = knowledge.questions.get(answer.question)
        if answer.question in taken:
            hint = f"The way: {' → '.join((*taken, answer.question))}."
            yield Fault("E020", file, f"'{answer.id}' goes round in a circle.", hint)
        elif follows:
            yield from ways(knowledge, follows, taken, reached)
        elif not answer.problem:
            yield Fault(
                "E020", file, f"'{answer.id}' is a dead end.", "Name a problem or a question."
            )
