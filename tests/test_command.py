"""`manage.py diagnose`: files, standard input, JSON and batches, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PASTE = '[{"errorGroup":"Merchant","errorCode":"35","errorMessage":"Requested Order not found"}]'


def diagnose(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "tests.settings"}
    command = [sys.executable, "manage.py", "diagnose", *arguments]
    return subprocess.run(command, cwd=ROOT, input=stdin, capture_output=True, env=environment)


def test_standard_input_is_explained_as_text():
    shown = diagnose(stdin=PASTE.encode())
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.decode().startswith("This is: ")
    assert "/errors/order-not-found/" in shown.stdout.decode()


def test_files_are_explained_as_json(tmp_path):
    file = tmp_path / "paste.txt"
    file.write_text(f"client_secret: AAAAAAAAAAAAAAAAAAAAAA==\n{PASTE}", encoding="utf-8")
    shown = diagnose("--json", str(file))
    answer = json.loads(shown.stdout)
    assert answer["verdict"] == "certain"
    first = answer["findings"][0]
    assert first["problem"] == "order-not-found"
    assert first["strength"] == "certain"
    assert "ecom/merchant/35" in first["codes"]
    assert first["because"]
    assert first["url"].endswith("/errors/order-not-found/")
    assert answer["report"]["code"] == "35"
    assert answer["removed"] == [{"kind": "client_secret", "count": 1}]
    assert "AAAAAAAAAAAAAAAAAAAAAA==" not in shown.stdout.decode()


def test_a_batch_answers_line_by_line_and_never_stops(tmp_path):
    lines = [
        json.dumps({"id": 1, "paste": PASTE}),
        "{not json",
        json.dumps({"id": "b"}),
        "[" * 5000,
        json.dumps({"id": 2, "paste": "hello"}),
        json.dumps({"id": 3, "paste": "\ud800 \x00 error 81"}),
    ]
    file = tmp_path / "batch.jsonl"
    file.write_bytes("\n".join(lines).encode() + b'\n{"id": 4, "paste": "\xff\xfe 404"}\n')
    answers = [json.loads(line) for line in diagnose("--batch", str(file)).stdout.splitlines()]
    assert [answer["id"] for answer in answers] == [1, None, "b", None, 2, 3, 4]
    assert [answer.get("verdict") for answer in answers][:1] == ["certain"]
    assert all(("error" in answer) != ("verdict" in answer) for answer in answers)
    assert answers[4]["verdict"] == "unrecognised"
    assert answers[5]["findings"][0]["problem"] == "user-unknown"


@pytest.mark.parametrize("option", [[], ["--json"], ["--batch"]])
def test_a_file_that_is_not_there_is_named(option):
    shown = diagnose(*option, "no-such-file.txt")
    assert shown.returncode == 1
    assert b"no-such-file.txt: No such file" in shown.stderr
    assert b"Traceback" not in shown.stderr
