"""On the smallest usual screen every field of a reception stands above the form's foot."""

from functools import partial

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.reception import Kind, ReceptionEntry, State
from desk.services import reception
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import speak
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.form import ReceptionForm
from desk.ui.shell.finding import people_of

PANEL = (560, 681)  # of 1366 x 768, without bar and foot of the window


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
def test_a_closed_visit_of_a_stranger_fits_its_panel(
    qtbot: QtBot, workplace: Workplace, dressed: QApplication, code: str
) -> None:
    speak(dressed, code)
    known = reception.register(
        workplace,
        ReceptionEntry(
            happened_at=workplace.now(),
            caller_name="送貨員",
            caller_phone="9123 4567",
            kind=Kind.VISITOR,
            request="送貨",
            answer="已登記",
            state=State.CLOSED,
        ),
    )
    form = ReceptionForm(ReceptionDeeds(workplace, partial(people_of, workplace)))
    qtbot.addWidget(form)
    form.load(known)
    form.resize(*PANEL)
    form.show()
    for _turn in range(3):
        QApplication.processEvents()
    shown = [form.fields.cell(key) for key in sorted(form.fields.keys())]
    lowest = max(
        cell.field.mapTo(form, cell.field.rect().bottomLeft()).y()
        for cell in shown
        if cell.isVisible()
    )
    assert form.fields.cell("caller_phone").isVisible()
    assert lowest < form.save_button.mapTo(form, QPoint(0, 0)).y() - 10  # above the foot's rule
