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
    *(("link", "mark", 4.5), ("quiet", "mark", 4.5)),  # a place of the map that a link leads to
    *((line, "mark", 3) for line in ("edge", "focus")),
    *(("action", ground, 3) for ground in GROUNDS),  # ticks, bars, what is chosen
]
CODE_GROUND = "color-mix(in srgb, var(--ink) 7%, transparent)"
DECORATION = {"line"}
"""What only sets apart what can be told apart without it."""


def parts(colour: str) -> list[int]:
    """Red, green and blue, from 0 to 255."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * each for each in colour[1:])
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


def luminance(colour: str) -> float:
    """As WCAG 2.2 defines it, from 0 for black to 1 for white."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (each / 255 for each in parts(colour))
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


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("text", ["ink", "quiet", "link", "good", "bad"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_code_can_be_read_on_its_shade(ground, text, colours):
    assert f"code {{ overflow-wrap: anywhere; background: {CODE_GROUND};" in SHEET
    assert contrast(colours[text], mixed(colours["ink"], 0.07, colours[ground])) >= 4.5


def mixed(one: str, part: float, other: str) -> str:
    """So much of one colour over another one."""
    pairs = zip(parts(one), parts(other), strict=True)
    return "#" + "".join(f"{round(part * ink + (1 - part) * paper):02x}" for ink, paper in pairs)


def test_the_line_round_the_skip_link_stands_on_the_paper_of_the_link():
    assert contrast(LIGHT["focus"], LIGHT["bar"]) < 3
    skip = "".join(re.findall(r"\.skip(?::focus)? \{([^}]*)\}", SHEET))
    assert "background: var(--paper);" in skip
    assert "outline-offset: -3px;" in skip  # as much as it is wide: it lies inside


def used(*properties: str) -> set[str]:
    """The names of the colours that these properties have anywhere in the sheet, but for paper."""
    screen = SHEET.partition("@media print {\n  :root")[0].replace(CODE_GROUND, "")
    given = re.findall(rf"[{{;\s](?:{'|'.join(properties)})\s*:([^;}}]*)", screen)
    return {name for value in given for name in re.findall(r"var\(--([\w-]+)\)", value)}


def test_every_name_that_is_used_is_given():
    given = set(re.findall(r"--([\w-]+):", SHEET))
    assert set(re.findall(r"var\(--([\w-]+)\)", SHEET)) - given == set()


def test_every_colour_in_use_stands_in_a_pair():
    texts, grounds = ({pair[side] for pair in PAIRS} for side in (0, 1))
    lines = used("border[a-z-]*", "outline[a-z-]*", "box-shadow", "stroke", "accent-color", "fill")
    assert used("color") <= texts
    assert used("background[a-z-]*") - DECORATION <= grounds
    assert (lines & LIGHT.keys()) - DECORATION <= texts | grounds
    assert {"ink", "on-mark", "bad"} <= used("color")


def test_no_colour_stands_outside_of_the_names():
    named = re.sub(r":root \{.*?\}", "", SHEET, flags=re.DOTALL)
    assert set(re.findall(r"#[0-9a-f]{3,8}\b(?=[; ])", named)) <= {"#000"}


def test_nothing_is_loaded_by_the_sheet():
    assert not re.search(r"url\(|@import|@font-face", SHEET)
