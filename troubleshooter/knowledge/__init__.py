"""Content files → the nouns of `domain.py`, built once and checked whole."""

from functools import cache
from pathlib import Path

from troubleshooter.domain import Knowledge
from troubleshooter.knowledge.fault import Fault
from troubleshooter.knowledge.lint import lint
from troubleshooter.knowledge.load import load

CONTENT = Path(__file__).parent.parent / "content"


class BrokenContent(Exception):
    """The content cannot be served. `faults` says what is wrong, file by file."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@cache
def knowledge(folder: Path = CONTENT) -> Knowledge:
    """All content of a folder; the same object every time.

    Raises BrokenContent when a file does not load or two files contradict each other.
    """
    loaded, faults = load(folder)
    faults += lint(loaded)
    if faults:
        raise BrokenContent(faults)
    return loaded
