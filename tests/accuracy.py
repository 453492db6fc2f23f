"""`make accuracy`: how often the samples are diagnosed rightly, by wrapping and by form.

Counted are all samples of errors of ours, those of `known-wrong/` included, and other people's
errors that are taken for one of ours. The README holds the figures; this writes them there.
"""

import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from tests.samples import PASTES, Sample, negatives, positives
from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Finding
from troubleshooter.knowledge import knowledge

README = Path(__file__).parent.parent / "README.md"
BEGIN, END = "<!-- accuracy: written by `make accuracy` -->\n", "<!-- /accuracy -->\n"
WANTED = 0.98
HEAD = "samples | found first | among the first three |\n|---|--:|--:|--:|\n"


class Judged(NamedTuple):
    """A sample and the problems that were found in it, first to last."""

    sample: Sample
    found: tuple[str, ...]

    @property
    def first(self) -> bool:
        return self.found[:1] == (self.sample.problem,)

    @property
    def among_three(self) -> bool:
        return self.sample.problem in self.found[:3]


def findings(path: Path) -> tuple[Finding, ...]:
    return diagnose(path.read_text(encoding="utf-8"), knowledge()).findings


def judge() -> list[Judged]:
    """Every sample of an error of ours with what was found in it."""
    return [
        Judged(each, tuple(finding.problem.id for finding in findings(each.path)))
        for each in positives()
    ]


def mistaken() -> list[tuple[Path, Finding]]:
    """Other people's errors that get a certain finding, or a likely one that says more than a status."""
    return [
        (path, finding)
        for path in negatives()
        for finding in findings(path)
        if finding.strength == "certain"
        or (finding.strength == "likely" and not finding.problem.id.startswith("http-"))
    ]


def share(judged: Iterable[bool]) -> float:
    rightly = list(judged)
    return sum(rightly) / len(rightly)


def percent(value: float) -> str:
    return f"{value * 100:.1f} %"


def grouped(judged: list[Judged], by: Callable[[Sample], str]) -> dict[str, list[Judged]]:
    groups = defaultdict(list)
    for each in judged:
        groups[by(each.sample)].append(each)
    return dict(sorted(groups.items()))


def row(name: str, judged: list[Judged]) -> str:
    first, three = (share(each.first for each in judged), share(j.among_three for j in judged))
    return f"| {name} | {len(judged)} | {percent(first)} | {percent(three)} |\n"


def table(judged: list[Judged], heading: str, by: Callable[[Sample], str]) -> str:
    """A Markdown table, a row for each group."""
    rows = (row(name, group) for name, group in grouped(judged, by).items())
    return f"| {heading} | {HEAD}" + "".join(rows)


def total(judged: list[Judged]) -> str:
    """The two rows that count: over all samples, and the mean of all problems alike."""
    problems = grouped(judged, lambda each: each.problem).values()
    first = sum(share(each.first for each in group) for group in problems) / len(problems)
    three = sum(share(each.among_three for each in group) for group in problems) / len(problems)
    mean = f"| mean of the {len(problems)} problems | | {percent(first)} | {percent(three)} |\n"
    return f"| | {HEAD}" + row("all samples", judged) + mean


def figures(judged: list[Judged]) -> str:
    """What the README holds."""
    wrappings = table(judged, "pasted as", lambda each: each.wrapping)
    forms = table(judged, "inside is", lambda each: each.form)
    folded = "<details><summary>By wrapping and by form</summary>\n\n{}\n{}\n</details>\n"
    return f"\n{total(judged)}\n" + folded.format(wrappings, forms) + "\n"


def confusions(judged: list[Judged]) -> str:
    """Expected and found, a line for each sample that is not found first."""
    lines = [
        f"- {each.sample.problem} → {', '.join(each.found[:3]) or 'nothing'}: "
        f"{each.sample.path.relative_to(PASTES)}\n"
        for each in judged
        if not each.first
    ]
    return "Not found first:\n\n" + ("".join(lines) or "none\n")


def mistakes() -> str:
    lines = [
        f"- {path.relative_to(PASTES)} → {finding.problem.id}, {finding.strength}\n"
        for path, finding in mistaken()
    ]
    return f"{len(list(negatives()))} texts are no errors of ours. Taken for one:\n\n" + (
        "".join(lines) or "none\n"
    )


def in_readme() -> str:
    """The figures that the README holds. Raises ValueError if a marker is missing."""
    text = README.read_text(encoding="utf-8")
    return text[text.index(BEGIN) + len(BEGIN) : text.index(END)]


def main() -> int:
    """Write the figures into the README, print everything, and say whether they are good enough."""
    judged = judge()
    text = figures(judged)
    readme = README.read_text(encoding="utf-8")
    README.write_text(readme.replace(BEGIN + in_readme(), BEGIN + text), encoding="utf-8")
    print(text, confusions(judged), mistakes(), sep="\n")
    if share(each.first for each in judged) < WANTED:
        print(f"Less than {percent(WANTED)} are found first.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
