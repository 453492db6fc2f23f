"""HTML instead of JSON: the page of a proxy, a firewall or a gateway, reduced to its text."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import coded, decode
from troubleshooter.diagnosis.encodings import ENTITIES
from troubleshooter.diagnosis.read.paste import Paste, lines_between
from troubleshooter.domain import Fact, Span

PAGE = re2.compile(r"(?i)<!doctype html|<html\b|<head>|<title>")
XML = re2.compile(r"(?i)<\?xml\b|<(?:\w+:)?(?:status|detail|instance)>")
"""Says that a `<title>` is a member of an error and not the title of a page."""
TAGS = coded(
    "<",
    re2.compile(
        r"(?is)<script\b.*?</script\s*>|<style\b.*?</style\s*>|<!--.*?-->|</?[a-z!][^<>]*>"
    ),
    lambda tag: (
        "" if tag[:3].lower() in ("<b>", "</b", "<i>", "</i", "<em", "<a ", "<sp") else "\n"
    ),
)


def facts(paste: Paste) -> Iterator[Fact]:
    """The lines that a reader of the page sees."""
    page = PAGE.search(paste.text) if "<" in paste.text else None
    if page is None or (page[0] == "<title>" and XML.search(paste.text)):
        return
    yield Fact("shape", "web-page", Span(*page.span()), paste.whole)
    seen = decode(decode(paste.plain, TAGS), ENTITIES)
    for line in lines_between(seen.text, 0, len(seen.text)):
        yield Fact("line", seen.text[line.start : line.end], seen.span(*line), paste.whole)
