"""What `redact` promises for any text."""

import json
import math
import random
from datetime import UTC, datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.canaries import (
    HOSTILE,
    NOT_TOLD_FROM_WORDS,
    SECRETS,
    SYNTAXES,
    base64_of,
    dumped,
    jwt,
    leaks,
    uuid,
    wrapped,
    written,
)
from troubleshooter.diagnosis.redact import redact

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
PIECES = (
    *("client_secret", "Authorization", "Bearer ", "Basic ", "token", "Cookie", "code", "phone"),
    *("password", "contextId", "orderId", "-H ", "-u ", '"', '\\"', '\\\\\\"', "'", "`", ":", ": "),
    *("=", "=>", " => ", "&", ";", ", ", "{", "}", "[", "]", "<", ">", "</", "(", ")", "\n", "\\n"),
    *("\r\n", " ", "\t", "|", "%3D", "%22", "&amp;", "&quot;", "\\u0026", "\\/", "\x1b[31m", "…"),
    *("<token>", "${KEY}", "YOUR_KEY", "abc", "the ", "is ", "missing", "1234", "91234567"),
    *("+47 912 34 567", "4791234567", "01819012345", "010190-1234", "eyJ0eXAiOiJKV1QifQ.eyJ9.x"),
    *("0f1e2d3c4b5a69788796a5b4c3d2e1f0", "fb492b5e-7907-4d83-bc20-c7fb60ca35de", "==", "a@b.no"),
    *("Q7m2vXk9Lr4TzWb8Yn3PcA==", "@", "://u:p@", "-----BEGIN PRIVATE KEY-----", "‹phone 1›"),
    *("‹access token 1: SECRET›", "‹", "›", "‹…›", "\ue000", "é", "\0", "\ud800", "-", ".", "\\"),
    *("HMAC-SHA256 SignedHeaders=a&Signature=", '"name":', '"value":', "/payments/", "%", "1", "A"),
)
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=14).map("".join))


def test_a_bearer_token_never_survives():
    token = jwt(random.Random(1), exp=NOON.timestamp() - 7300)
    cut = redact(f"GET / HTTP/1.1\nAuthorization: Bearer {token}\nAccept: */*", NOON)
    assert cut.text == (
        "GET / HTTP/1.1\n"
        "Authorization: Bearer ‹access token 1: JWT, expired 2 h before›\n"
        "Accept: */*"
    )
    assert cut.by_kind() == {"access token": 1}


def test_the_time_of_the_response_counts_before_the_clock():
    token = jwt(random.Random(1), exp=datetime(2026, 11, 22, 10, 40, tzinfo=UTC).timestamp())
    cut = redact(f"> Authorization: {token}\n< Date: Sun, 22 Nov 2026 10:00:00 GMT\n", NOON)
    assert "‹access token 1: JWT, expires in 40 min›" in cut.text


@pytest.mark.parametrize(
    ("paste", "said"),
    [
        ('client_secret: "Q7m2vXk9Lr4TzWb8Yn3PcA== "', "24 characters, ends with a space"),
        ("client_secret=' Q7m2vXk9Lr4TzWb8Yn3PcA=='", "24 characters, starts with a space"),
        ('"client_secret": "Q7m2vXk9Lr4T\\nzWb8Yn3P"', "21 characters, has a line break inside"),
        ('"client_secret": "Q7m2vXk9Lr4T\nzWb8Yn3P"', "21 characters, has a line break inside"),
        ('"client_secret": "Q7m2\\"vXk9"', "9 characters, has a quote inside"),
        ('"client_secret": "Q7m2vXk9\\n"', "8 characters, ends with a line break"),
        ("subscription-key: 00112233445566778899aabbccddeefo", "32 characters, not hexadecimal"),
        ("client_id=fb492b5e-7907-4d83-bc20-c7fb60ca35do", "36 characters, not hexadecimal"),
        (
            "client_secret=fb492b5e-7907-4d83-bc20-c7fb60ca35de",
            "36 characters, built like a client_id",
        ),
        ("client_id=Q7m2vXk9Lr4TzWb8Yn3PcA==", "24 characters, built like a client_secret"),
        (
            "client_id=0f1e2d3c4b5a69788796a5b4c3d2e1f0",
            "32 characters, built like a subscription key",
        ),
        ("Authorization: Bearer eyJ0eXAiOiJKV1QifQ.eyJ", "JWT, cut short"),
        ("phone: +47 912 34 567", "Norway, 8 digits, has +, has spaces"),
        ("phone: 004512345678", "Denmark, 8 digits, has 00"),
        ("phone: 91234567", "no country code, 8 digits"),
        ("phone: 4747912345", "Norway, 8 digits"),
        ('"phone": "4791234567 "', "Norway, 8 digits, ends with a space"),
        ("Authorization: Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "JWT, unsigned"),
        ("client_id: {fb492b5e-7907-4d83-bc20-c7fb60ca35de}", "36 characters"),
        ("phone: +4470-1234", "another country, 8 digits, has +, has other signs"),
    ],
)
def test_what_is_wrong_with_a_secret_is_still_said(paste, said):
    assert f"1: {said}›" in redact(paste, NOON).text


@pytest.mark.parametrize("server", ["test", "production"])
def test_the_server_that_issued_a_token_is_said(server):
    host = {"test": "apitest.vipps.no", "production": "api.vipps.no"}[server]
    token = jwt(random.Random(1), iss=f"https://{host}/access-management-1.0/access/")
    assert f"JWT, issued by the {server} server›" in redact(f"token: {token}", NOON).text


def test_equal_secrets_have_equal_numbers_however_they_are_written():
    secret = "Q7/2vXk9Lr4TzWb8Yn3PcA=="
    cut = redact(
        f'client_secret: {secret}\n{{"client_secret":"{secret.replace("/", chr(92) + "/")}"}}\n'
        f"client_secret={secret.replace('/', '%2F').replace('=', '%3D')}\nclient_secret: other8Kq2"
    )
    numbers = [line.partition("‹")[2].partition(":")[0] for line in cut.text.split("\n")]
    assert numbers == ["client_secret 1"] * 3 + ["client_secret 2"]
    assert cut.by_kind() == {"client_secret": 2}


def test_a_key_that_was_sent_under_two_names_is_said_to_be_equal():
    for pair in (("client_id", "subscription key"), ("client_secret", "client_id")):
        one, two = pair
        same = redact(f"{one}: kX9fQ2vLmZ\n{two}: kX9fQ2vLmZ").text
        assert same == (
            f"{one}: ‹{one} 1: 10 characters, equal to {two} 1›\n"
            f"{two}: ‹{two} 1: 10 characters, equal to {one} 1›"
        )
        assert redact(same).text == same
        assert "equal" not in redact(f"{one}: kX9fQ2vLmZ\n{two}: kX9fQ2vLmY").text


def test_a_secret_that_was_named_once_goes_wherever_it_stands():
    cut = redact("password: cwvmbchsbh\nlogin with cwvmbchsbh failed; cwvmbchsbhs stays").text
    assert cut == "password: ‹password 1›\nlogin with ‹password 1› failed; cwvmbchsbhs stays"
    assert redact("pin: 4130\norder 4130").text.endswith("order 4130")


def test_of_a_callback_url_the_host_stays_and_user_and_token_go():
    text = "callbackUrl: https://kari:hunter2@shop.example.no/cb?token=8Kd0aZ3nQx72LmVb"
    cut = redact(text).text
    assert "@shop.example.no/cb?token=‹" in cut
    assert not any(secret in cut for secret in ("kari", "hunter2", "8Kd0"))


def test_a_line_of_a_log_below_a_name_is_no_telephone_number():
    text = "scope: openid name phoneNumber\n2026-11-20T10:00:00Z"
    assert redact(text).text == text


def test_numbers_that_stand_in_the_text_are_not_used_again():
    cut = redact("client_secret: ‹client_secret 1: 24 characters›\nclient_secret: 8Kq2")
    assert "‹client_secret 2: 4 characters›" in cut.text


def test_the_line_ends_of_an_escaped_message_are_not_taken_for_stray_space():
    text = r'"POST / HTTP/1.1\r\nclient_secret: 8Kq2\r\nAccept: */*\r\n"'
    assert redact(text).text == text.replace("8Kq2", "‹client_secret 1: 4 characters›")


def test_json_stays_json():
    body = {"client_secret": 'a"b8', "phoneNumber": "+4791234567", "n": [1, {"token": "x"}]}
    for text in (json.dumps(body), json.dumps(body, indent=2)):
        cut = json.loads(redact(text).text)
        assert list(cut) == list(body)
        assert cut["n"][1]["token"] == "‹token 1: 1 character›"
    inside = json.loads(json.loads(redact(json.dumps(json.dumps(body))).text))
    assert inside["phoneNumber"] == "‹phone 1: Norway, 8 digits, has +›"


@pytest.mark.parametrize("forged", ["‹access token 1: {}›", "‹{}›", "‹phone 1, {}›", "‹uuid {}›"])
def test_a_forged_placeholder_hides_nothing(forged):
    for kind, (name, make) in SECRETS.items():
        secret = make(random.Random(kind))
        for text in (f"{name}: {forged.format(secret)}", f'"{name}":"{forged.format(secret)}"'):
            assert not leaks(secret, redact(text).text)


def test_a_real_placeholder_beside_a_secret_hides_nothing():
    assert "8Kq2" not in redact("client_secret=‹phone 1›8Kq2vXk9").text
    assert "8Kq2" not in redact('"client_secret":"8Kq2vXk9‹phone 1›"').text


@given(ANY_TEXT)
@example("{" * 65_536)
@example("[" * 10_000 + "1" * 4_300)
@example("1" * 4_301)
@example("://:A@0000000000000000000000000000000A")
@example("\ud800\0\ufeff\r")
@example('{"exp": ' + "9" * 5_000 + "}")
def test_any_text_can_be_redacted_and_twice_is_once(text):
    once = redact(text, NOON).text
    assert redact(once, NOON).text == once
    assert len(once) <= 1.5 * len(text) + 2000


@given(st.text(), st.text())
def test_what_is_no_secret_comes_back_unchanged(before, after):
    text = f"HTTP/1.1 401 Unauthorized\n{{}}\n{before}".encode("utf-8", "replace").decode()
    plain = text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if not redact(text).removed:
        assert redact(text).text == plain


@given(st.sampled_from(sorted(SECRETS)), st.sampled_from(sorted(SYNTAXES)), st.randoms())
@settings(max_examples=200)
def test_no_planted_secret_survives(kind, syntax, rng):
    if (syntax, kind) in NOT_TOLD_FROM_WORDS:
        return
    name, make = SECRETS[kind]
    seeded = random.Random(rng.random())
    secret = make(seeded)
    cased = "".join(seeded.choice((letter.lower(), letter.upper())) for letter in name)
    noise = "".join(seeded.choices("abc \n{}0", k=seeded.randint(0, 40)))
    text = f"{noise}\n{written(syntax, cased, secret)}\n{noise}"
    assert not leaks(secret, redact(text, NOON).text)


def test_a_secret_in_brackets_that_begins_like_a_colour_goes_whole():
    secret = "3mJJi8Kd0aZ3nQx72LmVb"
    assert secret[:6] not in redact(f"map[State:[{secret}] Msn:[654321]]").text
    assert "kaffe" not in redact("[31mclient_secret[0m: [32mkaffe77*ok[0m").text


@pytest.mark.parametrize(
    "state", ["hGtbmKAIadtwrVpcaestrisf", "qspivlyeymtvaWyelHXutbph", "wqkjxzrtvplmcbdhsgfnkw"]
)
def test_a_state_that_happens_to_have_no_digit_goes(state):
    assert state not in redact(f'-H ^"state: {state}^" ^').text
    assert state not in redact(f"-[ RECORD 1 ]-+---\nid     | 1\nstate | {state}").text


@pytest.mark.parametrize(
    "state", ["PendingCustomerApproval", "awaitingXMLHttpRequest", "kortbetalingsforespoersel"]
)
def test_a_state_of_long_words_stays(state):
    assert state in redact(f"state: {state}").text


def test_a_name_torn_in_two_is_read_also_where_two_lines_are_equally_long_by_chance():
    line = "address: Pxnhtqgxzvegen 7B"
    assert "Pxnht" not in redact(f"{'x' * len(line)}\n\nstreet_\n{line}\nand it failed").text


def test_a_line_above_a_table_takes_its_head_from_it_only_if_it_is_of_the_table():
    head, row = "NAME   PASSWORD   AGE", "shop   hunter     2d"
    assert "hunter" not in redact(f"Pods  of shop  today\n{head}\n{row}\n").text
    rows = "WHAT    OLD         NEW\nfield   password    pin\nother   4711        99\n"
    assert redact(rows).text == rows


PLANTED = st.tuples(st.sampled_from(sorted(SECRETS)), st.sampled_from(sorted(SYNTAXES)))


@given(PLANTED, PLANTED, st.randoms())
@settings(max_examples=150)
def test_of_two_texts_in_one_nothing_survives(one, two, rng):
    seeded = random.Random(rng.random())
    pastes, secrets = [], []
    for kind, syntax in (one, two):
        name, make = SECRETS[kind]
        secret = make(seeded)
        pastes.append(written(syntax, name, secret))
        alone = redact(pastes[-1], NOON, seconds=math.inf).text
        if (syntax, kind) not in NOT_TOLD_FROM_WORDS and not leaks(secret, alone):
            secrets.append(secret)
    cut = redact("\n\n".join(pastes), NOON, seconds=math.inf).text
    assert not any(leaks(secret, cut) for secret in secrets)


KEYS = ("client_id", "client_secret", "subscription key", "access token", "webhook secret")


@given(st.sampled_from(KEYS), st.integers(32, 100), st.randoms())
@settings(max_examples=150)
def test_a_key_survives_no_window_that_breaks_lines(kind, width, rng):
    name, make = SECRETS[kind]
    secret = make(random.Random(rng.random()))
    lines = wrapped(f"We sent this and got an error. {name}: {secret} is what we have. " * 3, width)
    assert not leaks(secret, redact(lines, NOON).text)


@pytest.mark.parametrize("first", sorted(SECRETS))
@pytest.mark.parametrize("second", ["client_id", "subscription key", "access token", "phone"])
def test_two_secrets_in_one_text_hide_each_other_from_nobody(first, second):
    rng = random.Random(first + second)
    (one, make_one), (two, make_two) = SECRETS[first], SECRETS[second]
    a, b = make_one(rng), make_two(rng)
    for text in (
        f"{one}: {a}\n{two}: {b}",
        f"{one}={a}&{two}={b}",
        f'{{"{one}":"{a}","{two}":"{b}"}}',
        f"-H '{one}: {a}' -H \"{two}: {b}\"",
        f"{one}: {a}, {two}: {b}",
    ):
        cut = redact(text).text
        assert not leaks(a, cut)
        assert not leaks(b, cut)


@pytest.mark.parametrize(
    "make",
    [uuid, jwt, lambda rng: base64_of(rng, 16), lambda rng: base64_of(rng, 64)],
    ids=["uuid", "token", "24 characters", "88 characters"],
)
@pytest.mark.parametrize(
    "around", ["{}", "it was {}.", "({})", "a\n{}\nb", '["{}"]', "x={};", "`{}`"]
)
def test_a_secret_without_a_name_is_known_by_its_shape(make, around):
    for seed in range(50):
        secret = make(random.Random(seed))
        assert not leaks(secret, redact(around.format(secret)).text)


def test_a_token_broken_over_lines_goes_whole():
    token = jwt(random.Random(4))
    for mark in ("", "> ", "    "):
        rows = f"\n{mark}".join(token[at : at + 40] for at in range(0, len(token), 40))
        cut = redact(f"{mark}Authorization: Bearer {rows}\n{mark}Accept: */*").text
        assert not leaks(token, cut)
        assert cut.endswith(f"\n{mark}Accept: */*")


def test_many_tiny_secrets_do_not_swell_the_text():
    for tiny in ("pin={} ", "token={}&", '"pin":"{}",', "a{}@b.no "):
        text = "".join(tiny.format(number) for number in range(5000))
        cut = redact(text, seconds=math.inf)
        assert len(cut.text) <= 1.5 * len(text) + 2000
        assert redact(cut.text, seconds=math.inf).text == cut.text
    cookies = "Cookie: " + ";".join(f"{number}={number}" for number in range(9000))
    assert len(redact(cookies, seconds=math.inf).text) <= 1.5 * len(cookies) + 2000


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_redacted_and_does_not_swell(piece):
    text = piece * (65_536 // len(piece))
    assert len(redact(text, NOON, seconds=math.inf).text) <= 1.5 * len(text) + 2000


def test_what_only_looks_like_an_address_of_the_network_raises_nothing():
    for text in ("from 51.120..3", "from 51.120.3.", "login of (1.2.3.444)", "//1.2..3.4"):
        assert redact(text).text == text


def test_a_token_at_the_very_begin_of_a_dump_goes():
    token = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJlMTIz"
    cut = redact(dumped(f"{token} is ours", "{at:08x}  {pairs:48} |{signs}|")).text
    assert cut.startswith("‹access token 1")
    assert token[:16] not in cut
    assert token[:8].encode().hex(" ") not in cut


def test_a_trace_id_that_reads_as_a_birth_number_over_two_rows_of_a_dump_stays():
    head = "POST /epayment/v1/payments HTTP/1.1\nHost: api.vipps.no\ntraceparent: "
    text = head + "00-46835879706ebc2b3fd6736ba551d390-c6751722da245d88-01\nAccept: */*\n"
    dump = dumped(text, "{at:04x}: {pairs} {signs}")
    assert redact(dump).text == dump


@pytest.mark.parametrize(
    "key", ["ELQyDtxiXI0rVLAxklw&#43;pw==", "vPrs0y6YCb05o4Jesn8PRO8cArgsGUGheRXt/GgPWds="]
)
def test_a_key_that_ends_like_a_name_takes_nothing_with_it(key):
    field = '<input value="{}" type="text" name="client_secret">'
    assert redact(field.format(key)).text.endswith('›" type="text" name="client_secret">')
    line = "{{ signature: '{}' }}, timeout: 0"
    assert redact(line.format(key)).text.endswith("›' }, timeout: 0")
