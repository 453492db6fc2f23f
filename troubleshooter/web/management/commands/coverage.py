"""`manage.py coverage`: each documented code against its problem, a rule and a sample."""

from argparse import ArgumentParser
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from troubleshooter.knowledge import knowledge
from troubleshooter.web.checks import PASTES
from troubleshooter.web.coverage import Covered, coverage


class Command(BaseCommand):
    help = "Hold every documented code against the content. Fails on a gap without a listed reason."
    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's name for "none")

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--all", action="store_true", help="print every code, not only gaps")

    def handle(self, *, all: bool, **_: Any) -> None:
        rows = list(coverage(knowledge(), PASTES))
        for family, of_family in groupby(rows, attrgetter("family")):
            codes = list(of_family)
            whole = sum(row.is_whole for row in codes)
            self.stdout.write(f"{family:<20} {whole:>3} of {len(codes):>3}")
            for row in codes:
                if all or not row.is_whole:
                    self.stdout.write(line(row))
        open_gaps = [row for row in rows if not row.is_in_order]
        listed = sum(bool(row.why) for row in rows)
        self.stdout.write(f"{len(rows)} codes, {listed} listed gaps, {len(open_gaps)} others")
        if open_gaps:
            raise CommandError(f"{len(open_gaps)} codes are not in order.")


def line(row: Covered) -> str:
    has = {"problem": bool(row.problem), "rule": row.has_rule, "sample": row.has_sample}
    lacks = ", ".join(f"no {part}" for part, there in has.items() if not there)
    said = row.why or lacks or row.problem
    return f"  {row.code:<40} {said}"
