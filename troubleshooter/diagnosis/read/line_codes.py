"""Line breaks that a program wrote as codes: `\\n` between the members of a body, `#012`, `<br>`.

A code inside a quoted string is the string's own and stays.
"""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, replaced
from troubleshooter.diagnosis.read.breaks import Cut

STRING = r'"(?:[^"\\]|\\.)*"'
BACKSLASHED = re2.compile(
    r"""[{\[(,]\s*(?:\\{1,2}[rnt][ \t]*)*\\{1,2}n[ ]*(?:\\{1,2}t[ ]*)*(?:["'][\w$@-]|\[\w+\] =>)"""
)
"""A code between an opening or a comma and a name: no string has a quotation mark there."""

BACKSLASH_CODE = re2.compile(rf"{STRING}|\\{{1,2}}r\\{{1,2}}n|\\{{1,2}}[rnt]")
OCTAL = re2.compile(r"""[{\[(,:]\s*#012|#012[ \t]*["'{\[}\]]""")
OCTAL_CODE = re2.compile("#015#012|#01[125]")
TAG = re2.compile(rf"(?i){STRING}|<br ?/?>\r?\n?")


def with_line_breaks(seen: Decoded) -> Decoded:
    """The text with a line break in place of each code for one.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> with_line_breaks(plain('b\\'{\\\\n  "a": "b\\\\n"}\\'')).text
    'b\\'{\\n  "a": "b\\\\n"}\\''
    """
    if "\\n" in seen.text and BACKSLASHED.search(seen.text):
        seen = replaced(seen, cuts(BACKSLASH_CODE, seen.text))
    if "#012" in seen.text and OCTAL.search(seen.text):
        seen = replaced(seen, cuts(OCTAL_CODE, seen.text))
    if "<br" in seen.text or "<BR" in seen.text:
        seen = replaced(seen, cuts(TAG, seen.text))
    return seen


def cuts(codes: "re2._Regexp[str]", text: str) -> Iterator[Cut]:
    for code in codes.finditer(text):
        if code[0][0] != '"':
            yield *code.span(), "\t" if code[0].endswith(("t", "#011")) else "\n"
