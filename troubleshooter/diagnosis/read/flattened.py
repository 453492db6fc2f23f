"""Names that hold the way to a value: `extraDetails[0].reason`, `extraDetails.0.reason`, `[0].code`."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.read.node import Member, Node

PATH = re2.compile(r"\$?[\w$@-]*(?:\[\w*\]|\.[\w$@-]+)+")
STEP = re2.compile(r"[^.\[\]$]+")
LONGEST = 80


class Way(NamedTuple):
    """The list that a value is in ("" for the document itself), the number of its item, its name."""

    owner: str
    number: str
    name: str


def is_path(name: str) -> bool:
    return len(name) <= LONGEST and bool(PATH.fullmatch(name))


def way(name: str) -> Way | None:
    """The way that a name holds, if it goes through a list.

    >>> way("extraDetails[0][reason]"), way("error.code")
    (Way(owner='extraDetails', number='0', name='reason'), None)
    """
    if not ("." in name or "[" in name) or not is_path(name):
        return None
    steps = STEP.findall(name)
    for at in range(len(steps) - 2, -1, -1):
        if steps[at].isdigit():
            return Way(steps[at - 1] if at else "", steps[at], steps[-1])
    return None


def last_step(name: str) -> str:
    """The name of the value itself."""
    found = way(name)
    return found.name if found else name


def gathered(members: Iterable[Member]) -> Iterator[tuple[Member, ...]]:
    """The objects that members make up whose names hold the way: the document, or each of its items."""
    document: list[Member] = []
    lists: dict[str, dict[str, list[Member]]] = {}
    for member in members:
        if found := way(member.name):
            item = lists.setdefault(found.owner, {}).setdefault(found.number, [])
            item.append(member._replace(name=found.name))
        else:
            document.append(member)
    own = lists.pop("", {})
    document += [list_of(owner, items) for owner, items in lists.items()]
    yield from (tuple(each) for each in (document, *own.values()) if each)


def list_of(owner: str, items: dict[str, list[Member]]) -> Member:
    nodes = [Node(tuple(item), item[0].named.start, item[-1].node.end) for item in items.values()]
    start, end = nodes[0].start, max(node.end for node in nodes)
    return Member(owner, Node(nodes, start, end), Node(owner, start, start))
