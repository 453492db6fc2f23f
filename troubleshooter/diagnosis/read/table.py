"""Tables: a row of names and below it rows of values, in CSV, tabs, Markdown or the frames of psql."""

from collections.abc import Iterator, Sequence

import re2

from troubleshooter.diagnosis.read.member_names import MEMBERS
from troubleshooter.diagnosis.read.members import tell
from troubleshooter.diagnosis.read.name_and_value import TELLING, is_name, node, plain_name
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact, Span

NAMES = (
    r"(?:(?:http[ _-]?)?status(?:[ _-]?code)?|error[ _-]?(?:code|group|message|text)|code|message|title"
    r"|response[ _-]?(?:code|message)|failure[ _-]?(?:reason|description))"
)
HEADING = re2.compile(
    rf"""(?i)[|,;\t][ "'`*]*{NAMES}[ "'`*]*(?:[|,;\t\n]|\z)|(?:\A|\n)[ "'`*]*{NAMES}[ "'`*]*[|,;\t]"""
)
"""A cell with a name that tells."""

SEPARATORS = "|\t;,"
ENOUGH = {"status", "statuscode", "responsecode", "httpstatus", "http_status", "errorcode"}
"""Names of which one column is enough; others need a second one beside them."""

RULER = frozenset("|+-: =")
MOST_CELLS = 40
MOST_ROWS = 200


def facts(paste: Paste) -> Iterator[Fact]:
    """What each row says, as if it were an object with the names of the heading."""
    text, done = paste.text, 0
    for found in HEADING.finditer(text):
        at = found.start() + 1
        if at > done:
            end = text.find("\n", at)
            line = Span(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text))
            done, rows = table(text, line)
            for row in rows:
                yield from tell(Place(paste.plain, Span(row.start, row.end)), row)


def table(text: str, line: Span) -> tuple[int, list[Node]]:
    """Where a table ends that a line is the heading of, and its rows; there may be none."""
    if separator := separator_of(text, line):
        names = cells(text, line, separator)
        if tells(names):
            return rows_below(text, line.end, separator, names)
    return line.end, []


def separator_of(text: str, line: Span) -> str:
    """What stands between the cells of a line; "" for a line of one cell."""
    part = text[line.start : line.end]
    return next((sign for sign in SEPARATORS if 0 < part.count(sign) <= MOST_CELLS), "")


def tells(names: Sequence[Node]) -> bool:
    """Whether a row is a heading of which something can be known."""
    if not all(is_name(str(name.value)) or not name.value for name in names):
        return False
    known = {plain_name(str(name.value)) for name in names} & TELLING
    return len(names) > 1 and (len(known) > 1 or bool(known & ENOUGH))


def rows_below(text: str, at: int, separator: str, names: Sequence[Node]) -> tuple[int, list[Node]]:
    """The rows below a heading, up to the first line with another number of cells; and its place."""
    found: list[Node] = []
    while at < len(text) and len(found) < MOST_ROWS:
        end = text.find("\n", at + 1)
        line = Span(at + 1, end if end >= 0 else len(text))
        written = text[line.start : line.end]
        if not RULER.issuperset(written) or not written:
            values = cells(text, line, separator)
            if len(values) != len(names) or is_telling(values[0]):
                break
            found.append(row(names, values, line))
        at = line.end
    return at, found


def is_telling(cell: Node) -> bool:
    """Whether a cell is a name itself: then the row is none of values."""
    return plain_name(str(cell.value)) in MEMBERS


def row(names: Sequence[Node], values: Sequence[Node], line: Span) -> Node:
    members = [
        Member(plain_name(str(name.value)), value, name)
        for name, value in zip(names, values, strict=True)
        if name.value and value.value
    ]
    return Node(tuple(members), line.start, line.end)


def cells(text: str, line: Span, separator: str) -> list[Node]:
    """The cells of a line, without the bars at its ends, without space and quotation marks."""
    written = text[line.start : line.end]
    begin = 0
    ends = []
    quoted = False
    for place, letter in enumerate(written):
        if letter == '"':
            quoted = not quoted
        elif letter == separator and not quoted:
            ends.append((begin, place))
            begin = place + 1
    ends.append((begin, len(written)))
    if separator == "|":
        ends = ends[written.lstrip().startswith("|") :]
        ends = ends[: len(ends) - written.rstrip().endswith("|")]
    return [node(written, *each, line.start) for each in ends]
