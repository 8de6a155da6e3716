"""The power goes while a form is printed: no paper without a record, no record that claims more.

And two clerks at one data folder cannot both print the first one.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.services import complaint, paper, sign_in
from desk.services.paper import FormCode, PrintRow
from desk.services.workplace import Workplace
from tests.conftest import NOW, PASSWORD
from tests.services.test_complaint import WHOLE

SHEET = FormCode.COMPLAINT_SHEET

_OPENING = """
import os, pathlib, signal, sys
from desk.clock import SystemClock
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.models.unit_of_work import UnitOfWork
from desk.services import files, paper, sign_in
folder = DataFolder(pathlib.Path(sys.argv[1]))
workplace = sign_in.sign_in(folder, "admin", sys.argv[2], SystemClock())
file = pathlib.Path(sys.argv[3])
step = sys.argv[4]
sheet = paper.prepare(workplace, "complaint_sheet", 1, "zh_Hant")
"""
_KILLED = (
    _OPENING
    + """
def die():
    os.kill(os.getpid(), signal.SIGKILL)

def around(owner, name, before, after):
    real, calls = getattr(owner, name), []
    def call(*given, **told):
        calls.append(1)
        if before == len(calls): die()
        answer = real(*given, **told)
        if after == len(calls): die()
        return answer
    setattr(owner, name, call)

STEPS = {
    "file laid down": (files, "_write", 0, 1),
    "log not written": (UnitOfWork, "commit", 1, 0),
    "log written": (UnitOfWork, "commit", 0, 1),
    "file not named": (pathlib.Path, "replace", 1, 0),
    "file named": (pathlib.Path, "replace", 0, 1),
    "answer not written": (UnitOfWork, "commit", 2, 0),
    "answer written": (UnitOfWork, "commit", 0, 2),
}
if step in STEPS:
    around(*STEPS[step])
    paper.save_pdf(workplace, sheet, file)
elif step == "queue not told":
    paper.send(workplace, sheet, "Counter")
    die()
elif step == "queue told":
    sent = paper.send(workplace, sheet, "Counter")
    file.write_bytes(sent.pdf)
    die()
"""
)
_RACING = (
    _OPENING
    + """
print("ready", flush=True)
sys.stdin.readline()
try:
    if step == "pdf": paper.save_pdf(workplace, sheet, file)
    else: paper.send(workplace, sheet, "Counter")
except Exception as refused:
    print(type(refused).__name__, flush=True)
else:
    print("printed", flush=True)
"""
)


@pytest.fixture
def begun(workplace: Workplace, folder: DataFolder) -> DataFolder:
    """A folder with one complaint, which nobody holds open."""
    complaint.register(workplace, WHOLE)
    workplace.close()
    return folder


def started(script: str, folder: DataFolder, file: Path, step: str) -> "subprocess.Popen[str]":
    words = [sys.executable, "-c", script, str(folder.path), PASSWORD, str(file), step]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def reopened(folder: DataFolder) -> Workplace:
    return sign_in.sign_in(folder, "admin", PASSWORD, FixedClock(NOW))


@pytest.mark.parametrize(
    ("step", "is_there", "outcome"),
    [
        ("file laid down", False, None),
        ("log not written", False, None),
        ("log written", False, "asked"),
        ("file not named", False, "asked"),
        ("file named", True, "asked"),
        ("answer not written", True, "asked"),
        ("answer written", True, "printed"),
        ("queue not told", False, "asked"),
        ("queue told", True, "asked"),
    ],
)
def test_a_print_that_is_killed_leaves_neither_paper_without_record_nor_a_lie(
    begun: DataFolder, tmp_path: Path, step: str, is_there: bool, outcome: str | None
) -> None:
    file = tmp_path / "sheet.pdf"
    with started(_KILLED, begun, file, step) as clerk:
        assert clerk.wait(60) == -9
    again = reopened(begun)
    try:
        rows = paper.prints_of(again, "complaint", 1)
        assert file.exists() is is_there
        assert [row.outcome for row in rows] == ([] if outcome is None else [outcome])
        for row in rows:
            _is_whole(again, row, file)
        assert complaint.register(again, WHOLE).number == "C2026-000002"
    finally:
        again.close()


def _is_whole(workplace: Workplace, row: PrintRow, file: Path) -> None:
    """The pages can be shown; what is a question can be answered, and counts accordingly."""
    pdf = paper.shown_again(workplace, row.id)
    assert not file.exists() or file.read_bytes() == pdf
    if row.outcome == "asked":
        paper.answer(workplace, row.id, came_out=file.exists())
    assert paper.unanswered(workplace) == ()
    assert paper.prepare(workplace, SHEET, 1, "zh_Hant").reprint == int(file.exists())


@pytest.mark.parametrize("step", ["pdf", "printer"])
def test_two_clerks_on_one_folder_cannot_both_print_the_first(
    begun: DataFolder, tmp_path: Path, step: str
) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "other.pdf"]
    clerks = [started(_RACING, begun, file, step) for file in files]
    for clerk in clerks:
        assert clerk.stdout is not None
        assert clerk.stdout.readline() == "ready\n"
    said = [clerk.stdin for clerk in clerks]
    for line in said:
        assert line is not None
        line.write("\n")
        line.flush()
    told = sorted(clerk.communicate(timeout=60)[0].strip() for clerk in clerks)
    assert told == ["StaleRecord", "printed"]
    again = reopened(begun)
    try:
        assert [row.reprint for row in paper.prints_of(again, "complaint", 1)] == [0]
        if step == "pdf":
            assert sum(file.exists() for file in files) == 1
    finally:
        again.close()
