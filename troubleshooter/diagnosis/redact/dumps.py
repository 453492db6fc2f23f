"""Hexadecimal dumps, as `curl --trace`, `xxd` and `hexdump` print them."""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.domain import Span

PAIRS = "(?:[0-9A-Fa-f]{2} ?[0-9A-Fa-f]{2} ?){1,4}"
ROW = re2.compile(
    r"(?m)^[>|]?[ \t]*(?:0x)?(?:[0-9A-Fa-f]{4,8}:|[0-9A-Fa-f]{6,8}[ \t])[ \t]*"
    rf"({PAIRS}(?:[ -]?{PAIRS})?(?:[0-9A-Fa-f]{{2}})?)(?:[ \t|][^\n]*)?$"
)
PAIR = re2.compile("[0-9A-Fa-f]{2}")


def dumped(source: Decoded) -> Decoded:
    """What the dumps in a text say, in place of them; the same text if there is none.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> dumped(plain("0000: 70 69 6e 3d   pin=\\n0004: 31 32 33 34   1234\\n")).text
    'pin=1234\\n'
    """
    if not ROW.search(source.text):
        return source
    return replaced(source, bytes_of(source.text))


def bytes_of(text: str) -> Iterator[tuple[int, int, str]]:
    """Each pair of digits with its letter. The rest of a row belongs to its last letter."""
    done = -1
    for row in ROW.finditer(text):
        at = done if done + 1 == row.start() else row.start()
        pairs = [pair.end() for pair in PAIR.finditer(row[1])]
        for end in pairs:
            stop = row.end() if end == pairs[-1] else row.start(1) + end
            yield at, stop, letter(row[1][end - 2 : end])
            at = stop
        done = row.end()


def columns(text: str) -> Iterator[Span]:
    """Where the digits of the rows stand, and behind them the same in letters."""
    for row in ROW.finditer(text):
        yield Span(*row.span(1))
        said = "".join(map(shown, PAIR.findall(row[1])))
        begin = text.rfind(said, row.end(1), row.end())
        if begin >= 0:
            yield Span(begin, begin + len(said))


def shown(pair: str) -> str:
    """The letter for a byte, as a dump shows it."""
    return chr(int(pair, 16)) if 32 <= int(pair, 16) < 127 else "."


def letter(pair: str) -> str:
    sign = chr(int(pair, 16))
    return sign if sign.isascii() and (sign.isprintable() or sign in "\r\n\t") else "."
