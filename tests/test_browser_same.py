"""Every page says the same without a script as with it, and nothing in the browser complains."""

import pytest
from playwright.sync_api import Page

from tests.browsing import PASTE, paste, watched, watched_page
from tests.routes import PAGES, Shown, name_of, visit

pytestmark = pytest.mark.browser

NOT_SHOWN = "[data-copy], [data-print], [data-script], .worked > form > p > button, .back"
"""What a script adds, and what it makes needless."""
SAID = f"""() => {{
  document.querySelectorAll("{NOT_SHOWN}").forEach((each) => each.remove());
  const main = document.querySelector("main").innerText;
  const letters = [...document.querySelectorAll("main textarea")].map((each) => each.value);
  return [main, ...letters].join(" ").split(/\\s+/).join(" ").trim();
}}"""


@pytest.fixture(scope="module")
def both(browser, site):
    """A page with a script, a page without, and what the first one complains of."""
    contexts = [
        browser.new_context(base_url=site, java_script_enabled=enabled) for enabled in (True, False)
    ]
    for each in contexts:
        each.set_default_timeout(30_000)
    scripted, plain = (each.new_page() for each in contexts)
    complaints = watched(scripted, site)
    scripted.on(
        "response",
        lambda got: (
            complaints.append(f"{got.status} {got.url}")
            if got.status >= 400 and got.request.resource_type not in ("document", "xhr")
            else None
        ),
    )
    yield scripted, plain, complaints
    for each in contexts:
        each.close()


def visited(both, seen: Shown) -> tuple[Page, Page]:
    """Both pages in this state, when nothing was complained of."""
    scripted, plain, complaints = both
    complaints.clear()
    visit(scripted, seen)
    # Chromium itself notes every answer of 400 and more; files that are missing are noted by status
    assert [said for said in complaints if not said.startswith("Failed to load resource")] == []
    visit(plain, seen)
    return scripted, plain


@pytest.mark.parametrize("seen", [each for each in PAGES if not each.scripted], ids=name_of)
def test_a_page_says_the_same_without_javascript_and_nothing_complains(seen: Shown, both):
    said = []
    for page in visited(both, seen):
        assert page.locator("h1").count() == 1
        said.append(page.evaluate(SAID))
    assert len(said[0]) > 40
    assert said[0] == said[1]


@pytest.mark.parametrize("seen", [each for each in PAGES if each.scripted], ids=name_of)
def test_a_fault_says_the_same_above_the_form_as_on_a_page(seen: Shown, both):
    scripted, plain = visited(both, seen)
    lines = scripted.locator(".error-summary").inner_text().split("\n")
    told = next(line for line in lines if len(line) > 20)
    assert told in plain.locator("body").inner_text()


BREACHES = {
    "an inline script": "document.body.appendChild(document.createElement('script')).text = 'x = 1'",
    "an inline style": "document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">a</p>')",
    "another host": "fetch('http://127.0.0.2:9/').catch(() => 0)",
    "an error": "setTimeout(() => { throw new Error('made up'); })",
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_fails_its_test(breach, browser, site):
    watching = watched_page(browser, site)
    page = next(watching)
    paste(page, PASTE)
    page.evaluate(BREACHES[breach])
    page.wait_for_timeout(200)
    with pytest.raises(AssertionError):
        next(watching)
