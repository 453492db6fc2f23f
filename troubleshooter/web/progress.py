"""How far somebody has come with the checks of a problem."""

from collections.abc import Collection
from typing import NamedTuple

from django.utils.translation import gettext

from troubleshooter.domain import Problem
from troubleshooter.web.words import unbroken


class Progress(NamedTuple):
    """How many checks are done, not counting what is not relevant and the last resort."""

    done: int
    most: int
    na: int

    def __str__(self) -> str:
        """
        >>> str(Progress(3, 7, 0)), str(Progress(3, 6, 1))
        ('3 of 7 done', '3 of 6 done, 1\xa0not\xa0relevant')
        """
        says = gettext("%(done)s of %(most)s done")
        if self.na:
            says = f"{says}, {unbroken(gettext('%(na)s not relevant'))}"
        return says % self._asdict()

    @property
    def finished(self) -> bool:
        return self.done == self.most and self.done + self.na > 0


def progress(problem: Problem, done: Collection[str], na: Collection[str]) -> Progress:
    left = set(problem.checks).difference(na)
    return Progress(len(left.intersection(done)), len(left), len(na))
