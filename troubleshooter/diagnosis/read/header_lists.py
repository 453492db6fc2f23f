"""Lists of headers, in any of the forms that tools have for one."""

from collections.abc import Iterator

from troubleshooter.diagnosis.read.header_names import (
    KNOWN,
    LISTS,
    MARKS,
    OF_REQUESTS,
    OF_RESPONSES,
)
from troubleshooter.diagnosis.read.headers import is_name
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.place import Place

Header = tuple[str, Node]
ENTRIES = (("name", "value"), ("key", "value"), ("header", "value"))


def is_list(place: Place, name: str, node: Node) -> bool:
    """Whether a member is a list of headers, and so no place to look for errors."""
    return name in LISTS and tells(list(headers_of(place, node)))


def loose(place: Place, node: Node) -> list[Header]:
    """The headers of a list without a name, if it has some that only requests have; else none."""
    items = node.value if isinstance(node.value, list) else []
    if items and type(items[0].value) is str and ":" not in items[0].value:
        return []
    found = list(headers_of(place, node))
    return found if any(name.lower() in MARKS for name, _ in found) else []


def tells(headers: list[Header]) -> bool:
    return any(name.lower() in KNOWN or "-" in name for name, _ in headers)


def side_of(headers: list[Header], side: str) -> str:
    """Whose headers they are, by those that only one side has; else those of the side they are on."""
    names = {name.lower() for name, _ in headers}
    if names & OF_REQUESTS:
        return "request"
    return side or ("response" if names & OF_RESPONSES else "")


def headers_of(place: Place, node: Node) -> Iterator[Header]:
    """The names and values of a list of headers, in any of the forms that tools have for one."""
    if isinstance(node.value, tuple):
        yield from of_members(node.value)
    elif isinstance(node.value, list):
        items = node.value
        strings = len(items) > 1 and all(type(item.value) is str for item in items[:2])
        if strings and ":" not in str(items[0].value):
            yield from in_turn(items)
            return
        for item in items:
            yield from of_item(place, item)


def of_members(members: tuple[Member, ...]) -> Iterator[Header]:
    for member in members:
        if is_name(member.name) and (value := scalar(member.node)):
            yield member.name, value


def of_item(place: Place, item: Node) -> Iterator[Header]:
    """`{"name": …, "value": …}`, `["name", "value"]` or `"name: value"`."""
    if isinstance(item.value, tuple):
        names = {member.name.lower(): member.node for member in item.value}
        for name, value in ENTRIES:
            if name in names and value in names:
                yield from pair(names[name], names[value])
                return
    elif isinstance(item.value, list):
        if len(item.value) > 1:
            yield from pair(*item.value[:2])
    elif type(item.value) is str:
        text = place.decoded.text[item.start : item.end]
        name, colon, value = text.partition(":")
        if colon and is_name(name):
            start = item.end - len(value.lstrip())
            yield name, Node(value.strip(), start, start + len(value.strip()))


def in_turn(items: list[Node]) -> Iterator[Header]:
    """A name, its value, the next name: `rawHeaders` of Node."""
    for name, value in zip(items[::2], items[1::2], strict=False):
        yield from pair(name, value)


def pair(name: Node, value: Node) -> Iterator[Header]:
    found = scalar(value)
    if found and is_name(str(name.value)):
        yield str(name.value), found


def scalar(node: Node) -> Node | None:
    """A string or a number, or the first of a list of such."""
    value = node.value
    if isinstance(value, list):
        return scalar(value[0]) if value and not isinstance(value[0].value, list) else None
    return node if isinstance(value, str) else None
