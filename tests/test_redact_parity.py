"""Redaction takes nothing away that a diagnosis rests on: of the raw text it would be the same."""

import random
from pathlib import Path

import pytest

from tests.canaries import SECRETS
from tests.samples import PASTES
from troubleshooter import diagnosis
from troubleshooter.diagnosis import diagnose
from troubleshooter.diagnosis.redact import tidied
from troubleshooter.domain import RedactedText, Redaction

SAMPLES = sorted(PASTES.rglob("*.txt"))
RNG = random.Random(7)
REQUEST = "\n".join(
    [
        "POST /epayment/v1/payments HTTP/1.1",
        "Host: apitest.vipps.no",
        *(f"{name}: {make(RNG)}" for name, make in SECRETS.values() if "_" not in name),
        "\n",
    ]
)


def as_it_is(paste: str, *, seconds: float = 0) -> Redaction:
    """What takes the place of redaction: nothing is removed."""
    return Redaction(RedactedText(tidied(paste)), ())


def found_in(text, knowledge) -> list[tuple[str, str]]:
    return [(each.problem.id, each.strength) for each in diagnose(text, knowledge).findings]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_diagnosis_of_a_sample_and_of_its_redacted_text_are_equal(path: Path, knowledge):
    text = path.read_text(encoding="utf-8")
    for paste in (text, REQUEST + text):
        redacted = found_in(paste, knowledge)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(diagnosis, "redact", as_it_is)
            assert found_in(paste, knowledge) == redacted
