"""What may be said about a secret that was cut: this list and nothing else.

Never a part of it, never a hash (eight digits are found again by counting), never what a token
claims. Each form that a fact can have stands in FORMS: a text of another form is no placeholder.
"""

import base64
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

import re2

FORMS = (
    "[0-9]{1,4} characters?",
    "over 9999 characters",
    "(?:starts|ends) with a (?:space|line break)",
    "has a (?:space|line break|quote) inside",
    "not hexadecimal",
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

DATE = re2.compile(
    r"""(?im)^[<\s*"'\[]*date["'\]]*\s*[:=]>?\s*["']?[a-z]{3}, ([0-9]{2}) ([a-z]{3}) ([0-9]{4})"""
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNITS = ((90, 1, "s"), (90 * 60, 60, "min"), (48 * 3600, 3600, "h"), (10**12, 86400, "d"))
SERVERS = {"https://apitest.vipps.no": "test", "https://api.vipps.no": "production"}
COUNTRIES = {"47": "Norway", "45": "Denmark", "46": "Sweden", "358": "Finland"}
LARGEST_PAYLOAD = 16_384


def response_time(text: str) -> datetime | None:
    """The time in the `Date:` header of a response in the paste, if there is one.

    >>> response_time("HTTP/1.1 401\\nDate: Sun, 22 Nov 2026 10:00:00 GMT").isoformat()
    '2026-11-22T10:00:00+00:00'
    """
    found = DATE.search(text)
    if not found or found[2].lower() not in MONTHS:
        return None
    day, year, hour, minute, second = (int(found[part]) for part in (1, 3, 4, 5, 6))
    try:
        return datetime(
            year, MONTHS.index(found[2].lower()) + 1, day, hour, minute, second, tzinfo=UTC
        )
    except ValueError:
        return None


def length(value: str, at: datetime) -> Iterator[str]:
    """How many characters it has, stray white space around it not counted."""
    count = len(value.strip())
    if count > 9999:
        yield "over 9999 characters"
    else:
        yield f"{count} character" + "s" * (count != 1)


def edges(value: str, at: datetime) -> Iterator[str]:
    """White space before it and behind it."""
    inside = value.strip()
    before, _, after = value.partition(inside) if inside else ("", "", "")
    if before:
        yield "starts with a " + ("line break" if "\n" in before else "space")
    if after:
        yield "ends with a " + ("line break" if "\n" in after else "space")


def strays(value: str, at: datetime) -> Iterator[str]:
    """White space and quotes that do not belong into it."""
    yield from edges(value, at)
    inside = value.strip()
    if "\n" in inside:
        yield "has a line break inside"
    elif any(map(str.isspace, inside)):
        yield "has a space inside"
    if any(quote in inside for quote in "\"'`"):
        yield "has a quote inside"


def wrong_letters(value: str, at: datetime) -> Iterator[str]:
    """Built like a key or a UUID, with a letter that those cannot have."""
    groups = value.strip().split("-")
    letters = "".join(groups)
    built = [len(group) for group in groups] in ([32], [8, 4, 4, 4, 12]) and letters.isalnum()
    if built and letters.lower().strip("0123456789abcdef"):
        yield "not hexadecimal"


def token(value: str, at: datetime) -> Iterator[str]:
    """Of a JWT: is it whole, has it expired, and who issued it? Of another token: its length."""
    if not value.strip().startswith("ey"):
        yield from length(value, at)
        return
    yield "JWT"
    parts = "".join(value.split()).split(".")
    if len(parts) == 3 and not parts[2] and payload(parts[0]).get("alg") == "none":
        yield "unsigned"
    elif len(parts) < 3 or not parts[-1]:
        yield "cut short"
    claims = payload(parts[1] if len(parts) in (2, 3) else "")
    expires = claims.get("exp")
    if isinstance(expires, int | float) and 0 < expires < 10**11:
        yield lifetime(int(at.timestamp() - expires))
    server = SERVERS.get("/".join(str(claims.get("iss")).split("/")[:3]))
    if server:
        yield f"issued by the {server} server"


def payload(part: str) -> dict[str, object]:
    """The claims of a JWT, or what its head says; nothing when they cannot be read."""
    if len(part) > LARGEST_PAYLOAD:
        return {}
    try:
        claims = json.loads(base64.urlsafe_b64decode(part + "=="))
    except (ValueError, RecursionError):
        return {}
    return claims if isinstance(claims, dict) else {}


def lifetime(late: int) -> str:
    """How long before the response a token expired, or how long after it it would have.

    >>> lifetime(7300), lifetime(-2400)
    ('expired 2 h before', 'expires in 40 min')
    """
    size, unit = next((size, unit) for below, size, unit in UNITS if abs(late) < below)
    span = f"{abs(late) // size} {unit}"
    return f"expired {span} before" if late >= 0 else f"expires in {span}"


def phone(value: str, at: datetime) -> Iterator[str]:
    """Country, how many digits come after its code, and which signs stand there besides digits."""
    written = value.strip()
    digits = "".join(filter(str.isdecimal, written))
    plus = "+" in written
    zeros = digits.startswith("00")
    national = digits[2:] if zeros else digits
    code = next((code for code in COUNTRIES if national.startswith(code)), "")
    if not plus and not zeros and len(digits) < 10:
        yield "no country code"
    elif code:
        yield COUNTRIES[code]
        national = national[len(code) :]
    else:
        yield "another country" if plus or zeros else "no country code"
    yield f"{min(len(national), 99)} digits"
    if plus:
        yield "has +"
    if zeros:
        yield "has 00"
    if any(map(str.isspace, written)):
        yield "has spaces"
    if any(not sign.isdecimal() and not sign.isspace() and sign != "+" for sign in written):
        yield "has other signs"


Reader = Callable[[str, datetime], Iterator[str]]

KINDS: Mapping[str, tuple[Reader, ...]] = {
    "client_id": (length, strays, wrong_letters),
    "client_secret": (length, strays),
    "subscription key": (length, strays, wrong_letters),
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

    >>> facts("client_secret", "abc ", datetime.now(UTC))
    ['3 characters', 'ends with a space']
    """
    return [fact for reader in KINDS[kind] for fact in reader(value, at)]
