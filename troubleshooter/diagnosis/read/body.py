"""Bodies of every form: facts by the names of members, whatever the nesting, notation and capitals."""

from collections.abc import Iterator

from troubleshooter.diagnosis.decoding import BACKSLASH, decode
from troubleshooter.diagnosis.read import family
from troubleshooter.diagnosis.read.complaints import complaints
from troubleshooter.diagnosis.read.json_text import documents
from troubleshooter.diagnosis.read.member_names import (
    COMPLAINTS,
    MEMBERS,
    REQUESTS,
    TRACES,
    WATCHED,
)
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact

DEEPEST_QUOTE = 3
STATUS_OR_CODE = ("responsecode", "error_code")


def facts(paste: Paste) -> Iterator[Fact]:
    """What the bodies say. The body of a request is no error: only what checks look at is read."""
    for document in paste.documents:
        place, node = Place(document.decoded, document.span), document.node
        is_error = any(has_form(each) for each in objects(node))
        if is_error or not paste.is_sent(document):
            yield from tell(place, node)
        else:
            yield from tell_sent(place, node)


def objects(node: Node) -> Iterator[Node]:
    """The object that a document is, or those in its list."""
    if isinstance(node.value, list):
        yield from (item for item in node.value if isinstance(item.value, tuple))
    elif isinstance(node.value, tuple):
        yield node


def has_form(node: Node) -> bool:
    return bool(family.of_object(node.value, "")[0])  # type: ignore[arg-type]


def tell(place: Place, node: Node) -> Iterator[Fact]:
    """What a value says, all the way down."""
    if isinstance(node.value, tuple):
        yield from form(place, node)
        yield from money(place, node.value)
        for member in node.value:
            yield from tell_member(place, member)
    elif isinstance(node.value, list):
        if any(type(item.value) is str for item in node.value):
            yield place.derived("shape", "strings", node)
        for item in node.value:
            yield from tell(place.of(item), item)
    elif type(node.value) is str and node.value:
        yield place.fact("message", node)
        yield from quoted(place, node)


SENTENCE_SPACES = 2
"""A string under a name nobody knows, `msg` or `data`, is prose from this many spaces on."""


def tell_sent(place: Place, node: Node) -> Iterator[Fact]:
    """What a body that was sent says: the members that checks look at, all the way down."""
    if isinstance(node.value, tuple):
        yield from money(place, node.value)
        for member in node.value:
            if member.name in WATCHED and not isinstance(member.node.value, tuple | list):
                yield from watched(place, member)
            yield from tell_sent(place, member.node)
    elif isinstance(node.value, list):
        for item in node.value:
            yield from tell_sent(place, item)
    elif type(node.value) is str:
        yield from quoted(place, node, sent=True)


def tell_member(place: Place, member: Member) -> Iterator[Fact]:
    lower, node = member.name.lower(), member.node
    value = node.value
    if isinstance(value, tuple):
        if lower in REQUESTS:
            yield from tell_sent(place, node)
        elif lower in COMPLAINTS:
            yield from complaints(place, node, tell)
        else:
            yield from tell(place, node)
    elif isinstance(value, list):
        yield from (
            complaints(place, node, tell) if lower in COMPLAINTS else listed(place, lower, node)
        )
    else:
        if member.name in WATCHED:
            yield from watched(place, member)
        if lower in REQUESTS:
            yield from tell_sent(place, node)
        elif value is not None:
            yield from scalar(place, lower, node)


def listed(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    """A list under a name: error numbers of Azure AD, or whatever its items say."""
    for item in node.value:  # type: ignore[attr-defined]
        if isinstance(item.value, tuple | list):
            yield from tell(place.of(item), item)
        elif item.value is not None:
            yield from scalar(place, lower, item)


def scalar(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    """What one value says, by the name it has."""
    value = str(node.value)
    if name := name_of(lower, node):
        yield place.fact(name, node)
    if name == "code" and (api := family.of_code(value)):
        yield place.derived("api", api, node)
    if lower == "type":
        yield from problem_type(place, node)
    if lower == "instance" and (api := family.of_instance(value)):
        yield place.derived("api", api, node)
    yield from quoted(place, node)


def name_of(lower: str, node: Node) -> str:
    """Which fact a value is under this name; "" for none."""
    value = str(node.value)
    name = MEMBERS.get(lower, "")
    if name == "status" and not (len(value) == 3 and value.isdigit()):
        return "code" if lower in STATUS_OR_CODE else ""
    if lower in TRACES:
        return f"trace.{TRACES[lower]}"
    if lower == "error":
        return "message" if " " in value else "code"
    if not name and type(node.value) is str and value.count(" ") >= SENTENCE_SPACES:
        return "line"
    return name


def problem_type(place: Place, node: Node) -> Iterator[Fact]:
    """The last part of the type: the only part that has stayed the same over the years."""
    value = place.decoded.text[node.start : node.end].rstrip("/")
    begins = max(value.rfind("/"), value.rfind("#")) + 1
    if begins:
        yield place.fact("type", Node(None, node.start + begins, node.start + len(value)))
    if api := family.of_type(value):
        yield place.derived("api", api, node)


def watched(place: Place, member: Member) -> Iterator[Fact]:
    """A member as JSON writes it: quotes included, so that "654321" and 654321 differ."""
    quote = 1 if type(member.node.value) is str else 0
    letters = Node(None, member.node.start - quote, member.node.end + quote)
    yield place.fact(f"member.{member.name}", letters)


def money(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """`value` is an amount only beside a `currency`: a HAR calls the value of any header so."""
    names = [member.name for member in members]
    if "value" in names and "currency" in names:
        yield from watched(place, members[names.index("value")])


def quoted(place: Place, node: Node, *, sent: bool = False) -> Iterator[Fact]:
    """A body that was put into a string: `"body": "{\\"errorCode\\": …}"`."""
    if type(node.value) is not str or not ("{" in node.value or "[" in node.value):
        return
    if place.quotes == DEEPEST_QUOTE:
        return
    inside = decode(place.decoded.cut(node.start, node.end), BACKSLASH)
    for found in documents(inside.text):
        region = inside.span(found.start, found.end)
        yield from (tell_sent if sent else tell)(Place(inside, region, place.quotes + 1), found)


def form(place: Place, node: Node) -> Iterator[Fact]:
    """The form of an object, by the names it has."""
    text = place.decoded.text[node.start : node.end]
    shape, api = family.of_object(node.value, text)  # type: ignore[arg-type]
    if shape:
        yield place.derived("shape", shape, node)
    if api:
        yield place.derived("api", api, node)
