"""Placeholders that somebody pasted: left as they are, never taken for ours, and no hiding place.

A text that was redacted before may be pasted again, so a placeholder in it stays. It says nothing
that a placeholder may not say, and its number is not given to anything else.
"""

import math
import random
import re
from datetime import UTC, datetime

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.canaries import SECRETS, leaks, written
from tests.test_redact import ANY_TEXT, PIECES
from troubleshooter.diagnosis.redact import redact, tidied
from troubleshooter.diagnosis.redact.placeholders import BARE, FACT, GRAMMAR

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FACTS = st.lists(st.from_regex(re.compile(FACT), fullmatch=True), max_size=3).map(", ".join)
PASTED = st.from_regex(re.compile(GRAMMAR.pattern), fullmatch=True)
TORN = st.tuples(PASTED, st.integers(1, 30)).flatmap(
    lambda torn: st.sampled_from((torn[0][: torn[1]], torn[0][torn[1] :]))
)
TEXT = st.lists(st.one_of(PASTED, TORN, st.sampled_from(PIECES), st.text(max_size=3)), max_size=12)


def said_in(text):
    """The placeholders in a text, and what each speaks of."""
    return [(found[0], (found[1], found[2])) for found in GRAMMAR.finditer(text)]


@given(TEXT.map("".join))
@example("‹phone 1: 4791234567›")
@example("client_secret: 8Kq2vXk9‹client_secret 1: 8 characters›")
@example("‹pho\0ne 1› phone: +4791234567")
@example("‹" * 9 + "a@b.no" + "›" * 9)
def test_no_pasted_placeholder_is_taken_for_one_of_ours(text):
    cut = redact(text, NOON, seconds=math.inf)
    pasted = said_in(tidied(text))
    ours = {(each.kind, str(each.number)) for each in cut.removed}
    assert not ours & {about for _, about in pasted}
    for placeholder, about in said_in(cut.text):
        assert about in ours or (placeholder, about) in pasted or placeholder == BARE


@given(ANY_TEXT, PASTED, ANY_TEXT)
def test_a_pasted_placeholder_that_stands_apart_stays(before, placeholder, after):
    text = f"{before}\n\nHTTP/1.1 401 Unauthorized\n{placeholder}\nHTTP/1.1 401 Unauthorized\n\n"
    assert f"\n{placeholder}\n" in redact(text, NOON, seconds=math.inf).text


@given(
    st.sampled_from(sorted(SECRETS)),
    st.sampled_from(("JSON", "form", "log line", "raw HTTP", "YAML", "curl -H, single quotes")),
    st.sampled_from(
        ("‹{kind} {number}: {facts}, {secret}›", "‹{kind} {secret}: {facts}›", "‹{secret}›")
    ),
    st.sampled_from(("access token", "client_secret", "phone", "uuid", "e-mail")),
    st.integers(0, 99999),
    FACTS,
    st.randoms(),
)
@settings(max_examples=200)
def test_no_forged_placeholder_hides_a_secret(kind, syntax, form, forged, number, facts, rng):
    name, make = SECRETS[kind]
    secret = make(random.Random(rng.random()))
    value = form.format(kind=forged, number=number, facts=facts, secret=secret)
    assert not leaks(secret, redact(written(syntax, name, value), NOON).text)
