"""What a page weighs, and how soon it is there, as Chromium itself counts it."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Page

KB = 1000
SLOW_PHONE = {"latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8}
"""Milliseconds, and bytes a second: what Lighthouse calls a slow 4G."""
TIMES_SLOWER = 4  # how much slower the processor of a phone is, as in Lighthouse
KINDS = ("weight", "paint", "blocked", "shift")
TIMINGS = """() => new Promise((done) => {
  const seen = {shift: 0, paint: 0, blocked: 0};
  const watch = (type, take) => new PerformanceObserver(
    (list) => list.getEntries().forEach(take)).observe({type, buffered: true});
  watch("layout-shift", (each) => { seen.shift += each.value; });
  watch("largest-contentful-paint", (each) => { seen.paint = each.startTime; });
  watch("longtask", (each) => { seen.blocked += each.duration - 50; });
  setTimeout(() => done(seen), 300);
})"""
"""Layout shift (no unit); the largest paint and the time that is blocked, in milliseconds."""


class Weight:
    """What came over the wire, heads of answers included: bytes by address."""

    def __init__(self) -> None:
        self.bytes: dict[str, int] = {}

    @property
    def kilobytes(self) -> float:
        return sum(self.bytes.values()) / KB


@contextmanager
def weighed(page: Page) -> Iterator[Weight]:
    """Weigh everything that the page loads meanwhile."""
    weight, addresses = Weight(), {}
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on(
        "Network.requestWillBeSent",
        lambda sent: addresses.update({sent["requestId"]: sent["request"]["url"]}),
    )

    def finished(load: dict) -> None:
        address = addresses.get(load["requestId"], "?")
        weight.bytes[address] = weight.bytes.get(address, 0) + int(load["encodedDataLength"])

    wire.on("Network.loadingFinished", finished)
    yield weight
    page.wait_for_load_state("networkidle")
    wire.detach()


def as_on_a_phone(page: Page) -> None:
    """The network and the processor of a slow phone, from now on."""
    wire = page.context.new_cdp_session(page)
    wire.send("Network.emulateNetworkConditions", {"offline": False, **SLOW_PHONE})
    wire.send("Emulation.setCPUThrottlingRate", {"rate": TIMES_SLOWER})


def timings(page: Page) -> dict[str, float]:
    """`shift`, `paint` and `blocked` of the page that is open."""
    return page.evaluate(TIMINGS)
