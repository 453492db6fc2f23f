"""Bodies of every form: which document of a paste was sent, which came back, and what it says."""

from collections.abc import Iterator

from troubleshooter.diagnosis.read import exchange, family
from troubleshooter.diagnosis.read.header_lists import is_list
from troubleshooter.diagnosis.read.members import tell, tell_sent
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact


def facts(paste: Paste) -> Iterator[Fact]:
    """What the bodies say. The body of a request is no error: only what checks look at is read."""
    for document in paste.documents:
        place, node = Place(document.decoded, document.span), document.node
        label, side = exchange.label_before(paste.text, document.span.start)
        side = side or paste.side_of(document)
        if is_list(place, label, node):
            yield from exchange.listed(place, label, {label: node})
        elif any(is_error(each) for each in outermost(node)):
            yield from tell(place.on("" if side == "request" else side), node)
        elif side == "request":
            yield from tell_sent(place.on(side), node)
        else:
            yield from tell(place.on(side), node)


def outermost(node: Node) -> Iterator[tuple[Member, ...]]:
    """The members of the object that a document is, or of those in its list."""
    if isinstance(node.value, list):
        yield from (item.value for item in node.value if isinstance(item.value, tuple))
    elif isinstance(node.value, tuple):
        yield node.value


def is_error(members: tuple[Member, ...]) -> bool:
    """Whether an object is an error, which is never sent, or reports one: `{"errorInfo": {…}}`."""
    if family.of_object(members, "")[0]:
        return True
    return any(
        (member.name == "error" and type(member.node.value) is str)
        or any(family.of_object(inner, "")[0] == "ecom" for inner in outermost(member.node))
        for member in members
    )
