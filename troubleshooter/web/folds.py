"""Which parts of a long text are shown, and which are folded: cut anywhere but in a mark."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from troubleshooter.domain import Span

SHORT_LINES, SHORT_TEXT = 30, 3000  # a text of no more than that is shown whole
LINES_AROUND = 3  # of a mark, on either side
MOST_AROUND = 600  # characters of these lines
PART = 200  # characters on either side of a mark in a line longer than that
LONGEST_PLACEHOLDER = 120  # characters: what stands for a secret is not cut
FIRST_LINES, FIRST_PART = 15, 1500  # of a text that holds no mark
FEWEST_LINES, FEWEST = 5, 400  # a fold of fewer lines and fewer characters is not worth it


class Piece(NamedTuple):
    """A stretch of the text, to be shown or folded."""

    span: Span
    folded: bool


def cut(text: str, marks: Sequence[Span]) -> list[Piece]:
    """The text in pieces that follow on each other; every mark, in order, is in a shown one.

    >>> [(piece.span.end, piece.folded) for piece in cut("word\\n" * 100, [Span(250, 254)])]
    [(235, True), (270, False), (500, True)]
    """
    if len(text) <= SHORT_TEXT and text.count("\n") <= SHORT_LINES:
        return [Piece(Span(0, len(text)), False)]
    shown = [around(text, mark) for mark in marks] or [Span(0, first_part(text))]
    return list(pieces(text, merged(text, shown)))


def pieces(text: str, shown: Iterable[Span]) -> Iterator[Piece]:
    """The shown stretches and the folds between them."""
    at = 0
    for span in shown:
        if at < span.start:
            yield Piece(Span(at, span.start), True)
        yield Piece(span, False)
        at = span.end
    if at < len(text):
        yield Piece(Span(at, len(text)), True)


def merged(text: str, shown: Iterable[Span]) -> list[Span]:
    """The stretches in order; what is too little for a fold is shown with its neighbour."""
    found = [Span(0, 0)]
    for start, end in sorted(shown):
        last = found[-1]
        if start <= last.end or little(text, last.end, start):
            found[-1] = Span(last.start, max(last.end, end))
        else:
            found.append(Span(start, end))
    if little(text, found[-1].end, len(text)):
        found[-1] = Span(found[-1].start, len(text))
    return [span for span in found if span.start < span.end]


def little(text: str, start: int, end: int) -> bool:
    return end - start < FEWEST and text.count("\n", start, end) < FEWEST_LINES


def around(text: str, mark: Span) -> Span:
    """A mark with some lines around it, or with a part of its line when that is a long one."""
    return Span(lines_before(text, mark.start), lines_after(text, mark.end))


def lines_before(text: str, at: int) -> int:
    floor = max(0, at - MOST_AROUND)
    start = line_start(text, floor, at)
    if start is None:
        return cut_before(text, at - PART)
    for _ in range(LINES_AROUND):
        before = line_start(text, floor, start - 1) if start else None
        if before is None:
            break
        start = before
    return start


def line_start(text: str, floor: int, at: int) -> int | None:
    """Where the line around `at` begins, None if that is before `floor`."""
    found = text.rfind("\n", floor, max(at, floor)) + 1
    return found if found or not floor else None


def lines_after(text: str, at: int) -> int:
    ceiling = min(len(text), at + MOST_AROUND)
    end = at if text[at - 1 : at] == "\n" else line_end(text, at, ceiling)
    if end is None:
        return cut_after(text, at + PART)
    for _ in range(LINES_AROUND):
        after = line_end(text, end, ceiling)
        if after is None:
            break
        end = after
    return end


def line_end(text: str, at: int, ceiling: int) -> int | None:
    """Where the line around `at` ends, with its line break; None if that is after `ceiling`."""
    found = text.find("\n", at, ceiling) + 1
    return found or (ceiling if ceiling == len(text) else None)


def cut_before(text: str, at: int) -> int:
    """A place for a cut, not after `at`: never inside of what stands for a secret.

    >>> cut_before("key: ‹key 1: 32 characters›", 10), cut_before("key: ‹key 1›, id", 14)
    (5, 14)
    """
    opened = text.rfind("‹", max(0, at - LONGEST_PLACEHOLDER), at)
    return opened if opened >= 0 and "›" not in text[opened:at] else at


def cut_after(text: str, at: int) -> int:
    """The same, not before `at`.

    >>> cut_after("key: ‹key 1: 32 characters›", 10), cut_after("id: 1, key: ‹key 1›", 3)
    (27, 3)
    """
    closed = text.find("›", at, at + LONGEST_PLACEHOLDER) + 1
    return closed if closed and "‹" not in text[at:closed] else at


def first_part(text: str) -> int:
    """Where the beginning ends that is shown of a text without a mark."""
    end = 0
    for _ in range(FIRST_LINES):
        end = text.find("\n", end, FIRST_PART) + 1
        if not end:
            return cut_after(text, min(FIRST_PART, len(text)))
    return end
