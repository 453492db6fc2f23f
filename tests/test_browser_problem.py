"""The problem page and what leads to it in a real Chromium: ticks, copies, votes, paper, keyboard."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browsing import PASTE, paste, tab_to
from troubleshooter.knowledge import knowledge

pytestmark = pytest.mark.browser

PROBLEM = "/errors/order-not-found/"
LONGEST = sorted(
    knowledge().problems.values(), key=lambda each: len(each.checks + each.last_resort)
)[-3:]
IN_FOCUS = "document.activeElement"
CLIPBOARD = "navigator.clipboard.readText()"


def test_a_paste_leads_to_ticks_that_a_clean_browser_shows_too(page, browser, site):
    paste(page, PASTE)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    assert page.locator("mark").count() > 0
    page.get_by_role("link", name="Open the checklist").click()
    for box in page.get_by_role("checkbox", name="Done").all()[:3]:
        box.check()
    save = page.get_by_role("button", name="Update the link")
    if save.is_visible():
        save.click()
    expect(page.get_by_text(re.compile(r"3 of \d+ done"))).to_be_visible()
    link = page.get_by_label("Link to this page with your ticks").input_value()

    clean = browser.new_context().new_page()
    clean.goto(link)
    assert clean.url == link
    ticked = [box.is_checked() for box in clean.get_by_role("checkbox", name="Done").all()]
    assert ticked[:3] == [True, True, True]
    assert not any(ticked[3:])
    clean.context.close()


def test_the_link_is_copied_with_one_press(script_page):
    script_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    paste(script_page, PASTE)
    script_page.locator(".share").get_by_role("button", name="Copy link").click()
    expect(script_page.get_by_role("button", name="Copied")).to_be_visible()
    copied = script_page.evaluate("navigator.clipboard.readText()")
    assert copied == script_page.get_by_label("Link to this result").input_value()
    assert "/result/?" in copied


@pytest.mark.parametrize(
    ("button", "begins"),
    [
        ("Copy link", "http://127.0.0.1:"),
        ("Copy reply", "No payment with this id under these keys"),
        ("Copy text for support", "Subject: "),
    ],
)
def test_what_is_copied_holds_the_ticks_of_the_moment(button, begins, script_page):
    script_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    script_page.goto(PROBLEM)
    script_page.get_by_role("checkbox", name="Done").first.check()
    expect(script_page.locator(".progress")).to_have_text("1 of 3 done")
    script_page.locator(".copy").get_by_role("button", name=button).click()
    expect(script_page.get_by_role("button", name="Copied")).to_be_visible()
    copied = script_page.evaluate(CLIPBOARD)
    assert copied.startswith(begins)
    assert "/errors/order-not-found/?done=order-id-exact" in copied


def test_from_paste_to_a_copied_reply_with_the_keyboard_alone(script_page):
    script_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    keyboard = script_page.keyboard
    script_page.goto("/")
    keyboard.press("Tab")
    expect(script_page.get_by_role("link", name="Skip to the content")).to_be_focused()
    tab_to(script_page, f"{IN_FOCUS}.id === 'paste'", most=12)
    keyboard.insert_text(PASTE)
    keyboard.press("Control+Enter")
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    tab_to(script_page, f"{IN_FOCUS}.textContent === 'Open the checklist'")
    keyboard.press("Enter")
    script_page.wait_for_url("**/errors/**")
    tab_to(script_page, f"{IN_FOCUS}.name === 'done'")
    keyboard.press("Space")
    expect(script_page.locator(".progress")).to_have_text(re.compile(r"1 of \d+ done"))
    assert script_page.evaluate(f"{IN_FOCUS}.name") == "done"
    assert "done=" in script_page.url
    tab_to(script_page, f"{IN_FOCUS}.textContent === 'Reply for a ticket'")
    keyboard.press("Enter")
    tab_to(script_page, f"{IN_FOCUS}.textContent === 'Copy Markdown'")
    keyboard.press("Enter")
    expect(script_page.get_by_role("button", name="Copied")).to_be_focused()
    assert "- [x] " in script_page.evaluate(CLIPBOARD)


def test_what_is_unfolded_stays_so_when_a_check_is_ticked(script_page):
    script_page.goto(PROBLEM)
    script_page.get_by_text("Reply for a ticket").click()
    script_page.get_by_role("checkbox", name="Done").first.check()
    expect(script_page.locator(".progress")).to_have_text("1 of 3 done")
    expect(script_page.get_by_label("As plain text")).to_have_value(re.compile(r"\[x\] "))
    expect(script_page.get_by_label("As plain text")).to_be_visible()


def test_what_is_written_into_the_text_for_support_survives_a_tick_and_is_sent_nowhere(script_page):
    script_page.goto(PROBLEM)
    script_page.locator("#letter summary").click()
    letter = script_page.get_by_role("textbox", name="Text for support")
    sent = []
    script_page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    letter.fill("MSN: 654321")
    script_page.get_by_role("checkbox", name="Done").first.check()
    expect(script_page.locator(".progress")).to_have_text("1 of 3 done")
    expect(letter).to_have_value("MSN: 654321")
    assert sent
    assert "654321" not in "".join(sent)


def test_when_everything_is_checked_the_way_on_is_shown(page):
    checks = knowledge().problems["order-not-found"].checks
    page.goto(f"{PROBLEM}?done={'.'.join(checks)}")
    expect(page.get_by_text("3 of 3 done")).to_be_visible()
    bar = page.get_by_role("progressbar", name="3 of 3 done")
    assert bar.evaluate("e => e.value / e.max") == 1
    page.get_by_role("link", name="write to support").click()
    expect(page.get_by_role("heading", name="Still failing?")).to_be_in_viewport()


@pytest.mark.parametrize(
    ("said", "heading"), [("Yes", "Thank you"), ("No", "Not solved yet")], ids=["yes", "no"]
)
def test_a_vote_is_answered_in_its_place(said, heading, script_page):
    script_page.goto(PROBLEM)
    script_page.get_by_role("group", name="Did this solve it?").get_by_text(said).click()
    expect(script_page.get_by_role("heading", name=heading)).to_be_focused()
    assert script_page.url.endswith(PROBLEM)
    assert Axe().run(script_page).response["violations"] == []


@pytest.mark.parametrize(
    ("said", "heading"), [("Yes", "Thank you"), ("No", "Not solved yet")], ids=["yes", "no"]
)
def test_without_javascript_a_vote_is_answered_by_a_page_with_an_address(said, heading, plain_page):
    plain_page.goto(f"{PROBLEM}?done=order-id-exact")
    plain_page.get_by_role("group", name="Did this solve it?").get_by_text(said).click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text(heading)
    assert "/vote/?done=order-id-exact&problem=order-not-found" in plain_page.url
    letters = plain_page.get_by_role("textbox", name="Text for support")
    assert letters.count() == (said == "No")
    plain_page.get_by_role("link", name="Back").click()
    assert plain_page.url.endswith(f"{PROBLEM}?done=order-id-exact")


def test_a_vote_on_an_answer_leaves_the_answer_where_it_is(script_page):
    paste(script_page, PASTE)
    script_page.get_by_role("group", name="Did this solve it?").get_by_text("No").click()
    expect(script_page.get_by_role("heading", name="Not solved yet")).to_be_focused()
    assert script_page.locator(".evidence").count() == 1


@pytest.mark.parametrize("ticked", [0, 2])
@pytest.mark.parametrize("problem", LONGEST, ids=lambda each: each.id)
def test_a_problem_with_its_ticks_is_at_most_two_sheets_of_paper(problem, ticked, script_page):
    script_page.goto(f"/errors/{problem.id}/?done={'.'.join(problem.checks[:ticked])}")
    sheets = script_page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", sheets)) in (1, 2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_ticks_are_signs_and_nothing_is_there_to_press(scheme, script_page):
    script_page.goto("/errors/http-401/?done=token-is-bearer&na=product-active")
    script_page.emulate_media(media="print", color_scheme=scheme)
    signs = script_page.evaluate(
        "Array.from(document.querySelectorAll('.ticks label'),"
        " label => getComputedStyle(label, '::before').content)"
    )
    assert signs.count('"☑"') == 2
    assert signs.count('"☐"') == len(signs) - 2
    for each in script_page.locator("button, nav, progress, input").all():
        expect(each).not_to_be_visible()
    expect(script_page.get_by_label("Link to this page with your ticks")).to_be_visible()
    colours = script_page.evaluate(
        "(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_a_vote_that_is_lost_can_be_sent_without_htmx(script_page):
    script_page.goto(PROBLEM)
    script_page.route("**/vote/", lambda route: route.fulfill(status=502, body="Bad gateway"))
    script_page.get_by_role("group", name="Did this solve it?").get_by_text("Yes").click()
    expect(script_page.locator(".error-summary")).to_be_focused()
    script_page.unroute("**/vote/")
    script_page.get_by_role("button", name="Send it again").click()
    expect(script_page.get_by_role("heading", level=1)).to_have_text("Thank you")
