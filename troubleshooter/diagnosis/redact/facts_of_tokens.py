"""What may be said of a token: is it whole, has it expired, and which server issued it?"""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime

import re2

from troubleshooter.diagnosis.redact.facts_of_keys import length

DATE = re2.compile(
    r"""(?im)^[<\s*"'\[]*date["'\]]*\s*[:=]>?\s*["']?[a-z]{3}, ([0-9]{2}) ([a-z]{3}) ([0-9]{4})"""
    r" ([0-9]{2}):([0-9]{2}):([0-9]{2}) GMT"
)
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
UNITS = ((90, 1, "s"), (90 * 60, 60, "min"), (48 * 3600, 3600, "h"), (10**12, 86400, "d"))
SERVERS = {"https://apitest.vipps.no": "test", "https://api.vipps.no": "production"}
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
