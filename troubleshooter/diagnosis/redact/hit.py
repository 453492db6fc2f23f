"""A secret that was found: where it stands, and what it is."""

from functools import reduce
from typing import NamedTuple

from troubleshooter.diagnosis.decoding import Decoded, decode, plain
from troubleshooter.diagnosis.encodings import BACKSLASH
from troubleshooter.diagnosis.redact.shapes import KIND_BY_LENGTH
from troubleshooter.domain import Span


class Hit(NamedTuple):
    """A secret: where it stands in the text, what it is, what it reads decoded, how sure we are.

    One that is not `certain` stays where a name announces something that support needs.
    """

    span: Span
    kind: str
    value: str
    sure: int
    certain: bool = True


def hit(view: Decoded, kind: str, start: int, end: int, sure: int, certain: bool = True) -> Hit:
    value = view.text[start:end]
    if "\\" in value:
        value = reduce(decode, (BACKSLASH, BACKSLASH), plain(value)).text
    kind = KIND_BY_LENGTH.get((kind, len(value)), kind)
    if kind == "token" and value.startswith("eyJ"):
        kind = "access token"
    return Hit(view.span(start, end), kind, value, sure, certain)
