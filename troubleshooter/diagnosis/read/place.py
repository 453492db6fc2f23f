"""Where a walk through a body stands."""

from typing import NamedTuple

from troubleshooter.diagnosis.decoding import Decoded
from troubleshooter.diagnosis.read.node import Node
from troubleshooter.domain import Fact, Span


class Place(NamedTuple):
    """The text that is read, and the error that the facts speak for.

    `side` is "request" for what was sent, "response" for what came back, "" where nothing tells.
    """

    decoded: Decoded
    within: Span
    quotes: int = 0
    side: str = ""

    def fact(self, name: str, node: Node) -> Fact:
        """The fact that a value stands there; a Node without one stands for its very letters."""
        _, start, end = node
        value = self.decoded.text[start:end] if node.value is None else str(node.value)
        return Fact(name, value, self.decoded.span(start, end), self.within)

    def derived(self, name: str, value: str, node: Node) -> Fact:
        """A fact whose value is a word of ours, because of what stands there."""
        return Fact(name, value, self.decoded.span(node.start, node.end), self.within)

    def of(self, node: Node) -> "Place":
        """The same, for an error of its own inside a list."""
        return self._replace(within=self.decoded.span(node.start, node.end))

    def on(self, side: str) -> "Place":
        """The same, for what was sent or what came back."""
        return self._replace(side=side)
