"""Hexadecimal dumps, as `curl --trace`, `xxd` and `hexdump` print them."""

from collections.abc import Iterator

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.domain import Span

PAIRS = "(?:[0-9A-Fa-f]{2} ?[0-9A-Fa-f]{2} ?){1,4}"
ROW = compiled(
    r"(?m)^[>|]?[ \t]*(?:0x)?(?:[0-9A-Fa-f]{4,8}:|[0-9A-Fa-f]{6,8}[ \t]|[0-9A-Fa-f]{3}0[ \t]{2})[ \t]*"
    rf"({PAIRS}(?:[ -]?{PAIRS})?(?:[0-9A-Fa-f]{{2}})?)(?:[ \t|][^\n]*)?$"
)
DIGITS = "0123456789abcdefABCDEF"
BYTES = {high + low: chr(int(high + low, 16)) for high in DIGITS for low in DIGITS}
LETTERS = {
    pair: sign if sign.isascii() and (sign.isprintable() or sign in "\r\n\t") else "."
    for pair, sign in BYTES.items()
}
"""What each pair of digits stands for."""
SHOWN = {pair: sign if " " <= sign < "\x7f" else "." for pair, sign in BYTES.items()}
"""The letter for a byte, as a dump shows it."""


def dumped(source: Decoded) -> Decoded:
    """What the dumps in a text say, in place of them; the same text if there is none.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> dumped(plain("0000: 70 69 6e 3d   pin=\\n0004: 31 32 33 34   1234\\n")).text
    'pin=1234\\n'
    """
    if not ROW.search(source.text.encode()):
        return source
    return replaced(source, bytes_of(source.text))


def bytes_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Each pair of digits with its letter. The rest of a row belongs to its last letter."""
    done = -2  # the row before ended nowhere, and so not right before the first one
    for row, at in matches(ROW, text):
        begin, start, last = at(row.start()), at(row.start(1)), at(row.end(1))
        before = done if done + 1 == begin else begin
        done = at(row.end())
        pairs = list(pairs_of(text[start:last]))
        for end, pair in pairs[:-1]:
            yield before, start + end, LETTERS[pair]
            before = start + end
        yield before, done, LETTERS[pairs[-1][1]]


def pairs_of(digits: str) -> Iterator[tuple[int, str]]:
    """Each pair of digits, and where it ends."""
    at = 0
    for group in digits.replace("-", " ").split(" "):
        for end in range(2, len(group) + 1, 2):
            yield at + end, group[end - 2 : end]
        at += len(group) + 1


NOWHERE = Span(-2, -2)
"""Where the letters of no row stand: right before no other row, not even the first."""


def columns(text: str) -> Iterator[Span]:
    """Where the digits of the rows stand, and behind them the same in letters.

    Letters that end their row go on to the digits of the next one, where a window may have unfolded
    both into one number. Digits without a space between them may as well be a key behind a number,
    and do not count.

    >>> list(columns("654321 00112233445566778899aabbccddeeff"))
    []
    """
    letters = NOWHERE
    for row, at in matches(ROW, text):
        start, last, end = at(row.start(1)), at(row.end(1)), at(row.end())
        if " " in text[start:last].strip():
            follows = letters.end + 1 == at(row.start())
            yield Span(letters.start if follows else start, last)
        said = "".join(SHOWN[pair] for _, pair in pairs_of(text[start:last]))
        begin = text.rfind(said, last, end)
        letters = Span(begin, begin + len(said)) if begin >= 0 else NOWHERE
        if begin >= 0:
            yield letters
