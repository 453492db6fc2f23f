"""Line breaks that a window or a mail program put into a body, told from the ends of log lines."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

import re2

Cut = tuple[int, int, str]

DIGITS = str.maketrans("123456789", "000000000")
NARROWEST = 40
PLACEHOLDER = "‹"
"""A line with a placeholder in it may have had any width."""
WIDTHS = (80, 100, 120, 132, 160)
"""Widths at which programs break lines, for a text with one full line only."""
RECORD = re2.compile(r"\S[^\"{\[]{0,60}0[^\"{\[]{5}")
"""What a line of a log begins with, digits all zero: a time, a process, a level."""
SHORTEST_BEGINNING = 8
TRUNCATED = "(truncated...)"
"""What Guzzle writes behind a body that it cut."""
AFTER_QUOTE = frozenset(",}]:;)=\\\n\0")
"""What follows a quotation mark that ends a string."""


def breaks(text: str) -> Iterator[Cut]:
    """Line breaks that a window or a mail program put into a body.

    JSON has none inside a string. Where every broken line is full, the break is in the middle of a
    word; else it stands for a space. A string that ends with its log line was cut: it has no break.
    """
    lines = text.split("\n")
    widths = [0 if PLACEHOLDER in line else len(line) for line in lines]
    width = max(widths)
    window = width if width >= NARROWEST and is_window(width, widths[:-1].count(width)) else 0
    if not window and not any(line.count('"') % 2 for line in lines):
        return
    ends = list(accumulate(len(line) + 1 for line in lines))
    broken = list(inside(lines, window, closings(text, lines, ends)))
    middle = window and all(widths[number] in (window, 0) for number, quoted in broken if quoted)
    for number, quoted in broken:
        if middle:
            yield ends[number] - 1, ends[number], ""
        elif quoted:
            yield ends[number] - 1, ends[number], " "


def is_window(width: int, full_lines: int) -> bool:
    return full_lines > 2 or (full_lines > 0 and width in WIDTHS)


def closings(text: str, lines: Sequence[str], ends: Sequence[int]) -> list[bool]:
    """For each line, whether a string that is open at its end may go on in the next one.

    It may if the next quotation mark looks like its end. Without any it may if the lines look wrapped.
    """
    found = []
    at = -1
    for number, end in enumerate(ends):
        if -1 <= at < end:
            at = text.find('"', end)
            at = at if at >= 0 else len(text)
        if at < len(text):
            found.append(text[at - 1] == "\\" or ends_string(text, at))
        else:
            found.append(is_wrapped(lines, number))
    return found


def is_wrapped(lines: Sequence[str], number: int) -> bool:
    """Whether the first word of the next line had no room here, and a neighbour is nearly as long."""
    line, following = (*lines[number : number + 2], "")[:2]
    near = max(len(lines[number - 1]) if number else 0, len(following))
    room = max(near, len(line)) - len(line)
    return room <= len(following.partition(" ")[0]) and near >= len(line) * 3 // 4


def ends_string(text: str, at: int) -> bool:
    """Whether a quotation mark looks like the end of a string by what follows it."""
    return (text[at + 1 : at + 40].lstrip(" \t\r") or "\0")[0] in AFTER_QUOTE


def inside(
    lines: Sequence[str], window: int, closing: Sequence[bool]
) -> Iterator[tuple[int, bool]]:
    """The lines at whose end a body is not over, if they are full or end inside a string."""
    braces, quoted, first = 0, False, lines[0]
    for number, line in enumerate(lines[:-1]):
        first = first if braces else line
        quoted ^= line.count('"') % 2 == 1
        braces += sum(map(line.count, "{[")) - sum(map(line.count, "}]"))
        following = lines[number + 1]
        is_over = quoted and (not closing[number] or line.endswith(TRUNCATED))
        if braces <= 0 or is_over or begins_anew(first, following):
            braces, quoted = 0, False
        full = window > 0 and (len(line) == window or PLACEHOLDER in line)
        broken = (braces and (quoted or full)) or (full and " " not in line and line.strip("+-=|"))
        if broken and following.strip():
            yield number, quoted


def begins_anew(first: str, following: str) -> bool:
    """Whether a line is the next one of the log in which a body began."""
    return len(record_beginning(first, following)) >= SHORTEST_BEGINNING


def record_beginning(first: str, following: str) -> str:
    return common(first, following) if RECORD.match(following[:80].translate(DIGITS)) else ""


def beginning(line: str, following: str) -> str:
    """What two lines of a log begin with, digits aside; "" if it is nothing of a log's."""
    same = common(line, following)
    same = same[: max(same.rfind(sign) for sign in " |\t") + 1]
    return same if same.strip() and same.lstrip()[0] not in "\"'{[" else ""


def common(line: str, following: str) -> str:
    pairs = zip(line.translate(DIGITS), following.translate(DIGITS), strict=False)
    return "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
