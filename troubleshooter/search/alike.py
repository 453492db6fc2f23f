"""Which words of the content a word of a query may stand for, and how likely it does."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA
from Stemmer import Stemmer

from troubleshooter.search.says import NUMBER, words

SHORTEST_MISTYPED = 4  # letters: a shorter word with another letter is another word
LIKENESS = 0.74  # of a mistyped word; 1.0 is the same
SHORTEST_BEGUN = 3  # letters: where a word is taken for the beginning of others
MOST_ALIKE = 12  # words of the content that one word is taken for
EXACT, STEMMED, MEANT, BEGUN, MISTYPED = 1.0, 0.95, 0.9, 0.75, 0.7  # how a word was found
LONG_STEM, ENDING = 6, 2  # letters: a stem that says enough, and an ending that changes little
DISTANT = 0.55  # of a word that has a short stem and no more in common with the query

stemmed = Stemmer("english").stemWord


class Vocabulary:
    """Every word of the content, by its stem, and the everyday words that stand for some of them."""

    def __init__(self, known: Iterable[str], synonyms: Mapping[str, Iterable[str]]) -> None:
        self.known = list(known)
        self.by_stem: dict[str, list[str]] = defaultdict(list)
        for word in self.known:
            self.by_stem[stemmed(word)].append(word)
        self.meanings = meanings(synonyms)
        long = (word for word in self.known if len(word) >= SHORTEST_MISTYPED)
        self.meant = (*long, *self.meanings)

    def alike(self, word: str) -> Mapping[str, float]:
        """The words of the content that a word may stand for, and how likely it does."""
        stem = stemmed(word)
        same = self.by_stem.get(stem, ())
        found = {
            each: DISTANT if len(stem) < LONG_STEM and len(word) - len(each) > ENDING else STEMMED
            for each in same
        }
        if word in same:
            found[word] = EXACT
        for meant in self.meanings.get(word, ()):
            found.update((each, MEANT) for each in self.by_stem.get(stemmed(meant), ()))
        if not found and len(word) >= SHORTEST_BEGUN:
            begun = (known for known in self.known if known.startswith(word))
            found = dict.fromkeys(sorted(begun, key=len)[:MOST_ALIKE], BEGUN)
        return found or self.mistyped(word)

    def mistyped(self, word: str) -> Mapping[str, float]:
        """The known words, foreign ones too, that a word is one or two slips away from."""
        if len(word) < SHORTEST_MISTYPED or word.isdecimal():
            return {}
        close = process.extract(
            word,
            self.meant,
            scorer=OSA.normalized_similarity,
            score_cutoff=LIKENESS,
            limit=MOST_ALIKE,
        )
        found: dict[str, float] = {}
        slips = (each for each in close if might_slip(each[0], word))
        for like, likeness, _ in slips:
            for each in (like, *self.meanings.get(like, ())):
                for stand in self.by_stem.get(stemmed(each), ()):
                    found[stand] = max(found.get(stand, 0), MISTYPED * likeness)
        return found


def might_slip(known: str, word: str) -> bool:
    """Whether fingers slip in that way: the first letter is seldom wrong, and numbers are meant.

    >>> might_slip("read", "bread"), might_slip("v2", "v3"), might_slip("shows", "shoes")
    (False, False, True)
    """
    return known[0] == word[0] and NUMBER.findall(known) == NUMBER.findall(word)


def meanings(synonyms: Mapping[str, Iterable[str]]) -> Mapping[str, tuple[str, ...]]:
    """What each everyday word stands for, word by word of the content."""
    return {word: tuple(words(" ".join(meant))) for word, meant in synonyms.items()}
