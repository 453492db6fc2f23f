"""Pages are light, load no font, and nothing on them jumps while they are loaded."""

import pytest

from tests.browsing import PASTE
from tests.measured import timings, weighed
from tests.routes import PAGES, name_of, visit

pytestmark = pytest.mark.browser

FIRST, THEN = 45, 15  # KB over the wire
HEAVIEST = ("/errors/http-401/", "/errors/http-500/", "/errors/invalid-subscription-key/")
"""The problems with the most text or the most checks."""
RESULT = "/result/?found=http-401&status=401"
"""What a ticket links to."""


@pytest.fixture
def fresh(browser, site):
    """A browser that has never been here."""
    context = browser.new_context(base_url=site)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def looking(browser, site):
    context = browser.new_context(base_url=site)
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("path", ["/", *HEAVIEST, RESULT])
def test_a_first_visit_is_light_and_loads_no_font(path, fresh):
    kinds = set()
    fresh.on("request", lambda sent: kinds.add(sent.resource_type))
    with weighed(fresh) as weight:
        fresh.goto(path)
    assert {"document", "stylesheet", "script"} <= kinds
    assert "font" not in kinds
    assert any("htmx" in address for address in weight.bytes)
    assert 10 < weight.kilobytes <= FIRST, weight.bytes


def test_from_the_second_page_on_only_the_page_itself_comes_over_the_wire(fresh):
    fresh.goto("/")
    fresh.wait_for_load_state("networkidle")
    for path in (*HEAVIEST, "/"):
        with weighed(fresh) as weight:
            fresh.goto(path)
        assert 1 < weight.kilobytes <= THEN, weight.bytes


def test_an_answer_to_a_paste_loads_nothing_besides(fresh, site):
    fresh.goto("/")
    fresh.wait_for_load_state("networkidle")
    fresh.get_by_label("Error response").fill(PASTE)
    with weighed(fresh) as weight:
        fresh.get_by_role("button", name="Explain this error").click()
        fresh.wait_for_url("**/result/**")
    assert [address for address, size in weight.bytes.items() if size] == [f"{site}/paste/"]


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_jumps_while_a_page_is_loaded_or_an_answer_comes(width, looking):
    looking.set_viewport_size({"width": width, "height": 800})
    jumped = {}
    for seen in (each for each in PAGES if not each.scripted):  # a fault is told above the form
        visit(looking, seen)
        jumped[name_of(seen)] = timings(looking)["shift"]
    assert {page: shift for page, shift in jumped.items() if shift} == {}


def test_a_jump_is_seen(looking):
    looking.goto("/about/")
    looking.evaluate(
        """async () => {
          const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          await frame();
          document.querySelector("main").style.marginTop = "300px";
          await frame();
        }"""
    )
    assert timings(looking)["shift"] > 0
