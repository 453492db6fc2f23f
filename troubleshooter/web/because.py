"""The reasons of a finding or a check in plain words, each with the number of its place, as HTML.

Made by hand and not by templates: this is the part of the result page that is new for every paste.
"""

from collections.abc import Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import DERIVED, Evidence, Fact
from troubleshooter.web.evidence import visible
from troubleshooter.web.places import Places, words_of
from troubleshooter.web.words_of_facts import READ, TESTS, VALUES, of_fact

MOST_CHARACTERS = 200  # of one fact


def reasons(because: Sequence[Evidence], places: Places) -> list[SafeString]:
    """What held for each clause: the number of its place, with a link to it, and the words."""
    numbers = places.numbers
    return list(dict.fromkeys(reason(each, numbers.get(each)) for each in because))


def reason(evidence: Evidence, number: int | None) -> SafeString:
    how, name, value = (escape(part) for part in said(evidence))
    link = f'<a href="#mark-{number}"><b>{number}</b> <span>{name}</span></a>' if number else name
    parts = {"fact": link, "value": coded(value, evidence.fact)}
    return mark_safe(how % parts)  # noqa: S308 - all three were escaped


def coded(value: str, fact: Fact) -> str:
    """Escaped words of an API or a client as code, in no language of ours; our own as they are."""
    return value if fact.name in DERIVED else f'<code lang="en" translate="no">{value}</code>'


def said(evidence: Evidence) -> tuple[str, str, str]:
    """How the rule looked at it, as a sentence with places for what was read and its words; both.

    Of a pattern the whole fact is shown: a pattern is no plain words.
    """
    clause, fact = evidence
    name = of_fact(fact.name)
    if fact.name in DERIVED or clause.test == "matches":
        return str(READ), name, value_of(fact)
    words = words_of(clause, fact.value)
    value = clipped(fact.value[words.start : words.end]) if words else value_of(fact)
    return str(TESTS[clause.test]), name, value


def listed(because: Sequence[Evidence], places: Places) -> SafeString:
    """The reasons as one line of HTML, "" without any."""
    return mark_safe(", ".join(reasons(because, places)))  # noqa: S308 - escaped above


def value_of(fact: Fact) -> str:
    """What was read, as one line that fits a list."""
    if fact.name in DERIVED:
        return str(VALUES.get(fact.value, fact.value))
    return clipped(fact.value)


def clipped(text: str) -> str:
    line = visible(text[:MOST_CHARACTERS].replace("\n", " "))
    return line if len(text) <= MOST_CHARACTERS else line + "…"
