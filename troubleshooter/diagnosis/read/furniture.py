"""What programs put around the lines of a text: colours, quote marks, breaks, what a log begins with.

Everything is read in the text without it, and everything read still knows its place in the paste.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

import re2

from troubleshooter.diagnosis.decoding import COLOURS, Decoded, Encoding, decode, plain, replaced
from troubleshooter.domain import RedactedText

Cut = tuple[int, int, str]

LINE_SIGNS = Encoding("<EOL>", re2.compile("<EOL>"), lambda _: "\n")
REQUEST = re2.compile(r"> ?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP/")
CHUNK = re2.compile(r"(?m)^([0-9a-fA-F]{1,6})$")
DIGITS = str.maketrans("123456789", "000000000")
NARROWEST = 40
PLACEHOLDER = "‹"
"""A line with a placeholder in it may have had any width."""
WIDTHS = (80, 100, 120, 132, 160)
"""Widths at which programs break lines, for a text with one full line only."""


def without_furniture(text: RedactedText) -> Decoded:
    """The text as it was before a terminal, a mail program or a log wrote it.

    >>> without_furniture("> {\\n>   'a': 1\\n> }").text
    "{\\n  'a': 1\\n}"
    """
    seen = decode(decode(plain(text), COLOURS), LINE_SIGNS)
    if "\n" not in seen.text:
        return seen
    while seen.text.startswith(">") or "\n>" in seen.text:
        found = replaced(seen, quote_marks(seen.text))
        if found is seen:
            break
        seen = found
    if "{\n" in seen.text or "[\n" in seen.text:
        seen = replaced(seen, beginnings(seen.text))
    if "\n2\n" in seen.text:
        seen = replaced(seen, line_numbers(seen.text))
    if "hunked" in seen.text:
        seen = replaced(seen, chunk_sizes(seen.text))
    return replaced(seen, breaks(seen.text))


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line and where it begins."""
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def quote_marks(text: str) -> Iterator[Cut]:
    """One `>` before each line of a quotation. What `curl -v` sent has that mark too, and keeps it."""
    before, sent = False, False
    for at, line in lines_of(text):
        quoted = line.startswith(">")
        if quoted and not before:
            sent = bool(REQUEST.match(line[:200]))
        before = quoted
        if quoted and not sent:
            yield at, at + (2 if line[1:2] == " " else 1), ""


def beginnings(text: str) -> Iterator[Cut]:
    """What a log writes before each line of a body that has several lines."""
    begin = ""
    last = ""
    for at, line in lines_of(text):
        if last.endswith(("{", "[", "(")) and not begin:
            begin = beginning(last, line)
        if begin and line[: len(begin)].translate(DIGITS).rstrip() == begin.rstrip():
            yield at, at + min(len(begin), len(line)), ""
        else:
            begin = ""
        last = line


def beginning(line: str, following: str) -> str:
    """What two lines of a log begin with, digits aside; "" if it is nothing of a log's."""
    pairs = zip(line.translate(DIGITS), following.translate(DIGITS), strict=False)
    same = "".join(one for one, _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    same = same[: max(same.rfind(sign) for sign in " |\t") + 1]
    return same if same.strip() and same.lstrip()[0] not in "\"'{[" else ""


def line_numbers(text: str) -> Iterator[Cut]:
    """Lines that hold nothing but their own number, as pages copy them along."""
    number = 0
    for at, line in lines_of(text):
        if line == "1" and number < 2:
            number = 1
        if line == str(number):
            yield at, at + len(line) + (at + len(line) < len(text)), ""
            number += 1


def chunk_sizes(text: str) -> Iterator[Cut]:
    """The sizes between the chunks of a body, where they are true."""
    wanted = -1
    for size in CHUNK.finditer(text):
        start, end = size.span()
        if wanted in (-1, start):
            length = int(size[1], 16)
            if text[end + 1 + length : end + 2 + length] not in ("\n", ""):
                continue
            begin = start - 1 if wanted == start and start else start
            yield begin, min(end + 1, len(text)), ""
            wanted = end + 2 + length if length else -2


def breaks(text: str) -> Iterator[Cut]:
    """Line breaks that a window or a mail program put into a body.

    JSON has none inside a string. Where every broken line is full, the break is in the middle of a
    word; else it stands for a space.
    """
    lines = text.split("\n")
    widths = [0 if PLACEHOLDER in line else len(line) for line in lines]
    width = max(widths)
    window = width if width >= NARROWEST and is_window(width, widths[:-1].count(width)) else 0
    if not window and not any(line.count('"') % 2 for line in lines):
        return
    broken = list(inside(lines, window))
    middle = window and all(widths[number] in (window, 0) for number, quoted in broken if quoted)
    ends = list(accumulate(len(line) + 1 for line in lines))
    for number, quoted in broken:
        if middle:
            yield ends[number] - 1, ends[number], ""
        elif quoted:
            yield ends[number] - 1, ends[number], " "


def is_window(width: int, full_lines: int) -> bool:
    return full_lines > 2 or (full_lines > 0 and width in WIDTHS)


def inside(lines: Sequence[str], window: int) -> Iterator[tuple[int, bool]]:
    """The lines at whose end a body is not over, if they are full or end inside a string."""
    braces, quoted = 0, False
    for number, line in enumerate(lines[:-1]):
        quoted ^= line.count('"') % 2 == 1
        braces += sum(map(line.count, "{[")) - sum(map(line.count, "}]"))
        if braces <= 0:
            braces, quoted = 0, False
        full = window > 0 and (len(line) == window or PLACEHOLDER in line)
        broken = (braces and (quoted or full)) or (full and " " not in line)
        if broken and lines[number + 1].strip():
            yield number, quoted
