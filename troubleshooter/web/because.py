"""The reasons of a finding or a check in plain words, each with the number of its place, as HTML.

Made by hand and not by templates: this is the part of the result page that is new for every paste.
"""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import DERIVED, Evidence, Fact
from troubleshooter.web import words
from troubleshooter.web.evidence import visible
from troubleshooter.web.places import Places

MOST_CHARACTERS = 200  # of one fact


def reasons(because: Sequence[Evidence], places: Places) -> list[SafeString]:
    """What held for each clause: the number of its place, with a link to it, and the words."""
    numbers = places.numbers
    return list(dict.fromkeys(reason(each, numbers.get(each)) for each in because))


def reason(evidence: Evidence, number: int | None) -> SafeString:
    name, how, value = (escape(part) for part in said(evidence))
    link = f'<a href="#mark-{number}"><b>{number}</b> {name}</a>' if number else name
    return mark_safe(f"{link}{how} <code>{value}</code>")  # noqa: S308 - all three were escaped


def said(evidence: Evidence) -> tuple[str, str, str]:
    """What was read, how the rule looked at it, and the words that decided.

    Of a pattern the whole fact is shown: a pattern is no plain words.
    """
    clause, fact = evidence
    name = words.of_fact(fact.name)
    if fact.name in DERIVED or clause.test == "matches":
        return name, ":", value_of(fact)
    value = value_of(fact) if clause.test == "is" else clipped(" or ".join(clause.values))
    return name, f" {words.TESTS[clause.test]}", value


def listed(because: Sequence[Evidence], places: Places) -> SafeString:
    """The reasons as one line of HTML, "" without any."""
    return mark_safe(", ".join(reasons(because, places)))  # noqa: S308 - escaped above


def value_of(fact: Fact) -> str:
    """What was read, as one line that fits a list."""
    return (
        words.DERIVED.get(fact.value, fact.value) if fact.name in DERIVED else clipped(fact.value)
    )


def clipped(text: str) -> str:
    line = visible(text[:MOST_CHARACTERS].replace("\n", " "))
    return line if len(text) <= MOST_CHARACTERS else line + "…"
