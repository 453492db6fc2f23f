"""What many tests share: the real content, and made-up nouns for tests of the engine."""

import gc
import os
from pathlib import Path
from urllib.request import urlopen

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import sync_playwright

from tests.browsing import found_chromium, watched_page
from tests.served import served
from troubleshooter.domain import Clause, Problem, Rule
from troubleshooter.knowledge import knowledge as load_knowledge

PASTES = Path(__file__).parent / "pastes"

# A machine may be shared and busy: how long an example takes is no reason to fail.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_collection_finish():
    keep_what_is_there()


def pytest_runtest_teardown(item, nextitem):
    if nextitem is None or nextitem.path != item.path:
        keep_what_is_there()


def keep_what_is_there() -> None:
    """Look for garbage now, and not in the middle of a paste: it takes longer than a paste may.

    What is left, tens of thousands of tests and what came of them, is not looked through again.
    """
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; the test is skipped where there is none, unless BROWSER=required."""
    found = found_chromium()
    if found is None:
        if os.environ.get("BROWSER") == "required":
            pytest.fail("BROWSER=required, and no Chromium was found")
        pytest.skip("no Chromium on this machine: install the package chromium")
    return found


@pytest.fixture(scope="session")
def playwright(chromium):
    """What drives the browser: there can be one of it at a time."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def site():
    """The address of the real server, started for these tests.

    It has searched once: a process makes its index then, and on a busy machine that takes so long
    that htmx gives up.
    """
    with served(env={"WORKERS": "1"}) as (origin, _):
        urlopen(f"{origin}/search/", b"words=key", timeout=60).close()  # noqa: S310 - our own
        yield origin


@pytest.fixture(scope="session")
def browser(chromium, playwright):
    options = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
    launched = playwright.chromium.launch(executable_path=chromium, args=options)
    yield launched
    launched.close()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def page(request, browser, site):
    yield from watched_page(browser, site, java_script_enabled=request.param.startswith("with "))


@pytest.fixture
def script_page(browser, site):
    yield from watched_page(browser, site)


@pytest.fixture
def plain_page(browser, site):
    """A browser without JavaScript."""
    yield from watched_page(browser, site, java_script_enabled=False)


def rule(strength="certain", **clauses) -> Rule:
    """`rule("likely", status__is="401", message__contains=("a", "b"))`"""
    made = []
    for name, values in clauses.items():
        fact, _, test = name.partition("__")
        made.append(Clause(fact, test, values if isinstance(values, tuple) else (values,)))
    return Rule(strength, tuple(made))


def problem(name: str, *rules: Rule, **fields) -> Problem:
    """A made-up problem; every field that a test does not care about is filled in."""
    whole = {
        "title": name.capitalize(),
        "codes": (),
        "says": (),
        "sender": "api",
        "acts": ("integrator",),
        "retry": "after-fix",
        "customer": "Nothing was charged.",
        "checks": (),
        "last_resort": (),
        "source": (),
        "related": (),
        "meaning": "It is made up.",
        "sections": (),
        **fields,
    }
    return Problem(id=name, match=rules, **whole)
