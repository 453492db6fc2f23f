"""Few words → the problems and checks they most likely mean. Typing errors and Nordic words count.

Every word of the content is filed once, with where it stands: a word of a title says more about a
page than a word of its text. What the searcher wrote is matched word by word, exactly, by its stem,
by its beginning, through `synonyms.toml`, or with a slip of the finger.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import re2
from rapidfuzz import process
from rapidfuzz.distance import OSA
from Stemmer import Stemmer

from troubleshooter.domain import Check, Knowledge, Problem

NUMBER = re2.compile(r"\d+")
FILLERS = frozenset(
    "a an and are as at be by can do does for from get got how i in is it its me my of on or so"
    " that the there this to we what when why with you your er det den jeg og på som til å har får"
    " hva hvorfor att jag vad varför hvad miksi ikke inte ei ikkje fra från av af med vid ved är"
    " mot mod ut blir blev ble s t don doesn has have had was were".split()
)
SHORTEST_MISTYPED = 4  # letters: a shorter word with another letter is another word
LIKENESS = 0.74  # of a mistyped word; 1.0 is the same
SHORTEST_BEGUN = 3  # letters: where a word is taken for the beginning of others
MOST_ALIKE = 12  # words of the content that one word is taken for
EXACT, STEMMED, MEANT, BEGUN, MISTYPED = 1.0, 0.95, 0.9, 0.75, 0.7  # how a word was found
LONG_STEM, ENDING = 6, 2  # letters: a stem that says enough, and an ending that changes little
DISTANT = 0.55  # of a word that has a short stem and no more in common with the query
FIRM = 0.58  # beside a word that is known nowhere, what was found less surely is chance
SOFTNESS = 4.0  # how soon more of a word on one page stops to count
LONG_PAGE = 0.6  # how much less a word counts on a page with many words; 0.0 is not at all
WHOLE_SENTENCE = 30.0  # for a sentence of a page, or a good part of one
SHORTEST_PART = 3  # words: fewer stand in many sentences

Noun = Problem | Check


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


def sentences(noun: Noun) -> Iterator[str]:
    """What a page can be asked for letter by letter."""
    yield noun.title
    if isinstance(noun, Problem):
        yield from noun.says
        yield from (code.rpartition("/")[2] for code in noun.codes)


class Index:
    """Every word of the content and the pages it stands on; sentences as they are published."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.stemmed = Stemmer("english").stemWord
        live = (each for each in knowledge.problems.values() if not each.retired)
        self.nouns: list[Noun] = [*live, *knowledge.checks.values()]
        self.pages: dict[str, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        length: dict[int, float] = defaultdict(float)
        for place, noun in enumerate(self.nouns):
            for weight, text in texts(knowledge, noun):
                for word in set(words(text)):
                    self.pages[word][place] += weight
                    length[place] += weight
        usual = sum(length.values()) / max(len(length), 1)
        self.softness = {
            place: SOFTNESS * (1 + LONG_PAGE * (each / usual - 1)) for place, each in length.items()
        }
        self.vocabulary = [word for word in self.pages if len(word) >= SHORTEST_MISTYPED]
        self.by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self.pages:
            self.by_stem[self.stemmed(word)].append(word)
        self.meanings = meanings(knowledge.synonyms)
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
        alike = [self.alike(word) for word in asked]
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

    def alike(self, word: str) -> Mapping[str, float]:
        """The words of the content that a word may stand for, and how likely it does."""
        stem = self.stemmed(word)
        found = {
            each: DISTANT if len(stem) < LONG_STEM and len(word) - len(each) > ENDING else STEMMED
            for each in self.by_stem.get(stem, ())
        }
        if word in self.pages:
            found[word] = EXACT
        for meant in self.meanings.get(word, ()):
            found.update((each, MEANT) for each in self.by_stem.get(self.stemmed(meant), ()))
        if not found and len(word) >= SHORTEST_BEGUN:
            begun = (known for known in self.pages if known.startswith(word))
            found = dict.fromkeys(sorted(begun, key=len)[:MOST_ALIKE], BEGUN)
        return found or self.mistyped(word)

    def mistyped(self, word: str) -> Mapping[str, float]:
        """The known words, foreign ones too, that a word is one or two slips away from."""
        if len(word) < SHORTEST_MISTYPED or word.isdecimal():
            return {}
        known = (*self.vocabulary, *self.meanings)
        close = process.extract(
            word,
            known,
            scorer=OSA.normalized_similarity,
            score_cutoff=LIKENESS,
            limit=MOST_ALIKE,
        )
        found: dict[str, float] = {}
        slips = (each for each in close if might_slip(each[0], word))
        for like, likeness, _ in slips:
            for each in (like, *self.meanings.get(like, ())):
                for stand in self.by_stem.get(self.stemmed(each), ()):
                    found[stand] = max(found.get(stand, 0), MISTYPED * likeness)
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


def might_slip(known: str, word: str) -> bool:
    """Whether fingers slip in that way: the first letter is seldom wrong, and numbers are meant.

    >>> might_slip("read", "bread"), might_slip("v2", "v3"), might_slip("shows", "shoes")
    (False, False, True)
    """
    return known[0] == word[0] and NUMBER.findall(known) == NUMBER.findall(word)


def meanings(synonyms: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """What each everyday word stands for, word by word of the content."""
    return {word: tuple(words(" ".join(meant))) for word, meant in synonyms.items()}
