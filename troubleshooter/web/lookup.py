"""Codes → problems. The same number in two families is two problems."""

from collections.abc import Mapping
from functools import cache

from troubleshooter.domain import Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.web.words import is_plain


def live_problems() -> list[Problem]:
    return [problem for problem in knowledge().problems.values() if not problem.retired]


@cache
def problems_by_code() -> Mapping[str, tuple[Problem, ...]]:
    """Which problems each code may mean: "http/401", "ecom/merchant/35"."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in live_problems():
        for code in problem.codes:
            found[code] = (*found.get(code, ()), problem)
    return dict(sorted(found.items()))


@cache
def codes_by_number() -> Mapping[str, tuple[str, ...]]:
    """The codes that end in something: "35" → "ecom/merchant/35"; each code is found whole, too."""
    found: dict[str, tuple[str, ...]] = {}
    for code in problems_by_code():
        for name in (code.casefold(), code.casefold().rpartition("/")[2]):
            found[name] = (*found.get(name, ()), code)
    return found


def of_code(code: str) -> tuple[Problem, ...]:
    """The problems that a code may mean, with or without its family."""
    names = codes_by_number().get(code.strip().casefold(), ())
    return tuple(dict.fromkeys(each for name in names for each in problems_by_code()[name]))


def looked_up(status: str, code: str, type: str) -> tuple[Problem, ...]:
    """The problems that fit all that is known of what was given.

    A code or a type says more than a status: the status then only chooses among what they mean.
    Alone it gives the page about that status. Of `type` only the last part counts.
    """
    last = type.rstrip("/").rpartition("#")[2].rpartition("/")[2]
    found = of_code(code) or of_code(last)
    if not found:
        return tuple(each for each in of_code(f"http/{status.strip()}") if is_plain(each))
    same = tuple(each for each in found if status.strip() in each.statuses)
    return same or found
