"""Every page, whole and as htmx asks for it, with a database that cannot be opened."""

import gzip
import os
import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import call_command
from django.template.loader import render_to_string
from django.test import Client

from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.headers import HEADERS
from troubleshooter.web.lookup import codes_by_number, problems_by_code
from troubleshooter.web.state import EMPTY
from troubleshooter.web.templatetags.content import inline_markdown
from troubleshooter.web.titles import under
from troubleshooter.web.views import codes, content

ROOT = Path(__file__).parent.parent
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
    "/guide/map/?zoom=small",
    "/guide/map/?status=401&symptom=status",
    "/guide/map/?of=status",
    "/guide/map/?as=list",
    "/codes/",
    "/codes/http/401/",
    "/codes/ecom/merchant/35/",
    "/e/401/",
    "/support-text/",
    "/vote/?problem=http-401&solved=yes",
    "/vote/?done=order-id-exact&problem=order-not-found&solved=no",
    "/support-text/?done=api-called-from-server&problem=cors&status=403",
    "/privacy/",
    "/about/",
    "/accessibility/",
]
UNKEPT_PAGES = [
    "/",
    "/?example=order-not-found",
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


def test_a_content_page_is_sent_packed_to_whoever_can_unpack_it():
    plain = Client().get("/errors/http-401/")
    packed = Client(headers={"Accept-Encoding": "gzip, br"}).get("/errors/http-401/")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    assert len(packed.content) < 12_000
    for response in (plain, packed):
        assert "Accept-Encoding" in response.headers["Vary"]
    seen = {"Accept-Encoding": "gzip", "If-None-Match": plain.headers["ETag"]}
    assert Client(headers=seen).get("/errors/http-401/").status_code == 304


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_an_answer_to_a_paste_is_never_packed(headers):
    """What is secret and what a client made up would stand in one packed page."""
    client = Client(headers={"Accept-Encoding": "gzip", **headers})
    form = "application/x-www-form-urlencoded"
    response = client.post("/paste/", "paste=HTTP/1.1 401", content_type=form)
    assert "Content-Encoding" not in response.headers


def test_a_result_from_a_link_holds_no_paste_and_is_packed():
    packed = Client(headers={"Accept-Encoding": "gzip"}).get("/result/?found=http-401")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert len(packed.content) < 12_000


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


@pytest.mark.parametrize("target", ["run", "dev"])
@pytest.mark.parametrize(
    ("given", "origin"),
    [({}, "http://127.0.0.1:9000"), ({"SITE_ORIGIN": "https://x.example"}, "https://x.example")],
)
def test_make_lets_copied_links_begin_with_its_port_unless_told_otherwise(target, given, origin):
    command = ["make", "--dry-run", target, "PORT=9000"]
    environment = {"PATH": os.environ["PATH"], **given}
    shown = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    server = shown.stdout.splitlines()[-1]
    assert f'SITE_ORIGIN="{origin}"' in server
    assert "127.0.0.1:9000" in server


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        (
            "/errors/http-401/?na=&done=keys-match-server&done=token-is-bearer",
            "/errors/http-401/?done=token-is-bearer.keys-match-server",
        ),
        (
            "/errors/http-401/?na=token-is-bearer&done=token-is-bearer",
            "/errors/http-401/?done=token-is-bearer&left-out=both",
        ),
        ("/errors/?status=401&status=403", "/errors/?status=401&left-out=several"),
        ("/errors/?status=401&x=1&left-out=both", "/errors/?status=401&left-out=unknown"),
        ("/checks/keys-match-server/?utm_source=mail", "/checks/keys-match-server/"),
        ("/errors/?utm_medium=x&status=401&fbclid=1&gclid=2", "/errors/?status=401"),
        ("/result/?found=http-401&sure=possible&gclid=2", "/result/?found=http-401&sure=possible"),
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


def test_a_bare_question_mark_is_dropped_where_the_server_tells_of_it():
    response = Client().get("/errors/", RAW_URI="/errors/?")
    assert (response.status_code, response.headers["Location"]) == (302, "/errors/")
    assert Client().get("/errors/", RAW_URI="/errors/").status_code == 200


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("/errors/cors/?done=no-such-check", "/errors/cors/?left-out=unknown"),
        ("/errors/cors/?secret=0123456789abcdef", "/errors/cors/?left-out=unknown"),
        ("/errors/?x=1&acts=psp&status=999", "/errors/?acts=psp&left-out=unknown"),
        ("/errors/?left-out=no-such-reason", "/errors/?left-out=unknown"),
        ("/result/?found=no-such-problem&sure=maybe", "/result/?left-out=unknown"),
        ("/checks/keys-match-server/?x=1", "/checks/keys-match-server/?left-out=unknown"),
        ("/guide/symptom/?symptom=no-such-answer", "/guide/symptom/?left-out=unknown"),
        ("/guide/?symptom=no-such-answer", "/guide/symptom/?left-out=unknown"),
    ],
)
def test_what_a_link_may_not_hold_is_left_out_with_a_notice(path, known):
    response = Client().get(path, follow=True)
    html = response.content.decode()
    assert response.status_code == 200
    assert response.redirect_chain == [(known, 302)]
    assert "This link had parts that this site does not know" in html
    assert "0123456789abcdef" not in html
    assert "no-such" not in html


def test_the_notice_goes_into_no_link_of_its_page():
    html = Client().get("/errors/http-401/?done=token-is-bearer&left-out=unknown").content.decode()
    assert "This link had parts that this site does not know" in html
    assert "left-out" not in html


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/errors/?status=401&status=403", "only one of them was kept"),
        ("/errors/cors/?done=api-called-from-server&na=api-called-from-server", "cannot be both"),
    ],
)
def test_what_cannot_be_true_together_is_left_out_with_its_own_notice(path, says):
    assert says in Client().get(path, follow=True).content.decode()


@pytest.mark.parametrize(
    ("sure", "shown"),
    [
        ("certain", "This looks like: "),
        ("likely", "This looks like: "),
        ("possible", "This could be: "),
    ],
)
def test_a_link_made_by_hand_is_no_surer_than_the_rules(sure, shown):
    response = Client().get(f"/result/?found=http-401&sure={sure}", follow=True)
    html = response.content.decode()
    assert f"<title>{shown}" in html
    assert ("This link had parts" in html) == (sure == "certain") == bool(response.redirect_chain)


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


@pytest.mark.parametrize("name", ["http-401", "http-403", "http-429"])
def test_of_a_plain_status_it_is_not_claimed_that_the_gateway_sent_it(name):
    html = Client().get(f"/errors/{name}/").content.decode()
    assert "<dt>Sent by</dt><dd>The API or its gateway</dd>" in html
    assert "The gateway in front of the APIs says" not in html


def test_a_charge_that_failed_is_no_success_although_the_call_that_tells_it_was_one():
    html = Client().get("/errors/recurring-charge-technical-failure/").content.decode()
    assert "<dt>Retry</dt><dd>Not this call: it succeeded</dd>" in html
    assert (
        'id="vote"'
        in Client().get("/result/?found=recurring-charge-technical-failure").content.decode()
    )


@pytest.mark.parametrize("problem", knowledge().problems.values(), ids=lambda each: each.id)
def test_what_an_error_says_stands_in_a_response_unless_there_is_none(problem):
    html = Client().get(f"/errors/{problem.id}/").content.decode()
    speaker = re.search(r"<p>(.+?) says(?: one of these)?:</p>\n<ul class=\"says\">", html)
    spoken = {"browser": "The browser", "app": "The Vipps or MobilePay app"}
    assert bool(speaker) == bool(problem.says)
    assert not speaker or speaker[1] == spoken.get(problem.sender, "The response")


LISTED = re.compile(r'<li><a href="/errors/([\w-]+)/"')
GROUP = re.compile(r'<h3 id="([\w-]+)">')


def groups_of(html: str) -> dict[str, list[str]]:
    _, *parts = GROUP.split(html)
    return {id: LISTED.findall(part) for id, part in zip(parts[::2], parts[1::2], strict=True)}


def test_the_list_of_errors_has_each_once_by_api_and_title_and_ends_with_plain_statuses():
    groups = groups_of(Client().get("/errors/").content.decode())
    listed = [id for ids in groups.values() for id in ids]
    live = [id for id, each in knowledge().problems.items() if not each.retired]
    assert sorted(listed) == sorted(live)
    assert list(groups)[-1] == "bare-status"
    assert {id.startswith("http-") for id in groups.pop("bare-status")} == {True}
    for name, ids in groups.items():
        heading = knowledge().apis[name].title if name in knowledge().apis else ""
        titles = [plain(under(knowledge().problems[id].title, heading)) for id in ids]
        assert titles == sorted(titles, key=lambda each: each.casefold().partition(": "))
        assert {next(iter(knowledge().problems[id].apis), "any-api") for id in ids} == {name}


def test_a_title_does_not_say_again_what_its_heading_says():
    html = Client().get("/errors/").content.decode()
    prefixed = [each for each in knowledge().problems.values() if each.title.startswith("eCom: ")]
    assert len(prefixed) > 1
    assert "eCom API</h3>" in html
    assert ">eCom: " not in html
    assert (
        f">{inline_markdown(prefixed[0].title)}</h1>"
        in Client().get(f"/errors/{prefixed[0].id}/").content.decode()
    )


def test_the_errors_of_one_api_stand_under_its_name_even_if_it_is_not_their_first():
    shared = next(each for each in knowledge().problems.values() if len(each.apis) > 1)
    html = Client().get(f"/errors/?api={shared.apis[-1]}").content.decode()
    assert shared.id in groups_of(html)[shared.apis[-1]]


def test_a_long_list_has_titles_and_a_short_one_says_what_they_mean(monkeypatch):
    for most, said in ((10**6, True), (0, False)):
        monkeypatch.setattr(content, "MOST_TOLD", most)
        html = render_to_string("errors/page.html#list", content.problems_context(EMPTY))
        assert ("<p>" in html) == said


def test_filters_that_leave_nothing_say_which_one_to_drop():
    html = Client().get("/errors/?acts=psp&status=429").content.decode()
    assert "No error fits all of these" in html
    for address, count in re.findall(r'<a href="([^"]+)">Remove [^<]+</a>: (\d+) error', html):
        assert f">{count} error" in Client().get(address).content.decode()
        break
    else:
        pytest.fail("no way out is named")


def test_the_list_of_checks_has_each_once_and_those_that_explain_most_first():
    html = Client().get("/checks/").content.decode()
    _, *groups = html.split("<h2 ")
    listed = [re.findall(r'<li><a href="/checks/([\w-]+)/"', group) for group in groups]
    assert sorted(id for ids in listed for id in ids) == sorted(knowledge().checks)
    for group, ids in zip(groups, listed, strict=True):
        counts = [int(count) for count in re.findall(r"may explain (\d+) error", group)]
        assert counts == sorted(counts, reverse=True)
        assert counts == [len(knowledge().problems_by_check[id]) for id in ids]


def test_a_code_of_several_families_is_told_apart_by_where_it_is_found(monkeypatch):
    monkeypatch.setitem(codes_by_number(), "35", ("http/404", "ecom/merchant/35"))
    html = render_to_string("code/page.html", codes.any_code_context("35", EMPTY))
    for family in (knowledge().families[name] for name in ("http", "ecom/merchant")):
        assert f">{family.title}</a></h2>" in html
    assert html.count("Found in ") == 2


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        ("/", ("/", "page")),
        ("/errors/?status=401", ("/errors/", "page")),
        ("/errors/cors/", ("/errors/", "true")),
        ("/checks/", ("/checks/", "page")),
        ("/checks/key-is-a-header/", ("/checks/", "true")),
        ("/codes/", ("/codes/", "page")),
        ("/codes/ecom/merchant/35/", ("/codes/", "true")),
        ("/e/401/", ("/codes/", "true")),
        ("/guide/status/?symptom=status", ("/guide/", "true")),
        ("/guide/map/", ("/guide/", "true")),
        ("/search/", ("/search/", "page")),
        ("/privacy/", ("/privacy/", "page")),
    ],
)
def test_the_navigation_marks_the_page_or_the_section_it_is_in(path, marked):
    frame = re.sub(r"<main.*</main>", "", Client().get(path).content.decode(), flags=re.DOTALL)
    assert re.findall(r'href="([^"]*)" aria-current="(\w+)"', frame) == [marked]


def test_a_page_that_is_not_there_has_a_search_box():
    for path in MISSING:
        assert 'name="words"' in Client().get(path).content.decode()


@pytest.mark.parametrize(
    "path",
    ["/errors/http-401/", "/result/?found=http-401", "/errors/http-401/?done=keys-regenerated"],
)
def test_what_opens_a_check_is_called_by_its_number_and_not_by_its_whole_title(path):
    html = Client().get(path).content.decode()
    numbers = re.findall(r"<summary>[^<]*<span [^>]*> \(check (\d+)\)</span></summary>", html)
    assert numbers == [str(number) for number, _ in enumerate(numbers, start=1)]
    assert len(numbers) >= len(knowledge().problems["http-401"].checks)
    assert re.findall(r"may explain<span [^>]*> \(check (\d+)\)</span></a>", html) == numbers


def test_no_source_is_called_the_faq_twice():
    assert not [each for each in knowledge().sources.values() if each.title.endswith("(FAQ)")]


def test_a_browser_that_looks_for_the_icon_by_itself_finds_it():
    response = Client().get("/favicon.ico")
    assert (response.status_code, response.headers["Location"]) == (302, "/static/icon.ico")


def test_the_list_of_errors_is_filtered_and_htmx_gets_the_list_alone():
    whole = Client().get("/errors/?status=404").content.decode()
    part = Client().get("/errors/?status=404", headers={"HX-Request": "true"}).content.decode()
    assert "/errors/http-404/" in part
    assert "/errors/http-429/" not in part
    title, _, listed = part.partition("</title>")
    assert f"{title}</title>" in whole
    assert listed.strip() in whole


def test_filters_are_named_in_the_heading_and_can_be_dropped_all_at_once():
    html = Client().get("/errors/?api=epayment&status=404").content.decode()
    heading = re.search(r'<h2 id="found"[^>]*>(.*?)</h2>', html)[1]
    assert re.fullmatch(r"\d+ errors? – ePayment API, 404 Not Found", heading)
    assert f"<title>{heading} – " in html
    assert '<a href="/errors/">Show all errors</a>' in html
    assert '<a href="/errors/#any-api">a group of their own</a>' in html
    assert "Show all errors" not in Client().get("/errors/").content.decode()
    none = Client().get("/errors/?acts=psp&status=429").content.decode()
    assert "0 errors – 429 Too Many Requests, who acts: the PSP</h2>" in none
    assert none.count("Show all errors") == 1


@pytest.mark.parametrize("path", ["/errors/", "/codes/", "/checks/"])
def test_the_jumps_of_a_list_have_a_title_and_counts_that_stay_with_their_words(path):
    html = Client().get(path).content.decode()
    jumps = re.search(r'<nav class="jumps".*?</nav>', html, re.DOTALL)[0]
    assert re.search(r'<p [^>]*id="jumps">([^<]+)</p>\s*<details>\s*<summary>\1</summary>', jumps)
    links = re.findall(r'<a href="#([\w-]+)">[^\n]*?&nbsp;\(\d+\)</a>', jumps)
    assert len(links) == jumps.count("<a ") > 2
    assert all(f'id="{name}"' in html for name in links)


@pytest.mark.parametrize(
    ("path", "back"),
    [
        ("/codes/http/401/", "/codes/"),
        ("/e/401/", "/codes/"),
        ("/checks/key-is-a-header/", "/checks/"),
    ],
)
def test_a_code_and_a_check_have_a_way_back_to_all_of_them(path, back):
    html = Client().get(path).content.decode()
    assert re.search(rf'<nav class="back"[^>]*><a href="{back}">All ', html)


def test_a_bare_status_stands_first_under_its_code():
    for path in ("/codes/http/401/", "/e/401/"):
        html = Client().get(path).content.decode()
        assert LISTED.findall(html)[0] == "http-401"
        assert '<span class="tag">401</span>' not in html  # the heading says it


def test_where_the_family_of_a_code_names_the_api_its_errors_do_not():
    code = next(each for each in problems_by_code() if each.startswith("ecom/deeplink/"))
    ecom = Client().get(f"/codes/{code}/").content.decode()
    assert "/errors/ecom-" in ecom
    assert '<span class="tag">eCom API</span>' not in ecom
    assert '<span class="tag">eCom API</span>' in Client().get("/codes/http/400/").content.decode()


def test_without_debug_and_with_tls_django_has_no_complaint(settings):
    settings.DEBUG = False
    settings.SECURE_SSL_REDIRECT = settings.CSRF_COOKIE_SECURE = True
    settings.SECURE_HSTS_SECONDS = 63072000
    settings.SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    call_command("check", deploy=True, fail_level="WARNING", tags=["security"])
