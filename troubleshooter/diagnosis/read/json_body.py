"""JSON bodies of every form: facts by the names of members, whatever the nesting and capitals."""

from collections.abc import Iterator
from typing import NamedTuple

from troubleshooter.diagnosis.decoding import BACKSLASH, Decoded, decode
from troubleshooter.diagnosis.read.http import api_of
from troubleshooter.diagnosis.read.json_text import Member, Node, Number, documents
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

MEMBERS = {
    "status": "status",
    "statuscode": "status",
    "responsecode": "status",
    "httpstatus": "status",
    "errorcode": "code",
    "errorid": "code",
    "error_codes": "code",
    "code": "code",
    "errorgroup": "group",
    "message": "message",
    "errormessage": "message",
    "errortext": "message",
    "responsemessage": "message",
    "title": "message",
    "detail": "message",
    "error_description": "message",
    "error_debug": "message",
    "field": "field",
}
"""Which fact a member of an error body is, by its name in lower case."""

TRACES = {
    "contextid": "contextId",
    "traceid": "traceId",
    "trace_id": "trace_id",
    "correlationid": "correlationId",
    "correlation_id": "correlation_id",
    "instance": "instance",
}
COMPLAINTS = ("extradetails", "invalidparams", "extrainfo", "errors")
"""Members that list what is wrong, field by field."""

COMPLAINT_FORMS = (("name", "reason"), ("field", "text"), ("key", "value"), ("field", "message"))
CODE_NAMES = ("errorcode", "customerrorcode")
WATCHED = (
    "merchantSerialNumber",
    "amount",
    "currency",
    "fallBack",
    "fallback",
    "callbackPrefix",
    "callbackUrl",
    "returnUrl",
    "phoneNumber",
    "mobileNumber",
    "orderId",
    "reference",
)
"""Members of a request that checks look at, as their API spells them (and one wrong spelling)."""

DEEPEST_QUOTE = 3


class Place(NamedTuple):
    """Where a walk stands: the text it reads, and the error that the facts speak for."""

    decoded: Decoded
    within: Span
    quotes: int = 0

    def fact(self, name: str, node: Node) -> Fact:
        """The fact that a value stands there; a Node without one stands for its very letters."""
        value = self.decoded.text[node.start : node.end] if node.value is None else str(node.value)
        return Fact(name, value, self.decoded.span(node.start, node.end), self.within)

    def of(self, node: Node) -> "Place":
        """The same, for an error of its own inside a list."""
        return self._replace(within=self.decoded.span(node.start, node.end))


def facts(paste: Paste) -> Iterator[Fact]:
    for document in paste.documents:
        yield from tell(Place(document.decoded, document.span), document.node)


def tell(place: Place, node: Node) -> Iterator[Fact]:
    """What a value says, all the way down."""
    if isinstance(node.value, tuple):
        yield from shape(place, node)
        yield from money(place, node.value)
        for member in node.value:
            yield from tell_member(place, member)
    elif isinstance(node.value, list):
        if any(type(item.value) is str for item in node.value):
            yield Fact("shape", "strings", place.decoded.span(node.start, node.end), place.within)
        for item in node.value:
            yield from tell(place.of(item), item)
    elif type(node.value) is str:
        yield place.fact("message", node)
        yield from quoted(place, node)


def tell_member(place: Place, member: Member) -> Iterator[Fact]:
    lower, node = member.name.lower(), member.node
    if member.name in WATCHED and not isinstance(node.value, tuple | list):
        yield from watched(place, member)
    if lower in COMPLAINTS:
        yield from complaints(place, node)
    elif isinstance(node.value, tuple):
        yield from tell(place, node)
    elif isinstance(node.value, list):
        yield from listed(place, lower, node)
    elif node.value is not None:
        yield from scalar(place, lower, node)


def listed(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    """A list under a name: error numbers of Azure AD, or whatever its items say."""
    for item in node.value:  # type: ignore[attr-defined]
        if isinstance(item.value, tuple | list):
            yield from tell(place.of(item), item)
        elif item.value is not None:
            yield from scalar(place, lower, item)


def scalar(place: Place, lower: str, node: Node) -> Iterator[Fact]:
    value = str(node.value)
    name = MEMBERS.get(lower)
    if name == "status" and not (len(value) == 3 and value.isdigit()):
        name = "code" if lower == "responsecode" else None
    if name:
        yield place.fact(name, node)
    elif lower in TRACES:
        yield place.fact(f"trace.{TRACES[lower]}", node)
    elif lower == "type" and "/" in value:
        yield from problem_type(place, node)
    elif lower == "error":
        yield place.fact("message" if " " in value else "code", node)
    if lower == "instance":
        yield from instance(place, node)
    yield from quoted(place, node)


def problem_type(place: Place, node: Node) -> Iterator[Fact]:
    """The last part of the type: the only part that has stayed the same over the years."""
    value = place.decoded.text[node.start : node.end].rstrip("/")
    begins = max(value.rfind("/"), value.rfind("#")) + 1
    last = Node(None, node.start + begins, node.start + len(value))
    yield place.fact("type", last)
    for sign, api in (("recurring", "recurring"), ("httpstatuses.io", "epayment")):
        if sign in value:
            span = place.decoded.span(node.start, node.end)
            yield Fact("api", api, span, place.within)


def instance(place: Place, node: Node) -> Iterator[Fact]:
    api = api_of(str(node.value))
    if api:
        yield Fact("api", api, place.decoded.span(node.start, node.end), place.within)


def watched(place: Place, member: Member) -> Iterator[Fact]:
    """A member as JSON writes it: quotes included, so that "654321" and 654321 differ."""
    quote = 1 if type(member.node.value) is str else 0
    letters = Node(None, member.node.start - quote, member.node.end + quote)
    yield place.fact(f"member.{member.name}", letters)


def money(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """`value` is an amount only beside a `currency`: a HAR calls the value of any header so."""
    named = {member.name: member for member in members}
    if "value" in named and "currency" in named:
        yield from watched(place, named["value"])


def complaints(place: Place, node: Node) -> Iterator[Fact]:
    """What is wrong, field by field, in any of the forms that the APIs use."""
    if isinstance(node.value, tuple):
        yield from by_field(place, node.value)
        return
    for item in node.value if isinstance(node.value, list) else ():
        if isinstance(item.value, tuple):
            yield from complaint(place.of(item), item)
        else:
            yield from tell(place.of(item), item)


def complaint(place: Place, item: Node) -> Iterator[Fact]:
    members = {member.name.lower(): member.node for member in item.value}  # type: ignore[attr-defined]
    for field, reason in COMPLAINT_FORMS:
        if field in members and reason in members:
            if str(members[field].value).lower() in CODE_NAMES:
                yield place.fact("code", members[reason])
            else:
                yield place.fact("field", members[field])
                yield place.fact("reason", members[reason])
            if "code" in members:
                yield place.fact("code", members["code"])
            return
    if set(members) & (MEMBERS.keys() | TRACES.keys()):
        yield from tell(place, item)
    else:
        yield from by_field(place, item.value)  # type: ignore[arg-type]


def by_field(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """`{"amount": "too low"}` and `{"amount": ["too low", "no number"]}`."""
    for member in members:
        reasons = member.node.value if isinstance(member.node.value, list) else [member.node]
        for reason in reasons:
            if type(reason.value) is str or isinstance(reason.value, Number):
                yield place.fact("reason", reason)
        yield place.fact("field", member.named)


def quoted(place: Place, node: Node) -> Iterator[Fact]:
    """A body that was put into a string: `"body": "{\\"errorCode\\": …}"`."""
    if type(node.value) is not str or not ("{" in node.value or "[" in node.value):
        return
    if place.quotes == DEEPEST_QUOTE:
        return
    inside = decode(place.decoded.cut(node.start, node.end), BACKSLASH)
    for found in documents(inside.text):
        region = inside.span(found.start, found.end)
        yield from tell(Place(inside, region, place.quotes + 1), found)


def shape(place: Place, node: Node) -> Iterator[Fact]:
    """The form of an object, by the names it has."""
    names = {member.name.lower() for member in node.value}  # type: ignore[attr-defined]
    found = next((form for form, signs in SHAPES if any(sign <= names for sign in signs)), "")
    if found:
        span = place.decoded.span(node.start, node.end)
        yield Fact("shape", found, span, place.within)
        if found == "ecom" and "errorgroup" in names:
            yield Fact("api", "ecom", span, place.within)


SHAPES: tuple[tuple[str, tuple[set[str], ...]], ...] = (
    ("azure-ad", ({"error", "error_codes"},)),
    ("oauth", ({"error", "error_description"}, {"error", "error_code"}, {"error", "error_debug"})),
    ("response-info", ({"responseinfo"},)),
    ("gateway", ({"statuscode", "message"},)),
    ("ecom", ({"errorcode", "errormessage"},)),
    (
        "problem-details",
        ({"title", "detail"}, {"title", "status"}, {"title", "type"}, {"title", "instance"}),
    ),
)
"""Names that give a form away; the first form that fits is it."""
