"""A browser for tests: what is pasted in them, and pages that fail their test when they complain."""

import shutil

from playwright.sync_api import Browser, Page

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


def found_chromium() -> str | None:
    """The path of a Chromium, or nothing where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)


def watched(opened: Page, site: str) -> list[str]:
    """What a page complains of from now on: errors, breaches of the CSP, calls to other hosts."""
    complaints: list[str] = []
    opened.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" else None
    )
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on(
        "request",
        lambda sent: complaints.append(sent.url) if not sent.url.startswith(site) else None,
    )
    return complaints


def watched_page(browser: Browser, site: str, **options):
    """A page that fails its test when it complains, breaks the CSP or calls another host."""
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(10_000)
    opened = context.new_page()
    complaints = watched(opened, site)
    yield opened
    context.close()
    # Chromium itself notes every answer of 400 and more
    assert [said for said in complaints if not said.startswith("Failed to load resource")] == []


def paste(page: Page, text: str) -> None:
    page.goto("/")
    page.get_by_label("Error response").fill(text)
    page.get_by_role("button", name="Explain this error").click()


def tab_to(page: Page, script: str, most: int = 80) -> None:
    """Press Tab until the script says so of the page, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(script):
            return
    raise AssertionError(f"{most} times Tab, and never {script}")
