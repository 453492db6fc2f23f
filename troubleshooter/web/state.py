"""The state in a link: ids from closed lists, and one spelling for each state."""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from django.http import QueryDict

Choices = Mapping[str, Sequence[str]]
"""What each key of a query may hold."""
NO_CHOICES: Choices = {}
LEFT_OUT = "left-out"
"""The key under which our own redirect says why parts of a link were left out."""
UNKNOWN, SEVERAL, BOTH = "unknown", "several", "both"
TRACKERS = ("fbclid", "gclid")
"""What mails and search engines add to links, as they do `utm_…`: no fault of the link."""


class State(NamedTuple):
    """The known ids of a query by key, and why anything else was left out: "" when nothing was."""

    chosen: tuple[tuple[str, tuple[str, ...]], ...] = ()
    left_out: str = ""

    def __str__(self) -> str:
        """The query of this state, the same for equal states.

        >>> str(State((("done", ("a", "b")), ("status", ("401",)))))
        'done=a.b&status=401'
        """
        return "&".join(f"{key}={'.'.join(ids)}" for key, ids in self.chosen)

    @property
    def query(self) -> str:
        """The query of the page that shows this state, and says what was left out.

        >>> State((("done", ("a", "b")),), UNKNOWN).query
        'done=a.b&left-out=unknown'
        """
        notice = f"{LEFT_OUT}={self.left_out}" if self.left_out else ""
        return "&".join(filter(None, (str(self), notice)))

    def ids(self, key: str) -> tuple[str, ...]:
        return next((ids for known, ids in self.chosen if known == key), ())

    def one(self, key: str) -> str:
        return next(iter(self.ids(key)), "")

    def part(self, *keys: str) -> "State":
        """The same state with these keys alone."""
        return State(tuple(pair for pair in self.chosen if pair[0] in keys))

    def only(self, keys: Container[str]) -> dict[str, str]:
        """The first id of each of these keys that has one: the answers among a state."""
        return {key: ids[0] for key, ids in self.chosen if key in keys}


EMPTY = State()


def state(**chosen: Sequence[str] | str) -> State:
    """A state made by us.

    >>> str(state(status="401", found=["b", "a"], sure=""))
    'found=b.a&status=401'
    """
    pairs = {key: (ids,) if isinstance(ids, str) else tuple(ids) for key, ids in chosen.items()}
    return State(tuple((key, pairs[key]) for key in sorted(pairs) if any(pairs[key])))


def read_state(query: QueryDict, *, many: Choices = NO_CHOICES, one: Choices = NO_CHOICES) -> State:
    """What a query says, as far as it is known.

    `many` are the keys that hold several ids, joined with "." or given several times; they come out
    in the order of their list. `one` are the keys that hold a single id: the first in their list.

    >>> query = QueryDict("done=b&done=a&server=test&x=1&utm_source=mail")
    >>> found = read_state(query, many={"done": ["a", "b"]}, one={"server": ["test"]})
    >>> str(found), found.left_out
    ('done=a.b&server=test', 'unknown')
    """
    chosen, left_out = {}, said_before(query)
    for key in sorted(key for key in query if not is_foreign(key)):
        given = [id for value in query.getlist(key) for id in value.split(".") if id]
        known = many.get(key) or one.get(key) or ()
        ids = tuple(id for id in known if id in given)
        if not set(given) <= set(ids) or (not known and key not in many):
            left_out = UNKNOWN
        elif len(ids) > 1 and key not in many:
            left_out = left_out or SEVERAL
        if ids:
            chosen[key] = ids if key in many else ids[:1]
    return State(tuple(chosen.items()), left_out)


def said_before(query: QueryDict) -> str:
    """Why parts were left out, as our redirect to this address says it."""
    said = query.get(LEFT_OUT, "")
    return said if said in ("", SEVERAL, BOTH) else UNKNOWN


def is_foreign(key: str) -> bool:
    """Whether a key says nothing about the page. Such keys are dropped without a word."""
    return key == LEFT_OUT or key in TRACKERS or key.startswith("utm_")


def ranked(query: QueryDict, key: str, known: Container[str]) -> list[str]:
    """The known ids under a key whose order means something: strongest finding first."""
    given = (id for value in query.getlist(key) for id in value.split("."))
    return list(dict.fromkeys(id for id in given if id in known))
