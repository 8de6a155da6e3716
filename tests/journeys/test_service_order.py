"""A leaking tap: from the visit to the closed order, by keys, in both scripts.

The visit becomes a repair slip; somebody is sent and takes the printed slip along; the work is
done and paid against a receipt; the slip is scanned home and the order closed.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.service_order import State
from desk.models import history
from desk.services import service_order, signed_paper
from desk.services.service_order import Order
from desk.ui.paper.preview import Preview
from desk.ui.print_room.home_dialog import HomeDialog
from desk.ui.reception.form import ReceptionForm
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.page import ServiceOrderPage
from desk.ui.service_order.record import OrderRecord
from tests.journeys.case_hands import refusals
from tests.journeys.case_office import LEAD, Office
from tests.journeys.desk_hands import (
    a,
    show,
    take_over,
    text_of,
)
from tests.journeys.record_hands import RecordHands, code_on, is_gone
from tests.services.order_course import worker

Key = Qt.Key
ORDER = "O2026-000001"
PRICE = "120"
WORKER = {"zh_Hant": "郭師傅", "zh_Hans": "郭师傅"}
DONE = {"zh_Hant": "更換龍頭芯，試水正常。", "zh_Hans": "更换龙头芯，试水正常。"}
WISH = {"zh_Hant": "廚房水龍頭滴水，請派人。", "zh_Hans": "厨房水龙头滴水，请派人。"}


class Desk(RecordHands):
    """One clerk at one desk, and the order that is open at it."""

    @property
    def record(self) -> OrderRecord:
        return a(OrderRecord, self.window.page().open_form())

    def known(self) -> Order:
        return service_order.get(self.workplace(), ORDER)


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
) -> Iterator[Desk]:
    """The program on the office's folder, its clerk at the desk."""
    with Desk.opened(qapp, qtbot, folder, clock, office) as desk:
        yield desk


def test_a_leaking_tap_from_the_visit_to_the_closed_order(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker(desk.workplace(), WORKER[office.language])
    a_visit_becomes_a_repair(desk, office)
    slip = somebody_is_sent_with_the_slip(desk, office, tmp_path, monkeypatch)
    said = text_of(slip)
    wanted = (ORDER, office.residents[0], "".join(office.phones[0].split()), WISH[office.language])
    assert [words for words in wanted if "".join(words.split()) not in said] == []
    the_work_is_done_and_paid(desk, office)
    it_is_scanned_home(desk, office, code_on(slip))
    it_is_closed(desk)
    workplace = desk.workplace()
    (home,) = signed_paper.of_record(workplace, "service_order", desk.known().detail.id)
    assert home.signed_by == office.residents[0]
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []


def a_visit_becomes_a_repair(desk: Desk, office: Office) -> None:
    """The visit is written down; its button makes an order of it, with nothing typed twice."""
    desk.go("reception")
    desk.hands.press(Key.Key_F2)
    visit = a(ReceptionForm, desk.window.page().open_form())
    visit.person.line.setFocus()
    desk.hands.type(office.initials[0])
    desk.hands.press(Key.Key_Return)
    desk.case.answer(visit.fields, "request", WISH[office.language])
    desk.hands.click(visit.order_button)
    page = a(ServiceOrderPage, desk.window.page())
    form = a(OrderForm, page.open_form())
    assert form.field("customer").value() == office.residents[0]
    assert form.field("wish").value() == WISH[office.language]
    desk.case.answer(form.fields, "kind", "repair")
    form.field("price").control.setFocus()
    desk.hands.type(PRICE)
    desk.hands.press(Key.Key_F8)
    assert desk.record.heading() == ORDER, (form.summary(), refusals(form))
    assert desk.known().facts.state is State.AGREED
    assert desk.known().detail.reception is not None


def somebody_is_sent_with_the_slip(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """F8, Down to who may be sent, F8; the slip is offered at once and saved by Ctrl+S."""
    path = tmp_path / "slip.pdf"
    monkeypatch.setattr("desk.ui.paper.preview.choose_to_save", lambda *_words: path)
    dialog = desk.begin("send")
    desk.hands.press(Key.Key_Down)
    desk.finish(dialog)
    assert desk.known().detail.provider == WORKER[office.language]
    preview = a(Preview, show(QApplication.activeModalWidget()))
    assert preview.fault() == ""
    desk.hands.press_with_ctrl(Key.Key_S)
    desk.hands.press(Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
    show(desk.window)
    return path


def the_work_is_done_and_paid(desk: Desk, office: Office) -> None:
    """At the door in time, done at the agreed price, paid on site against a receipt."""
    desk.go_on(20)
    desk.do("arrive")
    desk.go_on(40)
    dialog = desk.begin("done")
    desk.case.answer(dialog.fields, "work_done", DONE[office.language])
    desk.finish(dialog)
    assert desk.known().facts.state is State.DONE
    why = desk.record.closing.missing()
    assert len(why) == 4
    desk.do("pay", place="on_site")
    paper = a(Preview, show(QApplication.activeModalWidget()))  # the receipt is offered at once
    assert paper.fault() == ""
    desk.hands.press(Key.Key_Escape)
    show(desk.window)
    (receipt,) = desk.known().receipts
    assert receipt.collected_by == WORKER[office.language]
    assert desk.known().facts.owed == 0


def it_is_scanned_home(desk: Desk, office: Office, code: str) -> None:
    """Scanned on the first page: the slip is back and signed, and its opinion typed in."""
    desk.go_on(30)
    desk.go("today")
    desk.hands.press_with_ctrl(Key.Key_K)
    desk.scan(code)
    dialog = a(HomeDialog, show(QApplication.activeModalWidget()))
    assert desk.record.heading() == ORDER
    desk.case.answer(dialog.fields, "signed_by", office.residents[0])
    desk.hands.press(Key.Key_F8)
    assert is_gone(dialog), refusals(dialog)
    show(desk.window)
    assert desk.known().facts.slip_back_at is not None
    desk.record.reload()
    dialog = desk.begin("sign")
    desk.case.answer(dialog.fields, "satisfaction", "very")
    desk.finish(dialog)
    assert desk.known().missing == ()


def it_is_closed(desk: Desk) -> None:
    """Whoever may close does it; nothing is missing any more."""
    take_over(desk.program, desk.hands, LEAD)
    desk.find(ORDER)
    assert desk.record.closing.missing() == []
    desk.do("close")
    assert desk.known().facts.state is State.CLOSED
