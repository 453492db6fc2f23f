"""What looks like a secret, wherever it stands."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.conditions import MUST
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.kept import KEPT
from troubleshooter.diagnosis.redact.rules import Kept, Shape
from troubleshooter.diagnosis.redact.shapes import SHAPES
from troubleshooter.diagnosis.redact.unwrapped import unwrapped
from troubleshooter.diagnosis.redact.words import is_ordinary


class Search(NamedTuple):
    """One search for several shapes. For each group that is all of a shape: it and its secret."""

    pattern: "re2._Regexp"
    of_group: dict[int, tuple[Shape, int]]
    signs: tuple[str, ...]


def search_for(shapes: Iterable[Shape]) -> Search:
    of_group: dict[int, tuple[Shape, int]] = {}
    patterns: list[str] = []
    signs: list[str] = []
    group = 1
    for shape in shapes:
        inner = re2.compile(shape.pattern).groups
        of_group[group] = shape, group + inner
        group += 1 + inner
        patterns.append(f"({shape.pattern})")
        signs += shape.signs
    return Search(compiled("|".join(patterns)), of_group, tuple(signs))


def searches_for(shapes: Sequence[Shape]) -> tuple[Search, ...]:
    """The shapes in two searches: those that may be anywhere, and those that need a sign."""
    anywhere = [shape for shape in shapes if not shape.signs]
    return search_for(anywhere), search_for(shape for shape in shapes if shape.signs)


def kept_behind(rules: Iterable[Kept]) -> "re2._Regexp":
    return re2.compile("|".join(f"(?:{kept.before})" for kept in rules))


SEARCHES = searches_for(SHAPES)
CODE = re2.compile(r"%(?:25)*[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[bfnrt]")
KEPT_BEFORE = kept_behind(KEPT)


def by_shape(view: Decoded, clock: Clock) -> Iterator[Hit]:
    """What looks like a secret. Without a kind: what stays because of what stands before it."""
    for search in SEARCHES:
        if not search.signs or any(sign in view.text for sign in search.signs):
            yield from found_by(search, view, clock)


def found_by(search: Search, view: Decoded, clock: Clock) -> Iterator[Hit]:
    """What one search finds, without overlaps."""
    text, gone = view.text, 0
    for found, at in clock.watched(matches(search.pattern, text)):
        shape, secret = search.of_group[found.lastindex]
        start, end = begin_of(text, at(found.start(secret)), shape.reaches), at(found.end(secret))
        if end <= gone or not shape.kind:
            continue
        value, after = text[start:end], text[end : end + 9]
        if not MUST[shape.must](value, after):
            continue
        certain = shape.certain or (shape.surely != "" and MUST[shape.surely](value, after))
        if not certain and KEPT_BEFORE.search(text[max(0, start - 128) : start]):
            yield Hit(view.span(start, end), "", "", 0)
            continue
        gone = unwrapped(text, start, end)
        yield hit(view, shape.kind, start, gone, 0 if shape.vague else 2, certain)


def begin_of(text: str, found: int, reaches: str) -> int:
    r"""Where a secret begins that was `found` there and reaches back over some characters.

    The parts of a path do not belong to it, nor the rest of a code before it: `%3Dabc`, `\nabc`.
    """
    start = found
    while start and text[start - 1] in reaches:
        start -= 1
    while (slash := text.find("/", start, found)) >= 0 and is_ordinary(text[start:slash]):
        start = slash + 1
    if start and text[start - 1] in "%\\":
        code = CODE.match(text[start - 1 : start + 7])
        return start - 1 + int(code.end()) if code else start
    return start
