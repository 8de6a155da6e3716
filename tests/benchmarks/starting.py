"""From process start to a window that takes input, and how much memory that takes.

The floor is a bare PySide6 window in a process that has also imported SQLAlchemy.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.benchmarks.sample import ROOT, Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import share

BUDGET = 1.5
MEMORY_BUDGET = 2.0
ROUNDS = 9
PROBE = Path(__file__).with_name("probe.py")


def measure(large: Sample) -> list[Row]:
    """Both by turns; medians."""
    ours, floor = [], []
    for _round in range(ROUNDS):
        floor.append(_start("floor"))
        ours.append(_start("first", str(large.folder)))
    desk = _start("desk", str(large.folder), large.login, large.password)
    bare = _start("bare")
    return [
        Row(
            "process start to a window that takes input",
            share([one["ready"] for one in ours], 0.5),
            "ms",
            share([one["ready"] for one in floor], 0.5),
            BUDGET,
            None,
            f"median of {ROUNDS}; floor: a bare window and SQLAlchemy",
        ),
        Row(
            "resident memory, signed in, register open",
            desk["memory"],
            "MB",
            share([one["memory"] for one in floor], 0.5),
            MEMORY_BUDGET,
            None,
            f"{bare['memory']:.0f} MB without SQLAlchemy; over: ORM, cipher, key wrap, two faces",
        ),
    ]


def _start(*arguments: str) -> dict[str, float]:
    """One process: `ready` in milliseconds since its start, `memory` in MB."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    began = time.time()
    done = subprocess.run(
        [sys.executable, str(PROBE), *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return {"ready": (told["ready"] - began) * 1000, "memory": told["memory"]}
