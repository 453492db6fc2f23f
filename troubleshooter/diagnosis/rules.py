"""Which rules hold for a report, and because of which facts.

To try thousands of rules at the price of a few, each rule is filed under the words that are hardest
to come by. Only rules whose words are in the paste are looked at; these are then tried in full.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from ahocorasick_rs import AhoCorasick

from troubleshooter.diagnosis.clauses import fold, folded_values, tester
from troubleshooter.diagnosis.cut_short import Sentences
from troubleshooter.domain import Clause, Evidence, Fact, Report, Rule, Span

COMMON = ("status", "shape", "api", "server", "group", "method")
"""Facts with few values: a rule is filed under one of them only when it has nothing better."""

SENTENCES = ("message", "line")
"""Facts in which a sentence of the content may have been cut short."""

MOST_PLACES = 50
"""How many errors of one paste a clause is tried on. Only a paste with more than that loses any."""

Held = Mapping[Rule, tuple[Evidence, ...]]
"""The rules that hold, each with the evidence for every one of its clauses."""


class Facts:
    """The facts of a report by name, each with its folded value; another vendor's come last."""

    def __init__(self, report: Report) -> None:
        self.named: dict[str, list[tuple[Fact, str]]] = {}
        facts = report.facts
        if report.elsewhere:
            facts = tuple(sorted(facts, key=report.is_anothers))
        for fact in facts:
            self.named.setdefault(fact.name, []).append((fact, fold(fact.value)))
        if "line" in self.named:
            # a line says it before two lines that were read as one sentence do
            self.named["line"].sort(key=lambda each: is_of_lines(each[0]))
            self.named["message"] = self.named.get("message", []) + self.named["line"]

    def complete(self, sentences: Sentences) -> None:
        """Let the messages that were cut short be tried as the sentences that they begin, too."""
        for name in SENTENCES:
            cut = [each for each in self.named.get(name, ()) if "…" in each[1] or "..." in each[1]]
            whole = ((fact, sentences.completed(folded)) for fact, folded in cut)
            self.named.setdefault(name, []).extend(each for each in whole if each[1])


def is_of_lines(line: Fact) -> bool:
    return "\n" in line.value or len(line.value) < line.span.end - line.span.start


class Index:
    """All rules, filed. Built once for each content that is loaded."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = list(dict.fromkeys(rules))
        self.by_value: dict[tuple[str, str], list[Rule]] = {}
        self.by_name: dict[str, list[Rule]] = {}
        atoms: dict[str, list[Rule]] = {}
        for rule in self.rules:
            clause = min(rule.clauses, key=ease)
            if clause.test == "matches":
                self.by_name.setdefault(clause.fact, []).append(rule)
                continue
            for value in folded_values(clause):
                if clause.test == "is":
                    self.by_value.setdefault((clause.fact, value), []).append(rule)
                else:
                    atoms.setdefault(value, []).append(rule)
        self.by_atom = list(atoms.values())
        self.atoms = AhoCorasick(list(atoms))
        self.sentences = Sentences(
            value
            for rule in self.rules
            for clause in rule.clauses
            if clause.fact in SENTENCES and clause.test != "matches"
            for value in folded_values(clause)
        )

    def held(self, facts: Facts) -> Held:
        """Every rule that holds, with its evidence."""
        facts.complete(self.sentences)
        tried = ((rule, because(rule, facts)) for rule in self.candidates(facts))
        return {rule: evidence for rule, evidence in tried if evidence}

    def candidates(self, facts: Facts) -> Iterable[Rule]:
        """The rules that may hold; every rule that holds is among them."""
        found: dict[Rule, None] = {}
        texts = []
        for name, values in facts.named.items():
            found.update(dict.fromkeys(self.by_name.get(name, ())))
            for _, value in values:
                texts.append(value)
                if rules := self.by_value.get((name, value)):
                    found.update(dict.fromkeys(rules))
        hits = self.atoms.find_matches_as_indexes("\n".join(texts), overlapping=True)
        for atom in {hit[0] for hit in hits}:
            found.update(dict.fromkeys(self.by_atom[atom]))
        return found


def ease(clause: Clause) -> tuple[bool, bool, int]:
    """How easily a clause holds, so that a rule is filed under its hardest one; patterns last."""
    return clause.test == "matches", clause.fact in COMMON, -min(map(len, clause.values))


def because(rule: Rule, facts: Facts) -> tuple[Evidence, ...]:
    """The evidence for every clause, all of it about one and the same error; () for none."""
    if len(rule.clauses) == 1:
        return tuple(islice(passing(rule.clauses[0], facts), 1))
    return together([Remembered(passing(clause, facts)) for clause in rule.clauses], ())


class Remembered:
    """A generator that can be walked through again; it never works further ahead than asked."""

    def __init__(self, source: Iterator[Evidence]) -> None:
        self.source = source
        self.known: list[Evidence] = []

    def __iter__(self) -> Iterator[Evidence]:
        yield from self.known
        for evidence in self.source:
            self.known.append(evidence)
            yield evidence


def together(candidates: list[Remembered], chosen: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """`chosen` and a candidate for each other clause, every two about the same error; else ()."""
    if not candidates:
        return chosen
    for evidence in candidates[0]:
        if all(same_error(evidence.fact, other.fact) for other in chosen):
            found = together(candidates[1:], (*chosen, evidence))
            if found:
                return found
    return ()


def is_cut_short(evidence: Evidence) -> bool:
    """Whether only the beginning of the clause's value stands in the text."""
    clause, fact = evidence
    if clause.test == "matches" or clause.fact not in SENTENCES:
        return False
    return fold(clause.values[0]) not in fold(fact.value)


def same_error(one: Fact, other: Fact) -> bool:
    return one.within.contains(other.within) or other.within.contains(one.within)


def passing(clause: Clause, facts: Facts) -> Iterator[Evidence]:
    """The first fact of each part of the paste that passes, with the one value that it passed."""
    passed = tester(clause)
    places: set[Span] = set()
    for fact, folded in facts.named.get(clause.fact, ()):
        if places and fact.within in places:
            continue
        value = passed(fact.value, folded)
        if value:
            yield Evidence(clause._replace(values=(value,)), fact)
            places.add(fact.within)
            if len(places) == MOST_PLACES:
                return
