"""Values of dumps that have no quotes: where they end is told by what follows."""

from typing import Any

from troubleshooter.diagnosis.read.dump_signs import (
    KEY,
    MOST,
    OPENING_AFTER_BARE,
    OPENING_OF_PRINT_R,
    OPENS,
    PRINTED_KEY,
)
from troubleshooter.diagnosis.read.json_text import Scanner
from troubleshooter.diagnosis.read.node import Node
from troubleshooter.diagnosis.read.scalars import END

Ahead = Any
"""A pattern of RE2 for what follows a value: the next name."""


class BareScanner(Scanner):
    """Reads values without quotes. `patience` is how many letters more it looks at in vain."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.patience = 2 * len(text)

    def pass_spaces(self) -> None:
        while self.text[self.at] in " \t":
            self.at += 1

    def bare(self, following: Ahead, closing: str) -> Node | None:
        """A value without quotes: up to the next name, or to the end of its object."""
        text, start = self.text, self.at
        ahead = text[start : start + MOST]
        if opening := OPENING_AFTER_BARE.match(ahead):
            self.at += max(opening.start(1), opening.start(2))
            return self.listed(following) or self.nested(text[self.at])
        self.at = self.bare_end(following, closing)
        said = text[start : self.at].rstrip()
        return Node(said, start, start + len(said))

    def bare_end(self, following: Ahead, closing: str) -> int:
        """Where a value ends; with its line if nothing ends it, and if that was looked for too often."""
        text, at, inside = self.text, self.at, 0
        opening, last = OPENS[closing], self.at + self.patience
        while (letter := text[at]) != END and at < last:
            if letter == closing:
                if not inside:
                    return at
                inside -= 1
            elif letter == opening:
                inside += 1
            elif letter in ",; \n" and following.match(text[at : at + MOST]):
                return at
            at += 1
        self.patience -= at - self.at
        line_end = text.find("\n", self.at, at)
        return line_end if line_end >= 0 else at

    def listed(self, following: Ahead) -> Node | None:
        """A list of words without quotes: `[Is required]`."""
        first = self.text[self.at + 1 : self.at + MOST].lstrip()
        if (
            self.text[self.at] != "["
            or not first[:1].isalpha()
            or KEY.match(first)
            or OPENING_AFTER_BARE.match(first)
        ):
            return None
        start = self.at
        self.at += 1
        item = self.bare(following, "]")
        self.at += self.text[self.at] == "]"
        return Node([item] if item else [], start, self.at)

    def printed(self) -> Node | None:
        """A value of `print_r`: no quotes, up to the next name or to a closing parenthesis."""
        text = self.text
        if text[self.at] == " ":
            self.at += 1
        if opening := OPENING_OF_PRINT_R.match(text[self.at : self.at + MOST]):
            self.at += opening.start(1)
            return self.nested("(")
        start = at = self.at
        while text[at] != END and not (
            text[at] in "[)" and text[at - 1] in " \t\n" and self.ends_printed(at)
        ):
            at += 1
        self.at = at
        return Node(text[start:at].strip(), start, start + len(text[start:at].rstrip()))

    def ends_printed(self, at: int) -> bool:
        if self.text[at] == ")":
            return self.text[at + 1] in " \t\r\n" + END
        return bool(PRINTED_KEY.match(self.text[at : at + MOST]))

    def skip(self) -> bool:
        """Go on behind a value that nobody can read, if its end can be told."""
        text, at = self.text, self.at
        while text[at] not in ",\n}])" + END:
            at += 1
        gone = at > self.at
        self.at = at
        return gone or text[at] == ","

    def leave(self, closing: str) -> None:
        """Go behind an object without anything in it, such as `[Function: pay]`."""
        end = self.text.find(closing, self.at, self.at + MOST)
        if end >= 0 and "\n" not in self.text[self.at : end]:
            self.at = end + 1
