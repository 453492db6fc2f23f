"""HTTP: status lines, request lines, headers, URLs. Raw, as `curl -v` marks them, or as options."""

from collections.abc import Iterator
from typing import Any

import re2

from troubleshooter.diagnosis.read import family
from troubleshooter.diagnosis.read.messages import Message
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

HEADER = re2.compile(r"(?m)^[<> \t]*([A-Za-z][A-Za-z0-9_-]*):[ \t]*([^\n]*)$")
OPTION = re2.compile(r"""(?:-H|--header)[ =]*(?:"([\w-]+): ?([^"\n]*)"|'([\w-]+): ?([^'\n]*)')""")
URL = re2.compile(
    r"""(?:\b(GET|POST|PUT|PATCH|DELETE)\W{1,3})?https?://([\w.-]+)(?::\d+)?(/[^\s"'?#<>\\]*)?"""
)

SERVERS = {"api.vipps.no": "production", "apitest.vipps.no": "test"}
TRACES = {
    "x-request-id": "X-Request-Id",
    "request-id": "Request-Id",
    "x-ms-request-id": "x-ms-request-id",
    "x-correlation-id": "X-Correlation-Id",
    "traceparent": "traceparent",
}
LOOSE_REQUEST_HEADERS = (
    "authorization",
    "client_id",
    "client_secret",
    "idempotency-key",
    "merchant-serial-number",
    "ocp-apim-subscription-key",
    "vipps-system-name",
    "vipps-system-version",
    "x-request-id",
)
"""Headers that are taken for a request's when they stand alone, outside any message."""


def facts(paste: Paste) -> Iterator[Fact]:
    for message in paste.messages:
        yield from first_line(paste, message)
    if paste.messages or any(name in paste.lower for name in LOOSE_REQUEST_HEADERS):
        yield from headers(paste)
    if "-H" in paste.text or "--header" in paste.text:
        for option in OPTION.finditer(paste.text):
            name, value = (1, 2) if option[1] else (3, 4)
            yield from header(
                paste, "request", option[name], Span(*option.span(value)), paste.whole
            )
    if any(host in paste.lower for host in SERVERS):
        for url in URL.finditer(paste.text):
            yield from address(paste, url, paste.around(url.start()))


def first_line(paste: Paste, message: Message) -> Iterator[Fact]:
    if message.side == "response":
        yield paste.quote("status", message.status, message.span)
        return
    yield paste.quote("method", message.method, message.span)
    target = paste.text[message.target.start : message.target.end]
    if target.startswith("/"):
        path = Span(message.target.start, message.target.start + len(target.partition("?")[0]))
        yield from called_path(paste, path, message.span)


def headers(paste: Paste) -> Iterator[Fact]:
    """Header lines inside the head of a message, and well-known ones that stand alone."""
    messages = list(paste.messages)
    for line in HEADER.finditer(paste.text):
        while messages and messages[0].head.end < line.start():
            messages.pop(0)
        value = Span(line.start(2), line.start(2) + len(line[2].rstrip()))
        if messages and messages[0].head.start <= line.start():
            yield from header(paste, messages[0].side, line[1], value, messages[0].span)
        elif line[1].lower() in LOOSE_REQUEST_HEADERS:
            yield from header(paste, "request", line[1], value, paste.whole)


def header(paste: Paste, side: str, name: str, value: Span, region: Span) -> Iterator[Fact]:
    """What one header tells."""
    lower = name.lower()
    yield paste.quote(f"{side}.header.{lower}", value, region)
    if lower == "host":
        yield from called_host(paste, value, region)
    if lower == "date":
        yield paste.quote("time", value, region)
    if lower in TRACES:
        yield paste.quote(f"trace.{TRACES[lower]}", value, region)


def address(paste: Paste, url: Any, region: Span) -> Iterator[Fact]:
    """Method, host and path of a URL, when it is an address of Vipps MobilePay."""
    method, host, path = (Span(*url.span(part)) for part in (1, 2, 3))
    if paste.text[host.start : host.end].lower() not in SERVERS:
        return
    yield from called_host(paste, host, region)
    if method.start >= 0:
        yield paste.quote("method", method, region)
    if path.start >= 0:
        yield from called_path(paste, path, region)


def called_host(paste: Paste, span: Span, region: Span) -> Iterator[Fact]:
    yield paste.quote("host", span, region)
    server = SERVERS.get(paste.text[span.start : span.end].lower())
    if server:
        yield Fact("server", server, span, region)


def called_path(paste: Paste, span: Span, region: Span) -> Iterator[Fact]:
    yield paste.quote("path", span, region)
    api = family.of_path(paste.text[span.start : span.end])
    if api:
        yield Fact("api", api, span, region)
