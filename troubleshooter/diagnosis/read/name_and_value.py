"""A line that is a name and its value: `code: 35`, `- name = x`, `| code | 35 |`."""

from typing import NamedTuple

from troubleshooter.diagnosis.read.flattened import is_path
from troubleshooter.diagnosis.read.member_names import COMPLAINTS, MEMBERS, TRACES
from troubleshooter.diagnosis.read.node import Node, Number, unescaped

TELLING = MEMBERS.keys() | TRACES.keys() | {"type", "error", "invalidcharges", *COMPLAINTS}
"""Names of which two must stand together, so that prose with a colon is no body."""

MARKS = "\"'`*[]"
QUOTES = frozenset("\"'")
NAME_LETTERS = frozenset("._-$@ ")
LONGEST = 4000
BLOCKS = frozenset(sign + end for sign in "|>" for end in ("", "-", "+"))
"""How YAML says that a value stands in the next lines, further in."""


class Line(NamedTuple):
    """A line of a list: how far in it begins, its name ("" for none) and its value."""

    indent: int
    is_item: bool
    name: str
    named: Node
    value: Node

    @property
    def is_name_alone(self) -> bool:
        """Whether all of the line is a name that tells: its value is in the next line."""
        text = str(self.value.value)
        return not self.name and not self.is_item and is_name(text) and plain_name(text) in TELLING

    def alone(self) -> "Line":
        """The same line as a name without a value."""
        end = self.value.end
        return Line(self.indent, False, str(self.value.value), self.value, Node("", end, end))


def line_of(written: str, at: int) -> Line | None:
    """A line taken apart, or None for one that is no name with its value."""
    text = written.strip()
    if not text or len(text) > LONGEST or ("=" in text[:40] and text.count("=") > 1):
        return None
    begin = len(written) - len(written.lstrip())
    bar = text.find("|")
    if bar == 0 or (bar > 0 and text.count("|") == 1 and is_name(text[:bar].strip())):
        return row_of(written, at)
    if written.count("\t", begin) == 1 and is_name(text.partition("\t")[0].strip("\"'`* ")):
        return cells_of(written, at, begin)
    is_item = text.startswith(("- ", "* ", "• "))
    begin += 2 if is_item else 0
    begin += len(written[begin:]) - len(written[begin:].lstrip())
    found = [written.find(sign, begin) for sign in (":", "=")]
    sign = min((each for each in found if each >= 0), default=-1)
    if sign >= 0:
        return parted(written, at, begin, sign, is_item)
    nameless = node(written, begin, begin, at), node(written, begin, len(written), at)
    return Line(begin, is_item, "", *nameless)


def parted(written: str, at: int, begin: int, sign: int, is_item: bool) -> Line | None:
    """A line taken apart at its sign, or None where no name stands before it."""
    behind = sign + (2 if written[sign : sign + 2] == "=>" else 1)
    if written[begin : begin + 2] == "**" and written[behind : behind + 2] == "**":
        begin, behind = begin + 2, behind + 2  # bold type of Markdown, with the colon inside
    named = node(written, begin, sign, at)
    if not is_name(str(named.value)):
        return None
    value = node(written, behind, len(written), at)
    return Line(begin, is_item, str(named.value), named, of_status(str(named.value), value))


def cells_of(written: str, at: int, begin: int) -> Line:
    """A name and its value in two cells: `errorCode<tab>35`; the second may be empty."""
    tab = written.index("\t", begin)
    named, value = node(written, begin, tab, at), node(written, tab + 1, len(written), at)
    return Line(0, False, str(named.value), named, of_status(str(named.value), value))


def of_status(name: str, value: Node) -> Node:
    """The number of a status that stands before its words: `Status: 418 I'm a teapot`."""
    text = str(value.value)
    if text[:3].isdigit() and text[3:4] == " " and MEMBERS.get(plain_name(name)) == "status":
        return Node(Number(text[:3]), value.start, value.start + 3)
    return value


def row_of(written: str, at: int) -> Line | None:
    """A row of a table with a name and its value: `| errorCode | 35 |`, `errorCode | 35`."""
    bars = [place for place, letter in enumerate(written) if letter == "|"]
    if not 1 <= len(bars) <= 3:
        return None
    ends = (*bars, len(written)) if len(bars) > 1 else (-1, *bars, len(written))
    named, value = (node(written, ends[n] + 1, ends[n + 1], at) for n in (0, 1))
    if not is_name(str(named.value)):
        return None
    return Line(0, False, str(named.value), named, value)


def node(written: str, begin: int, end: int, at: int) -> Node:
    """What stands between two places of a line, without space, quotes and a comma around it."""
    text = written[begin:end]
    begin += len(text) - len(text.lstrip())
    text = text.strip().removesuffix(",")
    quoted = len(text) > 1 and text[0] in MARKS and text[-1] in MARKS and not is_path(text)
    if quoted:
        inner = text.strip(MARKS)
        begin += text.find(inner)
        text = inner
    value = Number(text) if text.isdigit() and not quoted else unescaped(text) if quoted else text
    return Node(value, at + begin, at + begin + len(text))


def how_it_goes_on(last: Line, before: str, written: str, line: Line | None) -> str:
    """Why a line is more of the value before it, "" if it is not: "block", "quote" or "words".

    `before` is the answer for the line before.
    """
    text = written.strip()
    value = str(last.value.value)
    deeper = len(written) - len(written.lstrip()) > last.indent
    if not text or last.value.end - last.value.start > LONGEST:
        return ""
    if before == "block" or value in BLOCKS:
        return "block" if deeper else ""
    if value[:1] in QUOTES and (value.count(value[0]) == 1 or before == "quote"):
        return "quote" if value[-1] != value[0] or len(value) == 1 else ""
    is_words = (line is None or not (line.name or line.is_item)) and text[0] != "|"
    if not is_words or (line and line.is_name_alone):
        return ""
    in_next_line = not value and plain_name(last.name) in TELLING
    runs_on = value[-1:].isalpha() or value[-1:] == ","
    return "words" if deeper or in_next_line or (runs_on and text[0].islower()) else ""


def longer(last: Line, written: str, at: int) -> Line:
    """The line with one more line as part of its value."""
    before, start, _ = last.value
    more = written.strip()
    end = at + written.index(more) + len(more)
    if before in BLOCKS or not before:
        before, start = "", end - len(more)
    said = f"{before} {more}".lstrip()
    if len(said) > 1 and said[0] in QUOTES and said[-1] == said[0]:
        said, start, end = unescaped(said[1:-1]), start + 1, end - 1
    return last._replace(value=Node(Number(said) if said.isdigit() else said, start, end))


def is_name(text: str) -> bool:
    if "[" in text:
        return is_path(text)
    return 0 < len(text) <= 40 and all(
        letter.isalnum() or letter in NAME_LETTERS for letter in text
    )


def plain_name(name: str) -> str:
    """`Error code`, `error_code` and `error-code` are one name, if it is one that tells."""
    lower = name.lower()
    squeezed = lower.replace(" ", "").replace("-", "")
    return lower if lower in TELLING else squeezed
