"""How random a word is: letters and digits that follow no order of words, codes and dates."""

import string
from itertools import pairwise

import re2

MIXED = frozenset(string.ascii_letters + string.digits + "_+/=~.-")
DATE = re2.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T0-9:.,Z+-]*")


def is_mixed(word: str) -> bool:
    """Are letters and digits in no order of a code: enough for a value that stands by itself?

    >>> is_mixed("abcDEF12345xyz"), is_mixed("AADSTS700016"), is_mixed("orderId2")
    (True, False, False)
    """
    if not 8 <= len(word) <= 200 or not MIXED.issuperset(word) or is_date(word):
        return False
    sorts = word.translate(SORTS)
    of_all_sorts = {"A", "a"} <= set(sorts) and sorts.count("0") >= 3
    return of_all_sorts or any(map(sorts.count, ("0a", "0A")))


def is_date(word: str) -> bool:
    return word[:4].isdecimal() and bool(DATE.fullmatch(word))


def is_random(word: str) -> bool:
    """Do letters and digits change places more often than in words, codes and names?

    >>> is_random("S3cr3tP4ss"), is_random("AADSTS700016"), is_random("acme-shop-123-order123abc")
    (True, False, False)
    """
    return any(map(str.isdecimal, word[:64])) and restlessness(word) >= 0.25


def restlessness(word: str) -> float:
    """How often, per sign, capitals, small letters and digits follow one another; 0 if too short.

    A capital at the start of a word does not count: `ThisIsNotRandom`.
    """
    signs = word[:64].translate(SORTS)
    if len(signs) < 8:
        return 0
    return sum(map(signs.count, CHANGES)) / len(signs)


def is_unspeakable(word: str) -> bool:
    """Do its letters follow one another as they hardly do in names and words?

    >>> is_unspeakable("qspivlyeymtvaWyelHXutbph"), is_unspeakable("PendingCustomerApprovalStep")
    (True, False)
    """
    if len(word) < 16 or not (word.isascii() and word.isalpha()):
        return False
    pairs = [one + two for one, two in pairwise(word[:64]) if one.isupper() or two.islower()]
    rare = sum(pair[1] not in FOLLOWERS[pair[0]] for pair in map(str.lower, pairs))
    return rare >= 0.3 * len(pairs)


FOLLOWERS = {
    **{"a": "bcdgiklmnprstuvy", "b": "aeilorsu", "c": "acehiklorstu", "d": "adeilors"},
    **{"e": "abcdefgilmnoprstvxy", "f": "aefilortu", "g": "aehinorsu", "h": "aeiot"},
    **{"i": "abcdefglmnoprstvz", "j": "", "k": "aeis", "l": "adeilostuy", "m": "abeimopsu"},
    **{"n": "acdefginostuv", "o": "abcdfgiklmnoprstuvw", "p": "aehiloprstu", "q": "u"},
    **{"r": "acdegiklmnorstuy", "s": "acehiklopstuy", "t": "acefhiloprstuy"},
    **{"u": "abceilmnprst", "v": "aei", "w": "aei", "x": "pt", "y": "ps", "z": "e"},
}
"""The letters that each letter often stands before: in the identifiers of programs, in English and
the Nordic languages a good nine of ten pairs are among these, in random letters one of three."""


class Sorts(dict[int, str | None]):
    """For each sign what sort it is of: a digit, a capital, a small letter, or nothing."""

    def __missing__(self, code: int) -> str | None:
        sign = chr(code)
        if not sign.isalnum():
            return None
        return "0" if sign.isdecimal() else "A" if sign.isupper() else "a"


SORTS = Sorts({code: Sorts()[code] for code in range(128)})

CHANGES = ("0A", "A0", "0a", "a0", "aA", "AAa")
"""`Aa` is no change, unless another capital stands before it."""
