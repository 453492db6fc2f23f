"""Tables: a row of names and, below it, rows of as many values."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.redact.kept import KEPT_NAMES
from troubleshooter.diagnosis.redact.named import start_of
from troubleshooter.diagnosis.redact.names import NAMES
from troubleshooter.diagnosis.redact.syntaxes import SUFFIX
from troubleshooter.diagnosis.redact.words import is_mixed, looks_secret

SEPARATORS = ("\t", "|", ";", ",")
LONGEST_ROW = 4000
MOST_GROWTH = 3
"""How many times its own length the names may add to a text."""

TITLE = re2.compile(r"""\s*["'`*]{0,4}([A-Za-z_ÆØÅæøåÄÖäö][\w .-]{0,49}?)["'`*]{0,4}\s*""")

RULES = (*NAMES, *KEPT_NAMES)
SPELLINGS = "|".join(sorted({start_of(name, rule) for rule in RULES for name in rule.names}))
KNOWN = rf"(?i:[A-Za-z_.-]{{0,40}}?(?:{SPELLINGS}){SUFFIX})"
"""A title that is a known name or ends with one: `x-ms-request-id`."""
KNOWN_TITLE = re2.compile(KNOWN)
KNOWN_CELL = re2.compile(rf"(?m)(?:^|[\t|;,])[ \"'`*]{{0,5}}{KNOWN}[ \"'`*]{{0,5}}(?:[\t|;,]|$)")


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
    """What is put before and behind the value of a known column, and where."""
    room, done = MOST_GROWTH * len(text), 0
    for found in KNOWN_CELL.finditer(text):
        if found.end() <= done:
            continue
        begin = text.rfind("\n", done, found.end() - 1) + 1 or done
        done = end_of_line(text, max(begin, found.end() - 1))
        separator, names = titles(text[begin:done])
        if separator and continues(text, begin, text.count(separator, begin, done), separator):
            continue
        width = text.count(separator, begin, done) if separator else 0
        spaced = text.find(", ", begin, done) >= 0
        while width and done < len(text):
            begin, end = done + 1, end_of_line(text, done + 1)
            if text.count(separator, begin, end) != width or (
                separator == "," and not spaced and text.find(", ", begin, end) >= 0
            ):
                break
            done = end
            for column, start, stop in cells(text[begin:end], separator):
                if column in names and room > 0:
                    quote = "" if text[begin + start] in "\"'" else '"'
                    room -= len(names[column]) + 3
                    yield begin + start, names[column] + "=" + quote
                    yield begin + stop, quote


def continues(text: str, begin: int, width: int, separator: str) -> bool:
    """Is there a row of the same table above?"""
    above = text.rfind("\n", max(0, begin - LONGEST_ROW), max(0, begin - 1)) + 1
    return begin > 0 and text.count(separator, above, begin) == width


def end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def cells(line: str, separator: str) -> Iterator[tuple[int, int, int]]:
    """The number of each cell in a row that is not empty, and where its value begins and ends."""
    at = 0
    for column, cell in enumerate(line.split(separator)):
        if cell.strip():
            start = at + len(cell) - len(cell.lstrip())
            yield column, start, start + len(cell.strip())
        at += len(cell) + 1


def titles(line: str) -> tuple[str, dict[int, str]]:
    """The separator of a row of names and the known names in it, by their column.

    In a row of names there is nothing that looks like a value.
    """
    separator = next((each for each in SEPARATORS if each in line), "")
    if not separator or len(line) > LONGEST_ROW:
        return "", {}
    row = [TITLE.fullmatch(cell) for cell in line.strip(" |").split(separator)]
    names = [cell[1] for cell in row if cell]
    first = separator == "|" and line.lstrip().startswith("|")
    known = {n: name for n, name in enumerate(names, first) if KNOWN_TITLE.fullmatch(name)}
    others = [name for n, name in enumerate(names, first) if n not in known]
    if (
        not known
        or len(names) < len(row)
        or any(looks_secret(each) or is_mixed(each) for each in others)
    ):
        return "", {}
    return separator, known
