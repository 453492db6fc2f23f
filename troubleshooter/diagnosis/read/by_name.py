"""What one value of a body says, by the name it has."""

from collections.abc import Iterator

from troubleshooter.diagnosis.read import family
from troubleshooter.diagnosis.read.member_names import MEMBERS, TRACES
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact

STATUS_OR_CODE = ("responsecode", "error_code")
QUOTES = ('"', "'", "`")
SENTENCE_SPACES = 2
"""A string under a name nobody knows, `msg` or `data`, is prose from this many spaces on."""


def scalar(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    """What one value says under a name in lower case."""
    value = str(node.value)
    if name := name_of(lower, node):
        yield place.fact(name, node)
    if name == "code" and (api := family.of_code(value)):
        yield place.derived("api", api, node)
    if lower == "type":
        yield from problem_type(place, node)
    if lower == "instance" and (api := family.of_instance(value)):
        yield place.derived("api", api, node)


def name_of(lower: str, node: Node) -> str:
    """Which fact a value is under this name; "" for none."""
    value = str(node.value)
    name = MEMBERS.get(lower, "")
    if name == "status" and not is_status(value):
        return "code" if lower in STATUS_OR_CODE else ""
    if lower in TRACES:
        return f"trace.{TRACES[lower]}"
    if lower == "error":
        return "message" if " " in value else "code"
    if not name and type(node.value) is str and value.count(" ") >= SENTENCE_SPACES:
        return "line"
    return name


def is_status(value: str) -> bool:
    return len(value) == 3 and value.isdigit()


def problem_type(place: Place, node: Node) -> Iterator[Fact]:
    """The last part of the type: the only part that has stayed the same over the years."""
    value = place.decoded.text[node.start : node.end].rstrip("/")
    begins = max(value.rfind("/"), value.rfind("#")) + 1
    if begins:
        yield place.fact("type", Node(None, node.start + begins, node.start + len(value)))
    if api := family.of_type(value):
        yield place.derived("api", api, node)


def watched(place: Place, member: Member) -> Iterator[Fact]:
    """A member as JSON writes it: quotes included, so that "654321" and 654321 differ.

    Some dumps write strings without quotes: of digits there, nobody can tell which of both they are.
    """
    _, start, end = member.node
    if type(member.node.value) is str:
        if place.decoded.text[start - 1 : start] in QUOTES:
            start, end = start - 1, end + 1
        elif member.node.value.isdigit():
            return
    yield place.fact(f"member.{member.name}", Node(None, start, end))


def money(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """`value` is an amount only beside a `currency`: a HAR calls the value of any header so."""
    names = [member.name for member in members]
    if "value" in names and "currency" in names:
        yield from watched(place, members[names.index("value")])
