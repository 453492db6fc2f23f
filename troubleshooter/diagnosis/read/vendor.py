"""Whose API it was: something that names Vipps MobilePay, or something that only others write.

Other vendors put the same gateway in front of their APIs and use the same words in their errors.
Each part of a paste is judged by itself: a log can hold errors of several vendors.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import re2
from ahocorasick_rs import AhoCorasick

from troubleshooter.diagnosis.read.node import objects
from troubleshooter.diagnosis.read.parts import Parts
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.vendor_forms import weight_of_form
from troubleshooter.diagnosis.read.vendor_signs import (
    ANOTHER,
    FIRM,
    FORM,
    LOOSE,
    NAMED,
    NAMES,
    OURS,
    SIGNS,
    Sign,
)
from troubleshooter.domain import Fact, Span

CALLED = re2.compile(
    "(?im)"
    + "|".join(
        (
            r"^[<> \t]*host:[ \t]*([\w.-]+)",
            r"""\b(?:GET|POST|PUT|PATCH|DELETE)[`'": ]{1,3}https?://([\w.-]+)""",
            r"""["']?method["']?\s*:\s*["'](?:GET|POST|PUT|PATCH|DELETE)["'],\s*["']?url["']?\s*:\s*["']https?://([\w.-]+)""",
            r"\[(?:GET|POST|PUT|PATCH|DELETE)\] to \[https?://([\w.-]+)",
            r"""\bcurl\b[^\n]{0,400}?[ '"]https?://([\w.-]+)""",
            r"\b(?:for|request) url: https?://([\w.-]+)",
            r"""\brealm="https?://([\w.-]+)""",
            r"\b(?:fetch|XMLHttpRequest|remote resource)[^\n]{0,20}? (?:at|load) '?https?://([\w.-]+)",
        )
    )
)
MAY_CALL = ("http", "host:")
LOCAL = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104 - a name that is recognised, not bound
WORDS = {word: sign for sign in SIGNS for word in sign.words}
SOUGHT = [*WORDS, *(name for name in NAMES if name not in WORDS)]
MATCHER = AhoCorasick(SOUGHT)
JOINTS = "._-/\\"
MOST_PARTS = 500
"""How many parts of one paste are told apart. Only a paste with more than that loses any."""


class Hit(NamedTuple):
    """A sign at a place. `called` is a server that was called: it speaks for what stands around."""

    span: Span
    whose: str
    weight: int
    called: bool = False


def facts(paste: Paste) -> Iterator[Fact]:
    hits = [*words(paste), *called(paste), *forms(paste)]
    if not hits:
        return
    if all(hit.whose in (OURS, FORM) for hit in hits):
        yield from ours(paste, hits)
        return
    known = any(hit.weight >= FIRM and hit.whose != ANOTHER for hit in hits)
    call = next((hit for hit in hits if hit.called), None)
    if call and not known:
        yield Fact("vendor", ANOTHER, call.span, paste.whole)
        return
    yield from islice(by_part(paste, hits), MOST_PARTS)
    if known or all(hit.weight == LOOSE for hit in hits):
        yield from ours(paste, hits)


def ours(paste: Paste, hits: list[Hit]) -> Iterator[Fact]:
    """The first thing that names Vipps MobilePay speaks for the whole paste."""
    named = min((hit.span for hit in hits if hit.whose == OURS), default=None)
    if named:
        yield Fact("vendor", OURS, named, paste.whole)


def by_part(paste: Paste, hits: list[Hit]) -> Iterator[Fact]:
    """Each part whose weightiest signs are all another vendor's."""
    parts = Parts(paste)
    grouped: dict[Span, list[Hit]] = {}
    for hit in hits:
        grouped.setdefault(parts.around(hit.span.start), []).append(hit)
    for part, inside in grouped.items():
        heaviest = max(hit.weight for hit in inside)
        deciding = [hit for hit in inside if hit.weight == heaviest]
        if all(hit.whose == ANOTHER for hit in deciding):
            yield Fact("vendor", ANOTHER, deciding[0].span, part)


def words(paste: Paste) -> Iterator[Hit]:
    """The words of the table that stand in the text, and our names inside other words."""
    text = paste.text
    lower = paste.lower if len(paste.lower) == len(text) else "".join(map(lower_letter, text))
    for number, start, end in MATCHER.find_matches_as_indexes(lower, overlapping=True):
        word, span = SOUGHT[number], Span(start, end)
        if word in NAMES:
            yield Hit(span, OURS, NAMED if is_identifier(text, span) else LOOSE)
        elif stands_alone(lower, span):
            yield Hit(span, WORDS[word].whose, weight(WORDS[word], text, span))
        elif word.isalpha() and text[start].isupper() and text[end : end + 1].isupper():
            yield Hit(span, WORDS[word].whose, FIRM)  # StripeInvalidRequestError


def weight(sign: Sign, text: str, span: Span) -> int:
    if sign.firm:
        return NAMED if sign.whose == OURS else FIRM
    return FIRM if text[span.start].isalpha() and is_identifier(text, span) else LOOSE


def lower_letter(letter: str) -> str:
    lower = letter.lower()
    return lower if len(lower) == 1 else letter


def stands_alone(text: str, span: Span) -> bool:
    """Whether neither a letter nor a digit nor a joint of a longer name is beside it."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    first = text[span.start]
    joined = before.isalnum() or before in ("_", "-")
    return not (joined or (first == "/" and before in (".", "/"))) and not (
        after.isalnum() or after in ("_", "-")
    )


def is_identifier(text: str, span: Span) -> bool:
    """Whether a name is a part of something that a machine wrote: `vipps.client`, `VippsError`.

    People write "Vipps.", "Vipps-betaling", "Vipps/MobilePay" and "vippset".
    """
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 2]
    if before and (before in JOINTS or before.isalnum()):
        return True
    if after[:1].isupper() or after[:1] == "_":
        return text[span.end : span.end + 9].lower() != NAMES[1]
    return (
        len(after) == 2 and after[0] in JOINTS and after[1].islower() and text[span.start].islower()
    )


def called(paste: Paste) -> Iterator[Hit]:
    """The servers that were called; ours are among the words already."""
    if not any(sign in paste.lower for sign in MAY_CALL):
        return
    for call in CALLED.finditer(paste.text):
        number = next(n for n, host in enumerate(call.groups(), start=1) if host)
        host = call[number].lower()
        if host not in LOCAL and not any(name in host for name in NAMES):
            yield Hit(Span(*call.span(number)), ANOTHER, FIRM, called=True)


def forms(paste: Paste) -> Iterator[Hit]:
    """The objects that have the form of another vendor's error."""
    for document in paste.documents:
        for node, members in objects(document.node):
            if weight := weight_of_form(members):
                yield Hit(document.decoded.span(node.start, node.end), ANOTHER, weight)
