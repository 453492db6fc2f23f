"""What stands where a secret stood: `‹access token 1: JWT, expired 2 h before›`."""

import re2

from troubleshooter.diagnosis.decoding import coded
from troubleshooter.diagnosis.redact.facts import FORMS, KINDS

BARE = "‹…›"
"""Says only that something was cut, in texts of so many tiny secrets that words would swell it."""

HIGHEST = 9999
"""More digits could be a code that somebody wrote between such brackets."""

FACT = "(?:" + "|".join(FORMS) + ")"
GRAMMAR = re2.compile(
    f"{BARE}|‹(" + "|".join(KINDS) + f") ([1-9][0-9]{{0,3}})(?:: {FACT}(?:, {FACT}){{0,8}})?›"
)
"""Exactly what this package can write. Anything else between such brackets is ordinary text."""

MASK = "\0"
"""Stands for a placeholder while secrets are looked for: neither letter, digit nor space.

No text has one of its own, see `tidied`."""

PLACEHOLDERS = coded("‹", GRAMMAR, lambda _: MASK)


def placeholder(kind: str, number: int, facts: list[str]) -> str:
    """
    >>> placeholder("client_secret", 1, ["24 characters", "ends with a space"])
    '‹client_secret 1: 24 characters, ends with a space›'
    """
    if number > HIGHEST:
        return BARE
    said = ": " + ", ".join(facts) if facts else ""
    return f"‹{kind} {number}{said}›"
