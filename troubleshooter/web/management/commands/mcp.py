"""`manage.py mcp`: the same functions for coding agents, over the Model Context Protocol.

It runs where the agent runs and speaks on standard input and output: what is pasted is redacted on
this machine and sent nowhere.
"""

from collections.abc import Callable, Mapping
from typing import Annotated, Any

from django.core.management.base import BaseCommand, CommandError

try:
    from mcp.server import MCPServer
    from mcp.server.mcpserver.exceptions import ToolError
except ImportError:  # the SDK is an extra; `server` says how to get it
    MCPServer = ToolError = None  # type: ignore[assignment, misc]

from troubleshooter.diagnosis import StepFailed, diagnose
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.fault import did_you_mean
from troubleshooter.web import as_json, searched
from troubleshooter.web.as_json import Object
from troubleshooter.web.lookup import looked_up
from troubleshooter.web.management.commands.diagnose import TOO_LONG, said_of
from troubleshooter.web.plain import as_object
from troubleshooter.web.size import MOST_TEXT, size_of

NOT_INSTALLED = "The MCP SDK is not installed: pip install -r requirements-mcp.txt"
INSTRUCTIONS = (
    "Explains errors of the Vipps MobilePay APIs. Give `diagnose` the whole error text: the status "
    "line, headers and body all help. Keys, tokens and personal data are removed on this machine "
    "before anything reads the text, and nothing is kept or sent. `get_problem` has the checks, "
    "likeliest first: go through them in that order."
)


class Command(BaseCommand):
    help = "Serve diagnose, lookup_code, search and get_problem to a coding agent, over MCP."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's name for "none")

    def handle(self, **_: Any) -> None:
        knowledge()
        server().run("stdio")


def server() -> Any:
    """The MCP server, an `MCPServer`. Raises CommandError where the SDK is not installed."""
    if MCPServer is None:
        raise CommandError(NOT_INSTALLED)
    made = MCPServer("vipps-mobilepay-troubleshooter", instructions=INSTRUCTIONS)
    for name, tool in TOOLS.items():
        made.tool(name=name)(tool)
    return made


Text = Annotated[str, "the error as it was received or logged, up to 64 KiB"]


def diagnose_text(text: Text) -> Object:
    """What an error most likely means: findings, strongest first, and because of which words."""
    if size_of(text) > MOST_TEXT:
        raise ToolError(TOO_LONG)
    try:
        return as_object(diagnose(text, knowledge()))
    except StepFailed as failed:
        raise ToolError(said_of(failed)) from None


def lookup_code(code: str, status: str = "") -> list[Object]:
    """The problems of an error code, `type` or HTTP status; a status chooses among several.

    The same number means different things in different APIs: `ecom/payment/51` names the family.
    """
    return [as_json.summary(each) for each in looked_up(status or code, code, code)]


def search(words: str) -> list[Object]:
    """The problems that fit a few words: a part of a sentence, a header, what went wrong."""
    try:
        found = searched.found(diagnose(words[:MOST_TEXT], knowledge()))
    except StepFailed as failed:
        raise ToolError(said_of(failed)) from None
    return [as_json.summary(each) for each in found.problems]


def get_problem(id: str) -> Object:
    """One problem, whole: what it means, who has to act, and its checks, likeliest first."""
    content = knowledge()
    if id not in content.problems:
        raise ToolError(f"There is no problem '{id}'. {did_you_mean(id, content.problems)}".strip())
    problem = content.problems[id]
    checks = [as_json.check(content.checks[each]) for each in problem.checks + problem.last_resort]
    return {**as_json.whole(problem), "checks": checks}


TOOLS: Mapping[str, Callable[..., object]] = {
    "diagnose": diagnose_text,
    "lookup_code": lookup_code,
    "search": search,
    "get_problem": get_problem,
}
