"""The guide, its map, the lists and the search in a real Chromium, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import PASTE

pytestmark = pytest.mark.browser

ON_THE_WAY = "/guide/map/?status=401&symptom=status"


def press_until(page: Page, is_there: str, key: str = "Tab", most: int = 80) -> None:
    """Press a key until the focused element `e` is the one that is meant."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(f"(e => {is_there})(document.activeElement)"):
            return
    raise AssertionError(f"never reached by {key}: {is_there}")


def choose(page: Page, answer: str) -> None:
    """Choose an answer and go on, by keyboard alone."""
    press_until(page, "e.type === 'radio'")
    radios = page.get_by_role("radio")
    at = [radio.get_attribute("value") for radio in radios.all()].index(answer)
    here = page.evaluate("document.activeElement.value")
    for _ in range([radio.get_attribute("value") for radio in radios.all()].index(here), at):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(f"#answer-{answer}")).to_be_checked()
    press_until(page, "e.textContent === 'Continue'")
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_guide_goes_to_its_end_and_back_by_keyboard_alone(page):
    page.goto("/guide/")
    assert page.title().startswith("What do you see?")
    expect(page.get_by_text("Question 1 of at most 5")).to_be_visible()
    for answer in ("status", "401", "missing-key"):
        choose(page, answer)
    assert "/errors/missing-subscription-key/?" in page.url
    press_until(page, "e.textContent.startsWith('Change the answer to: Which HTTP status')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("radio", checked=True)).to_have_attribute("value", "401")
    choose(page, "404")
    expect(page.get_by_role("heading", level=1)).to_contain_text("404")
    assert "said-401=missing-key" in page.url
    press_until(page, "e.textContent === 'Back'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("radio", checked=True)).to_have_attribute("value", "404")


def test_without_an_answer_the_focus_is_on_what_is_wrong(page):
    page.goto("/guide/")
    page.get_by_role("button", name="Continue").click()
    expect(page.locator(".error-summary")).to_be_focused()
    assert page.title().startswith("Error: ")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("radio").first).to_be_focused()


def test_the_map_is_reached_from_a_question_with_the_answers_marked(page):
    page.goto("/guide/said-401/?status=401&symptom=status")
    page.get_by_role("link", name="Map of all questions, with your answers marked").click()
    assert page.url.endswith(ON_THE_WAY)
    drawing = page.get_by_role("region", name="Drawing")
    expect(drawing.get_by_role("link", name="✓ 401 Unauthorized →")).to_be_visible()
    expect(page.get_by_text("✓ You answered:")).to_have_count(2)
    page.get_by_role("link", name="Continue the questions").click()
    assert "/guide/said-401/?" in page.url


def test_the_boxes_of_a_map_lead_on_by_keyboard(page):
    page.goto("/guide/map/?of=said-401")
    press_until(page, "e.closest('svg')")
    expect(page.locator("svg a").first).to_be_focused()
    press_until(page, "e.matches('.problem')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/errors/" in page.url
    expect(page.get_by_text("Because you answered")).to_be_visible()


def test_a_box_that_says_see_there_leads_to_the_one_that_is_meant(page):
    page.goto("/guide/map/")
    again = page.locator("svg a.again").first
    meant = again.get_attribute("href")
    again.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"svg a{meant}")).to_be_in_viewport()


def test_a_map_opens_at_the_last_answer(script_page):
    script_page.goto("/guide/map/?said-401=missing-key&status=401&symptom=status")
    last = script_page.locator("svg a.taken").last
    expect(last).to_contain_text("✓")
    inside = script_page.evaluate(
        """() => {
            const box = [...document.querySelectorAll("svg a.taken")].pop().getBoundingClientRect();
            const frame = document.querySelector(".drawing").getBoundingClientRect();
            const across = box.left >= frame.left && box.right <= frame.right;
            return across && box.top >= frame.top && box.bottom <= frame.bottom;
        }"""
    )
    assert inside
    assert script_page.evaluate("scrollY") == 0


def test_without_a_script_a_link_leads_to_the_last_answer(plain_page):
    plain_page.goto("/guide/map/?said-401=missing-key&status=401&symptom=status")
    plain_page.get_by_role("link", name="Show your last answer").click()
    expect(plain_page.locator("svg a.taken").last).to_be_in_viewport(ratio=0.9)


def test_the_text_of_every_box_stays_inside_of_it(script_page):
    for path in ("/guide/map/", ON_THE_WAY, "/guide/map/?of=said-400"):
        script_page.goto(path)
        outside = script_page.evaluate(
            """[...document.querySelectorAll("svg a")].filter((a) => {
                const [box, text] = [a.querySelector("rect"), a.querySelector("text")]
                    .map((each) => each.getBoundingClientRect());
                return text.right > box.right || text.bottom > box.bottom || text.top < box.top;
            }).map((a) => a.textContent)"""
        )
        assert outside == []


def test_the_map_can_be_looked_at_in_other_sizes(page):
    page.goto("/guide/map/")
    usual = page.locator("svg").bounding_box()["width"]
    page.get_by_role("link", name="Small").click()
    assert page.locator("svg").bounding_box()["width"] < usual
    expect(page.get_by_role("link", name="Small")).to_have_attribute("aria-current", "true")


def test_a_search_by_keyboard_keeps_the_focus_in_the_box_and_says_how_many(script_page):
    script_page.goto("/search/")
    press_until(script_page, "e.id === 'words'")
    script_page.keyboard.type("subscription kye")
    expect(script_page.locator("#found")).to_have_text(re.compile(r"^\d+ errors found$"))
    expect(script_page.locator("#announcement")).to_have_text(re.compile(r"^\d+ errors found$"))
    expect(script_page.locator("#words")).to_be_focused()
    assert "kye" not in script_page.url
    press_until(script_page, "e.matches('#list a')")
    script_page.keyboard.press("Enter")
    script_page.wait_for_url("**/errors/**")


def test_while_a_search_is_under_way_the_button_and_the_status_line_say_so(script_page):
    script_page.goto("/search/")
    held = []
    script_page.route("**/search/", lambda route: held.append(route))
    script_page.locator("#words").fill("subscription key")
    expect(script_page.locator(".search .busy")).to_have_css("opacity", "1")
    expect(script_page.locator("#announcement")).to_have_text("Searching …")
    expect(script_page.get_by_role("button", name="Search", exact=True)).to_be_visible()
    held[0].continue_()
    expect(script_page.locator("#found")).to_have_text(re.compile(r"^\d+ errors found$"))
    expect(script_page.locator(".search .busy")).to_have_css("opacity", "0")
    assert script_page.title().startswith("Found – Search – ")


def test_words_to_try_are_searched_for_by_one_press(page):
    page.goto("/search/")
    page.get_by_role("button", name="capture too high").click()
    expect(page.locator("#words")).to_have_value("capture too high")
    expect(page.locator("#list li").first).to_contain_text("Capture is higher")


def test_the_jumps_of_a_list_are_folded_on_a_phone_and_open_on_a_wide_screen(page):
    jump = page.get_by_role("navigation", name="Families of codes").get_by_role(
        "link", name="Report API"
    )
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto("/codes/")
    expect(jump).to_be_hidden()
    page.locator("nav.jumps summary").click()
    expect(jump).to_be_visible()
    page.set_viewport_size({"width": 768, "height": 900})
    page.reload()
    expect(jump).to_be_visible()
    expect(page.locator("nav.jumps summary")).to_be_hidden()
    press_until(page, "e.textContent.startsWith('Report API')")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Report API")).to_be_in_viewport()


def test_a_search_that_finds_nothing_says_what_helps(page):
    page.goto("/search/")
    page.locator("#words").fill("xylophone")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="No error found")).to_be_visible()
    expect(page.get_by_role("link", name="Paste the whole error")).to_be_visible()


def test_a_paste_in_the_search_box_becomes_an_answer_with_focus_title_and_address(script_page):
    script_page.goto("/search/")
    script_page.locator("#words").fill(PASTE)
    heading = script_page.get_by_role("heading", level=1)
    expect(heading).to_have_text("This is: Subscription key not accepted")
    expect(heading).to_be_focused()
    assert script_page.title().startswith("This is: Subscription key not accepted")
    assert "/result/?found=" in script_page.url
    expect(script_page.locator("main")).to_have_count(1)
    script_page.go_back()
    expect(script_page.get_by_role("heading", level=1)).to_have_text("Search")
    expect(script_page.locator("#words")).to_have_value("")


def test_the_list_of_errors_is_searched_filtered_and_given_back_in_its_place(script_page):
    script_page.goto("/errors/")
    found = script_page.locator("#found")
    all_of_them = found.inner_text()
    script_page.get_by_text("Narrow the list down").click()
    script_page.get_by_label("HTTP status").focus()
    script_page.keyboard.type("404")
    expect(found).not_to_have_text(all_of_them)
    expect(script_page.get_by_label("HTTP status")).to_be_focused()
    script_page.wait_for_url("**/errors/?status=404")
    expect(found).to_contain_text("404 Not Found")
    assert script_page.title().startswith(found.inner_text())
    script_page.locator("#words").press_sequentially("amount", delay=30)
    expect(found).to_have_text(re.compile("found"))
    expect(script_page.get_by_label("HTTP status")).to_have_value("")
    script_page.locator("#words").fill("")
    expect(found).to_have_text(all_of_them)
    assert script_page.title().startswith("All errors")


def test_the_list_of_errors_is_searched_and_filtered_without_javascript(page):
    page.goto("/errors/")
    page.locator("#words").fill("amount")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found")).to_have_text(re.compile("found"))
    page.goto("/errors/")
    page.get_by_text("Narrow the list down").click()
    page.get_by_label("HTTP status").select_option("404")
    page.get_by_role("button", name="Show").click()
    assert page.url.endswith("/errors/?status=404")


def test_an_address_that_is_no_page_can_be_searched_from(page):
    page.goto("/no-such-page/")
    page.locator("#words").fill("subscription key")
    page.get_by_role("button", name="Search").click()
    expect(page.locator("#found")).to_have_text(re.compile("found"))


def test_with_forced_colours_the_way_is_still_thicker(browser, site):
    context = browser.new_context(base_url=site, forced_colors="active")
    opened = context.new_page()
    opened.goto(ON_THE_WAY)
    widths = [
        opened.locator(f"svg a.{kind} rect").first.evaluate("e => getComputedStyle(e).strokeWidth")
        for kind in ("taken", "problem")
    ]
    context.close()
    assert widths == ["3px", "1px"]
