"""`manage.py diagnose`: the same answer as the site's, on the command line."""

import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from troubleshooter.diagnosis import StepFailed, diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web.plain import as_object, as_text
from troubleshooter.web.size import KIB, MOST_TEXT, size_of
from troubleshooter.web.views.faults import NOT_READ, NOT_READ_IN_TIME, WHAT_TO_PASTE

LONG_BATCH = 50
TOO_LONG = (
    f"The text is too long: up to {MOST_TEXT // KIB} KiB are read. "
    "The status line, the headers and the body of one response are enough."
)
NOT_JSON = "This line is not JSON."


class Command(BaseCommand):
    help = "Explain error responses. Nothing is sent anywhere and nothing is kept."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's name for "none")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "files", metavar="FILE", nargs="*", help="a paste; none: standard input"
        )
        parser.add_argument("--json", action="store_true", help="print one JSON object a paste")
        parser.add_argument(
            "--batch", metavar="FILE", help='JSON lines {"id": …, "paste": …} in, one line each out'
        )

    def handle(self, *, files: list[str], json: bool, batch: str | None, **_: Any) -> None:
        if batch is not None:
            self.batch(batch)
            return
        for name in files or ["standard input"]:
            read = read_file(name) if files else sys.stdin.buffer.read()
            if size_of(text := read.decode("utf-8", "replace")) > MOST_TEXT:
                raise CommandError(f"{name}: {TOO_LONG}")
            try:
                diagnosis = diagnose(text, knowledge())
            except StepFailed as failed:
                raise CommandError(f"{name}: {said_of(failed)}") from None
            self.stdout.write(to_json(as_object(diagnosis)) if json else as_text(diagnosis))

    def batch(self, file: str) -> None:
        """One JSON line for each line of the file, in order, whatever the lines hold."""
        lines = (sys.stdin.buffer.read() if file == "-" else read_file(file)).splitlines()
        quiet = len(lines) < LONG_BATCH or not sys.stderr.isatty()
        for line in tqdm(lines, disable=quiet, unit=" pastes", file=sys.stderr):
            if line.strip():
                self.stdout.write(answer_as_json(line))


def read_file(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name}: {error.strerror}") from None


def answer_as_json(line: bytes) -> str:
    """The answer to one line of a batch. An id that JSON cannot write makes it a bad line."""
    try:
        return to_json(answer(line))
    except (ValueError, RecursionError):
        return to_json({"id": None, "error": NOT_JSON})


def answer(line: bytes) -> dict[str, Any]:
    """The answer to one line of a batch; `error` in place of an answer when it asks nothing."""
    try:
        asked = json.loads(line.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return {"id": None, "error": NOT_JSON}
    if not isinstance(asked, dict) or not isinstance(asked.get("paste"), str):
        known = asked.get("id") if isinstance(asked, dict) else None
        return {"id": known, "error": 'This line is not {"id": …, "paste": "…"}.'}
    if size_of(asked["paste"]) > MOST_TEXT:
        return {"id": asked.get("id"), "error": TOO_LONG}
    try:
        return {"id": asked.get("id"), **as_object(diagnose(asked["paste"], knowledge()))}
    except StepFailed as failed:
        return {"id": asked.get("id"), "error": said_of(failed)}


def said_of(failed: StepFailed) -> str:
    """Why there is no answer, in one line that says nothing of the paste."""
    if failed.step != "redact":
        return f"This paste could not be read ({failed})."
    return f"{NOT_READ_IN_TIME if failed.took_too_long else NOT_READ}. {WHAT_TO_PASTE[0]}"


def to_json(answer: dict[str, Any]) -> str:
    """One line of JSON. Raises ValueError for what is no JSON: NaN, Infinity, half a character."""
    line = json.dumps(answer, ensure_ascii=False, allow_nan=False)
    line.encode()
    return line
