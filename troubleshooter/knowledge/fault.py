"""What is wrong with the content, where, and how to mend it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong with the content: where, what, and how to mend it."""

    code: str
    file: str
    says: str
    hint: str = ""

    def __str__(self) -> str:
        return f"{self.file}: {self.says}" + (f" {self.hint}" if self.hint else "")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint for a word that is not in a closed list; "" when nothing is close.

    >>> did_you_mean("statuscode", ["status", "message"])
    "Did you mean 'status'?"
    """
    close = get_close_matches(word, list(known), n=1)
    return f"Did you mean '{close[0]}'?" if close else ""


def unknown(file: str, kind: str, name: str, known: Iterable[str]) -> Iterator[Fault]:
    """A fault when a name is not in a closed list."""
    if name not in set(known):
        hint = did_you_mean(name, known) or "Is its file there?"
        yield Fault("E010", file, f"there is no {kind} '{name}'.", hint)
