"""Bodies that were put into a string: escaped, percent-coded, quoted as mails are, dumped or listed."""

from collections.abc import Iterator

from troubleshooter.diagnosis.decoding import Decoded, decode, replaced
from troubleshooter.diagnosis.encodings import BACKSLASH, PERCENT, PLUS
from troubleshooter.diagnosis.read import pairs
from troubleshooter.diagnosis.read.code_dump import DumpScanner
from troubleshooter.diagnosis.read.dump_signs import is_dump
from troubleshooter.diagnosis.read.furniture import quote_marks
from troubleshooter.diagnosis.read.json_text import documents
from troubleshooter.diagnosis.read.node import Node


def may_hold(value: str) -> bool:
    return "{" in value or "[" in value or "%22" in value or ("\n" in value)


def bodies(string: Decoded, value: str) -> Iterator[tuple[Decoded, Node]]:
    """Each body in a string, and the text that it was read in. `value` is what the string says.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> [node.value[0].name for _, node in bodies(plain('%7B%22code%22%3A1%7D'), '%7B%22code%22%3A1%7D')]
    ['code']
    """
    inside = decode(string, BACKSLASH)
    if "%22" in value:
        inside = decode(decode(inside, PLUS), PERCENT)
    if "\n>" in inside.text:
        inside = replaced(inside, quote_marks(inside.text))
    done = 0
    text = inside.text
    for node in documents(text, DumpScanner if is_dump(text) else None):
        yield from listed(inside, done, node.start)
        yield inside, node
        done = node.end
    yield from listed(inside, done, len(text))


def listed(inside: Decoded, start: int, end: int) -> Iterator[tuple[Decoded, Node]]:
    """The lists of names and values between two places, in a string of several lines."""
    if "\n" in inside.text[start:end]:
        for node in pairs.documents(inside.text, start, end):
            yield inside, node
