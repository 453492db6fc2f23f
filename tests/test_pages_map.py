"""The map of the guide: the drawing and the list say the same, hold everything, and mark the way."""

import re
import xml.etree.ElementTree as ET
from html import unescape
from itertools import pairwise

import pytest
from django.test import Client

from troubleshooter.guide import endings, shortest_ways
from troubleshooter.knowledge import knowledge
from troubleshooter.web.drawing import drawing
from troubleshooter.web.guide_map import MOST_ENDS, Twig
from troubleshooter.web.links import link
from troubleshooter.web.state import state

CONTENT = knowledge()
FIRST = CONTENT.first_question
WAYS = list(endings(CONTENT.questions, FIRST))
LONGEST = max(WAYS, key=lambda way: len(way.steps))
GIVEN = {step.question.id: step.answer.id for step in LONGEST.steps}
SVG = "{http://www.w3.org/2000/svg}"
MAPS = [link("guide-map", state=state(of=name)) for name in CONTENT.questions if name != FIRST.id]
PAGES = ["/guide/map/", link("guide-map", state=state(**GIVEN)), *MAPS]


def page_of(path: str) -> str:
    response = Client().get(path)
    assert response.status_code == 200
    return response.content.decode()


def svg_of(html: str) -> ET.Element:
    return ET.fromstring(re.search(r"<svg.*</svg>", html, re.DOTALL)[0])  # noqa: S314 - our own


def boxes_of(html: str, *kinds: str) -> list[ET.Element]:
    boxes = svg_of(html).iter(f"{SVG}a")
    return [each for each in boxes if not kinds or set(each.get("class").split()) & set(kinds)]


def list_of(html: str) -> str:
    return html[html.index('<div class="map">') :]


def leads_to(path: str) -> bool:
    return Client().get(path).status_code == 200


@pytest.mark.parametrize("path", PAGES)
def test_the_drawing_is_well_formed_and_holds_each_question_once(path):
    html = page_of(path)
    drawn = [each.get("id") for each in boxes_of(html, "open", "closed")]
    assert len(drawn) == len(set(drawn))
    listed = re.findall(r'id="question-([\w-]+)"', list_of(html))
    assert sorted(drawn) == sorted(f"at-{name}" for name in listed)


@pytest.mark.parametrize("path", PAGES)
def test_the_drawing_and_the_list_have_the_same_answers_and_links(path):
    html = page_of(path)
    drawn = [each.get("href").replace("#at-", "#question-") for each in boxes_of(html)]
    listed = re.findall(r'href="([^"]+)"', list_of(html).partition("</div>")[0])
    assert drawn == [unescape(each) for each in listed]


def test_the_answers_of_an_open_question_are_all_there_once():
    for question in CONTENT.questions.values():
        html = page_of(link("guide-map", state=state(of="" if question.first else question.id)))
        opened = [each.get("id").removeprefix("at-") for each in boxes_of(html, "open")]
        assert question.id in opened
        answers = sum(len(CONTENT.questions[name].answers) for name in opened)
        assert len(boxes_of(html)) == answers + 1


def test_the_maps_together_hold_every_question_and_every_problem():
    whole = "".join(page_of(path) for path in ["/guide/map/", *MAPS])
    for question in CONTENT.questions:
        assert f'id="at-{question}"' in whole
    for problem in {way.problem for way in WAYS}:
        assert f"/errors/{problem}/?" in whole


def test_the_whole_list_holds_every_question_once_and_every_problem():
    html = page_of("/guide/map/?as=list")
    assert "<svg" not in html
    for question in CONTENT.questions:
        assert html.count(f'id="question-{question}"') == 1
    for problem in {way.problem for way in WAYS}:
        assert f"/errors/{problem}/?" in html


def test_every_link_of_every_map_leads_to_the_page_it_names():
    addresses = {each.get("href") for path in PAGES for each in boxes_of(page_of(path))}
    assert len(addresses) > len(CONTENT.questions)
    for path in addresses:
        assert path.startswith("#") or leads_to(path), path


@pytest.mark.parametrize("path", PAGES)
def test_a_link_into_a_drawing_has_its_end_there(path):
    html = page_of(path)
    ids = set(re.findall(r'\sid="([^"]+)"', html))
    assert {each[1:] for each in re.findall(r'href="(#[^"]+)"', html)} <= ids


def test_the_answers_that_were_given_are_marked_in_words_in_the_drawing_and_in_the_list():
    html = page_of(link("guide-map", state=state(**GIVEN)))
    marked = [each.find(f"{SVG}title").text for each in boxes_of(html, "taken")]
    assert len(marked) == len(GIVEN) + 1
    assert [each.startswith("✓ ") for each in marked] == [False] + [True] * len(GIVEN)
    assert list_of(html).count("✓ You answered:") == len(GIVEN)
    assert "✓" not in page_of("/guide/map/")


def test_the_way_that_was_taken_is_drawn_however_long_it_is():
    by_last_question = {way.steps[-1].question.id: way for way in WAYS}
    for way in by_last_question.values():
        given = {step.question.id: step.answer.id for step in way.steps}
        html = page_of(link("guide-map", state=state(**given)))
        last = boxes_of(html, "taken")[-1]
        assert last.get("href") == link("problem", way.problem, state=state(**given))


def test_a_link_leads_to_the_box_of_the_last_answer():
    for given in (GIVEN, dict(list(GIVEN.items())[:2])):
        html = page_of(link("guide-map", state=state(**given)))
        last = boxes_of(html, "taken")[-1].get("id")
        assert len(re.findall(rf'\sid="{last}"', html)) == 1
        assert f'href="#{last}">Show your last answer' in html
        assert f'data-at="{last}"' in html
    assert "Show your last answer" not in page_of("/guide/map/")


def test_the_list_alone_has_one_heading():
    assert "<h2" not in page_of("/guide/map/?as=list")
    assert "<h2" not in page_of("/guide/map/?as=list&of=status")


def test_the_map_of_a_question_on_the_way_keeps_the_answers_before_it():
    at = LONGEST.steps[1].question
    html = page_of(link("guide-map", state=state(**GIVEN, of=at.id)))
    assert len(boxes_of(html, "taken")) == len(GIVEN)
    assert boxes_of(html)[0].get("href").endswith(f"?{state(**dict(list(GIVEN.items())[:1]))}")


def test_a_map_has_no_more_ends_than_people_look_through():
    for path in ["/guide/map/", *MAPS]:
        assert len(boxes_of(page_of(path), "closed", "again", "problem")) <= MOST_ENDS


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        (f"/guide/map/?of={FIRST.id}", "/guide/map/"),
        ("/guide/map/?zoom=small&as=list", "/guide/map/?as=list"),
        ("/guide/map/?zoom=", "/guide/map/"),
        ("/guide/map/?of=no-such-question", "/guide/map/?left-out=unknown"),
        ("/guide/map/?zoom=9", "/guide/map/?left-out=unknown"),
    ],
)
def test_equal_maps_have_one_address_and_unknown_ids_are_left_out_with_a_notice(asked, canonical):
    response = Client().get(asked, follow=True)
    assert response.redirect_chain == [(canonical, 302)]
    assert ("This link had parts" in response.content.decode()) == ("left-out" in canonical)


def test_a_size_changes_what_is_shown_and_nothing_of_what_is_drawn():
    small, large = (svg_of(page_of(f"/guide/map/?zoom={zoom}")) for zoom in ("small", "large"))
    assert small.get("viewBox") == large.get("viewBox")
    assert abs(int(small.get("width")) * 2 - int(large.get("width"))) <= 2


def test_the_shortest_way_to_each_question_leads_there():
    ways = shortest_ways(CONTENT.questions, FIRST)
    assert set(ways) == set(CONTENT.questions)
    for name, steps in ways.items():
        assert (steps[-1].answer.question if steps else FIRST.id) == name


def test_boxes_stand_apart_and_a_question_beside_its_first_answer():
    leaf = Twig(
        "problem", "p", "A title that goes on for so long that it takes two lines", "/", "Yes"
    )
    inner = Twig("open", "q", "Why?", "/", "No", twigs=(leaf, leaf, leaf))
    shapes = drawing(Twig("open", "r", "What?", "/", twigs=(leaf, inner, leaf))).shapes
    by_column = {each.x: [one for one in shapes if one.x == each.x] for each in shapes}
    assert len(by_column) == 3
    for column in by_column.values():
        for above, below in pairwise(column):
            assert above.y + above.height < below.y
    asked = next(each for each in shapes if each.twig is inner)
    assert asked.y == shapes[shapes.index(asked) + 1].y
