"""What the bytes of a secret look like where a program prints them as numbers."""

from troubleshooter.diagnosis.redact.rules import Shape

BYTES = (
    Shape(
        kind="secret",
        pattern=r"<Buffer ((?:[0-9a-f]{2} ){7,}[^>\n]{2,30})>",
        certain=True,
        signs=("<Buffer",),
        cuts=("<Buffer «37 66 30 61 31 62 32 63 ... 14 more bytes»>",),
        keeps=("<Buffer 37 66>",),
    ),
    Shape(
        kind="secret",
        pattern=r"""\bdata\\*["']?:\s*\[\s*((?:[0-9]{1,3},\s*){15,}[0-9]{1,3})""",
        signs=("Buffer",),
        cuts=(
            "{ type: 'Buffer', data: [ «55, 102, 48, 97, 49, 98, 50, 99, 51, 100, 52, 101, 53, 54, 55, 56» ] }",
        ),
        keeps=("{ type: 'Buffer', data: [1, 2, 3, 4, 5, 6, 7, 8] }",),
    ),
    Shape(
        kind="secret",
        pattern=r"\[((?:[0-9]{1,3} ){15,}[0-9]{1,3})\]",
        certain=True,
        cuts=("key [«55 102 48 97 49 98 50 99 51 100 52 101 53 54 55 56»] in Go",),
        keeps=("rows [1 2 3 4 5 6 7 8]", "[2026 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16]"),
    ),
)
