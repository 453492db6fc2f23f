"""The guide: one question a page. The answers stand in the query and nowhere else."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from troubleshooter.guide import Walk, endings, walk
from troubleshooter.knowledge import knowledge
from troubleshooter.web.drawing import drawing
from troubleshooter.web.guide_map import MOST_ENDS, NO_LIMIT, map_address, map_of, way_to
from troubleshooter.web.links import link, path
from troubleshooter.web.pages import Context, known, page, to
from troubleshooter.web.state import State, read_state, state
from troubleshooter.web.views.content import answer_choices, answered

ASKED = "asked"  # the question whose form was sent without an answer
OF, ZOOM, AS, LIST = "of", "zoom", "as", "list"
ZOOMS = {"small": 0.75, "": 1, "large": 1.5}
"""The sizes of a drawing."""


def read_answers(request: HttpRequest) -> State:
    """The answers of the query, and which question was sent without one."""
    choices = answer_choices()
    return read_state(request.GET, one={**choices, ASKED: list(choices)})


def walk_of(answers: State) -> Walk:
    content = knowledge()
    return walk(content.questions, content.first_question, answers.only(content.questions))


def furthest(answers: State) -> HttpResponse:
    """To the question, or the problem, that these answers lead to."""
    way, given = walk_of(answers), answers.only(knowledge().questions)
    if way.question is None:
        there, asked = path("problem", way.problem), ""
    else:
        name = way.question.id
        there, asked = path("question", name), name if answers.one(ASKED) == name else ""
    return to(there, state(**given, asked=asked)._replace(left_out=answers.left_out))


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """Where every form of the guide is sent: it knows the next page."""
    return furthest(read_answers(request))


@require_safe
def question(request: HttpRequest, question_id: str) -> HttpResponse:
    """One question, if the answers have led there; else the furthest they lead to."""
    known(knowledge().questions, question_id)
    answers = read_answers(request)
    way = walk_of(answers)
    earned = [step.question for step in way.steps] + [way.question]
    if knowledge().questions[question_id] not in earned:
        return furthest(answers)
    return page(request, "guide/page.html", question_context, question_id, state=answers)


def question_context(question_id: str, answers: State) -> Context:
    content = knowledge()
    asked = content.questions[question_id]
    given = answers.only(content.questions)
    taken = answered(given)
    places = [step.question.id for step, _ in taken]
    back = places.index(question_id) - 1 if question_id in places else len(places) - 1
    return {
        "here": path("question", question_id) if asked.first else "",
        "section": path("guide"),
        "question": asked,
        "sure": [answer for answer in asked.answers if answer.id != "unsure"],
        "unsure": asked.answer("unsure"),
        "chosen": given.get(question_id, ""),
        "kept": {key: answer for key, answer in given.items() if key != question_id},
        "missing": answers.one(ASKED) == question_id and question_id not in given,
        "answers": [pair for pair in taken if pair[0].question.id != question_id],
        "back": taken[back][1] if back >= 0 else path("entry"),
        "number": number_of(question_id, places),
        "most": number_of(question_id, places) + most_after(question_id),
        "map": link("guide-map", state=state(**given)),
    }


def number_of(question_id: str, places: list[str]) -> int:
    """The how many-th question this is, on the way that was answered."""
    return places.index(question_id) + 1 if question_id in places else len(places) + 1


@cache
def most_after(question_id: str) -> int:
    """How many more questions there can be after this one."""
    questions = knowledge().questions
    return max(len(way.steps) for way in endings(questions, questions[question_id])) - 1


@require_safe
def guide_map(request: HttpRequest) -> HttpResponse:
    """A question and where its answers lead: drawn, and as a nested list. Answers mark a way."""
    choices = answer_choices()
    asked = read_state(
        request.GET, one={**choices, OF: [*choices], ZOOM: [*filter(None, ZOOMS)], AS: [LIST]}
    )
    return page(request, "map/page.html", map_context, state=told_once(asked))


def told_once(asked: State) -> State:
    """Without what says nothing: the map of the first question is the whole map; a list has no size."""
    said = dict(asked.chosen)
    if asked.one(OF) == knowledge().first_question.id:
        del said[OF]
    if asked.one(AS):
        said.pop(ZOOM, None)
    return state(**said)._replace(left_out=asked.left_out)


def map_context(asked: State) -> Context:
    content = knowledge()
    first = content.questions[asked.one(OF) or content.first_question.id]
    given = asked.only(content.questions)
    kept = state(**given, zoom=asked.one(ZOOM))
    walk, whole = walk_of(asked), bool(asked.one(AS))
    tree = map_of(first, walk, kept, NO_LIMIT if whole else MOST_ENDS)
    drawn = None if whole else drawing(tree, ZOOMS[asked.one(ZOOM)])
    return {
        "here": map_address(first.id, state(**{AS: asked.one(AS)})),
        "section": path("guide"),
        "first": first,
        "tree": tree,
        "drawn": drawn,
        "last": drawn.last if drawn else "",
        "sizes": [(size, map_address(first.id, state(**given, zoom=size))) for size in ZOOMS],
        "size": asked.one(ZOOM),
        "before": [(step, map_address(step.question.id, kept)) for step in way_to(first, walk)],
        "answers": answered(given),
        "forth": link("guide", state=state(**given)),
        "as_map": map_address(first.id, state(**given)),
        "as_list": map_address(first.id, state(**given, **{AS: LIST})),
        "whole": map_address(content.first_question.id, kept),
    }
