"""The paste box: what an answer shows, what it never shows, and what happens when it fails."""

import logging
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.test import Client, RequestFactory
from django.views.debug import ExceptionReporter, get_exception_reporter_class

from troubleshooter import diagnosis
from troubleshooter.web import limit
from troubleshooter.web.nearest import nearest
from troubleshooter.web.size import MOST_TEXT
from troubleshooter.web.views import paste as paste_view

PASTES = Path(__file__).parent / "pastes"
KEY = "00112233445566778899aabbccddeeff"
TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjE3MDAwMDAwMDB9.bWFkZS11cC1zaWduYXR1cmU"
PLANTED = ("00112233445566778899", "bWFkZS11cC1zaWduYXR1cmU", "91234567", "made.up@example.com")
SECRETS = f"""GET /recurring/v3/agreements HTTP/1.1
Host: apitest.vipps.no
Authorization: Bearer {TOKEN}
Ocp-Apim-Subscription-Key: {KEY}

HTTP/1.1 401 Access Denied
Date: Tue, 14 Nov 2023 21:33:12 GMT

{{"statusCode": 401, "message": "Access denied due to invalid subscription key.",
 "phoneNumber": "4791234567", "email": "made.up@example.com"}}
"""
STEPS = ("redact", "read", "classify", "examine")


FORM = "application/x-www-form-urlencoded"


def send(text: str, **headers: str):
    return Client(headers=headers).post("/paste/", {"paste": text}, content_type=FORM)


@pytest.fixture(autouse=True)
def _as_a_browser_sends_it(monkeypatch):
    """The test client writes dictionaries as multipart; a form of ours is never that."""
    plain = Client._encode_data

    def encode(self, data, content_type):
        if isinstance(data, dict) and content_type == FORM:
            return urlencode(data).encode()
        return plain(self, data, content_type)

    monkeypatch.setattr(Client, "_encode_data", encode)


# ------------------------------------------------------------------------------ what is shown


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_known_error_gets_its_problem_its_reasons_and_a_safe_link(headers):
    response = send(SECRETS, **headers)
    html = response.content.decode()
    assert response.status_code == 200
    assert "This is: Subscription key not accepted" in unescape(html)
    assert "found=invalid-subscription-key" in html
    assert 'href="#mark-1"' in html
    assert 'id="mark-1"' in html
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert ("HX-Push-Url" in response.headers) == bool(headers)
    assert ("<html" in html) != bool(headers)


def test_the_page_and_the_fragment_say_the_same():
    whole = send(SECRETS).content.decode()
    part = send(SECRETS, **{"HX-Request": "true"}).content.decode()
    title, main = part.split("</title>", 1)
    assert main in whole
    assert f"{title}</title>" in whole


def test_the_safe_link_gives_the_same_answer_without_the_text():
    answer = send(SECRETS, **{"HX-Request": "true"})
    again = Client().get(answer.headers["HX-Push-Url"])
    assert again.status_code == 200
    heading = re.search(r"<h1.*?</h1>", answer.content.decode())[0]
    assert heading in again.content.decode()
    assert "4791" not in again.content.decode()


def test_a_link_that_would_say_nothing_is_not_offered_and_says_so_itself():
    answer = send("kettle.boil() raised TeapotError: too short and too stout")
    assert 'id="share"' not in answer.content.decode()
    assert 'id="share"' in send(SECRETS).content.decode()
    html = Client().get("/result/").content.decode()
    assert "<title>This link holds no result" in html
    assert 'id="share"' not in html


@pytest.mark.parametrize("path", sorted(PASTES.rglob("*.txt")), ids=lambda path: path.stem)
def test_every_sample_gets_a_page_whose_link_is_made_of_ids(path):
    response = send(path.read_text(encoding="utf-8"), **{"HX-Request": "true"})
    assert response.status_code == 200
    assert re.fullmatch(r"/result/(\?[a-z0-9.=&-]+)?", response.headers["HX-Push-Url"])
    again = Client().get(response.headers["HX-Push-Url"])
    assert again.status_code == 200
    assert "This link had parts" not in again.content.decode()


def test_an_unknown_error_is_no_dead_end_and_no_guess():
    html = send("kettle.boil() raised TeapotError: too short and too stout").content.decode()
    assert "We do not recognise this error" in html
    assert 'href="/guide/' in html
    assert 'id="support-text"' in html


NEAREST = "<h2>Nearest, but not the same</h2>"


def test_an_unknown_error_is_put_next_to_the_nearest_problems_and_says_why():
    text = "The acquirer says that this capture exceeds the reserved sum"
    html = send(text).content.decode()
    near = html.partition(NEAREST)[2].partition("</ul>")[0]
    assert re.findall(r'href="/errors/([\w-]+)/"', near)[0] == "capture-exceeds-reserved"
    assert "Because of: the words “capture”, “exceeds”, “reserved”" in near


def test_a_code_that_was_read_names_the_problems_that_hold_it():
    assert [(each.problem.id, each.why) for each in nearest([], ["aadsts700016"])] == [
        ("token-client-unknown", "Error code aadsts700016")
    ]


def test_a_status_that_was_read_names_the_plain_problem_also_in_the_link():
    near = nearest(["404"])
    assert [(each.problem.id, each.why) for each in near] == [
        ("http-404", "HTTP status 404 Not Found")
    ]
    assert NEAREST in Client().get("/result/?status=404").content.decode()


def test_a_text_of_our_words_is_near_to_their_problem_and_never_to_more_than_three():
    lines = ["The captured amount exceeds what was reserved, the order reference is unknown"]
    near = nearest(["404"], ["35", "81", "51"], lines)
    assert len(near) == len({each.problem.id for each in near}) == 3
    by_words = nearest([], [], lines)
    assert by_words[0].problem.id == "capture-exceeds-reserved"
    assert "“exceeds”" in by_words[0].why


def test_a_text_that_shares_nothing_is_near_to_nothing():
    assert nearest([], ["T1000"], ["the kettle is too short, please make sure it exists"]) == []
    assert NEAREST not in send("kettle.boil() raised TeapotError").content.decode()


def test_the_status_of_a_proxy_is_not_taken_for_that_of_the_answer():
    proxied = "HTTP/1.1 200 Connection established\n\nHTTP/1.1 200 OK\n\n" + SECRETS
    html = send(proxied).content.decode()
    assert "<dt>HTTP status</dt><dd>401 Unauthorized</dd>" in html
    assert "&amp;status=401&amp;sure=certain" in html
    assert "gives HTTP 401 response" in html


def test_the_status_that_the_first_finding_rests_on_counts_most():
    text = "HTTP/1.1 404 Not Found\n\nHTTP/1.1 200 Connection established\n"
    html = send(text).content.decode()
    assert "404 Not Found: " in html
    assert "<dt>HTTP status</dt><dd>404 Not Found</dd>" in html


def test_a_status_that_is_not_the_usual_one_is_shown_beside_it():
    html = Client().get("/result/?found=order-not-found&status=401").content.decode()
    assert "<dt>HTTP status you got</dt><dd>401 Unauthorized</dd>" in html
    assert "<dt>Usual HTTP status</dt><dd>404 Not Found</dd>" in html
    usual = Client().get("/result/?found=order-not-found&status=404").content.decode()
    assert "<dt>HTTP status</dt><dd>404 Not Found</dd>" in usual
    assert "Usual HTTP status" not in usual


def test_a_result_says_as_its_problem_does_that_an_api_is_replaced():
    note = "The eCom API is replaced by the ePayment API."
    for path in ("/result/?found=order-not-found", "/errors/order-not-found/"):
        assert Client().get(path).content.decode().count(note) == 1
    assert note not in Client().get("/result/?found=http-401").content.decode()


def test_a_status_that_was_not_read_is_only_called_usual():
    text = "Access denied due to invalid subscription key."
    for html in (
        send(text).content.decode(),
        Client().get("/result/?found=invalid-subscription-key").content.decode(),
    ):
        assert "<dt>HTTP status</dt>" not in html
        assert "<dt>Usual HTTP status</dt><dd>401 Unauthorized</dd>" in html
        assert "gives HTTP [fill in: status] response" in html


def test_what_could_be_read_goes_into_the_text_for_support():
    html = unescape(send(SECRETS).content.decode())
    text = re.search(r'<textarea id="support-text".*?</textarea>', html, re.DOTALL)[0]
    assert "Subject: GET:/recurring/v3/agreements gives HTTP 401 response" in text
    assert "Environment: Test (apitest.vipps.no)" in text
    assert "Merchant Serial Number (MSN): [fill in]" in text
    assert "Request and response, keys and tokens cut:\nGET /recurring/v3/agreements" in text


def test_of_a_response_alone_the_text_for_support_asks_for_the_request():
    html = unescape(send("HTTP/1.1 401 Unauthorized\n\n{}").content.decode())
    text = re.search(r'<textarea id="support-text".*?</textarea>', html, re.DOTALL)[0]
    assert "[fill in: method, address, headers, body; no source code]" in text
    assert "Response, with its headers and body:\nHTTP/1.1 401 Unauthorized" in text


def test_a_code_alone_leads_to_its_page_and_never_into_an_address_when_unknown():
    client = Client()
    known = client.post("/paste/", {"code": " 35 "}, content_type=FORM)
    assert known.headers["Location"] == "/e/35/"
    unknown = client.post("/paste/", {"code": "password=hunter2hunter2"}, content_type=FORM)
    assert unknown.status_code == 200
    assert "hunter2" not in unknown.content.decode()


# ------------------------------------------------------------------------ what is never shown


def everything_of(response) -> str:
    return response.content.decode() + str(response.headers) + str(response.cookies)


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_no_planted_secret_reaches_the_answer_or_the_log(headers, caplog, capfd):
    seen = everything_of(send(SECRETS, **headers)) + caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in PLANTED if secret in seen]
    assert "Removed before reading" in seen


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_step_that_fails_leaks_nothing(step, headers, monkeypatch, caplog, capfd):
    def fail(*args, **kwargs):
        secret = SECRETS
        raise ValueError(f"cannot read {secret!r}") from KeyError(secret)

    monkeypatch.setattr(diagnosis, step, fail)
    with caplog.at_level(logging.DEBUG):
        response = send(SECRETS, **headers)
    logged = caplog.text + "".join(capfd.readouterr())
    assert response.status_code == 500
    assert "was kept" in response.content.decode()
    assert f"step {step}" in logged
    assert not [secret for secret in PLANTED if secret in everything_of(response) + logged]
    assert "cannot read" not in everything_of(response) + logged


def test_a_page_that_fails_leaks_nothing(monkeypatch, caplog, capfd):
    def fail(*args, **kwargs):
        raise ValueError(SECRETS)

    monkeypatch.setattr(paste_view, "of_diagnosis", fail)
    seen = everything_of(send(SECRETS)) + caplog.text + "".join(capfd.readouterr())
    assert not [secret for secret in PLANTED if secret in seen]


def test_an_error_report_names_places_and_nothing_else():
    request = RequestFactory().post(
        "/paste/?q=made.up@example.com", {"paste": SECRETS}, headers={"cookie": f"a={KEY}"}
    )
    try:
        raise ValueError(SECRETS) from KeyError(SECRETS)
    except ValueError as error:
        made = get_exception_reporter_class(request)
        report = made(request, type(error), error, error.__traceback__)
        plain = ExceptionReporter(request, type(error), error, error.__traceback__)
    text = report.get_traceback_text() + report.get_traceback_html()
    assert "ValueError" in text
    assert "test_pages_paste.py" in text
    assert not [secret for secret in PLANTED if secret in text]
    assert not plain.filter.get_post_parameters(request)


def test_a_paste_in_the_address_is_refused_and_not_shown():
    response = Client().get(f"/paste/?paste={KEY}")
    assert response.status_code == 400
    assert KEY not in everything_of(response)
    assert Client().get("/paste/").headers["Location"] == "/"


# ---------------------------------------------------------------------------------- bad input


@pytest.mark.parametrize("text", ["", "   \r\n\t"])
def test_an_empty_box_is_an_error_next_to_the_box(text):
    html = send(text).content.decode()
    assert send(text).status_code == 422
    assert "<title>Error: " in html
    assert "There is a problem" in html
    assert 'aria-invalid="true"' in html


@pytest.mark.parametrize("text", ["", "x" * (MOST_TEXT + 1), "x" * 300_000])
def test_htmx_puts_what_is_wrong_above_the_box_and_leaves_the_text_alone(text):
    response = send(text, **{"HX-Request": "true"})
    html = response.content.decode()
    assert response.headers["HX-Retarget"] == "#fault"
    assert "<textarea" not in html
    assert "<title>Error: " in html
    assert response.status_code in (413, 422)


def test_a_text_over_the_limit_is_refused_with_both_figures():
    response = send("é" * 40_000)
    assert response.status_code == 413
    assert "The text is 79 KiB" in response.content.decode()
    assert "Paste up to 64 KiB" in response.content.decode()


def test_a_text_one_byte_over_the_limit_is_called_just_over_it():
    response = send("x" * (MOST_TEXT + 1))
    assert response.status_code == 413
    assert "The text is just over 64 KiB." in response.content.decode()


def test_a_body_over_the_limit_is_refused_before_it_is_read():
    response = send("x" * 300_000)
    assert response.status_code == 413
    assert "not read" in response.content.decode()


def test_a_text_just_under_the_limit_is_read():
    assert send("HTTP/1.1 401 Unauthorized\r\n" + "é" * 32_000).status_code == 200


def test_a_file_is_refused():
    response = Client().post("/paste/", {"paste": "HTTP 401"})
    assert response.status_code == 415


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "application/xml"])
def test_a_body_that_is_no_form_is_told_what_is_read(kind):
    client = Client(enforce_csrf_checks=True)
    response = client.post("/paste/", '{"paste": "HTTP 401"}', content_type=kind)
    assert response.status_code == 415
    assert FORM in response.content.decode()


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize(("path", "allowed"), [("/", "GET, HEAD"), ("/paste/", "GET, HEAD, POST")])
def test_an_unknown_method_is_told_which_ones_are_known(method, path, allowed):
    response = Client(enforce_csrf_checks=True).generic(method, path)
    assert response.status_code == 405
    assert response.headers["Allow"] == allowed
    assert "<h1>This address cannot be asked in that way</h1>" in response.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        "\x00\x01\x7f binary \x00",
        "\ufeff{}",
        "[" * 20_000,
        '{"a":' * 5_000,
        "9" * 4_301,
        '{"n": ' + "1" * 4_301 + "}",
        '{"status": 401, "status": 403}',
        "<html><body onload=alert(1)><script>alert(1)</script></body></html>",
        "\u202e\u200b\u2066 HTTP 401",
        "{{ 7|add:7 }} {% debug %}",
    ],
)
def test_strange_text_gets_an_answer_and_is_shown_as_text(text):
    html = send(text).content.decode()
    assert send(text).status_code == 200
    assert "<script>alert" not in html
    assert "<body onload" not in html
    assert "\u202e" not in html
    assert "\x00" not in html


@pytest.mark.parametrize(
    "body", [b"paste=%ff%fe%80HTTP+401", b"paste=%ed%a0%80", b"paste=\xff\xfe"]
)
def test_broken_utf_8_gets_an_answer(body):
    assert Client().post("/paste/", body, content_type=FORM).status_code == 200


@pytest.mark.parametrize("field", ["paste", "code"])
def test_a_field_that_is_sent_twice_is_refused_in_words(field):
    body = f"{field}=HTTP+401&{field}=HTTP+404"
    response = Client().post("/paste/", body, content_type=FORM)
    assert response.status_code == 400
    assert "<h1>The text was sent more than once" in response.content.decode()


def test_too_many_fields_are_a_readable_400():
    body = "&".join(f"f{n}=1" for n in range(60)).encode()
    client = Client(enforce_csrf_checks=True)
    client.get("/")
    response = client.post("/paste/", body, content_type=FORM)
    assert response.status_code == 400
    assert "<h1>" in response.content.decode()


def test_a_form_from_elsewhere_gets_a_readable_403():
    response = Client(enforce_csrf_checks=True).post(
        "/paste/", {"paste": SECRETS}, content_type=FORM
    )
    assert response.status_code == 403
    assert "<h1>The form was too old" in response.content.decode()
    assert not [secret for secret in PLANTED if secret in everything_of(response)]


def test_the_form_of_the_start_page_passes_the_check():
    client = Client(enforce_csrf_checks=True)
    html = client.get("/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', html)[1]
    form = {"csrfmiddlewaretoken": token, "paste": SECRETS}
    assert client.post("/paste/", form, content_type=FORM).status_code == 200


def test_too_many_pastes_are_told_how_long_to_wait(settings):
    settings.PASTES_PER_MINUTE = 2
    client = Client()
    statuses = [
        client.post("/paste/", {"paste": "HTTP 401"}, content_type=FORM).status_code
        for _ in range(3)
    ]
    last = client.post("/paste/", {"paste": "HTTP 401"}, content_type=FORM)
    assert statuses == [200, 200, 429]
    assert 0 < int(last.headers["Retry-After"]) <= 30
    assert f"Wait {last.headers['Retry-After']} second" in last.content.decode()
    assert client.get("/").status_code == 200


def test_a_forged_forwarding_header_does_not_make_another_client(settings, rf):
    forged = rf.post("/paste/", headers={"X-Forwarded-For": "192.0.2.7, 198.51.100.1"})
    assert limit.address(forged) == "127.0.0.1"
    settings.TRUSTED_PROXIES = 1
    assert limit.address(forged) == "198.51.100.1"


def test_the_status_of_another_error_in_the_text_is_not_the_answers():
    text = (
        "2026-11-22 02:11:07 ERROR vipps: POST https://api.vipps.no/accesstoken/get 401 "
        '{"statusCode":401,"message":"Access denied due to invalid subscription key."}\n'
        "2026-11-22 02:11:09 ERROR nginx: 500 Internal Server Error for GET /checkout/pay\n"
    )
    html = send(text).content.decode()
    assert "<dt>HTTP status</dt><dd>401 Unauthorized</dd>" in html
    assert "&amp;status=401&amp;sure=certain" in html
