"""The checks of an answer: what the text itself shows of each, and what is left to look at."""

from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from troubleshooter.domain import Checklist, Examined, State
from troubleshooter.knowledge import knowledge
from troubleshooter.knowledge.markdown import inline_html
from troubleshooter.web.because import listed
from troubleshooter.web.links import resolve
from troubleshooter.web.pages import Context, filled, present
from troubleshooter.web.places import NOWHERE, Places


def rows(checklist: Checklist, places: Places = NOWHERE) -> SafeString:
    """The checklist: the first row is open, and those that are not in order.

    What the text shows of each is only said where it shows something of one.
    """
    made = []
    told = any(each.state != "look" for each in checklist)
    for place, (check, seen, because) in enumerate(checklist):
        fixed = (check.id, seen if told else "", place == 0 or seen == "failed")
        slots = present({"because": listed(because, places), "number": str(place + 1)})
        made.append(filled("result/page.html#row", row_context, fixed, slots))
    return mark_safe("".join(made))  # noqa: S308 - made of templates


def row_context(check_id: str, seen: str, opened: bool) -> Context:
    return {"check": knowledge().checks[check_id], "seen": seen, "open": opened}


def seen(checklist: Checklist, state: State, places: Places) -> SafeString:
    """The checks of which the text shows that state, as a list; "" when there are none."""
    made = (item(each, places) for each in checklist if each.state == state)
    return mark_safe("".join(made))  # noqa: S308 - content, and escaped


def item(examined: Examined, places: Places) -> str:
    check, state, because = examined
    link = f'<a href="#check-{check.id}">{inline_html(check.title, resolve)}</a>'
    why = escape(gettext("Because of: %(why)s")) % {"why": listed(because, places)}
    return f'<li class="seen {state}">{link}<p>{why}</p></li>'
