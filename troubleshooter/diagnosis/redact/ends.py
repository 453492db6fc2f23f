"""Where a value ends: it depends on how it is quoted."""

import re2

from troubleshooter.diagnosis.redact.words import is_random
from troubleshooter.domain import Span

QUOTES = "\"'`"
ESCAPED = r"""\\["'\\/bfnrtu]"""

WORD = re2.compile(
    r"""[\s<>]|["'`](?:\W|\z)"""
    r"""|(?:&(?:amp;)?|[,;])["']?[A-Za-z_][\w.\[\]-]{0,63}["']?(?:=>|[:=])"""
    rf"|&(?:quot|apos|lt|gt|#39|#34);|{ESCAPED}"
)
"""The end of a word: space, quote, tag, or the next `&name=`. A code ends it too: the text is
read again with the codes decoded, and what belongs to the value is found there."""

LINE = re2.compile(
    r"""\n|\\[nr]|[, \t][ \t]?(?:["']?[A-Za-z][\w-]{1,40}["']?:[ "']|\[[\w-]{1,40}\] => )"""
)
"""The end of a header's value, or the next `name: ` or `[name] => ` in a row of them."""

TAG = re2.compile("[<]|]]>")
BRACKET = re2.compile(r"\]|\n")
JOINED = re2.compile(r"[\w+/=.~\s>-]*")

FRAGMENT = re2.compile(r"\n[ \t>|]{0,8}([\w.=-]{4,})[ \t]*(?:\n|\z)")


class Ends:
    """Where values end in one text. Nothing is searched twice, so all searches together are linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[object, Span] = {}
        self.cookies = 0
        """Up to where cookies were read already."""

    def after(self, start: int, stop: "re2._Regexp") -> int:
        """Where the first `stop` behind `start` begins; the end of the text if there is none."""
        known = self._found.get(stop)
        if known and known.start <= start <= known.end:
            return known.end
        size = 256
        while True:
            found = stop.search(self.text[start : start + size])
            # what touches the end of the slice might look different with more text behind it
            if found and found.end() < size - 80:
                end = start + found.start()
                break
            if start + size >= len(self.text):
                end = start + found.start() if found else len(self.text)
                break
            size *= 4
        self._found[stop] = Span(start, end)
        return end

    def quoted(self, start: int, quote: str, depth: int) -> int:
        """Where a quoted value ends: at the same quote, with as many backslashes before it.

        A quote that is never closed ends with its line, unless what follows is one long key.
        """
        end = self.closing(start, quote, depth)
        line = self.text.find("\n", start, end)
        if line < 0:
            return end
        inside = end < len(self.text) and JOINED.fullmatch(self.text[start:end])
        return end if inside else line

    def closing(self, start: int, quote: str, depth: int) -> int:
        at = start
        while (at := self.text.find(quote, at)) >= 0:
            before = backslashes(self.text, start, at)
            if before <= depth or before % (2 * depth + 2) == depth:
                return at - min(before, depth)
            at += 1
        return len(self.text)


def backslashes(text: str, start: int, at: int) -> int:
    """How many backslashes stand right before a place."""
    before = at
    while before > start and text[before - 1] == "\\":
        before -= 1
    return at - before


def unwrapped(text: str, start: int, end: int) -> int:
    """Where a JWT ends that a mail program or a terminal broke over several lines."""
    if not text.startswith("ey", start):
        return end
    while True:
        found = FRAGMENT.match(text[end : end + 1024])
        if not found or found[1].startswith("ey") or not is_random(found[1]):
            return end
        end += found.end(1)
