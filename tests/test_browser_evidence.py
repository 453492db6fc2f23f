"""The pasted text on the page of its answer, in a real Chromium."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import LONG, paste

pytestmark = pytest.mark.browser


def test_a_long_paste_shows_what_decided_and_the_keyboard_opens_the_rest(page):
    paste(page, LONG)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    for mark in page.locator("mark").all():
        expect(mark).to_be_visible()
    evidence = page.get_by_role("region", name="Your text, with the places marked")
    folds = evidence.locator("summary")
    assert re.fullmatch(r"8\d more lines: 1 to 8\d", folds.first.inner_text())
    assert re.fullmatch(r"[\d,]{6} more characters of lines 191 to 278", folds.last.inner_text())
    quiet = evidence.get_by_text("order acme-0 saved").first
    expect(quiet).not_to_be_visible()
    page.locator(".reasons a").last.focus()
    page.keyboard.press("Tab")
    expect(folds.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(quiet).to_be_visible()


def test_a_number_beside_the_text_leads_to_its_place(page):
    paste(page, LONG)
    expect(page.get_by_role("heading", name="Also in this text")).to_be_visible()
    link = page.locator(".reasons a[href^='#mark-']").last
    mark = page.locator((link.get_attribute("href") or "").strip())
    link.click()
    expect(mark).to_be_in_viewport()


def test_the_text_can_be_selected_whole_when_its_folds_are_open(script_page):
    paste(script_page, LONG)
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    parts = script_page.locator(".evidence pre").all_text_contents()
    assert "".join(parts) == LONG
    for fold in script_page.locator(".evidence summary").all():
        fold.click()
    script_page.evaluate("getSelection().selectAllChildren(document.querySelector('.evidence'))")
    selected = script_page.evaluate("getSelection().toString()")
    at = [
        selected.index(words) for words in ("acme-0 saved", "acme-89 saved", "401 Un", "Captured")
    ]
    assert at == sorted(at)


def test_on_paper_a_fold_is_its_head_alone(script_page):
    paste(script_page, LONG)
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    fold = script_page.locator(".evidence details").first
    fold.locator("summary").click()
    expect(fold.locator("pre")).to_be_visible()
    script_page.emulate_media(media="print")
    expect(fold.locator("summary")).to_be_visible()
    expect(fold.locator("pre")).not_to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_a_long_answer_with_open_folds_fits_and_axe_finds_nothing(width, scheme, browser, site):
    context = browser.new_context(
        base_url=site, color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    opened = context.new_page()
    paste(opened, LONG)
    expect(opened.get_by_role("heading", level=1)).to_be_focused()
    for fold in opened.locator(".evidence summary").all():
        fold.click()
    found = Axe().run(opened).response["violations"]
    wide = opened.evaluate("document.documentElement.scrollWidth")
    inside = opened.evaluate(
        "(e => e.scrollWidth - e.clientWidth)(document.querySelector('.evidence'))"
    )
    context.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
    assert wide <= width
    assert inside <= 0
