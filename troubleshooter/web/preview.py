"""What a ticket, a chat or a search engine shows of a link: a title and one line, made of ids."""

from typing import NamedTuple

from django.utils.translation import gettext

from troubleshooter.domain import Check, Problem
from troubleshooter.knowledge.markdown import first_sentence, plain
from troubleshooter.web.words import actors, of_status


class Preview(NamedTuple):
    """Plain text, both of it."""

    title: str
    says: str


def of_problem(problem: Problem, verdict: str = "", progress: str = "") -> Preview:
    """A problem; on a result with the words of certainty before it, with ticks how far they are."""
    title = plain(problem.title)
    statuses = ", ".join(map(of_status, problem.statuses))
    says = [
        f"{progress}." if progress else "",
        f"HTTP {statuses}." if statuses else "",
        plain(first_sentence(problem.meaning)),
        gettext("Who acts: %(actors)s.") % {"actors": actors(problem.acts)},
    ]
    return Preview(f"{verdict}: {title}" if verdict else title, " ".join(filter(None, says)))


def of_check(check: Check) -> Preview:
    return Preview(plain(check.title), plain(first_sentence(check.why)))
