"""Pasted text → RedactedText: the first step, and the only way past it.

Secrets are looked for in two ways: a sensitive *name* (`names`) takes the value that follows it,
whatever that looks like, and a sensitive *shape* (`shapes`) goes unless a name stands before it
that support needs (`kept`). Both look at the text as it is and as it reads decoded (`hits`); what
they find is cut in the text itself. All rules are data and carry their own examples.

The host of a merchant stays: what is wrong with a callback URL cannot be said without it, and it is
as public as the shop. User info, tokens and the values of sensitive names in a URL go.

Not looked for, because what must stay looks the same: names and addresses in free text (but for a
name before a mail address or below a greeting); without a name before them, keys of less than 32
characters that do not end in `=` (order numbers and error codes) and hexadecimal keys broken over
two lines (lists of trace ids), unless a window broke all of the text. Nor short pieces of Base64
that hold a secret.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime

from troubleshooter.diagnosis.decoding import without_halves
from troubleshooter.diagnosis.redact.clock import SECONDS, Clock
from troubleshooter.diagnosis.redact.facts import equal, facts
from troubleshooter.diagnosis.redact.facts_of_tokens import response_time
from troubleshooter.diagnosis.redact.hit import Hit
from troubleshooter.diagnosis.redact.hits import find
from troubleshooter.diagnosis.redact.placeholders import BARE, GRAMMAR, placeholder
from troubleshooter.domain import RedactedText, Redaction, Removed, Span

ROOM = 2000
"""By how many characters, besides half its length, a text may grow. See `written`."""


def redact(paste: str, now: datetime | None = None, *, seconds: float = SECONDS) -> Redaction:
    """Replace every secret by a placeholder that says what it was, and never anything of it.

    >>> redact("Authorization: Bearer 0a1b2c").text
    'Authorization: Bearer ‹access token 1: 6 characters›'

    What is no secret comes back unchanged, and redacting twice changes nothing more. Any text is
    accepted. `now` is what the expiry of a token is compared with if the paste has no `Date:`.

    Raises TookTooLong if it needs more than so many `seconds` of processor time: the text is then
    to be neither read nor shown.
    """
    text = tidied(paste)
    clock = Clock(seconds)
    hits = find(text, clock)
    if not hits:
        return Redaction(RedactedText(text), ())
    removed = numbered(text, hits)
    clock.check()
    at = response_time(text) or now or datetime.now(UTC)
    labels = [
        placeholder(*each, [*facts(hit.kind, hit.value, at), *equals])
        for each, hit, equals in clock.watched(
            zip(removed, hits, equal(removed, hits), strict=True)
        )
    ]
    cut = "".join(written(text, [hit.span for hit in hits], labels))
    return Redaction(RedactedText(cut), tuple(dict.fromkeys(removed)))


def tidied(paste: str) -> str:
    r"""The paste with plain line ends and without what no text holds: NUL, half characters, BOM.

    >>> tidied("\ufeffa\r\nb\0\ud800")
    'a\nb�'
    """
    if not paste.isascii():
        paste = without_halves(paste).removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    return paste.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def numbered(text: str, hits: Iterable[Hit]) -> list[Removed]:
    """The kind and number of each: equal secrets have equal numbers, which count up in each kind.

    Numbers of placeholders that stand in the text already are not used again.
    """
    taken = {(found[1], int(found[2])) for found in GRAMMAR.finditer(text) if found[2]}
    numbers: dict[tuple[str, str], int] = {}
    last: dict[str, int] = {}
    removed = []
    for hit in hits:
        secret = hit.kind, hit.value.strip()
        if secret not in numbers:
            number = last.get(hit.kind, 0) + 1
            while (hit.kind, number) in taken:
                number += 1
            last[hit.kind] = numbers[secret] = number
        removed.append(Removed(hit.kind, numbers[secret]))
    return removed


def written(text: str, spans: list[Span], labels: list[str]) -> Iterator[str]:
    """The pieces of the text with labels in place of the spans.

    A text of thousands of tiny secrets must not grow without end: what grows it by more than half
    is replaced by the shortest label.
    """
    bare = sum(len(BARE) - (end - start) for start, end in spans)
    room = ROOM + len(text) // 2 - max(bare, 0)
    done = 0
    for (start, end), label in zip(spans, labels, strict=True):
        room -= len(label) - len(BARE)
        if room < 0:
            room += len(label) - len(BARE)
            label = BARE
        yield text[done:start] + label
        done = end
    yield text[done:]
