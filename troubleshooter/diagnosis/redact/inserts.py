"""Rows of SQL: `INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')`, read with the names before the values."""

from collections.abc import Iterator
from itertools import pairwise

from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.columns import Named
from troubleshooter.diagnosis.redact.titles import is_known

COLUMNS = compiled(r"(?i)\(([^()';]+)\)\s*VALUES?\s*\(")
ROW = compiled(
    r"""\s*,?\s*\(((?:[^()'"]|'(?:[^'\\]|''|\\.)*'|"(?:[^"\\]|\\.)*"|\([^()]*\))*(?:["'][^()]*\z)?)(?:\)|\z)"""
)
"""A row of values, perhaps with a call inside, or what is left of one at the end of a text."""
MOST_PIECES = 64
"""Of so many pieces between commas, at most, a value is put together."""
OUTER = ' \t\n"`[]'


def named_values(text: str) -> Iterator[Named]:
    """Each value of a statement that inserts rows, if its column has a known name.

    >>> list(named_values("INSERT INTO t (a, pin) VALUES (1, '2'), (3, '4')"))
    [Named(name='pin', start=34, end=37), Named(name='pin', start=44, end=47)]
    """
    names_in: dict[str, dict[int, str]] = {}
    heads = [
        tuple(map(at, (*found.span(1), found.end() - 1))) for found, at in matches(COLUMNS, text)
    ]
    for (first, last, begin), (end, _, _) in pairwise([*heads, (len(text), 0, 0)]):
        titles = text[first:last]
        if titles not in names_in:
            names_in[titles] = dict(known(titles.split(",")))
        yield from named_in(text[begin:end], begin, names_in[titles])


def named_in(rows: str, begin: int, names: dict[int, str]) -> Iterator[Named]:
    """The values in a text of rows, `(1, 'x'), (2, 'y')`, whose columns have a name."""
    done = 0
    for found, at in matches(ROW, rows) if names else ():
        if at(found.start()) != done:
            return
        start, end, done = at(found.start(1)), at(found.end(1)), at(found.end())
        for column, value in enumerate(parted(rows[start:end])):
            name, said = names.get(column), value.strip()
            if name and said:
                first = begin + start + len(value) - len(value.lstrip())
                yield Named(name, first, first + len(said))
            start += len(value) + 1


def known(titles: list[str]) -> Iterator[tuple[int, str]]:
    """The columns with a known name, and the name."""
    for column, title in enumerate(titles):
        name = title.strip(OUTER)
        if is_known(name):
            yield column, name


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
