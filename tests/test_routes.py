"""The list of pages for the tests in a browser: it holds every route, and what it says is so."""

from urllib.parse import urlencode

import pytest
from django.urls import path, resolve

from tests.routes import BOXES, PAGES, PROGRAMS, name_of, routes

FORM = "application/x-www-form-urlencoded"


def test_every_route_is_told_about():
    told = {page.route for page in PAGES if page.route}
    assert told.isdisjoint(PROGRAMS)
    assert [route for route in routes() if route not in told | PROGRAMS.keys()] == []
    assert told | PROGRAMS.keys() <= set(routes())


def test_a_route_that_is_new_is_seen():
    def view(request):
        raise NotImplementedError

    assert routes([path("new/", view, name="new"), path("nameless/", view)]) == [
        *("new", "nameless/")
    ]


def test_every_state_has_a_name_of_its_own():
    names = [name_of(page) for page in PAGES]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_is_at_its_address(page, client):
    if page.sent is None:
        there, answered = page.address.partition("?")[0], client.get(page.address, follow=True)
    else:
        there, box, _ = BOXES[page.address]
        answered = client.post(there, urlencode({box: page.sent}), content_type=FORM)
    if page.route:
        assert resolve(there).url_name == page.route
    assert answered.status_code == page.status
    assert answered.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("route", PROGRAMS)
def test_what_is_no_page_is_of_its_kind(route, client):
    address, kind = PROGRAMS[route]
    assert resolve(address.partition("?")[0]).url_name == route
    if route == "api-diagnose":
        answered = client.post(address, "HTTP/1.1 401 Unauthorized", content_type="text/plain")
    else:
        answered = client.get(address)
    if answered.status_code == 302:  # to a static file, which is served beside the views
        assert answered.headers["Location"].endswith("icon.ico")
    else:
        assert answered.headers["Content-Type"] == kind
