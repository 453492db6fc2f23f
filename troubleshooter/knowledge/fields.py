"""One TOML table, read field by field. What is wrong becomes a Fault, never an exception."""

import datetime
import tomllib
from collections.abc import Iterable
from typing import Any

import re2

from troubleshooter.domain import (
    FACTS,
    STRENGTHS,
    TESTS,
    Citation,
    Clause,
    Rule,
    Strength,
    is_fact,
)
from troubleshooter.knowledge.fault import Fault, did_you_mean

QUIET = re2.Options()
QUIET.log_errors = False


class Fields:
    """The fields of one table. Each is taken once; `rest` complains about those nobody took."""

    def __init__(self, file: str, table: dict[str, Any], faults: list[Fault]) -> None:
        self.file = file
        self.table = dict(table)
        self.known: list[str] = []
        self.faults = faults

    def fault(self, code: str, says: str, hint: str = "") -> None:
        self.faults.append(Fault(code, self.file, says, hint))

    def take(self, key: str, kind: type, default: Any) -> Any:
        """The value of a key; a Fault and an empty value when it is missing or of another type."""
        self.known.append(key)
        value = self.table.pop(key, default)
        if value is None:
            self.fault("E002", f"'{key}' is missing.", "Every key is shown in content/README.md.")
            return kind()
        if not isinstance(value, kind):
            self.fault("E003", f"'{key}' must be a {kind.__name__}.", "Put strings in quotes.")
            return kind()
        return value

    def text(self, key: str, default: str | None = None) -> str:
        return str(self.take(key, str, default))

    def flag(self, key: str) -> bool:
        return bool(self.take(key, bool, False))

    def day(self, key: str) -> datetime.date | None:
        if key in self.table:
            return self.take(key, datetime.date, None) or None
        return None

    def texts(self, key: str, default: list[str] | None = None) -> tuple[str, ...]:
        values = self.take(key, list, default)
        if not all(isinstance(value, str) for value in values):
            self.fault("E003", f"'{key}' must be a list of strings.", "Put each one in quotes.")
            return ()
        return tuple(values)

    def tables(self, key: str, required: bool = False) -> list["Fields"]:
        items = self.take(key, list, None if required else [])
        return [Fields(self.file, item, self.faults) for item in items if isinstance(item, dict)]

    def choice(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        value = self.text(key, default)
        self.one_of(key, value, known)
        return value

    def choices(self, key: str, known: Iterable[str]) -> tuple[str, ...]:
        values = self.texts(key)
        for value in values:
            self.one_of(key, value, known)
        return values

    def one_of(self, key: str, value: str, known: Iterable[str]) -> None:
        if value and value not in known:
            self.fault(
                "E004",
                f"'{value}' is not a known {key}.",
                did_you_mean(value, known) or f"Known: {', '.join(known)}.",
            )

    def citations(self) -> tuple[Citation, ...]:
        parts = (text.partition("#") for text in self.texts("source"))
        return tuple(Citation(source, heading) for source, _, heading in parts)

    def strength(self) -> Strength:
        found = self.choice("strength", STRENGTHS)
        return next((strength for strength in STRENGTHS if strength == found), "possible")

    def rules(self, key: str, *, stated: bool = False) -> tuple[Rule, ...]:
        """The rules below a key. `stated` ones say their strength; the others hold or do not."""
        rules = []
        for fields in self.tables(key):
            strength: Strength = fields.strength() if stated else "certain"
            rules.append(Rule(strength, fields.clauses()))
        return tuple(rules)

    def clauses(self) -> tuple[Clause, ...]:
        """Every field that is left, as a clause: `status = { is = "401" }`."""
        found = []
        for fact, tests in self.table.items():
            if not is_fact(fact):
                hint = did_you_mean(fact, FACTS) or "Facts are listed in troubleshooter/domain.py."
                self.fault("E005", f"'{fact}' is not a known fact.", hint)
            elif not isinstance(tests, dict):
                self.fault("E006", f"'{fact}' needs a test.", f'Write {fact} = {{ is = "…" }}.')
            else:
                found += self.tests(fact, tests)
        if not self.table:
            self.fault("E006", "a rule without clauses holds for everything.", "Name a fact.")
        self.table = {}
        return tuple(found)

    def tests(self, fact: str, tests: dict[str, Any]) -> list[Clause]:
        """The tests of one fact; a pattern beside words is for the very fact that has the words."""
        found = [self.clause(fact, test, value) for test, value in tests.items()]
        words = [clause for clause in found if clause.test != "matches"]
        patterns = [clause for clause in found if clause.test == "matches"]
        if len(words) == 1 and len(patterns) == 1 and len(patterns[0].values) == 1:
            return [words[0]._replace(pattern=patterns[0].values[0])]
        return found

    def clause(self, fact: str, test: str, value: Any) -> Clause:
        values = tuple(value) if isinstance(value, list) else (value,)
        if test not in TESTS:
            hint = did_you_mean(test, TESTS) or f"Tests: {', '.join(TESTS)}."
            self.fault("E006", f"'{test}' is not a known test of '{fact}'.", hint)
        if not values or not all(isinstance(each, str) and each for each in values):
            self.fault("E003", f"'{fact}' must be tested against strings.", "Put it in quotes.")
            values = ()
        if test == "matches":
            for pattern in values:
                self.pattern(pattern)
        return Clause(fact, test, values)

    def pattern(self, pattern: str) -> None:
        try:
            re2.compile(pattern, QUIET)
        except re2.error as error:
            self.fault("E007", f"the pattern '{pattern}' does not compile: {error}.", "RE2 syntax.")

    def rest(self) -> None:
        """Complain about every key that nobody asked for."""
        for key in self.table:
            self.fault("E001", f"'{key}' is not a known key.", did_you_mean(key, self.known))


def fields_of(text: str, file: str, faults: list[Fault]) -> Fields:
    """The table that a TOML text is; an empty one and a Fault when it is none."""
    try:
        return Fields(file, tomllib.loads(text), faults)
    except tomllib.TOMLDecodeError as error:
        faults.append(Fault("E000", file, f"is not TOML: {error}.", "Is every string in quotes?"))
        return Fields(file, {}, faults)
