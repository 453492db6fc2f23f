"""Find JSON in any text, keep the place of every value, and forgive what people break.

Python's `json` gives no positions and refuses a body with one brace lost. This scanner reads as
far as the text makes sense and keeps what it has. It invents nothing: a value that is not in the
text is not in the result. Every character is looked at once, so 64 KiB of braces cost no more than
64 KiB of prose.
"""

from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # C, missing from the stubs

from troubleshooter.diagnosis.read.breaks import TRUNCATED, ends_string
from troubleshooter.diagnosis.read.node import (
    NUMBER,
    NUMBER_BEGINS,
    WORDS,
    Member,
    Node,
    Number,
    Value,
    unescaped,
    without_halves,
    worth_reading,
)

DEEPEST = 64
LONGEST_NAME = 64
BETWEEN = " \t\r\n,"
"""What may stand between members: a missing comma and one too many are forgiven."""
END = "\0"
"""Stands after the last letter, so that no step asks whether the text is over."""
CLOSING = "}])" + END
new = tuple.__new__
"""Makes a NamedTuple in half the time of its own call: there is one for every value."""


def documents(text: str, scanner_of: "type[Scanner] | None" = None) -> Iterator[Node]:
    """Every JSON object or array in a text that says more than bare numbers.

    >>> [node.value[0].name for node in documents('log: {"code": 35} and {oops')]
    ['code']

    One whose opening brace was lost is found by its first name: `"code": 35}`.
    """
    scanner = (scanner_of or Scanner)(text)
    done, opening = 0, scanner.next_opening(0)
    while opening >= 0 or done < len(text):
        node = scanner.without_opening(done, opening if opening >= 0 else len(text))
        if node is None:
            if opening < 0:
                return
            scanner.at = opening
            node = scanner.value()
            scanner.at = max(scanner.at, opening + 1)
        if node and worth_reading(node):
            yield node
        done = scanner.at
        if 0 <= opening < done:
            opening = scanner.next_opening(done)


class Scanner:
    """A walk over one document after the other. `at` is where it stands."""

    OPENINGS = "{["
    WORDS_IN_BRACKETS = False
    """Whether `[word` may begin a list. In JSON it does not, and logs are full of it."""

    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0
        self.depth = 0
        self.ahead = dict.fromkeys(self.OPENINGS, -1)

    def next_opening(self, at: int) -> int:
        """The next opening brace, or -1. `at` never goes back."""
        ahead, text, plain = self.ahead, self.text, not self.WORDS_IN_BRACKETS
        for sign in self.OPENINGS:
            found = ahead[sign]
            if found < at:
                found = text.find(sign, at)
                while plain and sign == "[" and found >= 0 and self.is_no_list(found):
                    found = text.find(sign, found + 1)
                ahead[sign] = found if found >= 0 else len(text)
        found = min(ahead.values())
        return found if found < len(text) else -1

    def is_no_list(self, at: int) -> bool:
        """Whether a bracket is one of a log, `[error`, or of an index: `body["errors"]`."""
        before, after = self.text[at - 1] if at else "\n", self.text[at + 1]
        return after.isalpha() or (after in "\"'" and (before.isalnum() or before in ")]"))

    def without_opening(self, least: int, most: int) -> Node | None:
        """The first members between two places that no brace opens, as in `"code": 35, "a": 1`."""
        colon = self.text.find('":', least, most)
        while colon >= 0:
            start = self.text.rfind('"', max(least, colon - LONGEST_NAME), colon)
            if 0 <= start < colon - 1 and self.text[colon - 1] != "\\":
                self.at = start
                if found := self.members():
                    return Node(found, start, self.at)
            elif start < 0 and not least and self.text[:colon].isidentifier():
                self.at = colon + 2
                value, first = self.value(), Node(self.text[:colon], 0, colon)
                if value and (found := (Member(self.text[:colon], value, first), *self.members())):
                    return Node(found, 0, self.at)
            colon = self.text.find('":', colon + 2, most)
        return None

    def value(self) -> Node | None:
        """The value that begins here, or None when none does."""
        text, at = self.text, self.at
        while (letter := text[at]) in " \t\r\n":
            at += 1
        self.at = at
        if letter == '"' or letter == "'":
            return self.string(letter)
        if letter == "{" or letter == "[":
            return self.nested(letter)
        if letter in NUMBER_BEGINS:
            return self.number()
        return self.word()

    def nested(self, opening: str) -> Node | None:
        """An object or an array, up to its closing letter or to the first thing out of place."""
        if self.depth == DEEPEST:
            return None
        start = self.at
        self.depth += 1
        self.at += 1
        found: Value = self.members() if opening == "{" else self.items()
        self.depth -= 1
        return Node(found, start, self.at)

    def members(self) -> tuple[Member, ...]:
        found: list[Member] = []
        text, at = self.text, self.at
        while True:
            while (letter := text[at]) in BETWEEN:
                at += 1
            self.at = at
            if letter in CLOSING:
                break
            named = self.string(letter) if letter in "\"'" else self.name()
            if named is None or not self.separated() or (node := self.value()) is None:
                self.at = self.at if letter in "\"'" else at  # a word may begin another line
                break
            found.append(new(Member, (str(named[0]), node, named)))
            at = self.at
        self.at += text[self.at] == "}"
        return tuple(found)

    def separated(self) -> bool:
        """Whether a colon stands here; the scanner then stands behind it."""
        text, at = self.text, self.at
        while (letter := text[at]) in BETWEEN:
            at += 1
        self.at = at + (letter == ":")
        return letter == ":"

    def items(self) -> list[Node]:
        found: list[Node] = []
        text = self.text
        while True:
            while text[self.at] in BETWEEN:
                self.at += 1
            if text[self.at] in CLOSING or not (node := self.value()):
                break
            found.append(node)
        self.at += text[self.at] == "]"
        return found

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
