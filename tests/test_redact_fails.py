"""Redaction that fails or takes too long: it is said, and of the text nothing is shown or read."""

import io
import json
import logging
import traceback

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from troubleshooter import diagnosis
from troubleshooter.diagnosis import StepFailed, diagnose
from troubleshooter.diagnosis.redact import redact
from troubleshooter.diagnosis.redact.clock import TookTooLong
from troubleshooter.knowledge import knowledge

SECRET = "Q7m2vXk9Lr4TzWb8Yn3PcA"  # gitleaks:allow
WORD = "kanari"
PASTE = f"client_secret: {SECRET}\nHTTP/1.1 401 Unauthorized\n{WORD}"
FAILED = "Removing keys and personal data failed, so the text was neither read nor shown"
LATE = "The text was not read: removing keys and personal data took too long"


def late(paste, seconds):
    return redact(paste, seconds=0)


def fail_with(error):
    def fail(paste, seconds):
        raise error(paste) from KeyError(paste)

    return fail


FAULTS = {
    "an exception": (fail_with(ValueError), FAILED, 500),
    "no memory": (fail_with(MemoryError), FAILED, 500),
    "too deep a recursion": (fail_with(RecursionError), FAILED, 500),
    "a time-out": (late, LATE, 422),
}


@pytest.fixture(params=FAULTS)
def fault(request, monkeypatch):
    """What is said of it, and the status of the answer."""
    broken, said, status = FAULTS[request.param]
    monkeypatch.setattr(diagnosis, "redact", broken)
    for step in ("read", "classify", "examine"):
        monkeypatch.setattr(diagnosis, step, lambda *_: pytest.fail("the text was read further"))
    return said, status


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_the_page_says_it_and_shows_nothing(fault, headers, caplog, capfd):
    said, status = fault
    form = {"content_type": "application/x-www-form-urlencoded"}
    with caplog.at_level(logging.DEBUG):
        answer = Client(headers=headers).post("/paste/", f"paste={PASTE}", **form)
    page = answer.content.decode()
    assert answer.status_code == status
    assert said in page
    assert "/guide/" in page or headers
    assert answer.headers["Cache-Control"].count("no-store") == 1
    everything = page + str(answer.headers) + caplog.text + "".join(capfd.readouterr())
    assert SECRET not in everything
    assert WORD not in everything


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_the_command_line_says_it_in_one_line(fault, options, tmp_path):
    file = tmp_path / "paste.txt"
    file.write_text(PASTE)
    out = io.StringIO()
    with pytest.raises(CommandError) as raised:
        call_command("diagnose", *options, str(file), stdout=out)
    assert fault[0] in str(raised.value)
    assert "\n" not in str(raised.value)
    assert WORD not in str(raised.value) + out.getvalue()


def test_a_batch_says_it_and_goes_on(fault, tmp_path):
    file = tmp_path / "batch.jsonl"
    file.write_text("\n".join(json.dumps({"id": id, "paste": PASTE}) for id in (1, 2)))
    out = io.StringIO()
    call_command("diagnose", "--batch", str(file), stdout=out)
    answers = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [answer["id"] for answer in answers] == [1, 2]
    assert all(answer["error"].startswith(fault[0]) for answer in answers)
    assert WORD not in out.getvalue()


def test_the_exception_says_nothing_of_the_text():
    with pytest.raises(TookTooLong) as late:
        redact(PASTE, seconds=0)
    assert not late.value.args
    with pytest.raises(StepFailed) as failed:
        diagnose(PASTE, knowledge(), seconds=0)
    assert str(failed.value) == "redact: TookTooLong"
    assert failed.value.took_too_long


def test_what_python_prints_of_a_failed_step_does_not_quote_the_text(monkeypatch):
    monkeypatch.setattr(diagnosis, "redact", fail_with(ValueError))
    with pytest.raises(StepFailed) as failed:
        diagnose(PASTE, knowledge())
    assert WORD not in "".join(traceback.format_exception(failed.value))
