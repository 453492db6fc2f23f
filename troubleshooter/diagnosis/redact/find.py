"""Where secrets stand in a text: looked for by name and by shape, in the text and as it decodes."""

from collections.abc import Iterable, Iterator
from functools import reduce
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import (
    BACKSLASH,
    COLOURS,
    ENTITIES,
    PERCENT,
    Decoded,
    Encoding,
    decode,
    plain,
    replaced,
)
from troubleshooter.diagnosis.redact.ends import QUOTES, Ends, unwrapped
from troubleshooter.diagnosis.redact.kept import KEPT
from troubleshooter.diagnosis.redact.names import BY_NAME, NAMES
from troubleshooter.diagnosis.redact.placeholders import MASK, PLACEHOLDERS
from troubleshooter.diagnosis.redact.rules import Name, Shape, spelled, squeezed
from troubleshooter.diagnosis.redact.shapes import MUST, SHAPES
from troubleshooter.diagnosis.redact.syntaxes import CLOSING, OPENING, SUFFIX, SYNTAXES
from troubleshooter.diagnosis.redact.values import TAKES, Place, is_tag
from troubleshooter.domain import Span

DECODINGS: tuple[tuple[Encoding, ...], ...] = (
    (),
    (ENTITIES,),
    (PERCENT,),
    (PERCENT, PERCENT),
    (BACKSLASH,),
    (BACKSLASH, BACKSLASH),
)
"""How texts inside texts are read, at most two deep. The later one knows better what a value is."""


class Hit(NamedTuple):
    """A secret: where it stands in the text, what it is, what it reads decoded, and how sure we are."""

    span: Span
    kind: str
    value: str
    sure: int


def find(text: str) -> list[Hit]:
    """Every secret in the text, in order; they do not overlap.

    Cutting one may lay bare the edge of another that was glued to it, so the rest is looked at
    again. What still comes to light in the last round goes with the rest of its line.
    """
    hits: list[Hit] = []
    rest = plain(text)
    for last in (False, False, True):
        found = [to_line_end(hit, text) if last else hit for hit in found_in(rest)]
        if not found:
            break
        hits = merged(hits + found)
        rest = replaced(plain(text), ((*hit.span, MASK) for hit in hits))
    return [
        hit._replace(value=text[slice(*hit.span)]) if MASK in hit.value else hit for hit in hits
    ]


def found_in(source: Decoded) -> Iterator[Hit]:
    """Every secret in a text and in what it decodes to, in no order; they may overlap."""
    whole = decode(decode(source, PLACEHOLDERS), COLOURS)
    views = [reduce(decode, encodings, whole) for encodings in DECODINGS]
    for view in {id(view): view for view in views}.values():
        yield from by_name(view)
        yield from by_shape(view)


def to_line_end(hit: Hit, text: str) -> Hit:
    end = text.find("\n", hit.span.end)
    return hit._replace(span=Span(hit.span.start, end if end >= 0 else len(text)))


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the order of the text, overlapping ones made one: all of it goes.

    The surest of them says what it is, then the longest, then the one that was read decoded.
    """
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.span.start):
        if hit.span.end <= hit.span.start:
            continue
        if not found or found[-1].span.end <= hit.span.start:
            found.append(hit)
            continue
        last = found[-1]
        whole = Span(last.span.start, max(last.span.end, hit.span.end))
        better = max(hit, last, key=lambda each: (each.sure, each.span.end - each.span.start))
        found[-1] = better._replace(span=whole)
    return found


def start_of(name: str, rule: Name) -> str:
    boundary = r"\B" if name.startswith("-") else r"\b" if rule.whole else ""
    return boundary + spelled(name)


SPELLINGS = [start_of(name, rule) for rule in NAMES for name in rule.names]
NAMED = re2.compile(
    "(?i)("
    + "|".join(sorted(SPELLINGS, key=len, reverse=True))
    + ")"
    + SUFFIX
    + CLOSING
    + "(?:"
    + "|".join(f"({each.between})" if each.loose else each.between for each in SYNTAXES)
    + ")"
    + OPENING
)
"""All names with all syntaxes. Group 1 is the name; another one is there if the syntax is loose."""


def numbered_groups() -> Iterator[tuple[int, tuple[Shape, int]]]:
    """For each shape in SHAPED: the group that is all of it, and the group that is the secret."""
    group = 1
    for shape in SHAPES:
        inner = re2.compile(shape.pattern).groups
        yield group, (shape, group + inner)
        group += 1 + inner


SHAPED = re2.compile("|".join(f"({shape.pattern})" for shape in SHAPES))
SHAPE_OF_GROUP = dict(numbered_groups())

KEPT_BEFORE = re2.compile("|".join(f"(?:{kept.before})" for kept in KEPT))

IDENTIFIER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$-"
OPENED_TAG = re2.compile(r"<[\w:.-]{0,64}\z")


def by_name(view: Decoded) -> Iterator[Hit]:
    """What sensitive names announce."""
    text, ends, gone = view.text, Ends(view.text), 0
    for found in NAMED.finditer(text):
        rule = BY_NAME[squeezed(found[1])]
        at, between = found.start(1), text[found.end(1) : found.end()]
        before = text[max(0, at - 64) : at]
        begins = at - len(before) + len(before.rstrip(IDENTIFIER))
        if (is_tag(between) and not OPENED_TAG.search(before)) or closes(text, begins, between):
            continue
        place = Place(ends, rule, begins, found.end(), between, loose=found.lastindex > 1)
        if place.start < gone and place.ends_with_word:
            continue
        for start, end, kind in TAKES[rule.takes](place):
            gone = unwrapped(text, start, end)
            yield hit(view, kind, start, gone, 1 if rule.vague else 3)


def closes(text: str, begins: int, between: str) -> bool:
    """Does the quote behind the name close the text that the name stands in: `'token: ' . $x`?"""
    quote = between[-1:]
    return quote in QUOTES and text[begins - 1 : begins] == quote and between.count(quote) == 1


def by_shape(view: Decoded) -> Iterator[Hit]:
    """What looks like a secret, wherever it stands."""
    text = view.text
    for found in SHAPED.finditer(text):
        shape, secret = SHAPE_OF_GROUP[found.lastindex]
        start = behind_code(text, reached(text, found.start(secret), shape.reaches))
        end = found.end(secret)
        if not shape.kind or not MUST[shape.must](text[start:end], text[end : end + 16]):
            continue
        if shape.certain or not KEPT_BEFORE.search(text[max(0, start - 128) : start]):
            yield hit(view, shape.kind, start, unwrapped(text, start, end), 0 if shape.vague else 2)


def hit(view: Decoded, kind: str, start: int, end: int, sure: int) -> Hit:
    return Hit(view.span(start, end), kind, view.text[start:end], sure)


def reached(text: str, start: int, letters: str) -> int:
    """Where the run of these letters begins that ends at `start`."""
    while start and text[start - 1] in letters:
        start -= 1
    return start


def behind_code(text: str, start: int) -> int:
    r"""Past the rest of a code whose letters look like the start of a word: `%3Dabc`, `\nabc`."""
    before = text[max(0, start - 1) : start]
    if before == "%":
        return start + 2
    if before == "\\":
        return start + (5 if text[start : start + 1] == "u" else 1)
    return start
