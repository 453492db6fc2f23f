"""What prose and logs tell of statuses and codes, and which numbers are neither."""

import pytest

from troubleshooter.diagnosis.read import read
from troubleshooter.diagnosis.redact import redact


def told(text, name):
    return read(redact(text).text).values(name)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("capture /epayment/v1/payments/a-1/capture -> 401", "401"),
        ("PUT /things/1 => 409 Conflict", "409"),
        ("POST https://api.vipps.no/things 401", "401"),
        ("POST https://api.vipps.no/things\n-> 401", "401"),
        ("(DELETE https://api.vipps.no/things) 403", "403"),
        ("GET https://api.vipps.no/things: 404", "404"),
        ("GET /things/7 returned 404 in 12 ms", "404"),
        ("201 https://api.vipps.no/things", "201"),
        ("[22:01:07] 429 GET https://api.vipps.no/things", "429"),
        ("<-- 204 https://api.vipps.no/things (12ms)", "204"),
        ("<Response [401]>", "401"),
        ("Received HTTP response headers after 87.1132ms - 200", "200"),
        ("curl: (22) The requested URL returned error: 500", "500"),
        ('report failed: 500 {"a": 1}', "500"),
        ("The call failed with 502", "502"),
        ("Locked (423)", "423"),
        ("Not Found: 404.", "404"),
        ("GET https://api.vipps.no/things\n404\n98 ms", "404"),
        ("GET https://api.vipps.no/things\nStatus: 404 Not Found\nTime: 88 ms", "404"),
        ("Statuskoden er 403", "403"),
        ("status 400 og koden 61", "400"),
        ("Palvelu palauttaa virheen 404", "404"),
        ("Kallet gir feil 401", "401"),
        ("Vi får en 401-feil", "401"),
        ("Svaret var en 500-fejl", "500"),
        ("API'et svarte med 409 fra kl. 12", "409"),
    ],
)
def test_a_status_is_read_by_what_stands_around_it(text, status):
    assert told(text, "status") == (status,)


@pytest.mark.parametrize(
    "text",
    [
        "GET /things 200 times a day",
        "docker run -p 0.0.0.0:8080->443/tcp shop",
        "(\n    [0] => 401\n    [amount] => 500\n)",
        "Created: 201 products, skipped 12",
        "Locked (12)",
        "Not found: 12 of 500.",
        "it failed 500 times",
        "The import failed: 500 rows skipped",
        "returned 404 books to the library",
        "kunden fikk 400 kr tilbake",
        "kunden fick 400 kronor",
        "kunden fikk 400 i rabatt",
        "finished after 87 ms - 200 rows",
        "from 300 -> 400 kr",
        "The order 401 was sent to https://shop.example.com/",
        "GET https://api.vipps.no/things\n98 ms",
    ],
)
def test_a_number_of_things_is_no_status(text):
    assert told(text, "status") == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("status 400 og koden 61", "61"),
        ("feilkoden er 35", "35"),
        ("Felkoden: 37", "37"),
        ("fejlkoden 81 fra appen", "81"),
        ("virhekoodin 71 takia", "71"),
        ("feil 81 i kassen", "81"),
        ("Vipps-feil 7010: Customer not found", "7010"),
        ("2026-11-22T02:11:09Z ERROR [vipps] capture: error 61", "61"),
        ("2026-11-22T02:11:09Z WARN shop: code 37", "37"),
    ],
)
def test_a_code_is_read_behind_its_word(text, code):
    assert told(text, "code") == (code,)


@pytest.mark.parametrize(
    "text",
    [
        "feil 35 ganger i dag",
        "Feil 10:31 i dag",
        "feil: 12.4.2026",
        "fel 71 gånger",
        "Feil 2026-11-22",
    ],
)
def test_a_number_behind_an_error_that_counts_or_dates_is_no_code(text):
    assert told(text, "code") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Får CORS-feil fra https://api.vipps.no/things",
        "Vi får CORS-fejl mod api.vipps.no",
        "CORS-virhe: https://api.vipps.no/things",
        "(Orsak: CORS-rubriken ”Access-Control-Allow-Origin” saknas) https://api.vipps.no/things",
    ],
)
def test_a_refusal_of_a_browser_is_read_in_any_language(text):
    assert "cors" in told(text, "shape")
