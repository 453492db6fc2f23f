"""A map as shapes with numbers, from left to right, for a template that writes them as SVG."""

from collections.abc import Sequence
from functools import cache
from textwrap import wrap
from typing import NamedTuple

from django.utils.translation import gettext

from troubleshooter.knowledge.markdown import plain
from troubleshooter.web.guide_map import Twig
from troubleshooter.web.words import errors, unbroken

WIDTH, BETWEEN, MARGIN = 266, 42, 4
INDENT = 28  # of all that stands below the first question
LINE, PADDING = 18, 5
MOST_SIGNS = 33  # in a line: what a wide system font gets into a box
MOST_LINES = 4  # of an answer, and of a title; the list has the whole of it
TAKEN = "✓ "
"""Before an answer that was given: the way that was taken is not told by its colour alone."""


class Line(NamedTuple):
    """One line of text: where its foot is, and whether it is a part of the "answer" or the "title"."""

    y: int
    text: str
    part: str


class Shape(NamedTuple):
    """A box for a twig: its whole text, the place of its upper left corner, its height, its lines."""

    twig: Twig
    name: str
    x: int
    y: int
    height: int
    lines: tuple[Line, ...]


class Edge(NamedTuple):
    """A line from a question to one of its answers, as a path of SVG."""

    path: str
    taken: bool


class Drawing(NamedTuple):
    """Everything to draw, in the order in which the keyboard goes through it.

    Lengths are in units of the drawing; `shown` is its width and height on the page, in pixels.
    """

    width: int
    height: int
    shown: tuple[int, int]
    shapes: tuple[Shape, ...]
    edges: tuple[Edge, ...]

    @property
    def last(self) -> str:
        """The id of the box of the last answer that was given, "" when none of them is drawn."""
        return next((f"at-{each.twig.id}" for each in self.shapes[::-1] if each.twig.taken), "")


def drawing(first: Twig, zoom: float = 1) -> Drawing:
    """A map with every box in its place, so many times as large as usual."""
    placed = laid_out(first)
    below_first = len(texts(first)) + 1
    shapes = (
        shape(first, MARGIN, MARGIN),
        *(
            shape(twig, left_of(column), (line + below_first) * LINE + MARGIN)
            for twig, column, line, _ in placed[1:]
        ),
    )
    edges = (
        edge(shapes[each.above], below, first=not each.above)
        for each, below in zip(placed, shapes, strict=True)
        if each.above is not None
    )
    width = max(each.x for each in shapes) + WIDTH + MARGIN
    height = max(each.y + each.height for each in shapes) + MARGIN
    return Drawing(
        width,
        height,
        (round(width * zoom), round(height * zoom)),
        shapes,
        tuple(sorted(edges, key=lambda each: each.taken)),  # the way that was taken lies on top
    )


class Placed(NamedTuple):
    """A twig, its column, its first line, and the number of the twig it hangs on."""

    twig: Twig
    column: int
    line: int
    above: int | None


def laid_out(first: Twig) -> list[Placed]:
    """Each twig in its place, by the algorithm of Reingold and Tilford.

    A question stands beside the first of its answers: in the middle of them it would often be off
    the screen. The first of all stands above them, for a phone shows no more than one column.
    """
    from igraph import Graph  # when a map is drawn: it takes some MB, and most workers draw none

    tree = Tree(depth_of(first))
    tree.grow(first)
    lines = [x for x, _ in Graph(edges=tree.edges).layout_reingold_tilford(root=[0])]
    top = min(lines)
    return [each._replace(line=round(lines[each.line] - top)) for each in tree.placed]


class Tree:
    """The points that are laid out. The algorithm knows no sizes, so a box that ends a way is as
    many points as it has lines, and one more for the gap, all of them in the last column.
    """

    def __init__(self, deepest: int) -> None:
        self.deepest = deepest
        self.edges: list[tuple[int, int]] = []
        self.placed: list[Placed] = []  # `line` is a point

    def grow(self, twig: Twig, column: int = 0, above: int | None = None, point: int = 0) -> int:
        """Add a twig and all behind it. Gives the point of its first line."""
        number = len(self.placed)
        self.placed.append(Placed(twig, column, 0, above))
        firsts = [self.grow(each, column + 1, number, self.after(point)) for each in twig.twigs]
        if not firsts:
            for _ in range(column, self.deepest):
                point = self.after(point)
            firsts = [self.after(point) for _ in range(len(texts(twig)) + 1)]
        self.placed[number] = self.placed[number]._replace(line=firsts[0])
        return firsts[0]

    def after(self, point: int) -> int:
        """A new point that hangs on another one; the first of all is 0."""
        new = len(self.edges) + 1
        self.edges.append((point, new))
        return new


def depth_of(twig: Twig) -> int:
    return 1 + max(map(depth_of, twig.twigs), default=-1)


def texts(twig: Twig) -> list[tuple[str, str]]:
    """The lines in a box, each with what it is a part of."""
    parts = ((answer_of(twig), "answer"), (title_of(twig), "title"))
    return [(line, part) for text, part in parts for line in lines_of(text)]


def name_of(twig: Twig) -> str:
    """The whole text of a box.

    >>> name_of(Twig("problem", "x", "Key not known", "/", "It says `401`", taken=True))
    '✓ It says 401 → Key not known'
    """
    return " → ".join(filter(None, (answer_of(twig), title_of(twig))))


def answer_of(twig: Twig) -> str:
    return (TAKEN if twig.taken else "") + plain(twig.answer) if twig.answer else ""


def title_of(twig: Twig) -> str:
    """What a box is called.

    >>> title_of(Twig("closed", "x", "Which `status`?", "/", ends=9))
    'Which status? (9\\xa0errors)'
    """
    title = plain(twig.title)
    if twig.kind not in ("closed", "again"):
        return title
    more = errors(twig.ends) if twig.kind == "closed" else gettext("elsewhere on this map")
    return f"{title} ({unbroken(more)})"


@cache
def lines_of(text: str) -> Sequence[str]:
    """The lines of a text, as even as they can be without one more: no word is left alone.

    >>> lines_of("What does the body of the 401 say?")
    ['What does the body', 'of the 401 say?']
    """
    lines = wrap(text, MOST_SIGNS, max_lines=MOST_LINES, placeholder=" …")
    longest = max(map(len, text.split(" "))) or 1
    evener = (wrap(text, signs) for signs in range(longest, MOST_SIGNS))
    return next((each for each in evener if len(each) == len(lines)), lines)


def left_of(column: int) -> int:
    """Where the boxes of a column begin; those of the first one stand below the first question."""
    return MARGIN + INDENT + (column - 1) * (WIDTH + BETWEEN)


def shape(twig: Twig, x: int, y: int) -> Shape:
    lines = texts(twig)
    feet = (y + PADDING + number * LINE - 5 for number in range(1, len(lines) + 1))
    written = tuple(Line(foot, *each) for foot, each in zip(feet, lines, strict=True))
    return Shape(twig, name_of(twig), x, y, len(lines) * LINE + 2 * PADDING, written)


def edge(above: Shape, below: Shape, *, first: bool) -> Edge:
    """A line to the left side of a box: from the foot of the first one, else from the right side."""
    high, low = (each.y + LINE for each in (above, below))
    path = f"M{above.x + WIDTH} {high}H{below.x - BETWEEN // 2}V{low}H{below.x}"
    if first:
        path = f"M{above.x + INDENT // 2} {above.y + above.height}V{low}H{below.x}"
    return Edge(path, below.twig.taken)
