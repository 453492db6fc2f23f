"""Where a secret ends that was broken over several lines, or has spaces for its `+`."""

import re2

from troubleshooter.diagnosis.redact.randomness import is_random
from troubleshooter.diagnosis.redact.words import is_ordinary
from troubleshooter.domain import Span

AROUND = r"""[ \t>|]*([%s]+)(?:[ \t|]*|\\*["'`<].*)"""
BLOB = re2.compile(AROUND % "A-Za-z0-9+/=")
JWT = re2.compile(AROUND % "A-Za-z0-9_.=-")
SHORTEST_ROW, LONGEST_ROW = 56, 200

WHOLE = re2.compile(
    "[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
    "|[A-Za-z0-9+/]{22}==|[A-Za-z0-9+/]{43}=|[A-Za-z0-9+/]{86}=="
)
WHOLE_LENGTHS = frozenset({24, 32, 36, 44, 88})
LONGEST_WHOLE = max(WHOLE_LENGTHS)
PIECE = re2.compile(r"[ \t>|]*([\w+/=~.-]+)(.?)")
SPACED = re2.compile(
    r"(?: {1,2}[A-Za-z0-9+/]+){0,8}? {1,2}([A-Za-z0-9+/]*={1,2})(?:[\s&;,\"'`<>)\]}\\]|\z)"
)
"""The rest of a padded key in which each `+` was read as a space."""
CLOSES = ("", *" \t|&;,\"'`<>)]}\\")


def completed(text: str, start: int, end: int, *, by_looks: bool = True) -> int:
    """Where a key ends of which the next line holds the rest: by the length of both, or by looks.

    A mail program may have put a `=` of its own at the end of the line.

    >>> completed("001122334455667788\\n99aabbccddeeff\\nx", 0, 18)
    33
    >>> completed("91234567\\nstate=Qz7aB8NG31Z6TR8&x=1", 0, 8)
    8
    >>> completed("Q7m2vXk9Lr4T\\nzWb8Yn3P\\nMSN: 1", 0, 12)
    21
    """
    marked = text.startswith("=\n", end)
    if end - start >= LONGEST_WHOLE or not (marked or text.startswith("\n", end)):
        return end
    begin = end + 1 + marked
    value = text[start:end]
    if is_whole(value):
        return end
    line = text[begin : begin + 2 * LONGEST_WHOLE].partition("\n")[0]
    found = PIECE.match(line)
    if not found or found[2] not in CLOSES:
        return end
    if "=" in found[1].rstrip("="):
        return end  # a name and a value of its own
    both = value.removesuffix("=") + found[1]
    alone = found[2] in ("&", ";") or not line[found.end(1) :].strip(" \t|")
    by_looks = by_looks and not (len(value) < 16 and value.isdecimal())
    rest = by_looks and alone and is_random(found[1]) and is_random(both) and not is_ordinary(value)
    return begin + int(found.end(1)) if rest or is_whole(both) else end


def is_whole(key: str) -> bool:
    """Is it a key of a length that such keys have?"""
    return len(key) in WHOLE_LENGTHS and bool(WHOLE.fullmatch(key))


def with_spaces(text: str, start: int, end: int) -> int:
    """Where a padded key ends in which spaces stand for `+`, as forms write it.

    >>> with_spaces("Qz7aB NG31Z6TR8MviD6UzT== x", 0, 5), with_spaces("Qz7aB password= x", 0, 5)
    (25, 5)
    """
    if end - start >= LONGEST_WHOLE or not text.startswith(" ", end):
        return end
    found = SPACED.match(text[end : end + LONGEST_WHOLE])
    if not found:
        return end
    last = end + int(found.end(1))
    whole = is_whole(text[start:last].replace(" ", "+"))
    return last if whole or is_random(found[1]) else end


GO_ON = tuple("\n\r= ")
"""Behind what a secret may go on."""


def unwrapped(text: str, start: int, end: int) -> int:
    """Where a secret ends that a mail program, a terminal or `base64` broke over several lines."""
    if text[end : end + 1] not in GO_ON:
        return end
    if text.startswith("ey", start):
        while piece := next_piece(text, end, JWT):
            if text.startswith("ey", piece.start) or not is_random(text[slice(*piece)]):
                break
            end = piece.end
        return end
    end = with_spaces(text, start, end)
    return max(completed(text, start, end), end_of_blob(text, start, end))


def end_of_blob(text: str, start: int, end: int) -> int:
    """Where a blob of Base64 ends: behind rows of one width, and perhaps a shorter one.

    >>> end_of_blob("kX9/" * 16 + "\\n" + "kX9/" * 16 + "\\nabc=\\nIt failed", 0, 64)
    134
    """
    width = end - max(start, text.rfind("\n", start, end) + 1)
    if not SHORTEST_ROW <= width <= LONGEST_ROW:
        return end
    rows = 1
    while piece := next_piece(text, end, BLOB):
        size = piece.end - piece.start
        row = text[slice(*piece)]
        if size > width or not (rows > 1 or row.endswith("=") or is_random(row)):
            break
        end, rows = piece.end, rows + 1
        if size < width:
            break
    return end


def next_piece(text: str, end: int, letters: "re2._Regexp") -> Span | None:
    """What the next line holds of such letters, if nothing else stands before it in that line.

    Marks of a mail may, and behind it may what closes a value.
    """
    end += text.startswith("\r\n", end)
    if not text.startswith("\n", end):
        return None
    stop = text.find("\n", end + 1)
    found = letters.fullmatch(text[end + 1 : stop if stop >= 0 else len(text)])
    return Span(end + 1 + found.start(1), end + 1 + found.end(1)) if found else None
