"""How long redaction may take: a text that is made to take longer is not read at all."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

SECONDS = 0.25
"""Processor time of the thread: a busy machine does not count."""

EVERY = 64
"""After so many hits the clock is looked at."""


Item = TypeVar("Item")


class TookTooLong(Exception):
    """Redaction had no time left, so the text may not be shown or read. Says nothing of it."""


class Clock:
    """The time that is left for one text.

    >>> Clock(0).check()
    Traceback (most recent call last):
    troubleshooter.diagnosis.redact.clock.TookTooLong
    """

    def __init__(self, seconds: float) -> None:
        self.ends = time.thread_time() + seconds

    def check(self) -> None:
        """Raises TookTooLong when the time is over."""
        if time.thread_time() >= self.ends:
            raise TookTooLong

    def watched(self, items: Iterable[Item], every: int = EVERY) -> Iterator[Item]:
        """The same items, with a look at the clock before the first and then every so often."""
        for number, item in enumerate(items):
            if number % every == 0:
                self.check()
            yield item
