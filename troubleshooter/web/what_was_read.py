"""The facts of a paste that decided nothing, in groups, as HTML."""

from collections.abc import Collection, Iterable, Mapping
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from troubleshooter.domain import DERIVED, Fact, Report, Span
from troubleshooter.web.because import coded, value_of
from troubleshooter.web.words import number
from troubleshooter.web.words_of_facts import GROUPS, group_of, of_fact

MOST_NAMES = 40  # in a group
MOST_VALUES = 6  # under a name

Read = Mapping[str, Collection[str]]
"""What a fact is called → its values as HTML, each once."""


def undecided(report: Report, decided: Collection[Fact]) -> SafeString:
    """Every fact of the report that is not among the others, or like one of them."""
    known = {(fact.name, fact.value) for fact in decided}
    groups: dict[str, dict[str, dict[str, None]]] = {group: {} for group in GROUPS}
    for fact in told_once(report.facts):
        if fact.name != "line" and (fact.name, fact.value) not in known:
            values = groups[group_of(fact.name)].setdefault(of_fact(fact.name), {})
            values[coded(escape(value_of(fact)), fact)] = None
    made = (section(str(GROUPS[name]), read) for name, read in groups.items() if read)
    return mark_safe("".join(made))  # noqa: S308 - every name and value was escaped


def told_once(facts: Collection[Fact]) -> Iterable[Fact]:
    """The facts without headers that are also read as something else: Host, Date, traces."""
    else_read: set[Span] = {
        fact.span for fact in facts if ".header." not in fact.name and fact.name not in DERIVED
    }
    return (fact for fact in facts if ".header." not in fact.name or fact.span not in else_read)


def section(title: str, read: Read) -> str:
    rows = [row(name, values) for name, values in list(read.items())[:MOST_NAMES]]
    if len(read) > MOST_NAMES:
        left = len(read) - MOST_NAMES
        more = ngettext("%(number)s that is not listed", "%(number)s that are not listed", left)
        more %= {"number": number(left)}
        rows.append(f"<div><dt>{escape(gettext('More'))}</dt><dd>{escape(more)}</dd></div>")
    return f'<h3>{escape(title)}</h3><dl class="read">{"".join(rows)}</dl>'


def row(name: str, values: Collection[str]) -> str:
    told = [f"<dd>{value}</dd>" for value in list(values)[:MOST_VALUES]]
    if len(values) > MOST_VALUES:
        more = gettext("and %(number)s more") % {"number": number(len(values) - MOST_VALUES)}
        told.append(f"<dd>{escape(more)}</dd>")
    return f"<div><dt>{escape(name)}</dt>{''.join(told)}</div>"
