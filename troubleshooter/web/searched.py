"""What a text in the search box leads to: an answer, when it is a paste; else a list of pages."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from troubleshooter.domain import Check, Diagnosis, Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.search import search

MOST_LETTERS = 160  # more than anybody types to search
MOST_PROBLEMS, MOST_CHECKS, MOST_SUGGESTED = 20, 3, 3
LONGEST_ADDRESS = 100  # characters: a longer one is no name of a page


class Found(NamedTuple):
    """The pages that fit, best first, and which words of the search each of them has."""

    problems: tuple[Problem, ...]
    checks: tuple[Check, ...]
    has: Mapping[Problem | Check, Sequence[str]]


def is_a_paste(text: str, diagnosis: Diagnosis) -> bool:
    """Whether somebody pasted an error, or a secret, where words to search for are expected."""
    long = len(text) > MOST_LETTERS or "\n" in text.strip()
    return long or bool(diagnosis.redaction.removed)


def found(diagnosis: Diagnosis) -> Found:
    """What the text surely says comes first, then what shares words with it, then what it may say."""
    read = diagnosis.findings
    sure = [each.problem for each in read if each.strength != "possible"]
    unsure = [each.problem for each in read if each.strength == "possible"]
    hits = search(diagnosis.redaction.text, knowledge())
    nouns = [hit.noun for hit in hits]
    alike = (noun for noun in nouns if isinstance(noun, Problem))
    problems = dict.fromkeys([*sure, *alike, *unsure])
    checks = [noun for noun in nouns if isinstance(noun, Check)]
    has = {hit.noun: hit.has for hit in hits}
    return Found(tuple(problems)[:MOST_PROBLEMS], tuple(checks[:MOST_CHECKS]), has)


def suggested(address: str) -> list[Problem]:
    """The problems that the words of an address which is no page most likely stand for."""
    asked = address.strip("/").rpartition("/")[2].replace("-", " ")
    hits = search(asked, knowledge()) if len(asked) <= LONGEST_ADDRESS else ()
    best = hits[0].score if hits else 0
    near = (hit.noun for hit in hits if hit.score > best / 2)
    return [noun for noun in near if isinstance(noun, Problem)][:MOST_SUGGESTED]
