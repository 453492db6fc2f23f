"""The map of the guide: a question, its answers, and where they lead, as far as it fits."""

from collections.abc import Collection, Mapping
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from troubleshooter.domain import Answer, Question
from troubleshooter.guide import Step, Walk, endings, shortest_ways
from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import link
from troubleshooter.web.state import State, state

MOST_ENDS = 40
"""How many ends a map may have: more than some screens of them nobody looks through."""
NO_LIMIT = 10**6


class Place(NamedTuple):
    """The answer below which a question stands on the map. Others point there."""

    question: str
    answer: str


class Twig(NamedTuple):
    """An answer and where it leads. The first twig of a map has no answer.

    `kind` is "open" for a question with its answers in `twigs`, "closed" for one whose answers have
    a map of their own, "again" for one that stands elsewhere on this map (its link is ""), or
    "problem". `ends` says how many errors a closed question leads to; `taken` that the answer is on
    the way that was taken.
    """

    kind: str
    id: str
    title: str
    link: str
    answer: str = ""
    taken: bool = False
    ends: int = 0
    twigs: tuple["Twig", ...] = ()


@cache
def errors_behind(question_id: str) -> int:
    """To how many problems a question can lead."""
    questions = knowledge().questions
    return len({way.problem for way in endings(questions, questions[question_id])})


@cache
def ways_here() -> Mapping[str, tuple[Step, ...]]:
    return shortest_ways(knowledge().questions, knowledge().first_question)


class Extent(NamedTuple):
    """Which questions of a map are open, and where each question stands."""

    opened: Collection[str]
    places: Mapping[str, Place]


def extent(first: Question, way: Collection[Step], asked: str, most: int = MOST_ENDS) -> Extent:
    """What a map shows: the way that was taken, then level by level as much as fits.

    `way` begins with `first` and leads to the question `asked`, "" when it led to a problem.
    """
    questions = knowledge().questions
    on_way = [step.question.id for step in way] + [asked] * bool(asked)
    places = {
        after: Place(step.question.id, step.answer.id)
        for step, (_, after) in zip(way, pairwise(on_way), strict=False)
    }
    opened, level = {first.id, *on_way}, [first.id]
    room = most - 1 - sum(len(questions[name].answers) - 1 for name in opened)
    for name in level:
        if name not in opened:
            more = len(questions[name].answers) - 1
            if more > room:
                continue
            opened.add(name)
            room -= more
        for answer in questions[name].answers:
            if answer.question and answer.question != first.id:
                here = Place(name, answer.id)
                if places.setdefault(answer.question, here) == here:
                    level.append(answer.question)
    return Extent(opened, places)


class Map(NamedTuple):
    """What is drawn: how far, which answers were given, and the state that links of the map keep."""

    extent: Extent
    way: Mapping[str, str]
    kept: State

    def first(self, question: Question, given: Mapping[str, str]) -> Twig:
        there = link("question", question.id, state=state(**given))
        twigs = self.twigs(question, given)
        taken = question.id in self.way
        return Twig("open", question.id, question.title, there, taken=taken, twigs=twigs)

    def twigs(self, question: Question, given: Mapping[str, str]) -> tuple[Twig, ...]:
        return tuple(self.twig(question, each, given) for each in question.answers)

    def twig(self, question: Question, answer: Answer, given: Mapping[str, str]) -> Twig:
        """One answer. `given` are the answers that lead to its question."""
        content, given = knowledge(), {**given, question.id: answer.id}
        taken = self.way.get(question.id) == answer.id
        if answer.problem:
            there = link("problem", answer.problem, state=state(**given))
            title = content.problems[answer.problem].title
            return Twig("problem", answer.problem, title, there, answer.label, taken)
        follows = content.questions[answer.question]
        named = (follows.id, follows.title)
        if self.extent.places.get(follows.id) != (question.id, answer.id):
            return Twig("again", *named, "", answer.label, taken)
        if follows.id not in self.extent.opened:
            there, ends = map_address(follows.id, self.kept), errors_behind(follows.id)
            return Twig("closed", *named, there, answer.label, taken, ends)
        there = link("question", follows.id, state=state(**given))
        twigs = self.twigs(follows, given)
        return Twig("open", *named, there, answer.label, taken, twigs=twigs)


def map_address(question_id: str, kept: State) -> str:
    """The map of a question, in a state; that of the first one is the whole map."""
    whole = question_id == knowledge().first_question.id
    return link("guide-map", state=state(**dict(kept.chosen), of="" if whole else question_id))


def map_of(first: Question, walk: Walk, kept: State, most: int = MOST_ENDS) -> Twig:
    """The map of a question. `walk` is the way that was taken through the guide."""
    names = [step.question.id for step in walk.steps]
    at = names.index(first.id) if first.id in names else len(names)
    asked = walk.question.id if walk.question else ""
    on_way = first.id in names or first.id == asked
    way = walk.steps[at:]
    before = walk.steps[:at] if on_way else ways_here()[first.id]
    shown = extent(first, way, asked if on_way else "", most)
    taken = {step.question.id: step.answer.id for step in way}
    given = {step.question.id: step.answer.id for step in before}
    return Map(shown, taken, kept).first(first, given)


def way_to(first: Question, walk: Walk) -> tuple[Step, ...]:
    """The answers that lead to a question: those that were given, else the shortest way."""
    names = [step.question.id for step in walk.steps]
    if first.id in names:
        return walk.steps[: names.index(first.id)]
    return walk.steps if first == walk.question else ways_here()[first.id]
