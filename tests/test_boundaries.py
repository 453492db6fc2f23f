"""Which way imports may point, and what may not be said where. DESIGN in one screen."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "troubleshooter"
STDLIB = frozenset(sys.stdlib_module_names)
MAY_IMPORT = {
    "domain.py": STDLIB,
    "guide.py": STDLIB | {"troubleshooter.domain"},
    "search": STDLIB
    | {"troubleshooter.domain", "troubleshooter.search", "re2", "rapidfuzz", "Stemmer"},
    "diagnosis": STDLIB
    | {"troubleshooter.domain", "troubleshooter.diagnosis", "re2", "ahocorasick_rs"},
    "knowledge": STDLIB
    | {"troubleshooter.domain", "troubleshooter.knowledge", "re2", "markdown_it"},
    "lookups": STDLIB | {"troubleshooter.domain", "troubleshooter.lookups", "requests"},
}
VAGUE = {"utils", "util", "helpers", "common", "core", "services", "misc", "base"}
MODULES = sorted(ROOT.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            found.add(node.module or "")
    return found


def starts_with(name: str, allowed: str) -> bool:
    return name == allowed or name.startswith(f"{allowed}.")


@pytest.mark.parametrize("part", MAY_IMPORT)
def test_a_part_imports_only_what_it_may(part):
    here = ROOT / part
    for path in [here] if here.is_file() else sorted(here.rglob("*.py")):
        for name in imports_of(path):
            assert any(starts_with(name, each) for each in MAY_IMPORT[part]), f"{path}: {name}"


def test_the_web_does_not_know_the_desk():
    for path in (ROOT / "web").rglob("*.py"):
        assert not any(name.startswith("troubleshooter.desk") for name in imports_of(path)), path


def test_no_regular_expression_of_python_touches_a_paste():
    for path in (ROOT / "diagnosis").rglob("*.py"):
        assert "re" not in imports_of(path), f"{path}: use re2, which is linear"


def test_only_redact_makes_redacted_text():
    for path in MODULES:
        if "redact" not in path.parts:
            assert "RedactedText(" not in path.read_text(encoding="utf-8"), path


def test_a_file_is_named_after_what_it_knows():
    assert not VAGUE & {path.stem for path in MODULES}
    assert not VAGUE & {path.parent.name for path in MODULES}


def test_there_is_no_code_in_the_content():
    assert not list((ROOT / "content").rglob("*.py"))


def test_the_flow_fits_on_one_screen():
    tree = ast.parse((ROOT / "diagnosis" / "__init__.py").read_text(encoding="utf-8"))
    flow = next(node for node in tree.body if getattr(node, "name", "") == "diagnose")
    assert flow.end_lineno - flow.lineno <= 25
