"""What accounts, cards, their short codes and IP addresses look like."""

import ipaddress

from troubleshooter.diagnosis.redact.rules import Shape

OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])"
IPV4 = rf"{OCTET}(?:\.{OCTET}){{3}}"
HEX = "[0-9A-Fa-f]{1,4}"
IPV6 = f"(?:{HEX}:){{4,7}}(?::?{HEX}){{1,4}}|(?:{HEX}:){{1,6}}(?::{HEX}){{1,6}}"


def is_iban(value: str) -> bool:
    """
    >>> is_iban("NO93 8601 1117 947"), is_iban("NO94 8601 1117 947")
    (True, False)
    """
    signs = "".join(value.split()).upper()
    turned = signs[4:] + signs[:4]
    return 15 <= len(signs) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


LENGTHS = {
    **{"NO": 15, "BE": 16, "DK": 18, "FO": 18, "GL": 18, "FI": 18, "NL": 18, "SI": 19, "AT": 20},
    **{"EE": 20, "LT": 20, "LU": 20, "LV": 21, "HR": 21, "CH": 21, "LI": 21, "DE": 22, "GB": 22},
    **{"IE": 22, "BG": 22, "ES": 24, "SE": 24, "CZ": 24, "SK": 24, "RO": 24, "PT": 25, "IS": 26},
    **{"FR": 27, "GR": 27, "IT": 27, "MC": 27, "SM": 27, "PL": 28, "HU": 28, "CY": 28, "MT": 31},
}
"""How long an IBAN of each country of Europe is."""


def is_european(value: str) -> bool:
    """Is an IBAN as long as those of its country are, and so nothing else by chance?

    >>> is_european("NO93 8601 1117 947"), is_european("WC20 8601 1117 947")
    (True, False)
    """
    signs = "".join(value.split())
    return LENGTHS.get(signs[:2]) == len(signs)


HETU_SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def is_hetu(value: str) -> bool:
    """Does the check sign of a Finnish number fit, and is one sign at least a letter?

    >>> is_hetu("131052-308T"), is_hetu("131052-308U"), is_hetu("010190-1234")
    (True, False, False)
    """
    digits, letters = value[:6] + value[7:10], value[6:7] + value[10:]
    if len(value) != 11 or not digits.isdecimal() or not letters.strip("-+ 0123456789"):
        return False
    return HETU_SIGNS[int(digits) % 31] == value[10]


def is_card(value: str) -> bool:
    """Does the check digit fit? A number of ten does by chance, so this alone says little.

    >>> is_card("4000 0090 0000 0003"), is_card("4000 0090 0000 0004")
    (True, False)
    """
    digits = [int(sign) for sign in value if sign.isdecimal()]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0


def is_public(value: str) -> bool:
    """An address of somebody, not of a machine in the house, and hardly a version.

    >>> is_public("51.120.3.44"), is_public("10.0.0.7"), is_public("8.2.1.0"), is_public("10:00:01")
    (True, False, False, False)
    """
    value = "".join(value.replace(">", "").split())
    if ":" in value:
        return value.count(":") > 2 and any(map(str.isdecimal, value)) and is_global(value)
    if not is_global(value):
        return False
    version = max(map(int, value.split("."))) < 32 or value.endswith(".0.0")
    return not version


def is_global(value: str) -> bool:
    """Is it an IP address that everybody can reach?"""
    try:
        return ipaddress.ip_address(value).is_global
    except ValueError:
        return False


ACCOUNTS = (
    Shape(
        kind="",
        pattern=r"""(?i:\bversion|\brelease|\bver)["' :=]{1,4}v?[0-9][0-9.]{2,30}""",
        cuts=("versions on «51.120.3.44»",),
        keeps=("version 1.2.33.44", "Version: 2024.11.12345"),
    ),
    Shape(
        kind="account",
        pattern=r"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b",
        must="be an IBAN",
        surely="be European",
        cuts=("paid to «NO93 8601 1117 947» today", '"orderId": "«FI2112345600000785»"'),
        keeps=("NO94 8601 1117 947", "ERR12345678901234", '"orderId": "NO9486011117947"'),
    ),
    Shape(
        kind="account",
        pattern=r"\b[0-9]{4}\.[0-9]{2}\.[0-9]{5}\b",
        cuts=("to «1234.56.78903» today",),
        keeps=("1234.56.789", "2024.11.1"),
    ),
    Shape(
        kind="card",
        pattern=r"\b(?:4[0-9]{3}|5[0-9]{3}|2[2-7][0-9]{2}|6(?:011|[245][0-9]{2}))"
        r"(?:[0-9]{12}|(?:[ -][0-9]{4}){3})\b|\b3[47][0-9]{2}(?:[0-9]{11}|[ -][0-9]{6}[ -][0-9]{5})\b",
        must="have a check digit",
        cuts=("paid with «4000 0090 0000 0003»", "«4000009000000003»", "«3782-822463-10005»"),
        keeps=(
            "4000 0090 0000 0004",
            '"orderId": "4000009000000003"',
            "654321000000000001",
            "1763820000000",
        ),
    ),
    Shape(
        kind="password",
        pattern=r"(?i)\b(?:otp|pin|(?:one[- ]time|engangs|pin|sms|verification|bekreftelses)[- ]?"
        r"(?:code|kode|koden|password))[ \t]+(?:(?:is|er|was|var)[ \t]+)?([0-9]{4,8})\b",
        cuts=(
            "otp «264051» was refused",
            "the PIN «4711» is wrong",
            "engangskoden er «264051»",
            "SMS code «264051»",
        ),
        keeps=("pin 8 of the plug", "error code 264051", "the pin is 4 digits", "otp 3600s old"),
    ),
    Shape(
        kind="password",
        pattern=r"(?i)\bcv[cv]2?[ \t]+([0-9]{3,4})\b",
        cuts=("exp 12/27 cvc «123»", "CVV2 «1234»"),
        keeps=("cvc 12", "cvc 12345"),
    ),
    Shape(
        kind="IP address",
        pattern=rf"(?:\A|[^\w./-]|//)({OCTET}(?:\.(?:\n[ >]*)?{OCTET}){{3}})\b",
        must="be public",
        cuts=(
            "from «51.120.3.44» port 443",
            "login of («51.120.3.44»)",
            "at «51.120.3.\n> 44»:443",
        ),
        keeps=(
            "127.0.0.1:8000",
            "10.0.0.7",
            "192.168.1.200",
            "8.2.1.0",
            "Chrome/126.0.0.0",
            "PHP/8.1.77.2",
            "1.2.33.44.5",
        ),
    ),
    Shape(
        kind="IP address",
        pattern=rf"\b(?:{IPV6})",
        must="be public",
        cuts=("from «2a02:2121:3:4::52» to us",),
        keeps=(
            "at 10:00:01:002",
            "a::b c::D",
            "Foo::be::d1",
            "fe80::1",
            "::1",
            "std::string",
            "aa:bb:cc:dd:ee:ff",
        ),
    ),
)
