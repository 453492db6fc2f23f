"""The content for programs: problems, checks and questions as JSON writes them."""

from typing import Any

from troubleshooter.domain import Answer, Check, Citation, Family, Problem, Question
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import first_sentence, plain
from troubleshooter.web.links import absolute, outside, path

Object = dict[str, Any]


def summary(problem: Problem) -> Object:
    """What lists say of a problem."""
    return {
        "id": problem.id,
        "title": plain(problem.title),
        "summary": outside(first_sentence(problem.meaning)),
        "codes": list(problem.codes),
        "apis": list(problem.apis),
        "url": absolute(path("problem", problem.id)),
    }


def whole(problem: Problem) -> Object:
    """Everything the page of a problem says. Texts are Markdown."""
    return {
        **summary(problem),
        "statuses": list(problem.statuses),
        "says": list(problem.says),
        "sender": problem.sender,
        "acts": list(problem.acts),
        "retry": problem.retry,
        "customer": outside(problem.customer),
        "meaning": outside(problem.meaning),
        "sections": [
            {"heading": part.heading, "text": outside(part.markdown)} for part in problem.sections
        ],
        "checks": list(problem.checks),
        "last_resort": list(problem.last_resort),
        "related": list(problem.related),
        "certainty": problem.certainty,
        "retired": problem.retired,
        "sources": [cited(each) for each in problem.source],
    }


def check(found: Check) -> Object:
    """A check and the problems it explains."""
    return {
        "id": found.id,
        "title": plain(found.title),
        "acts": list(found.acts),
        "why": outside(found.why),
        "how_to_see": outside(found.how_to_see),
        "how_to_fix": outside(found.how_to_fix),
        "problems": [each.id for each in knowledge().problems_by_check[found.id]],
        "sources": [cited(each) for each in found.source],
        "url": absolute(path("check", found.id)),
    }


def question(asked: Question) -> Object:
    """A question of the guide; each answer leads to a question or to a problem."""
    return {
        "id": asked.id,
        "title": plain(asked.title),
        "why": outside(asked.why),
        "hint": outside(asked.hint),
        "how_to_find_out": outside(asked.how_to_find_out),
        "answers": [answer(each) for each in asked.answers],
    }


def answer(given: Answer) -> Object:
    leads = {"question": given.question} if given.question else {"problem": given.problem}
    return {"id": given.id, "label": plain(given.label), **leads}


def family(found: Family) -> Object:
    return {"id": found.id, "title": plain(found.title), "api": found.api}


def cited(citation: Citation) -> Object:
    """Where a statement comes from; `compared` is a day, or null for a page we only link to."""
    source = knowledge().sources[citation.source]
    headings = knowledge().headings
    return {
        "title": source.title,
        "url": source.url,
        "heading": headings[citation.heading].title if citation.heading else None,
        "compared": source.compared.isoformat() if source.compared else None,
    }
