"""Rows of SQL: `INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')`, read with the names before the values."""

from collections.abc import Iterator
from itertools import pairwise

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.tables import KNOWN_TITLE, MOST_GROWTH

COLUMNS = compiled(r"(?i)\(([^()';]+)\)\s*VALUES?\s*\(")
ROW = compiled(
    r"""\s*,?\s*\(((?:[^()'"]|'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*\))*(?:["'][^()]*\z)?)(?:\)|\z)"""
)
"""A row of values, perhaps with a call inside, or what is left of one at the end of a text."""
MOST_PIECES = 64
"""Of so many pieces between commas, at most, a value is put together."""
OUTER = ' \t\n"`[]'


def with_columns(source: Decoded) -> Decoded:
    """The text with the name of its column before each value of a statement that inserts rows.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> with_columns(plain("INSERT INTO t (a, pin) VALUES (1, '2'), (3, '4')")).text
    "INSERT INTO t (a, pin) VALUES (1, pin='2'), (3, pin='4')"
    """
    return replaced(source, ((at, at, name) for at, name in additions(source.text)))


def additions(text: str) -> Iterator[tuple[int, str]]:
    """What is put before each value of a column with a known name, and where."""
    room = MOST_GROWTH * len(text)
    names_in: dict[str, dict[int, str]] = {}
    heads = [
        tuple(map(at, (*found.span(1), found.end() - 1))) for found, at in matches(COLUMNS, text)
    ]
    for (first, last, begin), (end, _, _) in pairwise([*heads, (len(text), 0, 0)]):
        titles = text[first:last]
        if titles not in names_in:
            names_in[titles] = dict(known(titles.split(",")))
        names = names_in[titles]
        for column, start in values(text[begin:end]) if names else ():
            if column in names:
                room -= len(names[column]) + 1
                if room > 0:
                    yield begin + start, names[column] + "="


def known(titles: list[str]) -> Iterator[tuple[int, str]]:
    """The columns with a known name, and the name."""
    for column, title in enumerate(titles):
        name = title.strip(OUTER)
        if KNOWN_TITLE.fullmatch(name):
            yield column, name


def values(rows: str) -> Iterator[tuple[int, int]]:
    """The column of each value in a text of rows, `(1, 'x'), (2, 'y')`, and where it begins."""
    done = 0
    for found, at in matches(ROW, rows):
        if at(found.start()) != done:
            return
        start, end, done = at(found.start(1)), at(found.end(1)), at(found.end())
        for column, value in enumerate(parted(rows[start:end])):
            yield column, start + len(value) - len(value.lstrip())
            start += len(value) + 1


def parted(row: str) -> list[str]:
    """The values of a row, with the white space around them.

    >>> parted("1, 'a, b', f(2, 3)")
    ['1', " 'a, b'", ' f(2, 3)']
    """
    whole: list[str] = []
    held: list[str] = []
    for piece in row.split(","):
        held.append(piece)
        so_far = ",".join(held).replace("\\'", "") if len(held) < MOST_PIECES else ""
        if so_far.count("'") % 2 == 0 and so_far.count("(") <= so_far.count(")"):
            whole.append(",".join(held))
            held = []
    return whole + held
