"""Find JSON in any text, keep the place of every value, and forgive what people break.

Python's `json` gives no positions and refuses a body with one brace lost. This scanner reads as
far as the text makes sense and keeps what it has. It invents nothing: a value that is not in the
text is not in the result. Every character is looked at once, so 64 KiB of braces cost no more than
64 KiB of prose.
"""

from collections.abc import Iterator

from troubleshooter.diagnosis.read.node import NUMBER_BEGINS, Member, Node, Value, worth_reading
from troubleshooter.diagnosis.read.scalars import END, Scalars, new

DEEPEST = 24
"""How many objects and lists may be in each other. What is deeper in no API ever sent."""
LONGEST_NAME = 64
BETWEEN = " \t\r\n,"
"""What may stand between members: a missing comma and one too many are forgiven."""
CLOSING = "}])" + END


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


class Scanner(Scalars):
    """A walk over one document after the other. `at` is where it stands."""

    OPENINGS = "{["
    WORDS_IN_BRACKETS = False
    """Whether `[word` may begin a list. In JSON it does not, and logs are full of it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
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
