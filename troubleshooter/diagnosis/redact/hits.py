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
from troubleshooter.diagnosis.redact.ends import Ends, unwrapped
from troubleshooter.diagnosis.redact.kept import KEPT
from troubleshooter.diagnosis.redact.names import BY_NAME, NAMES
from troubleshooter.diagnosis.redact.place import Place
from troubleshooter.diagnosis.redact.placeholders import MASK, PLACEHOLDERS
from troubleshooter.diagnosis.redact.rules import Name, Shape, spelled, squeezed
from troubleshooter.diagnosis.redact.shapes import KIND_BY_LENGTH, MUST, SHAPES
from troubleshooter.diagnosis.redact.syntaxes import CLOSING, OPENING, SUFFIX, SYNTAXES
from troubleshooter.diagnosis.redact.values import TAKES
from troubleshooter.diagnosis.redact.words import is_ordinary
from troubleshooter.domain import Span

DECODINGS: tuple[tuple[Encoding, ...], ...] = (
    (),
    (ENTITIES,),
    (PERCENT,),
    (PERCENT, PERCENT),
    (BACKSLASH,),
    (BACKSLASH, BACKSLASH),
)
"""How texts inside texts are read: at most two deep."""


class Hit(NamedTuple):
    """A secret: where it stands in the text, what it is, what it reads decoded, how sure we are."""

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

    The surest of them says what it is, then the longest, then the one that reads shortest: a value
    is longer before it is decoded than after.
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
        found[-1] = max(last, hit, key=rank)._replace(span=whole)
    return found


def rank(hit: Hit) -> tuple[int, int, int]:
    """How well a hit knows what stands there: the higher, the better."""
    return hit.sure, hit.span.end - hit.span.start, -len(hit.value)


def start_of(name: str, rule: Name) -> str:
    """A pattern for the spellings of a name, from where it may begin."""
    if name.startswith("-"):
        return r"\B" + spelled(name)
    boundary = r"(?:\b|_)" if rule.joined else r"\b" if rule.whole else ""
    return boundary + spelled(name)


SPELLINGS = sorted((start_of(n, rule) for rule in NAMES for n in rule.names), key=len, reverse=True)
BETWEEN = [f"({each.between})" if each.loose else each.between for each in SYNTAXES]
NAMED = re2.compile(f"(?i)({'|'.join(SPELLINGS)}){SUFFIX}{CLOSING}(?:{'|'.join(BETWEEN)}){OPENING}")
"""All names with all syntaxes. Group 1 is the name; another one is there if the syntax is loose."""

IDENTIFIER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$-"
TAG_BEFORE = re2.compile(r"<[\w:.-]{0,64}\z")


def by_name(view: Decoded) -> Iterator[Hit]:
    """What sensitive names announce."""
    text, ends, gone = view.text, Ends(view.text), 0
    for found in NAMED.finditer(text):
        rule = BY_NAME[squeezed(found[1])]
        before = text[max(0, found.start(1) - 64) : found.start(1)]
        begins = found.start(1) - len(before) + len(before.rstrip(IDENTIFIER))
        between = text[found.end(1) : found.end()]
        place = Place(ends, rule, begins, found.end(), between, loose=found.lastindex > 1)
        if place.closes or (place.in_tag and not TAG_BEFORE.search(before)):
            continue
        if place.start < gone and place.ends_inside:
            continue  # it goes with the value that it stands in
        for start, end, kind in TAKES[rule.takes](place):
            if end > gone:
                gone = unwrapped(text, start, end)
                yield hit(view, kind, start, gone, 1 if rule.vague else 3)


def groups() -> Iterator[tuple[int, tuple[Shape, int]]]:
    """For each shape in SHAPED: the group that is all of it, and the group that is the secret."""
    group = 1
    for shape in SHAPES:
        inner = re2.compile(shape.pattern).groups
        yield group, (shape, group + inner)
        group += 1 + inner


SHAPED = re2.compile("|".join(f"({shape.pattern})" for shape in SHAPES))
SHAPE_OF_GROUP = dict(groups())
CODE = re2.compile(r"%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[bfnrt]")
KEPT_BEFORE = re2.compile("|".join(f"(?:{kept.before})" for kept in KEPT))


def by_shape(view: Decoded) -> Iterator[Hit]:
    """What looks like a secret, wherever it stands."""
    text, gone = view.text, 0
    for found in SHAPED.finditer(text):
        shape, secret = SHAPE_OF_GROUP[found.lastindex]
        start, end = begin_of(text, found.start(secret), shape.reaches), found.end(secret)
        if end > gone and is_sought(shape, text, start, end):
            gone = unwrapped(text, start, end)
            yield hit(view, shape.kind, start, gone, 0 if shape.vague else 2)


def is_sought(shape: Shape, text: str, start: int, end: int) -> bool:
    """Is it really of that shape, and does no name before it keep it?"""
    if not shape.kind or not MUST[shape.must](text[start:end], text[end : end + 9]):
        return False
    return shape.certain or not KEPT_BEFORE.search(text[max(0, start - 128) : start])


def hit(view: Decoded, kind: str, start: int, end: int, sure: int) -> Hit:
    value = reduce(decode, (BACKSLASH, BACKSLASH), plain(view.text[start:end])).text
    kind = KIND_BY_LENGTH.get((kind, len(value)), kind)
    return Hit(view.span(start, end), kind, value, sure)


def begin_of(text: str, found: int, reaches: str) -> int:
    r"""Where a secret begins that was `found` there and reaches back over some characters.

    The parts of a path do not belong to it, nor the rest of a code before it: `%3Dabc`, `\nabc`.
    """
    start = found
    while start and text[start - 1] in reaches:
        start -= 1
    while (slash := text.find("/", start, found)) >= 0 and is_ordinary(text[start:slash]):
        start = slash + 1
    code = CODE.match(text[max(0, start - 1) : start + 5])
    return start - 1 + int(code.end()) if code else start
