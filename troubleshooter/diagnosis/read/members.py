"""What a body says: facts by the names of members, whatever the nesting, notation and capitals.

What was sent is walked apart from what came back: a status or a message in it is no answer.
"""

from collections.abc import Iterator

from troubleshooter.diagnosis.read import exchange, family
from troubleshooter.diagnosis.read.by_name import is_status, money, scalar, watched
from troubleshooter.diagnosis.read.complaints import (
    complaint,
    complaints,
    is_code,
    is_complaints,
)
from troubleshooter.diagnosis.read.header_lists import is_list, loose
from troubleshooter.diagnosis.read.header_names import BODIES, LISTS, SIDES
from troubleshooter.diagnosis.read.member_names import COMPLAINTS, WATCHED
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.diagnosis.read.quoted import bodies, may_hold
from troubleshooter.domain import Fact

HOLDS_BODY = SIDES.keys() | set(BODIES)
"""Names under which a body stands as it is, also one that is a list of strings."""

DEEPEST_QUOTE = 3
REPORTED = "edamount"
"""How amounts end that nobody sends: `authorizedAmount`, `refundedAmount`."""


def tell(place: Place, node: Node) -> Iterator[Fact]:
    """What a value says, all the way down."""
    value = node.value
    if isinstance(value, tuple):
        yield from tell_object(place, node, value)
    elif isinstance(value, list):
        yield from tell_list(place, node, value)
    elif type(value) is str and value:
        yield place.fact("message", node)
        yield from quoted(place, node)


def tell_object(place: Place, node: Node, members: tuple[Member, ...]) -> Iterator[Fact]:
    if exchange.is_request(members):
        yield from tell_sent(place.on("request"), node)
        return
    if is_code(members):
        yield from complaint(place, node, members, tell)
        return
    yield from form(place, node, members)
    if place.side != "response":
        yield from money(place, members)
    yield from exchange.facts(place, members)
    is_answer = exchange.is_answer(members)
    for member in members:
        if is_answer and member.name.lower() == "code" and is_status(str(member.node.value)):
            yield place.fact("status", member.node)
        else:
            yield from tell_member(place, member)


def tell_list(place: Place, node: Node, items: list[Node]) -> Iterator[Fact]:
    if headers := loose(place, node):
        yield from exchange.told(place, "request", headers)
        return
    if is_complaints(items):
        yield from complaints(place, node, tell)
        return
    if any(type(item.value) is str for item in items):
        yield place.derived("shape", "strings", node)
    for item in items:
        yield from tell(place.of(item), item)


def tell_sent(place: Place, node: Node) -> Iterator[Fact]:
    """What was sent says: its headers, and the members that checks look at, all the way down."""
    value = node.value
    if isinstance(value, tuple):
        yield from money(place, value)
        yield from exchange.facts(place, value)
        for status in exchange.answered(value):
            if is_status(str(status.value)):
                yield place.fact("status", status)
        for member in value:
            yield from tell_sent_member(place, member)
    elif isinstance(value, list):
        yield from exchange.told(place, "request", loose(place, node))
        for item in value:
            yield from tell_sent(place, item)
    elif type(value) is str:
        yield from quoted(place, node)


def tell_sent_member(place: Place, member: Member) -> Iterator[Fact]:
    lower, node = member.name.lower(), member.node
    if lower in LISTS and is_list(place, lower, node):
        return
    if isinstance(node.value, tuple | list):
        if SIDES.get(lower) == "response":
            yield from tell(place.on("response"), node)
            return
    elif member.name in WATCHED:
        yield from watched(place, member)
    yield from tell_sent(place, node)


def tell_member(place: Place, member: Member) -> Iterator[Fact]:
    lower, node = member.name.lower(), member.node
    side, rest = exchange.flattened(member.name) if "." in lower else (SIDES.get(lower), "")
    if lower.endswith(REPORTED):
        side = "response"
    if side and rest:
        yield from tell_flattened(place.on(side), rest, node)
        return
    if (
        member.name in WATCHED
        and place.side != "response"
        and not isinstance(node.value, tuple | list)
    ):
        yield from watched(place, member)
    if side == "request":
        yield from tell_sent(place.on(side), node)
    elif lower in COMPLAINTS and isinstance(node.value, tuple | list):
        yield from complaints(place, node, tell)
    elif not (lower in LISTS and is_list(place, lower, node)):
        yield from named(place.on(side) if side else place, lower, node)


def tell_flattened(place: Place, path: str, node: Node) -> Iterator[Fact]:
    """What a member says whose name has the way to it: `request.headers.Accept`."""
    owner, _, name = path.rpartition(".")
    if owner.lower() in LISTS:
        yield from exchange.listed(place, owner.lower(), {owner.lower(): wrapped(name, node)})
    elif place.side == "response":
        yield from tell_member(place, Member(name, node, node))
    else:
        yield from exchange.called(place, {name.lower(): node})
        yield from tell_sent_member(place, Member(name, node, node))


def wrapped(name: str, node: Node) -> Node:
    """An object with this one member."""
    return Node((Member(name, node, node),), node.start, node.end)


def named(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    """What a value says under a name: an object by its own, a list item by item."""
    value = node.value
    if isinstance(value, tuple) or (isinstance(value, list) and lower in HOLDS_BODY):
        yield from tell(place, node)
    elif isinstance(value, list):
        for item in value:  # error numbers of Azure AD, or whatever the items say
            if isinstance(item.value, tuple | list):
                yield from tell(place.of(item), item)
            elif item.value is not None:
                yield from scalar(place, lower, item)
                yield from quoted(place, item)
    elif value is not None:
        yield from scalar(place, lower, node)
        yield from quoted(place, node)


def quoted(place: Place, node: Node) -> Iterator[Fact]:
    """A body that was put into a string: `"body": "{\\"errorCode\\": …}"`."""
    if type(node.value) is not str or place.quotes == DEEPEST_QUOTE or not may_hold(node.value):
        return
    for inside, found in bodies(place.decoded.cut(node.start, node.end), node.value):
        region = inside.span(found.start, found.end)
        deeper = Place(inside, region, place.quotes + 1, place.side)
        yield from (tell_sent if place.side == "request" else tell)(deeper, found)


def form(place: Place, node: Node, members: tuple[Member, ...]) -> Iterator[Fact]:
    """The form of an object, by the names it has."""
    text = place.decoded.text[node.start : node.end]
    shape, api = family.of_object(members, text)
    if shape:
        yield place.derived("shape", shape, node)
    if api:
        yield place.derived("api", api, node)
