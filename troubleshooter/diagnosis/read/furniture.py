"""What programs put around the lines of a text: colours, quote marks, breaks, what a log begins with.

Everything is read in the text without it, and everything read still knows its place in the paste.
"""

from collections.abc import Callable, Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, coded, decode, plain, replaced
from troubleshooter.diagnosis.encodings import BARE_COLOURS, COLOURS
from troubleshooter.diagnosis.letters import plainly_lettered
from troubleshooter.diagnosis.read.breaks import DIGITS, Cut, beginning, breaks
from troubleshooter.diagnosis.read.line_codes import with_line_breaks
from troubleshooter.diagnosis.read.literals import SIGNS, joints
from troubleshooter.domain import RedactedText

LINE_SIGNS = coded("<EOL>", re2.compile("<EOL>"), lambda _: "\n")
REQUEST = re2.compile(r"> ?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP/")
CHUNK = re2.compile(r"(?m)^([0-9a-fA-F]{1,6})$")


def without_furniture(text: RedactedText) -> Decoded:
    """The text as it was before a terminal, a mail program or a log wrote it.

    >>> without_furniture("> {\\n>   'a': 1\\n> }").text
    "{\\n  'a': 1\\n}"
    """
    seen = plain(text)
    for encoding in (COLOURS, BARE_COLOURS, LINE_SIGNS):
        seen = decode(seen, encoding)
    seen = with_line_breaks(plainly_lettered(seen))
    if "\n" not in seen.text:
        return seen
    while seen.text.startswith(">") or "\n>" in seen.text:
        found = replaced(seen, quote_marks(seen.text))
        if found is seen:
            break
        seen = found
    for signs, cuts in FURNITURE:
        if any(sign in seen.text for sign in signs):
            seen = replaced(seen, cuts(seen.text))
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


def frames(text: str) -> Iterator[Cut]:
    """The bars at both sides of lines that have no others: the frame of a box, not of a table."""
    run: list[tuple[int, str]] = []
    for at, line in [*lines_of(text), (len(text), "")]:
        text_of = line.strip()
        if len(text_of) > 1 and text_of[0] == text_of[-1] == "|" and text_of.count("|") == 2:
            run.append((at, line))
            continue
        for begins, framed in run if len(run) > 1 else ():
            left, right = framed.index("|"), framed.rindex("|")
            inner = framed[left + 1 : right].rstrip()
            yield begins, begins + left + 1 + (inner[:1] == " "), ""
            end = begins + left + 1 + len(inner)
            yield max(end, begins + left + 1 + (inner[:1] == " ")), begins + len(framed), ""
        run = []


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


def line_numbers(text: str) -> Iterator[Cut]:
    """Lines that hold nothing but their own number, as pages copy them along."""
    number = 0
    for at, line in lines_of(text):
        if line == "1" and number < 2:
            number = 1
        if line == str(number):
            yield at, at + len(line) + (at + len(line) < len(text)), ""
            number += 1


def bullets(text: str) -> Iterator[Cut]:
    """The bullets of a text that has one before each of its lines."""
    if all(line.startswith("•") or not line.strip() for _, line in lines_of(text)):
        for at, line in lines_of(text):
            if line.startswith("•"):
                yield at, at + (2 if line[1:2] == " " else 1), ""


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


FURNITURE: tuple[tuple[tuple[str, ...], Callable[[str], Iterator[Cut]]], ...] = (
    (("|\n",), frames),
    (("{\n", "[\n"), beginnings),
    (("\n2\n",), line_numbers),
    (("• {", "• ["), bullets),
    (("hunked",), chunk_sizes),
    (SIGNS, joints),
)
"""What a text has that may have such furniture, and how to cut it out; one after the other."""
