"""What is wrong, field by field, in any of the forms that the APIs use."""

from collections.abc import Callable, Iterator

from troubleshooter.diagnosis.read.member_names import (
    CODE_NAMES,
    COMPLAINT_FORMS,
    MEMBERS,
    TRACES,
)
from troubleshooter.diagnosis.read.node import Member, Node, Number
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact

Tell = Callable[[Place, Node], Iterator[Fact]]
TELLING = MEMBERS.keys() | TRACES.keys()


def complaints(place: Place, node: Node, tell: Tell) -> Iterator[Fact]:
    """Each field and what is wrong with it. What is none of the forms is told as any value is."""
    if isinstance(node.value, tuple):
        yield from by_field(place, node.value)
        return
    for item in node.value if isinstance(node.value, list) else ():
        if isinstance(item.value, tuple):
            yield from complaint(place.of(item), item, item.value, tell)
        else:
            yield from tell(place.of(item), item)


def is_complaints(items: list[Node]) -> bool:
    """Whether a list that has no name holds names with reasons and nothing else."""
    return bool(items) and all(map(is_complaint, items))


def is_complaint(item: Node) -> bool:
    """Whether an object is a name with a reason and nothing else."""
    return (
        isinstance(item.value, tuple)
        and tuple(member.name.lower() for member in item.value) == COMPLAINT_FORMS[0]
    )


def is_code(members: tuple[Member, ...]) -> bool:
    """Whether an object is an error code with its name, which people copy out of its list."""
    named = {member.name.lower(): member.node.value for member in members}
    return named.keys() == set(COMPLAINT_FORMS[0]) and str(named["name"]).lower() in CODE_NAMES


def complaint(place: Place, item: Node, named: tuple[Member, ...], tell: Tell) -> Iterator[Fact]:
    members = {member.name.lower(): member.node for member in named}
    for field, reason in COMPLAINT_FORMS:
        if field in members and reason in members:
            if field == "key":
                yield place.derived("api", "management", item)
            if str(members[field].value).lower() in CODE_NAMES:
                yield place.fact("code", members[reason])
                if field == "name":
                    yield place.derived("api", "epayment", item)
            else:
                yield place.fact("field", members[field])
                yield place.fact("reason", members[reason])
            if "code" in members:
                yield place.fact("code", members["code"])
            return
    if members.keys() & TELLING and len(members) > 1:
        yield from tell(place, item)
    else:
        yield from by_field(place, named)


def by_field(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """`{"amount": "too low"}` and `{"amount": ["too low", "no number"]}`."""
    for member in members:
        reasons = member.node.value if isinstance(member.node.value, list) else [member.node]
        for reason in reasons:
            if type(reason.value) is str or isinstance(reason.value, Number):
                yield place.fact("reason", reason)
        yield place.fact("field", member.named)
