"""Rows of SQL: `INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')`, read with the names before the values."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.tables import KNOWN_TITLE, MOST_GROWTH

COLUMNS = compiled(r"(?i)\(([^()';]+)\)\s*VALUES?\s*\(")
PIECE = compiled(r"""'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|\\.)*"|[(),;]|[^\s(),;'"]+""")
OUTER = re2.compile(r"[\s\"`\[\]]+")


def with_columns(source: Decoded) -> Decoded:
    """The text with the name of its column before each value of a statement that inserts rows.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> with_columns(plain("INSERT INTO t (a, pin) VALUES (1, '2'), (3, '4')")).text
    "INSERT INTO t (a, pin) VALUES (1, pin='2'), (3, pin='4')"
    """
    return replaced(source, ((at, at, name) for at, name in additions(source.text)))


def additions(text: str) -> Iterator[tuple[int, str]]:
    """What is put before each value of a column with a known name, and where."""
    room, done = MOST_GROWTH * len(text), 0
    for found, at in matches(COLUMNS, text):
        begin = at(found.end()) - 1
        if begin < done:
            continue
        titles = [
            OUTER.sub("", title) for title in text[at(found.start(1)) : at(found.end(1))].split(",")
        ]
        names = {column: name for column, name in enumerate(titles) if KNOWN_TITLE.fullmatch(name)}
        done = begin + 1
        for column, start in values(text, begin) if names else ():
            done = start
            if column in names:
                room -= len(names[column]) + 1
                if room > 0:
                    yield start, names[column] + "="


def values(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The column of each value in the rows that begin there, and where the value begins."""
    column = depth = 0
    fresh = False
    for found, at in matches(PIECE, text[begin:]):
        sign = found[0]
        if sign == b"(":
            depth += 1
            column, fresh = (0, True) if depth == 1 else (column, False)
        elif sign == b")":
            depth -= 1
        elif sign == b"," and depth <= 1:
            column, fresh = column + 1, depth == 1
        elif depth == 0:
            return
        elif fresh:
            yield column, begin + at(found.start())
            fresh = False
