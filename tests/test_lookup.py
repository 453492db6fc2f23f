"""Codes, statuses and types → pages. The same number in two families is two problems."""

import pytest
from django.test import Client

from troubleshooter.web.lookup import looked_up


def ids(**given: str) -> list[str]:
    return [each.id for each in looked_up(**{"status": "", "code": "", "type": "", **given})]


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({"code": "35"}, "order-not-found"),
        ({"code": "ecom/merchant/37"}, "merchant-deactivated"),
        ({"code": "5090", "status": "400"}, "order-not-found"),
        ({"status": "429"}, "http-429"),
        ({"status": "401", "code": "no-such"}, "http-401"),
        ({"type": "https://developer.vippsmobilepay.com/x#validation-error"}, "validation-error"),
        ({"type": "https://httpstatuses.io/409"}, "http-409"),
    ],
)
def test_what_a_program_knows_leads_to_the_problem(given, problem):
    assert problem in ids(**given)


def test_a_status_chooses_among_what_a_code_may_mean():
    assert set(ids(code="401", status="401")) <= set(ids(code="401"))


def test_a_status_alone_gives_the_page_about_that_status():
    assert ids(status="401") == ["http-401"]


def test_nothing_known_gives_nothing():
    assert ids() == ids(status="999", code="nonsense", type="nonsense") == []


def test_people_are_led_to_the_page():
    response = Client().get("/lookup?code=35&status=404")
    assert (response.status_code, response.url) == (302, "/errors/order-not-found/")


def test_an_unknown_code_is_said_to_be_unknown():
    response = Client().get("/lookup?code=canary-nonsense")
    assert response.status_code == 404
    assert b"canary" not in response.content
