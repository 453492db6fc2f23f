"""Tables: a row of names and, below it, rows of as many values."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.matching import matches
from troubleshooter.diagnosis.redact.columns import Named
from troubleshooter.diagnosis.redact.titles import (
    COLUMN,
    GAP,
    KNOWN_CELL,
    LONGEST_ROW,
    Head,
    Row,
    cells,
    spaced,
    titles,
)

RULE = re2.compile(r"[ \t|+:=-]*[-=]{2}[ \t|+:=-]*")
"""The line between a row of names and its values."""


def named_cells(text: str) -> Iterator[Named]:
    """Each value in a table that has the name of its column, or of the cell beside it.

    >>> list(named_cells("id,client_secret\\n7,abc"))
    [Named(name='client_secret', start=19, end=22)]
    """
    for head, begin, row in rows_of(text):
        yield from named_in(row, head, begin)


def ends_of_rows(text: str) -> set[int]:
    """The line ends that stand between two rows of a table.

    >>> sorted(ends_of_rows("id,pin\\n7,12\\n8,34\\nx"))
    [6, 11]
    """
    return {begin - 1 for _, begin, _ in rows_of(text)}


def rows_of(text: str) -> Iterator[tuple[Head, int, Row]]:
    """Each row of each table below a row of names, that row, and where the former begins."""
    done = 0
    for found, at in matches(KNOWN_CELL, text) if "\n" in text else ():
        end = at(found.end())
        if end <= done:
            continue
        begin = text.rfind("\n", done, end - 1) + 1 or done
        done = end_of_line(text, max(begin, end - 1))
        head = titles(text[begin:done])
        if not head or continues(text, begin, head):
            continue
        for begin, row in rows(text, done, head):
            done = end_of_line(text, begin)
            yield head, begin, row


def named_in(row: Row, head: Head, begin: int) -> Iterator[Named]:
    """The values of a row that have a name."""
    names = head.names_of(row)
    for column, cell in enumerate(row):
        name, said = names.get(column), cell.strip()
        if name and said:
            start = begin + len(cell) - len(cell.lstrip())
            yield Named(name, start, start + len(said))
        begin += len(cell) + 1


def rows(text: str, done: int, head: Head) -> Iterator[tuple[int, Row]]:
    """The rows below a row of names that ends there, and where each begins."""
    while done < len(text):
        begin, done = done + 1, end_of_line(text, done + 1)
        line = text[begin:done]
        if ("--" in line or "==" in line) and RULE.fullmatch(line):
            continue
        row = cells(line, head.separator)
        if len(row) != head.width or (head.separator == "," and not head.spaced and spaced(row)):
            return
        yield begin, row


def continues(text: str, begin: int, head: Head) -> bool:
    """Is there a row of the same table above?

    In the columns of a terminal such a row has a column that begins at the same place.
    """
    start = text.rfind("\n", max(0, begin - LONGEST_ROW), max(0, begin - 1)) + 1
    above, row = text[start : max(0, begin - 1)], text[begin : end_of_line(text, begin)]
    if len(cells(above, head.separator)) != head.width:
        return False
    columns = zip(COLUMN.finditer(above), COLUMN.finditer(row), strict=False)
    return head.separator != GAP or any(
        upper.start() == lower.start() > 0 for upper, lower in columns
    )


def end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)
