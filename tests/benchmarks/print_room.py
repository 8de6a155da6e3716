"""The print room: one form from its record to its PDF, a thousand in one file, and their room.

The thousand forms are of a thousand cases of a real encrypted database; the floor draws the very
same words, lines and boxes with plain ReportLab calls into one file. Memory is taken in processes
of their own, which make a batch of so many forms.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from sqlalchemy import select

from desk.models.complaint import Complaint
from desk.printing.bundle import Bundle
from desk.printing.ops import Page
from desk.printing.paint import About
from desk.services import paper
from desk.services.paper import FormCode
from desk.services.paper_sheet import Asked
from desk.services.workplace import Workplace
from tests.benchmarks.cases import cases
from tests.benchmarks.sample import ROOT
from tests.benchmarks.table import Row
from tests.benchmarks.timing import milliseconds, share
from tests.printing import bare

FORM = FormCode.COMPLAINT_RECORD
ASKED = Asked("zh_Hant")
ONE = 25.0  # milliseconds
BUDGET = 2.0
FORMS = 1_000
FEW = 100
FLAT = 1.25
ROUNDS = 31


def measure() -> list[Row]:
    """One form, a thousand forms, and how much more room they take than a hundred."""
    with closing(cases(FORMS).open()) as workplace:
        keys = _keys(workplace)
        return [*_one(workplace, keys), *_thousand(workplace, keys), _memory()]


def _one(workplace: Workplace, keys: list[int]) -> list[Row]:
    """Read, laid out and painted, another record each time."""
    rows = []
    for form in (FormCode.COMPLAINT_SHEET, FormCode.COMPLAINT_RECORD):
        shown = iter(keys)
        paper.prepare(workplace, form, keys[-1], ASKED).painted()
        times = [
            milliseconds(lambda: paper.prepare(workplace, form, next(shown), ASKED).painted())  # noqa: B023
            for _round in range(ROUNDS)
        ]
        what = f"{form.replace('_', ' ')}, from record to PDF"
        rows.append(Row(what, share(times, 0.5), "ms", None, None, ONE, f"median of {ROUNDS}"))
    return rows


def _thousand(workplace: Workplace, keys: list[int]) -> list[Row]:
    sheets = [paper.prepare(workplace, FORM, key, ASKED) for key in keys]
    forms = [sheet.drawn for sheet in sheets]
    floor = milliseconds(lambda: bare.drawn(forms))
    drawn = milliseconds(lambda: _bundled(forms))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "thousand.pdf"
        whole = milliseconds(lambda: paper.print_batch(workplace, FORM, keys, ASKED, file=file))
    pages = sum(map(len, forms))
    return [
        Row(f"{len(keys):,} forms drawn into one file", drawn, "ms", floor, BUDGET, None),
        Row(
            f"{len(keys):,} forms read, laid out, drawn, logged",
            whole,
            "ms",
            floor,
            BUDGET,
            None,
            f"{pages:,} pages; the floor only draws",
        ),
    ]


def _bundled(forms: Sequence[Sequence[Page]]) -> bytes:
    bundle = Bundle(About("forms", "estate", ASKED.language))
    for pages in forms:
        bundle.add(pages)
    return bundle.finished()


def _keys(workplace: Workplace) -> list[int]:
    with workplace.reading() as reader:
        query = select(Complaint.id).where(Complaint.policy_id.is_not(None)).limit(FORMS)
        return list(reader.execute(query).scalars())


def _memory() -> Row:
    few, many = _room_of(FEW), _room_of(FORMS)
    what = f"most memory, {FORMS:,} forms in one file beside {FEW}"
    return Row(what, many, "MB", few, FLAT, None, "each in a process of its own")


def _room_of(count: int) -> float:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tests.benchmarks.print_room", str(count)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=600
    )
    return float(json.loads(done.stdout.strip().splitlines()[-1]))


def main(count: int) -> None:
    """Make a batch of so many forms and print the most memory it took, in MB."""
    began = time.perf_counter()
    with closing(cases(FORMS).open()) as workplace, tempfile.TemporaryDirectory() as folder:
        keys = _keys(workplace)[:count]
        paper.print_batch(workplace, FORM, keys, ASKED, file=Path(folder) / "forms.pdf")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} forms in {time.perf_counter() - began:.1f} s", file=sys.stderr)  # noqa: T201
    print(json.dumps(peak))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]))
