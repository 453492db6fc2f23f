"""What people type into the search box finds its page: measured over `search_queries.toml`."""

import tomllib
from pathlib import Path
from typing import NamedTuple

from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web.searched import found

QUERIES = tomllib.loads(Path(__file__).with_name("search_queries.toml").read_text())["query"]
FIRST, FIRST_THREE = 0.85, 0.95


class Answer(NamedTuple):
    """What was asked, and the ids of the pages the site lists, from the top."""

    words: str
    finds: list[str]
    ids: list[str]

    def right(self, most: int) -> bool:
        """A page that fits stands among the first; problems and checks are two lists."""
        return not set(self.finds).isdisjoint(self.ids[:most])

    def __str__(self) -> str:
        return f"{self.words!r}: {', '.join(self.ids[:3])} instead of {' or '.join(self.finds)}"


def answer(words: str, finds: list[str]) -> Answer:
    """Problems come first, as on the page; checks follow."""
    pages = found(diagnose(words, knowledge()))
    return Answer(words, finds, [each.id for each in (*pages.problems, *pages.checks)])


def missed(most: int) -> list[str]:
    answers = [answer(each["words"], each["finds"]) for each in QUERIES]
    return [str(each) for each in answers if not each.right(most)]


def test_every_query_names_pages_that_exist():
    pages = {*knowledge().problems, *knowledge().checks}
    assert {id for each in QUERIES for id in each["finds"]} <= pages
    assert len({each["words"] for each in QUERIES}) == len(QUERIES) >= 180


def test_the_page_stands_first():
    wrong = missed(1)
    assert len(wrong) <= len(QUERIES) * (1 - FIRST), "\n".join(wrong)


def test_the_page_stands_among_the_first_three():
    wrong = missed(3)
    assert len(wrong) <= len(QUERIES) * (1 - FIRST_THREE), "\n".join(wrong)
