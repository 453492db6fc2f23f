"""Bodies and queries that are forms: `errorCode=35&errorMessage=Not+found`."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import decode, plain
from troubleshooter.diagnosis.encodings import PERCENT, PLUS
from troubleshooter.diagnosis.read.flattened import gathered, last_step
from troubleshooter.diagnosis.read.members import tell
from troubleshooter.diagnosis.read.name_and_value import TELLING, plain_name
from troubleshooter.diagnosis.read.node import Member, Node, Number
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact, Span

FORM = re2.compile(r"""[\w.\[\]%-]+=[^&\s"'<>]*(?:&(?:amp;)?[\w.\[\]%-]+=[^&\s"'<>]*)+""")
PAIR = re2.compile(r"""([\w.\[\]%-]+)=([^&\s"'<>]*)""")


def facts(paste: Paste) -> Iterator[Fact]:
    """What a form says that holds at least two names that tell something."""
    if "&" not in paste.text or "=" not in paste.text:
        return
    for found in FORM.finditer(paste.text):
        members = tuple(member(pair, found.start()) for pair in PAIR.finditer(found[0]))
        said = tuple(each for each in members if each.node.value)
        if len({plain_name(last_step(each.name)) for each in said} & TELLING) > 1:
            region = Span(*found.span())
            for each in gathered(said):
                yield from tell(Place(paste.plain, region), Node(each, *region))


def member(pair: "re2._Match[str]", at: int) -> Member:
    value = decode(decode(plain(pair[2]), PLUS), PERCENT).text
    node = Node(Number(value) if value.isdigit() else value, at + pair.start(2), at + pair.end(2))
    name = decode(plain(pair[1]), PERCENT).text
    return Member(plain_name(name), node, Node(pair[1], at + pair.start(1), at + pair.end(1)))
