"""A case from the counter to its special report, by the book, through the real windows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.models import history
from desk.services import complaint_case
from desk.services.workplace import Workplace
from desk.ui.paper.preview import Preview
from tests.journeys.case_hands import CaseHands
from tests.journeys.case_office import CLERK, Office, prepare
from tests.journeys.case_steps import CASE, Steps
from tests.journeys.desk_hands import Hands, a, come_in, running, show, text_of

Key = Qt.Key


@pytest.fixture
def steps(
    qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
) -> Iterator[Steps]:
    """The program on the office's folder, its clerk at the desk."""
    prepare(folder, clock, office)
    with running(qapp, folder, clock) as program:
        hands = Hands(qtbot)
        come_in(program, hands, CLERK)
        yield Steps(CaseHands(program, hands), clock, office)


def test_a_case_goes_from_the_counter_to_its_special_report_by_the_book(
    steps: Steps, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps.a_visit_becomes_a_complaint()
    steps.it_is_judged()
    steps.it_is_handed_out()
    steps.it_is_presented()
    steps.another_caller_joins()
    steps.something_is_promised()
    steps.it_is_handled_too_late()
    steps.the_closing_names_what_is_missing()
    steps.what_it_asks_for_is_brought()
    steps.the_overrun_is_approved()
    steps.it_is_closed_and_followed_up()
    steps.the_visit_is_answered()
    record = print_record(steps.desk, tmp_path, monkeypatch)
    assert [words for words in wanted(office) if words not in text_of(record)] == []
    everything_is_written_down(steps.desk.workplace(), office)


def print_record(desk: CaseHands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ctrl+P shows what is printed of a closed case; Ctrl+S saves it."""
    path = tmp_path / "record.pdf"
    monkeypatch.setattr("desk.ui.paper.preview.choose_to_save", lambda *_words: path)
    desk.find(CASE)
    desk.hands.press_with_ctrl(Key.Key_P)
    preview = a(Preview, show(QApplication.activeModalWidget()))
    assert preview.fault() == ""
    desk.hands.press_with_ctrl(Key.Key_S)
    desk.hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    return path


def wanted(office: Office) -> tuple[str, ...]:
    """What the printed record has to say."""
    told = ("course", "process", "result", "seen", "why", "learnt", "avoid")
    return (office.heading, office.estate, *office.residents, *(office.said[one] for one in told))


def everything_is_written_down(workplace: Workplace, office: Office) -> None:
    """The case as the services tell it: closed, nothing owed, its trail whole."""
    case = complaint_case.get(workplace, CASE)
    assert case.detail.state == "closed"
    assert [one.name for one in case.facts.joint] == [office.residents[1]]
    assert case.facts.report is not None
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT clock, met_at, ended_at FROM deadline WHERE kind = 'complaint'"
        ).all()
        assert len(rows) > 12
        assert [one.clock for one in rows if one.met_at is None and one.ended_at is None] == []
        assert list(history.broken_entries(reader)) == []
