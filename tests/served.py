"""The real server on a free port of this machine, for tests that need one."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def served(application: str = "troubleshooter.wsgi", **options) -> Iterator[tuple[str, int]]:
    """The address of a server that was started for it, and the id of its process.

    `options` are those of `subprocess.Popen`; what `env` names is added to the environment.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "troubleshooter.settings",
        "SITE_ORIGIN": origin,
        "PASTES_PER_MINUTE": "0",
        **options.pop("env", {}),
    }
    collect_static_files()
    command = [
        *(sys.executable, "-m", "gunicorn", application, "--log-level", "error"),
        *("--config", "python:troubleshooter.server", "--bind", f"127.0.0.1:{port}"),
    ]
    with subprocess.Popen(command, cwd=ROOT, env=environment, **options) as server:
        try:
            wait_for(port, server)
            yield origin, server.pid
        finally:
            end(server)


@cache
def collect_static_files() -> None:
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    settings = {"DJANGO_SETTINGS_MODULE": "troubleshooter.settings"}
    subprocess.run(collect, cwd=ROOT, env={**os.environ, **settings}, check=True)


def wait_for(port: int, server: subprocess.Popen) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert server.poll() is None, "the server ended before it answered"
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server did not begin to listen")


def end(server: subprocess.Popen) -> None:
    """Tell it to end, and make it end if it does not."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
