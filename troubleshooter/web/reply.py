"""The answer to a ticket: what the error is, what to check, who acts, and the link. No greeting."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from troubleshooter.domain import Check, Evidence, Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import first_sentence, plain
from troubleshooter.web import words
from troubleshooter.web.because import said
from troubleshooter.web.links import outside
from troubleshooter.web.pages import Slots
from troubleshooter.web.templatetags.content import retry

LAST_RESORT = _("Last resort, only when everything above is done:")


class Reply(NamedTuple):
    """The same text twice."""

    plain: str
    markdown: str


class Looked(NamedTuple):
    """What is known of the checks: ids. `failed` is what a pasted text shows to be wrong."""

    done: Collection[str] = ()
    na: Collection[str] = ()
    failed: Collection[str] = ()


def reply(
    problem: Problem,
    link: str,
    looked: Looked,
    verdict: str = "",
    because: Sequence[Evidence] = (),
    status: str = "",
) -> Reply:
    """The text for a problem.

    `verdict`, `because` and the `status` that was answered come from a paste, if there was one.
    """
    title = f"{verdict}: {problem.title}" if verdict else problem.title
    answered = (status,) if status else problem.statuses
    statuses = ", ".join(map(words.of_status, answered))
    head = f"{title} (HTTP {statuses})" if statuses and statuses not in title else title
    parts = list(body(problem, link, looked, because))
    return Reply("\n".join([plain(head), *in_plain(parts)]), "\n".join([f"**{head}**", *parts]))


def replied(
    problem: Problem,
    link: str,
    looked: Looked,
    verdict: str = "",
    because: Sequence[Evidence] = (),
    status: str = "",
) -> Slots:
    """The same under the names that the templates know."""
    plain_text, markdown = reply(problem, link, looked, verdict, because, status)
    return {"reply_plain": plain_text, "reply_markdown": markdown}


def body(problem: Problem, link: str, looked: Looked, because: Sequence[Evidence]) -> Iterator[str]:
    """The lines below the title, in Markdown."""
    yield from ("", outside(first_sentence(problem.meaning)))
    if because:
        yield from ("", gettext("Because of:"), "")
        yield from dict.fromkeys(map(reason, because))
    who = gettext("Who acts: %(actors)s") % {"actors": words.actors(problem.acts)}
    yield from ("", f"- {who}", "- " + gettext("Retry: %(retry)s") % {"retry": retry(problem)})
    yield from ("", gettext("What to check, likeliest first:"), "")
    yield from rows(problem.checks, looked)
    if problem.last_resort:
        yield from ("", str(LAST_RESORT), "")
        yield from rows(problem.last_resort, looked)
    yield from ("", gettext("How to see and put right each of them: %(link)s") % {"link": link})


def reason(evidence: Evidence) -> str:
    how, name, value = said(evidence)
    words_read = value.replace("`", "'")
    return "- " + how % {"fact": name, "value": f"`{words_read}`"}


def rows(ids: Sequence[str], looked: Looked) -> Iterator[str]:
    checks = knowledge().checks
    return (row(checks[id], looked) for id in ids)


def row(check: Check, looked: Looked) -> str:
    """One check as a task of a list. What is not relevant is no task that is left."""
    if check.id in looked.done:
        return f"- [x] {check.title}"
    if check.id in looked.na:
        return f"- [x] {check.title} ({gettext('not relevant')})"
    failed = f" ({gettext('wrong in the text')})" if check.id in looked.failed else ""
    return f"- [ ] {check.title}{failed}"


def in_plain(lines: Sequence[str]) -> Iterator[str]:
    """The lines for a box that shows Markdown as it stands."""
    return (plain(line).replace("- [", "[", 1) for line in lines)
