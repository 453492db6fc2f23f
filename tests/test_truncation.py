"""A sample that was cut anywhere still has an answer, never a surer one than the whole has."""

import random

import pytest

from tests.conftest import PASTES
from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import STRENGTHS

SAMPLES = sorted(PASTES.rglob("*.txt"))
OURS = [path for path in SAMPLES if path.parent.name != "none"]
CUTS = 3
"""Of each sample: the whole set of samples is tried, each at a few places."""

SAYS_LATER = {
    "invalid-msn-supermerchant.device": "the sentence is whole before it goes on to speak of a device",
    "other.aircraft-invalid-msn": "the same, of an aircraft",
    "other.messenger-invalid-msn": "the same, of a messenger",
    "other.azure-apim-invalid-key": "whose server it was stands below the status",
    "other.azure-cognitive-key": "what tells the other service stands behind the sentence",
    "other.firefox-cors": "what was called stands behind the words of the browser",
    "other.safari-cors": "the same",
    "other.klarna-capture-not-allowed": "a status at the end of a text, before it becomes another number",
    "other.npm-e404": "what was called stands behind the status",
    "other.loyalty-not-enough-refundable": "the sentence is whole before it goes on to speak of points",
    "other.pharmacy-requested-order": "the sentence is whole before it goes on to speak of a pharmacy",
    "other.traefik-404": "a bare 404, before it becomes a sentence",
}
"""Near misses that a reader too would take for an error of ours if they ended earlier, and why."""


def sureness(text: str, knowledge) -> int:
    verdict = diagnose(text, knowledge).verdict
    return STRENGTHS[::-1].index(verdict) + 1 if verdict in STRENGTHS else 0


@pytest.mark.parametrize(
    "path",
    [path for path in SAMPLES if path.stem not in SAYS_LATER],
    ids=lambda path: f"{path.parent.name}/{path.stem}",
)
def test_a_sample_cut_anywhere_is_never_surer_than_the_whole(path, knowledge):
    sample = path.read_bytes()
    places = random.Random(path.stem).sample(range(len(sample)), min(CUTS, len(sample)))
    most = sureness(sample.decode(), knowledge)
    for place in places:
        assert sureness(sample[:place].decode(errors="replace"), knowledge) <= most, place


def test_the_exceptions_are_samples_that_are_none_of_ours():
    assert {path.stem for path in SAMPLES} >= SAYS_LATER.keys()
    assert not {path.stem for path in OURS} & SAYS_LATER.keys()
