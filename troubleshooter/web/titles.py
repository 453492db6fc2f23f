"""Titles in lists: in which order, and what is left of them under a heading that says a part."""

from troubleshooter.knowledge.markdown import plain


def in_order(title: str) -> tuple[str, str]:
    """What titles are sorted by: as they are read, and all of one API together.

    >>> sorted(["Recurring v2: b", "Recurring: `c`", "Recurring: a"], key=in_order)
    ['Recurring: a', 'Recurring: `c`', 'Recurring v2: b']
    """
    name, _, rest = plain(title).casefold().partition(": ")
    return name, rest


def under(title: str, heading: str) -> str:
    """A title without the name of the API, where the heading above it begins with that name.

    >>> under("eCom: the card has expired", "eCom API"), under("QR: `id` is taken", "QR API")
    ('The card has expired', '`id` is taken')
    >>> under("PSP reply: the card has expired", "PSP API")
    'PSP reply: the card has expired'
    """
    name, colon, rest = title.partition(": ")
    if not colon or not heading.startswith((f"{name} ", f"{name}: ")):
        return title
    first = rest.partition(" ")[0]
    return rest[:1].upper() + rest[1:] if first.islower() else rest
