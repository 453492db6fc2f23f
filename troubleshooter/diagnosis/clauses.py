"""How a clause is held against a fact: what is compared, and when the fact passes."""

import operator
from collections.abc import Callable, Mapping
from functools import cache

import re2

from troubleshooter.domain import Clause

QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "“": '"', "”": '"', "\u00a0": " "})


def fold(text: str) -> str:
    """A text as `is`, `contains` and `starts_with` compare it.

    >>> fold("  Can’t  find\\n IT")
    "can't find it"
    """
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    return " ".join(text.translate(QUOTES).casefold().split())


def spaced(text: str) -> str:
    """A text as patterns see it: on one line, with plain quotation marks.

    >>> spaced("Can’t  find\\n it")
    "Can't find it"
    """
    return " ".join(text.translate(QUOTES).split())


@cache
def tester(clause: Clause) -> Callable[[str, str], str]:
    """A function (value, folded value) → the first value of the clause that they pass, or ""."""
    if clause.test == "matches":
        patterns = tuple((each, pattern(each).search) for each in clause.values)
        return lambda value, _: next(
            (each for each, search in patterns if search(spaced(value))), ""
        )
    tries = tuple(zip(clause.values, folded_values(clause), strict=True))
    test = TESTS[clause.test]
    search = pattern(clause.pattern).search if clause.pattern else None

    def passed(value: str, folded: str) -> str:
        for each, wanted in tries:
            if test(folded, wanted):
                return each if search is None or search(spaced(value)) else ""
        return ""

    return passed


TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "is": operator.eq,
    "contains": operator.contains,
    "starts_with": str.startswith,
}


@cache
def folded_values(clause: Clause) -> tuple[str, ...]:
    """The values as facts are compared with them: folded, or a pattern as it is."""
    return clause.values if clause.test == "matches" else tuple(map(fold, clause.values))


@cache
def pattern(text: str) -> "re2._Regexp":
    return re2.compile(text)
