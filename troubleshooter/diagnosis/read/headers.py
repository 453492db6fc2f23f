"""What one header, one host, one path tells, wherever it was found."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, decode
from troubleshooter.diagnosis.encodings import BACKSLASH
from troubleshooter.diagnosis.read import family
from troubleshooter.domain import Fact, Span

SERVERS = {"api.vipps.no": "production", "apitest.vipps.no": "test"}
TRACES = {
    "x-request-id": "X-Request-Id",
    "request-id": "Request-Id",
    "x-ms-request-id": "x-ms-request-id",
    "x-correlation-id": "X-Correlation-Id",
    "traceparent": "traceparent",
}
PARAMETER = re2.compile(r'\b(error|error_description)="([^"]*)"')
CHALLENGE = {"error": "code", "error_description": "message"}
"""What the parameters of `WWW-Authenticate` are, by RFC 6750, section 3."""

NAME_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")


def is_name(text: str) -> bool:
    """Whether a header can be called so."""
    return bool(text) and NAME_LETTERS.issuperset(text)


def quote(name: str, words: Decoded, within: Span) -> Fact:
    """The fact that these words stand in the paste."""
    return Fact(name, words.text, words.span(0, len(words.text)), within)


def header(side: str, name: str, value: Decoded, within: Span) -> Iterator[Fact]:
    """What a header of the request or of the response tells."""
    lower = name.lower()
    yield quote(f"{side}.header.{lower}", value, within)
    if lower == "host":
        yield from called_host(value, within)
    if lower == "date":
        yield quote("time", value, within)
    if lower in TRACES:
        yield quote(f"trace.{TRACES[lower]}", value, within)
    if lower == "www-authenticate":
        yield from challenge(decode(value, BACKSLASH), within)


def challenge(value: Decoded, within: Span) -> Iterator[Fact]:
    """Why a token was refused: `Bearer error="invalid_token", error_description="…"`."""
    for found in PARAMETER.finditer(value.text):
        if found[2]:
            yield quote(CHALLENGE[found[1]], value.cut(*found.span(2)), within)


def called_host(host: Decoded, within: Span) -> Iterator[Fact]:
    yield quote("host", host, within)
    server = SERVERS.get(host.text.lower())
    if server:
        yield Fact("server", server, host.span(0, len(host.text)), within)


def called_path(path: Decoded, within: Span) -> Iterator[Fact]:
    yield quote("path", path, within)
    api = family.of_path(path.text)
    if api:
        yield Fact("api", api, path.span(0, len(path.text)), within)
