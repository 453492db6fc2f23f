"""The redacted paste as HTML, with the places marked that a diagnosis rests on."""

from collections import deque
from collections.abc import Iterable, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import ngettext

from troubleshooter.domain import Span
from troubleshooter.web.folds import cut
from troubleshooter.web.places import Mark
from troubleshooter.web.words import number

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


def shown(text: str, marks: Sequence[Mark]) -> SafeString:
    """The text as HTML: the parts around the marks, what lies between them folded.

    >>> shown("<a> 401", [Mark(Span(4, 7), 1)])
    '<pre>&lt;a&gt; <mark id="mark-1" data-number="1">401</mark></pre>'
    """
    waiting, made = deque(marks), []
    for span, folded in cut(text, [mark.span for mark in marks]):
        inside = []
        while waiting and waiting[0].span.end <= span.end:
            inside.append(waiting.popleft())
        block = f"<pre>{marked(text, span, inside)}</pre>"
        made.append(fold(text, span, block) if folded else block)
    return mark_safe("".join(made))  # noqa: S308 - every piece of text was escaped


def marked(text: str, piece: Span, marks: Iterable[Mark]) -> str:
    """A piece of the text as HTML, cut at its marks, each part escaped, and joined again."""
    at, end = piece
    parts = ["\n"] if text[at:end].startswith("\n") else []  # HTML drops the first line break
    for span, its in marks:
        words = escape(visible(text[span.start : span.end]))
        mark = f'<mark id="mark-{its}" data-number="{its}">{words}</mark>'
        parts += [escape(visible(text[at : span.start])), mark]
        at = span.end
    return "".join((*parts, escape(visible(text[at:end]))))


def fold(text: str, span: Span, block: str) -> str:
    """A part that is closed at first, under a line that says how much it holds."""
    return f"<details><summary>{escape(held(text, span))}</summary>{block}</details>"


def held(text: str, span: Span) -> str:
    """How much of the text a fold holds, and where that is.

    >>> held("a\\nb\\nc\\nd", Span(2, 6)), held("abcdef", Span(2, 6))
    ('2 more lines: 2 to 3', '4 more characters of line 1')
    """
    start, end = span
    first = text.count("\n", 0, start) + 1
    last = first + text.count("\n", start, end - 1)
    whole = (not start or text[start - 1] == "\n") and (end == len(text) or text[end - 1] == "\n")
    count = last - first + 1 if whole and last > first else end - start
    if whole and last > first:
        says = ngettext(
            "%(count)s more line: %(first)s to %(last)s",
            "%(count)s more lines: %(first)s to %(last)s",
            count,
        )
    elif last > first:
        says = ngettext(
            "%(count)s more character of lines %(first)s to %(last)s",
            "%(count)s more characters of lines %(first)s to %(last)s",
            count,
        )
    else:
        says = ngettext(
            "%(count)s more character of line %(first)s",
            "%(count)s more characters of line %(first)s",
            count,
        )
    return says % {"count": number(count), "first": number(first), "last": number(last)}
