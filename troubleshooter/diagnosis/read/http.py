"""HTTP: status lines, request lines, headers, URLs. Raw, as `curl -v` marks them, or as options."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import re2

from troubleshooter.diagnosis.decoding import Decoded, decode
from troubleshooter.diagnosis.encodings import BACKSLASH
from troubleshooter.diagnosis.read.header_names import LOOSE_REQUEST_HEADERS, MARKS
from troubleshooter.diagnosis.read.headers import SERVERS, called_host, called_path, header, quote
from troubleshooter.diagnosis.read.messages import Message, head_end, messages
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

HEADER = re2.compile(
    r"(?m)^(?:[^\n<>]*(?:>>|<<) |[<> \t]*)([A-Za-z][A-Za-z0-9_-]*):[ \t]*([^\n]*)$"
)
HEADING = re2.compile(r"(?im)^[^\n{}]{0,80}?\b(request|response)[ _-]?headers?\b[ \t]*[:=]?[ \t]*$")
OPTION = re2.compile(r"""(?:-H|--header)[ =$^]*(?:"([\w-]+): ?([^"\n]*)"|'([\w-]+): ?([^'\n]*)')""")
METHOD = re2.compile(
    r"""(?i)(?:[ ](?:-X|--request|--method|-Method)[ =]*"""
    r"""|\b(?:request|http)[ _-]?method["']?[ \t]*[:=][ \t]*)["'^]*(GET|POST|PUT|PATCH|DELETE)\b"""
)
METHOD_SIGNS = (" -X", "--request", "ethod", "METHOD")
LOOSE = re2.compile(
    r"""(?i)(?:^|[\s\[({"',.<>])"""
    rf"({'|'.join(sorted(MARKS))})"
    r"""(?:["']\]?\s?[ \t]*(?:=>|[,:=])[ \t]*|[ \t]*=>[ \t]*|[:=] ?\[?|[ \t]*\|[ \t]*|\t[ \t]*)"""
    r"""(?:"([^"\n]*)"|'([^'\n]*)'|((?:\w+ )?‹[^›\n]*›|[0-9]+\b))"""
)
"""A header with its value in the middle of a line: of HTTPie, of logfmt, of code that sets it."""

URL = re2.compile(
    r"""(?i)(?:\b(GET|POST|PUT|PATCH|DELETE)\W{1,3}|^|[^\w.@-])"""
    rf"""(?:https?://)?({"|".join(map(re2.escape, SERVERS))})((?:[.-]*\w)*)(?::\d+)?(/[^\s"'`?#<>\\^]*)?"""
)
WRITTEN = re2.compile(
    r"""(?:^|[\s"'])((?:(?:GET|POST|PUT|PATCH|DELETE) [^\s"']+ )?"""
    r"""HTTP/\d(?:\.\d)?[^"'\\\n]*\\[rn](?:[^"'\\\n]|\\.)*)"""
)
"""A message in a string of some language: `'POST /x HTTP/1.1\\r\\nHost: …'`."""


class Head(NamedTuple):
    """Where header lines stand, whose they are, and the part of the paste they speak for."""

    lines: Span
    side: str
    within: Span


def facts(paste: Paste) -> Iterator[Fact]:
    for message in paste.messages:
        yield from first_line(paste.plain, message)
    yield from of_headers(paste)
    if "-H" in paste.text or "--header" in paste.text:
        yield from options(paste)
    if any(sign in paste.text for sign in METHOD_SIGNS):
        yield from methods(paste)
    if "HTTP/" in paste.text and "\\n" in paste.text:
        yield from written(paste)
    if any(host in paste.lower for host in SERVERS):
        for url in URL.finditer(paste.text):
            yield from address(paste.plain, url, paste.around(url.start()))


def of_headers(paste: Paste) -> Iterator[Fact]:
    """Header lines first; then headers in the middle of a line that are not among them."""
    heads = list(heads_of(paste))
    is_loose = any(name in paste.lower for name in LOOSE_REQUEST_HEADERS)
    if heads or is_loose:
        lines = list(headers(paste, heads))
        yield from lines
        if is_loose:
            yield from in_lines(paste, {fact.span.start for fact in lines})


def first_line(text: Decoded, message: Message) -> Iterator[Fact]:
    within = text.span(*message.span)
    if message.side == "response":
        yield quote("status", text.cut(*message.status), within)
        return
    yield quote("method", text.cut(*message.method), within)
    target = text.cut(*message.target)
    if target.text.startswith("/"):
        yield from called_path(target.cut(0, len(target.text.partition("?")[0])), within)


def heads_of(paste: Paste) -> Iterator[Head]:
    """The heads of messages, and what stands below `Request Headers:`."""
    found = [Head(message.head, message.side, message.span) for message in paste.messages]
    if "eaders" in paste.text:
        headings = list(HEADING.finditer(paste.text))
        following = [heading.start() for heading in headings[1:]]
        for heading, most in zip(headings, [*following, len(paste.text)], strict=False):
            end = list_end(paste.text, heading.end(), max(heading.end(), most - 1))
            within = paste.around(heading.start())
            found.append(Head(Span(heading.end(), end), heading[1].lower(), within))
    yield from sorted(found)


def list_end(text: str, at: int, most: int) -> int:
    """Where the header lines end that begin on the line after a heading, all as far in as the first."""
    end = head_end(text, at, most)
    least = None
    for line in text[at + 1 : end].split("\n"):
        indent = len(line) - len(line.lstrip())
        least = indent if least is None else least
        if indent < least:
            break
        at += 1 + len(line)
    return min(at, end)


def headers(paste: Paste, heads: list[Head]) -> Iterator[Fact]:
    """Header lines inside a head, and well-known ones that stand alone."""
    heads = heads[::-1]
    for line in HEADER.finditer(paste.text):
        while heads and heads[-1].lines.end < line.start():
            heads.pop()
        name, start = line[1], line.start(2)
        value = Span(start, start + len(line[2].rstrip()))
        if heads and heads[-1].lines.start <= line.start():
            _, side, within = heads[-1]
        elif name.lower() in LOOSE_REQUEST_HEADERS and paste.is_outside(value):
            side, within = "request", paste.whole
        else:
            continue
        yield from header(side, name, paste.plain.cut(*value), within)


def in_lines(paste: Paste, known: set[int]) -> Iterator[Fact]:
    """Headers that only requests have, with a value whose end can be told. `known` begin lines."""
    for found in LOOSE.finditer(paste.text):
        value = Span(*next(found.span(group) for group in (2, 3, 4) if found[group] is not None))
        if paste.is_outside(value) and not known & {value.start, value.start - 1}:
            yield from header("request", found[1], paste.plain.cut(*value), paste.whole)


def options(paste: Paste) -> Iterator[Fact]:
    """What a command line says: `-H 'name: value' -X POST`."""
    for option in OPTION.finditer(paste.text):
        name, group = (1, 2) if option[1] else (3, 4)
        start = option.start(group)
        value = paste.plain.cut(start, start + len(option[group].rstrip("^\\")))
        yield from header("request", option[name], value, paste.whole)


def methods(paste: Paste) -> Iterator[Fact]:
    """`-X POST`, and `Request Method: POST`."""
    for method in METHOD.finditer(paste.text):
        if paste.is_outside(Span(*method.span(1))):
            yield paste.quote("method", Span(*method.span(1)))


def written(paste: Paste) -> Iterator[Fact]:
    """Messages inside strings, as the debug output of an HTTP client prints them."""
    for string in WRITTEN.finditer(paste.text):
        inside = decode(paste.plain.cut(*string.span(1)), BACKSLASH)
        for message in messages(inside.text):
            found = list(first_line(inside, message))
            for line in HEADER.finditer(inside.text[slice(*message.head)]):
                start, end = (message.head.start + each for each in line.span(2))
                value = inside.cut(start, end - len(line[2]) + len(line[2].rstrip()))
                found += header(message.side, line[1], value, paste.whole)
            yield from (fact._replace(within=paste.whole) for fact in found)


def addresses(text: Decoded, within: Span) -> Iterator[Fact]:
    for url in URL.finditer(text.text):
        yield from address(text, url, within)


def address(text: Decoded, url: Any, within: Span) -> Iterator[Fact]:
    """Method, host and path of a URL, when it is an address of Vipps MobilePay."""
    if url[3]:
        return  # api.vipps.no.example.org is somebody else
    yield from called_host(text.cut(*url.span(2)), within)
    if url[1]:
        yield quote("method", text.cut(*url.span(1)), within)
    if url[4]:
        start = url.start(4)
        yield from called_path(text.cut(start, start + len(path_alone(url[4]))), within)


def path_alone(path: str) -> str:
    """A path without the punctuation behind it. A placeholder that was never filled in stays."""
    path = path.rstrip(",.;:)]")
    return path if "{" in path else path.rstrip("},;)]")
