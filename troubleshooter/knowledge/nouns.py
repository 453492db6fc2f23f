"""What each noun is made of: the fields and sections of its file → Problem, Check, Question …"""

from datetime import date

from troubleshooter.domain import (
    ACTORS,
    CERTAINTIES,
    RETRIES,
    SENDERS,
    STATES_OF_APIS,
    Answer,
    Api,
    Change,
    Check,
    Family,
    Heading,
    Problem,
    Question,
    Section,
    Source,
)
from troubleshooter.knowledge.fields import Fields
from troubleshooter.knowledge.page import Page

PROBLEM_SECTIONS = ("How to tell", "When it is fixed")
PROBLEM_MAY_HAVE = ("What cannot be told", "What the sources say")
CHECK_SECTIONS = ("How to see it", "How to put it right")
QUESTION_SECTIONS = ("How to find out",)


def problem(page: Page) -> Problem:
    fields = page.fields
    page.expect(PROBLEM_SECTIONS, PROBLEM_MAY_HAVE)
    return Problem(
        id=page.id,
        title=fields.text("title"),
        codes=fields.texts("codes", []),
        says=fields.texts("says", []),
        sender=fields.choice("sender", SENDERS),
        acts=fields.choices("acts", ACTORS),
        retry=fields.choice("retry", RETRIES),
        customer=fields.text("customer"),
        checks=fields.texts("checks"),
        last_resort=fields.texts("last_resort", []),
        source=fields.citations(),
        related=fields.texts("related", []),
        match=fields.rules("match", stated=True),
        meaning=page.intro,
        sections=tuple(Section(head, markdown) for head, markdown in page.sections.items()),
        apis=fields.texts("apis", []),
        certainty=fields.choice("certainty", CERTAINTIES, CERTAINTIES[0]),
        common=fields.flag("common"),
        retired=fields.flag("retired"),
    )


def check(page: Page) -> Check:
    fields = page.fields
    page.expect(CHECK_SECTIONS)
    return Check(
        id=page.id,
        title=fields.text("title"),
        acts=fields.choices("acts", ACTORS),
        source=fields.citations(),
        passed=fields.rules("passed"),
        failed=fields.rules("failed"),
        why=page.intro,
        how_to_see=page.sections.get(CHECK_SECTIONS[0], ""),
        how_to_fix=page.sections.get(CHECK_SECTIONS[1], ""),
    )


def question(page: Page) -> Question:
    fields = page.fields
    page.expect(QUESTION_SECTIONS)
    return Question(
        id=page.id,
        title=fields.text("title"),
        why=fields.text("why"),
        first=fields.flag("first"),
        answers=tuple(answer(each) for each in fields.tables("answer", required=True)),
        hint=page.intro,
        how_to_find_out=page.sections.get(QUESTION_SECTIONS[0], ""),
    )


def answer(fields: Fields) -> Answer:
    kind, _, target = fields.text("next").partition(":")
    fields.one_of("next", kind, ("question", "problem"))
    found = Answer(
        id=fields.text("id"),
        label=fields.text("label"),
        question=target if kind == "question" else "",
        problem=target if kind == "problem" else "",
        when=fields.rules("when"),
    )
    fields.rest()
    return found


def source(fields: Fields) -> Source:
    return Source(
        id=fields.text("id"),
        title=fields.text("title"),
        url=fields.text("url"),
        compared=fields.day("compared"),
        fingerprint=fields.text("fingerprint", ""),
    )


def api(fields: Fields) -> Api:
    return Api(
        id=fields.text("id"),
        title=fields.text("title"),
        state=fields.choice("state", STATES_OF_APIS),
        note=fields.text("note", ""),
        errors=fields.text("errors", ""),
    )


def family(fields: Fields) -> Family:
    gaps = {}
    for gap in fields.tables("gap"):
        gaps[gap.text("code")] = gap.text("why")
        gap.rest()
    return Family(
        id=fields.text("id"),
        title=fields.text("title"),
        api=fields.text("api", ""),
        found_in=fields.text("found_in"),
        documented=fields.texts("documented", []),
        gaps=gaps,
    )


def synonym(fields: Fields) -> tuple[str, tuple[str, ...]]:
    """What is meant, and the everyday words that may mean it."""
    return fields.text("means"), fields.texts("words")


def change(fields: Fields) -> Change:
    return Change(
        day=fields.day("day") or date.min,
        title=fields.text("title"),
        says=fields.text("says"),
        problems=fields.texts("problems", []),
    )


def heading(fields: Fields) -> Heading:
    statements = []
    for each in fields.tables("statement", required=True):
        statements.append((each.text("says"), each.texts("home")))
        each.rest()
    return Heading(id=fields.text("id"), title=fields.text("title"), statements=tuple(statements))
