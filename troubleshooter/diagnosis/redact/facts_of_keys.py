"""What is wrong with a key: its length, what stands around and inside it, what it is built like."""

from collections.abc import Callable, Iterator
from datetime import datetime

import re2

BUILT_LIKE = {
    "client_id": re2.compile("[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"),
    "client_secret": re2.compile(
        r"[A-Za-z0-9+/]{22}==|[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{30,36}"
    ),
    "subscription key": re2.compile("[0-9A-Fa-f]{32}"),
}
"""The keys of a call, which are easily put in one another's place, and what each looks like."""


def length(value: str, at: datetime) -> Iterator[str]:
    """How many characters it has, stray white space around it not counted."""
    count = len(value.strip())
    if count > 9999:
        yield "over 9999 characters"
    else:
        yield f"{count} character" + "s" * (count != 1)


def edges(value: str, at: datetime) -> Iterator[str]:
    """White space before it and behind it."""
    inside = value.strip()
    before, _, after = value.partition(inside) if inside else ("", "", "")
    if before:
        yield "starts with a " + ("line break" if "\n" in before else "space")
    if after:
        yield "ends with a " + ("line break" if "\n" in after else "space")


def strays(value: str, at: datetime) -> Iterator[str]:
    """White space and quotes that do not belong into it."""
    yield from edges(value, at)
    inside = value.strip()
    if "\n" in inside:
        yield "has a line break inside"
    elif any(map(str.isspace, inside)):
        yield "has a space inside"
    if any(quote in inside for quote in "\"'`"):
        yield "has a quote inside"


def wrong_letters(value: str, at: datetime) -> Iterator[str]:
    """Built like a key or a UUID, with a letter that those cannot have."""
    groups = value.strip().split("-")
    letters = "".join(groups)
    built = [len(group) for group in groups] in ([32], [8, 4, 4, 4, 12]) and letters.isalnum()
    if built and letters.lower().strip("0123456789abcdef"):
        yield "not hexadecimal"


def swapped(kind: str) -> Callable[[str, datetime], Iterator[str]]:
    """What a key is built like, if that is another one than it is sent as.

    >>> list(swapped("client_id")("0f1e2d3c4b5a69788796a5b4c3d2e1f0", datetime.now()))
    ['built like a subscription key']
    """

    def built_like(value: str, at: datetime) -> Iterator[str]:
        for other, pattern in BUILT_LIKE.items():
            if other != kind and pattern.fullmatch(value.strip()):
                yield f"built like a {other}"

    return built_like
