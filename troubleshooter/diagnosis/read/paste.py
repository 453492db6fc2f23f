"""One look at a paste that every reader shares: its JSON documents, HTTP messages and the rest."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import (
    BACKSLASH,
    ENTITIES,
    PERCENT,
    Decoded,
    Encoding,
    decode,
    plain,
)
from troubleshooter.diagnosis.read.json_text import Node, documents
from troubleshooter.domain import Fact, RedactedText, Span

WRAPPINGS: tuple[tuple[str, tuple[Encoding, ...]], ...] = (
    ('\\"', (BACKSLASH,)),
    ('\\\\\\"', (BACKSLASH, BACKSLASH)),
    ("&quot;", (ENTITIES,)),
    ("%22", (PERCENT,)),
)
"""What a JSON document looks like inside another text, and how to read it there."""

START = re2.compile(
    r"(?m)^[<> \t]*(?:HTTP/\d(?:\.\d)? (\d{3})\b[^\n]*"
    r"|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S+)(?: HTTP/\d(?:\.\d)?)?[ \t]*$)"
)
BLANK = re2.compile(r"(?m)^[<>]?[ \t]*$")


class Document(NamedTuple):
    """A JSON document, the text it was read in, and where it stands in the paste."""

    decoded: Decoded
    node: Node
    span: Span


class Message(NamedTuple):
    """An HTTP request (with its response) or a response: all of it, and its header lines.

    `status`, `method` and `target` are the parts of the first line; a span of (-1, -1) is absent.
    """

    span: Span
    head: Span
    status: Span
    method: Span
    target: Span

    @property
    def side(self) -> str:
        return "response" if self.status.start >= 0 else "request"


class Paste:
    """A redacted text, taken apart once."""

    def __init__(self, text: RedactedText) -> None:
        self.text = text
        self.whole = Span(0, len(text))
        self.plain = plain(text)

    @cached_property
    def lower(self) -> str:
        return self.text.lower()

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The JSON documents, plain ones first, then those inside escaped or coded text."""
        found = self.in_text(self.plain, [])
        for sign, encodings in WRAPPINGS:
            if sign in self.text:
                decoded = self.plain
                for encoding in encodings:
                    decoded = decode(decoded, encoding)
                found += self.in_text(decoded, found)
        return tuple(sorted(found, key=lambda document: document.span))

    def in_text(self, decoded: Decoded, known: list[Document]) -> list[Document]:
        """The documents of a decoded text that do not overlap one we know already."""
        taken = sorted(document.span for document in known)
        found = []
        for node in documents(decoded.text):
            span = decoded.span(node.start, node.end)
            while taken and taken[0].end <= span.start:
                taken.pop(0)
            if not taken or taken[0].start >= span.end:
                found.append(Document(decoded, node, span))
        return found

    @cached_property
    def messages(self) -> tuple[Message, ...]:
        """The HTTP messages, in the order of the text."""
        starts = list(START.finditer(self.text)) if self.may_hold_http else []
        blanks = [blank.start() for blank in BLANK.finditer(self.text)] if starts else []
        ends = ends_of([(start.start(), start[1] is None) for start in starts], len(self.text))
        found = []
        for start, (head_end, end) in zip(starts, ends, strict=True):
            blank = bisect_right(blanks, start.end())
            head = Span(start.end(), min([head_end, *blanks[blank : blank + 1]]))
            parts = (Span(*start.span(part)) for part in (1, 2, 3))
            found.append(Message(Span(start.start(), end), head, *parts))
        return tuple(found)

    @property
    def may_hold_http(self) -> bool:
        return "HTTP/" in self.text or any(verb in self.text for verb in ("GET ", "POST ", "PUT "))

    @cached_property
    def taken(self) -> list[Span]:
        """The documents and the heads of messages, in the order of the text."""
        heads = [Span(message.span.start, message.head.end) for message in self.messages]
        return sorted([document.span for document in self.documents] + heads)

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


def ends_of(starts: list[tuple[int, bool]], length: int) -> list[tuple[int, int]]:
    """For each message (start, is a request): where the next one starts, and where it ends itself.

    A response ends where the next message starts. A request holds its response: what was called
    is true of the answer too, so it ends where the next request starts.
    """
    ends = []
    following = following_request = length
    for start, is_request in reversed(starts):
        ends.append((following, following_request if is_request else following))
        following = start
        following_request = start if is_request else following_request
    return ends[::-1]


def lines_between(text: str, start: int, end: int) -> Iterator[Span]:
    for line in text[start:end].split("\n"):
        stripped = line.strip()
        if stripped:
            begins = start + line.index(stripped[0])
            yield Span(begins, begins + len(stripped))
        start += len(line) + 1
