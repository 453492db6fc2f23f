"""Of a text that was decoded, the parts that read otherwise than before, with what is around them.

All the rest has been looked at in the text that it was decoded from.
"""

from collections.abc import Iterator

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.redact.placeholders import MASK

REACH = 1000
"""How far from a code the text around it is looked at."""
TO_LINE_END = 400
"""How much farther, at most, for the sake of whole lines; a word is never parted."""
LEAST = 4000
"""A text is not shortened by less."""
BARRIER = "\n}<{" + MASK
"""Stands for what is left out: no value, tag or object goes over it."""


def near(view: Decoded) -> Decoded:
    """The view without what lies far from where it differs from the text it was decoded from.

    >>> from troubleshooter.diagnosis.decoding import decode, plain
    >>> from troubleshooter.diagnosis.encodings import PERCENT
    >>> seen = near(decode(plain("a" + " b" * 9999 + " pin%3D1234"), PERCENT))
    >>> seen.text.endswith("b b pin=1234"), len(seen.text) < 1500
    (True, True)
    """
    left_out = list(gaps(view))
    if sum(end - start for start, end in left_out) < LEAST:
        return view
    return replaced(view, ((*gap, BARRIER) for gap in left_out))


def gaps(view: Decoded) -> Iterator[tuple[int, int]]:
    """What lies far from any change."""
    text, done = view.text, 0
    for start, end in view.changes():
        if start - REACH > done:
            begin = begin_of_line(text, done, start - REACH)
            if begin > done:
                yield done, begin
        if end + REACH > done:
            done = end_of_line(text, end + REACH)
    if done < len(text):
        yield done, len(text)


def begin_of_line(text: str, least: int, at: int) -> int:
    """Where the line begins; if that is too far, the word; `least` if neither begins behind it."""
    found = text.rfind("\n", max(least, at - TO_LINE_END), at)
    if found < 0:
        found = max(text.rfind(" ", least, at), text.rfind("\n", least, at))
    return found + 1 if found >= 0 else least


def end_of_line(text: str, at: int) -> int:
    """Where the line ends; if that is too far, the word."""
    found = text.find("\n", at, at + TO_LINE_END)
    if found < 0:
        found = min(
            (end for end in (text.find(" ", at), text.find("\n", at)) if end >= 0), default=-1
        )
    return found if found >= 0 else len(text)
