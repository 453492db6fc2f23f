"""Texts made to cost the readers more than their length, each a function from a size to a text."""

import random
from collections.abc import Callable
from itertools import count

from tests.canaries import HOSTILE

PIECES = (
    *HOSTILE,
    *("{", "[", "(", "}", "]", ")", "{[", "{]", "[{", "{}", '{"', "{'", '["', '{"a":', '{"a":[', '{"a":1,'),
    *("'", "`", "“", "”", '""', '":', '": ', '":"', '"a":', '"a": "', '"a":"\n', '{"a":"\n', '{"a":"x', "\\"),
    *('\\\\"', '\\"a\\":', '{\\"a\\":', '\\\\\\"', "\\n", "\\u0022", "\\u00", '"\\q', '{"a":"\\q', "{'a':'\n"),
    *("<", "<a>", "</a>", "<a><b>", "<a b='", '<a b="c" ', "<!--", "<script>", "<html>", "<td>a</td>", "<![CDATA["),
    *("&", "&a", "&amp;", "&quot;", "&amp;quot;", "&#34;", "&lt;", "%22", "%7B%22", "%", "%25", "+a", "=", "=3D", "=\n"),
    *("a=", "a=b ", "a=b&", "errorCode=1&", "status=", "code=a message=b ", "[a] => ", "a => ", "a: ", "=> "),
    *("|", "| ", "|a|\n", "| a | b |\n", "| status | code |\n", "status,code\n", "status\tcode\n1\t2\n", ",status,"),
    *("- ", "- a: b\n", "-\n", "a:\n", "message: a\n", "message:\n", "message: |\n a\n", "message\n", "status\n1\n"),
    *('message: "\n', "a\n", "a,\n", "aaaaaaaaaaaaaaaaaaaaaa\n", "\n", " \n", " ", "\t", "\r", ">", "> ", ">\n", "> {\n"),
    *("{\n", "1\n", "2\n", "1\n2\n", "hunked\n1\na\n", "<EOL>", "\x1b[0m", "\x1b[", "é", "Ã", "â€", "\u200b", "ﬁ"),
    *("HTTP/1.1 200\n", "HTTP/1.1 401 X\nA: b\n\n", "GET / HTTP/1.1\n", "POST /a HTTP/1.1\nHost: b\n", "a: b\n"),
    *("status ", "status 401 ", "HTTP ", "HTTP 4", "error code ", "code ", "error 35 ", "AADSTS1", "404 Not Found "),
    *("https://", "https://a ", "https://api.vipps.no/a ", "http://a?b=c&", "?error=a", "&error=a&error_description="),
    *("Array\n(\n", "Array ( [a] => ", "array(1) {\n", "array (\n", "string(9) \"", 'string(9) "a', "int(", "map[", "map[a:"),
    *("map[a:b ", "A(b=", "A(b=c, ", "{a=", "{a=b, ", "{a: ", "{:a=>", "Object [A] {", "stdClass Object\n(\n", "[a] =>"),
    *("Exception", "a.b.Error", "A.", "AError: ", "2026-11-22T10:00:00Z ", "2026-11-22 10:00:00 {\n", "-H 'a: b' "),
    *("-H 'a", "curl ", "vip", "{\\rtf", "\\ldblquote", "CORS request ", "origin 'http", "Basic realm=", "000 {\"a\":\"\n"),
    *('{"errors":[', '{"errors":{"a":["', '[{"errorCode":"35"},', '{"error":"', '["a",', '{"a":"{\\"b\\":', '{"message":"a"}\n'),
)  # fmt: skip


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * (size // len(piece))


def growing(line: str, step: str) -> Callable[[int], str]:
    """Lines each further in than the one before."""

    def text(size: int) -> str:
        found, length = [], 0
        for number in count():
            found.append(step * (number % 400) + line)
            length += len(found[-1]) + 1
            if length >= size:
                return "\n".join(found)[:size]
        raise AssertionError

    return text


def halves(first: str, second: str) -> Callable[[int], str]:
    return lambda size: first * (size // 2 // len(first)) + second * (size // 2 // len(second))


def mixed(seed: int, *pieces: str) -> Callable[[int], str]:
    """Pieces in an order by chance, the same for every run.

    The same 8 KiB again and again: else a half of the text may cost more than the other by chance.
    """
    return repeated("".join(random.Random(seed).choices(pieces, k=8192))[:8192])


TEXTS: dict[str, Callable[[int], str]] = {
    **{f"{piece!r} again and again": repeated(piece) for piece in dict.fromkeys(PIECES)},
    "YAML further and further in": growing("a:", " "),
    "items further and further in": growing("- message: a", " "),
    "print_r further and further in": growing("[a] => Array\n(", "  "),
    "openings, then closings": halves("{", "}"),
    "brackets, then closings": halves("[", "]"),
    "print_r, then closings": halves("Array ( [a] => ", ")"),
    "members, then closings": halves('{"a":', "}"),
    "elements, then their ends": halves("<a>", "</a>"),
    "elements, then other ends": halves("<a>", "</b>"),
    "open strings, then lines": halves('{"a":"', "a\n"),
    "open strings, then quotation marks": halves('{"a":"\n', '"'),
    "a block, then blank lines": halves("message: |\n", "  \n"),
    "lines, then one quotation mark": halves("a\n", "a" * 99 + '"\n'),
    "one long line of cells": lambda size: "status|" + "a|" * (size // 2),
    "a heading, then rows": lambda size: "status|code\n" + "401|35\n" * (size // 7),
    "a form of many pairs": lambda size: "errorCode=1" + "&errorCode=1" * (size // 12),
    "one long word": lambda size: "a" * size,
    "one long string": lambda size: '{"message":"' + "a" * size + '"}',
    "many members": lambda size: "{" + '"message":"a",' * (size // 14) + "}",
    "many errors": lambda size: "[" + '{"errorCode":"35","errorMessage":"a"},' * (size // 38) + "]",
    **{f"a mixture, seed {seed}": mixed(seed, *"{}[]():,=\"'\\<>&%|-\n ae1") for seed in range(2)},
    **{f"a mixture of pieces, seed {seed}": mixed(seed, *PIECES) for seed in range(3)},
}
"""Every text by what it is."""
