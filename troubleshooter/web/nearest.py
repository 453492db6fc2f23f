"""What a text that nothing fits comes nearest to. It is no answer, and is never shown as one."""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from string import punctuation
from typing import NamedTuple

from django.utils.translation import gettext

from troubleshooter.domain import Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.web.lookup import live_problems
from troubleshooter.web.words import of_status
from troubleshooter.web.words_of_facts import of_fact

MOST = 3
SHORTEST = 5  # letters
SHARED = 2  # words: one alone is chance
FILLERS = frozenset("again allowed cannot example failed https please these total wrong".split())
SPACES = str.maketrans(dict.fromkeys(punctuation + "“”‘’‹›", " "))


class Near(NamedTuple):
    """A problem, and what it shares with the text, in words of ours."""

    problem: Problem
    why: str


def nearest(
    statuses: Sequence[str], codes: Sequence[str] = (), lines: Sequence[str] = ()
) -> list[Near]:
    """Up to three problems: by the status that was read, by the code, by the words."""
    found: dict[str, Near] = {}
    for near in (*by_status(statuses), *by_code(codes), *by_words(lines)):
        found.setdefault(near.problem.id, near)
    return list(found.values())[:MOST]


def by_status(statuses: Iterable[str]) -> Iterator[Near]:
    """The problems that a bare HTTP status stands for."""
    problems = knowledge().problems
    for status in statuses:
        if problem := problems.get(f"http-{status}"):
            yield Near(problem, f"{of_fact('status')} {of_status(status)}")


def by_code(codes: Iterable[str]) -> Iterator[Near]:
    """The problems that know a code, whatever API or group it was sent by."""
    for read in codes:
        for problem in live_problems():
            ends = {code.rpartition("/")[2].casefold() for code in problem.codes}
            if read.casefold() in ends:
                yield Near(problem, f"{of_fact('code')} {read}")


def by_words(lines: Iterable[str]) -> Iterator[Near]:
    """The problems whose sentences share words with the lines that few others have."""
    read, rarity = words_of(lines), rarities()
    shared = {problem: words & read for problem, words in words_of_problems().items()}
    told = {problem: sum(map(rarity.__getitem__, words)) for problem, words in shared.items()}
    for problem in sorted(told, key=lambda each: (-told[each], each.id)):
        if len(shared[problem]) >= SHARED and told[problem] >= math.log(len(told)):
            words = ", ".join(f"“{word}”" for word in sorted(shared[problem]))
            yield Near(problem, gettext("the words %(words)s") % {"words": words})


@cache
def words_of_problems() -> Mapping[Problem, frozenset[str]]:
    return {problem: words_of((problem.title, *problem.says)) for problem in live_problems()}


@cache
def rarities() -> Mapping[str, float]:
    """How much a word tells: nothing when every problem has it, most when only one does."""
    counts = Counter(word for words in words_of_problems().values() for word in words)
    return {word: math.log(len(words_of_problems()) / count) for word, count in counts.items()}


def words_of(lines: Iterable[str]) -> frozenset[str]:
    """
    >>> sorted(words_of(["The amount (10000) is too HIGH: not captured."]))
    ['amount', 'captured']
    """
    words = " ".join(lines).casefold().translate(SPACES).split()
    long = (word for word in words if len(word) >= SHORTEST and word.isalpha())
    return frozenset(long) - FILLERS
