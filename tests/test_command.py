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


def refuse(constant: str):
    raise AssertionError(f"{constant} is not JSON")


@pytest.mark.parametrize("id", ["NaN", "-Infinity", "1e999", '"\\ud800"', '{"deep": [NaN]}'])
def test_an_id_that_json_cannot_write_makes_a_bad_line_and_stops_nothing(id):
    lines = f'{{"id": {id}, "paste": "HTTP 401"}}\n{{"id": 2, "paste": "HTTP 401"}}\n'
    shown = diagnose("--batch", "-", stdin=lines.encode())
    assert shown.returncode == 0, shown.stderr
    bad, good = (
        json.loads(line, parse_constant=refuse) for line in shown.stdout.decode().splitlines()
    )
    assert (bad["id"], "error" in bad) == (None, True)
    assert (good["id"], good["verdict"]) == (2, "likely")


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_a_text_over_the_limit_of_the_site_is_refused_here_too(option, tmp_path):
    file = tmp_path / "paste.txt"
    file.write_text("é" * 32 * 1024 + "x", encoding="utf-8")
    for shown in (diagnose(*option, str(file)), diagnose(*option, stdin=file.read_bytes())):
        assert shown.returncode == 1
        assert b"up to 64 KiB" in shown.stderr
        assert b"Traceback" not in shown.stderr


def test_a_text_over_the_limit_is_an_error_in_its_line_of_a_batch():
    pastes = ["HTTP 401 " + "é" * 32 * 1024, "HTTP 401".ljust(64 * 1024)]
    lines = [json.dumps({"id": id, "paste": paste}) for id, paste in enumerate(pastes)]
    shown = diagnose("--batch", "-", stdin="\n".join(lines).encode())
    long, short = map(json.loads, shown.stdout.splitlines())
    assert long["id"] == 0
    assert "up to 64 KiB" in long["error"]
    assert short["verdict"] == "likely"


@pytest.mark.parametrize("option", [[], ["--json"], ["--batch"]])
def test_a_file_that_is_not_there_is_named(option):
    shown = diagnose(*option, "no-such-file.txt")
    assert shown.returncode == 1
    assert b"no-such-file.txt: No such file" in shown.stderr
    assert b"Traceback" not in shown.stderr
