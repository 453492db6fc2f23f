"""Where a value ends: it depends on how it is quoted."""

import re2

from troubleshooter.diagnosis.matching import compiled
from troubleshooter.domain import Span

QUOTES = ('"', "'", "`")

WORD = compiled(
    r"""[\s>]|<(?:[^A-Za-z0-9]|[A-Za-z][\w:-]{0,40}[\s/>]|\z)|["'`](?:\W|\z)"""
    r"""|(?:&(?:amp;)?|[,;])["']?[A-Za-z_][\w.\[\]-]{0,63}["']?(?:=>|[:=])"""
    r"""|\?(?:error|code|state)\w{0,20}="""
    r"""|&(?:quot|apos|lt|gt|#39|#34);|\\["'\\/bfnrtu]"""
)
"""The end of a word: space, quote, whole tag, or the next `&name=`, also
behind a question mark that should be an `&`. A code ends it too: the text is
read again with the codes decoded, and what belongs to the value is found there."""

LINE = compiled(
    r"""[\r\n]|\\[nr]|[, \t][ \t]?(?:["']?[A-Za-z][\w-]{1,40}["']?:[ "']|\[[\w-]{1,40}\] => )"""
)
"""The end of a header's value, or the next `name: ` or `[name] => ` in a row of them."""

TIGHT_LINE = compiled(r"[\r\n]|\\[nr]|(?:, ?|[ \t]{1,2})[\"']?[A-Za-z][\w-]{1,40}[\"']?:")
"""The same among names and values without a space between: `[Accept:*/*, client_id:abc]`."""

TAG = compiled("<|]]>")
BRACKET = compiled(r"\]|\n")
FARTHEST_LOOK = 80
"""More characters than any of these looks at to know that a value ends."""

KEY = re2.compile(r"[\w+/=.~\s>-]*")
"""A key that runs over several lines, with the marks of a mail reply."""


class Ends:
    """Where values end in one text. Nothing is searched twice: all searches together are linear."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cookies = 0
        """Up to where cookies have been read."""
        self.lists = 0
        """Up to where lists of cookies have been read."""
        self._found: dict[object, Span] = {}

    def after(self, start: int, stop: "re2._Regexp") -> int:
        """Where the first `stop` behind `start` begins; the end of the text if there is none."""
        known = self._found.get(stop)
        if not known or not known.start <= start <= known.end:
            known = self._found[stop] = Span(start, self._search(start, stop))
        return known.end

    def _search(self, start: int, stop: "re2._Regexp") -> int:
        size = 256
        while True:
            ahead = self.text[start : start + size]
            encoded = ahead.encode()
            found = stop.search(encoded)
            whole = start + size >= len(self.text)
            if found and (whole or found.end() < size - FARTHEST_LOOK):
                begins = int(found.start())
                ascii_only = len(encoded) == len(ahead)
                return start + (begins if ascii_only else len(encoded[:begins].decode()))
            if whole:
                return len(self.text)
            size *= 4

    def quoted(self, start: int, quote: str, depth: int) -> int:
        """Where a quoted value ends: at the same quote, with as many backslashes before it.

        If it runs over the end of its line it ends there, unless all of it looks like one long key.
        """
        end = self.closing(start, quote, depth)
        line = self.text.find("\n", start, end)
        if line >= 0 and (end == len(self.text) or not KEY.fullmatch(self.text[start:end])):
            return line
        return end

    def closing(self, start: int, quote: str, depth: int) -> int:
        """Where the quote is closed; the end of the text if it never is.

        Inside quotes with one backslash each, a quote with three belongs to a text inside.
        """
        at = start
        while (at := self.text.find(quote, at)) >= 0:
            before = backslashes(self.text[max(start, at - 64) : at])
            if before <= depth or before % (2 * depth + 2) == depth:
                return at - min(before, depth)
            at += 1
        return len(self.text)


def backslashes(before: str) -> int:
    """How many backslashes stand at the end.

    >>> backslashes('say ' + chr(92) * 3)
    3
    """
    return len(before) - len(before.rstrip("\\"))
