"""Links that stand in tickets and code lead somewhere for ever: what was published stays.

`published.txt` has every path that ever was. A line is added with its page, and none is taken out.
"""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from django.test import Client

from troubleshooter.knowledge import knowledge
from troubleshooter.web.links import path

LIST = Path(__file__).parent / "published.txt"
PUBLISHED = LIST.read_text().splitlines()
GONE = 410


def published_today() -> set[str]:
    pages = ET.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314 - our own
    mapped = {"/" + each.text.split("/", 3)[3] for each in pages.iter() if each.tag.endswith("loc")}
    return mapped | {path("question", question) for question in knowledge().questions}


def test_every_page_is_on_the_list():
    missing = sorted(published_today() - set(PUBLISHED))
    assert not missing, f"Add to tests/{LIST.name}, in their order: {', '.join(missing[:20])}"


def test_the_list_is_in_order_and_names_each_page_once():
    assert sorted(set(PUBLISHED)) == PUBLISHED


@pytest.mark.parametrize("published", PUBLISHED)
def test_what_was_published_answers_leads_on_or_says_that_it_is_gone(published):
    assert Client().get(published).status_code in (200, 301, 302, GONE)
