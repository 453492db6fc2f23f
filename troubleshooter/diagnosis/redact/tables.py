"""Tables: a row of names and, below it, rows of as many values."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.redact.kept import KEPT_NAMES
from troubleshooter.diagnosis.redact.named import start_of
from troubleshooter.diagnosis.redact.names import NAMES
from troubleshooter.diagnosis.redact.syntaxes import SUFFIX
from troubleshooter.diagnosis.redact.words import is_mixed, looks_secret

SEPARATORS = ("\t", "|", ";", ",", "  ")
"""What stands between two cells: in the columns of a terminal, two spaces or more."""
LONGEST_ROW = 4000
MOST_GROWTH = 3
"""How many times its own length the names may add to a text."""

TITLE = re2.compile(
    r"""\s*["'`*]{0,4}([A-Za-z_ÆØÅæøåÄÖäö][\wÆØÅæøåÄÖäö .()/-]{0,49}?)["'`*]{0,4}\s*"""
)
RULE = re2.compile(r"[ \t|+:=-]*[-=]{2}[ \t|+:=-]*")
"""The line between a row of names and its values."""
COLUMN = re2.compile(r"\S+(?: \S+)*")
"""A cell where two spaces or more stand between cells."""

RULES = (*NAMES, *KEPT_NAMES)
SPELLINGS = "|".join(sorted({start_of(name, rule) for rule in RULES for name in rule.names}))
KNOWN = rf"(?i:[A-Za-z_./-]{{0,40}}?({SPELLINGS}){SUFFIX})"
"""A title that is a known name or ends with one: `x-ms-request-id`. Group 1 is the name."""
OF_NAMES = "(?i:(?:option[_ ]?|header ?)?(?:name|key|path)|header|field|setting|variable|parameter|felt|navn|namn)"
OF_VALUES = "(?i:(?:option[_ ]?|header ?)?(?:value|verdi|værdi|värde))"
"""The titles of two columns, of which one holds the names and the other the values."""
KNOWN_TITLE = re2.compile(KNOWN)
NAMES_TITLE, VALUES_TITLE = re2.compile(OF_NAMES), re2.compile(OF_VALUES)
KNOWN_CELL = re2.compile(
    rf"(?m)(?:^|[\t|;,]|  )[ \"'`*]{{0,5}}(?:{KNOWN}|{OF_VALUES})[ \"'`*]{{0,5}}(?:[\t|;,]|  |$)"
)


class Cell(NamedTuple):
    """What stands in a column of a row, without the white space around it, and where."""

    start: int
    end: int
    said: str


class Head(NamedTuple):
    """A row of names: its separator, how many columns it has, and the known names by column.

    `pair` are the columns of names and of values, where a table has these.
    """

    separator: str
    width: int
    spaced: bool
    names: dict[int, str]
    pair: tuple[int, int] | None

    def named(self, row: list[Cell]) -> Iterator[tuple[Cell, str]]:
        """Each value of a row that has a name, and the name."""
        names = self.names
        if self.pair:
            name = TITLE.fullmatch(row[self.pair[0]].said)
            if name and KNOWN_TITLE.fullmatch(name[1]):
                names = {**names, self.pair[1]: name[1]}
        yield from ((row[column], name) for column, name in names.items() if row[column].said)


def with_names(source: Decoded) -> Decoded:
    """The text with the name of its column before each value that has one.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> with_names(plain("id,client_secret\\n7,abc")).text
    'id,client_secret\\n7,client_secret="abc"'
    """
    if "\n" not in source.text:
        return source
    return replaced(source, ((at, at, added) for at, added in additions(source.text)))


def additions(text: str) -> Iterator[tuple[int, str]]:
    """What is put before and behind each value that has a name, and where."""
    room, done = MOST_GROWTH * len(text), 0
    for found in KNOWN_CELL.finditer(text):
        if found.end() <= done:
            continue
        begin = text.rfind("\n", done, found.end() - 1) + 1 or done
        done = end_of_line(text, max(begin, found.end() - 1))
        head = titles(text[begin:done])
        if not head or continues(text, begin, head):
            continue
        for begin, row in rows(text, done, head):
            done = begin + row[-1].end
            for cell, name in sorted(head.named(row)):
                room -= len(name) + 3
                if room > 0:
                    yield from labelled(cell, name, begin)


def labelled(cell: Cell, name: str, begin: int) -> Iterator[tuple[int, str]]:
    """The name before a cell, and quotation marks around it if it has none."""
    quote = "" if cell.said[0] in "\"'" else '"'
    yield begin + cell.start, f"{name}={quote}"
    yield begin + cell.end, quote


def rows(text: str, done: int, head: Head) -> Iterator[tuple[int, list[Cell]]]:
    """The rows below a row of names that ends there, and where each begins."""
    while done < len(text):
        begin, done = done + 1, end_of_line(text, done + 1)
        line = text[begin:done]
        if RULE.fullmatch(line):
            continue
        row = cells(line, head.separator)
        if len(row) != head.width or (head.separator == "," and not head.spaced and spaced(row)):
            return
        yield begin, row


def continues(text: str, begin: int, head: Head) -> bool:
    """Is there a row of the same table above?"""
    above = text.rfind("\n", max(0, begin - LONGEST_ROW), max(0, begin - 1)) + 1
    return begin > 0 and len(cells(text[above : begin - 1], head.separator)) == head.width


def end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def spaced(row: list[Cell]) -> bool:
    """Are there spaces at the separators, as behind a comma in a sentence?"""
    return any(cell.start != before.end + 1 for before, cell in pairwise(row))


def cells(line: str, separator: str) -> list[Cell]:
    """The cells of a row; a separator between quotation marks is none.

    >>> [cell.said for cell in cells('7, "a, b" ,', ",")]
    ['7', '"a, b"', '']
    >>> [cell.said for cell in cells("a b   c", "  ")]
    ['a b', 'c']
    """
    if not separator.strip(" "):
        return [Cell(each.start(), each.end(), each[0]) for each in COLUMN.finditer(line)]
    found, at = [], 0
    for piece in parted(line, separator):
        said = piece.strip()
        start = at + len(piece) - len(piece.lstrip()) if said else at
        found.append(Cell(start, start + len(said), said))
        at += len(piece) + 1
    return found


def parted(line: str, separator: str) -> list[str]:
    """The line split where a separator stands outside quotation marks."""
    pieces = line.split(separator)
    if line.count('"') % 2 or '"' not in line:
        return pieces
    whole, held, marks = [], [], 0
    for piece in pieces:
        held.append(piece)
        marks += piece.count('"')
        if marks % 2 == 0:
            whole.append(separator.join(held))
            held = []
    return whole


def titles(line: str) -> Head | None:
    """What a row of names says, if it is one and has a name that is known.

    In a row of names there is nothing that looks like a value.
    """
    separator = next((each for each in SEPARATORS if each in line.strip()), "")
    if not separator or len(line) > LONGEST_ROW:
        return None
    row = cells(line, separator)
    found = [(column, TITLE.fullmatch(cell.said)) for column, cell in enumerate(row) if cell.said]
    if not all(title for _, title in found):
        return None
    names = {column: title[1] for column, title in found}
    known = {column: name for column, name in names.items() if KNOWN_TITLE.fullmatch(name)}
    others = [name for column, name in names.items() if column not in known]
    pair = pair_of(names)
    if not (known or pair) or any(looks_secret(each) or is_mixed(each) for each in others):
        return None
    return Head(separator, len(row), spaced(row), known, pair)


def pair_of(names: dict[int, str]) -> tuple[int, int] | None:
    """The columns of names and of values."""
    of_names = [column for column, name in names.items() if NAMES_TITLE.fullmatch(name)]
    of_values = [column for column, name in names.items() if VALUES_TITLE.fullmatch(name)]
    return (of_names[0], of_values[0]) if of_names and of_values else None
