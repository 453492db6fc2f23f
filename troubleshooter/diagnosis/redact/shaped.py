"""What looks like a secret, wherever it stands."""

from collections.abc import Iterable, Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.ends import unwrapped
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.kept import KEPT
from troubleshooter.diagnosis.redact.rules import Kept, Shape
from troubleshooter.diagnosis.redact.shapes import MUST, SHAPES
from troubleshooter.diagnosis.redact.words import is_ordinary


def shaped_by(
    shapes: Iterable[Shape],
) -> "tuple[re2._Regexp, dict[int, tuple[Shape, int]]]":
    """All shapes in one pattern; for the group that is all of a shape: it, and its secret's group."""
    groups: dict[int, tuple[Shape, int]] = {}
    group, patterns = 1, []
    for shape in shapes:
        inner = re2.compile(shape.pattern).groups
        groups[group] = shape, group + inner
        group += 1 + inner
        patterns.append(f"({shape.pattern})")
    return compiled("|".join(patterns)), groups


def kept_behind(rules: Iterable[Kept]) -> "re2._Regexp":
    return re2.compile("|".join(f"(?:{kept.before})" for kept in rules))


SHAPED, SHAPE_OF_GROUP = shaped_by(SHAPES)
CODE = re2.compile(r"%(?:25)*[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\[bfnrt]")
KEPT_BEFORE = kept_behind(KEPT)


def by_shape(view: Decoded, clock: Clock) -> Iterator[Hit]:
    """What looks like a secret. Without a kind: what stays because of what stands before it."""
    text, gone = view.text, 0
    for found, at in clock.watched(matches(SHAPED, text)):
        shape, secret = SHAPE_OF_GROUP[found.lastindex]
        start, end = begin_of(text, at(found.start(secret)), shape.reaches), at(found.end(secret))
        if end <= gone or not shape.kind:
            continue
        if not MUST[shape.must](text[start:end], text[end : end + 9]):
            continue
        if not shape.certain and KEPT_BEFORE.search(text[max(0, start - 128) : start]):
            yield Hit(view.span(start, end), "", "", 0)
            continue
        gone = unwrapped(text, start, end)
        found_hit = hit(view, shape.kind, start, gone, 0 if shape.vague else 2)
        yield found_hit._replace(certain=shape.certain)


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
