"""Pasted text → Diagnosis. Pure: nothing is kept, logged or asked for."""

from collections.abc import Iterator
from contextlib import contextmanager

from troubleshooter.diagnosis.classify import classify
from troubleshooter.diagnosis.examine import answers, examine
from troubleshooter.diagnosis.filing import filed
from troubleshooter.diagnosis.read import read
from troubleshooter.diagnosis.redact import redact
from troubleshooter.diagnosis.rules import Facts
from troubleshooter.domain import Diagnosis, Knowledge


def diagnose(paste: str, knowledge: Knowledge) -> Diagnosis:
    """What the pasted text most likely means, because of what, and what to check.

    Raises StepFailed, which says nothing of the paste, if a step is broken.
    """
    with step("redact"):
        redaction = redact(paste)
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


@contextmanager
def step(name: str) -> Iterator[None]:
    """Let no exception out that may quote the paste, in its text or in what it was raised from."""
    try:
        yield
    except Exception as error:
        failed = StepFailed(name, type(error))
    else:
        return
    raise failed
