"""`manage.py add_problem`: the skeleton of a problem, and its first sample without its secrets."""

from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from troubleshooter.diagnosis import StepFailed, diagnose
from troubleshooter.domain import Diagnosis, Knowledge
from troubleshooter.knowledge import CONTENT, knowledge
from troubleshooter.knowledge.fault import did_you_mean
from troubleshooter.knowledge.lint import ID
from troubleshooter.web.checks import PASTES

SKELETON = """+++
title    = "{title}"
codes    = [{code}]
apis     = [{api}]
says     = [{says}]
sender   = "api"
acts     = []
retry    = "after-fix"
customer = ""
checks   = []
source   = []

[[match]]
strength = "likely"
{rule}
+++
TODO: what it means. The first sentence stands alone in lists.

## How to tell
TODO

## When it is fixed
TODO
"""
NEXT = """{problem}
{sample}

Next:
1. Fill in the file. `manage.py check` names what is missing.
2. Look through the sample: keys and personal data were cut, and something may have been missed.
   Name it <wrapping>.<form>.<what>.txt; the words stand in tests/samples.py. Add more of them.
3. Put a text that is not it into tests/pastes/none/{id}.<what-it-is>.txt.
4. Let an answer of a question lead to it, and tell readers in content/changes.toml ({today}).
5. Add its path to tests/published.txt: links to it are kept alive from then on.
"""


class Command(BaseCommand):
    help = "Begin a new problem: its content file and its first sample paste."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's name for "none")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", help="lower-case words with hyphens; the fault and not the fix")
        parser.add_argument("paste", type=Path, help="a file with the error as it was pasted")
        parser.add_argument("--title", default="TODO", help="the fault as a heading")
        parser.add_argument("--code", default="", help="<family>/<code> of families.toml")

    def handle(self, *, id: str, paste: Path, title: str, code: str, **_: Any) -> None:
        content = knowledge()
        page, sample = CONTENT / "problems" / f"{id}.md", PASTES / id / "bare.sentence.txt"
        refuse(id, code, page, content)
        diagnosis = read(paste, content)
        page.write_text(skeleton(title, code, diagnosis, content), encoding="utf-8")
        sample.parent.mkdir(parents=True, exist_ok=True)
        sample.write_text(diagnosis.redaction.text, encoding="utf-8")
        self.stdout.write(NEXT.format(problem=page, sample=sample, id=id, today=date.today()))


def refuse(id: str, code: str, page: Path, content: Knowledge) -> None:
    """Raise CommandError for a name that cannot be, or is there already."""
    if not ID.fullmatch(id):
        raise CommandError(f"'{id}' is no id: use lower-case-words-with-hyphens.")
    if page.exists():
        raise CommandError(f"{page.name} is there already.")
    family = code.rpartition("/")[0]
    if code and family not in content.families:
        hint = did_you_mean(family, content.families)
        raise CommandError(f"'{family}' is no family of families.toml. {hint}".strip())


def read(paste: Path, content: Knowledge) -> Diagnosis:
    try:
        return diagnose(paste.read_text(encoding="utf-8", errors="replace"), content)
    except OSError as error:
        raise CommandError(f"{paste}: {error.strerror}") from None
    except StepFailed as failed:
        raise CommandError(f"{paste}: {failed}") from None


def skeleton(title: str, code: str, diagnosis: Diagnosis, content: Knowledge) -> str:
    """The content file, with what the paste tells already filled in."""
    family, _, last = code.rpartition("/")
    api = content.families[family].api if family else ""
    says = next(iter(diagnosis.report.values("message")), "")
    rule = (
        f'code     = {{ is = "{last}" }}' if last else f"message  = {{ contains = {quoted(says)} }}"
    )
    return SKELETON.format(
        title=title,
        code=quoted(code) if code else "",
        api=quoted(api) if api else "",
        says=quoted(says) if says else "",
        rule=rule,
    )


def quoted(text: str) -> str:
    """A string of TOML."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
