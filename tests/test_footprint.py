"""What a paste leaves behind on the machine of the site and in the browser: nothing, whatever happens.

The real server and a real Chromium are sent pastes full of made-up secrets and of words that are no
secret; then every file that either of them wrote is searched for any of it, in many codings. Staff
pages and stored cases are not there to be searched: of them, what the command line gives out and a
backup of every folder that is written to stand here.
"""

import http.client
import json
import os
import random
import re
import resource
import signal
import socket
import sqlite3
import subprocess
import sys
import tarfile
import time
from base64 import b64encode
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import expect

from tests.canaries import SECRETS, forms, text, written
from tests.served import ROOT, served

pytestmark = pytest.mark.browser

RNG = random.Random()  # made-up secrets, new ones on each run
SHORTEST = 10  # characters: less stands in any file by chance
MADE = {kind: make(RNG) for kind, (_, make) in SECRETS.items()}
CANARIES = {kind: secret for kind, secret in MADE.items() if len(secret) >= SHORTEST}
CANARIES["what is no secret"] = "kanari-" + text(RNG, "abcdefghijklmnopqrstuvwxyz", 16)
NAMED = [
    written("JSON", name, CANARIES[kind]) for kind, (name, _) in SECRETS.items() if kind in CANARIES
]
PASTE = "\n".join(
    [
        "POST /epayment/v1/payments HTTP/1.1",
        f"Authorization: Bearer {CANARIES['access token']}",
        "",
        f'{{"reference": "{CANARIES["what is no secret"]}"}}',
        "HTTP/1.1 401 Unauthorized",
        "",
        '{"statusCode": 401, "message": "Access denied due to invalid subscription key."}',
        *NAMED,
    ]
)
UNKNOWN = "\n".join([CANARIES["what is no secret"], *NAMED])
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
MEMORY = Path("/dev/shm")  # noqa: S108 - where the server keeps its heartbeat, and tests look
NOT_OURS = (".git", ".venv", "__pycache__", ".pytest_cache", ".ruff_cache", ".mypy_cache")


def codings(secret: str) -> set[bytes]:
    """The bytes that would give a secret away in a file."""
    written_out = forms(secret) | {b64encode(secret.encode()).decode().rstrip("=")}
    telling = [form for form in written_out if len(form) >= SHORTEST]
    return {form.encode(coding) for form in telling for coding in ("utf-8", "utf-16-le")}


NEEDLES = {kind: codings(secret) for kind, secret in CANARIES.items()}


def files(*folders: Path, since: float = 0):
    for folder in folders:
        for path, below, names in os.walk(folder):
            below[:] = [name for name in below if name not in NOT_OURS]
            for name in names:
                found = Path(path, name)
                if found.is_file() and found.stat().st_mtime >= since:
                    yield found


def left_behind(*folders: Path, since: float = 0) -> set[str]:
    """What kind of canary is left in which file."""
    left = set()
    for path in files(*folders, since=since):
        held = path.read_bytes()
        for kind, needles in NEEDLES.items():
            if any(needle in held for needle in needles):
                left.add(f"{kind} in {path.name}")
    return left


@contextmanager
def watched(folder: Path, *application: str, env=None, **options):
    """A server whose every file is searched when it has ended; its log is one of them."""
    since = time.time() - 1
    home = folder / "home"
    home.mkdir()
    homes = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(home))
    with (folder / "log").open("wb") as log:
        options = {"stdout": log, "stderr": log, **options}
        environment = {**homes, "WORKERS": "1", **(env or {})}
        with served(*application, env=environment, **options) as (origin, process):
            yield origin, process
    assert left_behind(folder, ROOT, MEMORY, since=since) == set()


class Visitor:
    """Somebody without a browser: a cookie and a token, and whatever else is sent."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.host = urlsplit(origin).netloc
        response, page = self.ask("GET", "/")
        self.cookie = response.headers["Set-Cookie"].partition(";")[0]
        self.token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]

    def ask(self, method: str, path: str, body: bytes = b"", headers=None):
        connection = http.client.HTTPConnection(self.host, timeout=20)
        connection.request(method, path, body, headers or {})
        response = connection.getresponse()
        page = response.read().decode()
        connection.close()
        return response, page

    def head(self, **headers: str) -> dict[str, str]:
        return {**FORM, "Cookie": self.cookie, "Origin": self.origin, **headers}

    def body(self, paste: str | bytes) -> bytes:
        return urlencode({"csrfmiddlewaretoken": self.token, "paste": paste}).encode()

    def paste(self, paste: str | bytes, **headers: str):
        return self.ask("POST", "/paste/", self.body(paste), self.head(**headers))


def test_the_search_finds_what_is_there(tmp_path):
    for number, needle in enumerate(sorted(NEEDLES["client_secret"])):
        held = tmp_path / str(number)
        held.write_bytes(b"\0noise" + needle + b"noise")
        assert left_behind(tmp_path) == {f"client_secret in {number}"}
        held.unlink()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with watched(tmp_path_factory.mktemp("site")) as (origin, _):
        yield origin


SUBMITTED = [
    ("#paste", PASTE),
    ("#paste", UNKNOWN),
    ("#paste", PASTE + "x" * 70_000),
    ("#code", CANARIES["what is no secret"]),
    ("#code", CANARIES["client_secret"]),
]


@pytest.mark.parametrize("script", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_browser_keeps_nothing_of_what_is_pasted(site, playwright, chromium, tmp_path, script):
    """Known, unknown and too long, also in the box for codes; gone back from, and left unsent."""
    browser = playwright.chromium.launch_persistent_context(
        tmp_path,
        executable_path=chromium,
        args=["--no-sandbox", "--disable-background-networking"],
        java_script_enabled=script,
    )
    page = browser.pages[0]
    for box, paste in SUBMITTED:
        page.goto(site)
        page.locator(box).fill(paste)
        page.locator(f"form:has({box}) button[type=submit]").click()
        page.wait_for_load_state("networkidle")
        page.go_back()
        page.wait_for_timeout(500)  # htmx asks for the page again
        if page.url == f"{site}/":
            expect(page.locator("#paste")).to_have_value("")
    page.goto(site)
    page.locator("#paste").fill(PASTE)
    page.goto(f"{site}/errors/")
    page.wait_for_timeout(1000)  # for Chromium's timers that write the session
    browser.close()
    visited = f"{site}/errors/".encode()
    assert any(visited in path.read_bytes() for path in files(tmp_path)), "nothing was searched"
    assert left_behind(tmp_path) == set()


SENT = {
    "a known error": (PASTE, 200),
    "an unknown error": (UNKNOWN, 200),
    "nothing": ("  \n", 422),
    "too long a text": (UNKNOWN + "x" * 70_000, 413),
    "a text longer than is read": (UNKNOWN + "x" * 300_000, 413),
    "NUL": (PASTE.replace("\n", "\0\n"), 200),
    "invalid UTF-8": (PASTE.encode() + b"\xff\xfe\x80", 200),
}


@pytest.mark.parametrize("what", SENT)
def test_nothing_is_left_of(site, what):
    """The site's own files are searched when it has ended, see `watched`."""
    paste, status = SENT[what]
    response, _ = Visitor(site).paste(paste)
    assert response.status == status


def test_nothing_is_left_of_a_form_from_elsewhere_nor_of_one_for_a_strange_host(site):
    visitor = Visitor(site)
    for headers in ({"Origin": "https://example.com"}, {"Cookie": "a=b"}):
        response, page = visitor.paste(PASTE, **headers)
        assert response.status == 403
        assert CANARIES["what is no secret"] not in page
    response, page = visitor.paste(PASTE, Host="example.com")
    assert response.status == 400
    assert CANARIES["what is no secret"] not in page


def test_nothing_is_left_of_a_text_in_an_address_of_a_file_and_of_json(site):
    visitor = Visitor(site)
    response, page = visitor.ask("GET", f"/paste/?{urlencode({'paste': UNKNOWN})}"[:4000])
    assert CANARIES["what is no secret"] not in page + str(response.headers)
    for kind in ("multipart/form-data; boundary=x", "application/json", "text/plain"):
        body = f'--x\r\nContent-Disposition: form-data; name="paste"; filename="a"\r\n\r\n{PASTE}\r\n--x--'
        response, page = visitor.ask(
            "POST", "/paste/", body.encode(), visitor.head(**{"Content-Type": kind})
        )
        assert response.status == 415
        assert CANARIES["what is no secret"] not in page


def test_nothing_is_left_when_the_client_goes_away_in_the_middle(site):
    visitor = Visitor(site)
    body = visitor.body(PASTE)
    head = {**visitor.head(), "Host": visitor.host, "Content-Length": str(2 * len(body))}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    address = urlsplit(site)
    with socket.create_connection((address.hostname, address.port)) as line:
        line.sendall(f"POST /paste/ HTTP/1.1\r\n{lines}\r\n".encode() + body)
    assert visitor.paste(PASTE)[0].status == 200


@pytest.mark.parametrize("step", ["redact", "read", "classify", "examine", "page"])
@pytest.mark.parametrize("error", ["ValueError", "MemoryError"])
def test_a_fault_is_told_and_leaves_nothing(tmp_path, step, error):
    with watched(tmp_path, f"tests.faulty:broken('{step}', '{error}')") as (origin, _):
        response, page = Visitor(origin).paste(PASTE)
    assert response.status == 500
    assert "one of it was kept" in page
    assert CANARIES["what is no secret"] not in page
    assert f"step {step}" in (tmp_path / "log").read_text()


@pytest.mark.parametrize("htmx", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_redaction_that_takes_too_long_is_told_and_leaves_nothing(tmp_path, htmx):
    with watched(tmp_path, "tests.faulty:broken('redact', 'time-out')") as (origin, _):
        response, page = Visitor(origin).paste(PASTE, **htmx)
    assert response.status == 422
    assert "removing keys and personal data took too long" in page
    assert all(canary not in page for canary in CANARIES.values())
    assert "step redact: TookTooLong" in (tmp_path / "log").read_text()


@pytest.mark.parametrize("state", ["gone", "locked"])
def test_without_a_database_the_answer_is_as_before_and_leaves_nothing(tmp_path, state):
    database = tmp_path / "database" if state == "locked" else tmp_path / "no" / "database"
    environment = {
        "DJANGO_SETTINGS_MODULE": "tests.footprint_settings",
        "DATABASE": str(database),
    }
    locked = sqlite3.connect(database if state == "locked" else ":memory:", isolation_level=None)
    locked.execute("begin exclusive")
    with watched(tmp_path, env=environment) as (origin, _):
        response, page = Visitor(origin).paste(PASTE)
    locked.close()
    assert response.status == 200
    assert "Subscription key not accepted" in page


def test_on_a_full_disk_the_answer_is_as_before_and_leaves_nothing(tmp_path):
    """No file may grow by a byte, and the log is full."""

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    with (
        open("/dev/full", "wb") as log,
        watched(tmp_path, stdout=log, stderr=log, preexec_fn=full) as (origin, _),
    ):
        answers = [Visitor(origin).paste(paste)[0].status for paste in (PASTE, UNKNOWN, "")]
    assert answers == [200, 200, 422]


@pytest.mark.parametrize("how", [signal.SIGABRT, signal.SIGKILL], ids=["time-out", "killed"])
def test_a_process_that_is_killed_with_a_paste_in_hand_leaves_nothing(tmp_path, how):
    """SIGABRT is how gunicorn ends a worker that took too long."""
    with watched(tmp_path, "tests.faulty:broken('read', 'hang')") as (origin, process):
        visitor = Visitor(origin)
        children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
        address = urlsplit(origin)
        with socket.create_connection((address.hostname, address.port), 20) as line:
            body = visitor.body(PASTE)
            head = {**visitor.head(), "Host": visitor.host, "Content-Length": str(len(body))}
            lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            line.sendall(f"POST /paste/ HTTP/1.1\r\n{lines}\r\n".encode() + body)
            time.sleep(0.5)
            for child in children:
                os.kill(int(child), how)
            assert json.dumps(CANARIES["what is no secret"]) not in line.recv(9999).decode()


EXPORTS = {
    "as text": ([], PASTE),
    "as text, unknown": ([], UNKNOWN),
    "as JSON": (["--json"], PASTE),
    "as JSON, unknown": (["--json"], UNKNOWN),
    "a batch": (["--batch", "-"], "\n".join(json.dumps({"paste": p}) for p in (PASTE, UNKNOWN))),
    "too long a text": ([], UNKNOWN + "x" * 70_000),
    "a batch that is no JSON": (["--batch", "-"], PASTE),
}


@pytest.mark.parametrize("what", EXPORTS)
def test_what_the_command_line_gives_out_holds_no_secret(what, tmp_path):
    """Output, errors and every file that was written, also in the folder of the site.

    What is no secret is read out, and stands nowhere else.
    """
    since = time.time() - 1
    options, paste = EXPORTS[what]
    homes = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"), str(tmp_path))
    settings = {"DJANGO_SETTINGS_MODULE": "troubleshooter.settings"}
    with (tmp_path / "out").open("wb") as out, (tmp_path / "errors").open("wb") as errors:
        subprocess.run(
            [sys.executable, "manage.py", "diagnose", *options],
            input=paste.encode(),
            cwd=ROOT,
            env={**os.environ, **homes, **settings},
            stdout=out,
            stderr=errors,
        )
    assert (tmp_path / "out").read_bytes() or (tmp_path / "errors").read_bytes()
    assert left_behind(tmp_path, ROOT, since=since) <= {"what is no secret in out"}


def test_a_backup_of_all_that_is_written_to_holds_nothing(playwright, chromium, tmp_path):
    """Taken while the site runs and again when it has ended, with the profile of a browser."""
    backups, profile = tmp_path / "backups", tmp_path / "profile"
    backups.mkdir()

    def back_up(name: str) -> None:
        with tarfile.open(backups / name, "w") as archive:
            for each in (tmp_path / "home", tmp_path / "log", profile):
                archive.add(each)
            for each in (ROOT / ".static", ROOT / ".secret-key"):
                if each.exists():
                    archive.add(each)

    with watched(tmp_path) as (origin, _):
        visitor = Visitor(origin)
        for paste, status in SENT.values():
            assert visitor.paste(paste)[0].status == status
        assert visitor.ask("GET", "/desk/")[0].status == 404
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=["--no-sandbox"]
        )
        page = browser.pages[0]
        page.goto(origin)
        page.locator("#paste").fill(PASTE)
        page.locator("form:has(#paste) button[type=submit]").click()
        page.wait_for_load_state("networkidle")
        page.goto(f"{origin}/errors/")
        back_up("running.tar")
        browser.close()
    back_up("ended.tar")
    assert f"{origin}/errors/".encode() in (backups / "ended.tar").read_bytes()
    assert left_behind(backups) == set()
