"""The samples of `tests/pastes/`, and what their names say.

A sample is `<problem-id>/<wrapping>.<form>.<what>.txt`: the folder is the expected first answer.
What is read wrongly today lies in `known-wrong/`, other people's errors in `none/`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from troubleshooter.domain import SHAPES

PASTES = Path(__file__).parent / "pastes"
APART = ("none", "known-wrong")

WRAPPINGS = {
    "bare": "a few words and nothing around them",
    "body": "the body of a response, pretty or minified, and nothing else",
    "broken": "a body that lost something: cut in the middle, a brace, a comma, its line ends",
    "browser": "the console of a browser, or what its network panel copies",
    "chat": "copied out of Slack or Teams, with names and times",
    "curl": "what curl printed, often with the command: -v, -i, Windows",
    "dotnet": "an exception or a log of .NET",
    "escaped": "a body inside a string, once or more often",
    "go": "an error of Go, or a Go value printed",
    "har": "an entry of a HAR file",
    "html": "a page, or a text with entities",
    "http": "an HTTP message, or the request and the response",
    "httpie": "what HTTPie printed",
    "insomnia": "the timeline of Insomnia",
    "java": "an exception or a log of Java or Kotlin",
    "json-log": "log lines that are JSON",
    "log": "log lines for people: application, syslog, journal, logfmt",
    "mail": "an e-mail, often with quote marks and a signature",
    "markdown": "an issue or a comment with fences and quote marks",
    "node": "what Node prints: axios, fetch, stacks",
    "ocr": "the text of a screenshot",
    "other": "a tool or a language without a word of its own here: Perl, Rust, n8n",
    "php": "a dump or an exception of PHP: Guzzle, print_r, var_dump",
    "plugin": "what a shop's plugin wrote into its log or its order notes",
    "postman": "the console or the window of Postman",
    "powershell": "what PowerShell prints",
    "prose": "somebody tells what happened, in any language",
    "python": "a traceback or a repr of Python",
    "ruby": "an exception or an inspect of Ruby",
    "several": "more than one error; the folder is the one that explains the others",
    "table": "rows of a spreadsheet, a Jira table, name and value pairs",
    "xml": "XML",
    "yaml": "YAML, or a list of name: value",
}
"""How a sample was pasted: the first part of its name."""

FORMS = {
    "sentence": "a message without a body around it",
    "code": "an error code and no message",
    "status": "an HTTP status, and no body that says more",
    "success": "the body of a request that succeeded",
    "object": "a JSON body whose form has no name in `domain.SHAPES`",
} | dict.fromkeys(SHAPES, "see `domain.SHAPES`")
"""What is inside: the second part of its name."""


class Sample(NamedTuple):
    """A file of `tests/pastes/`, and what its name says."""

    path: Path
    problem: str
    wrapping: str
    form: str
    what: str

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")


def sample(path: Path) -> Sample:
    """Raises ValueError if the name has not two or three parts."""
    wrapping, form, *what = path.name.removesuffix(".txt").split(".")
    if len(what) > 1:
        raise ValueError(f"{path}: more than three parts")
    return Sample(path, path.parent.name, wrapping, form, "".join(what))


def positives() -> Iterator[Sample]:
    """Every sample of an error of ours, those that are read wrongly today included."""
    for folder in sorted(PASTES.iterdir()) + sorted((PASTES / "known-wrong").glob("*")):
        if folder.name not in APART:
            yield from map(sample, sorted(folder.glob("*.txt")))


def negatives() -> Iterator[Path]:
    """Every text that is no error of ours, those that are taken for one today included."""
    for folder in (PASTES, PASTES / "known-wrong"):
        yield from sorted((folder / "none").glob("*.txt"))
