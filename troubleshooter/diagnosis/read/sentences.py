"""Sentences that go on in the next line: wrapped at a width, in a narrow column, in a quotation."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from troubleshooter.domain import Span

MOST_BETWEEN = 3  # characters of white space between two lines of one sentence
SHORTEST_BROKEN = 20  # characters: before a capital, a shorter line was only broken in a column
LONGEST_SENTENCE = 400  # characters: what is longer is no sentence, and is read in parts
SHORTEST_PAIR = 8  # characters: less is no sentence, and a paste may have thousands of such lines
NARROWEST = 12  # characters of the narrowest column


def paragraphs(text: str, lines: Sequence[Span]) -> Iterator[Span]:
    """Every two lines of one sentence, and all of its lines if there are more."""
    for run in runs(text, lines):
        for first, second in pairwise(run):
            if second.end - first.start >= SHORTEST_PAIR:
                yield Span(first.start, second.end)
        if len(run) > 2:
            yield from windows(run)


def unbroken(text: str, lines: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """Each run of lines that are all full, as it reads if they were broken in the middle of a word."""
    for run in runs(text, lines):
        whole = Span(run[0].start, run[-1].end)
        written = text[whole.start : whole.end].split("\n")
        width = max(map(len, written))
        if width >= NARROWEST and min(map(len, written[:-1])) >= width - 1:
            yield (
                whole,
                "".join(each if len(each) == width else f"{each} " for each in written).rstrip(),
            )


def runs(text: str, lines: Sequence[Span]) -> Iterator[list[Span]]:
    """The lines that run on, two or more together."""
    run: list[Span] = []
    for line in lines:
        if run and not runs_on(text, run[-1], line):
            if len(run) > 1:
                yield run
            run = []
        run.append(line)
    if len(run) > 1:
        yield run


def windows(run: Sequence[Span]) -> Iterator[Span]:
    """A run as one, or in parts that overlap by half when it is longer than a sentence."""
    begin = 0
    for at, line in enumerate(run):
        is_last = at == len(run) - 1
        if at - begin > 1 and (is_last or line.end - run[begin].start >= LONGEST_SENTENCE):
            yield Span(run[begin].start, line.end)
            begin = at - (at - begin) // 2


def runs_on(text: str, first: Span, second: Span) -> bool:
    """Whether a sentence goes on in the next line: no full stop before it, a letter after it.

    What stands below an address is no part of it.
    """
    last, begins = text[first.end - 1], text[second.start]
    if second.start - first.end > MOST_BETWEEN or not (last.isalpha() or last in ",:"):
        return False
    if not begins.isalpha() and not (begins.isdigit() and text[first.start].isalpha()):
        return False
    if first.end - first.start < SHORTEST_BROKEN and not begins.islower():
        return has_no_room(text, first, second)
    return text.find("://", first.start, first.end) < 0


def has_no_room(text: str, first: Span, second: Span) -> bool:
    """Whether the first word of the second line is too long for the first, as in a narrow column."""
    if text.count("\n", first.end, second.start) > 1:
        return False
    length = first.end - first.start
    width = max(length, second.end - second.start, NARROWEST)
    space = text.find(" ", second.start, second.end)
    return length + 1 + (space if space >= 0 else second.end) - second.start > width
