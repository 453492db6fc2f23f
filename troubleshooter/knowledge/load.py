"""Read the content folder: TOML and Markdown → Problem, Check, Question, Source, Heading."""

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from troubleshooter.domain import (
    ACTORS,
    CERTAINTIES,
    RETRIES,
    SENDERS,
    STATES_OF_APIS,
    Answer,
    Api,
    Change,
    Check,
    Family,
    Heading,
    Knowledge,
    Problem,
    Question,
    Section,
    Source,
)
from troubleshooter.knowledge.fields import Fault, Fields

PROBLEM_SECTIONS = ("How to tell", "When it is fixed")
PROBLEM_MAY_HAVE = ("What cannot be told", "What the sources say")
CHECK_SECTIONS = ("How to see it", "How to put it right")
QUESTION_SECTIONS = ("How to find out",)

Noun = TypeVar("Noun")


def load(folder: Path) -> tuple[Knowledge, list[Fault]]:
    """Everything in a content folder, and every fault of a single file.

    A file with a fault still gives a noun, so that one run tells all that is wrong.
    """
    faults: list[Fault] = []
    loaded = Knowledge(
        problems=each(folder / "problems", problem, faults),
        checks=each(folder / "checks", check, faults),
        questions=each(folder / "questions", question, faults),
        sources={s.id: s for s in map(source, tables(folder / "sources.toml", "source", faults))},
        headings={h.id: h for h in map(heading, tables(folder / "faq.toml", "heading", faults))},
        apis={a.id: a for a in map(api, tables(folder / "apis.toml", "api", faults))},
        families={f.id: f for f in map(family, tables(folder / "families.toml", "family", faults))},
        synonyms=synonyms(tables(folder / "synonyms.toml", "synonym", faults)),
        changes=tuple(map(change, tables(folder / "changes.toml", "change", faults))),
    )
    return loaded, faults


class Page:
    """One content file: its id, its fields, its first paragraphs and the sections after them."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        self.id = path.stem
        file = f"{path.parent.name}/{path.name}"
        opening, _, rest = path.read_text(encoding="utf-8").partition("+++\n")
        front, _, body = rest.partition("+++\n")
        if opening or not body:
            faults.append(Fault("E000", file, "has no front matter.", "Begin and end it with +++."))
        self.fields = Fields(file, toml(front, file, faults), faults)
        intro, *sections = f"\n{body.strip()}\n".split("\n## ")
        self.intro = intro.strip()
        self.sections = {}
        for section in sections:
            head, _, markdown = section.partition("\n")
            self.sections[head.strip()] = markdown.strip()

    def expect(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        """Complain about headings that are missing, empty, unknown or out of order."""
        known = required + optional
        for head in required:
            if not self.sections.get(head):
                self.fields.fault("E008", f"the heading '## {head}' is missing or empty.", "")
        for head in self.sections:
            self.fields.one_of("heading", head, known)
        if list(self.sections) != [head for head in known if head in self.sections]:
            self.fields.fault(
                "E008", "its headings are out of order.", f"Order: {', '.join(known)}."
            )
        if not self.intro:
            self.fields.fault("E008", "has no text before the first heading.", "Say what it means.")


def problem(page: Page) -> Problem:
    fields = page.fields
    page.expect(PROBLEM_SECTIONS, PROBLEM_MAY_HAVE)
    return Problem(
        id=page.id,
        title=fields.text("title"),
        codes=fields.texts("codes", []),
        says=fields.texts("says", []),
        sender=fields.choice("sender", SENDERS),
        acts=fields.choices("acts", ACTORS),
        retry=fields.choice("retry", RETRIES),
        customer=fields.text("customer"),
        checks=fields.texts("checks"),
        last_resort=fields.texts("last_resort", []),
        source=fields.citations(),
        related=fields.texts("related", []),
        match=fields.rules("match", stated=True),
        meaning=page.intro,
        sections=tuple(Section(head, markdown) for head, markdown in page.sections.items()),
        apis=fields.texts("apis", []),
        certainty=fields.choice("certainty", CERTAINTIES, CERTAINTIES[0]),
        common=fields.flag("common"),
        retired=fields.flag("retired"),
    )


def check(page: Page) -> Check:
    fields = page.fields
    page.expect(CHECK_SECTIONS)
    return Check(
        id=page.id,
        title=fields.text("title"),
        acts=fields.choices("acts", ACTORS),
        source=fields.citations(),
        passed=fields.rules("passed"),
        failed=fields.rules("failed"),
        why=page.intro,
        how_to_see=page.sections.get(CHECK_SECTIONS[0], ""),
        how_to_fix=page.sections.get(CHECK_SECTIONS[1], ""),
    )


def question(page: Page) -> Question:
    fields = page.fields
    page.expect(QUESTION_SECTIONS)
    return Question(
        id=page.id,
        title=fields.text("title"),
        why=fields.text("why"),
        first=fields.flag("first"),
        answers=tuple(answer(each) for each in fields.tables("answer", required=True)),
        hint=page.intro,
        how_to_find_out=page.sections.get(QUESTION_SECTIONS[0], ""),
    )


def answer(fields: Fields) -> Answer:
    kind, _, target = fields.text("next").partition(":")
    fields.one_of("next", kind, ("question", "problem"))
    found = Answer(
        id=fields.text("id"),
        label=fields.text("label"),
        question=target if kind == "question" else "",
        problem=target if kind == "problem" else "",
        when=fields.rules("when"),
    )
    fields.rest()
    return found


def source(fields: Fields) -> Source:
    found = Source(
        id=fields.text("id"),
        title=fields.text("title"),
        url=fields.text("url"),
        compared=fields.day("compared"),
        fingerprint=fields.text("fingerprint", ""),
    )
    fields.rest()
    return found


def api(fields: Fields) -> Api:
    found = Api(
        id=fields.text("id"),
        title=fields.text("title"),
        state=fields.choice("state", STATES_OF_APIS),
        note=fields.text("note", ""),
        errors=fields.text("errors", ""),
    )
    fields.rest()
    return found


def family(fields: Fields) -> Family:
    gaps = fields.tables("gap")
    found = Family(
        id=fields.text("id"),
        title=fields.text("title"),
        api=fields.text("api", ""),
        found_in=fields.text("found_in"),
        documented=fields.texts("documented", []),
        gaps={gap.text("code"): gap.text("why") for gap in gaps},
    )
    for each in (fields, *gaps):
        each.rest()
    return found


def synonyms(each_meaning: list[Fields]) -> dict[str, tuple[str, ...]]:
    """Each everyday word, and everything it may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for fields in each_meaning:
        means = fields.text("means")
        for word in fields.texts("words"):
            found[word] = (*found.get(word, ()), means)
        fields.rest()
    return found


def change(fields: Fields) -> Change:
    found = Change(
        day=fields.day("day") or date.min,
        title=fields.text("title"),
        says=fields.text("says"),
        problems=fields.texts("problems", []),
    )
    fields.rest()
    return found


def heading(fields: Fields) -> Heading:
    statements = []
    for each in fields.tables("statement", required=True):
        statements.append((each.text("says"), each.texts("home")))
        each.rest()
    found = Heading(id=fields.text("id"), title=fields.text("title"), statements=tuple(statements))
    fields.rest()
    return found


def each(folder: Path, build: Callable[[Page], Noun], faults: list[Fault]) -> dict[str, Noun]:
    """One noun a file, by id, in the order of the alphabet."""
    nouns = {}
    for path in sorted(folder.glob("*.md")):
        page = Page(path, faults)
        nouns[page.id] = build(page)
        page.fields.rest()
    return nouns


def tables(path: Path, key: str, faults: list[Fault]) -> list[Fields]:
    """The `[[key]]` tables of a TOML file; none when there is no such file."""
    if not path.exists():
        return []
    whole = Fields(path.name, toml(path.read_text(encoding="utf-8"), path.name, faults), faults)
    found = whole.tables(key, required=True)
    whole.rest()
    return found


def toml(text: str, file: str, faults: list[Fault]) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault("E000", file, f"is not TOML: {error}.", "Is every string in quotes?"))
        return {}
