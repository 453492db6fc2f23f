"""Few words → the problems and checks they most likely mean. Typing errors and Nordic words count.

Every word of the content is filed once, with where it stands: a word of a title says more about a
page than a word of its text. What the searcher wrote is matched word by word, exactly, by its stem,
by its beginning, through `synonyms.toml`, or with a slip of the finger.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from troubleshooter.domain import Knowledge
from troubleshooter.search.alike import Vocabulary
from troubleshooter.search.says import Noun, sentences, weights, words

FILLERS = frozenset(
    "a an and are as at be by can do does for from get got how i in is it its me my of on or so"
    " that the there this to we what when why with you your er det den jeg og på som til å har får"
    " hva hvorfor att jag vad varför hvad miksi ikke inte ei ikkje fra från av af med vid ved är"
    " mot mod ut blir blev ble s t don doesn has have had was were".split()
)
FIRM = 0.58  # beside a word that is known nowhere, what was found less surely is chance
SOFTNESS = 4.0  # how soon more of a word on one page stops to count
LONG_PAGE = 0.6  # how much less a word counts on a page with many words; 0.0 is not at all
WHOLE_SENTENCE = 30.0  # for a sentence of a page, or a good part of one
SHORTEST_PART = 3  # words: fewer stand in many sentences


class Hit(NamedTuple):
    """A page that was found, and how well it fits: comparable within one search only.

    `has` are the words of the page that stand for those of the query, in the order of the query.
    """

    noun: Noun
    score: float
    has: tuple[str, ...] = ()


class Found(NamedTuple):
    """What a word of the query counts on a page, and the word of the page that it was taken for."""

    counts: float
    word: str


NOT_FOUND = Found(0, "")


@lru_cache(maxsize=2)
def index(knowledge: Knowledge) -> "Index":
    """The words of a content, filed once for as long as it is loaded."""
    return Index(knowledge)


def search(query: str, knowledge: Knowledge, most: int = 20) -> tuple[Hit, ...]:
    """The pages that fit a few words, best first; () when no word is known."""
    return index(knowledge).hits(query)[:most]


class Index:
    """Every word of the content and the pages it stands on; sentences as they are published."""

    def __init__(self, knowledge: Knowledge) -> None:
        live = (each for each in knowledge.problems.values() if not each.retired)
        self.nouns: list[Noun] = [*live, *knowledge.checks.values()]
        weighed = [weights(knowledge, noun) for noun in self.nouns]
        self.pages: dict[str, dict[int, float]] = defaultdict(dict)
        for place, each in enumerate(weighed):
            for word, weight in each.items():
                self.pages[word][place] = weight
        self.softness = softness([sum(each.values()) for each in weighed])
        self.vocabulary = Vocabulary(self.pages, knowledge.synonyms)
        self.sentences = [
            (place, f" {' '.join(words(sentence))} ")
            for place, noun in enumerate(self.nouns)
            for sentence in sentences(noun)
            if len(words(sentence)) >= SHORTEST_PART  # a shorter one stands in many queries
        ]

    def hits(self, query: str) -> tuple[Hit, ...]:
        """Every page that has a word of the query; those that have all of them come first."""
        asked = list(dict.fromkeys(word for word in words(query) if word not in FILLERS))
        asked = asked or list(dict.fromkeys(words(query)))
        score: dict[int, float] = defaultdict(float)
        has: dict[int, list[str]] = defaultdict(list)
        for place, found in (
            each for alike in self.sure(asked) for each in self.found(alike).items()
        ):
            score[place] += found.counts
            has[place].append(found.word)
        for place in score:
            score[place] *= len(has[place]) / len(asked)
        for place, part in self.said(query):
            score[place] += WHOLE_SENTENCE * part
        ranked = sorted(score, key=lambda place: (-score[place], self.nouns[place].id))
        return tuple(
            Hit(self.nouns[place], score[place], tuple(dict.fromkeys(has[place])))
            for place in ranked
        )

    def sure(self, asked: Iterable[str]) -> Iterator[Mapping[str, float]]:
        """What each word may stand for. If one stands for nothing, the others must be firm.

        Else "zebra crossing" would find what has "cross" in it.
        """
        alike = [self.vocabulary.alike(word) for word in asked]
        least = 0 if all(alike) else FIRM
        for each in alike:
            yield {word: likeness for word, likeness in each.items() if likeness >= least}

    def found(self, alike: Mapping[str, float]) -> dict[int, Found]:
        """The pages that a word of the query stands on, and what it counts on each."""
        found: dict[int, Found] = {}
        for known, likeness in alike.items():
            pages = self.pages[known]
            rarity = math.log(1 + len(self.nouns) / len(pages))
            for place, weight in pages.items():
                softness = self.softness[place]
                here = Found(likeness * rarity * weight / (weight + softness), known)
                found[place] = max(found.get(place, NOT_FOUND), here)
        return found

    def said(self, query: str) -> Iterator[tuple[int, float]]:
        """The pages that publish the query as a sentence, or as a part of one: which part of it."""
        asked = words(query)
        if len(asked) < SHORTEST_PART:
            return
        part = f" {' '.join(asked)} "
        best: dict[int, float] = defaultdict(float)
        for place, sentence in self.sentences:
            if part in sentence or sentence in part:
                shorter, longer = sorted((len(part), len(sentence)))
                best[place] = max(best[place], 0.5 + 0.5 * shorter / longer)
        yield from best.items()


def softness(lengths: Sequence[float]) -> list[float]:
    """How soon a word counts on each page: the later, the more the page says."""
    usual = sum(lengths) / max(len(lengths), 1)
    return [SOFTNESS * (1 + LONG_PAGE * (each / usual - 1)) for each in lengths]
