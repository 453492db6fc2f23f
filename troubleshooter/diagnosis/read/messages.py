"""HTTP messages in a text: where each begins, where its header lines end, and what belongs to it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from troubleshooter.diagnosis.read.headers import is_name
from troubleshooter.domain import Span

START = re2.compile(
    r"(?m)^(?:[^\n<>]*(?:>>|<<) |[<> \t]*)(?:HTTP/\d(?:\.\d)? (\d{3})\b[^\n]*"
    r"|(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) ((?:‹[^›\n]*›|\S)+)(?: HTTP/\d(?:\.\d)?)?[ \t\r]*$)"
    r"|\bStatusCode: (\d{3}), ReasonPhrase: [^\n]*"
    r"|\bMethod: ([A-Z]+), RequestUri: '([^'\n]*)'[^\n]*"
    r"|<-- (\d{3})\b[^\n]*|--> (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) (\S+)[^\n]*"
)
"""The first line of a message: as it is sent, as .NET prints it before `Headers:` in braces, or
behind the arrows of a log."""

MARK = re2.compile(r"^(?:[^<>]*(?:>>|<<) |[<> \t]+)")
"""What stands before a line of a message: what `curl -v` puts there, or the log of a client."""

STATUS, METHOD, TARGET = (1, 4, 7), (2, 5, 8), (3, 6, 9)
"""The groups that hold each."""

OF_ANSWERS = frozenset(
    "status statuscode status-code status_code http_status http_code response body error answer"
    " result svar vastaus feil fejl fel virhe".split()
)
"""Names of what came back: no header that is sent is called so."""

SIGNS = ("HTTP/", "GET ", "POST ", "PUT ", ", ReasonPhrase: ", ", RequestUri: ", "<-- ", "--> ")


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


def messages(text: str) -> Iterator[Message]:
    """The messages of a text, in its order. Indented, or marked as `curl -v` marks them, too."""
    if not may_hold(text):
        return
    starts = list(START.finditer(text))
    ends = ends_of([(start.start(), not group(start, STATUS)) for start in starts], len(text))
    for start, (following, end) in zip(starts, ends, strict=True):
        is_request = not group(start, STATUS)
        head = Span(start.end(), head_end(text, start.end(), following, is_request))
        parts = (span_of(start, group(start, of)) for of in (STATUS, METHOD, TARGET))
        yield Message(Span(start.start(), end), head, *parts)


def group(found: Any, numbers: tuple[int, ...]) -> int:
    """Which of these groups matched; 0 for none."""
    return next((number for number in numbers if found[number] is not None), 0)


def span_of(found: Any, number: int) -> Span:
    return Span(*found.span(number)) if number else Span(-1, -1)


def may_hold(text: str) -> bool:
    return any(sign in text for sign in SIGNS)


def head_end(text: str, at: int, most: int, is_request: bool = False) -> int:
    """Where the header lines end that begin on the line after a place.

    What a list of its own tells below a request, `Status: 404` first of all, is no header of it.
    """
    opened = text.find("\n{", at, at + 4)
    first = at = opened + 2 if opened >= 0 else at
    while at < most:
        end = text.find("\n", at + 1, most)
        end = end if end >= 0 else most
        line = text[at + 1 : end]
        name = MARK.sub("", line, 1).partition(":")[0]
        is_header = ":" in line and is_name(name)
        is_header = is_header and not (is_request and name.strip().lower() in OF_ANSWERS)
        is_folded = at > first and line[:1] in (" ", "\t") and line.strip()
        if not is_header and not is_folded:
            break
        at = end
    return at


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
