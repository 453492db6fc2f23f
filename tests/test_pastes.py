"""Every sample paste is a test: the name of its folder is the expected first answer."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.accuracy import figures, in_readme, judge
from tests.samples import APART, FORMS, PASTES, WRAPPINGS, positives
from troubleshooter.diagnosis import diagnose

EVERY_PROBLEM = {"bare", "http", "log"}
NOT_OVER_HTTP = {"cors"}  # a browser writes it: there is no response to paste


def samples(*folders: Path, marks=()):
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return [pytest.param(path, id=f"{path.parent.name}/{path.stem}", marks=marks) for path in paths]


def folders(*inside: str) -> list[Path]:
    return [path for path in sorted(PASTES.joinpath(*inside).glob("*")) if path.name not in APART]


FOLDERS = folders()
WRONG_TODAY = pytest.mark.xfail(reason="what we get wrong today, in the open", strict=True)
KNOWN_WRONG = samples(*folders("known-wrong"), marks=WRONG_TODAY)
KNOWN_MISTAKEN = samples(PASTES / "known-wrong" / "none", marks=WRONG_TODAY)


def found_in(path, knowledge):
    return diagnose(path.read_text(encoding="utf-8"), knowledge).findings


@pytest.mark.parametrize("path", samples(*FOLDERS) + KNOWN_WRONG)
def test_a_paste_finds_its_own_problem_first(path, knowledge):
    found = found_in(path, knowledge)
    assert [finding.problem.id for finding in found][:1] == [path.parent.name]
    assert all(finding.because for finding in found)


@pytest.mark.parametrize("path", samples(PASTES / "none") + KNOWN_MISTAKEN)
def test_a_near_miss_is_not_taken_for_an_error_of_ours(path, knowledge):
    for finding in found_in(path, knowledge):
        assert finding.strength != "certain"
        assert finding.strength == "possible" or finding.problem.id.startswith("http-")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_problem_is_pasted_bare_in_http_and_in_a_log(folder, knowledge):
    assert folder.name in knowledge.problems
    names = {each.wrapping for each in positives() if each.problem == folder.name}
    assert EVERY_PROBLEM - names == ({"http"} if folder.name in NOT_OVER_HTTP else set())


def test_the_name_of_a_sample_says_how_it_was_pasted_and_what_is_inside():
    for each in positives():
        assert each.wrapping in WRAPPINGS, each.path
        assert each.form in FORMS, each.path


def test_the_readme_has_the_figures_of_today():
    assert in_readme() == figures(judge()), "run `make accuracy`"


EVERY_TENTH = """
from tests.samples import PASTES
from troubleshooter.diagnosis import diagnose
from troubleshooter.knowledge import knowledge

for path in sorted(PASTES.rglob("*.txt"))[::10]:
    found = diagnose(path.read_text("utf-8"), knowledge())
    print(path.name, found.report.facts, [(each.problem.id, each.because) for each in found.findings])
"""


def test_a_paste_gets_the_same_answer_from_every_worker():
    """The order of sets differs from process to process."""
    said = [
        subprocess.run(
            [sys.executable, "-c", EVERY_TENTH],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert said[0] == said[1]
    assert said[0].count(b"\n") > 200
