"""What programs are answered: by the description, by hand, and by other pages' scripts."""

import json
import re
import shlex
import xml.etree.ElementTree as ET
from html import unescape

import pytest
import schemathesis
from django.conf import settings as django_settings
from django.test import Client
from django.test.utils import override_settings
from hypothesis import HealthCheck, settings

from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web.plain import as_object
from troubleshooter.wsgi import application

DESCRIPTION = "/api/v1/openapi.json"
PASTE = '{"statusCode": 401, "message": "Access denied due to invalid subscription key."}'
GETS = [
    "/api/v1/problems.json",
    "/api/v1/problems/cors.json",
    "/api/v1/checks.json",
    "/api/v1/guide.json",
    "/api/v1/lookup?code=35",
    DESCRIPTION,
    "/errors/cors.json",
    "/errors/cors.md",
    "/changes.atom",
    "/sitemap.xml",
    "/llms.txt",
]

INNER_LINK = re.compile(r"\]\((?:problem|check|question|source):")

schema = schemathesis.openapi.from_wsgi(DESCRIPTION, application)


@schema.parametrize()
@settings(
    max_examples=40, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
def test_every_answer_is_one_that_is_described(case):
    case.call_and_validate()


def send(body: str | bytes, content_type: str):
    return Client().post("/api/v1/diagnose", body, content_type=content_type)


@pytest.mark.parametrize(
    ("body", "content_type"),
    [(PASTE, "text/plain"), (json.dumps({"paste": PASTE}), "application/json")],
)
def test_a_paste_gets_the_answer_of_the_command_line(body, content_type, knowledge):
    response = send(body, content_type)
    assert response.json() == as_object(diagnose(PASTE, knowledge))
    assert response.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    ("body", "content_type", "status"),
    [
        (" \n", "text/plain", 400),
        ("{", "application/json", 400),
        ("[" * 100_000, "application/json", 400),
        ('{"paste": 401}', "application/json", 400),
        ('["paste"]', "application/json", 400),
        ("x" * 65_537, "text/plain", 413),
        ("x" * 300_000, "text/plain", 413),
        ("paste=x", "application/x-www-form-urlencoded", 415),
        ("x", "application/octet-stream", 415),
    ],
)
def test_a_fault_is_problem_details(body, content_type, status):
    response = send(body, content_type)
    assert response.status_code == status
    assert response.headers["Content-Type"] == "application/problem+json"
    details = response.json()
    assert details["status"] == status
    assert details["title"]
    page = (
        Client().get(details["type"].partition("//")[2].partition("/")[2].join(("/", ""))).content
    )
    assert f'id="{details["type"].partition("#")[2]}"'.encode() in page


def test_no_fault_quotes_what_was_sent():
    for body in ("{canary", '{"paste": {"canary": 1}}', "canary " * 20_000):
        assert b"canary" not in send(body, "application/json").content


def test_half_a_character_in_json_is_answered():
    response = send(r'{"paste": "HTTP/1.1 401 \ud83d"}', "application/json")
    assert response.status_code == 200
    assert response.json()["findings"]


@pytest.mark.parametrize("path", ["/api/v1/no-such", "/api/v1/problems/no-such.json"])
def test_what_is_not_there_is_said_as_problem_details(path):
    response = Client().get(path)
    assert response.status_code == 404
    assert response.json()["status"] == 404


def test_the_address_for_pastes_says_how_it_is_asked():
    response = Client().get("/api/v1/diagnose")
    assert (response.status_code, response.headers["Allow"]) == (405, "POST")
    assert response.json()["status"] == 405


@override_settings(PASTES_PER_MINUTE=1)
def test_too_many_are_told_when_to_come_again():
    client = Client()
    assert client.post("/api/v1/diagnose", "401", content_type="text/plain").status_code == 200
    refused = client.post("/api/v1/diagnose", "401", content_type="text/plain")
    assert refused.status_code == 429
    assert 0 < int(refused.headers["Retry-After"]) <= 60
    assert refused.json()["status"] == 429


@pytest.mark.parametrize("path", GETS)
def test_content_is_open_to_the_scripts_of_every_page(path):
    response = Client().get(path)
    assert response.status_code == 200
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    if "lookup" not in path:
        again = Client().get(path, headers={"If-None-Match": response.headers["ETag"]})
        assert again.status_code == 304


def test_a_page_and_a_paste_are_not_open():
    for response in (Client().get("/errors/cors/"), send(PASTE, "text/plain")):
        assert "Access-Control-Allow-Origin" not in response.headers


@pytest.mark.parametrize("problem_id", knowledge().problems)
def test_every_problem_is_there_as_json_and_as_markdown(problem_id, knowledge):
    problem = knowledge.problems[problem_id]
    told = Client().get(f"/api/v1/problems/{problem_id}.json").json()
    assert told["id"] == problem_id
    assert told["checks"] == list(problem.checks)
    text = Client().get(f"/errors/{problem_id}.md").content.decode()
    assert text.startswith(f"# {problem.title}")
    assert all(knowledge.checks[check].title in text for check in problem.checks)
    assert not INNER_LINK.search(text)


@pytest.mark.parametrize("path", [each for each in GETS if each.endswith((".json", ".txt"))])
def test_links_work_outside_the_site(path):
    assert not INNER_LINK.search(Client().get(path).content.decode())


def test_the_feed_and_the_site_map_are_xml_and_their_links_lead_somewhere():
    feed = ET.fromstring(Client().get("/changes.atom").content)  # noqa: S314 - our own
    atom = "{http://www.w3.org/2005/Atom}"
    assert len(feed.findall(f"{atom}entry")) == len(knowledge().changes) > 0
    pages = ET.fromstring(Client().get("/sitemap.xml").content)  # noqa: S314 - our own
    addresses = [each.text for each in pages.iter() if each.tag.endswith("}loc")]
    assert len(set(addresses)) == len(addresses)
    for address in addresses:
        assert Client().get("/" + address.split("/", 3)[3]).status_code == 200, address


def test_the_commands_on_the_page_for_programs_are_answered():
    shown = Client().get("/api/").content.decode().replace("<wbr>", "")  # as it is copied
    page = unescape(shown).replace("\\\n", "")
    commands = [shlex.split(each) for each in re.findall(r"<code>(curl [^<]*)</code>", page)]
    assert len(commands) == 2
    for _curl, *options, address in commands:
        there = address.removeprefix(django_settings.SITE_ORIGIN)
        sends = "--data-binary" in options
        assert options == ["--data-binary", "@error.txt", "-H", "Content-Type: text/plain"] * sends
        response = send(PASTE, "text/plain") if sends else Client().get(there)
        assert there in ("/api/v1/diagnose", response.wsgi_request.get_full_path())
        assert response.status_code == 200
        assert response.json()
