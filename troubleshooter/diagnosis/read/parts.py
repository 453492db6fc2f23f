"""The parts of a paste that each speak of one call: an HTTP exchange, a body with its line, a line."""

from bisect import bisect_right

from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Span

INTRODUCES = ":=>"
"""A line that ends so belongs to the body below it."""


class Parts:
    """Where each place of a paste belongs."""

    def __init__(self, paste: Paste) -> None:
        self.paste = paste
        self.blocks = list(blocks(paste))

    def around(self, at: int) -> Span:
        """The part around a place: the exchange, else the lines of a body, else the line."""
        before = bisect_right(self.paste.begins, at)
        if before and at < self.paste.messages[before - 1].span.end:
            return self.paste.around(at)
        before = bisect_right(self.blocks, at, key=lambda block: block.start) - 1
        if before >= 0 and at <= self.blocks[before].end:
            return self.blocks[before]
        text = self.paste.text
        return Span(line_start(text, at), line_end(text, at))


def blocks(paste: Paste) -> list[Span]:
    """The whole lines of each body, with the line that introduces it; bodies on one line are one."""
    found: list[Span] = []
    for document in paste.documents:
        start = introduced(paste.text, line_start(paste.text, document.span.start))
        end = line_end(paste.text, document.span.end)
        if found and start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(end, found[-1].end))
        else:
            found.append(Span(start, end))
    return found


def introduced(text: str, start: int) -> int:
    """Where the line begins that introduces what begins at a place; that place for none."""
    above = text[max(0, start - 400) : start].rstrip()
    if not above or above[-1] not in INTRODUCES:
        return start
    return line_start(text, start - 1 - (len(text[max(0, start - 400) : start]) - len(above)))


def line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
