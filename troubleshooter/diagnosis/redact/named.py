"""What names announce: sensitive ones a secret, others what support needs to see."""

from collections.abc import Callable, Iterable, Iterator, Mapping

import re2

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.matching import compiled, matches
from troubleshooter.diagnosis.redact.clock import Clock
from troubleshooter.diagnosis.redact.ends import QUOTES, Ends
from troubleshooter.diagnosis.redact.hit import Hit, hit
from troubleshooter.diagnosis.redact.kept import KEPT_BY_NAME, KEPT_NAMES
from troubleshooter.diagnosis.redact.names import BY_NAME, NAMES
from troubleshooter.diagnosis.redact.place import PLURAL, Place, is_in_tag, value_at
from troubleshooter.diagnosis.redact.placeholders import MASK
from troubleshooter.diagnosis.redact.randomness import is_random
from troubleshooter.diagnosis.redact.rules import Name, Syntax, spelled, squeezed
from troubleshooter.diagnosis.redact.syntaxes import CLOSING, OPENING, SUFFIX, SYNTAXES
from troubleshooter.diagnosis.redact.unwrapped import completed, unwrapped
from troubleshooter.diagnosis.redact.values import TAKES
from troubleshooter.domain import Span

NOWHERE = (-1, -1)


def start_of(name: str, rule: Name) -> str:
    """A pattern for the spellings of a name, from where it may begin."""
    if name.startswith("-"):
        option = f"(?-i:{name})" if name[1:].isupper() else spelled(name)
        return r"""(?:\A|[\s"'`(,\[])""" + option
    if rule.joined:
        return rf"(?:(?:\b|_){spelled(name)}|(?-i:[a-z]{name[0].upper()}){spelled(name[1:])})"
    return (r"\b" if rule.whole or rule.alone else "") + spelled(name)


def rule_for(rules: Mapping[str, Name], spelling: str) -> Name:
    """The rule of a name as it is spelled, perhaps with the letter before it: the t of `setPin`."""
    return rules.get(squeezed(spelling)) or rules[squeezed(spelling[1:])]


def announcing(rules: Iterable[Name], syntaxes: Iterable[Syntax] = SYNTAXES) -> "re2._Regexp":
    """All names of the rules with all syntaxes.

    Group 1 is the name; another one is there if the syntax is loose.
    """
    ways = [f"({each.between})" if each.loose else each.between for each in syntaxes]
    spellings = sorted((start_of(n, rule) for rule in rules for n in rule.names), key=len)[::-1]
    names, between = "|".join(spellings), "|".join(ways)
    return compiled(f"(?i)({names}){SUFFIX}{CLOSING}(?:{between}){OPENING}")


NAMED = announcing(NAMES)
KEEPING = announcing(KEPT_NAMES)

IDENTIFIER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.$-"
TAG_BEFORE = re2.compile(
    r"<(?:[\w:.-]{0,64}|(?:entry|prop|property|param|parameter|item|field|setting|header|variable"
    r"""|attribute|string|env|arg)[ \t]+(?:name|key)=["'][\w:.-]{0,40})\z"""
)
"""The name of a tag, or the first attribute of one that holds a value: `<entry key="pin">`."""


ALONE = re2.compile(
    r"""(?i)(?:\A\n?|[^_-]\n|[{(\[,;"'`&?>|]"""
    r"""|\b(?:my|our|the|test|prod|min|vår|mitt|vores|din|der|den|unser|mein))(?:[\s>*#]|- )*\z"""
)
"""What may stand before a name that is no part of a longer one."""

SIGN_OF_BASE64 = re2.compile(r"(?:[+/]|&(?:#(?:43|47|[xX]2[BbFf])|plus|sol);)[A-Za-z0-9]{0,8}\z")
"""The last sign before a name that Base64 has and no name: as it is, or as an entity."""

MASKED = tuple(MASK + end for end in ("\n", '"', "&"))
"""A placeholder and nothing else."""


def places(text: str, names: "re2._Regexp", rules: Mapping[str, Name]) -> Iterator[Place]:
    """Where a value stands behind one of the names."""
    ends = Ends(text)
    rule_of: dict[str, Name] = {}
    loose_groups = range(2, names.groups + 1)
    for found, at in matches(names, text):
        name, start = at(found.start(1)), at(found.end())
        if text.startswith(MASKED, start):
            continue  # what stood there was cut before
        end = at(found.end(1))
        spelling = text[name:end]
        rule = rule_of.get(spelling) or rule_of.setdefault(spelling, rule_for(rules, spelling))
        before = text[max(0, name - 64) : name]
        begins = name - len(before) + len(before.rstrip(IDENTIFIER))
        between = text[end:start]
        loose = between[:1] in PLURAL or any(found.span(group) != NOWHERE for group in loose_groups)
        in_tag = is_in_tag(between)
        quote = between[-1] if between.endswith(QUOTES) and not in_tag else ""
        place = Place(ends, rule, begins, start, between, loose, quote, in_tag)
        of_tag = not place.in_tag or "<" in between or TAG_BEFORE.search(before)
        if rule.alone and not ALONE.search(before):
            continue
        if not place.closes and of_tag and not ends_key(before, between):
            yield place


def ends_key(before: str, between: str) -> bool:
    """Is the name the end of a key in Base64: `lw+pw==`, `Xt/GgPWds=`?"""
    padded = "=" in between[:2]  # right behind the name, or behind its plural
    sign = SIGN_OF_BASE64.search(before) if padded else None
    return sign is not None and is_random(before[: sign.start()][-24:])


Places = Callable[[str, "re2._Regexp", Mapping[str, Name]], Iterator[Place]]


def by_name(view: Decoded, clock: Clock, find: Places = places) -> Iterator[Hit]:
    """What sensitive names announce."""
    gone = 0
    for place in clock.watched(find(view.text, NAMED, BY_NAME)):
        if place.start < gone and place.ends_inside:
            continue  # it goes with the value that it stands in
        for start, end, kind in TAKES[place.rule.takes](place):
            if end > gone:
                gone = unwrapped(view.text, start, end)
                yield hit(view, kind, start, gone, 1 if place.rule.vague else 3)


KEPT_WORD = re2.compile(r"[“”‘’«»]?[\w.|~+/=-]{1,200}")
ASIDE = re2.compile(r"[,.]\s+|.*\n.*\n.*")
"""Between a name and what stands there by chance: the next clause or paragraph."""
LONGEST_KEPT = 200
FITS = {rule.fits: re2.compile(rule.fits or "(?s).*") for rule in KEPT_NAMES}
"""What a value must be like to stay."""


def kept_by_name(view: Decoded, clock: Clock, find: Places = places) -> Iterator[Span]:
    """What stands behind a name whose value stays: all of it if it is quoted, else a word."""
    for place in clock.watched(find(view.text, KEEPING, KEPT_BY_NAME)):
        if place.loose and ASIDE.fullmatch(place.between):
            continue
        start, end = value_at(place, place.start)
        if not place.quote or end - start > LONGEST_KEPT:
            word = KEPT_WORD.match(view.text[start : start + LONGEST_KEPT])
            end = start + word.end() if word else start
        end = completed(view.text, start, end, by_looks=False)
        if end > start and FITS[place.rule.fits].fullmatch(view.text[start:end]):
            yield view.span(start, end)
