"""A line that is a name and its value: `code: 35`, `- name = x`, `| code | 35 |`."""

from typing import NamedTuple

from troubleshooter.diagnosis.read.member_names import COMPLAINTS, MEMBERS, TRACES
from troubleshooter.diagnosis.read.node import Node, Number, unescaped

TELLING = MEMBERS.keys() | TRACES.keys() | {"type", "error", *COMPLAINTS}
"""Names of which two must stand together, so that prose with a colon is no body."""

MARKS = "\"'`*[]"
NAME_LETTERS = frozenset("._-$@ ")
LONGEST = 4000


class Line(NamedTuple):
    """A line of a list: how far in it begins, its name ("" for none) and its value."""

    indent: int
    is_item: bool
    name: str
    named: Node
    value: Node


def line_of(written: str, at: int) -> Line | None:
    """A line taken apart, or None for one that is no name with its value."""
    text = written.strip()
    if not text or len(text) > LONGEST or ("=" in text[:40] and text.count("=") > 1):
        return None
    begin = len(written) - len(written.lstrip())
    if text.startswith("|"):
        return row_of(written, at)
    is_item = text.startswith(("- ", "* ", "• "))
    begin += 2 if is_item else 0
    begin += len(written[begin:]) - len(written[begin:].lstrip())
    found = [written.find(sign, begin) for sign in (":", "=")]
    sign = min((each for each in found if each >= 0), default=-1)
    if sign < 0:
        return Line(
            begin,
            is_item,
            "",
            node(written, begin, begin, at),
            node(written, begin, len(written), at),
        )
    behind = sign + (2 if written[sign : sign + 2] == "=>" else 1)
    named = node(written, begin, sign, at)
    if not is_name(str(named.value)):
        return None
    return Line(begin, is_item, str(named.value), named, node(written, behind, len(written), at))


def row_of(written: str, at: int) -> Line | None:
    """A row of a table with a name and its value: `| errorCode | 35 |`."""
    bars = [place for place, letter in enumerate(written) if letter == "|"]
    if not 2 <= len(bars) <= 3:
        return None
    ends = (*bars, len(written))
    named, value = (node(written, ends[n] + 1, ends[n + 1], at) for n in (0, 1))
    if not is_name(str(named.value)):
        return None
    return Line(0, False, str(named.value), named, value)


def node(written: str, begin: int, end: int, at: int) -> Node:
    """What stands between two places of a line, without space, quotes and a comma around it."""
    text = written[begin:end]
    begin += len(text) - len(text.lstrip())
    text = text.strip().removesuffix(",")
    quoted = len(text) > 1 and text[0] in MARKS and text[-1] in MARKS
    if quoted:
        inner = text.strip(MARKS)
        begin += text.find(inner)
        text = inner
    value = Number(text) if text.isdigit() and not quoted else unescaped(text) if quoted else text
    return Node(value, at + begin, at + begin + len(text))


def is_name(text: str) -> bool:
    return 0 < len(text) <= 40 and all(
        letter.isalnum() or letter in NAME_LETTERS for letter in text
    )


def plain_name(name: str) -> str:
    """`Error code`, `error_code` and `error-code` are one name, if it is one that tells."""
    lower = name.lower()
    squeezed = lower.replace(" ", "").replace("-", "")
    return lower if lower in TELLING else squeezed
