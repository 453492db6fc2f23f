"""RedactedText → Report: one reader a shape, all of them tried, their facts put together."""

from troubleshooter.diagnosis.read import cors, http, json_body, line, web_page
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import RedactedText, Report

READERS = (http.facts, json_body.facts, cors.facts, web_page.facts, line.facts)


def read(text: RedactedText) -> Report:
    """Everything that stands in a text and where. Never raises; what is not there is not a fact.

    >>> from troubleshooter.diagnosis.redact import redact
    >>> report = read(redact('HTTP/1.1 401 Unauthorized\\n\\n{"errorCode": "35"}').text)
    >>> report.values("status"), report.values("code")
    (('401',), ('35',))
    """
    paste = Paste(text)
    found = {fact for facts in READERS for fact in facts(paste)}
    return Report(text, tuple(sorted(found, key=lambda fact: (fact.span, fact.name))))
