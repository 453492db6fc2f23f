"""Values that have their name in the head of their column."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import re2

from troubleshooter.diagnosis.decoding import Decoded, Replacement, replaced
from troubleshooter.diagnosis.redact.ends import QUOTES, Ends
from troubleshooter.diagnosis.redact.named import places
from troubleshooter.diagnosis.redact.place import Place
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.rules import Name

MOST_GROWTH = 3
"""How many times the length of a text the names may add up to."""
APART = "\n\n"
"""What ends a value, however it is written."""


class Named(NamedTuple):
    """A value in a column: the name of that, and where the value begins and ends."""

    name: str
    start: int
    end: int


class Columns(NamedTuple):
    """Of a text only values of columns, each behind its name, and where each of them stands."""

    view: Decoded
    values: list[Named]

    def places(self, text: str, names: "re2._Regexp", rules: Mapping[str, Name]) -> Iterator[Place]:
        """The same as `named.places`, but each name is looked up once only."""
        ends = Ends(text)
        known: dict[str, Place | None] = {}
        for name, start, _ in self.values:
            if name not in known:
                known[name] = next(places(written(name, "x"), names, rules), None)
            said = known[name]
            if said:
                begins, quote = start - len(name) - 2, text[start - 1]
                between = said.between[:-1] + quote
                yield said._replace(
                    ends=ends, name=begins + said.name, start=start, between=between, quote=quote
                )


def written(name: str, value: str, quote: str = '"') -> str:
    """A value behind its name.

    >>> written("pin", "1234")
    'pin="1234"'
    """
    return f"{name}={quote}{value}{quote}"


def with_names(source: Decoded, values: Iterable[Named]) -> Columns:
    """Some values of a text, in its order, each behind its name.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> of = with_names(plain("1234,x,'5678'"), [Named("pin", 0, 4), Named("otp", 7, 13)])
    >>> of.view.text, of.values[1]
    ('pin="1234"\\n\\notp="5678"\\n\\n', Named(name='otp', start=17, end=21))
    """
    text, room = source.text, MOST_GROWTH * len(source.text)
    pieces: list[Replacement] = []
    places: list[Named] = []
    length, done, closing = 0, 0, ""
    for name, start, end in values:
        start, end = unquoted(text, start, end)
        value = text[start:end]
        if value == MASK:
            continue
        quote = (
            next((each for each in QUOTES if each not in value), QUOTES[0]) if '"' in value else '"'
        )
        opening = f"{closing}{name}={quote}"
        room -= len(opening)
        if room < 0:
            break
        pieces.append((done, start, opening))
        length += len(opening)
        places.append(Named(name, length, length + end - start))
        length += end - start
        done, closing = end, quote + APART
    return Columns(replaced(source, [*pieces, (done, len(text), closing)]), places)


def unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Where a value begins and ends without the quotes around it, of which the last may be lost."""
    quote = text[start]
    if quote not in QUOTES or end - start < 3:
        return start, end
    return start + 1, end - (text[end - 1] == quote)
