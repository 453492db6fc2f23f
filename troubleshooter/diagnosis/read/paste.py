"""One look at a paste that every reader shares: its JSON documents, HTTP messages and the rest."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from troubleshooter.diagnosis.decoding import Decoded, Encoding, decode, plain
from troubleshooter.diagnosis.encodings import BACKSLASH, CURLY, DOUBLED, ENTITIES, PERCENT, PLUS
from troubleshooter.diagnosis.read import pairs
from troubleshooter.diagnosis.read.code_dump import DumpScanner
from troubleshooter.diagnosis.read.dump_signs import is_dump
from troubleshooter.diagnosis.read.json_text import Scanner, documents
from troubleshooter.diagnosis.read.messages import Message, messages
from troubleshooter.diagnosis.read.node import Node, worth_reading
from troubleshooter.domain import Fact, Span

WRAPPINGS: tuple[tuple[str, tuple[Encoding, ...]], ...] = (
    ('\\"', (BACKSLASH,)),
    ('\\\\\\"', (BACKSLASH, BACKSLASH)),
    ("\\" * 7 + '"', (BACKSLASH, BACKSLASH, BACKSLASH)),
    ("&quot;", (ENTITIES,)),
    ("&#34;", (ENTITIES,)),
    ("&#x22;", (ENTITIES,)),
    ("&amp;quot;", (ENTITIES, ENTITIES)),
    ("“", (CURLY,)),
    ("”", (CURLY,)),
    ("«", (CURLY,)),
    ("”“", (CURLY, DOUBLED)),
    ('""', (DOUBLED,)),
    ("%22", (PLUS, PERCENT)),
)
"""What a JSON document looks like inside another text, and how to read it there."""

SHORTEST_LIST = 16


class Document(NamedTuple):
    """A JSON document, the text it was read in, and where it stands in the paste."""

    decoded: Decoded
    node: Node
    span: Span


class Paste:
    """A redacted text, taken apart once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.whole = Span(0, len(text))
        self.plain = plain(text)

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The JSON documents, plain ones first, then those inside escaped or coded text."""
        found = [self.only] if self.only else self.in_text(self.plain, [])
        views: dict[tuple[Encoding, ...], Decoded] = {(): self.plain}
        for sign, encodings in WRAPPINGS:
            if sign in self.text and encodings not in views:
                for number in range(1, len(encodings) + 1):
                    if (first := encodings[:number]) not in views:
                        views[first] = decode(views[first[:-1]], first[-1])
                found += self.in_text(views[encodings], found)
        if not self.only:
            found += self.lists(found)
        return tuple(sorted(found, key=lambda document: document.span))

    @cached_property
    def only(self) -> Document | None:
        """The JSON document that is all of the paste: then nothing else need be looked for."""
        stripped = self.text.strip()
        if stripped[:1] not in ("{", "[") or stripped[-1] not in "}]":
            return None
        scanner = Scanner(self.text)
        scanner.at = self.text.index(stripped[0])
        node = scanner.value()
        if node is None or scanner.at < node.start + len(stripped) or not worth_reading(node):
            return None
        return Document(self.plain, node, Span(node.start, node.end))

    def lists(self, known: list[Document]) -> Iterator[Document]:
        """The lists of names and values between the documents and the heads of messages."""
        at = 0
        end_of_text = Span(len(self.text), len(self.text))
        for start, end in [*sorted([each.span for each in known] + self.heads), end_of_text]:
            if start - at > SHORTEST_LIST:
                for node in pairs.documents(self.text, at, start):
                    yield Document(self.plain, node, Span(node.start, node.end))
            at = max(at, end)

    def in_text(self, decoded: Decoded, known: list[Document]) -> list[Document]:
        """The documents of a decoded text that do not overlap one we know already."""
        taken = sorted(document.span for document in known)
        found = []
        for node in documents(decoded.text, DumpScanner if is_dump(decoded.text) else Scanner):
            span = decoded.span(node.start, node.end)
            while taken and taken[0].end <= span.start:
                taken.pop(0)
            if not taken or taken[0].start >= span.end:
                found.append(Document(decoded, node, span))
        return found

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """The HTTP messages, in the order of the text."""
        return tuple(messages(self.text))

    @cached_property
    def begins(self) -> list[int]:
        """Where each message begins."""
        return [message.span.start for message in self.messages]

    def side_of(self, document: Document) -> str:
        """The side of the message whose head a document comes right behind; "" for none."""
        before = bisect_right(self.begins, document.span.start)
        if not before:
            return ""
        message = self.messages[before - 1]
        between = self.text[message.head.end : document.span.start]
        return "" if between.strip("\r\n\t <>|}") else message.side

    def around(self, at: int) -> Span:
        """The message around a place: the request with its answer; the whole paste for none."""
        for begins in (self.requests, self.messages):
            before = bisect_right(begins, at, key=lambda message: message.span.start)
            if before and at < begins[before - 1].span.end:
                return begins[before - 1].span
        return self.whole

    @cached_property
    def requests(self) -> tuple[Message, ...]:
        return tuple(message for message in self.messages if message.side == "request")

    @cached_property
    def taken(self) -> list[Span]:
        """The documents and the heads of messages, in the order of the text."""
        return sorted([document.span for document in self.documents] + self.heads)

    @cached_property
    def heads(self) -> list[Span]:
        return [Span(message.span.start, message.head.end) for message in self.messages]

    def is_outside(self, span: Span) -> bool:
        """Whether a place is in no document and in no head of a message."""
        before = bisect_right(self.taken, (span.start, len(self.text))) - 1
        return before < 0 or self.taken[before].end <= span.start

    def lines(self) -> Iterator[Span]:
        """The lines outside documents and outside the heads of messages, without outer space."""
        at = 0
        for start, end in [*self.taken, Span(len(self.text), len(self.text))]:
            yield from lines_between(self.text, at, start)
            at = max(at, end)

    def quote(self, name: str, span: Span, within: Span | None = None) -> Fact:
        """The fact that these words stand there."""
        return Fact(name, self.text[span.start : span.end], span, within or self.whole)


def lines_between(text: str, start: int, end: int) -> Iterator[Span]:
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped:
            begins = start + line.index(stripped[0])
            yield Span(begins, begins + len(stripped))
        start += len(line) + 1
