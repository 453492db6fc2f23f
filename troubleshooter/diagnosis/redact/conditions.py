"""What a value that looks like a secret must be besides."""

from collections.abc import Callable, Mapping

from troubleshooter.diagnosis.redact.randomness import is_random
from troubleshooter.diagnosis.redact.shapes_of_accounts import (
    is_card,
    is_european,
    is_hetu,
    is_iban,
    is_public,
)
from troubleshooter.diagnosis.redact.words import is_somebody


def padded(value: str) -> bool:
    """Base64 with its `=`, and not a long identifier before an equals sign.

    >>> padded("Q7m2vXk9Lr4TzWb8Yn3PcA=="), padded("merchantSerialNumber=")
    (True, False)
    """
    return (len(value) % 4 == 0 and value.endswith("==")) or is_random(value.rstrip("="))


def long_and_random(value: str) -> bool:
    """A hexadecimal key, or letters and digits in no order that words have.

    >>> long_and_random("00112233445566778899aabbccddeeff")
    True
    >>> long_and_random("WC_Gateway_Vipps_Recurring_Controller_V3")
    False
    """
    lower = value.lower()
    hexadecimal = not lower.strip("0123456789abcdef") and not lower.isdecimal()
    return hexadecimal or is_random(value)


def cut_off_by_hand(value: str, after: str) -> bool:
    """The head of a JWT, which says nothing, and then nothing: `eyJ0eXAiOiJKV1QiLCJ...`."""
    headless = "." not in value.rstrip(".")
    return headless and (value.endswith("...") or after.lstrip()[:1] in tuple("…<*"))


def no_word(key: str) -> bool:
    """Does what follows the prefix of a key have a digit, or capitals in one long row?

    >>> no_word("sk_live_kfAqkoNUAqFDtSvjeSYFREZA"), no_word("sk_live_" + 20 * "x")
    (True, False)
    """
    body = key.replace("-", "_").rpartition("_")[2]
    in_a_row = len(body) >= 14 and not body.islower() and len(set(body)) > 6
    return in_a_row or any(map(str.isdecimal, key))


KEY_LENGTHS = (24, 44, 88)
"""Of 16, 32 and 64 bytes in padded Base64: no id of a request or an order is written so."""

OPTIONS = ("rl:", "ri:", "ser:", "sername:")
"""Ends of options that begin with u."""

MUST: Mapping[str, Callable[[str, str], bool]] = {
    "": lambda value, after: any(map(str.isalnum, value)),
    "be no word": lambda value, after: no_word(value),
    "have a mailbox": lambda value, after: not value.startswith("@"),
    "be a login": lambda value, after: "://" not in value and not value.startswith(OPTIONS),
    "be padded": lambda value, after: padded(value),
    "be random": lambda value, after: long_and_random(value),
    "be as long as a key": lambda value, after: value.endswith("=") and len(value) in KEY_LENGTHS,
    "be an IBAN": lambda value, after: is_iban(value),
    "be European": lambda value, after: is_european(value),
    "have a check letter": lambda value, after: is_hetu(value),
    "have a check digit": lambda value, after: is_card(value),
    "be somebody": lambda value, after: is_somebody(value),
    "be public": lambda value, after: is_public(value) and not after[:2].strip(".").isdecimal(),
    "be whole": lambda value, after: not cut_off_by_hand(value, after),
}
"""Conditions on a value and what comes after it."""
