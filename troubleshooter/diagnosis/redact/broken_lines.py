"""Where a window, a mail program or a tool broke the lines of a text, and the text with them joined."""

import itertools
from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, coded, decode, replaced
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.kept import KEPT_BY_NAME
from troubleshooter.diagnosis.redact.names import BY_NAME
from troubleshooter.diagnosis.redact.rules import squeezed
from troubleshooter.diagnosis.redact.tables import ends_of_rows
from troubleshooter.diagnosis.redact.titles import KNOWN_TITLE

NARROWEST, WIDEST = 12, 250
"""How wide a window or a mail may be that breaks lines."""

NAMES_KNOWN = BY_NAME.keys() | KEPT_BY_NAME.keys()

REPLY = coded("\n>", re2.compile(r"(?m)^(?:> ?)+"), lambda _: "")
"""The marks of a mail reply."""

CURL = re2.compile(r"(?m)^> [A-Z]{3,7} [^\s]+ HTTP/[0-9]")
CURL_LINE = re2.compile(r"> ?|> (?:[A-Z]{3,7} /|[\w-]{1,60}:(?: |\z)).*")
"""A line of a request, as curl prints it; nothing goes on in the next one."""

TORN = compiled(r"([A-Za-z_.-]{1,40})\n[ \t]*([A-Za-z_.-]{1,40})[\"'`]{0,2}[ \t]*(?:[:=]|->)")
"""What may be a name that was broken over two lines."""

NEXT_ROW = compiled(r"\n([0-9a-f]{4}: )")
FULL_ROW = re2.compile(r"\n?[0-9a-f]{4}: [^\n]{64}")
"""What `curl --trace-ascii` prints of a line that goes on in the next row."""

BEGIN = re2.compile(r"[\[<]?[0-9]{4}-[0-9]{2}-[0-9]{2}|\s|[0-9a-fA-F]{4,8}:? ")
"""The begin of a line of a log, of an indented text, or of a dump."""
HEADER = re2.compile(r"[\w.-]{2,40}: |[A-Z][A-Z0-9_]{2,40}=[^=\s&]|[>*<|#+-]")
"""The begin of a header, of a variable, or of a line of a list or of curl."""


def unfolded(source: Decoded) -> Iterator[Decoded]:
    r"""The text with the lines joined that were broken for sure, and with those that may have been.

    A name torn in two is sure. That a window or a mail program broke all lines at its width is
    guessed: two lines of one text may be equally long by chance.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> [each.text for each in unfolded(plain("My client_secr\net: Q7m2vXk9Lr\n4TzWb"))]
    ['My client_secret: Q7m2vXk9Lr\n4TzWb', 'My client_secret: Q7m2vXk9Lr4TzWb']
    """
    bare = source if is_of_curl(source.text) else decode(source, REPLY)
    text = bare.text
    sure = {**dict(torn(text)), **dict(traced(text))}
    yield joined(bare, sure)
    inside = list(broken(text))
    if inside:
        real = ends_of_rows(text)
        yield joined(bare, {**{at: "" for at in inside if at not in real}, **sure})


def joined(source: Decoded, ends: dict[int, str]) -> Decoded:
    """The text without these line ends and the indents behind them."""
    gone = [(at, at + 1 + len(indent), "") for at, indent in sorted(ends.items())]
    return replaced(source, gone) if gone else source


def is_of_curl(text: str) -> bool:
    """Is `>` before each line of a request, as curl has it, and nowhere else?"""
    if not CURL.search(text):
        return False
    marked = (line for line in text.split("\n") if line.startswith(">"))
    return all(map(CURL_LINE.fullmatch, marked))


def torn(text: str) -> Iterator[tuple[int, str]]:
    """The line ends inside a known name, and how far the next line is indented."""
    for found, at in matches(TORN, text):
        begin, end, rest = (at(place) for place in (found.start(1), found.end(1), found.start(2)))
        if text[max(0, begin - 1) : begin].isalnum():
            continue  # the end of a key
        name = KNOWN_TITLE.fullmatch(found[1] + found[2])
        if name and name.start(1) < end - begin and squeezed(name[1].decode()) in NAMES_KNOWN:
            yield end, text[end + 1 : rest]


def traced(text: str) -> Iterator[tuple[int, str]]:
    """The line ends inside a line that `curl --trace-ascii` broke, and how the next row begins."""
    for found, at in matches(NEXT_ROW, text):
        end = at(found.start())
        if FULL_ROW.fullmatch(text[max(0, end - 71) : end]):
            yield end, found[1].decode()


def full_lines(widths: list[int]) -> list[bool]:
    """Which lines reach the edge of the window that broke them.

    >>> full_lines([20, 20, 3]), full_lines([34, 20, 20, 20, 7])
    ([True, True, False], [False, True, True, True, False])
    """
    longest = max(widths)
    if not NARROWEST <= longest <= WIDEST or widths.count(longest) < 2:
        longest = -1
    full = [width == longest for width in widths]
    for n, (width, after) in enumerate(itertools.pairwise(widths[1:])):
        if width == after == widths[n] and NARROWEST <= width <= WIDEST:
            full[n] = full[n + 1] = full[n + 2] = True
    return full


def broken(text: str) -> Iterator[int]:
    """The line ends that stand inside a word, after a line as long as the longest are.

    Or after one of at least three in a row that are equally long. Beside another such line, even
    what looks like a header is the rest of it.
    """
    lines = text.split("\n")
    full = full_lines([len(line) for line in lines])
    if not any(full):
        return
    at = -1
    for n, (line, following) in enumerate(itertools.pairwise(lines)):
        at += len(line) + 1
        if not full[n] or not following or (following[4:5] == "-" and following[:4].isdecimal()):
            continue  # most often: a line of a log
        if line[-1].isspace() or BEGIN.match(following):
            continue
        if line.endswith((");", "),")) and following.startswith(("INSERT ", "(")):
            continue  # rows of SQL
        if full[n + 1] or (n and full[n - 1]) or not HEADER.match(following):
            yield at
