"""The site in a real Chromium: the real server, the real static files, with and without JavaScript."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.served import served

pytestmark = pytest.mark.browser

PASTE = """POST https://api.vipps.no/epayment/v1/payments

HTTP/1.1 401 Unauthorized
Content-Type: application/json

{"statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."}
"""  # noqa: E501
SECRET = "00112233445566778899aabbccddeeff"
QUIET = "".join(
    f"10:00:00 INFO order acme-{number} saved, next step payment\n" for number in range(90)
)
CAPTURE = '{"errorGroup":"Payment","errorMessage":"Captured amount exceeds the reserved amount"}\n'
LONG_LINE = (
    f'{{"items":[{"1234567890," * 2000}0],"error":{{"errorGroup":"Merchant","errorCode":"35",'
    '"errorMessage":"Requested Order not found"}}'
)
LONG = f"{QUIET}{PASTE}{QUIET}10:00:01 ERROR {CAPTURE}{QUIET}{LONG_LINE}\n"
SCRIPTED = (
    *("Copy link", "Copy as reply", "Copy for support", "Print"),
    *("Copy the reply", "Copy the Markdown"),
    "A text file can be dropped here. Your browser reads it.",
)
PAGES = [
    "/",
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


@pytest.fixture(scope="session")
def site():
    """The address of the real server, started for these tests."""
    with served() as (origin, _):
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


def watched_page(browser: Browser, site: str, **options):
    """A page that fails its test when it complains, breaks the CSP or calls another host."""
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints: list[str] = []
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request",
        lambda sent: complaints.append(sent.url) if not sent.url.startswith(site) else None,
    )
    yield opened
    context.close()
    # Chromium itself notes every answer of 400 and more
    assert [said for said in complaints if not said.startswith("Failed to load resource")] == []


def paste(page: Page, text: str) -> None:
    page.goto("/")
    page.get_by_label("Error response").fill(text)
    page.get_by_role("button", name="Explain this error").click()


def test_a_paste_leads_to_ticks_that_a_clean_browser_shows_too(page, browser, site):
    paste(page, PASTE)
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "This is: Subscription key not accepted"
    )
    assert page.locator("mark").count() > 0
    page.get_by_role("link", name="Tick these off").click()
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
    script_page.get_by_role("button", name="Copy the link").click()
    expect(script_page.get_by_role("button", name="Copied")).to_be_visible()
    copied = script_page.evaluate("navigator.clipboard.readText()")
    assert copied == script_page.get_by_label("Link to this result").input_value()
    assert "/result/?" in copied


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


def test_an_empty_paste_says_what_to_do(page):
    paste(page, " ")
    summary = page.locator(".error-summary")
    expect(summary).to_contain_text("There is a problem")
    assert page.title().startswith("Error: ")


def test_the_keyboard_is_enough(script_page):
    script_page.goto("/")
    script_page.keyboard.press("Tab")
    expect(script_page.get_by_role("link", name="Skip to the content")).to_be_focused()
    for _ in range(12):
        script_page.keyboard.press("Tab")
        if script_page.evaluate("document.activeElement.id") == "paste":
            break
    script_page.keyboard.insert_text(PASTE)
    script_page.keyboard.press("Control+Enter")
    expect(script_page.get_by_role("heading", level=1)).to_be_focused()
    for _ in range(40):
        script_page.keyboard.press("Tab")
        if script_page.evaluate("document.activeElement.textContent") == "Tick these off":
            break
    script_page.keyboard.press("Enter")
    script_page.wait_for_url("**/errors/**")
    for _ in range(60):
        script_page.keyboard.press("Tab")
        if script_page.evaluate("document.activeElement.name") == "done":
            break
    script_page.keyboard.press("Space")
    expect(script_page.locator(".progress")).to_have_text(re.compile(r"1 of \d+ done"))
    assert script_page.evaluate("document.activeElement.name") == "done"
    assert "done=" in script_page.url


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
