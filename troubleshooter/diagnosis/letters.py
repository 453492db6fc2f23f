"""Letters that mail programs, pages and screens put in place of the ones that were written.

Hard spaces, hyphens that do not break, letters of no width, wide forms, ligatures, bars of a frame,
UTF-8 read as Latin-1, the codes of mails and of rich text: read as the plain text they stand for.
"""

from collections.abc import Iterator

import re2

from troubleshooter.diagnosis.decoding import Decoded, Encoding, coded, decode, replaced

PLAIN = {
    # of no width: soft hyphen, spaces and joiners, marks of direction, byte order
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u180e", ""),
    **dict.fromkeys(
        "\u00a0\u202f\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009", " "
    ),
    **dict.fromkeys("\u200a\u205f\u3000", " "),
    **dict.fromkeys("\u2028\u2029\u0085", "\n"),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("│┃║▏▕", "|"),
    **dict.fromkeys("─━═", "-"),
    **dict.fromkeys("┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝╭╮╰╯┏┳┓┣╋┫┗┻┛", "+"),
    **dict.fromkeys("″‟‶＂〝〞", '"'),
    **{chr(0xFEE0 + code): chr(code) for code in range(0x21, 0x7F) if chr(code) not in '"'},
    **{"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"},
}
"""What is read in place of each letter; the quotation marks of languages are read elsewhere."""

STRANGE = coded("", re2.compile(f"[{''.join(PLAIN)}]"), PLAIN.__getitem__)

WINDOWS = {bytes([byte]).decode("cp1252", "replace"): byte for byte in range(0x80, 0xC0)}
BYTES = {**{chr(byte): byte for byte in range(0x80, 0x100)}, **WINDOWS}
BYTES.pop("\ufffd")  # five bytes that Windows gives no letter
FOLLOWING = "[" + "".join(sorted({letter for letter in BYTES if BYTES[letter] < 0xC0})) + "]"
MISREAD = re2.compile(
    f"[\u00c2-\u00df]{FOLLOWING}|[\u00e0-\u00ef]{FOLLOWING}{{2}}|[\u00f0-\u00f4]{FOLLOWING}{{3}}"
)

MAIL_CODES = re2.compile(r"(?:=[0-9A-F]{2})+|=[ \t]*\n")
MAIL_SIGN = re2.compile(
    r"(?i:(Content-Transfer-Encoding):[ \t]*quoted-printable)"
    r"|=3D|=(?:C2|C3)=[89AB][0-9A-F]|=E2=80=|(?m:^)[^\n]{69,75}=\n"
)
NO_MAIL_CODE = re2.compile(r"=(?:[^0-9A-F\n]|[0-9A-F][^0-9A-F])")

RICH_CODES = re2.compile(r"[{}]|\\'[0-9a-f]{2}|\\[{}\\]|\\[a-z]+(?:-?\d+)? ?")
RICH = {
    **dict.fromkeys(("\\ldblquote", "\\rdblquote"), '"'),
    **dict.fromkeys(("\\lquote", "\\rquote"), "'"),
    **dict.fromkeys(("\\par", "\\line"), "\n"),
    "\\tab": "\t",
}


def plainly_lettered(seen: Decoded) -> Decoded:
    """The text in the letters that it was written with.

    >>> from troubleshooter.diagnosis.decoding import plain
    >>> plainly_lettered(plain("in\\u00advalid\\u00a0key, canâ€™t")).text
    'invalid key, can’t'
    """
    seen = decode(seen, MAIL)
    if not seen.text.isascii():
        found = MISREAD.finditer(seen.text)
        seen = replaced(seen, ((*each.span(), reread(each[0])) for each in found))
        seen = decode(seen, STRANGE)
    if "\\ldblquote" in seen.text or "{\\rtf" in seen.text:
        seen = decode(seen, coded("\\", RICH_CODES, of_rich_text))
    return seen


def mail_codes(text: str) -> Iterator[tuple[int, int, str]]:
    r"""The codes of a mail, or of the paragraphs of one that stand beside another text.

    >>> list(mail_codes("code=x\n\nThe key=3D1")), list(mail_codes("code=x, key=3D1"))
    ([(15, 18, '=')], [])
    """
    begin = 0
    whole = is_mail(text)
    for part in [text] if whole else text.split("\n\n"):
        if whole or is_mail(part):
            for code in MAIL_CODES.finditer(part):
                yield begin + code.start(), begin + code.end(), of_mail(code[0])
        begin += len(part) + len("\n\n")


MAIL = Encoding("=", mail_codes)


def is_mail(text: str) -> bool:
    """Whether `=` begins a code everywhere, or a header says so: in `code=35` it does not."""
    sign = MAIL_SIGN.search(text)
    return bool(sign and (sign[1] or not NO_MAIL_CODE.search(text)))


def of_mail(code: str) -> str:
    return (
        "" if code.endswith("\n") else bytes.fromhex(code.replace("=", "")).decode(errors="replace")
    )


def reread(letters: str) -> str:
    """UTF-8 that was read byte by byte; the letters as they are where that makes no sense."""
    try:
        return bytes(BYTES[letter] for letter in letters).decode()
    except UnicodeDecodeError:
        return letters


def of_rich_text(code: str) -> str:
    if code in "{}":
        return ""
    if code.startswith("\\'"):
        return bytes.fromhex(code[2:]).decode("cp1252", "replace")
    return RICH.get(code.rstrip("0123456789 -"), "" if code[1].isalpha() else code[1])
