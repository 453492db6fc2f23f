"""The glossary: every noun of the troubleshooter, in the order in which data meets them.

    pasted str → redact → RedactedText → read → Report → classify → Findings → examine → Checklist

Everything here is frozen. Positions are offsets into the redacted text, counted in characters.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, NamedTuple, NewType

# ---------------------------------------------------------------------------------- redaction

RedactedText = NewType("RedactedText", str)
"""A paste without its secrets. Only `diagnosis.redact` makes one."""


class Span(NamedTuple):
    """A stretch of the text: `text[start:end]`."""

    start: int
    end: int

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end


class Removed(NamedTuple):
    """One secret that was cut: its kind ("access token") and its number among that kind.

    Equal secrets in one paste have the same number, so two *different* keys stay visible.
    """

    kind: str
    number: int


class Redaction(NamedTuple):
    """What `redact` gives: the text that may be read further, and what was taken out of it."""

    text: RedactedText
    removed: tuple[Removed, ...]

    def by_kind(self) -> dict[str, int]:
        """How many different secrets of each kind were taken out."""
        kinds = [removed.kind for removed in dict.fromkeys(self.removed)]
        return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)}


# ------------------------------------------------------------------------------------ reading

FACTS: Mapping[str, str] = {
    "status": "an HTTP status code: three digits",
    "code": "an error code: errorCode, ErrorCode of extraDetails, error of OAuth, AADSTS number, "
    "failureReason of a charge",
    "group": "errorGroup of the eCom API",
    "message": "a sentence the machine said in a body; a clause on it looks at `line` too",
    "line": "a line of the paste outside any body, or prose in a body under a name of its own",
    "type": "the last part of the type of problem details",
    "field": "the name of a field that a body complains about",
    "reason": "what the body says about that field",
    "shape": "the form of a body, one of SHAPES",
    "api": "the API family, read from the path, the type or the form of the body",
    "server": "test or production, read from the host",
    "vendor": "ours when something names Vipps MobilePay; another in each part that is another vendor's",
    "host": "the host that was called",
    "method": "the HTTP method of the request",
    "path": "the path of the request, without its query",
    "time": "a date and time in the paste",
    "exception": "the type of an exception",
    "origin": "the web page origin that a browser named",
    "request.header.<name>": "the value of a header of the request; its name in lower case",
    "response.header.<name>": "the value of a header of the response; its name in lower case",
    "member.<name>": 'the JSON value of a member that checks look at: `100.50`, or `"654321"`',
    "trace.<name>": "an identifier that support can search for: `trace.contextId`",
}
"""The closed list of facts. Content files may name these and no others."""

DERIVED = ("shape", "api", "server", "vendor")
"""Facts whose value is a word of ours. Every other value stands in the text as it is."""

SHAPES = (
    "problem-details",
    "ecom",
    "gateway",
    "response-info",
    "oauth",
    "azure-ad",
    "psp-reply",
    "charge-failure",
    "refused-charges",
    "soft-decline",
    "field-errors",
    "strings",
    "web-page",
    "cors",
    "success",
    "ended-payment",
    "created",
)


def is_fact(name: str) -> bool:
    """Whether content may name this fact.

    >>> is_fact("status"), is_fact("request.header.authorization"), is_fact("request.header")
    (True, True, False)
    """
    return name in FACTS or f"{name.rpartition('.')[0]}.<name>" in FACTS


class Fact(NamedTuple):
    """Something read in the text, and where.

    `within` is the smallest part of the paste that the fact speaks for: an error object, an HTTP
    message, a log line, or the whole text. Facts of two different errors in one paste never hold
    a rule together.
    """

    name: str
    value: str
    span: Span
    within: Span


@dataclass(frozen=True)
class Report:
    """Everything that could be read in one paste."""

    text: RedactedText
    facts: tuple[Fact, ...]

    def values(self, name: str) -> tuple[str, ...]:
        """The different values of a fact, in the order of the text."""
        return tuple(dict.fromkeys(fact.value for fact in self.facts if fact.name == name))

    @cached_property
    def elsewhere(self) -> tuple[Span, ...]:
        """The parts of the text that are about another vendor's API, in its order, apart."""
        told = (each for each in self.facts if each.name == "vendor" and each.value == "another")
        parts: list[Span] = []
        for part in sorted(each.within for each in told):
            if parts and part.start <= parts[-1].end:
                parts[-1] = Span(parts[-1].start, max(parts[-1].end, part.end))
            else:
                parts.append(part)
        return tuple(parts)

    def is_anothers(self, fact: Fact) -> bool:
        """Whether a fact was read in an error of another vendor's API."""
        before = bisect_right(self.elsewhere, fact.span.start, key=lambda part: part.start)
        return before > 0 and self.elsewhere[before - 1].contains(fact.span)


# ------------------------------------------------------------------------------------ content

Strength = Literal["certain", "likely", "possible"]
STRENGTHS: tuple[Strength, ...] = ("certain", "likely", "possible")
TESTS = ("is", "contains", "starts_with", "matches")
SENDERS = ("gateway", "api", "browser", "proxy", "app", "psp")
ACTORS = ("integrator", "merchant", "partner", "psp", "end-user", "vipps-mobilepay")
RETRIES = ("never", "after-fix", "same-request", "with-backoff")
CERTAINTIES = ("documented", "documented-once", "observed", "disputed")
"""How well an error is known: in today's documentation; in an older one; seen in a reply only;
told differently by two sources."""
STATES_OF_APIS = ("current", "legacy", "retired")


class Clause(NamedTuple):
    """One condition of a rule: a fact passes the test with at least one of the values.

    All of them ignore the width of white space and the form of quotation marks; `is`, `contains`
    and `starts_with` ignore capitals too. `matches` is an RE2 pattern. With `pattern` the same fact
    must match that one too.
    """

    fact: str
    test: str
    values: tuple[str, ...]
    pattern: str = ""

    def __str__(self) -> str:
        """The clause in words: `message contains "invalid subscription key"`."""
        words = {"starts_with": "starts with"}.get(self.test, self.test)
        return f"{self.fact} {words} " + " or ".join(f'"{value}"' for value in self.values)


@dataclass(frozen=True, eq=False)
class Rule:
    """Clauses that must all hold, and how sure the author is when they do.

    Two rules are the same only if they are one: whose a rule is matters as much as what it says.
    """

    strength: Strength
    clauses: tuple[Clause, ...]


class Section(NamedTuple):
    """A heading of a content file and the Markdown below it."""

    heading: str
    markdown: str


class Citation(NamedTuple):
    """Where a statement comes from: a source of `sources.toml` and, for the FAQ, its heading."""

    source: str
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class Source:
    """An outside page that the content rests on or links to."""

    id: str
    title: str
    url: str
    compared: date | None = None
    fingerprint: str = ""


@dataclass(frozen=True, kw_only=True)
class Api:
    """An API of Vipps MobilePay: whether it is still in use, and where its errors are listed."""

    id: str
    title: str
    state: str
    note: str
    errors: str = ""


@dataclass(frozen=True, kw_only=True)
class Family:
    """Codes that are told apart by the code alone: "ecom/payment". Numbers repeat across families.

    `documented` is every code of the family that any source names; `gaps` are those that no
    problem can explain, each with the reason.
    """

    id: str
    title: str
    api: str
    found_in: str
    documented: tuple[str, ...] = ()
    gaps: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Check:
    """One statement that must be true, how to see whether it is, and how to put it right."""

    id: str
    title: str
    acts: tuple[str, ...]
    source: tuple[Citation, ...]
    why: str
    how_to_see: str
    how_to_fix: str
    passed: tuple[Rule, ...] = ()
    failed: tuple[Rule, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One known error: what the machine said, who acts, and the checks that lead out of it."""

    id: str
    title: str
    codes: tuple[str, ...]
    says: tuple[str, ...]
    sender: str
    acts: tuple[str, ...]
    retry: str
    customer: str
    checks: tuple[str, ...]
    last_resort: tuple[str, ...]
    source: tuple[Citation, ...]
    related: tuple[str, ...]
    match: tuple[Rule, ...]
    meaning: str
    sections: tuple[Section, ...]
    apis: tuple[str, ...] = ()
    certainty: str = "documented"
    common: bool = False
    retired: bool = False

    @property
    def statuses(self) -> tuple[str, ...]:
        """The HTTP statuses among its codes: `("401",)`."""
        return tuple(code[5:] for code in self.codes if code.startswith("http/"))


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer of the guide and where it leads: to a question or to a problem, by id."""

    id: str
    label: str
    question: str = ""
    problem: str = ""
    when: tuple[Rule, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question of the guide."""

    id: str
    title: str
    why: str
    hint: str
    how_to_find_out: str
    answers: tuple[Answer, ...]
    first: bool = False

    def answer(self, answer_id: str) -> Answer | None:
        return next((answer for answer in self.answers if answer.id == answer_id), None)


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading of the FAQ and everything it states, each with the files that carry it."""

    id: str
    title: str
    statements: tuple[tuple[str, tuple[str, ...]], ...]


class Change(NamedTuple):
    """Something that came or was mended in the content, for readers who follow it."""

    day: date
    title: str
    says: str
    problems: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Knowledge:
    """All content, by id. Built once, never changed.

    `synonyms` are everyday words → what the content calls it. `changes` come newest first.
    """

    problems: Mapping[str, Problem]
    checks: Mapping[str, Check]
    questions: Mapping[str, Question]
    sources: Mapping[str, Source]
    headings: Mapping[str, Heading]
    apis: Mapping[str, Api] = field(default_factory=dict)
    families: Mapping[str, Family] = field(default_factory=dict)
    synonyms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    @cached_property
    def first_question(self) -> Question:
        return next(question for question in self.questions.values() if question.first)

    @cached_property
    def problems_by_check(self) -> Mapping[str, tuple[Problem, ...]]:
        """Which problems each check explains, in the order of the problems."""
        return {
            check: tuple(p for p in self.problems.values() if check in p.checks + p.last_resort)
            for check in self.checks
        }


# ---------------------------------------------------------------------------------- diagnosis


class Evidence(NamedTuple):
    """Why a rule holds: a clause and the fact that satisfied it."""

    clause: Clause
    fact: Fact


class Finding(NamedTuple):
    """A problem that fits the paste, how surely, and because of what. `because` is never empty."""

    problem: Problem
    strength: Strength
    because: tuple[Evidence, ...]


State = Literal["passed", "failed", "look"]


class Examined(NamedTuple):
    """A check held against the paste: passed, failed, or "look yourself" without evidence."""

    check: Check
    state: State
    because: tuple[Evidence, ...] = ()


Checklist = tuple[Examined, ...]


@dataclass(frozen=True)
class Diagnosis:
    """Everything that one paste told us: strongest finding first, its checklist, known answers.

    `answers` are the answers of the guide that the paste already gives, by question id.
    """

    redaction: Redaction
    report: Report
    findings: tuple[Finding, ...]
    checklist: Checklist
    answers: Mapping[str, str]

    @property
    def verdict(self) -> str:
        """`certain`, `likely`, `possible` or `unrecognised`."""
        return self.findings[0].strength if self.findings else "unrecognised"

    def evidence(self) -> Iterator[Evidence]:
        """Every piece of evidence, strongest finding first."""
        for finding in self.findings:
            yield from finding.because
