"""The line a browser writes in its console when it refuses a call to another origin."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

REFUSED = re2.compile(
    r"(?i)blocked by CORS policy|Cross-Origin Request Blocked"
    r"|CORS (?:request|header|preflight|error|policy)"
    r"|not allowed by Access-Control-Allow-Origin|No 'Access-Control-Allow-Origin' header"
    r"|due to access control checks"
    r"|CORS-(?:feil|fejl|fel|virhe|error|header|rubrik|pyynt)"
    r"|CORS\b[^\n]{0,60}Access-Control-Allow-"
)
ORIGIN = re2.compile(r"""(?i)\borigin ['"]?(https?://[^\s'"]+)""")


def facts(paste: Paste) -> Iterator[Fact]:
    if paste.only:
        return
    if refused := REFUSED.search(paste.text):
        yield Fact("shape", "cors", Span(*refused.span()), paste.whole)
        for origin in ORIGIN.finditer(paste.text):
            yield paste.quote("origin", Span(*origin.span(1)))
