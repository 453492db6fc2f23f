"""Everything that can be wrong *between* content files. A single file is judged as it is read."""

from collections.abc import Iterator

import re2

from troubleshooter.domain import Knowledge, Problem
from troubleshooter.knowledge.fault import Fault, unknown
from troubleshooter.knowledge.lint_of_guide import guide, questions

ID = re2.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LINK = re2.compile(r"\]\((\w+):([^)\s]*)\)")
RAW_HTML = re2.compile(r"(?m)^[^`\n]*<[a-zA-Z/!][^`\n]*>")
FIXES = ("fix", "how-to", "solve", "error", "issue")
VENDOR_NAMES = ("validation-error",)
"""Ids that are the vendor's own name of the fault."""
PROSE = ("message", "line", "reason")


def lint(knowledge: Knowledge) -> list[Fault]:
    """Every fault between files: dangling names, unused files, a guide with dead ends."""
    judges = (ids, problems, codes, rules, checks, sources, headings, texts, questions, guide)
    return [fault for judge in judges for fault in judge(knowledge)]


def ids(knowledge: Knowledge) -> Iterator[Fault]:
    for kind, nouns in (
        ("problems", knowledge.problems),
        ("checks", knowledge.checks),
        ("questions", knowledge.questions),
    ):
        for name in nouns:
            file = f"{kind}/{name}.md"
            if not ID.fullmatch(name):
                yield Fault(
                    "E011", file, "the name is no id.", "Use lower-case-words-with-hyphens."
                )
            if any(f"-{word}-" in f"-{name}-" for word in FIXES) and name not in VENDOR_NAMES:
                yield Fault("E011", file, "the name is not a fault.", "Name what is wrong.")


def problems(knowledge: Knowledge) -> Iterator[Fault]:
    for problem in knowledge.problems.values():
        file = f"problems/{problem.id}.md"
        for check in problem.checks + problem.last_resort:
            yield from unknown(file, "check", check, knowledge.checks)
        for other in problem.related:
            yield from unknown(file, "problem", other, knowledge.problems)
        if not problem.checks:
            yield Fault("E012", file, "has no checks.", "Every problem needs something to check.")
        yield from retirement(file, problem)


def retirement(file: str, problem: Problem) -> Iterator[Fault]:
    if problem.retired and problem.match:
        yield Fault("E013", file, "is retired and still has rules.", "Remove every [[match]].")
    if problem.retired and not problem.related:
        yield Fault("E013", file, "is retired and points nowhere.", "Name its heir in 'related'.")
    if not problem.retired and not problem.match:
        yield Fault("E013", file, "has no rule.", "Add a [[match]], or 'retired = true'.")


def codes(knowledge: Knowledge) -> Iterator[Fault]:
    """Codes of no declared family, and APIs that nobody declared."""
    for problem in knowledge.problems.values():
        file = f"problems/{problem.id}.md"
        for name in problem.apis:
            yield from unknown(file, "API", name, knowledge.apis)
        for code in problem.codes:
            yield from code_of(file, problem, code, knowledge)
    for api in knowledge.apis.values():
        yield from unknown("apis.toml", "source", api.errors, ("", *knowledge.sources))
    for family in knowledge.families.values():
        yield from unknown("families.toml", "API", family.api, ("", *knowledge.apis))


def code_of(file: str, problem: Problem, code: str, knowledge: Knowledge) -> Iterator[Fault]:
    name = code.rpartition("/")[0]
    family = knowledge.families.get(name)
    if not family:
        yield from unknown(file, "family of codes", name, knowledge.families)
    elif family.api and family.api not in problem.apis:
        hint = f'Add it: apis = ["{family.api}"].'
        yield Fault("E022", file, f"has the code '{code}' and not its API.", hint)


def rules(knowledge: Knowledge) -> Iterator[Fault]:
    """Rules that would have to be tried on every line of every paste."""
    for file, noun in files(knowledge):
        found = [rule for key in ("match", "failed", "passed") for rule in getattr(noun, key, ())]
        found += [rule for answer in getattr(noun, "answers", ()) for rule in answer.when]
        for rule in found:
            slow = [clause.test == "matches" and clause.fact in PROSE for clause in rule.clauses]
            if slow and all(slow):
                hint = (
                    "Add words that must be there too: a clause with is, contains or starts_with."
                )
                yield Fault("E021", file, f"has a rule of patterns alone: {rule.clauses[0]}.", hint)


def checks(knowledge: Knowledge) -> Iterator[Fault]:
    for check, explains in knowledge.problems_by_check.items():
        if not explains:
            hint = "List it in the 'checks' of a problem, or delete it."
            yield Fault("E014", f"checks/{check}.md", "is used by no problem.", hint)


def sources(knowledge: Knowledge) -> Iterator[Fault]:
    for file, noun in files(knowledge):
        for cited in getattr(noun, "source", ()):
            yield from unknown(file, "source", cited.source, knowledge.sources)
            if cited.heading:
                yield from unknown(file, "FAQ heading", cited.heading, knowledge.headings)
        if hasattr(noun, "source") and not noun.source:
            yield Fault("E015", file, "names no source.", "Where does it come from?")
    for source in knowledge.sources.values():
        if not source.url.startswith("https://"):
            yield Fault("E015", "sources.toml", f"'{source.id}' is no https address.", "")


def headings(knowledge: Knowledge) -> Iterator[Fault]:
    nouns = {
        "problem": knowledge.problems,
        "check": knowledge.checks,
        "question": knowledge.questions,
        "page": {"about": None, "privacy": None, "support-text": None},
    }
    for heading in knowledge.headings.values():
        for says, homes in heading.statements:
            if not homes:
                yield Fault(
                    "E016", "faq.toml", f"'{says}' has no home.", "Name a file that says it."
                )
            for home in homes:
                kind, _, name = home.partition(":")
                yield from unknown("faq.toml", kind, name, nouns.get(kind, ()))


def texts(knowledge: Knowledge) -> Iterator[Fault]:
    """Links that lead nowhere, and raw HTML."""
    targets = {
        "problem": knowledge.problems,
        "check": knowledge.checks,
        "source": knowledge.sources,
    }
    for file, noun in files(knowledge):
        markdown = markdown_of(noun)
        for link in LINK.finditer(markdown):
            yield from unknown(file, link[1], link[2], targets.get(link[1], ()))
        if RAW_HTML.search(markdown):
            yield Fault(
                "E017", file, "has HTML in its text.", "Put it in `backticks`, or use Markdown."
            )


def files(knowledge: Knowledge) -> Iterator[tuple[str, object]]:
    """Every Markdown file and the noun it became."""
    for kind in ("problems", "checks", "questions"):
        for name, noun in getattr(knowledge, kind).items():
            yield f"{kind}/{name}.md", noun


def markdown_of(noun: object) -> str:
    """All text of a noun that is rendered as Markdown."""
    texts = [getattr(noun, name, "") for name in ("meaning", "why", "hint")]
    texts += [getattr(noun, name, "") for name in ("how_to_see", "how_to_fix", "how_to_find_out")]
    texts += [section.markdown for section in getattr(noun, "sections", ())]
    return "\n\n".join(texts)
