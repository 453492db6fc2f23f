"""Codes, statuses and types → pages. The same number in two families is two problems."""

from urllib.parse import quote

import pytest
from django.test import Client

from troubleshooter.knowledge import knowledge
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


@pytest.mark.parametrize(
    "given", ["canary-nonsense", "canary 9999", "47912345678", "<b>canary</b>"]
)
@pytest.mark.parametrize("address", ["/lookup?code=", "/e/"])
def test_an_unknown_code_is_said_to_be_unknown(address, given):
    path = f"{address}{quote(given)}" if "?" in address else f"{address}{quote(given)}/"
    response = Client().get(path)
    assert response.status_code == 404
    assert "<h1>This code is not known here</h1>" in response.content.decode()
    assert given not in response.content.decode()
    assert b"canary" not in response.content


@pytest.mark.parametrize("number", ["909090", "AADSTS90909"])
def test_an_unknown_number_is_named(number):
    for path in (f"/e/{number}/", f"/lookup?code={number}"):
        response = Client().get(path)
        assert response.status_code == 404
        assert f"<h1>Code {number} is not known here</h1>" in response.content.decode()


def test_an_unknown_code_leads_to_the_questions_that_its_status_leaves_and_to_the_apis_own_pages():
    html = Client().get("/lookup?code=909090&status=418").content.decode()
    assert 'href="/guide/?other-status=another&amp;status=other&amp;symptom=status"' in html
    assert 'href="/support-text/?status=418"' in html
    for api in knowledge().apis.values():
        assert not api.errors or knowledge().sources[api.errors].url in html
    assert 'href="/guide/?symptom=message"' in Client().get("/e/909090/").content.decode()
