"""`make bench`: how fast, as ratios within one run.

Machines are shared and noisy, so nothing here is a test, and no time is compared with another
day's. Everything that is compared runs in turns: in process it is CPU time, over HTTP it is requests served.
"""

import gc
import json
import math
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from multiprocessing import Pool
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
ROUNDS = 9
FEW = 40  # problems
CLIENTS = 4
SECONDS = 2.0
TOKEN = "a" * 32


def body_of(size: int) -> str:
    """A validation error of about so many bytes, as an API sends it."""
    reason = (
        "The field must match the regular expression '^[a-zA-Z0-9-]{8,64}$' and may not be empty."
    )
    details = [
        {"name": f"orderLines[{n}].reference", "reason": reason} for n in range((size - 300) // 140)
    ]
    body = {
        "type": "https://httpstatuses.io/400",
        "title": "Bad Request",
        "status": 400,
        "detail": "See extraDetails for further details",
        "instance": "/v1/payments",
        "traceId": "00-6614b5c7ea5c404b17e45c3a398c4754-5ca6de688e27022d-01",
        "extraDetails": details,
    }
    return json.dumps(body).ljust(size)


def log_of(size: int) -> str:
    """A log of about so many bytes with an error body in the middle."""
    line = "2026-11-22T10:00:00.000Z INFO [worker-3] order acme-shop-123 saved, next step payment\n"
    error = (
        '2026-11-22T10:00:01.000Z ERROR [worker-3] HTTP 404 from Vipps: [{"errorGroup":"Merchant",'
        '"errorCode":"35","errorMessage":"Requested Order not found","contextId":"a7acce06"}]\n'
    )
    half = line * ((size - len(error)) // 2 // len(line))
    return half + error + half


def table_of(size: int) -> str:
    """Rows of a spreadsheet of about so many bytes, full of personal data."""
    row = "{0},Kari Nordmann,kari{0}@example.com,+47199{0:05},0181901{0:04},Storgata {0},{0}00\n"
    rows = (row.format(number) for number in range(size // 60))
    return f"orderId,name,email,phoneNumber,nin,streetAddress,amount\n{''.join(rows)}"[:size]


def inserts_of(size: int) -> str:
    """Rows of SQL of about so many bytes, full of personal data."""
    head = "INSERT INTO shop (id, email, phone, nin) VALUES "
    row = head + "({0}, 'k{0}@example.com', '+47199{0:05}', '0181901{0:04}');\n"
    return "".join(row.format(number) for number in range(size // 90))[:size]


def in_turns(*jobs: Callable[[], object], times: int, rounds: int = ROUNDS) -> list[float]:
    """The CPU time of each job in seconds: the median of several rounds, taken in turns."""
    taken = []
    for job in jobs:
        job()
    for _ in range(rounds):
        spent = []
        for job in jobs:
            begun = time.process_time()
            for _ in range(times):
                job()
            spent.append((time.process_time() - begun) / times)
        taken.append(spent)
    return [statistics.median(each) for each in zip(*taken, strict=True)]


def say(what: str, ratio: float, aim: str, more: str = "") -> None:
    print(f"{what:<58} {ratio:8.2f} x   (aim {aim}){'   ' + more if more else ''}", flush=True)


def engine() -> None:
    from tests.conftest import problem, rule
    from troubleshooter.diagnosis import diagnose
    from troubleshooter.knowledge import knowledge

    real = knowledge()
    made_up = {
        each.id: each
        for each in (
            problem(
                f"made-up-{n}",
                rule(message__contains=f"the teapot number {n} is too short and stout"),
                rule("likely", status__is="400", code__is=f"T{n}"),
            )
            for n in range(len(real.problems) * 100)
        )
    }
    many = replace(real, problems={**real.problems, **made_up})
    body = body_of(2048)
    small, parse = in_turns(
        lambda: diagnose(body, real), lambda: [json.loads(body) for _ in range(20)], times=100
    )
    parse /= 20
    say(
        "diagnosis of a 2 KiB body / json.loads of it",
        small / parse,
        "<= 30",
        f"{small * 1e3:.2f} ms",
    )
    for name, text_of in (("a JSON body", body_of), ("a log", log_of)):
        short, long = text_of(2048), text_of(65536)
        few, much = in_turns(
            lambda s=short: diagnose(s, real), lambda s=long: diagnose(s, real), times=5
        )
        say(f"{name} of 64 KiB / of 2 KiB", much / few, "<= 40", f"{much * 1e3:.1f} ms")
    few = replace(real, problems=dict(list(real.problems.items())[:FEW]))
    for name, text in (("a JSON body", body_of(2048)), ("a log", log_of(2048))):
        with_few, with_all = in_turns(
            lambda t=text: diagnose(t, few), lambda t=text: diagnose(t, real), times=50
        )
        what = f"{name}: all {len(real.problems)} problems / {FEW} of them"
        say(what, with_all / with_few, "<= 2")
    text = log_of(2048)
    today, hundredfold = in_turns(
        lambda: diagnose(text, real), lambda: diagnose(text, many), times=50
    )
    say("a hundred times as many problems / today's", hundredfold / today, "<= 2")
    hostile()


START = """
import resource, time
begun = time.process_time()
from troubleshooter.wsgi import application
from django.test import Client
client, form = Client(headers={"Host": "localhost"}), "application/x-www-form-urlencoded"
assert client.get("/readyz").status_code == 200
ready = time.process_time() - begun
assert client.post("/search/", "words=key", content_type=form).status_code == 200
assert client.get("/errors/").status_code == 200
print(ready, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def started() -> None:
    """How long a process needs until it can answer, and its memory when it has searched, too."""
    command = [sys.executable, "-c", START]
    told = [
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
        for _ in range(5)
    ]
    seconds, mebibytes = zip(*(map(float, each.split()) for each in told), strict=True)
    print(f"start until ready: {statistics.median(seconds):.2f} s of CPU (aim <= 1.5)")
    print(
        f"memory of a process that has answered: {max(mebibytes):.0f} MiB (aim <= 90)", flush=True
    )


def hostile() -> None:
    """Whether any text, however made, costs more than its length."""
    from tests.canaries import HOSTILE
    from tests.hostile import TEXTS, repeated
    from troubleshooter.diagnosis import diagnose
    from troubleshooter.diagnosis.read import read
    from troubleshooter.diagnosis.redact import redact
    from troubleshooter.domain import RedactedText
    from troubleshooter.knowledge import knowledge

    gc.collect()
    gc.freeze()  # as the server does: a sweep over what stays costs as much as a text of some KiB
    real = knowledge()
    pieces = {repr(piece): repeated(piece) for piece in HOSTILE}
    forever = math.inf
    dense = {"a table": table_of, "rows of SQL": inserts_of}
    for name, text_of in {"a JSON body": body_of, "a log": log_of, **dense}.items():
        ratio = growth_of(lambda text: redact(text, seconds=forever), text_of)
        taken = min(
            spent(lambda text: redact(text, seconds=forever), text_of(65_536)) for _ in range(5)
        )
        more = f"{taken * 1e3:.0f} ms, aim <= 150"
        say(f"redacting {name} of 64 KiB / 32 KiB", ratio, "<= 2.3", more)
    grows("redacting", lambda text: redact(text, seconds=forever), pieces, "<= 2.3")
    slow = grows("reading", lambda text: read(RedactedText(text)), TEXTS, "<= 2.5")
    dear = {name: TEXTS[name] for name in slow}
    grows("diagnosis of", lambda text: diagnose(text, real, seconds=forever), dear, "<= 2.5")


SHORTEST_MEASURED = 0.005  # seconds: what takes less is no trouble, whatever the ratio
SUSPECTS = 6
DEAREST = 30


def grows(
    doing: str,
    job: Callable[[str], object],
    texts: Mapping[str, Callable[[int], str]],
    aim: str,
) -> list[str]:
    """The ratio of 64 KiB to 32 KiB for the slowest text, and the worst ratio of any.

    All texts are tried once, then the slowest and the worst of them again with care. Gives the
    names of the texts that take longest.
    """
    first: dict[str, float] = {}
    taken: dict[str, float] = {}
    for name, text_of in texts.items():
        half, whole = (spent(job, text_of(size)) for size in (32_768, 65_536))
        first[name] = whole / half if whole > SHORTEST_MEASURED else 0
        taken[name] = whole
    slowest = sorted(taken, key=taken.__getitem__)[-DEAREST:]
    suspects = [*sorted(first, key=first.__getitem__)[-SUSPECTS:], slowest[-1]]
    growth = {name: growth_of(job, texts[name]) for name in suspects}
    worst = max(growth, key=growth.__getitem__)
    more = (
        f"{slowest[-1]}, {taken[slowest[-1]] * 1e3:.0f} ms; at worst {growth[worst]:.2f} x, {worst}"
    )
    say(f"{doing} 64 KiB / 32 KiB of the slowest text", growth[slowest[-1]], aim, more)
    return slowest


def growth_of(job: Callable[[str], object], text_of: Callable[[int], str]) -> float:
    """The time for 64 KiB by that for 32 KiB: the least of several each, taken in turns."""
    half, whole = text_of(32_768), text_of(65_536)
    taken = [(spent(job, half), spent(job, whole)) for _ in range(7)]
    least = [min(each) for each in zip(*taken, strict=True)]
    return least[1] / least[0]


def spent(job: Callable[[str], object], text: str) -> float:
    begun = time.process_time()
    job(text)
    return time.process_time() - begun


def served() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.bench_settings",
        "PASTES_PER_MINUTE": "0",
    }
    command = [
        *(sys.executable, "-m", "gunicorn", "troubleshooter.wsgi"),
        *("--config", "python:troubleshooter.server", "--max-requests", "0"),
        *("--bind", f"127.0.0.1:{port}", "--log-level", "error"),
    ]
    with subprocess.Popen(command, cwd=ROOT, env=environment) as server:
        try:
            wait_for(port)
            pages(port)
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the server did not start")


def request(method: str, path: str, body: str = "") -> bytes:
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: csrftoken={TOKEN}\r\n"
    if method == "POST":
        head += f"X-CSRFToken: {TOKEN}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        head += f"Content-Length: {len(body.encode())}\r\n"
    return (head + "\r\n" + body).encode()


def ask_on(job: tuple[int, bytes]) -> int:
    """How many answers one client gets in the time there is; each must be 200."""
    port, asked = job
    answers = 0
    with socket.create_connection(("127.0.0.1", port), 10) as connection:
        stream = connection.makefile("rb")
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends:
            connection.sendall(asked)
            status = stream.readline()
            if b" 200 " not in status:
                raise SystemExit(f"the server answered {status!r}")
            length, close = 0, False
            while (line := stream.readline().lower()) != b"\r\n":
                if line.startswith(b"content-length:"):
                    length = int(line[15:])
                close = close or line.startswith(b"connection: close")
            stream.read(length)
            answers += 1
            if close:
                connection.close()
                return answers
    return answers


def pages(port: int) -> None:
    from urllib.parse import urlencode

    paste = urlencode({"paste": log_of(2048)})
    kinds = {
        "empty view": request("GET", "/vote/"),
        "problem page": request("GET", "/errors/invalid-subscription-key/"),
        "empty view (POST)": request("POST", "/vote/", paste),
        "paste": request("POST", "/paste/", paste),
    }
    counts: dict[str, list[int]] = {kind: [] for kind in kinds}
    with Pool(CLIENTS) as clients:
        for _ in range(5):
            for kind, asked in kinds.items():
                counts[kind].append(sum(clients.map(ask_on, [(port, asked)] * CLIENTS)))
    rate = {kind: statistics.median(found) / SECONDS for kind, found in counts.items()}
    empty = rate["empty view"]
    say(
        "problem page / empty view, requests a second",
        rate["problem page"] / empty,
        ">= 0.7",
        f"{empty:.0f}/s",
    )
    say("paste POST / empty view, requests a second", rate["paste"] / empty, ">= 0.35")
    say(
        "paste POST / the same POST to an empty view",
        rate["paste"] / rate["empty view (POST)"],
        ">= 0.35",
        f"{rate['paste']:.0f}/s",
    )


BROWSED = {
    "entry": "/",
    "problem": "/errors/http-401/",
    "result": "/result/?found=invalid-subscription-key&status=401&sure=certain",
    "list of errors": "/errors/",
    "map": "/guide/map/",
}


def browser() -> None:
    """Weight and timings in Chromium, as on a slow phone: its network, its processor, no cache."""
    from playwright.sync_api import sync_playwright

    from tests.browsing import found_chromium
    from tests.measured import KINDS
    from tests.served import served as site

    path = found_chromium()
    if path is None:
        print("browser: SKIPPED, no Chromium on this machine (install the package chromium)")
        return
    print("in Chromium, first visit, slow 4G, a processor 4 times slower; medians of 3")
    print("(aims: 45 KB, largest paint 2500 ms, blocked 200 ms, layout shift 0)")
    with site() as (origin, _), sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, address in BROWSED.items():
            seen = [first_visit(launched, origin + address) for _ in range(3)]
            weight, paint, blocked, shift = (
                statistics.median(each[kind] for each in seen) for kind in KINDS
            )
            print(
                f"{name:<16} {weight:6.1f} KB   largest paint {paint:5.0f} ms   "
                f"blocked {blocked:4.0f} ms   layout shift {shift:.3f}",
                flush=True,
            )
        launched.close()


def first_visit(launched: "Browser", address: str) -> dict[str, float]:
    """What a browser that was never there measures."""
    from tests.measured import as_on_a_phone, timings, weighed

    context = launched.new_context(viewport={"width": 390, "height": 844})
    opened = context.new_page()
    as_on_a_phone(opened)
    with weighed(opened) as weight:
        opened.goto(address)
    measured = {**timings(opened), "weight": weight.kilobytes}
    context.close()
    return measured


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench_settings")
    started()
    engine()
    served()
    browser()
