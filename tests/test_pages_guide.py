"""The guide as pages: every way through it, and every way back."""

import re
from html import unescape

import pytest
from django.test import Client

from troubleshooter.domain import ACTORS, DERIVED, FACTS, RETRIES, SENDERS, SHAPES
from troubleshooter.guide import endings
from troubleshooter.knowledge import knowledge
from troubleshooter.web import words, words_of_facts
from troubleshooter.web.links import link
from troubleshooter.web.state import state

CONTENT = knowledge()
FIRST = CONTENT.first_question
WAYS = list(endings(CONTENT.questions, FIRST))
LAST_ANSWERS = {(way.steps[-1].question.id, way.steps[-1].answer.id): way for way in WAYS}
"""A way to each answer that leads to a problem. Over HTTP one is enough: ways differ before it."""
RESERVED = {"done", "na", "asked", "found", "sure", "problem", "acts", "sender", "of", "zoom", "as"}


def answers_of(way) -> dict[str, str]:
    return {step.question.id: step.answer.id for step in way.steps}


def follow(path: str):
    response = Client().get(path, follow=True)
    assert response.status_code == 200
    return response.redirect_chain[-1][0] if response.redirect_chain else path


def test_the_answers_of_a_way_lead_to_its_problem():
    for way in LAST_ANSWERS.values():
        there = follow(link("guide", state=state(**answers_of(way))))
        assert there == link("problem", way.problem, state=state(**answers_of(way)))


def test_each_answer_leads_to_the_next_page_of_its_way():
    nexts = {way.steps[:place]: step for way in WAYS for place, step in enumerate(way.steps)}
    for taken, step in nexts.items():
        given = {each.question.id: each.answer.id for each in taken}
        there = follow(link("guide", state=state(**given)))
        assert there == link("question", step.question.id, state=state(**given))


def test_the_problem_page_says_because_of_which_answers():
    way = WAYS[0]
    page = Client().get(link("problem", way.problem, state=state(**answers_of(way))))
    html = page.content.decode()
    assert "Because you answered" in html
    for step in way.steps:
        change = link("question", step.question.id, state=state(**answers_of(way)))
        assert f'href="{change.replace("&", "&amp;")}"' in html


def test_answers_that_lead_elsewhere_are_left_out_with_a_notice():
    way = WAYS[0]
    other = next(each.problem for each in WAYS if each.problem != way.problem)
    check = CONTENT.problems[other].checks[0]
    asked = link("problem", other, state=state(**answers_of(way), done=[check]))
    response = Client().get(asked, follow=True)
    assert response.redirect_chain == [(f"/errors/{other}/?done={check}&left-out=unknown", 302)]
    assert "Because you answered" not in response.content.decode()
    assert "This link had parts" in response.content.decode()


def test_answers_that_lead_nowhere_yet_are_left_out_too():
    step = max(WAYS, key=lambda way: len(way.steps)).steps[0]
    asked = link("problem", "cors", state=state(**{step.question.id: step.answer.id}))
    there = Client().get(asked).headers["Location"]
    assert there == "/errors/cors/?left-out=unknown"


def test_ticks_keep_the_answers_and_answers_keep_the_ticks():
    way = WAYS[0]
    check = CONTENT.problems[way.problem].checks[0]
    both = state(**answers_of(way), done=[check])
    html = Client().get(link("problem", way.problem, state=both)).content.decode()
    html, _, _ = html.partition("</form>")  # the next form is for votes
    hidden = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([\w-]+)"', html))
    assert hidden == answers_of(way)
    assert f'id="done-{check}" checked' in html


def test_a_change_link_keeps_the_other_answers_and_shows_the_given_one():
    way = max(WAYS, key=lambda way: len(way.steps))
    first = way.steps[0]
    path = link("question", first.question.id, state=state(**answers_of(way)))
    html = Client().get(path).content.decode()
    kept = dict(re.findall(r'type="hidden" name="([\w-]+)" value="([\w-]+)"', html))
    others = {step.question.id: step.answer.id for step in way.steps[1:]}
    assert kept == {**others, "asked": first.question.id}
    assert f'value="{first.answer.id}" id="answer-{first.answer.id}" checked' in html


def test_nothing_is_chosen_before_it_was_answered():
    assert " checked" not in Client().get(f"/guide/{FIRST.id}/").content.decode()


def test_a_question_that_was_not_reached_yet_leads_to_the_one_that_was():
    last = max(WAYS, key=lambda way: len(way.steps)).steps[-1].question
    assert follow(f"/guide/{last.id}/") == f"/guide/{FIRST.id}/"


def test_a_form_sent_without_an_answer_says_so():
    there = follow(f"/guide/?asked={FIRST.id}")
    assert there == f"/guide/{FIRST.id}/?asked={FIRST.id}"
    html = Client().get(there).content.decode()
    assert "<title>Error: " in html
    assert "There is a problem" in html
    target = re.search(r'class="error-summary".*?href="#([\w-]+)"', html, re.DOTALL)[1]
    assert f'id="{target}"' in html


def test_the_back_link_leads_to_the_question_before():
    way = max(WAYS, key=lambda way: len(way.steps))
    given = {step.question.id: step.answer.id for step in way.steps[:2]}
    page = Client().get(follow(link("guide", state=state(**given))))
    back = re.search(
        r'class="back" aria-label="Previous page"><a href="([^"]+)"', page.content.decode()
    )[1]
    assert unescape(back) == link("question", way.steps[1].question.id, state=state(**given))


@pytest.mark.parametrize("question", CONTENT.questions.values(), ids=lambda each: each.id)
def test_every_question_asks_one_thing_and_lets_people_be_unsure(question):
    way = next(way for way in WAYS if question in [step.question for step in way.steps])
    place = [step.question for step in way.steps].index(question)
    given = {step.question.id: step.answer.id for step in way.steps[:place]}
    html = Client().get(link("question", question.id, state=state(**given))).content.decode()
    assert re.findall(rf'name="{question.id}" value="([\w-]+)"', html)[-1] == "unsure"
    assert html.count("<fieldset") == html.count("<legend><h1>") == 1
    assert "How to find out" in html


def test_no_question_is_called_like_another_key_of_a_link():
    assert not RESERVED & set(CONTENT.questions)


def test_everything_that_has_an_id_has_words():
    assert set(words_of_facts.FACTS) == {name.removesuffix(".<name>") for name in FACTS}
    assert (set(words.SENDERS), set(words.ACTORS)) == (set(SENDERS), set(ACTORS))
    assert set(words.RETRIES) == set(RETRIES)
    assert set(SHAPES) <= set(words_of_facts.VALUES)
    assert set(DERIVED) <= set(words_of_facts.FACTS)
