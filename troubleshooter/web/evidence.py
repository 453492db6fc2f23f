"""The redacted paste, with the places marked that a diagnosis rests on."""

from collections.abc import Iterable, Mapping
from html import escape
from itertools import pairwise

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import Span

HIDDEN = (
    *range(0x00, 0x09),
    *range(0x0B, 0x20),
    *range(0x7F, 0xA0),
    0x00AD,
    0x034F,
    0x061C,
    *range(0x115F, 0x1161),
    *range(0x17B4, 0x17B6),
    0x180E,
    *range(0x200B, 0x2010),
    *range(0x2028, 0x202F),
    *range(0x2060, 0x2070),
    0x3164,
    0xFEFF,
    0xFFA0,
    *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080),
)
SHOWN = {character: f"‹U+{character:04X}›" for character in HIDDEN}
"""Characters that nobody sees, or that turn the reading direction, and how they are shown."""
FILLERS = [chr(number) for number in HIDDEN if chr(number).isprintable()]


def visible(text: str) -> str:
    """The text with every hidden character shown by its number.

    >>> visible("amount\u202e: 001")
    'amount‹U+202E›: 001'
    """
    seen = text.replace("\n", "").isprintable() and not any(map(text.__contains__, FILLERS))
    return text if seen else text.translate(SHOWN)


def marked(text: str, marks: Mapping[Span, int]) -> SafeString:
    """The text as HTML, cut at the marks, each piece escaped, and joined again.

    >>> marked("<a> 401", {Span(4, 7): 1})
    '&lt;a&gt; <mark id="mark-1" data-number="1">401</mark>'
    """
    pieces, at = [], 0
    for start, end, numbers in stretches(marks):
        shown = escape(visible(text[start:end]))
        pieces += [escape(visible(text[at:start])), opening(numbers), shown, "</mark>"]
        at = end
    pieces.append(escape(visible(text[at:])))
    return mark_safe("".join(pieces))  # noqa: S308 - every piece of text was escaped


def stretches(marks: Mapping[Span, int]) -> Iterable[tuple[int, int, list[int]]]:
    """Stretches that do not overlap, each with the numbers of the marks that begin there.

    >>> list(stretches({Span(0, 9): 1, Span(3, 5): 2}))
    [(0, 3, [1]), (3, 5, [2]), (5, 9, [])]
    """
    spans = sorted(span for span in marks if span.start < span.end)
    cuts = sorted({place for span in spans for place in span})
    until, waiting = 0, spans[::-1]
    for start, end in pairwise(cuts):
        begun = []
        while waiting and waiting[-1].start == start:
            span = waiting.pop()
            until = max(until, span.end)
            begun.append(marks[span])
        if start < until:
            yield start, end, begun


def opening(numbers: list[int]) -> str:
    """The tag that opens a mark. Its numbers are shown by the style sheet: they are not text."""
    if not numbers:
        return "<mark>"
    more = "".join(f'<span id="mark-{number}"></span>' for number in numbers[1:])
    shown = ", ".join(map(str, numbers))
    return f'<mark id="mark-{numbers[0]}" data-number="{shown}">{more}'
