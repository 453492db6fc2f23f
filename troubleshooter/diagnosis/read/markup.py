"""XML: elements and attributes with the names that bodies of JSON have too."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import decode, plain
from troubleshooter.diagnosis.encodings import ENTITIES
from troubleshooter.diagnosis.read.member_names import COMPLAINT_FORMS, COMPLAINTS
from troubleshooter.diagnosis.read.members import tell
from troubleshooter.diagnosis.read.name_and_value import TELLING, plain_name
from troubleshooter.diagnosis.read.node import Member, Node, Number
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact, Span

TAG = re2.compile(
    r"""<(/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(/?)>"""
)
ATTRIBUTE = re2.compile(r"""([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
PAGE = re2.compile(r"(?i)<!doctype html|<html\b|<head>|<body\b")
DEEPEST = 32
CDATA = "<![CDATA["


class Element:
    """An element that is not closed yet: its name, where it begins, and what is in it so far."""

    __slots__ = ("inside", "members", "name", "start")

    def __init__(self, name: Node, start: int, inside: int) -> None:
        self.name = name
        self.start = start
        self.inside = inside
        self.members: list[Member] = []


def facts(paste: Paste) -> Iterator[Fact]:
    """What the outermost elements say that hold at least two names that tell something."""
    if "</" not in paste.text and "/>" not in paste.text:
        return
    if PAGE.search(paste.text):
        return
    for found in elements(paste.text):
        if len(names_in(found) & TELLING) > 1:
            yield from tell(Place(paste.plain, Span(found.start, found.end)), found)


def elements(text: str) -> Iterator[Node]:
    """The outermost elements of a text, each as an object. An element without its end is left out."""
    opened: list[Element] = []
    for tag in TAG.finditer(text):
        name = Node(
            tag[2].rpartition(":")[2], tag.end(2) - len(tag[2].rpartition(":")[2]), tag.end(2)
        )
        if tag[1]:
            closed = close(opened, text, name, tag)
        else:
            element = Element(name, tag.start(), tag.end())
            element.members += attributes(tag[3], tag.start(3))
            if len(opened) < DEEPEST:
                opened.append(element)
            closed = close(opened, text, name, tag) if tag[4] else None
        if closed and opened:
            opened[-1].members.append(Member(plain_name(str(name.value)), closed, name))
        elif closed:
            yield closed


def close(opened: list[Element], text: str, name: Node, tag: "re2._Match[str]") -> Node | None:
    """The value of the element that a tag closes; what was opened inside it and not closed is lost."""
    if not any(element.name.value == name.value for element in opened):
        return None
    while (element := opened.pop()).name.value != name.value:
        pass
    if element.members:
        return of_members(str(name.value), tuple(element.members), element.start, tag.end())
    return leaf(text, element.inside, max(element.inside, tag.start()))


def of_members(name: str, members: tuple[Member, ...], start: int, end: int) -> Node:
    """The object of an element; a list under a name for complaints, whose items have any name."""
    node = Node(members, start, end)
    if name.lower() not in COMPLAINTS:
        return node
    if all(isinstance(member.node.value, tuple) for member in members):
        return Node([member.node for member in members], start, end)
    names = {member.name.lower() for member in members}
    is_one = any(names.issuperset(form) for form in COMPLAINT_FORMS)
    return Node([node], start, end) if is_one else node


def leaf(text: str, start: int, end: int) -> Node:
    """The text of an element, without space around it and without its codes."""
    said = text[start:end]
    begin = start + len(said) - len(said.lstrip())
    said = said.strip()
    if said.startswith(CDATA) and said.endswith("]]>"):
        said, begin = said[len(CDATA) : -3], begin + len(CDATA)
    value = decode(plain(said), ENTITIES).text
    return Node(Number(value) if value.isdigit() else value, begin, begin + len(said))


def attributes(written: str, at: int) -> Iterator[Member]:
    for found in ATTRIBUTE.finditer(written):
        group = 2 if found[2] is not None else 3
        named = Node(found[1], at + found.start(1), at + found.end(1))
        value = leaf(written, found.start(group), found.end(group))
        moved = Node(value.value, at + value.start, at + value.end)
        yield Member(plain_name(found[1]), moved, named)


def names_in(node: Node) -> set[str]:
    """The names at every depth."""
    if not isinstance(node.value, tuple):
        return set()
    found: set[str] = set()
    for member in node.value:
        found |= {member.name} | names_in(member.node)
    return found
