"""What `manage.py check` refuses, tried on made-up content; then the real content."""

from pathlib import Path

import pytest

from tests.conftest import PASTES
from troubleshooter.knowledge import CONTENT, BrokenContent, knowledge
from troubleshooter.web.checks import content, faults_of

PROBLEM = """+++
title    = "Tea refused"
codes    = ["http/418"]
sender   = "api"
acts     = ["integrator"]
retry    = "never"
customer = "There is no tea."
checks   = ["pot-is-a-pot"]
source   = ["leaves"]

[[match]]
strength = "certain"
message  = { contains = "I am a teapot" }
+++
The pot will not brew.

## How to tell
It says so.

## When it is fixed
There is tea.
"""
CHECK = """+++
title  = "The pot is a pot"
acts   = ["integrator"]
source = ["leaves"]
+++
Other vessels brew no tea.

## How to see it
Look at it.

## How to put it right
Use a pot.
"""
QUESTION = """+++
title = "What did it say?"
why   = "It helps."
first = true

[[answer]]
id    = "unsure"
label = "I'm not sure"
next  = "problem:teapot"
+++
One word is enough.

## How to find out
Ask it.
"""
SOURCES = """[[source]]
id    = "leaves"
title = "Leaves"
url   = "https://example.com/leaves"
"""
FAMILIES = """[[family]]
id       = "http"
title    = "HTTP statuses"
found_in = "the first line"
"""


@pytest.fixture
def made_up(tmp_path):
    """A whole small content folder, and a paste folder beside it."""
    files = {
        "content/problems/teapot.md": PROBLEM,
        "content/checks/pot-is-a-pot.md": CHECK,
        "content/questions/said.md": QUESTION,
        "content/sources.toml": SOURCES,
        "content/families.toml": FAMILIES,
        "pastes/teapot/bare.txt": "I am a teapot",
        "pastes/none/teapot.poem.txt": "Short and stout",
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def faults(folder: Path) -> list[str]:
    return [
        f"{fault.code} {fault.file}: {fault.says} {fault.hint}"
        for fault in faults_of(folder / "content", folder / "pastes")
    ]


def test_whole_content_has_no_fault(made_up):
    assert faults(made_up) == []


BROKEN = {
    "unknown key": ("problems/teapot.md", "retry ", "retri ", "E001", "'retry'"),
    "missing key": ("problems/teapot.md", 'title    = "Tea refused"\n', "", "E002", "'title'"),
    "wrong type": ("problems/teapot.md", '"never"', "false", "E003", "quotes"),
    "unknown actor": ("checks/pot-is-a-pot.md", '["integrator"]', '["integrater"]', "E004", "'integrator'"),
    "unknown fact": ("problems/teapot.md", "message  =", "mesage =", "E005", "'message'"),
    "unknown test": ("problems/teapot.md", "contains =", "contain =", "E006", "'contains'"),
    "broken pattern": ("problems/teapot.md", 'contains = "I', 'matches = "(', "E007", "RE2"),
    "missing heading": ("problems/teapot.md", "## How to tell", "How to tell", "E008", "How to tell"),
    "unknown heading": ("checks/pot-is-a-pot.md", "## How to see it", "## How to see", "E004", "How to see it"),
    "not TOML": ("checks/pot-is-a-pot.md", "acts   =", "acts", "E000", "quotes"),
    "a key given twice": ("checks/pot-is-a-pot.md", "acts   =", 'acts = []\nacts =', "E000", "quotes"),
    "no front matter": ("checks/pot-is-a-pot.md", "+++\n", "", "E000", "+++"),
    "unknown check": ("problems/teapot.md", '["pot-is-a-pot"]', '["pot-is-a-pott"]', "E010", "'pot-is-a-pot'"),
    "unknown source": ("problems/teapot.md", '["leaves"]', '["leafs"]', "E010", "'leaves'"),
    "unknown link": ("problems/teapot.md", "It says so.", "See [pot](check:pot).", "E010", "file"),
    "no checks": ("problems/teapot.md", '["pot-is-a-pot"]', "[]", "E012", "something to check"),
    "retired with rules": ("problems/teapot.md", "retry ", 'retired = true\nrelated = ["teapot"]\nretry ', "E013", "match"),
    "no source": ("checks/pot-is-a-pot.md", '["leaves"]', "[]", "E015", "come from"),
    "raw HTML": ("problems/teapot.md", "It says so.", "It <b>says</b> so.", "E017", "backticks"),
    "no first question": ("questions/said.md", "first = true", "", "E018", "Exactly one"),
    "no way out": ("questions/said.md", '"unsure"', '"yes"', "E018", "unsure"),
    "answer twice": ("questions/said.md", "[[answer]]", '[[answer]]\nid="unsure"\nlabel="x"\nnext="problem:teapot"\n[[answer]]', "E018", "id of its own"),
    "unknown problem": ("questions/said.md", "problem:teapot", "problem:teapott", "E010", "'teapot'"),
    "circle": ("questions/said.md", "problem:teapot", "question:said", "E020", "said → said"),
    "dead end": ("questions/said.md", "problem:teapot", "problem:", "E020", "Name a problem"),
    "problem without a way": ("questions/said.md", "problem:teapot", "problem:kettle", "E019", "Let an answer"),
    "unknown family": ("problems/teapot.md", "http/418", "htp/418", "E010", "'http'"),
    "unknown API": ("problems/teapot.md", "sender ", 'apis = ["tea"]\nsender ', "E010", "API 'tea'"),
    "code without its API": ("families.toml", 'found_in = ', 'api = "tea"\nfound_in = ', "E022", "Add it"),
    "unknown certainty": ("problems/teapot.md", "sender ", 'certainty = "documentd"\nsender ', "E004", "'documented'"),
    "pattern alone": ("problems/teapot.md", "contains =", "matches =", "E021", "words"),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_content_is_refused_with_file_and_hint(kind, made_up):
    name, old, new, code, hint = BROKEN[kind]
    path = made_up / "content" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [fault for fault in faults(made_up) if fault.startswith(f"{code} ")]
    assert any(
        hint in fault and (name in fault or code in ("E019", "E022") or "questions" in fault)
        for fault in found
    ), faults(made_up)


def test_a_check_that_no_problem_uses_is_refused(made_up):
    (made_up / "content/checks/lid-is-on.md").write_text(CHECK, encoding="utf-8")
    assert any("E014 checks/lid-is-on.md" in fault for fault in faults(made_up))


def test_a_way_of_more_than_five_questions_is_refused(made_up):
    folder = made_up / "content/questions"
    chain = [f"q{number}" for number in range(6)]
    for here, following in zip(["said", *chain], [*chain, None], strict=True):
        leads = f"question:{following}" if following else "problem:teapot"
        text = QUESTION.replace("problem:teapot", leads)
        text = text if here == "said" else text.replace("first = true\n", "")
        (folder / f"{here}.md").write_text(text, encoding="utf-8")
    assert any(fault.startswith("E020") and "too long" in fault for fault in faults(made_up))


def test_a_problem_needs_a_paste_that_finds_it_first(made_up):
    (made_up / "pastes/teapot/bare.txt").write_text("I am a kettle", encoding="utf-8")
    assert any(
        "E030 problems/teapot.md" in fault and "bare.txt" in fault for fault in faults(made_up)
    )
    (made_up / "pastes/teapot/bare.txt").unlink()
    assert any("no sample paste" in fault for fault in faults(made_up))


def test_a_problem_needs_a_near_miss(made_up):
    (made_up / "pastes/none/teapot.poem.txt").unlink()
    assert any("E031 problems/teapot.md" in fault for fault in faults(made_up))


def test_broken_content_is_not_served(made_up):
    (made_up / "content/checks/pot-is-a-pot.md").unlink()
    with pytest.raises(BrokenContent, match="no check 'pot-is-a-pot'"):
        knowledge(made_up / "content")


def test_the_real_content_has_no_fault():
    assert faults_of(CONTENT, PASTES) == []
    assert content(None) == []


FIXED_IDS = """http-200 http-201 http-204 http-400 http-401 http-403 http-404 http-409 http-422 http-423
http-429 http-500 invalid-subscription-key missing-subscription-key subscription-not-found
invalid-access-token invalid-amount invalid-callback-url capture-exceeds-reserved
refund-exceeds-captured user-unknown order-not-found merchant-deactivated
merchant-not-allowed-ecommerce app-not-installed-or-under-15 invalid-msn-check-keys
invalid-msn-supermerchant invalid-msn-missing invalid-msn-psp cors validation-error"""


def test_the_apis_of_an_error_stand_in_one_order_everywhere(knowledge):
    order = list(knowledge.apis)
    for problem in knowledge.problems.values():
        assert list(problem.apis) == sorted(problem.apis, key=order.index), problem.id


def test_ids_that_other_software_refers_to_are_there(knowledge):
    assert set(FIXED_IDS.split()) <= set(knowledge.problems)


HEADINGS = {
    "statuses": "HTTP response codes and errors",
    "errors": "Errors",
    "400": "Why do I get HTTP 400 Bad Request?",
    "401": "Why do I get HTTP 401 Unauthorized?",
    "403": "Why do I get HTTP 403 Forbidden?",
    "404": "Why do I get HTTP 404 Not Found?",
    "429": "Why do I get HTTP 429 Too Many Requests?",
    "500": "Why do I get HTTP 500 Internal Server Error?",
    "code-35": 'Why do I get errorCode 35 "Requested Order not found"?',
    "code-37": 'Why do I get errorCode 37 "Merchant not available or deactivated or blocked"?',
    "not-allowed-for-ecommerce": 'Why do I get "Merchant Not Allowed for Ecommerce Payment"?',
    "error-81": "Why do I get error 81 and User not registered with Vipps?",
    "app-and-15-years": "Why do I get an error about having the app installed and being 15 years old?",
    "invalid-msn-check-keys": "Why do I get Invalid MSN: 654321. Check your API keys on "
    "portal.vipps.no and see the eCom FAQ for tips.?",
    "invalid-msn-supermerchant": "Why do I get Invalid MSN: 654321. This MSN is not valid for the "
    "provided supermerchant ID.?",
    "invalid-msn-psp": "Why do I get Invalid MSN: 654321. This MSN is not valid for the provided "
    "PSP id.?",
    "cors": "Why do I get a CORS error?",
}
"""The headings of the FAQ, as it writes them."""


def test_every_heading_of_the_faq_has_a_home(knowledge):
    assert {heading.id: heading.title for heading in knowledge.headings.values()} == HEADINGS
    for heading in knowledge.headings.values():
        assert heading.statements
        assert all(homes for _, homes in heading.statements), heading.id
