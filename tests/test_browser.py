"""The site in a real Chromium: the real server, the real static files, with and without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import PASTE, SECRET, paste

pytestmark = pytest.mark.browser

SCRIPTED = (
    *("Copy link", "Copy as reply", "Copy for support", "Print"),
    *("Copy the reply", "Copy the Markdown"),
    "A text file can be dropped here. Your browser reads it.",
)
PAGES = [
    "/",
    "/?example=order-not-found",
    "/vote/?problem=http-401&solved=yes",
    "/vote/?problem=http-401&solved=no",
    "/search/",
    "/result/?found=invalid-subscription-key&status=401&sure=certain",
    "/result/",
    "/errors/",
    "/errors/?status=401",
    "/errors/merchant-deactivated/",
    "/errors/http-401/?done=token-is-bearer",
    "/checks/",
    "/checks/keys-match-server/",
    "/guide/",
    "/guide/map/",
    "/codes/",
    "/codes/http/401/",
    "/support-text/?problem=http-401",
    "/privacy/",
    "/about/",
    "/accessibility/",
    "/no-such-page/",
]


def test_after_a_paste_the_address_is_the_safe_link_and_the_focus_on_the_answer(script_page):
    paste(script_page, f"Ocp-Apim-Subscription-Key: {SECRET}\n\n{PASTE}")
    heading = script_page.get_by_role("heading", level=1)
    expect(heading).to_be_focused()
    assert script_page.title().startswith("This is: Subscription key not accepted")
    assert script_page.url.endswith(
        "/result/?found=invalid-subscription-key.http-401&status=401&sure=certain"
    )
    assert SECRET not in script_page.content()
    script_page.reload()
    expect(script_page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    script_page.go_back()
    expect(script_page.get_by_label("Error response")).to_have_value("")


def test_an_empty_paste_says_what_to_do(page):
    paste(page, " ")
    summary = page.locator(".error-summary")
    expect(summary).to_contain_text("There is a problem")
    assert page.title().startswith("Error: ")


def test_the_guide_leads_to_a_problem_and_keeps_answers_when_one_is_changed(page):
    page.goto("/guide/")
    for answer in ("An HTTP status", "401", "Access denied due to missing"):
        page.get_by_role("radio", name=re.compile(answer)).first.check()
        page.get_by_role("button", name="Continue").click()
    expect(page.get_by_text("Because you answered")).to_be_visible()
    assert "/errors/missing-subscription-key/" in page.url
    page.get_by_role("link", name=re.compile("^Change")).nth(1).click()
    expect(page.get_by_role("radio", name=re.compile("401"))).to_be_checked()
    assert "said-401=" in page.url


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_the_same_without_javascript(path, browser, site):
    said = []
    for enabled in (True, False):
        context = browser.new_context(base_url=site, java_script_enabled=enabled)
        opened = context.new_page()
        opened.goto(path)
        said.append(opened.locator("main").inner_text())
        assert opened.locator("h1").count() == 1
        context.close()
    buttons = ("Copy the link", "Copy the text", "Update the link", *SCRIPTED)
    with_script, without = (
        [line for line in text.split("\n") if line not in buttons] for text in said
    )
    assert [line for line in with_script if line.strip()] == [
        line for line in without if line.strip()
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(path, scheme, browser, site):
    context = browser.new_context(base_url=site, color_scheme=scheme)
    opened = context.new_page()
    opened.goto(path)
    found = Axe().run(opened).response["violations"]
    context.close()
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


def test_axe_finds_nothing_on_an_answer(script_page):
    paste(script_page, PASTE)
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    found = Axe().run(script_page).response["violations"]
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_a_narrow_screen_is_never_scrolled_sideways(path, browser, site):
    context = browser.new_context(base_url=site, viewport={"width": 320, "height": 640})
    opened = context.new_page()
    opened.goto(path)
    wide = opened.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert wide <= 320
