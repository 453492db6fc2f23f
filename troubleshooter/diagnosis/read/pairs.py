"""Names and values without braces: lists of `name: value`, YAML, logfmt, the rows of a table."""

from collections.abc import Iterator, Sequence

import re2

from troubleshooter.diagnosis.read.flattened import gathered, last_step
from troubleshooter.diagnosis.read.json_text import DEEPEST
from troubleshooter.diagnosis.read.member_names import COMPLAINT_FORMS, COMPLAINTS
from troubleshooter.diagnosis.read.name_and_value import (
    TELLING,
    Line,
    how_it_goes_on,
    line_of,
    longer,
    node,
    plain_name,
)
from troubleshooter.diagnosis.read.node import Member, Node

NAMES = "|".join(sorted(TELLING, key=len, reverse=True))
SPACED = "(?:error|status|response|trace|context|correlation)[ _-]?(?:code|group|message|id)"
MAY_HOLD = re2.compile(
    rf"(?im)\b(?:{NAMES})\b[\"'`*\]]*[ \t]*(?:=>|[:=|\t])|^[ \t]*(?:{NAMES}|{SPACED})[ \t]*$"
)
LOGFMT = re2.compile(r'(?:^|[\s,;])([A-Za-z_@][\w.@\[\]-]*)=("(?:[^"\\]|\\.)*"|[^\s",;]*)')
HEADINGS = ("value", "verdi", "værdi", "värde", "arvo")
RULER = re2.compile(r"\|[ \t]*:?--")


def documents(text: str, start: int, end: int) -> Iterator[Node]:
    """The objects that lists of names and values in a part of a text make up."""
    part = text[start:end]
    if not MAY_HOLD.search(part):
        return
    run: list[Line] = []
    goes_on = ""
    at = start
    for written in [*part.split("\n"), "---"]:
        line = line_of(written, at)
        if run and RULER.match(written[:40]):
            run.pop()  # what stands over the ruler of a table is its heading
        elif run and (goes_on := how_it_goes_on(run[-1], goes_on, written, line)):
            run[-1] = longer(run[-1], written, at)
        elif line is None or (not line.name and not (line.is_item and run)):
            if line and line.is_name_alone:
                run.append(line.alone())
            elif written.strip() or not run:
                yield from whole(run)
                run = []
            yield from logfmt(written, at)
        else:
            run.append(line)
        at += len(written) + 1


def whole(lines: Sequence[Line]) -> Iterator[Node]:
    """The object that a run of lines makes up, if enough of its names tell something."""
    if len({name for line in lines if (name := plain_name(last_step(line.name))) in TELLING}) < 2:
        return
    lines = without_heading(lines)
    if len({line.name for line in lines if line.is_item}) == len(lines):
        lines = [line._replace(is_item=False) for line in lines]  # one object, not a list of them
    found, _ = block(lines, 0, min(line.indent for line in lines), 0)
    if isinstance(found.value, tuple):
        yield from listed(found.value)
    else:
        yield found


def without_heading(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below the heading of two columns, `Field` and `Value`."""
    return lines[1:] if str(lines[0].value.value).lower() in HEADINGS else lines


def listed(members: Sequence[Member]) -> Iterator[Node]:
    """The objects that the members of a list make up."""
    for each in gathered(members):
        start = min(member.named.start for member in each)
        yield Node(tuple(with_complaints(each)), start, max(member.node.end for member in each))


def block(lines: Sequence[Line], at: int, indent: int, depth: int) -> tuple[Node, int]:
    """The value of the lines from one on that begin at least so far in; and the line after."""
    members: list[Member] = []
    items: list[Node] = []
    start = at
    while at < len(lines) and lines[at].indent >= indent:
        line = lines[at]
        if line.is_item and line.name and depth < DEEPEST:
            found, at = item(lines, at, depth + 1)
            items.append(found)
        elif line.is_item:
            items.append(line.value)
            at += 1
        else:
            found, at = value_of(lines, at, depth)
            if found.value != "":
                members.append(Member(plain_name(line.name), found, line.named))
    begin, end = lines[start].named.start, lines[at - 1].value.end
    return Node(items if items and not members else tuple(members), begin, end), at


def item(lines: Sequence[Line], at: int, depth: int) -> tuple[Node, int]:
    """An item of a list that has names: its first line, and those as far in as that."""
    after = at + 1
    first = lines[at]
    while after < len(lines) and lines[after].indent >= first.indent:
        if lines[after].is_item and lines[after].indent == first.indent:
            break
        after += 1
    inside = [first._replace(is_item=False), *lines[at + 1 : after]]
    found, _ = block(inside, 0, first.indent, depth)
    return found, after


def value_of(lines: Sequence[Line], at: int, depth: int) -> tuple[Node, int]:
    """The value of a name: on its line, or all that stands further in below it."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    deeper = below and (
        below.indent > line.indent or (below.is_item and below.indent > line.indent - 1)
    )
    if line.value.value or not deeper or depth >= DEEPEST or below is None:
        return line.value, at + 1
    return block(lines, at + 1, below.indent, depth + 1)


def with_complaints(members: Sequence[Member]) -> Iterator[Member]:
    """A name and its reason that follow each other are one complaint, as in a list of them."""
    at = 0
    while at < len(members):
        pair = tuple(member.name.lower() for member in members[at : at + 2])
        if pair in COMPLAINT_FORMS[:3]:
            first, last = members[at : at + 2]
            found = Node((first, last), first.named.start, last.node.end)
            yield Member(COMPLAINTS[0], Node([found], found.start, found.end), first.named)
            at += 2
        else:
            yield members[at]
            at += 1


def logfmt(written: str, at: int) -> Iterator[Node]:
    """`code=35 msg="not found"` in a line."""
    if written.count("=") < 2:
        return
    members = []
    for found in LOGFMT.finditer(written):
        begin, end = found.span(2)
        named = Node(found[1], at + found.start(1), at + found.end(1))
        members.append(Member(plain_name(found[1]), node(written, begin, end, at), named))
    if len({plain_name(last_step(member.name)) for member in members} & TELLING) > 1:
        yield from listed(members)
