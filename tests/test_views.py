"""Every page, whole and as htmx asks for it, with a database that cannot be opened."""

import re

import pytest
from django.core.management import call_command
from django.test import Client

from troubleshooter.knowledge import knowledge
from troubleshooter.web.headers import HEADERS

CONTENT_PAGES = [
    "/errors/",
    "/errors/?status=401",
    "/errors/?acts=merchant&sender=api&status=404",
    *(f"/errors/{name}/" for name in knowledge().problems),
    "/errors/http-401/?done=token-is-bearer.keys-match-server&na=keys-regenerated",
    "/checks/",
    *(f"/checks/{name}/" for name in knowledge().checks),
    f"/guide/{knowledge().first_question.id}/",
    "/guide/map/",
    "/codes/",
    "/codes/http/401/",
    "/codes/ecom/merchant/35/",
    "/e/401/",
    "/support-text/",
    "/support-text/?done=api-called-from-server&problem=cors&status=403",
    "/privacy/",
    "/about/",
    "/accessibility/",
]
UNKEPT_PAGES = [
    "/",
    "/result/",
    "/result/?found=invalid-subscription-key.http-401&status=401&sure=certain",
    "/result/?found=http-401&status=401&sure=likely&symptom=status",
    "/no-such-page/",
    "/e/no-such-code/",
]
MISSING = ("/no-such-page/", "/e/no-such-code/")


@pytest.fixture(autouse=True)
def _no_database(django_db_blocker):
    """Queries are not forbidden here: they fail, because there is nothing to ask."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture(params=["page", "htmx"])
def browser(request) -> Client:
    return Client(headers={"HX-Request": "true"} if request.param == "htmx" else {})


@pytest.mark.parametrize("path", CONTENT_PAGES + UNKEPT_PAGES)
def test_a_page_has_one_title_and_one_heading_without_any_query(path):
    response = Client().get(path)
    html = response.content.decode()
    assert response.status_code == (404 if path in MISSING else 200)
    assert len(re.findall(r"<h1[ >]", html)) == 1
    assert re.search(r"<title>\S.+ – Vipps MobilePay troubleshooter</title>", html)
    assert '<html lang="en">' in html
    assert len(re.findall(r"<main[ >]", html)) == 1
    assert "{{" not in html
    assert "{%" not in html


@pytest.mark.parametrize("path", CONTENT_PAGES + UNKEPT_PAGES)
def test_ids_on_a_page_are_there_once_and_its_labels_point_at_one(path):
    html = Client().get(path).content.decode()
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(ids) == sorted(set(ids))
    wanted = re.findall(r'(?:\sfor|aria-labelledby|data-copy)="([^"]*)"', html)
    assert set(wanted) <= set(ids)


@pytest.mark.parametrize("path", CONTENT_PAGES + UNKEPT_PAGES + ["/healthz", "/robots.txt"])
def test_every_answer_has_the_same_headers(path, browser):
    response = browser.get(path)
    assert HEADERS.items() <= dict(response.headers).items()
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"


@pytest.mark.parametrize("path", CONTENT_PAGES + UNKEPT_PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(path, browser):
    html = browser.get(path).content.decode()
    assert not re.search(r"<style|\sstyle=|\son\w+=|<script(?! src=\"/static/)", html)
    assert not re.search(r'(?:src|action|hx-get|hx-post)="(?!/)', html)


@pytest.mark.parametrize("path", CONTENT_PAGES)
def test_a_content_page_can_be_kept_by_caches_and_sets_no_cookie(path):
    response = Client().get(path)
    assert response.headers["Cache-Control"] == "max-age=300"
    assert not response.cookies
    assert "csrfmiddlewaretoken" not in response.content.decode()
    again = Client().get(path, headers={"If-None-Match": response.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", UNKEPT_PAGES)
def test_a_page_that_may_hold_a_paste_is_kept_nowhere(path):
    response = Client().get(path)
    assert response.headers["Cache-Control"] == "no-store"
    assert "ETag" not in response.headers


@pytest.mark.parametrize("path", ["/errors/", "/errors/cors/", "/result/"])
def test_a_cache_tells_a_page_from_a_fragment(path, browser):
    assert "HX-Request" in browser.get(path).headers["Vary"]


def test_only_results_and_faults_ask_not_to_be_found():
    assert "noindex" in Client().get("/result/").headers["X-Robots-Tag"]
    assert "noindex" in Client().get("/no-such-page/").headers["X-Robots-Tag"]
    assert "X-Robots-Tag" not in Client().get("/errors/cors/").headers
    assert "X-Robots-Tag" not in Client().get("/").headers


@pytest.mark.parametrize("path", [*CONTENT_PAGES[:3], "/", "/result/", "/healthz"])
def test_a_page_may_be_asked_for_its_headers_alone(path):
    assert Client().head(path).status_code == 200


def test_the_process_says_that_it_is_alive_and_ready():
    assert Client().get("/healthz").content == b"ok\n"
    assert Client().get("/readyz").content == b"ready\n"


def test_a_strange_host_is_refused_and_never_linked_to(settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    response = Client().get("/errors/cors/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert "evil.example" not in response.content.decode()


def test_links_that_leave_the_page_begin_with_our_own_address():
    html = Client().get("/errors/cors/", headers={"host": "localhost"}).content.decode()
    assert ">http://127.0.0.1:8000/errors/cors/</textarea>" in html
    assert "localhost" not in html


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        (
            "/errors/http-401/?na=&done=keys-match-server&done=token-is-bearer",
            "/errors/http-401/?done=token-is-bearer.keys-match-server",
        ),
        (
            "/errors/http-401/?na=token-is-bearer&done=token-is-bearer",
            "/errors/http-401/?done=token-is-bearer",
        ),
        ("/errors/?status=401&acts=&sender=", "/errors/?status=401"),
        ("/errors/?status=401&acts=merchant", "/errors/?acts=merchant&status=401"),
        ("/result/?status=401&found=http-401", "/result/?found=http-401&status=401"),
        ("/support-text/?status=403&problem=cors", "/support-text/?problem=cors&status=403"),
        ("/e/35/", "/errors/order-not-found/"),
        ("/paste/", "/"),
    ],
)
def test_equal_states_have_one_address(asked, canonical):
    response = Client().get(asked)
    assert (response.status_code, response.headers["Location"]) == (302, canonical)


@pytest.mark.parametrize(
    "path",
    [
        "/errors/cors/?done=no-such-check",
        "/errors/cors/?secret=0123456789abcdef",
        "/errors/?status=999",
        "/result/?found=no-such-problem&sure=maybe",
        "/checks/keys-match-server/?utm_source=mail",
        "/guide/symptom/?symptom=no-such-answer",
    ],
)
def test_what_a_link_may_not_hold_is_left_out_with_a_notice(path):
    response = Client().get(path)
    html = response.content.decode()
    assert response.status_code == 200
    assert "This link had parts we do not know" in html
    assert "0123456789abcdef" not in html
    assert "no-such" not in html


def test_a_tick_under_htmx_changes_the_progress_the_link_and_the_address():
    asked = "/errors/http-401/?done=keys-match-server&done=token-is-bearer"
    response = Client().get(asked, headers={"HX-Request": "true"})
    html = response.content.decode()
    address = "/errors/http-401/?done=token-is-bearer.keys-match-server"
    assert response.headers["HX-Replace-Url"] == address
    assert "2 of " in html
    assert f"http://127.0.0.1:8000{address}" in html
    assert "[x] The access token is sent after the word Bearer" in html
    assert "<h1" not in html


def test_the_link_with_ticks_shows_the_same_ticks():
    html = Client().get("/errors/http-401/?done=token-is-bearer&na=product-active").content.decode()
    ticked = re.findall(r'name="(\w+)" value="([\w-]+)"[^>]* checked', html)
    assert ticked == [("done", "token-is-bearer"), ("na", "product-active")]


def test_the_list_of_errors_is_filtered_and_htmx_gets_the_list_alone():
    whole = Client().get("/errors/?status=404").content.decode()
    part = Client().get("/errors/?status=404", headers={"HX-Request": "true"}).content.decode()
    assert "/errors/http-404/" in part
    assert "/errors/http-429/" not in part
    assert part.strip() in whole


def test_without_debug_and_with_tls_django_has_no_complaint(settings):
    settings.DEBUG = False
    settings.SECURE_SSL_REDIRECT = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    call_command("check", deploy=True, fail_level="WARNING", tags=["security"])
