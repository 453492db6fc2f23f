"""Sentences that were cut short with an ellipsis: `Merchant Not Allowed for Ecom…`.

What is left of one is read as the sentence of the content that it begins, when it is long enough
to begin no other. A finding that rests on it is never more than likely.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator

FEWEST_WORDS = 3
SHORTEST = 18  # characters
LONGEST = 200  # characters: a sentence that is longer is looked for in its last ones
MOST_BEHIND = 4
"""Characters behind the ellipsis, at most: quotation marks and brackets."""


class Sentences:
    """The sentences that rules look for, folded."""

    def __init__(self, sentences: Iterable[str]) -> None:
        self.sentences = sorted(set(sentences))

    def completed(self, said: str) -> str:
        """A folded text with the end of the one sentence that it begins; "" for none or several.

        >>> known = Sentences(["the teapot is short and stout", "the teapot is empty"])
        >>> known.completed("error: 'the teapot is short a…'")
        "error: 'the teapot is short and stout"
        >>> known.completed("the teapot is…")
        ''
        """
        left = cut_off(said)
        for start in word_starts(left):
            begun = left[start:]
            if len(begun) < SHORTEST or begun.count(" ") < FEWEST_WORDS - 1:
                break
            if found := list(self.beginning(begun)):
                shortest = min(found, key=len)
                alone = all(each.startswith(shortest) for each in found)
                return left[:start] + shortest if alone else ""
        return ""

    def beginning(self, begun: str) -> Iterator[str]:
        """The sentences that begin so."""
        for at in range(bisect_left(self.sentences, begun), len(self.sentences)):
            if not self.sentences[at].startswith(begun):
                return
            yield self.sentences[at]


def cut_off(said: str) -> str:
    """What stands before an ellipsis at the end; "" for none."""
    at = max(said.rfind("…"), said.rfind("..."))
    behind = said[at:].strip("….") if at >= 0 else ""
    if at < 0 or len(behind) > MOST_BEHIND or any(map(str.isalnum, behind)):
        return ""
    return said[:at].rstrip(" .")


def word_starts(text: str) -> Iterator[int]:
    """Where the words of the last part of a text begin, in its order."""
    for at in range(max(0, len(text) - LONGEST), len(text)):
        if text[at].isalnum() and not (at and text[at - 1].isalnum()):
            yield at
