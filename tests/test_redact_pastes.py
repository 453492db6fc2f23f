"""Whole pastes, written by somebody who did not know the rules: nothing leaks, all else stays.

`redact_pastes.txt` holds them, each below a line `=== its name`. Between « and » stands the class of
a secret or of something to keep (see `canaries`), perhaps with a number, where there are two of a
class, and how it is written: «client_secret 2:base64». Some values are the same in every run, as many
others are new; a failure names the seed that made them. `REDACT_SEED=…` makes those of an earlier run.
"""

import base64
import random
import re
import string
from pathlib import Path

import pytest

from tests.canaries import HEX, KEEPS, LETTERS, SECRETS, leaks, text
from tests.test_redact_syntaxes import FRESH, VALUES
from troubleshooter.diagnosis.redact import redact

FILE = Path(__file__).parent / "redact_pastes.txt"
PASTES = dict(re.findall(r"(?m)^=== (.+)\n((?:.*\n)+?)(?=^===|\Z)", FILE.read_text("utf-8")))
MARK = re.compile("«([^»:0-9]+?)( [0-9])?(?::([^»]+))?»")

OTHERS = {
    "login": lambda rng: base64.b64encode(text(rng, HEX, 33).encode()).decode(),
    "content of a cookie": lambda rng: text(rng, HEX, 40),
    "strong password": lambda rng: f"{text(rng, LETTERS, 6)}{text(rng, '!?#$*', 1)}47k",
    "PIN": lambda rng: text(rng, string.digits, 4),
    "one-time code": lambda rng: text(rng, string.digits, 6),
    "CVC": lambda rng: text(rng, string.digits, 3),
    "postal code": lambda rng: text(rng, "123456789", 4),
    "phone with zeros": lambda rng: "0047" + text(rng, "49", 8),
    "phone of eight digits": lambda rng: "9" + text(rng, string.digits, 7),
    "phone in pairs": lambda rng: " ".join(["9" + text(rng, "123", 1), "12", "34", "56"]),
}
"""Classes that need a name before them to be told from other text."""

AMOUNT = {"amount": lambda rng: text(rng, "123456789", rng.randint(3, 9))}
"""With ten digits and no name of its own, `"value": 4791234567`, it reads as a telephone number."""

MADE = {**{kind: make for kind, (_, make) in (SECRETS | KEEPS).items()}, **OTHERS, **AMOUNT}
WRITTEN = {
    "base64": lambda value: base64.b64encode(value.encode()).decode(),
    "bytes": lambda value: value.encode().hex(" "),
    "numbers": lambda value: ", ".join(map(str, value.encode())),
    "bytes of Go": lambda value: " ".join(map(str, value.encode())),
}
DRESSES = {
    "as it is": "{}",
    "in a mail": "Hei, vi får denne feilen:\n\n{}\n\nHva er galt?",
    "line by line in a reply": "> {}",
}


def filled(paste: str, rng: random.Random) -> tuple[str, list[str], str]:
    """The paste with values, the secrets among them, and what it may look like without these."""
    values: dict[str, str] = {}
    secrets: list[str] = []
    pieces: list[str] = []
    expected: list[str] = []
    done = 0
    for mark in MARK.finditer(paste):
        kind = mark[1]
        value = values.setdefault(kind + (mark[2] or ""), MADE[kind](rng))
        shown = WRITTEN[mark[3]](value) if mark[3] else value
        around = paste[done : mark.start()]
        pieces += [around, shown]
        expected += [re.escape(around), re.escape(shown) if kind in KEEPS else "‹[^‹›]*›"]
        secrets += [] if kind in KEEPS else [value, shown]
        done = mark.end()
    return "".join([*pieces, paste[done:]]), secrets, "".join([*expected, re.escape(paste[done:])])


@pytest.mark.parametrize("name", PASTES)
def test_of_a_whole_paste_only_the_secrets_go(name):
    leaked, spoilt = set(), set()
    for seed in [f"{name}/{seed}/{n}" for seed in ("always", FRESH) for n in range(VALUES)]:
        paste, secrets, expected = filled(PASTES[name], random.Random(seed))
        cut = redact(paste).text
        if any(leaks(secret, cut) for secret in secrets if len(secret) > 4):
            leaked.add(seed)
        if not re.fullmatch(expected, cut):
            spoilt.add(seed)
    assert not leaked
    assert not spoilt
