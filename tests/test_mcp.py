"""A client of the SDK asks each tool, over the real standard input and output."""

import asyncio
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mcp import Client, StdioServerParameters, stdio_client

from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.web.plain import as_object

ROOT = Path(__file__).parent.parent
SECRET = "0123456789abcdef0123456789abcdef"
PASTE = (
    f"Ocp-Apim-Subscription-Key: {SECRET}\n\n"
    '{"statusCode": 401, "message": "Access denied due to invalid subscription key."}'
)


@pytest.fixture(scope="module")
def answers(tmp_path_factory):
    """What the server says to one client, call by call."""
    log = tmp_path_factory.mktemp("mcp") / "log"

    async def conversation():
        command = StdioServerParameters(
            command=sys.executable,
            args=["manage.py", "mcp"],
            cwd=ROOT,
            env={"DJANGO_SETTINGS_MODULE": "troubleshooter.settings"},
        )
        with log.open("w") as errors:
            async with Client(
                stdio_client(command, errlog=errors), read_timeout_seconds=90
            ) as client:
                return {
                    "tools": [tool.name for tool in (await client.list_tools()).tools],
                    "diagnose": await client.call_tool("diagnose", {"text": PASTE}),
                    "lookup_code": await client.call_tool("lookup_code", {"code": "35"}),
                    "lookup_status": await client.call_tool("lookup_code", {"code": "401"}),
                    "search": await client.call_tool("search", {"words": "ugyldig nøkkel"}),
                    "get_problem": await client.call_tool("get_problem", {"id": "cors"}),
                    "unknown": await client.call_tool("get_problem", {"id": "corz"}),
                    "too long": await client.call_tool("diagnose", {"text": "x" * 65_537}),
                }

    with ThreadPoolExecutor(1) as own:  # the browser's event loop runs in the main one
        said = own.submit(asyncio.run, asyncio.wait_for(conversation(), 180)).result()
    return {**said, "log": log.read_text()}


def content(answer):
    assert not answer.is_error, answer
    told = answer.structured_content
    return told["result"] if set(told) == {"result"} else told


def test_there_are_four_tools(answers):
    assert answers["tools"] == ["diagnose", "lookup_code", "search", "get_problem"]


def test_a_text_gets_the_answer_of_the_command_line_without_its_secrets(answers):
    assert content(answers["diagnose"]) == as_object(diagnose(PASTE, knowledge()))
    assert SECRET not in str(answers["diagnose"])
    assert SECRET not in answers["log"]


def test_a_code_and_a_status_are_looked_up(answers):
    assert "order-not-found" in [each["id"] for each in content(answers["lookup_code"])]
    assert "http-401" in [each["id"] for each in content(answers["lookup_status"])]


def test_words_are_searched(answers):
    assert "invalid-subscription-key" in [each["id"] for each in content(answers["search"])[:3]]


def test_a_problem_comes_with_its_checks(answers):
    told = content(answers["get_problem"])
    assert told["id"] == "cors"
    assert [check["id"] for check in told["checks"]] == list(knowledge().problems["cors"].checks)


def test_what_cannot_be_answered_is_said_with_a_hint(answers):
    assert answers["unknown"].is_error
    assert "Did you mean 'cors'" in str(answers["unknown"].content)
    assert answers["too long"].is_error
    assert "64 KiB" in str(answers["too long"].content)
