"""Pasted text → Diagnosis. Pure: nothing is kept, logged or asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from troubleshooter.diagnosis.classify import classify
from troubleshooter.diagnosis.examine import answers, examine
from troubleshooter.diagnosis.filing import filed
from troubleshooter.diagnosis.read import read
from troubleshooter.diagnosis.redact import redact
from troubleshooter.diagnosis.redact.clock import SECONDS, TookTooLong
from troubleshooter.diagnosis.rules import Facts
from troubleshooter.domain import Diagnosis, Knowledge


def diagnose(paste: str, knowledge: Knowledge, *, seconds: float = SECONDS) -> Diagnosis:
    """What the pasted text most likely means, because of what, and what to check.

    Raises StepFailed, which says nothing of the paste, if a step is broken, or if redaction needs
    more than so many `seconds` of processor time.
    """
    with step("redact"):
        redaction = redact(paste, seconds=seconds)
    with step("read"):
        report = read(redaction.text)
    with step("classify"):
        rules = filed(knowledge)
        held = rules.index.held(Facts(report))
        findings = classify(held, rules.problems, report.is_anothers)
    with step("examine"):
        checklist = examine(held, findings, knowledge.checks, report.is_anothers)
        known = answers(held, rules.answers)
    return Diagnosis(redaction, report, findings, checklist, known)


class StepFailed(Exception):
    """A step raised. Only the names of the step and of the exception's type are kept."""

    def __init__(self, name: str, error: type[Exception]) -> None:
        super().__init__(f"{name}: {error.__name__}")
        self.step = name
        self.took_too_long = issubclass(error, TookTooLong)


@contextmanager
def step(name: str) -> Iterator[None]:
    """Let no exception out that may quote the paste, in its text or in what it was raised from."""
    try:
        yield
    except Exception as error:
        failed = StepFailed(name, type(error))
    else:
        return
    raise failed from None
