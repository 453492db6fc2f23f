"""The guide: one question a page. The answers stand in the query and nowhere else."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from troubleshooter.domain import Answer, Question
from troubleshooter.guide import Walk, walk
from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import link, path
from troubleshooter.web.pages import Context, known, page, to
from troubleshooter.web.state import State, read_state, state
from troubleshooter.web.views.content import answer_choices, answered

ASKED = "asked"  # the question whose form was sent without an answer


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
        "question": asked,
        "sure": [answer for answer in asked.answers if answer.id != "unsure"],
        "unsure": asked.answer("unsure"),
        "chosen": given.get(question_id, ""),
        "kept": {key: answer for key, answer in given.items() if key != question_id},
        "missing": answers.one(ASKED) == question_id and question_id not in given,
        "answers": [pair for pair in taken if pair[0].question.id != question_id],
        "back": taken[back][1] if back >= 0 else path("entry"),
    }


@require_safe
def guide_map(request: HttpRequest) -> HttpResponse:
    """The whole guide as a nested list of links."""
    nothing = read_state(request.GET)
    return page(request, "map/page.html", map_context, state=nothing)


def map_context(nothing: State) -> Context:
    return {"here": path("guide-map"), "tree": branch(knowledge().first_question, {}, set())}


def branch(question: Question, given: dict[str, str], drawn: set[str]) -> Context:
    """A question with its link and, below each answer, what it leads to. Each is drawn once."""
    drawn.add(question.id)
    return {
        "question": question,
        "link": link("question", question.id, state=state(**given)),
        "twigs": [
            twig(answer, {**given, question.id: answer.id}, drawn) for answer in question.answers
        ],
    }


def twig(answer: Answer, given: dict[str, str], drawn: set[str]) -> Context:
    """An answer, and the problem or the branch it leads to."""
    content = knowledge()
    if answer.problem:
        to = link("problem", answer.problem, state=state(**given))
        return {"answer": answer, "problem": content.problems[answer.problem], "link": to}
    follows = content.questions[answer.question]
    if follows.id in drawn:
        return {"answer": answer, "drawn": follows}
    return {"answer": answer, "branch": branch(follows, given, drawn)}
