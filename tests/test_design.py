"""The style sheet: every pair of colours can be read in light and in dark, and nothing comes from elsewhere."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).parent.parent / "static" / "site.css").read_text(encoding="utf-8")
LIGHT, DARK = (
    dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", block))
    for block in re.findall(r":root \{(.*?)\}", SHEET, re.DOTALL)[:2]
)
GROUNDS = ("ground", "paper", "tint")
PAIRS = [
    *((text, ground, 7) for text in ("ink", "quiet", "link") for ground in GROUNDS),
    *((text, ground, 4.5) for text in ("good", "bad") for ground in GROUNDS),
    *((line, ground, 3) for line in ("edge", "focus") for ground in GROUNDS),
    *(("on-action", "action", 7), ("on-action", "good", 4.5), ("ground", "edge", 4.5)),
    *(("on-bar", "bar", 7), ("on-bar-quiet", "bar", 7), ("on-mark", "mark", 7)),
]


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it, from 0 for black to 1 for white."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_the_greatest_contrast():
    assert contrast("#000", "#ffffff") == 21


def test_dark_names_every_colour_that_light_names():
    assert LIGHT.keys() == DARK.keys()
    assert {name for one, other, _ in PAIRS for name in (one, other)} <= LIGHT.keys()


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("one", "other", "least"), PAIRS)
def test_a_pair_of_colours_can_be_told_apart(one, other, least, colours):
    assert contrast(colours[one], colours[other]) >= least


def test_no_colour_stands_outside_of_the_names():
    named = re.sub(r":root \{.*?\}", "", SHEET, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b(?=[; ])", named)) <= {"#000"}


def test_nothing_is_loaded_by_the_sheet():
    assert not re.search(r"url\(|@import|@font-face", SHEET)
