"""String literals one below the other that a program means as one: those of pprint, Node, C and C#."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.read.breaks import Cut

LITERAL = r"""(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")"""
GAP = r"[ \t\r]*(?:\+[ \t\r]*)?\n[ \t•]*(?:\+[ \t]*)?"
CHAIN = re2.compile(rf"[:=>(+][ \t]*({LITERAL}(?:{GAP}{LITERAL})+)[ \t]*([:=]?)")
"""Literals behind a name. A last one with `:` or `=` behind it is a name itself."""

PART = re2.compile(LITERAL)
SIGNS = ("'\n", '"\n', "' +", '" +', "'\r\n", '"\r\n')


def joints(text: str) -> Iterator[Cut]:
    """What stands between the parts of one string; its marks within a part become escaped ones."""
    for chain in CHAIN.finditer(text):
        start = chain.start(1)
        parts = [(start + part.start(), start + part.end()) for part in PART.finditer(chain[1])]
        parts = parts[:-1] if chain[2] else parts
        mark, before = text[start], parts[0][1]
        for begin, end in parts[1:]:
            yield before - 1, begin + 1, ""
            if text[begin] != mark:
                yield from escaped(text, mark, begin + 1, end - 1)
            before = end
        if text[before - 1] != mark:
            yield before - 1, before, mark


def escaped(text: str, mark: str, start: int, end: int) -> Iterator[Cut]:
    """A backslash before each of these marks in a part that other marks are around."""
    at = text.find(mark, start, end)
    while at >= 0:
        yield at, at + 1, "\\" + mark
        at = text.find(mark, at + 1, end)
