"""What a body consists of, whatever its notation: values, members, and where they stand."""

from collections.abc import Container, Iterator
from typing import NamedTuple

from troubleshooter.diagnosis.decoding import decode, plain
from troubleshooter.diagnosis.encodings import BACKSLASH

NUMBER_BEGINS = frozenset("+-.0123456789")
NUMBER = NUMBER_BEGINS | {"e", "E"}
WORDS = {
    **dict.fromkeys(("true", "True"), True),
    **dict.fromkeys(("false", "False"), False),
    **dict.fromkeys(("null", "None", "NULL", "nil", "undefined", "NaN"), None),
}


class Number(str):
    """A number as it is written: `100.50` is not `100.5`, and 4,300 digits are no trouble."""

    __slots__ = ()


class Node(NamedTuple):
    """A value and where it stands: a string's span is inside its quotes."""

    value: "Value"
    start: int
    end: int


class Member(NamedTuple):
    """A name and its value in an object. A name given twice stays twice."""

    name: str
    node: Node
    named: Node


Value = str | bool | list[Node] | tuple[Member, ...] | None
"""A string, a Number, a word such as `true`, the items of a list, or the members of an object."""


def objects(node: Node, without: Container[str] = ()) -> Iterator[tuple[Node, tuple[Member, ...]]]:
    """All objects in a value with their members; not what stands under the names in `without`."""
    waiting = [node]
    while waiting:
        value = waiting.pop()
        if isinstance(value.value, tuple):
            yield value, value.value
            waiting += [each.node for each in value.value if each.name.lower() not in without]
        elif isinstance(value.value, list):
            waiting += value.value


def worth_reading(node: Node) -> bool:
    """Whether it says anything: an object with a member, or a list with one or with a string."""
    if isinstance(node.value, tuple):
        return bool(node.value)
    if isinstance(node.value, list):
        return any(
            (type(item.value) is str and item.value) or worth_reading(item) for item in node.value
        )
    return False


def unescaped(text: str) -> str:
    return decode(plain(text), BACKSLASH).text if "\\" in text else text
