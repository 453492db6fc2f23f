"""What a page says, word by word, and how much a word in each part says about the page."""

from collections.abc import Iterator

import re2

from troubleshooter.domain import Check, Knowledge, Problem

NUMBER = re2.compile(r"\d+")

Noun = Problem | Check


def words(text: str) -> list[str]:
    """The words of a text, folded.

    >>> words("Ocp-Apim-Subscription-Key: Hvorfor «salgsenhet»?")
    ['ocp', 'apim', 'subscription', 'key', 'hvorfor', 'salgsenhet']
    """
    return "".join(sign if sign.isalnum() else " " for sign in text.casefold()).split()


def texts(knowledge: Knowledge, noun: Noun) -> Iterator[tuple[float, str]]:
    """What a page says, part by part, and how much a word in that part says about the page."""
    yield 6, noun.title
    yield 4, noun.id.replace("-", " ")
    if isinstance(noun, Check):
        yield 1, " ".join((noun.why, noun.how_to_see, noun.how_to_fix))
        return
    for code in noun.codes:
        family, _, last = code.rpartition("/")
        yield 8 if family != "http" else 3, " ".join((last, *NUMBER.findall(last)))
        yield 2, family
    yield from ((4, sentence) for sentence in noun.says)
    yield from ((3, f"{api} {knowledge.apis[api].title}") for api in noun.apis)
    yield 1.5, noun.meaning
    yield from ((1, section.markdown) for section in noun.sections)
    yield from ((0.7, knowledge.checks[id].title) for id in noun.checks)


def weights(knowledge: Knowledge, noun: Noun) -> dict[str, float]:
    """Every word of a page, and how much all the parts it stands in say about the page."""
    found: dict[str, float] = {}
    for weight, text in texts(knowledge, noun):
        for word in dict.fromkeys(words(text)):  # in order, so that every start files the same
            found[word] = found.get(word, 0) + weight
    return found


def sentences(noun: Noun) -> Iterator[str]:
    """What a page can be asked for letter by letter."""
    yield noun.title
    if isinstance(noun, Problem):
        yield from noun.says
        yield from (code.rpartition("/")[2] for code in noun.codes)
