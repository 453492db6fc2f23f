"""What dumps of PHP, Ruby, Java, Kotlin, Go and Node look like, piece by piece."""

from typing import NamedTuple

import re2

from troubleshooter.diagnosis.read.member_names import MEMBERS, TRACES
from troubleshooter.diagnosis.read.node import Node

TELLING = "|".join(sorted(MEMBERS.keys() | TRACES.keys() | {"type", "error"}))
SIGNS = re2.compile(
    r"=>|[{(\[]\w+=[^=\s]|\bmap\[\w|[{\[]\w+:[^\s:]|[\w:] [A-Z]\w+ \{|\w \[\w+\] \{"
    r"|\[(?:Function|Circular|class|Object)\b|@\{|[{(]\s*\w+ = "
    rf"|(?i:\{{\s*(?:{TELLING}): [A-Za-z])"
)
KEY = re2.compile(
    r"""[+#-]?(?:\[["']?([^"'\]\n]*)["']?(?::[^\]\n]*)?\]|"([^"\n\\]*)"|'([^'\n\\]*)'"""
    r"|:?([A-Za-z_$@][\w.$@-]*)|([0-9]+))[ \t]*(=>|=|:)"
)
OPENING = re2.compile(
    r"(?:\(object\) ?|&|<ref \*\d+> )?[\\\w.$]*(?:::\w+\()?(?: Object)?"
    r"(?:\(\d+\)|\([\w\\]+\)#\d+ ?\(\d+\)| ?\[\w[\w ]*\]|:\d+)?\s*([{(\[])"
)
"""What may stand before the brace of an object: `array(3) {`, `stdClass Object\n(`, `map[`."""

OPENING_AFTER_BARE = re2.compile(r"(?:map|[A-Z]\w*)?(?:([{\[])|(\()[\w.]+=)")
OPENING_OF_PRINT_R = re2.compile(r"(?:Array|[\w\\]+ Object)\s*(\()")
TYPED = re2.compile(r'(?:string\(\d+\) (")|(?:int|float|double|bool|enum)\(([^()\n]*)\))')
LAST_WORD = re2.compile(r"(?:\barray|\bArray| Object)\s*\z")
ITEM_AHEAD = re2.compile(r"[,;]\s*[A-Za-z_$][\w.$-]* ?=")
WORD_AHEAD = re2.compile(r"(?:[,;]?\s|,)[A-Za-z_$][\w.$-]*:\S")
SPACED_AHEAD = re2.compile(r",\s*[A-Za-z_$][\w.$-]*: ")
PRINTED_KEY = re2.compile(r"\[[^\[\]\n]*\] =>")

MOST = 160
"""How far a step looks ahead: longer names and types are none."""

CLOSES = {"{": "}", "[": "]", "(": ")"}
OPENS = {closing: opening for opening, closing in CLOSES.items()}


class Key(NamedTuple):
    """The name of a member, what stands between it and its value, and whether it is in brackets."""

    node: Node
    sign: str
    bracketed: bool


def is_dump(text: str) -> bool:
    """Whether a text may hold a dump that JSON's own rules do not read."""
    return bool(SIGNS.search(text))
