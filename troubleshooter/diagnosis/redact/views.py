"""The ways in which a text is read when secrets are looked for: as it is, decoded, unwrapped.

What is found in a view is cut in the text itself; the views are thrown away.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import Decoded, coded, decode
from troubleshooter.diagnosis.encodings import (
    BACKSLASH,
    BARE_COLOURS,
    COLOURS,
    CURLY,
    ENTITIES,
    PERCENT,
)
from troubleshooter.diagnosis.letters import plainly_lettered
from troubleshooter.diagnosis.redact.broken_lines import unfolded
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.columns import Columns, with_names
from troubleshooter.diagnosis.redact.inserts import named_values
from troubleshooter.diagnosis.redact.near import near
from troubleshooter.diagnosis.redact.placeholders import PLACEHOLDERS
from troubleshooter.diagnosis.redact.tables import named_cells
from troubleshooter.domain import Span

CARETS = coded("^", re2.compile(r"\^[^\w\s]"), lambda code: code[1])
"""What the command line of Windows needs before signs of its own: `^"`."""


class Views(NamedTuple):
    """The ways to read a text, each once, and what it holds of values in columns with a name."""

    whole: list[Decoded]
    columns: list[Columns]


def views_of(source: Decoded, clock: Clock) -> Views:
    """Every way to read a text."""
    clock.check()
    whole = source
    for encoding in (PLACEHOLDERS, COLOURS, BARE_COLOURS):
        whole = decode(whole, encoding)
    if not whole.text.isascii():
        whole = decode(whole, CURLY)
    if '^"' in whole.text:
        whole = decode(whole, CARETS)
    lettered = plainly_lettered(whole)
    wholes = (whole,) if lettered is whole else (whole, decode(lettered, CURLY))
    bases = once(base for each in wholes for base in (each, *unfolded(each)))
    parts = [near(base) if base.origin in bases else base for base in bases]
    views = once(view for base in parts for view in clock.watched(decoded(base), every=1))
    return Views(views, list(columns(bases, clock)))


def once(views: Iterable[Decoded]) -> list[Decoded]:
    """The views that read differently, the first of each."""
    return list({view.text: view for view in reversed(list(views))}.values())[::-1]


def decoded(base: Decoded) -> Iterator[Decoded]:
    """The text, and how texts inside it are read: at most two deep."""
    yield base
    for encodings in ((ENTITIES,), (PERCENT, PERCENT), (BACKSLASH, BACKSLASH)):
        outer = base
        for encoding in encodings:
            inner = decode(outer, encoding)
            if inner is not outer:
                outer = near(inner)
                yield outer


def columns(bases: list[Decoded], clock: Clock) -> Iterator[Columns]:
    """The values in columns, each with its name, unless another base says the same of it."""
    known: set[tuple[str, Span]] = set()
    for base in clock.watched(bases, every=1):
        for found in (named_cells(base.text), named_values(base.text)):
            values = list(clock.watched(found))
            if len(bases) > 1:
                said = [(each.name, base.span(each.start, each.end)) for each in values]
                values = [
                    each for each, what in zip(values, said, strict=True) if what not in known
                ]
                known.update(said)
            if values:
                yield with_names(base, values)
