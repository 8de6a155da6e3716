"""From process start to a window that takes input, and how much memory that takes.

The floor is a bare PySide6 window in a process that has also imported SQLAlchemy; for memory it
is the bare window alone.
"""

import json
import os
import subprocess
import sys
import time

from tests.benchmarks.sample import ROOT, Sample
from tests.benchmarks.table import Row
from tests.benchmarks.timing import share

BUDGET = 1.5
MEMORY_BUDGET = 2.0
ROUNDS = 9

_TELL = """
import json, os, time
def tell(*_):
    for _round in range(3):
        app.processEvents()
    ready = time.time()
    pages = int(open("/proc/self/statm").read().split()[1])
    print(json.dumps({"ready": ready, "memory": pages * os.sysconf("SC_PAGE_SIZE") / 2**20}))
    app.quit()
"""
_BARE = (
    _TELL
    + """
{also}
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
QTimer.singleShot(0, tell)
app.exec()
"""
)
_OURS = (
    _TELL
    + """
import pathlib, sys
from desk import app as program
from desk.config import DataFolder
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
def ready(started):
    global app
    app = QApplication.instance()
    QTimer.singleShot(0, {then})
program.run(DataFolder(pathlib.Path(sys.argv[1])), ready=ready)
"""
)
_SIGNED_IN = """
def enter():
    window = started.window
    window.form.login.setText(sys.argv[2])
    window.form.password.setText(sys.argv[3])
    window.form.submit()
    QTimer.singleShot(200, tell)
"""


def measure(large: Sample) -> list[Row]:
    """Both by turns; medians."""
    floor_script = _BARE.format(also="import sqlalchemy")
    ours_script = _OURS.format(then="tell")
    ours, floor = [], []
    for _round in range(ROUNDS):
        floor.append(_run(floor_script)["ready"])
        ours.append(_run(ours_script, str(large.folder))["ready"])
    bare = _run(_BARE.format(also=""))["memory"]
    inside = _OURS.replace("def ready(started):\n    global app", _signed_in()).format(then="enter")
    memory = _run(inside, str(large.folder), large.login, large.password)["memory"]
    return [
        Row(
            "process start to a window that takes input",
            share(ours, 0.5),
            "ms",
            share(floor, 0.5),
            BUDGET,
            None,
            f"median of {ROUNDS}; floor: a bare window and SQLAlchemy",
        ),
        Row(
            "resident memory, signed in, register open",
            memory,
            "MB",
            bare,
            MEMORY_BUDGET,
            None,
            "floor: a bare window",
        ),
    ]


def _signed_in() -> str:
    return (
        _SIGNED_IN + "\ndef ready(program_now):\n    global app, started\n    started = program_now"
    )


def _run(script: str, *arguments: str) -> dict[str, float]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    started = time.time()
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    told["ready"] = (told["ready"] - started) * 1000
    return told
