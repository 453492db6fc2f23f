"""The parts of a paste that each speak of one call: an HTTP exchange, a body with its line, a line."""

from bisect import bisect_left, bisect_right

from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Span

INTRODUCES = ":=>"
"""A line that ends so belongs to the body below it."""

FURTHEST = 40
"""Characters of white space, at most, between such a line and its body."""


class Parts:
    """Where each place of a paste belongs."""

    def __init__(self, paste: Paste) -> None:
        self.paste = paste
        self.breaks = [at for at, letter in enumerate(paste.text) if letter == "\n"]
        self.blocks = list(self.bodies())

    def around(self, at: int) -> Span:
        """The part around a place: the exchange, else the lines of a body, else the line."""
        before = bisect_right(self.paste.begins, at)
        if before and at < self.paste.messages[before - 1].span.end:
            return self.paste.around(at)
        before = bisect_right(self.blocks, at, key=lambda block: block.start) - 1
        if before >= 0 and at <= self.blocks[before].end:
            return self.blocks[before]
        return Span(self.line_start(at), self.line_end(at))

    def bodies(self) -> list[Span]:
        """The whole lines of each body and the line that introduces it; bodies on a line are one."""
        found: list[Span] = []
        for document in self.paste.documents:
            start = self.introduced(self.line_start(document.span.start))
            end = self.line_end(document.span.end)
            if found and start <= found[-1].end:
                found[-1] = Span(found[-1].start, max(end, found[-1].end))
            else:
                found.append(Span(start, end))
        return found

    def introduced(self, start: int) -> int:
        """Where the line begins that introduces the line that begins there; `start` for none."""
        above = self.paste.text[max(0, start - FURTHEST) : start]
        said = above.rstrip()
        if not said or said[-1] not in INTRODUCES:
            return start
        return self.line_start(start - len(above) + len(said) - 1)

    def line_start(self, at: int) -> int:
        before = bisect_left(self.breaks, at)
        return self.breaks[before - 1] + 1 if before else 0

    def line_end(self, at: int) -> int:
        after = bisect_left(self.breaks, at)
        return self.breaks[after] if after < len(self.breaks) else len(self.paste.text)
