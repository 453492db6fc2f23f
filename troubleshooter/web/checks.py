"""Content faults as Django system checks: `manage.py check` names file, fault and hint."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from troubleshooter.diagnosis import diagnose
from troubleshooter.domain import Knowledge
from troubleshooter.knowledge import CONTENT
from troubleshooter.knowledge.fault import Fault
from troubleshooter.knowledge.lint import lint
from troubleshooter.knowledge.load import load

PASTES = settings.ROOT / "tests" / "pastes"


def content(app_configs: Any, **kwargs: Any) -> Iterable[CheckMessage]:
    """Every fault of the content folder. Sample pastes are tried where there are any."""
    return [
        Error(f"{fault.file}: {fault.says}", hint=fault.hint or None, id=f"content.{fault.code}")
        for fault in faults_of(CONTENT, PASTES)
    ]


def faults_of(folder: Path, pastes: Path) -> list[Fault]:
    loaded, faults = load(folder)
    faults += lint(loaded)
    if not faults and pastes.is_dir():
        faults += samples(loaded, pastes)
    return faults


def samples(knowledge: Knowledge, pastes: Path) -> Iterator[Fault]:
    """Problems without a sample paste that finds them first, or without a near miss."""
    near_misses = {path.name.partition(".")[0] for path in (pastes / "none").glob("*.txt")}
    for problem in knowledge.problems.values():
        if problem.retired:
            continue
        file = f"problems/{problem.id}.md"
        tried = sorted((pastes / problem.id).glob("*.txt"))
        if not tried:
            hint = f"Put a real paste in tests/pastes/{problem.id}/."
            yield Fault("E030", file, "has no sample paste.", hint)
        for path in tried:
            found = diagnose(path.read_text(encoding="utf-8"), knowledge).findings
            if not found or found[0].problem.id != problem.id:
                first = found[0].problem.id if found else "nothing"
                hint = f"It finds {first} first. Mend the rules or the sample."
                yield Fault("E030", file, f"is not found first by {path.name}.", hint)
        if problem.id not in near_misses:
            hint = f"Put a text that is not it in tests/pastes/none/{problem.id}.<what>.txt."
            yield Fault("E031", file, "has no near miss.", hint)
