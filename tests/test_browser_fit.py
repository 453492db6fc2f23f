"""Pages fit whoever reads them: narrow, with wide text, without motion, in the colours of the reader."""

import pytest

from tests.routes import PAGES, name_of, visit

pytestmark = pytest.mark.browser

SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* {
    line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
  } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [sheet];
}"""
"""As WCAG 2.2 has it in 1.4.12. The CSP lets no style element in; a sheet of the DOM it does."""
SIDEWAYS = """() => [...document.querySelectorAll("body *")].filter((each) =>
  /auto|scroll/.test(getComputedStyle(each).overflowX) && each.clientWidth
  && each.scrollWidth > each.clientWidth + 1 && !each.closest(".drawing, .evidence")
).map((each) => each.outerHTML.slice(0, 120))"""
"""What is scrolled sideways by itself, and is neither the evidence nor the drawing of the map."""
CLIPPED = """() => [...document.querySelectorAll("body *:not(.visually-hidden, .room)")].filter((each) => {
  const {overflowX, overflowY, display} = getComputedStyle(each);
  const cut = /hidden|clip/;
  return display !== "inline" && each.clientHeight && !each.closest("svg")
    && ((cut.test(overflowX) && each.scrollWidth > each.clientWidth + 1)
      || (cut.test(overflowY) && each.scrollHeight > each.clientHeight + 1));
}).map((each) => each.outerHTML.slice(0, 120))"""
TEXTS = "button, .button, a, label, legend, summary, dd, dt, h1, h2, h3, td, th, p"
SPILT = """(texts) => [...document.querySelectorAll(texts)].filter((each) => {
    const {display, overflowX, overflowY} = getComputedStyle(each);
    return !/inline$|contents|none/.test(display) && each.clientWidth && !each.closest("svg")
      && !each.matches(".visually-hidden, .room") && !each.querySelector(".visually-hidden, .room")
      && overflowX === "visible" && overflowY === "visible"
      && (each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 6);
  }).map((each) => each.outerHTML.slice(0, 120))"""
"""Texts that leave their box, and lie over what stands beside or below it."""
MOVES = """() => [...document.querySelectorAll("*")].filter((each) => {
  const {scrollBehavior, transitionDuration, animationName} = getComputedStyle(each);
  return scrollBehavior !== "auto" || animationName !== "none" || !/^(0s(, )?)+$/.test(transitionDuration);
}).map((each) => each.tagName)"""
DRAWN = "button, .button, input, select, textarea, mark, .because b, .check h3"
BARE = """(drawn) => [...document.querySelectorAll(drawn)].filter((each) => {
    if (!each.checkVisibility()) return false;
    const lined = (part) => {
      const {borderTopStyle, borderTopWidth, outlineStyle, outlineWidth} = getComputedStyle(each, part);
      return (borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0)
        || (outlineStyle !== "none" && parseFloat(outlineWidth) > 0);
    };
    return !/checkbox|radio/.test(each.type) && !lined(null) && !lined("::before");
  }).map((each) => each.outerHTML.slice(0, 120))"""
"""What is told apart by its ground alone, which a browser with forced colours leaves out."""
UNMARKED = """() => [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
  .filter((each) => each.checkVisibility() && !each.closest("svg")).filter((each) => {
    each.focus({focusVisible: true});
    const {outlineStyle, outlineWidth} = getComputedStyle(each);
    return document.activeElement === each && (outlineStyle === "none" || parseFloat(outlineWidth) < 2);
  }).map((each) => each.outerHTML.slice(0, 120))"""
"""What can have the focus, and does not show it."""
TOO_WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def narrow(browser, site):
    """320 px: a phone, and a screen of 1280 px that is looked at four times as large."""
    yield from one_page(browser, site, reduced_motion="reduce", viewport=size(320))


@pytest.fixture(scope="module")
def wide(browser, site):
    yield from one_page(browser, site, viewport=size(1280))


@pytest.fixture(scope="module")
def forced(browser, site):
    """With the colours of the reader in place of ours."""
    yield from one_page(browser, site, forced_colors="active", viewport=size(1280))


def size(width: int) -> dict[str, int]:
    return {"width": width, "height": 800}


def one_page(browser, site, **options):
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def unfold(page) -> None:
    """Open everything that is folded."""
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")


@pytest.mark.parametrize("seen", PAGES, ids=name_of)
def test_a_narrow_screen_is_scrolled_one_way_and_nothing_moves_by_itself(seen, narrow):
    visit(narrow, seen)
    unfold(narrow)
    assert narrow.evaluate(TOO_WIDE) <= 0
    assert narrow.evaluate(SIDEWAYS) == []
    assert narrow.evaluate(MOVES) == []
    narrow.evaluate(SPACING)
    assert narrow.evaluate(TOO_WIDE) <= 0
    assert narrow.evaluate(CLIPPED) == []
    assert narrow.evaluate(SPILT, TEXTS) == []


@pytest.mark.parametrize("seen", PAGES, ids=name_of)
def test_text_with_more_space_fits_a_wide_screen(seen, wide):
    visit(wide, seen)
    unfold(wide)
    assert wide.evaluate(SIDEWAYS) == []
    wide.evaluate(SPACING)
    assert wide.evaluate(TOO_WIDE) <= 0
    assert wide.evaluate(CLIPPED) == []
    assert wide.evaluate(SPILT, TEXTS) == []


@pytest.mark.parametrize("seen", PAGES, ids=name_of)
def test_with_forced_colours_what_can_be_pressed_and_the_focus_have_lines(seen, forced):
    visit(forced, seen)
    unfold(forced)
    assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
    assert forced.evaluate(BARE, DRAWN) == []
    assert forced.evaluate(UNMARKED) == []


CHECKS = ((CLIPPED, None), (SIDEWAYS, None), (SPILT, TEXTS), (BARE, DRAWN))


def test_what_is_cut_off_spilt_or_moving_is_seen(wide):
    wide.goto("/about/")
    wide.evaluate(
        """() => {
          const main = document.querySelector("main");
          for (const style of ["overflow: hidden", "overflow: auto", ""]) {
            const each = main.appendChild(document.createElement("p"));
            each.textContent = "x".repeat(400);
            each.style.cssText = `${style}; width: 5rem; height: 1rem; overflow-wrap: normal`;
          }
          main.style.transition = "color 1s";
          main.appendChild(document.createElement("mark")).textContent = "a mark";
        }"""
    )
    seen = [len(wide.evaluate(each, of)) for each, of in CHECKS]
    assert seen == [1, 1, 1, 1]
    assert {"MAIN", "HTML"} <= set(wide.evaluate(MOVES))
