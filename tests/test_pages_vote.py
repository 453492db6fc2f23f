"""Votes and what is told to listeners: ids and fixed words, and nothing of any text."""

from urllib.parse import urlencode

import pytest
from django.test import Client

from troubleshooter.knowledge import knowledge
from troubleshooter.web import limit, signals

FORM = "application/x-www-form-urlencoded"
PASTE = "HTTP/1.1 401 Unauthorized\n\nAccess denied due to invalid subscription key. kanari-kanari"


def post(path: str, fields: dict, **headers: str):
    return Client(headers=headers).post(path, urlencode(fields), content_type=FORM)


def vote(solved: str, problem: str = "order-not-found", **headers: str):
    return post("/vote/", {"problem": problem, "solved": solved}, **headers)


@pytest.fixture
def heard():
    """Everything that listeners are told."""
    told = []

    def listen(sender, signal, **said):
        told.append(said)

    for signal in (signals.voted, signals.diagnosed):
        signal.connect(listen)
    yield told
    for signal in (signals.voted, signals.diagnosed):
        signal.disconnect(listen)


@pytest.mark.parametrize(("solved", "meant"), [("yes", True), ("no", False)])
def test_a_vote_is_told_with_its_problem_and_leads_to_an_address(solved, meant, heard):
    response = vote(solved)
    assert response.status_code == 303
    assert response.headers["Location"] == f"/vote/?problem=order-not-found&solved={solved}"
    assert heard == [{"problem_id": "order-not-found", "solved": meant}]


def test_htmx_gets_the_answer_alone_and_its_address_stays(heard):
    response = vote("yes", **{"HX-Request": "true"})
    html = response.content.decode()
    assert response.status_code == 200
    assert "Thank you" in html
    assert "<h1" not in html
    assert "data-focus" in html
    assert "HX-Replace-Url" not in response.headers
    assert len(heard) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"problem": "no-such-problem", "solved": "yes"},
        {"problem": "order-not-found", "solved": "perhaps"},
        {"problem": "order-not-found"},
        {"solved": "no"},
        {"problem": "order-not-found", "solved": "no", "done": "no-such-check"},
        {"problem": "order-not-found", "solved": "no", "text": "kanari"},
    ],
)
@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "htmx"])
def test_a_vote_that_is_not_from_our_lists_is_refused_and_not_told(fields, headers, heard):
    response = post("/vote/", fields, **headers)
    assert response.status_code == 400
    assert "kanari" not in response.content.decode()
    assert heard == []


def test_only_a_sent_vote_counts(heard):
    assert Client().get("/vote/?problem=order-not-found&solved=yes").status_code == 200
    assert Client().get("/vote/").headers["Location"] == "/"
    assert heard == []


def test_no_leads_to_the_text_for_support_with_the_ticks_and_to_related_problems():
    asked = "/vote/?done=order-id-exact&problem=order-not-found&solved=no"
    html = Client().get(asked).content.decode()
    assert "[x] The id in the call is the one the payment was started with" in html
    for related in knowledge().problems["order-not-found"].related:
        assert f'href="/errors/{related}/"' in html
    assert 'href="/errors/order-not-found/?done=order-id-exact">Back' in html


def test_the_answer_speaks_of_ticks_only_where_there_are_any():
    vote = "problem=http-401&solved=no"
    assert "your ticks" not in Client().get(f"/vote/?{vote}").text
    assert "your ticks" in Client().get(f"/vote/?done=token-is-bearer&{vote}").text


def test_a_listener_that_fails_does_not_fail_the_answer(heard):
    def fail(**said):
        raise ValueError("no database")

    signals.voted.connect(fail)
    signals.diagnosed.connect(fail)
    try:
        assert vote("yes").status_code == 303
        assert post("/search/", {"words": PASTE}).status_code == 200
    finally:
        signals.voted.disconnect(fail)
        signals.diagnosed.disconnect(fail)


def test_a_paste_in_the_search_box_is_told_by_its_ids_and_words_to_search_for_are_not(heard):
    post("/search/", {"words": PASTE})
    post("/search/", {"words": "subscription key"})
    assert [said["verdict"] for said in heard] == ["likely"]
    assert heard[0]["problem_ids"][0] == "invalid-subscription-key"
    assert "kanari" not in str(heard)


def test_an_unknown_paste_is_told_as_that(heard):
    client = Client()
    token = client.get("/").cookies["csrftoken"].value
    fields = {"paste": "kanari raised TeapotError", "csrfmiddlewaretoken": token}
    client.post("/paste/", urlencode(fields), content_type=FORM)
    assert heard == [{"verdict": "unrecognised", "problem_ids": ()}]


def test_votes_have_the_roomy_limit_of_searches(settings):
    settings.PASTES_PER_MINUTE = 1
    settings.MIDDLEWARE = [*settings.MIDDLEWARE]  # made anew for this client
    client = Client()
    sent = [
        client.post("/vote/", "problem=cors&solved=no", content_type=FORM).status_code
        for _ in range(limit.SEARCHES + 1)
    ]
    assert sent == [303] * limit.SEARCHES + [429]
