"""One content file: TOML between `+++` lines, a first paragraph, and sections under headings."""

from pathlib import Path

from troubleshooter.knowledge.fault import Fault
from troubleshooter.knowledge.fields import fields_of


class Page:
    """One content file: its id, its fields, its first paragraphs and the sections after them."""

    def __init__(self, path: Path, faults: list[Fault]) -> None:
        self.id = path.stem
        file = f"{path.parent.name}/{path.name}"
        opening, _, rest = path.read_text(encoding="utf-8").partition("+++\n")
        front, _, body = rest.partition("+++\n")
        if opening or not body:
            faults.append(Fault("E000", file, "has no front matter.", "Begin and end it with +++."))
        self.fields = fields_of(front, file, faults)
        intro, *sections = f"\n{body.strip()}\n".split("\n## ")
        self.intro = intro.strip()
        self.sections = {}
        for section in sections:
            head, _, markdown = section.partition("\n")
            self.sections[head.strip()] = markdown.strip()

    def expect(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> None:
        """Complain about headings that are missing, empty, unknown or out of order."""
        known = required + optional
        for head in required:
            if not self.sections.get(head):
                self.fields.fault("E008", f"the heading '## {head}' is missing or empty.", "")
        for head in self.sections:
            self.fields.one_of("heading", head, known)
        if list(self.sections) != [head for head in known if head in self.sections]:
            self.fields.fault(
                "E008", "its headings are out of order.", f"Order: {', '.join(known)}."
            )
        if not self.intro:
            self.fields.fault("E008", "has no text before the first heading.", "Say what it means.")
