"""The paste box in a real Chromium: files, examples, slow and lost answers."""

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import PASTE, SECRET, paste

pytestmark = pytest.mark.browser

BOX = "Error response"
DROP = """([text, size]) => {
  const held = new DataTransfer();
  held.items.add(new File([text.repeat(size)], "error.log", { type: "text/plain" }));
  for (const kind of ["dragover", "drop"]) {
    const event = new DragEvent(kind, { dataTransfer: held, bubbles: true, cancelable: true });
    document.getElementById("paste").dispatchEvent(event);
  }
}"""
COPIED = """(text) => {
  const held = new DataTransfer();
  held.setData("text/plain", text);
  const event = new ClipboardEvent("paste", { clipboardData: held, bubbles: true });
  document.body.dispatchEvent(event);
}"""


@pytest.fixture
def entry(script_page):
    """The start page, and a list of the forms that it sends."""
    script_page.goto("/")
    script_page.sent = []
    script_page.on("request", lambda request: script_page.sent.append(request.post_data))
    return script_page


def test_a_file_that_is_dropped_lands_in_the_box_and_is_not_sent(entry):
    entry.evaluate(DROP, [PASTE, 1])
    expect(entry.get_by_label(BOX)).to_have_value(PASTE)
    expect(entry.get_by_label(BOX)).to_be_focused()
    expect(entry.locator("#announcement")).to_have_text("The text of the file is in the box")
    assert not any(entry.sent)


@pytest.mark.parametrize(
    ("text", "size", "says"),
    [("x", 70_000, "The file is 69 KiB. Paste up to 64 KiB"), ("a\0b", 1, "not a text")],
    ids=["too long", "not a text"],
)
def test_a_file_that_cannot_be_read_is_told_and_leaves_the_box_alone(text, size, says, entry):
    entry.get_by_label(BOX).fill("before")
    entry.evaluate(DROP, [text, size])
    expect(entry.locator(".error-summary")).to_contain_text(says)
    expect(entry.locator(".error-summary")).to_be_focused()
    assert entry.title().startswith("Error: ")
    expect(entry.get_by_label(BOX)).to_have_value("before")
    entry.evaluate(DROP, [PASTE, 1])
    expect(entry.locator(".error-summary")).to_have_count(0)


def test_what_is_pasted_beside_the_box_lands_in_it(entry):
    entry.evaluate(COPIED, PASTE)
    expect(entry.get_by_label(BOX)).to_have_value(PASTE)
    expect(entry.get_by_label(BOX)).to_be_focused()


def test_an_example_is_in_the_box_and_its_secrets_are_not_in_the_answer(page):
    page.goto("/")
    page.locator(".examples a").first.click()
    assert page.url.endswith("/?example=invalid-subscription-key")
    expect(page.get_by_label(BOX)).to_have_value(re.compile(SECRET))
    page.get_by_role("button", name="Explain this error").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    expect(page.get_by_text("1 × access token, 1 × subscription key")).to_be_visible()
    assert SECRET not in page.content()


def test_a_slow_answer_is_announced_and_the_button_keeps_the_focus(entry):
    waiting = []
    entry.route("**/paste/", lambda route: waiting.append(route))
    entry.get_by_label(BOX).fill(PASTE)
    button = entry.get_by_role("button", name="Explain this error")
    button.press("Enter")
    expect(entry.locator("#announcement")).to_have_text("Working…")
    expect(entry.locator("#main")).to_have_attribute("aria-busy", "true")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_be_focused()
    waiting[0].continue_()
    expect(entry.get_by_role("heading", level=1)).to_be_focused()
    expect(entry.locator("#main")).to_have_attribute("aria-busy", "false")


def cut_off(route):
    route.abort()


def from_a_proxy(route):
    route.fulfill(status=502, body="<h1>Bad gateway</h1>", content_type="text/html")


@pytest.mark.parametrize("fault", [cut_off, from_a_proxy])
def test_an_answer_that_is_lost_is_told_and_the_text_can_be_sent_without_htmx(fault, browser, site):
    context = browser.new_context(base_url=site)
    context.set_default_timeout(10_000)
    entry = context.new_page()
    entry.goto("/")
    entry.route("**/paste/", fault)
    entry.get_by_label(BOX).fill(PASTE)
    entry.get_by_role("button", name="Explain this error").click()
    summary = entry.locator(".error-summary")
    expect(summary).to_contain_text("The site did not answer")
    expect(summary).to_be_focused()
    expect(entry.get_by_label(BOX)).to_have_value(PASTE)
    entry.unroute("**/paste/")
    summary.get_by_role("button", name="Send it again").click()
    expect(entry.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    context.close()


def test_a_fault_of_the_site_is_shown_above_the_page_and_the_text_stays(script_page):
    paste(script_page, "x" * 70_000)
    summary = script_page.locator(".error-summary")
    expect(summary).to_be_focused()
    expect(summary).to_contain_text("The text is too long")
    expect(summary).to_contain_text("Your text is still in the box")
    expect(script_page.get_by_label(BOX)).to_have_value("x" * 70_000)
    script_page.get_by_label(BOX).fill(PASTE)
    script_page.get_by_role("button", name="Explain this error").click()
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    expect(summary).to_have_count(0)


def test_the_browser_keeps_no_snapshot_of_the_answer_and_back_and_forward_are_right(script_page):
    paste(script_page, f"Ocp-Apim-Subscription-Key: {SECRET}\n{PASTE}")
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    kept = script_page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    assert "Access denied" not in kept
    script_page.go_back()
    expect(script_page.get_by_label(BOX)).to_have_value("")
    script_page.go_forward()
    expect(script_page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    expect(script_page.get_by_text("This page was made again from its link")).to_be_visible()
    assert script_page.locator(".evidence").count() == 0


def test_back_and_forward_begin_at_the_top_wherever_the_page_was_left(script_page):
    paste(script_page, PASTE)
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    for leave in (script_page.go_back, script_page.go_forward):
        script_page.evaluate("scrollTo({top: 600, behavior: 'instant'})")
        leave()
        expect(script_page.locator("html")).to_have_js_property("scrollTop", 0)
        expect(script_page.get_by_role("heading", level=1)).to_be_in_viewport()
