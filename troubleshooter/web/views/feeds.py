"""Lists of pages for readers that are programs: a feed, a site map, an index for language models."""

from datetime import UTC, datetime, time
from xml.sax.saxutils import escape

from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe

from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import first_sentence, plain
from troubleshooter.web.links import absolute, outside, path
from troubleshooter.web.lookup import live_problems, problems_by_code
from troubleshooter.web.views.api import content

ABOUT = (
    "Why a Vipps MobilePay API call failed: what the error means, what to check, who has to act."
)
PAGES = ("entry", "problems", "checks", "guide-map", "codes", "programs", "privacy", "about")


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What came or was mended in the content."""
    return content(request, atom, content_type="application/atom+xml; charset=utf-8")


def atom() -> str:
    feed = Atom1Feed(
        title="Vipps MobilePay troubleshooter: changes",
        link=absolute(path("entry")),
        description=ABOUT,
        feed_url=absolute(path("changes")),
        language="en",
    )
    for change in knowledge().changes:
        day = datetime.combine(change.day, time(), UTC)
        here = path("problem", change.problems[0]) if change.problems else path("problems")
        feed.add_item(
            title=change.title,
            link=absolute(here),
            description=change.says,
            unique_id=f"{absolute(path('changes'))}#{change.day}:{change.title}",
            pubdate=day,
            updateddate=day,
        )
    return feed.writeString("utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that may be found, once."""
    return content(request, site_map, content_type="application/xml; charset=utf-8")


def site_map() -> str:
    addresses = [
        *(path(name) for name in PAGES),
        *(path("problem", problem.id) for problem in live_problems()),
        *(path("check", check) for check in knowledge().checks),
        *(path("code", *code.rsplit("/", 1)) for code in problems_by_code()),
    ]
    rows = "\n".join(f"<url><loc>{escape(absolute(each))}</loc></url>" for each in addresses)
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{rows}\n</urlset>\n'


@require_safe
def llms(request: HttpRequest) -> HttpResponse:
    """An index for language models, as llmstxt.org describes it."""
    return content(request, index, content_type="text/plain; charset=utf-8")


def index() -> str:
    problems = "\n".join(
        f"- [{plain(each.title)}]({absolute(path('problem-markdown', each.id))}): "
        f"{outside(first_sentence(each.meaning))}"
        for each in live_problems()
    )
    return (
        f"# Vipps MobilePay troubleshooter\n\n> {ABOUT} Independent, not run by Vipps MobilePay.\n\n"
        "Do not send keys, tokens or personal data anywhere to ask about an error. "
        f"What this site can answer to programs: {absolute(path('api-description'))}\n\n"
        f"## Errors\n\n{problems}\n"
    )
