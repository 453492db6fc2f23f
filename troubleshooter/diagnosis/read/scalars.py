"""The single values of JSON where a scanner stands: strings, numbers and words, cut ones too."""

from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # C, missing from the stubs

from troubleshooter.diagnosis.decoding import without_halves
from troubleshooter.diagnosis.read.breaks import TRUNCATED, ends_string
from troubleshooter.diagnosis.read.node import (
    NUMBER,
    WORDS,
    Node,
    Number,
    unescaped,
)

END = "\0"
"""Stands after the last letter, so that no step asks whether the text is over."""
new = tuple.__new__
"""Makes a NamedTuple in half the time of its own call: there is one for every value."""


class Scalars:
    """Reads one value at a time. `at` is where it stands, and behind the value afterwards."""

    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0

    def string(self, quote: str) -> Node:
        """A quoted string. One that never ends was cut, and ends with its line."""
        start = self.at + 1
        if quote == '"':
            try:
                value, end = scanstring(self.text, start, False)
            except JSONDecodeError:
                pass  # a code that JSON does not have, or no closing quote: find the end ourselves
            else:
                if "\n" in value and (cut := self.line_end(start, end - 1)):
                    return self.cut(start, cut)
                self.at = end
                if len(value) < end - 1 - start and not value.isascii():
                    value = without_halves(value)
                return new(Node, (value, start, end - 1))
        end = self.text.find(quote, start)
        while end > 0 and self.escaped(end):
            end = self.text.find(quote, end + 1)
        if cut := self.line_end(start, end):
            return self.cut(start, cut)
        end = len(self.text) - 1 if end < 0 else end
        self.at = min(end + 1, len(self.text) - 1)
        return Node(unescaped(self.text[start:end]), start, end)

    def line_end(self, start: int, end: int) -> int:
        """Where the line of a string ends, if it was cut there; 0 if it goes on to its quote."""
        if end >= 0 and ends_string(self.text, end):
            return 0
        return max(self.text.find("\n", start, end if end >= 0 else len(self.text)), 0)

    def cut(self, start: int, end: int) -> Node:
        """A string without its end, and without what says that it was cut."""
        self.at = end
        truncated = self.text.find(TRUNCATED, start, end)
        end = truncated if truncated >= 0 else end
        return Node(unescaped(self.text[start:end]), start, end)

    def escaped(self, at: int) -> bool:
        """Whether an odd number of backslashes stands before a quote."""
        before = at
        while before and self.text[before - 1] == "\\":
            before -= 1
        return bool((at - before) % 2)

    def number(self) -> Node | None:
        """A number, or None for a time: `2026-11-22T10:00`."""
        start, text = self.at, self.text
        end = start
        while text[end] in NUMBER:
            end += 1
        if text[end].isalpha():
            return None
        self.at = end
        return Node(Number(text[start:end]), start, end)

    def word(self) -> Node | None:
        """`true`, `null` and their like."""
        named = self.name()
        if named is None or named.value not in WORDS:
            self.at = named.start if named else self.at
            return None
        return named._replace(value=WORDS[str(named.value)])

    def name(self) -> Node | None:
        """A name without quotes."""
        start, text = self.at, self.text
        end = start
        while text[end].isalnum() or text[end] in "_$":
            end += 1
        self.at = end
        return Node(text[start:end], start, end) if end > start else None
