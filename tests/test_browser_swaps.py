"""After whatever htmx puts in its place, the focus is on something that makes sense, never on the body."""

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import PASTE, tab_to

pytestmark = pytest.mark.browser

PROBLEM = "/errors/order-not-found/"
IN_FOCUS = "document.activeElement"
WATCH = """() => {
  window.focused = [];
  document.addEventListener("htmx:afterSettle", () => setTimeout(() => {
    const {tagName, id, name} = document.activeElement;
    window.focused.push(`${tagName.toLowerCase()} ${id || name || ""}`.trim());
  }));
}"""
"""Notes what has the focus when each swap is over, after the site's own script has seen to it."""


def type_paste(page: Page, text: str) -> None:
    tab_to(page, f"{IN_FOCUS}.id === 'paste'", most=12)
    page.keyboard.insert_text(text)
    page.keyboard.press("Control+Enter")


def pasted(page: Page) -> None:
    type_paste(page, PASTE)


def empty(page: Page) -> None:
    type_paste(page, " ")


def too_long(page: Page) -> None:
    type_paste(page, "x" * 70_000)


def ticked(page: Page) -> None:
    tab_to(page, f"{IN_FOCUS}.name === 'done'")
    page.keyboard.press("Space")


def filtered(page: Page) -> None:
    tab_to(page, f"{IN_FOCUS}.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    tab_to(page, f"{IN_FOCUS}.id === 'status'")
    page.keyboard.type("404")


def searched(page: Page) -> None:
    tab_to(page, f"{IN_FOCUS}.id === 'words'")
    page.keyboard.type("amount")


def sent_search(page: Page) -> None:
    searched(page)
    page.keyboard.press("Enter")


def pressed_search(page: Page) -> None:
    searched(page)
    tab_to(page, f"{IN_FOCUS}.matches('.search button')")
    page.keyboard.press("Enter")


def pasted_into_search(page: Page) -> None:
    tab_to(page, f"{IN_FOCUS}.id === 'words'")
    page.keyboard.insert_text(PASTE)


def voted(page: Page) -> None:
    tab_to(page, f"{IN_FOCUS}.name === 'solved'", most=120)
    page.keyboard.press("Enter")


SWAPS = {
    "a paste": ("/", pasted, "h1"),
    "an empty paste": ("/", empty, "div"),
    "a fault": ("/", too_long, "div"),
    "a tick": (PROBLEM, ticked, "input done-order-id-exact"),
    "a filter": ("/errors/", filtered, "select status"),
    "a search in the list": ("/errors/", searched, "input words"),
    "a search": ("/search/", searched, "input words"),
    "a search that is sent": ("/search/", sent_search, "input words"),
    "a search by its button": ("/search/", pressed_search, "button"),
    "a paste in the search box": ("/search/", pasted_into_search, "h1"),
    "a vote": (PROBLEM, voted, "h2 voted"),
}
"""Where it begins, what is done by keyboard alone, and what has the focus after it."""


def after_a_swap(page: Page) -> list[str]:
    """What had the focus, after each swap there was; waits for the first. The CSP forbids to wait in it."""
    for _ in range(100):
        page.wait_for_load_state("networkidle")
        if focused := page.evaluate("focused"):
            return focused
        page.wait_for_timeout(100)
    raise AssertionError("nothing was swapped")


@pytest.mark.parametrize("swap", SWAPS)
def test_after_a_swap_the_focus_is_on_something_that_makes_sense(swap, script_page):
    start, do, there = SWAPS[swap]
    script_page.goto(start)
    script_page.evaluate(WATCH)
    do(script_page)
    focused = after_a_swap(script_page)
    assert not [each for each in focused if each.startswith(("body", "html"))]
    assert focused[-1] == there
    expect(script_page.locator("#main")).not_to_have_attribute("aria-busy", "true")


def test_the_watch_sees_a_focus_that_is_lost(script_page):
    script_page.goto(PROBLEM)
    script_page.evaluate(
        "document.addEventListener('htmx:afterSettle', () => document.activeElement.blur())"
    )
    script_page.evaluate(WATCH)
    ticked(script_page)
    assert set(after_a_swap(script_page)) == {"body"}
