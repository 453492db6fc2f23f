"""A problem as one Markdown text: for language models, wikis and tickets."""

from collections.abc import Iterator

from troubleshooter.domain import Check, Problem
from troubleshooter.knowledge import knowledge
from troubleshooter.web import words
from troubleshooter.web.links import absolute, outside, path


def as_markdown(problem: Problem) -> str:
    """Everything the page of a problem says, in the same order. Links are whole addresses."""
    return outside("\n\n".join(parts(problem))) + "\n"


def parts(problem: Problem) -> Iterator[str]:
    content = knowledge()
    yield f"# {problem.title}"
    yield "\n".join(f"- {name}: {value}" for name, value in facts(problem))
    yield problem.meaning
    if problem.says:
        says = "The response says one of these" if len(problem.says) > 1 else "The response says"
        yield f"{says}:\n\n" + "\n".join(f"- `{said}`" for said in problem.says)
    told = {section.heading: section.markdown for section in problem.sections}
    yield f"## How to tell\n\n{told['How to tell']}"
    yield "## What to check, likeliest first"
    yield from (item(number, content.checks[id]) for number, id in enumerate(problem.checks, 1))
    if problem.last_resort:
        yield "## Last resort: only when everything above is done"
        yield from (item(n, content.checks[id]) for n, id in enumerate(problem.last_resort, 1))
    yield f"## When it is fixed\n\n{told['When it is fixed']}"
    yield f"## What to tell your customer\n\n{problem.customer}"
    for heading in ("What cannot be told", "What the sources say"):
        if heading in told:
            yield f"## {heading}\n\n{told[heading]}"
    if problem.related:
        yield "## Related errors\n\n" + "\n".join(related(problem))
    yield "## Source\n\n" + "\n".join(sources(problem))


def facts(problem: Problem) -> Iterator[tuple[str, str]]:
    if problem.codes:
        yield "Codes", ", ".join(f"`{code}`" for code in problem.codes)
    if problem.apis:
        yield "API", ", ".join(knowledge().apis[api].title for api in problem.apis)
    yield "Sent by", str(words.SENDERS[problem.sender])
    yield "Who acts", words.actors(problem.acts)
    yield "Retry", words.retry(problem)
    yield "How well it is known", str(words.CERTAINTIES[problem.certainty])
    yield "Page", absolute(path("problem", problem.id))


def item(number: int, check: Check) -> str:
    return (
        f"### {number}. {check.title}\n\n{check.why}\n\n"
        f"How to see it: {check.how_to_see}\n\nHow to put it right: {check.how_to_fix}"
    )


def related(problem: Problem) -> Iterator[str]:
    content = knowledge()
    for id in problem.related:
        yield f"- [{content.problems[id].title}](problem:{id})"


def sources(problem: Problem) -> Iterator[str]:
    content = knowledge()
    for source in dict.fromkeys(citation.source for citation in problem.source):
        yield f"- [{content.sources[source].title}](source:{source})"
