"""Read the content folder: which file or table becomes which noun."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from troubleshooter.domain import Api, Family, Heading, Knowledge, Source
from troubleshooter.knowledge.fault import Fault
from troubleshooter.knowledge.fields import Fields, fields_of
from troubleshooter.knowledge.nouns import (
    api,
    change,
    check,
    family,
    heading,
    problem,
    question,
    source,
    synonym,
)
from troubleshooter.knowledge.page import Page

Noun = TypeVar("Noun")
Named = TypeVar("Named", Source, Heading, Api, Family)


def load(folder: Path) -> tuple[Knowledge, list[Fault]]:
    """Everything in a content folder, and every fault of a single file.

    A file with a fault still gives a noun, so that one run tells all that is wrong.
    """
    faults: list[Fault] = []
    loaded = Knowledge(
        problems=each(folder / "problems", problem, faults),
        checks=each(folder / "checks", check, faults),
        questions=each(folder / "questions", question, faults),
        sources=by_id(tables(folder / "sources.toml", "source", source, faults)),
        headings=by_id(tables(folder / "faq.toml", "heading", heading, faults)),
        apis=by_id(tables(folder / "apis.toml", "api", api, faults)),
        families=by_id(tables(folder / "families.toml", "family", family, faults)),
        synonyms=by_word(tables(folder / "synonyms.toml", "synonym", synonym, faults)),
        changes=tuple(tables(folder / "changes.toml", "change", change, faults)),
    )
    return loaded, faults


def each(folder: Path, build: Callable[[Page], Noun], faults: list[Fault]) -> dict[str, Noun]:
    """One noun a file, by id, in the order of the alphabet."""
    nouns = {}
    for path in sorted(folder.glob("*.md")):
        page = Page(path, faults)
        nouns[page.id] = build(page)
        page.fields.rest()
    return nouns


def tables(
    path: Path, key: str, build: Callable[[Fields], Noun], faults: list[Fault]
) -> list[Noun]:
    """One noun a `[[key]]` table of a TOML file; none when there is no such file."""
    if not path.exists():
        return []
    whole = fields_of(path.read_text(encoding="utf-8"), path.name, faults)
    found = whole.tables(key, required=True)
    whole.rest()
    nouns = []
    for fields in found:
        nouns.append(build(fields))
        fields.rest()
    return nouns


def by_id(nouns: Iterable[Named]) -> dict[str, Named]:
    return {noun.id: noun for noun in nouns}


def by_word(meanings: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Each everyday word, and everything it may mean."""
    found: dict[str, tuple[str, ...]] = {}
    for means, words in meanings:
        for word in words:
            found[word] = (*found.get(word, ()), means)
    return found
