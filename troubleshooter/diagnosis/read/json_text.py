"""Find JSON in any text, keep the place of every value, and forgive what people break.

Python's `json` gives no positions and refuses a body with one brace lost. This scanner reads as
far as the text makes sense and keeps what it has. It invents nothing: a value that is not in the
text is not in the result. Every character is looked at once, so 64 KiB of braces cost no more than
64 KiB of prose.
"""

from collections.abc import Iterator
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # C, missing from the stubs
from typing import NamedTuple

DEEPEST = 64
SPACE = " \t\r\n"
BETWEEN = SPACE + ","
NUMBER_BEGINS = frozenset("+-.0123456789")
NUMBER = NUMBER_BEGINS | {"e", "E"}
WORDS = {"true": True, "True": True, "false": False, "False": False}
NOTHING = ("null", "None", "NULL", "nil", "undefined", "NaN")
END = "\0"
"""Stands after the last letter, so that no step asks whether the text is over."""
CLOSING = "}]" + END


class Number(str):
    """A number as it is written: `100.50` is not `100.5`, and 4,300 digits are no trouble."""

    __slots__ = ()


class Node(NamedTuple):
    """A JSON value and where it stands: a string's span is inside its quotes.

    `value` is str, Number, bool, None, a list of Nodes, or a tuple of Members.
    """

    value: object
    start: int
    end: int


class Member(NamedTuple):
    """A name and its value in an object. A name given twice stays twice."""

    name: str
    node: Node
    named: Node


def documents(text: str) -> Iterator[Node]:
    """Every JSON object or array in a text that says more than bare numbers.

    >>> [node.value[0].name for node in documents('log: {"code": 35} and {oops')]
    ['code']
    """
    at = next_opening(text, 0)
    scanner = Scanner(text) if at >= 0 else None
    while scanner and at >= 0:
        scanner.at = at
        node = scanner.value()
        if node and worth_reading(node):
            yield node
        at = next_opening(text, max(scanner.at, at + 1))


def next_opening(text: str, at: int) -> int:
    """The next `{` or `[`, or -1."""
    brace = text.find("{", at)
    bracket = text.find("[", at, brace if brace >= 0 else len(text))
    return bracket if bracket >= 0 else brace


def worth_reading(node: Node) -> bool:
    """Whether it says anything: an object with a member, or a list with one or with a string."""
    if isinstance(node.value, tuple):
        return bool(node.value)
    if isinstance(node.value, list):
        return any(type(item.value) is str or worth_reading(item) for item in node.value)
    return False


class Scanner:
    """A walk over one document after the other. `at` is where it stands."""

    def __init__(self, text: str) -> None:
        self.text = text + END
        self.at = 0
        self.depth = 0

    def value(self) -> Node | None:
        """The value that begins here, or None when none does."""
        text, at = self.text, self.at
        while (letter := text[at]) in SPACE:
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
        found: object = self.members() if opening == "{" else self.items()
        self.depth -= 1
        return Node(found, start, self.at)

    def members(self) -> tuple[Member, ...]:
        found: list[Member] = []
        while (letter := self.next_letter()) not in CLOSING:
            named = self.string(letter) if letter in "\"'" else self.word(bare=True)
            if named is None or self.next_letter() != ":":
                break
            self.at += 1
            node = self.value()
            if node is None:
                break
            found.append(Member(str(named.value), node, named))
        self.at += self.text[self.at] == "}"
        return tuple(found)

    def items(self) -> list[Node]:
        found: list[Node] = []
        while self.next_letter() not in CLOSING and (node := self.value()):
            found.append(node)
        self.at += self.text[self.at] == "]"
        return found

    def next_letter(self) -> str:
        """The next letter that is neither white space nor a comma: a missing one is forgiven."""
        text, at = self.text, self.at
        while (letter := text[at]) in BETWEEN:
            at += 1
        self.at = at
        return letter

    def string(self, quote: str) -> Node:
        """A quoted string. One that never ends runs to the end of the text."""
        start = self.at + 1
        if quote == '"':
            try:
                value, end = scanstring(self.text, start, False)
            except JSONDecodeError:
                pass  # a code that JSON does not have, or no closing quote: find the end ourselves
            else:
                self.at = end
                return Node(value, start, end - 1)
        end = self.text.find(quote, start)
        while end > 0 and self.escaped(end):
            end = self.text.find(quote, end + 1)
        end = len(self.text) - 1 if end < 0 else end
        self.at = min(end + 1, len(self.text) - 1)
        return Node(self.text[start:end], start, end)

    def escaped(self, at: int) -> bool:
        """Whether an odd number of backslashes stands before a quote."""
        before = at
        while before and self.text[before - 1] == "\\":
            before -= 1
        return bool((at - before) % 2)

    def number(self) -> Node:
        start, text = self.at, self.text
        end = start
        while text[end] in NUMBER:
            end += 1
        self.at = end
        return Node(Number(text[start:end]), start, end)

    def word(self, *, bare: bool = False) -> Node | None:
        """`true`, `null` and their like; with `bare`, any name without quotes."""
        start, text = self.at, self.text
        end = start
        while text[end].isalnum() or text[end] in "_$":
            end += 1
        word = text[start:end]
        if not (bare and word) and word not in WORDS and word not in NOTHING:
            return None
        self.at = end
        return Node(word if bare else WORDS.get(word), start, end)
