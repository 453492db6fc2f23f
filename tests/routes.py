"""Every route of the site, and the states in which its page can be seen.

The routes come from `urls.py`: one that is not told about here fails `tests/test_routes.py`, and
with it no page can be left out of what is tested in a browser.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.urls import URLPattern, URLResolver
from playwright.sync_api import Page, expect

from tests.browsing import LONG, PASTE
from troubleshooter.urls import urlpatterns

BOXES = {
    "/": ("/paste/", "paste", "Explain this error"),
    "/search/": ("/search/", "words", "Search"),
}
"""Where texts are sent from: where they go, the name of the box, and the button beside it."""


class Shown(NamedTuple):
    """A page in one state: an address, and for some of them a text that is sent from there."""

    route: str
    state: str
    address: str
    sent: str | None = None
    status: int = 200

    @property
    def scripted(self) -> bool:
        """Whether htmx shows it in another place than a page without a script: above the form."""
        return self.sent is not None and self.status >= 400


def shown(route: str, *states: tuple) -> list[Shown]:
    return [Shown(route, *each) for each in states]


ANSWERED = "status=401&symptom=status"
NO_PROBLEM = "Ordered the blue teapot on Tuesday, and it has not come yet.\n"
SEVERAL = "/result/?found=order-not-found.merchant-deactivated.http-401&status=401&sure=possible"

PAGES: list[Shown] = [
    *shown("entry", ("empty", "/"), ("example", "/?example=order-not-found")),
    *shown(
        "paste",
        ("certain", "/", PASTE),
        ("long", "/", LONG),
        ("none found", "/", NO_PROBLEM),
        ("several errors", "/", PASTE + '\n[{"errorGroup":"Merchant","errorCode":"35"}]\n'),
        ("nothing sent", "/", " ", 422),
        ("too long", "/", "x" * 70_000, 413),
    ),
    *shown(
        "result",
        ("none found", "/result/"),
        ("certain", "/result/?found=invalid-subscription-key&status=401&sure=certain"),
        ("many found", SEVERAL),
        ("left out", "/result/?found=no-such-error"),
    ),
    *shown(
        "problems",
        ("all", "/errors/"),
        ("some", "/errors/?status=401"),
        ("one api", "/errors/?api=ecom"),
        ("none found", "/errors/?acts=psp&status=429"),
    ),
    *shown(
        "problem",
        ("short", "/errors/merchant-deactivated/"),
        ("long", "/errors/http-401/"),
        ("long title", "/errors/recurring-charge-technical-failure/"),
        ("ticked", "/errors/http-401/?done=token-is-bearer&na=product-active"),
        ("answered", f"/errors/missing-subscription-key/?said-401=missing-key&{ANSWERED}"),
        ("left out", "/errors/order-not-found/?done=no-such-check"),
    ),
    *shown("checks", ("all", "/checks/")),
    *shown(
        "check",
        ("many found", "/checks/idempotency-key-fits/"),
        ("one found", "/checks/agreement-signed/"),
    ),
    *shown("guide", ("first", "/guide/")),
    *shown(
        "question",
        ("error", "/guide/symptom/?asked=symptom"),
        ("long", "/guide/status/?symptom=status"),
        ("answered", f"/guide/said-401/?{ANSWERED}"),
    ),
    *shown(
        "guide-map",
        ("whole", "/guide/map/"),
        ("on the way", f"/guide/map/?{ANSWERED}"),
        ("large", "/guide/map/?of=status&zoom=large"),
        ("list", "/guide/map/?as=list"),
    ),
    *shown("codes", ("all", "/codes/")),
    *shown(
        "code",
        ("many found", "/codes/http/400/"),
        ("one found", "/codes/ecom/merchant/35/"),
        ("long", "/codes/recurring-v2/recurring.core.charges.create.invalid_agreement/"),
    ),
    *shown("any-code", ("many found", "/e/51/"), ("none found", "/e/no-such-code/", None, 404)),
    *shown(
        "lookup",
        ("many found", "/lookup?status=400"),
        ("none found", "/lookup?code=no-such-code", None, 404),
        ("a number", "/lookup?code=909090&status=418", None, 404),
    ),
    *shown(
        "search",
        ("empty", "/search/"),
        ("many found", "/search/", "subscription key"),
        ("none found", "/search/", "xylophone"),
        ("in the address", "/search/?words=key", None, 400),
    ),
    *shown("programs", ("all", "/api/")),
    *shown(
        "support-text",
        ("empty", "/support-text/"),
        ("filled", "/support-text/?problem=http-401&done=token-is-bearer"),
    ),
    *shown(
        "vote",
        ("yes", "/vote/?problem=http-401&solved=yes"),
        ("no", "/vote/?problem=http-401&solved=no"),
    ),
    *shown("privacy", ("all", "/privacy/")),
    *shown("about", ("all", "/about/")),
    *shown("accessibility", ("all", "/accessibility/")),
    *shown(
        "",  # no route: the page for an address that is none
        ("nothing like it", "/no-such-page/", None, 404),
        ("something like it", "/errors/subscription-key-invalid/", None, 404),
    ),
]

JSON = "application/json"
PROGRAMS: Mapping[str, tuple[str, str]] = {
    "problem-json": ("/errors/http-401.json", JSON),
    "problem-markdown": ("/errors/http-401.md", "text/markdown; charset=utf-8"),
    "api-diagnose": ("/api/v1/diagnose", JSON),
    "api-lookup": ("/api/v1/lookup?status=401", JSON),
    "api-problems": ("/api/v1/problems.json", JSON),
    "api-problem": ("/api/v1/problems/http-401.json", JSON),
    "api-checks": ("/api/v1/checks.json", JSON),
    "api-guide": ("/api/v1/guide.json", JSON),
    "api-description": ("/api/v1/openapi.json", JSON),
    "healthz": ("/healthz", "text/plain"),
    "readyz": ("/readyz", "text/plain"),
    "favicon": ("/favicon.ico", "image/x-icon"),
    "changes": ("/changes.atom", "application/atom+xml; charset=utf-8"),
    "sitemap": ("/sitemap.xml", "application/xml; charset=utf-8"),
    "llms": ("/llms.txt", "text/plain; charset=utf-8"),
    "robots": ("/robots.txt", "text/plain"),
}
"""What is no page: an address of each, and the content type of its answer."""


def routes(patterns: Iterable[URLPattern | URLResolver] = urlpatterns) -> list[str]:
    """The name of every route, in the order of `urls.py`; of a route without one its pattern."""
    named: list[str] = []
    for each in patterns:
        if isinstance(each, URLResolver):
            named += routes(each.url_patterns)
        else:
            named.append(each.name or str(each.pattern))
    return named


def name_of(page: Shown) -> str:
    return f"{page.route or 'no route'}: {page.state}"


def visit(page: Page, seen: Shown) -> None:
    """Go to a page, and send its text from there; back when the answer is there."""
    page.goto(seen.address)
    if seen.sent is None:
        return
    _, box, button = BOXES[seen.address]
    page.locator(f"#{box}").evaluate("(box, text) => { box.value = text; }", seen.sent)
    page.get_by_role("button", name=button).click()
    answer = page.locator(ANSWERS[seen.status < 400, seen.route])
    expect(answer).to_be_visible(timeout=FIRST_SEARCH)
    page.wait_for_load_state()  # a heading can be there before the styles are


FIRST_SEARCH = 30_000  # milliseconds: a process makes its index then, and tests share the machine
ANSWERS = {
    (True, "paste"): "h1[data-focus]",
    (True, "search"): "#found:not(:has-text('Nothing'))",
    (False, "paste"): ".error-summary, h1:has-text('too long')",
}
"""What is on a page when the answer to a text is there."""
