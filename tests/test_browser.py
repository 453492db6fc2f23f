"""The site in a real Chromium: the real server, the real static files, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import PASTE, SECRET, paste

pytestmark = pytest.mark.browser


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
    box = page.get_by_label("Error response")
    expect(box).to_have_attribute("aria-invalid", "true")
    expect(box).to_have_accessible_description(re.compile("Paste an error response, or"))
    expect(page.locator("#paste-error")).to_be_visible()
    expect(page.locator("#paste-error")).to_contain_text("Paste an error response, or")


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
