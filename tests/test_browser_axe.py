"""axe-core over every page in every state: light and dark, narrow and wide, with and without a script."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.routes import PAGES, Shown, name_of, visit

pytestmark = pytest.mark.browser

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
WHOLE = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
"""What can differ between light and dark: the rest of the page is the same."""
LOOKS = [(1280, "light", WHOLE), (1280, "dark", COLOURS), (320, "dark", WHOLE)]
WITHOUT_SCRIPT = [page for page in PAGES if page.route in ("entry", "problem", "paste", "question")]


@pytest.fixture(scope="module")
def scripted(browser, site):
    yield from one_page(browser, site)


@pytest.fixture(scope="module")
def plain(browser, site):
    """A page without our scripts. axe is a script: where none may run, it never ends."""
    for opened in one_page(browser, site):
        opened.route("**/*.js", lambda route: route.abort())
        yield opened


def one_page(browser, site, **options):
    """One page for all tests: a browser opens it faster than a new one."""
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def violations(page: Page, options: dict) -> list[tuple[str, list[str]]]:
    """What axe finds: the rule, and the elements that break it."""
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


def look(page: Page, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)


@pytest.mark.parametrize("seen", PAGES, ids=name_of)
def test_axe_finds_nothing(seen: Shown, scripted):
    look(scripted, 1280, "light")
    visit(scripted, seen)
    scripted.evaluate(AXE_SCRIPT)
    found = {}
    for width, scheme, options in LOOKS:
        look(scripted, width, scheme)
        found[width, scheme] = violations(scripted, options)
    assert {how: what for how, what in found.items() if what} == {}


@pytest.mark.parametrize("seen", WITHOUT_SCRIPT, ids=name_of)
def test_axe_finds_nothing_without_javascript(seen: Shown, plain):
    visit(plain, seen)
    plain.evaluate(AXE_SCRIPT)
    assert violations(plain, WHOLE) == []


def test_axe_finds_what_is_planted(scripted):
    look(scripted, 320, "light")
    scripted.goto("/")
    scripted.evaluate(
        """() => {
          const main = document.querySelector("main");
          main.insertAdjacentHTML("beforeend", "<img src='/favicon.ico'><div><a href='#a'>a</a></div>");
          const pale = document.createElement("p");
          pale.textContent = "too pale";
          pale.style.color = "#bbb";
          main.append(pale);
          for (const size of [0, 1]) {
            const small = main.appendChild(document.createElement("button"));
            small.textContent = "x";
            small.style.cssText = "min-height:0;height:9px;width:9px;padding:0;font-size:7px";
          }
        }"""
    )
    scripted.evaluate(AXE_SCRIPT)
    rules = {rule for rule, _ in violations(scripted, WHOLE)}
    assert {"image-alt", "color-contrast", "target-size"} <= rules
