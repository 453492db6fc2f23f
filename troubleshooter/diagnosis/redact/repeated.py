"""Secrets that were announced once and stand elsewhere without a name: `login with hunter22`."""

from collections.abc import Iterable, Iterator

from troubleshooter.diagnosis.redact.hit import Hit
from troubleshooter.diagnosis.redact.words import is_ordinary
from troubleshooter.domain import Span

SECRETS = frozenset(
    (
        *("password", "client_secret", "subscription key", "api key", "callback token"),
        *("webhook secret", "credentials", "access token", "refresh token", "secret", "token"),
    )
)
SHORTEST = 6
MOST = 32
"""For so many secrets the whole text is searched."""


def is_full_name(hit: Hit) -> bool:
    """Is it what somebody is called, in two words or more?"""
    return hit.kind == "name" and " " in hit.value.strip() and len(hit.value) >= SHORTEST


def repeated(hits: Iterable[Hit], text: str) -> Iterator[Hit]:
    """Where a secret of the hits stands as a whole word; also where it was found.

    A plain word counts only if it is a password.

    >>> hit = Hit(Span(0, 8), "password", "hunter22", 3)
    >>> [each.span.start for each in repeated([hit], "hunter22 (hunter22) hunter222")]
    [0, 10]
    """
    secrets: dict[str, Hit] = {}
    for hit in hits:
        value = hit.value.strip()
        definite = hit.sure == 3 and hit.kind in SECRETS and len(value) >= SHORTEST
        if is_full_name(hit) or (definite and (hit.kind == "password" or not is_ordinary(value))):
            secrets.setdefault(value, hit)
        if len(secrets) == MOST:
            break
    for value, hit in secrets.items():
        at = text.find(value)
        while at >= 0:
            end = at + len(value)
            if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                yield hit._replace(span=Span(at, end), value=value)
            at = text.find(value, end)
