"""What one client may send: how much, of what kind, and how often."""

import hashlib
import hmac
import math
import secrets
import time
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from troubleshooter.web.fault import API
from troubleshooter.web.headers import View
from troubleshooter.web.links import path
from troubleshooter.web.views import faults

MOST_CLIENTS = 10_000
METHODS = ("GET", "HEAD", "POST")
FORM = "application/x-www-form-urlencoded"
CHEAP = ("search", "vote")
BODIES = ("text/plain", "application/json")
SEARCHES = 10  # for each paste: search is asked again at every few letters; votes count as such
SALT = secrets.token_bytes(32)


class Bucket:
    """How many pastes a client may send: so many at once, then one for each that has dripped away.

    What is kept of a client is a hash that nobody else can make, and a time.

    >>> bucket = Bucket(per_minute=2)
    >>> bucket.wait("192.0.2.1", now=0), bucket.wait("192.0.2.1", now=0)
    (0, 0)
    >>> bucket.wait("192.0.2.1", now=10), bucket.wait("192.0.2.2", now=10)
    (20, 0)
    """

    def __init__(self, per_minute: int) -> None:
        self.per_minute = per_minute
        self.empty: dict[bytes, float] = {}  # when the bucket of each client will be empty
        self.lock = Lock()

    def wait(self, address: str, now: float) -> int:
        """Put one in. Gives 0, or the seconds until there is room for it."""
        client = hmac.digest(SALT, address.encode(), hashlib.sha256)
        one = 60 / self.per_minute
        with self.lock:
            empty = max(self.empty.pop(client, now), now)
            too_much = empty + one - now - 60
            self.empty[client] = empty if too_much > 0 else empty + one
            if len(self.empty) > MOST_CLIENTS:
                del self.empty[next(iter(self.empty))]  # the one not heard of for longest
        return max(0, math.ceil(too_much))


def address(request: HttpRequest) -> str:
    """Where a request comes from: what the last proxy that we trust has seen."""
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if 0 < settings.TRUSTED_PROXIES <= len(hops):
        return str(hops[-settings.TRUSTED_PROXIES]).strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def limit(get_response: View) -> View:
    """Middleware that refuses a request before anything reads its body."""
    pastes = Bucket(settings.PASTES_PER_MINUTE)
    searches = Bucket(settings.PASTES_PER_MINUTE * SEARCHES)

    def check(request: HttpRequest) -> HttpResponse:
        if request.method not in (known := methods(request)):
            return faults.wrong_method(request, known)
        if request.method != "POST":
            return get_response(request)
        if fault := unwelcome(request):
            return fault
        bucket = searches if request.path_info in map(path, CHEAP) else pastes
        if bucket.per_minute and (wait := bucket.wait(address(request), time.monotonic())):
            return faults.too_many(request, wait)
        return get_response(request)

    return check


def methods(request: HttpRequest) -> tuple[str, ...]:
    """The methods that an address answers to."""
    if request.path_info == path("api-diagnose"):
        return METHODS[2:]
    return METHODS if request.path_info in map(path, ("paste", *CHEAP)) else METHODS[:2]


def unwelcome(request: HttpRequest) -> HttpResponse | None:
    """Why the body of a request is not even read; None when it is."""
    if request.path_info.startswith(API):
        if request.content_type not in BODIES:
            return faults.wrong_type(request)
    elif request.content_type != FORM:
        return faults.not_a_form(request)
    if int(request.META.get("CONTENT_LENGTH") or 0) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return faults.too_long(request)
    return None
