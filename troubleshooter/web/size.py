"""How long a text is, and how long it may be."""

import math

from django.utils.translation import gettext

from troubleshooter.web.words import number

KIB = 1024
MOST_TEXT = 64 * KIB
"""How many bytes of UTF-8 of a text are read."""


def size_of(text: str) -> int:
    """The size of a text in bytes of UTF-8. At most MOST_TEXT of them are read."""
    return len(text.encode(errors="replace"))


def too_much(size: int = 0) -> str:
    """What to do about a text of more than MOST_TEXT bytes; how long it is, where that is known."""
    most, kib = MOST_TEXT // KIB, math.ceil(size / KIB)
    advice = gettext(
        "Paste up to %(most)s KiB: the status line, the headers and the body of one response are "
        "enough."
    )
    has = ""
    if size:
        has = gettext("The text is %(kib)s KiB.")
    if kib == most + 1:
        has = gettext("The text is just over %(most)s KiB.")
    return " ".join(filter(None, (has, advice))) % {"most": most, "kib": number(kib)}
