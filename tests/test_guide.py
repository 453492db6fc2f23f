"""The guide: the walk with made-up questions, then every way through the real ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from troubleshooter.domain import Answer, Question
from troubleshooter.guide import endings, walk
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.lint_of_guide import MOST_QUESTIONS


def question(name: str, **leads: str) -> Question:
    """`question("colour", red="question:shade", blue="problem:sky")`"""
    answers = []
    for answer, leads_to in leads.items():
        kind, _, target = leads_to.partition(":")
        answers.append(Answer(id=answer, label=answer, **{kind: target}))
    return Question(
        id=name, title=name, why="", hint="", how_to_find_out="", answers=tuple(answers)
    )


QUESTIONS = {
    each.id: each
    for each in (
        question("colour", red="question:shade", blue="problem:sky"),
        question("shade", dark="problem:wine", light="problem:rose"),
    )
}


def walk_made_up(**answers):
    return walk(QUESTIONS, QUESTIONS["colour"], answers)


def test_without_answers_the_first_question_is_asked():
    assert walk_made_up().question.id == "colour"


def test_answers_lead_to_a_problem():
    steps, asked, found = walk_made_up(colour="red", shade="dark")
    assert [(step.question.id, step.answer.id) for step in steps] == [
        ("colour", "red"),
        ("shade", "dark"),
    ]
    assert (asked, found) == (None, "wine")


def test_an_answer_nobody_can_give_changes_nothing():
    assert walk_made_up(colour="green", shade="dark").question.id == "colour"


def test_answers_to_questions_that_are_not_on_the_way_change_nothing():
    assert walk_made_up(colour="blue", shade="dark") == walk_made_up(colour="blue")


def test_every_way_is_listed_once():
    ways = list(endings(QUESTIONS, QUESTIONS["colour"]))
    assert [way.problem for way in ways] == ["wine", "rose", "sky"]


def test_a_circle_is_cut():
    circle = {"a": question("a", on="question:b"), "b": question("b", on="question:a")}
    assert [way.problem for way in endings(circle, circle["a"])] == [""]


WAYS = list(endings(knowledge().questions, knowledge().first_question))


@pytest.mark.parametrize(
    "way", WAYS, ids=lambda way: "/".join(step.answer.id for step in way.steps)
)
def test_every_way_ends_in_a_problem_in_few_questions(way):
    assert way.problem in knowledge().problems
    assert len(way.steps) <= MOST_QUESTIONS
    given = {step.question.id: step.answer.id for step in way.steps}
    assert walk(knowledge().questions, knowledge().first_question, given) == (
        way.steps,
        None,
        way.problem,
    )


def test_every_problem_is_at_the_end_of_a_way():
    current = {problem.id for problem in knowledge().problems.values() if not problem.retired}
    assert {way.problem for way in WAYS} == current


def test_the_last_answer_to_every_question_is_that_you_are_not_sure():
    assert {each.answers[-1].id for each in knowledge().questions.values()} == {"unsure"}
    assert all(each.how_to_find_out for each in knowledge().questions.values())


@given(some.dictionaries(some.sampled_from(sorted(knowledge().questions)), some.text(max_size=9)))
def test_any_answers_make_a_walk_that_ends(answers):
    steps, asked, found = walk(knowledge().questions, knowledge().first_question, answers)
    assert bool(asked) != bool(found)
    assert len(steps) <= MOST_QUESTIONS
