"""Rows of names: the head of a table, which says what stands in the columns below it."""

from collections.abc import Mapping
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.matching import compiled
from troubleshooter.diagnosis.redact.kept import KEPT_NAMES
from troubleshooter.diagnosis.redact.named import start_of
from troubleshooter.diagnosis.redact.names import NAMES
from troubleshooter.diagnosis.redact.randomness import is_mixed
from troubleshooter.diagnosis.redact.syntaxes import SUFFIX
from troubleshooter.diagnosis.redact.words import looks_secret

GAP = "  "
"""What stands between two columns of a terminal, or more of it."""
SEPARATORS = ("\t", "|", ";", ",", GAP)
"""What stands between two cells."""
LONGEST_ROW = 4000

TITLE = re2.compile(
    r"""\s*["'`*]{0,4}([@A-Za-z_ÆØÅæøåÄÖäö][\wÆØÅæøåÄÖäö .()\[\]/-]{0,49}?)["'`*]{0,4}\s*"""
)
COLUMN = re2.compile(r"\S+(?: \S+)*")
"""A cell where two spaces or more stand between cells."""

RULES = (*NAMES, *KEPT_NAMES)
SPELLINGS = "|".join(sorted({start_of(name, rule) for rule in RULES for name in rule.names}))
KNOWN = rf"(?i:[A-Za-z_./-]{{0,40}}?({SPELLINGS}){SUFFIX})"
"""A title that is a known name or ends with one: `x-ms-request-id`. Group 1 is the name."""
OF_NAMES = "(?i:(?:option[_ ]?|header ?)?(?:name|key|path)|header|field|setting|variable|parameter|felt|navn|namn)"
OF_VALUES = "(?i:(?:option[_ ]?|header ?)?(?:value|verdi|værdi|värde))"
"""The titles of two columns, of which one holds the names and the other the values."""
KNOWN_TITLE = compiled(KNOWN)
NAMES_TITLE, VALUES_TITLE = re2.compile(OF_NAMES), re2.compile(OF_VALUES)
KNOWN_CELL = compiled(
    rf"(?m)(?:^|[\t|;,]|  )[ \"'`*]{{0,5}}(?:{KNOWN}|{OF_VALUES})[ \"'`*]{{0,5}}(?:[\t|;,]|  |$)"
)
"""A cell that may be part of a row of names."""


class Head(NamedTuple):
    """A row of names: its separator, how many columns it has, and the known names by column.

    `pair` are the columns of names and of values, where a table has these.
    """

    separator: str
    width: int
    spaced: bool
    names: Mapping[int, str]
    pair: tuple[int, int] | None

    def names_of(self, row: "Row") -> Mapping[int, str]:
        """The name of each column that has a known one, in this row."""
        if not self.pair:
            return self.names
        name = TITLE.fullmatch(row[self.pair[0]])
        if not name or not is_known(name[1]):
            return self.names
        return {**self.names, self.pair[1]: name[1]}


def is_known(title: str) -> bool:
    return bool(KNOWN_TITLE.fullmatch(title.encode()))


Row = list[str]
"""The cells of a row, with the white space around them."""


def cells(line: str, separator: str) -> Row:
    """The cells of a row; a separator between quotation marks is none.

    Put together again with the separator, or else with one space, they are as long as the row.

    >>> cells('7, "a, b" ,', ",")
    ['7', ' "a, b" ', '']
    >>> cells("a b   c", "  ")
    ['a b', '  c']
    """
    if separator == GAP:
        ends = [0, *(each.end() for each in COLUMN.finditer(line))]
        return [line[ends[n] + (n > 0) : end] for n, end in enumerate(ends[1:])]
    pieces = line.split(separator)
    if '"' not in line or line.count('"') % 2:
        return pieces
    whole, held, marks = [], [], 0
    for piece in pieces:
        held.append(piece)
        marks += piece.count('"')
        if marks % 2 == 0:
            whole.append(separator.join(held))
            held = []
    return whole


def spaced(row: Row) -> bool:
    """Are there spaces at the separators, as behind a comma in a sentence?"""
    inner = [*(cell[:1] for cell in row[1:]), *(cell[-1:] for cell in row[:-1])]
    return any(map(str.isspace, inner))


def titles(line: str) -> Head | None:
    """What a row of names says, if it is one and has a name that is known.

    In a row of names there is nothing that looks like a value.
    """
    separator = next((each for each in SEPARATORS if each in line.strip()), "")
    if not separator or len(line) > LONGEST_ROW:
        return None
    row = cells(line, separator)
    found = [(column, TITLE.fullmatch(cell)) for column, cell in enumerate(row) if cell.strip()]
    if not all(title for _, title in found):
        return None
    names = {column: title[1] for column, title in found}
    known = {column: name for column, name in names.items() if is_known(name)}
    others = [name for column, name in names.items() if column not in known]
    pair = pair_of(names)
    if not (known or pair) or any(looks_secret(each) or is_mixed(each) for each in others):
        return None
    return Head(separator, len(row), spaced(row), known, pair)


def pair_of(names: Mapping[int, str]) -> tuple[int, int] | None:
    """The columns of names and of values."""
    of_names = [column for column, name in names.items() if NAMES_TITLE.fullmatch(name)]
    of_values = [column for column, name in names.items() if VALUES_TITLE.fullmatch(name)]
    return (of_names[0], of_values[0]) if of_names and of_values else None
