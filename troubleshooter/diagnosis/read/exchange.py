"""Requests and responses that a tool printed as values: a HAR, an error of axios, a list of headers."""

from collections.abc import Iterator, Mapping

import re2

from troubleshooter.diagnosis.decoding import Decoded, decode
from troubleshooter.diagnosis.encodings import BACKSLASH
from troubleshooter.diagnosis.read import http
from troubleshooter.diagnosis.read.header_lists import (
    Header,
    headers_of,
    of_members,
    side_of,
    tells,
)
from troubleshooter.diagnosis.read.header_names import (
    ANSWERED,
    BODIES,
    HOSTS,
    KNOWN,
    LISTS,
    LOOSE_REQUEST_HEADERS,
    MARKS,
    METHODS,
    OWNERS,
    PATHS,
    VERBS,
)
from troubleshooter.diagnosis.read.headers import called_host, called_path, header, quote
from troubleshooter.diagnosis.read.node import Member, Node
from troubleshooter.diagnosis.read.place import Place
from troubleshooter.domain import Fact

LABEL = re2.compile(
    r"(?i)(?:\A|[^a-z])((?:(?:http|request|response|req|resp?)[ _.-]?)?headers?"
    r"|(?:request|response|req|resp?)[ _.-]?(?:body|payload|data|json|content))"
    r"[^\w{}\[\]]{1,6}\w{0,16}[^\w{}\[\]]{0,3}\z"
    r"|(?:\A|[\n\]>|])[ \t]*(request|response)[ \t]*[:=][^\w{}\[\]]{0,4}\z"
)
"""What stands before a value and says what it is: `Request body: `, `response_headers=`."""

LONGEST_LABEL = 48

Names = Mapping[str, Node]
TELLING = LISTS.keys() | MARKS | set(METHODS)


def facts(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """What an object tells of HTTP by its own members: headers, method, host and path."""
    names = {member.name.lower(): member.node for member in members}
    telling = names.keys() & TELLING
    if not telling and place.side != "request":
        return
    for name in telling & LISTS.keys():
        yield from listed(place, name, names)
    if telling & MARKS:
        yield from alone(place, members)
    if place.side == "request" or verb(names):
        yield from called(place, names)


def label_before(text: str, at: int) -> tuple[str, str]:
    """What the words before a place call the value there, and which side that is; each may be ""."""
    found = LABEL.search(text[max(0, at - LONGEST_LABEL) : at])
    if not found:
        return "", ""
    label = (found[1] or found[2]).lower()
    return label, {"req": "request", "res": "response"}.get(label[:3], "")


def flattened(name: str) -> tuple[str, str]:
    """The side that a name with dots speaks of, and the rest of it; each "" when it does not.

    >>> flattened("http.request.headers.Accept"), flattened("log.level")
    (('request', 'headers.Accept'), ('', ''))
    """
    parts = name.split(".")
    for number, part in enumerate(parts[:-1], start=1):
        if side := OWNERS.get(part.lower()):
            return side, ".".join(parts[number:])
    return "", ""


def listed(place: Place, name: str, names: Names) -> Iterator[Fact]:
    """The headers of a list that has a name."""
    found = list(headers_of(place, names[name]))
    side = LISTS[name] or side_of(found, place.side) or side_by_names(names)
    if side and tells(found):
        yield from told(place, side, found)


def alone(place: Place, members: tuple[Member, ...]) -> Iterator[Fact]:
    """Headers that only requests have, in an object without a name for it."""
    found = list(of_members(members))
    if any("-" not in name and name.lower() not in KNOWN for name, _ in found):
        found = [each for each in found if each[0].lower() in LOOSE_REQUEST_HEADERS]
    yield from told(place, "request", found)


def called(place: Place, names: Names) -> Iterator[Fact]:
    """Method, host and path of a request. A whole URL is read by its own form, where it stands."""
    if method := verb(names):
        yield quote("method", words(place, method), place.within)
    for name in HOSTS:
        if name in names and "." in str(names[name].value):
            yield from called_host(words(place, names[name]), place.within)
    for name in PATHS:
        if name not in names or type(names[name].value) is not str:
            continue
        url = words(place, names[name])
        if url.text.startswith("/"):
            yield from called_path(url.cut(0, len(url.text.partition("?")[0])), place.within)
        elif "\\" in place.decoded.text[names[name].start : names[name].end]:
            yield from http.addresses(url, place.within)


def is_request(members: tuple[Member, ...]) -> bool:
    """Whether an object is a request, and nothing but that: `{method, headers, body}`."""
    names = {member.name.lower(): member.node for member in members}
    if not verb(names) or names.keys() & ANSWERED:
        return False
    return any(name in LISTS or name in BODIES for name in names)


def answered(members: tuple[Member, ...]) -> Iterator[Node]:
    """The status that a log of calls puts beside the method: `{requestMethod: …, status: 423}`."""
    names = {member.name.lower(): member.node for member in members}
    if names.keys() & {"requestmethod", "request_method"} and verb(names):
        found = (names.get(name) for name in ("status", "statuscode", "status_code"))
        yield from filter(None, found)


def is_answer(members: tuple[Member, ...]) -> bool:
    """Whether an object is a response by its form, so that its `code` is the status."""
    names = {member.name.lower(): member.node for member in members}
    if "code" not in names or verb(names):
        return False
    return {"protocol", "url"} <= names.keys() or any(name in LISTS for name in names)


def verb(names: Names) -> Node | None:
    """The value that is the method of a request."""
    for name in METHODS:
        if name in names and str(names[name].value).lower() in VERBS:
            return names[name]
    return None


def side_by_names(names: Names) -> str:
    if verb(names):
        return "request"
    return "response" if {"status", "statuscode", "status_code", "code"} & names.keys() else ""


def told(place: Place, side: str, headers: list[Header]) -> Iterator[Fact]:
    for name, value in headers:
        yield from header(side, name, words(place, value), place.within)


def words(place: Place, node: Node) -> Decoded:
    """The letters of a value, without the codes that its notation needs."""
    return decode(place.decoded.cut(node.start, node.end), BACKSLASH)
