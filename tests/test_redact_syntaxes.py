"""Every class of secret in every syntax: a mean would hide a cell in which everything leaks."""

import random
import re

import pytest

from tests.canaries import SECRETS, SYNTAXES, leaks, written
from troubleshooter.diagnosis.redact import redact

PLANTED = 12
MARK = "5EC12E7"


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("kind", SECRETS)
def test_a_planted_secret_goes_and_everything_around_it_stays(kind, syntax):
    name, make = SECRETS[kind]
    around = written(syntax, name, MARK).replace("\r\n", "\n").split(MARK)
    whole = re.compile("‹[^‹›]*›".join(map(re.escape, around)))
    for seed in range(PLANTED):
        secret = make(random.Random(f"{kind}/{syntax}/{seed}"))
        cut = redact(written(syntax, name, secret)).text
        assert not leaks(secret, cut)
        assert whole.fullmatch(cut)
