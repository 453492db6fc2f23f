"""RedactedText → Report: one reader a shape, all of them tried, their facts put together."""

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.read import (
    body,
    cors,
    form,
    http,
    line,
    markup,
    redirect,
    success,
    table,
    vendor,
    web_page,
)
from troubleshooter.diagnosis.read.coded import said
from troubleshooter.diagnosis.read.furniture import without_furniture
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, RedactedText, Report

READERS = (
    http.facts,
    body.facts,
    redirect.facts,
    cors.facts,
    web_page.facts,
    table.facts,
    markup.facts,
    form.facts,
    vendor.facts,
    line.facts,
)


def read(text: RedactedText) -> Report:
    """Everything that stands in a text and where. Never raises; what is not there is not a fact.

    >>> from troubleshooter.diagnosis.redact import redact
    >>> report = read(redact('HTTP/1.1 401 Unauthorized\\n\\n{"errorCode": "35"}').text)
    >>> report.values("status"), report.values("code")
    (('401',), ('35',))
    """
    seen = without_furniture(text)
    paste = Paste(seen.text)
    found = dict.fromkeys(fact for facts in READERS for fact in facts(paste))
    found.update(dict.fromkeys([*said(found), *success.facts(paste, found)]))
    if seen.origin:
        found = dict.fromkeys(placed(fact, seen) for fact in found)
    return Report(text, tuple(sorted(found, key=lambda fact: (fact.span, fact.name))))


def placed(fact: Fact, seen: Decoded) -> Fact:
    """The fact with its place in the paste itself."""
    return fact._replace(span=seen.span(*fact.span), within=seen.span(*fact.within))
