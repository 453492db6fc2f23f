"""What a rule of redaction is: data that carries its own examples.

A rule without examples cannot be made, so none can be forgotten; a test runs them all. In `cuts`
the secret stands between « and »: it must not survive. Every text in `keeps` comes back unchanged.
"""

from dataclasses import dataclass
from typing import Literal

import re2

Takes = Literal[
    "anything",
    "secretive",
    "word",
    "phone",
    "national id",
    "account",
    "person",
    "ip",
    "scheme",
    "cookies",
    "login",
]


@dataclass(frozen=True, kw_only=True)
class WithExamples:
    """Anything that says which texts it cuts and which it leaves alone."""

    cuts: tuple[str, ...]
    keeps: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.cuts or not self.keeps:
            raise ValueError(f"a rule of redaction has no example: {self}")


@dataclass(frozen=True, kw_only=True)
class Name(WithExamples):
    """Sensitive names, in words: "client secret" is `client_secret` and `clientSecret` as well.

    `takes` says what part of that which follows is the secret (see `values.TAKES`). A name that is
    `whole` begins where a word begins: `pin`, but not `shipping`; one that is `alone` is no part
    of a longer name: `key`, but not `Idempotency-Key`; one that is `joined` also behind
    an underscore: `VIPPS_PIN`. A `vague` name ("secret") gives way to a shape that says more about
    the same place. A value in `words` may itself be a phrase. One that is kept only if it `fits` a
    pattern is else looked at like any other text.
    """

    kind: str
    names: tuple[str, ...]
    takes: Takes = "anything"
    whole: bool = False
    alone: bool = False
    joined: bool = False
    vague: bool = False
    words: bool = False
    fits: str = ""


@dataclass(frozen=True, kw_only=True)
class Syntax(WithExamples):
    """A way to put a value behind a name: what stands between the two.

    Behind a `loose` one stands ordinary text just as often as a value, so only what looks like a
    secret is taken.
    """

    between: str
    loose: bool = False


@dataclass(frozen=True, kw_only=True)
class Shape(WithExamples):
    """What a secret looks like without a name. Group 1, if there is one, is the secret.

    `reaches` are characters that belong to it when they stand right before it. `must` is a further
    condition (see `conditions.MUST`). A shape that is not `certain` stays behind a name of KEPT, unless
    it meets the condition `surely`; one without a kind stays anywhere. One with `signs` is looked
    for only where one of them stands. A `vague` one gives way to any name.
    """

    kind: str
    pattern: str
    reaches: str = ""
    must: str = ""
    signs: tuple[str, ...] = ()
    certain: bool = False
    surely: str = ""
    vague: bool = False


@dataclass(frozen=True, kw_only=True)
class Kept(WithExamples):
    """What stands before a thing that only looks like a secret: `contextId`, `/payments/`."""

    before: str


def spelled(name: str) -> str:
    """An RE2 pattern for a name in any capitals and with any or no separators.

    >>> bool(re2.fullmatch("(?i)" + spelled("client secret"), "Client-Secret"))
    True
    """
    return "[-_. ]?".join(re2.escape(word) for word in name.split())


def squeezed(name: str) -> str:
    """A name without what may differ between two spellings of it.

    >>> squeezed("Client-Secret") == squeezed("clientSecret") == squeezed("client secret")
    True
    """
    return "".join(filter(str.isalnum, name.casefold()))
