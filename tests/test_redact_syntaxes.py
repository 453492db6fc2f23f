"""Every class of secret, and everything that support needs, in every syntax.

A mean would hide a cell in which everything leaks, so each cell stands for itself. Some values of
a cell are the same in every run, as many others are new; a failure names the seed that made them.
`REDACT_VALUES=50` looks at more of them, `REDACT_SEED=…` at those of an earlier run.
"""

import os
import random
import re

import pytest

from tests.canaries import KEEPS, NOT_TOLD_FROM_WORDS, SECRETS, SYNTAXES, WOVEN, leaks, written
from troubleshooter.diagnosis.redact import redact, tidied

VALUES = int(os.environ.get("REDACT_VALUES") or 2)
FRESH = os.environ.get("REDACT_SEED") or str(random.SystemRandom().randrange(10**9))
MARK = "5EC12E7"
TORN = {*WOVEN, "nulls of UTF-16", "hard spaces", "rich text"}
"""Syntaxes in which more than the value goes, or the value does not stand in one piece."""

CUT_ALL_THE_SAME = {
    **{("Base64", kind): "a blob of Base64 goes whole: it may hold anything" for kind in KEEPS},
    **{
        (rows, "field"): "reads as a row of titles with values below"
        for rows in ("table", "tabs", "Application Insights", "frame")
    },
    **{
        (boxes, "request id of .NET"): "its bar ends the cell"
        for boxes in ("Markdown table", "psql", "MySQL")
    },
}
"""What is cut although support needs it, and why. Nothing else may be."""


def seeds(*cell: str) -> list[str]:
    return ["/".join((*cell, seed, str(n))) for seed in ("always", FRESH) for n in range(VALUES)]


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_a_planted_secret_goes_and_everything_around_it_stays(syntax):
    leaked, spoilt = set(), set()
    for kind, (name, make) in SECRETS.items():
        around = written(syntax, name, MARK).replace("\r\n", "\n").split(MARK)
        whole = re.compile("‹[^‹›]*›".join(map(re.escape, around)))
        for seed in seeds(syntax, kind):
            secret = make(random.Random(seed))
            cut = redact(written(syntax, name, secret)).text
            if (syntax, kind) in NOT_TOLD_FROM_WORDS:
                continue
            if leaks(secret, cut):
                leaked.add((kind, seed))
            if syntax not in TORN and not whole.fullmatch(cut):
                spoilt.add((kind, seed))
    assert not leaked
    assert not spoilt


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_what_support_needs_stays(syntax):
    spoilt = set()
    for kind, (name, make) in KEEPS.items():
        for seed in seeds(syntax, kind):
            text = tidied(written(syntax, name, make(random.Random(seed))))
            if redact(text).text != text and (syntax, kind) not in CUT_ALL_THE_SAME:
                spoilt.add((kind, seed))
    assert not spoilt


def test_there_are_as_many_classes_and_syntaxes_as_are_promised():
    assert len(SECRETS) >= 26
    assert len(SYNTAXES) >= 42
