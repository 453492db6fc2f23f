"""The findings after the first: which of them speak of the same error, and how they are listed."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from troubleshooter.domain import Fact, Finding, Problem, Span
from troubleshooter.knowledge import knowledge
from troubleshooter.web.because import listed
from troubleshooter.web.nearest import Near
from troubleshooter.web.pages import Context, Slots, filled, present
from troubleshooter.web.places import Places
from troubleshooter.web.words import VERDICTS


class Grouped(NamedTuple):
    """The findings after the first, strongest first."""

    same: Sequence[Finding]  # what else the part of the text may mean that the first rests on
    elsewhere: Sequence[Finding]  # what other parts of the text mean


def grouped(findings: Sequence[Finding]) -> Grouped:
    """What speaks of the first finding's part of the text, and what of others."""
    same = [each for each in findings[1:] if same_error(each, findings)]
    return Grouped(same, [each for each in findings[1:] if each not in same])


def same_error(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Whether a finding is about the same error as the first one.

    One that speaks for a part with several errors in it is about the error that it stands next to.
    """
    first, part = findings[0], part_of(finding)
    if finding == first:
        return True
    inside = [each for each in findings if part_of(each) != part and part.contains(part_of(each))]
    if first not in inside:
        return one_part(part_of(first), part)
    nearest = min(inside, key=lambda each: distance(spot_of(each), spot_of(finding)))
    return same_error(nearest, findings)


def part_of(finding: Finding) -> Span:
    """The smallest part of the text that a reason of the finding speaks for."""
    return narrowest(finding).within


def spot_of(finding: Finding) -> Span:
    """Where that reason stands."""
    return narrowest(finding).span


def narrowest(finding: Finding) -> Fact:
    facts = (evidence.fact for evidence in finding.because)
    return min(facts, key=lambda fact: fact.within.end - fact.within.start)


def distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def one_part(one: Span, other: Span) -> bool:
    return one.contains(other) or other.contains(one)


def listed_findings(findings: Iterable[Finding], places: Places) -> SafeString:
    """Findings as a list: how sure, which problem, because of what."""
    return listing(
        (each.problem, {"sure": str(VERDICTS[each.strength]), "why": listed(each.because, places)})
        for each in findings
    )


def listed_problems(problems: Iterable[Problem]) -> SafeString:
    """The same of problems of which only their ids are known."""
    return listing((problem, {}) for problem in problems)


def listed_nearest(near: Iterable[Near]) -> SafeString:
    """Problems that are none of the paste's, and what they share with it."""
    return listing((each.problem, {"why": each.why}) for each in near)


def listing(problems: Iterable[tuple[Problem, Slots]]) -> SafeString:
    return mark_safe("".join(items(problems)))  # noqa: S308 - made of templates


def items(problems: Iterable[tuple[Problem, Slots]]) -> Iterator[SafeString]:
    for problem, slots in problems:
        yield filled("result/page.html#other", other_context, (problem.id,), present(slots))


def other_context(problem_id: str) -> Context:
    return {"problem": knowledge().problems[problem_id]}
