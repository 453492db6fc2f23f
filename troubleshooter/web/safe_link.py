"""The link to an answer that holds nothing of the text: ids of closed lists, and what they tell."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from troubleshooter.diagnosis.rules import same_error
from troubleshooter.domain import Diagnosis, Problem
from troubleshooter.guide import walk
from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import link
from troubleshooter.web.pages import Slots
from troubleshooter.web.state import State, state
from troubleshooter.web.words import STATUSES


def safe_state(diagnosis: Diagnosis, problems: Sequence[Problem], status: str) -> State:
    """The ids of the safe link: what was found, how sure, the status; answers if it is not sure."""
    sure = diagnosis.verdict if problems else ""
    status = status if status in STATUSES else ""
    answers = {} if sure == "certain" else dict(diagnosis.answers)
    ours = {"found": [each.id for each in problems], "status": status, "sure": sure}
    return state(**(answers | ours))


def telling_status(diagnosis: Diagnosis) -> str:
    """The HTTP status that the answer is about, "" without any.

    It is the one that the first finding rests on. Without that it is the last one that tells of an
    error, of the same error if there is one: proxies say "200 Connection established" before it.
    """
    evidence = [each.fact for finding in diagnosis.findings[:1] for each in finding.because]
    rests_on = [fact.value for fact in evidence if fact.name == "status"]
    read = [fact for fact in diagnosis.report.facts if fact.name == "status"]
    same = [fact for fact in read if all(same_error(fact, each) for each in evidence)]
    errors = [fact.value for fact in (*read, *same) if fact.value >= "400"]
    return next(iter([*rests_on, *reversed(errors), *(fact.value for fact in read)]), "")


def answers_among(asked: State) -> Mapping[str, str]:
    """The answers of the guide in a link. `status` is one of them if a question is called so."""
    given = asked.only(knowledge().questions)
    return {name: id for name, id in given.items() if knowledge().questions[name].answer(id)}


def into_guide(verdict: str, answers: Mapping[str, str]) -> Slots:
    """The way into the guide when something is left to decide, and what the link says."""
    if verdict == "certain":
        return {}
    content = knowledge()
    way = walk(content.questions, content.first_question, answers)
    says, knows = gettext("Answer questions instead"), ""
    if way.steps:
        knows = gettext("What is already known is filled in.")
        says = gettext("Answer the questions that are left")
    if way.problem:
        says = gettext("See where the known answers lead")
    address = link("guide", state=state(**answers))
    return {"guide": address, "guide_says": says, "guide_knows": knows}
