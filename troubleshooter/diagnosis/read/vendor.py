"""Whose API it was: something that names Vipps MobilePay, or a call to somebody else's server.

Other vendors put the same gateway in front of their APIs and use the same words in their errors.
"""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.read.paste import Paste
from troubleshooter.domain import Fact, Span

OURS = re2.compile("(?i)vipps|mobilepay")
CALLED = re2.compile(
    "(?im)"
    + "|".join(
        (
            r"^[> \t]*host:[ \t]*([\w.-]+)",
            r"""\b(?:GET|POST|PUT|PATCH|DELETE)[`'": ]{1,3}https?://([\w.-]+)""",
            r"""\bcurl\b[^\n]{0,400}?[ '"]https?://([\w.-]+)""",
            r"""\brealm="https?://([\w.-]+)""",
            r"\b(?:fetch|XMLHttpRequest|remote resource)[^\n]{0,20}? (?:at|load) '?https?://([\w.-]+)",
        )
    )
)
LOCAL = ("localhost", "127.0.0.1", "0.0.0.0")  # noqa: S104 - a name that is recognised, not bound


def facts(paste: Paste) -> Iterator[Fact]:
    if named := OURS.search(paste.text):
        yield Fact("vendor", "ours", Span(*named.span()), paste.whole)
        return
    for call in CALLED.finditer(paste.text):
        number = next(n for n, host in enumerate(call.groups(), start=1) if host)
        if call[number].lower() not in LOCAL:
            yield Fact("vendor", "another", Span(*call.span(number)), paste.whole)
            return
