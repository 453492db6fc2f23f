"""What may be said about a secret that was cut: this list and nothing else.

Never a part of it, never a hash (eight digits are found again by counting), never what a token
claims. Each form that a fact can have stands in FORMS: a text of another form is no placeholder.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime

from troubleshooter.diagnosis.redact.facts_of_keys import (
    BUILT_LIKE,
    edges,
    length,
    strays,
    swapped,
    wrong_letters,
)
from troubleshooter.diagnosis.redact.facts_of_phones import phone
from troubleshooter.diagnosis.redact.facts_of_tokens import token
from troubleshooter.diagnosis.redact.hit import Hit
from troubleshooter.domain import Removed

KEYS = "|".join(BUILT_LIKE)
FORMS = (
    "[0-9]{1,4} characters?",
    "over 9999 characters",
    "(?:starts|ends) with a (?:space|line break)",
    "has a (?:space|line break|quote) inside",
    "not hexadecimal",
    f"built like a (?:{KEYS})",
    f"equal to (?:{KEYS}) [1-9][0-9]{{0,3}}",
    "JWT",
    "cut short",
    "unsigned",
    "expired [0-9]{1,7} (?:s|min|h|d) before",
    "expires in [0-9]{1,7} (?:s|min|h|d)",
    "issued by the (?:test|production) server",
    "Norway|Denmark|Sweden|Finland|another country|no country code",
    "[0-9]{1,2} digits",
    r"has (?:\+|00|spaces|other signs)",
)

Reader = Callable[[str, datetime], Iterator[str]]

KINDS: Mapping[str, tuple[Reader, ...]] = {
    "client_id": (length, strays, wrong_letters, swapped("client_id")),
    "client_secret": (length, strays, swapped("client_secret")),
    "subscription key": (length, strays, wrong_letters, swapped("subscription key")),
    "access token": (token, strays),
    "token": (token, strays),
    "id token": (token, strays),
    "refresh token": (token, strays),
    "credentials": (strays,),
    "authorization": (length, strays),
    "webhook secret": (length, strays),
    "signature": (length,),
    "cookie": (),
    "code": (),
    "code_verifier": (length,),
    "state": (),
    "callback token": (length, strays),
    "private key": (),
    "password": (),
    "api key": (length,),
    "uuid": (),
    "secret": (length, strays),
    "phone": (phone, edges),
    "national id": (),
    "e-mail": (),
    "account": (),
    "card": (),
    "name": (),
    "address": (),
    "birth date": (),
    "user id": (),
    "IP address": (),
}
"""Every kind of secret, and what may be said about one."""


def facts(kind: str, value: str, at: datetime) -> list[str]:
    """What may be said about a secret.

    >>> facts("client_secret", "abc ", datetime.now())
    ['3 characters', 'ends with a space']
    """
    return [fact for reader in KINDS[kind] for fact in reader(value, at)]


def equal(removed: Sequence[Removed], hits: Sequence[Hit]) -> list[list[str]]:
    """For each secret, which keys of another kind it is equal to: that of one was sent as both."""
    kinds: dict[str, dict[Removed, None]] = {}
    for each, hit in zip(removed, hits, strict=True):
        if hit.kind in BUILT_LIKE:
            kinds.setdefault(hit.value.strip(), {})[each] = None
    return [
        [
            f"equal to {other.kind} {other.number}"
            for other in kinds.get(hit.value.strip(), ())
            if hit.kind in BUILT_LIKE and other.kind != hit.kind
        ]
        for hit in hits
    ]
