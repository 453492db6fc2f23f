"""What errors are called where a heading already says a part of it."""


def under(title: str, heading: str) -> str:
    """A title without the name of the API, where the heading above it begins with that name.

    >>> under("eCom: the card has expired", "eCom API"), under("QR: `id` is taken", "QR API")
    ('The card has expired', '`id` is taken')
    >>> under("PSP reply: the card has expired", "PSP API")
    'PSP reply: the card has expired'
    """
    name, colon, rest = title.partition(": ")
    if not colon or not heading.startswith(f"{name} "):
        return title
    first = rest.partition(" ")[0]
    return rest[:1].upper() + rest[1:] if first.islower() else rest
