"""A desk with one household that has a history, and the reception page on it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.domain.complaint import ComplaintEntry
from desk.domain.permissions import Permission
from desk.domain.reception import Kind, ReceptionEntry, State
from desk.models.estate import Building, Phone, Resident, StandingInstruction, Unit
from desk.services import complaint, reception
from desk.services.workplace import Workplace
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.form import ReceptionForm
from desk.ui.reception.page import ReceptionPage
from desk.ui.shell.finding import people_of


@dataclass(frozen=True)
class Household:
    """One unit of two residents, and an empty one."""

    unit_id: int
    empty_unit_id: int
    owner_id: int


@pytest.fixture
def household(workplace: Workplace) -> Household:
    """曾德華 and 李美玲 in A座12樓B室, who are away; nobody in B座."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        empty = Unit(building=Building(name="B座"), door="1", label="B座1室", position="2")
        owner = Resident(
            unit=unit,
            name="曾德華",
            role="owner",
            kind="natural",
            phones=[Phone(number="9123 4567", digits="91234567")],
        )
        wife = Resident(unit=unit, name="李美玲", role="family", kind="natural")
        away = StandingInstruction(
            unit=unit,
            text="外遊，速遞代收",
            starts=dt.date(2026, 11, 1),
            ends=dt.date(2026, 11, 30),
        )
        over = StandingInstruction(
            unit=unit, text="裝修", starts=dt.date(2026, 1, 1), ends=dt.date(2026, 2, 1)
        )
        work.add(owner, wife, away, over, empty)
        work.commit()
    return Household(unit.id, empty.id, owner.id)


@pytest.fixture
def visits(workplace: Workplace, household: Household, clock: FixedClock) -> list[str]:
    """Three visits of the unit, the second still open, and an open complaint."""
    start = clock.now()
    owner = {"resident_id": household.owner_id}
    told = [
        ReceptionEntry(start - dt.timedelta(days=3), request="泳池開放時間", answer="七時",
                       state=State.CLOSED, **owner),
        ReceptionEntry(start - dt.timedelta(days=2), request="廚房漏水", kind=Kind.HELP, **owner),
        ReceptionEntry(start - dt.timedelta(days=1), request="補領門禁卡", answer="已補",
                       state=State.CLOSED, **owner),
    ]  # fmt: skip
    numbers = [reception.register(workplace, entry).number for entry in told]
    complaint.register(
        workplace,
        ComplaintEntry(
            received_at=start, occurred_at=start, place="大堂", about="保安部", course="態度差",
            demand="道歉", contact="9123 4567", resident_id=household.owner_id,
        ),
    )  # fmt: skip
    return numbers


@pytest.fixture
def deeds(workplace: Workplace, household: Household) -> ReceptionDeeds:
    return ReceptionDeeds(workplace, partial(people_of, workplace))


@pytest.fixture
def page(qtbot: QtBot, deeds: ReceptionDeeds) -> Iterator[ReceptionPage]:
    """The page as it stands in the window at 1366 × 768."""
    made = ReceptionPage(deeds)
    qtbot.addWidget(made)
    made.resize(1165, 680)
    made.show()
    made.activateWindow()
    made.shown()
    QApplication.processEvents()
    yield made
    form = made.open_form()
    if isinstance(form, ReceptionForm):
        form.load(form.value())  # nothing to lose, nothing asked


def new_form(page: ReceptionPage) -> ReceptionForm:
    """F2."""
    form = page.start_new()
    assert isinstance(form, ReceptionForm)
    QApplication.processEvents()
    return form
