"""What may be said of a telephone number: how it is written, which is what error 81 is about."""

from collections.abc import Iterator
from datetime import datetime

COUNTRIES = {"47": "Norway", "45": "Denmark", "46": "Sweden", "358": "Finland"}


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
