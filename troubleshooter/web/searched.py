"""What a text in the search box leads to: an answer, when it is a paste; else a list of pages."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from troubleshooter.domain import Check, Diagnosis, Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import first_sentence
from troubleshooter.search import search
from troubleshooter.search.alike import stemmed
from troubleshooter.search.says import words

MOST_LETTERS = 160  # more than anybody types to search
MOST_PROBLEMS, MOST_CHECKS, MOST_SUGGESTED = 20, 3, 3
LONGEST_ADDRESS = 100  # characters: a longer one is no name of a page
OF_ADDRESSES = frozenset(
    "no such page pages site thing nothing here there this www home index html htm php asp".split()
)
"""What addresses say that is nothing an error says."""
LEAST_SCORE = 1.5  # of a suggestion: a common word somewhere in a text says too little


class Found(NamedTuple):
    """The pages that fit, best first.

    `has` is which words of the search each error has on its page, and not in what a list says of it.
    """

    problems: tuple[Problem, ...]
    checks: tuple[Check, ...]
    has: Mapping[Problem, Sequence[str]]


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
    has = {hit.noun: unseen(hit.noun, hit.has) for hit in hits if isinstance(hit.noun, Problem)}
    return Found(tuple(problems)[:MOST_PROBLEMS], tuple(checks[:MOST_CHECKS]), has)


def unseen(problem: Problem, has: Sequence[str]) -> list[str]:
    """The words that a list does not show: they are neither in the title nor in what stands below."""
    apis = [knowledge().apis[api].title for api in problem.apis]
    listed = [problem.title, first_sentence(problem.meaning), *problem.statuses, *apis]
    shown = {stemmed(word) for word in words(" ".join(listed))}
    return [word for word in has if stemmed(word) not in shown]


def suggested(address: str) -> list[Problem]:
    """The problems that the words of an address which is no page most likely stand for."""
    name = address.strip("/").rpartition("/")[2]
    asked = " ".join(word for word in words(name) if word not in OF_ADDRESSES)
    hits = search(asked, knowledge()) if len(name) <= LONGEST_ADDRESS else ()
    least = max(LEAST_SCORE, hits[0].score / 2 if hits else 0)
    near = (hit.noun for hit in hits if hit.score >= least)
    return [noun for noun in near if isinstance(noun, Problem)][:MOST_SUGGESTED]
