"""What languages print of a value: PHP, Ruby, Java, Kotlin, Go and Node, read as JSON is read.

A dump says `=>` or `=` where JSON says `:`, names a type before a value, and leaves quotes out.
"""

from troubleshooter.diagnosis.read.bare_values import BareScanner
from troubleshooter.diagnosis.read.dump_signs import (
    CLOSES,
    ITEM_AHEAD,
    KEY,
    LAST_WORD,
    MOST,
    OPENING,
    SPACED_AHEAD,
    TYPED,
    WORD_AHEAD,
    Key,
)
from troubleshooter.diagnosis.read.json_text import DEEPEST
from troubleshooter.diagnosis.read.node import Member, Node, Number, Value
from troubleshooter.diagnosis.read.scalars import END


class DumpScanner(BareScanner):
    """Reads JSON too, but slower: it looks for what a dump may say at every step."""

    OPENINGS = "{[("
    WORDS_IN_BRACKETS = True

    def next_opening(self, at: int) -> int:
        found = super().next_opening(at)
        while found >= 0 and self.text[found] == "(" and not self.opens_object(found):
            found = super().next_opening(found + 1)
        return found

    def opens_object(self, at: int) -> bool:
        """Whether a parenthesis is one of a dump: `array (`, `Array\\n(`, `VippsError(code=`."""
        key = KEY.match(self.text[at + 1 : at + MOST])
        if key and key[4] and key[6] == "=" and self.text[at - 1 : at].isalnum():
            return True
        return bool(LAST_WORD.search(self.text[max(0, at - 40) : at]))

    def nested(self, opening: str) -> Node | None:
        if self.depth == DEEPEST:
            return None
        start = self.at
        self.depth += 1
        self.at += 1
        found = self.entries(CLOSES[opening], of_php=opening == "(")
        self.depth -= 1
        if not found and self.depth:
            self.leave(CLOSES[opening])
        return Node(found, start, self.at)

    def entries(self, closing: str, *, of_php: bool) -> Value:
        """Members, or the values of a list: `0 => x` is an item."""
        members: list[Member] = []
        items: list[Node] = []
        while not self.closes(closing):
            key = self.key()
            node = self.value_of(key, closing, of_php=of_php) if key else self.value()
            if node is None:
                if not (members or items or key) or not self.skip():
                    break
            elif key and not str(key.node.value).isdigit():
                members.append(Member(str(key.node.value), node, key.node))
            else:
                items.append(node)
        return tuple(members) if members else items

    def closes(self, closing: str) -> bool:
        """Whether this is the end; the scanner then stands behind it."""
        text, at = self.text, self.at
        while text[at] in " \t\r\n,;":
            at += 1
        self.at = at
        if text[at] == closing:
            self.at += 1
            return True
        return text[at] in "}])" or text[at] == END

    def key(self) -> Key | None:
        found = KEY.match(self.text[self.at : self.at + MOST])
        if not found or (found[5] and found[6] != "=>"):
            return None
        group = next(number for number in range(1, 6) if found[number] is not None)
        start, end = (self.at + each for each in found.span(group))
        self.at += found.end()
        bracketed = group == 1 and self.text[start - 1] == "["
        return Key(Node(self.text[start:end], start, end), found[6], bracketed)

    def value_of(self, key: Key, closing: str, *, of_php: bool) -> Node | None:
        is_quoted = self.text[key.node.start - 1] in "\"'"  # then it is JSON inside the dump
        if key.sign == "=":
            self.pass_spaces()
        bare = key.sign == "=" or (key.sign == ":" and not self.text[self.at].isspace())
        bare = bare and not is_quoted
        if of_php and key.bracketed:
            return self.printed()
        if bare and self.text[self.at] not in "\"'":
            following = ITEM_AHEAD if key.sign == "=" else WORD_AHEAD
            return self.bare(following, closing)
        found = self.value()
        if found is None and key.sign == ":" and not is_quoted and self.text[self.at].isalpha():
            return self.bare(SPACED_AHEAD, closing)
        return found

    def value(self) -> Node | None:
        while self.text[self.at] in " \t\r\n":
            self.at += 1
        letter, ahead = self.text[self.at], self.text[self.at : self.at + MOST]
        if letter in "\"'`":
            return self.string(letter)
        if letter in "-.0123456789":
            return self.number()
        if letter == ":" and ahead[1:2].isalpha():  # a symbol of Ruby
            self.at += 1
            return self.name()
        if typed := TYPED.match(ahead):
            return self.typed(typed.start(1), *typed.span(2))
        if opening := OPENING.match(ahead):
            self.at += opening.start(1)
            return self.nested(opening[1])
        return self.word()

    def typed(self, quote: int, start: int, end: int) -> Node:
        """`int(404)`, and `string(8) "Merchant"`, whose inner quotes are not escaped."""
        if quote < 0:
            begin = self.at
            self.at += end + 1
            return Node(Number(self.text[begin + start : begin + end]), begin + start, begin + end)
        start = self.at + quote + 1
        end = self.text.find('"', start)
        while end >= 0 and self.text[end + 1] not in "\n }" + END:
            end = self.text.find('"', end + 1)
        end = end if end >= 0 else len(self.text) - 1
        self.at = min(end + 1, len(self.text) - 1)
        return Node(self.text[start:end], start, end)
