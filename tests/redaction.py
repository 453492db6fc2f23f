"""`make redaction`: what leaks and what is kept, for each class in each syntax.

A cell is `leaked/planted`; empty cells are clean. Half of the values are the same in every run, the
others new; the seed is printed, and `REDACT_SEED=…` makes the same again. `REDACT_VALUES=…` says
how many secrets a cell gets (50), `REDACT_KEPT=…` how many values each thing to keep (200).
"""

import os
import random
import sys
from multiprocessing import Pool

from tests.canaries import KEEPS, NOT_TOLD_FROM_WORDS, SECRETS, SYNTAXES, leaks, written
from tests.test_redact_syntaxes import CUT_ALL_THE_SAME
from troubleshooter.diagnosis.redact import redact, tidied

VALUES = int(os.environ.get("REDACT_VALUES") or 50)
KEPT = int(os.environ.get("REDACT_KEPT") or 200)
FRESH = os.environ.get("REDACT_SEED") or str(random.SystemRandom().randrange(10**9))
Cell = tuple[str, str]


def seeds(*cell: str, values: int) -> list[random.Random]:
    """Where made-up values come from: one half is always the same."""
    return [
        random.Random("/".join((*cell, FRESH if number % 2 else "always", str(number // 2))))
        for number in range(values)
    ]


def leaked(cell: Cell) -> int:
    syntax, kind = cell
    name, make = SECRETS[kind]
    secrets = [make(rng) for rng in seeds(*cell, values=VALUES)]
    return sum(bool(leaks(each, redact(written(syntax, name, each)).text)) for each in secrets)


def touched(cell: Cell) -> int:
    syntax, kind = cell
    name, make = KEEPS[kind]
    values = [make(rng) for rng in seeds(*cell, values=-(-KEPT // len(SYNTAXES)))]
    texts = [tidied(written(syntax, name, each)) for each in values]
    return sum(redact(text).text != text for text in texts)


def cells(kinds: dict[str, object]) -> list[Cell]:
    return [(syntax, kind) for kind in kinds for syntax in SYNTAXES]


def row(kind: str, counts: dict[Cell, int], planted: int, listed: dict[Cell, str]) -> str:
    """A line for a class: its sum, and each syntax that is not clean; `*` if its reason is listed."""
    spoilt = [
        f"{syntax} {counts[syntax, kind]}/{planted}" + "*" * ((syntax, kind) in listed)
        for syntax in SYNTAXES
        if counts[syntax, kind]
    ]
    total = sum(counts[syntax, kind] for syntax in SYNTAXES)
    return f"{kind:<30} {total:>6}/{planted * len(SYNTAXES):<7} {', '.join(spoilt)}"


def table(
    heading: str,
    kinds: dict[str, object],
    counts: dict[Cell, int],
    planted: int,
    listed: dict[Cell, str],
) -> bool:
    """Print it; say whether every cell that is not clean has its reason listed."""
    print(f"\n{heading}: {len(kinds)} classes x {len(SYNTAXES)} syntaxes x {planted} values")
    for kind in kinds:
        print(row(kind, counts, planted, listed))
    bad = {cell: count for cell, count in counts.items() if count and cell not in listed}
    print(f"not listed with a reason: {sum(bad.values())} of {planted * len(counts)}")
    for reason in sorted(
        {listed[cell] for cell, count in counts.items() if count and cell in listed}
    ):
        print(f"* {reason}")
    return not bad


def main() -> int:
    """Print both tables; 1 if anything leaks or is spoilt that is not listed with its reason."""
    print(f"REDACT_SEED={FRESH}")
    with Pool() as pool:
        secrets, kept = cells(SECRETS), cells(KEEPS)
        lost = dict(zip(secrets, pool.map(leaked, secrets, chunksize=16), strict=True))
        cut = dict(zip(kept, pool.map(touched, kept, chunksize=16), strict=True))
    clean = table("Leaked of planted", SECRETS, lost, VALUES, NOT_TOLD_FROM_WORDS)
    whole = table("Touched of kept", KEEPS, cut, -(-KEPT // len(SYNTAXES)), CUT_ALL_THE_SAME)
    return 0 if clean and whole else 1


if __name__ == "__main__":
    sys.exit(main())
