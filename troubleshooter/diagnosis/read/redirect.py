"""The address that a login sends the user back to: what went wrong stands in its query."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import decode
from troubleshooter.diagnosis.encodings import PERCENT, PLUS
from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

ERROR = re2.compile(r"""[?&#;]error=([\w.-]+)([^\s"'<>]*)""")
DESCRIPTION = re2.compile(r"[?&;]error_description=([^&?]+)")


def facts(paste: Paste) -> Iterator[Fact]:
    """The code and the sentence, as the user's browser shows them: `error=access_denied&…`."""
    if "error=" not in paste.text:
        return
    for found in ERROR.finditer(paste.text):
        region = Span(*found.span())
        yield Fact("shape", "oauth", region, region)
        yield paste.quote("code", Span(*found.span(1)), region)
        if described := DESCRIPTION.search(found[2]):
            start, end = (found.start(2) + each for each in described.span(1))
            said = decode(decode(paste.plain.cut(start, end), PLUS), PERCENT)
            yield Fact("message", said.text, said.span(0, len(said.text)), region)
