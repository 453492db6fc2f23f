"""Where secrets stand in a text: looked for by name and by shape, in the text and as it decodes."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from troubleshooter.diagnosis.decoding import Decoded, plain, replaced
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.dumps import columns, dumped
from troubleshooter.diagnosis.redact.hit import Hit
from troubleshooter.diagnosis.redact.named import by_name, kept_by_name
from troubleshooter.diagnosis.redact.named_behind import by_name_behind, kept_by_name_behind
from troubleshooter.diagnosis.redact.people import by_people
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.repeated import repeated
from troubleshooter.diagnosis.redact.shaped import by_shape
from troubleshooter.diagnosis.redact.views import Views, views_of
from troubleshooter.domain import Span


def find(text: str, clock: Clock) -> list[Hit]:
    """Every secret in the text, in order; they do not overlap.

    Cutting one may lay bare the edge of another that was glued to it, so the rest is looked at
    again. What still comes to light in the last round goes with the rest of its line. Raises
    TookTooLong when the time is over.
    """
    hits: list[Hit] = []
    stays: list[Span] = []
    rest = plain(text)
    for last in (False, False, True):
        found = list(found_in(rest, text, stays, clock))
        found = [to_line_end(hit, text) for hit in found] if last else found
        if not found:
            break
        hits = merged(hits + found)
        rest = replaced(plain(text), ((*hit.span, MASK) for hit in hits))
    hits = merged([*hits, *clock.watched(repeated(hits, text))]) if hits else hits
    return [
        hit._replace(value=text[slice(*hit.span)]) if MASK in hit.value else hit for hit in hits
    ]


def found_in(source: Decoded, text: str, stays: list[Span], clock: Clock) -> Iterator[Hit]:
    """Every secret in a text and in what it decodes to, in no order; they may overlap.

    To what `stays`, whatever it looks like, is added what is found to.
    """
    dump = dumped(source)
    if dump is source:
        yield from found_in_views(views_of(source, clock), stays, clock)
        return
    digits = [source.span(*span) for span in columns(source.text)]
    yield from found_in_views(views_of(source, clock), [*stays, *digits], clock)
    of_dump = found_in_views(Views([dump], []), [], clock)
    yield from (to_line_end(hit, text) for hit in of_dump)


def found_in_views(views: Views, stays: list[Span], clock: Clock) -> Iterator[Hit]:
    """What names announce in any view, and what looks like a secret and stays in none."""
    for view in views.whole:
        yield from by_name(view, clock)
        yield from by_name_behind(view, clock)
        yield from by_people(view, clock)
    for each in views.columns:
        yield from by_name(each.view, clock, each.places)
    shaped = [hit for view in views.whole for hit in by_shape(view, clock)]
    stays += [hit.span for hit in shaped if not hit.kind]
    shaped = Stays(stays).without([hit for hit in shaped if hit.kind])
    if not all(hit.certain for hit in shaped):
        stays += kept_by_names(views, clock)
        shaped = Stays(stays).without(shaped)
    yield from shaped


def kept_by_names(views: Views, clock: Clock) -> Iterator[Span]:
    """What names announce that support needs to see."""
    for view in views.whole:
        yield from kept_by_name(view, clock)
        yield from kept_by_name_behind(view, clock)
    for each in views.columns:
        yield from kept_by_name(each.view, clock, each.places)


class Stays:
    """The stretches of a text that stay, whatever they look like."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.begins: list[int] = []
        self.ends: list[int] = []
        for start, end in sorted(spans):
            if self.ends and start < self.ends[-1]:
                self.ends[-1] = max(self.ends[-1], end)
            else:
                self.begins.append(start)
                self.ends.append(end)

    def without(self, hits: Iterable[Hit]) -> list[Hit]:
        """The hits that are certain, or do not stay."""
        return [hit for hit in hits if hit.certain or not self.holds(hit.span)]

    def holds(self, span: Span) -> bool:
        at = bisect_right(self.begins, span.start) - 1
        return at >= 0 and span.end <= self.ends[at]


def to_line_end(hit: Hit, text: str) -> Hit:
    end = text.find("\n", hit.span.end)
    return hit._replace(span=Span(hit.span.start, end if end >= 0 else len(text)))


def merged(hits: Iterable[Hit]) -> list[Hit]:
    """The hits in the order of the text, overlapping ones made one: all of it goes.

    The surest of them says what it is, then the longest, then the one that reads shortest: a value
    is longer before it is decoded than after.
    """
    found: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: hit.span.start):
        if hit.span.end <= hit.span.start:
            continue
        if not found or found[-1].span.end <= hit.span.start:
            found.append(hit)
            continue
        last = found[-1]
        whole = Span(last.span.start, max(last.span.end, hit.span.end))
        found[-1] = max(last, hit, key=rank)._replace(span=whole)
    return found


def rank(hit: Hit) -> tuple[int, int, int]:
    """How well a hit knows what stands there: the higher, the better."""
    return hit.sure, hit.span.end - hit.span.start, -len(hit.value)
