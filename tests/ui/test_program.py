"""What the program does when something escapes: a fault is said, a bug is written down."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from desk import app, i18n
from desk.app import Program
from desk.clock import FixedClock
from desk.config import DataFolder
from desk.errors import EnvironmentFault
from desk.services.workplace import Workplace

PRIVATE = "金絲雀龘堃"


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything the clerk was told."""
    told: list[str] = []

    def tell(_parent: Any, text: str, detail: str = "", **_kind: Any) -> None:
        told.append(f"{text}\n{detail}")

    monkeypatch.setattr(app, "tell", tell)
    return told


@pytest.fixture
def program(dressed: QApplication, workplace: Workplace, clock: FixedClock) -> Iterator[Program]:
    made = Program(dressed, workplace.folder, clock)
    window = made.show_desk(workplace)
    yield made
    window.close()
    window.deleteLater()


def _reports(folder: DataFolder) -> list[str]:
    return [path.read_text("utf-8") for path in folder.logs.glob("crash*")]


def test_a_bug_leaves_a_report_without_a_name_and_the_window_stays(
    program: Program, workplace: Workplace, said: list[str]
) -> None:
    program.on_bug(ValueError, ValueError(PRIVATE), None)

    (report,) = _reports(workplace.folder)
    assert "ValueError" in report
    assert PRIVATE not in report
    assert len(said) == 1
    assert program.window is not None
    assert program.window.isVisible()


def test_a_fault_that_escapes_is_said_and_is_no_bug(
    program: Program, workplace: Workplace, said: list[str]
) -> None:
    program.on_bug(EnvironmentFault, EnvironmentFault("storage.busy"), None)

    assert _reports(workplace.folder) == []
    assert said == ["資料庫正忙，請稍候再試，資料沒有遺失。\n"]


def test_who_signs_out_leaves_no_words_of_the_region_behind(program: Program) -> None:
    i18n.serve("TW")
    assert i18n._("Estate") == "社區"
    assert program.desk is not None

    program.desk.window.sign_out_wanted.emit()

    assert i18n._("Estate") == "屋苑"
    assert program.window is not None
    program.window.close()
    program.window.deleteLater()
