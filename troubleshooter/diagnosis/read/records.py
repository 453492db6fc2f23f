"""The parts of a log that each speak of one answer: a status tells of its line and what follows it."""

from bisect import bisect_right
from collections.abc import Iterable

import re2

from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Span

STAMP = re2.compile(
    r"(?m)^[\[(<\"' \t]{0,4}(?:<\d+>\d? ?)?(?:[A-Z]+ +)?"
    r"(?:\[?(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d?[./-]\d\d?[./-]\d{2,4}|\d\d?[/-][A-Z][a-z]{2}[/-]\d{4}"
    r"|(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} +\d\d?)[T ,:]*)?\d\d:\d\d:\d\d"
)
"""What a line of a log begins with: a time, with its date and its level or without."""


class Records:
    """Which part of the paste a place belongs to.

    A part begins with a line of a log that tells of a status, if the part before has one. Only a
    paste that is a log of several answers has parts; every other paste is one.
    """

    def __init__(self, paste: Paste, statuses: Iterable[Span]) -> None:
        self.whole = paste.whole
        self.begins = [0]
        told = sorted(statuses) if not paste.messages else []
        stamps = [stamp.start() for stamp in STAMP.finditer(paste.text)] if len(told) > 1 else []
        begins = {
            stamps[record]
            for status in told
            if (record := bisect_right(stamps, status.start) - 1) >= 0
            and "\n" not in paste.text[stamps[record] : status.start]
        }
        self.begins += sorted(begins)[1:]

    def around(self, span: Span) -> Span:
        at = bisect_right(self.begins, span.start)
        end = self.begins[at] if at < len(self.begins) else self.whole.end
        return Span(self.begins[at - 1], end)
