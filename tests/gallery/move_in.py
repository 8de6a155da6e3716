"""Scenes of moving in."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from desk.domain.estate import ResidentRole
from desk.domain.move_in import (
    DocumentEntry,
    FeeEntry,
    FeeKind,
    ListedEntry,
    PersonEntry,
    State,
)
from desk.domain.move_in_rule import Holder
from desk.services import (
    household,
    move_in,
    move_in_document,
    move_in_fee,
    move_in_listed,
    move_in_person,
)
from desk.services.move_in import MoveIn
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.move_in import filing_acts
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.matrix_field import MatrixField
from desk.ui.move_in.page import MoveInPage
from desk.ui.move_in.record import CaseRecord
from desk.wording import label
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "supervisor") -> CasesPage:
    page = stage.page("move_in", login)
    assert isinstance(page, MoveInPage)
    section = page.section()
    assert isinstance(section, CasesPage)
    return section


def _written(deeds: MoveInDeeds, **changes: Any) -> MoveIn:
    """A case of an owner the estate knows, in a unit that has none yet."""
    for unit in household.units(deeds.workplace).rows:
        home = household.household(deeds.workplace, unit.id)
        owner = next((one for one in home.residents if one.role is ResidentRole.OWNER), None)
        if owner is not None and not move_in.of_unit(deeds.workplace, unit.id):
            return deeds.save(None, replace(deeds.of_resident(owner.id), **changes))
    raise LookupError("every unit has a case")


def _half_done(deeds: MoveInDeeds) -> MoveIn:
    """Some of it is there: papers, a second resident, one agreement, a fee."""
    rows = deeds.page({"state": State.OPEN}, None).rows
    halves = (one for one in map(deeds.get, (row.id for row in rows)) if one.fees)
    found = next(halves, None)
    if found is not None:
        return found
    known = _written(deeds)
    desk, key = deeds.workplace, known.detail.id
    person = PersonEntry(name=_relative(known), role=ResidentRole.FAMILY)
    known = move_in_person.put(desk, key, known.detail.version, person)
    today = deeds.today()
    found = (
        DocumentEntry("notice", received_on=today, original=True, copy=True, authentic=True),
        DocumentEntry("contract", received_on=today, original=True, authentic=True),
        DocumentEntry("identity", received_on=today, copy=True),
    )
    known = move_in_document.take(desk, key, known.detail.version, found)
    signed = (ListedEntry("service", today, known.detail.name),)
    known = move_in_listed.sign(desk, key, known.detail.version, signed)
    fee = FeeEntry(FeeKind.PROPERTY, label("fee_kind", "property"), Decimal(1280))
    return move_in_fee.add(desk, key, known.detail.version, (fee,))


def _relative(known: MoveIn) -> str:
    return f"{known.detail.name[:1]}小明"


def _record(stage: Stage) -> CaseRecord:
    page = _page(stage)
    known = _half_done(page._deeds)
    page.reload()
    record = page.open_key(str(known.detail.id))
    assert isinstance(record, CaseRecord)
    page.table.choose(known.detail.id)
    stage.settle()
    return record


def _dialog(stage: Stage, record: CaseRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def register(stage: Stage) -> None:
    """The list alone, with cases of every kind."""
    page = _page(stage)
    _half_done(page._deeds)
    _written(page._deeds, by_agent=True, agent="李大文")
    _written(page._deeds, holder=Holder.COMPANY, contact="陳志強")
    page.reload()
    stage.settle()


def case(stage: Stage) -> None:
    """A case half done: what is missing stands at the top."""
    _record(stage)


def case_below(stage: Stage) -> None:
    """The parts below: papers, people, agreements, fees."""
    record = _record(stage)
    area = record.findChild(QScrollArea)
    assert area is not None
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum() // 2)
    stage.settle()


def form(stage: Stage) -> None:
    """A new case from a room."""
    page = _page(stage)
    written = page.start_new()
    assert isinstance(written, CaseForm)
    found = page._deeds.find_people(stage.estate.resident.name)
    person = next(one for group in found for one in group.items if one.kind == "resident")
    written.room._picked(person)
    written.field("by_agent").set_value("yes")
    written._show_around()
    stage.settle()


def documents(stage: Stage) -> None:
    """The matrix of papers, checked by keys."""
    dialog = _dialog(stage, _record(stage), "documents")
    field = dialog.field("documents")
    assert isinstance(field, MatrixField)
    field.grid.setFocus()
    QTest.keyClick(field.grid, Qt.Key.Key_C)
    stage.settle()


def fees(stage: Stage) -> None:
    """A fee is written down."""
    _dialog(stage, _record(stage), "add_fee")


def exceptions(stage: Stage) -> None:
    """Every missing thing, to be let pass by name."""
    record = _record(stage)
    dialog = filing_acts.open_filing(record._deeds, record, record.known())
    dialog.field("items").set_value(["document:contract", "keys"])
    stage.over.append((dialog, None))
    stage.settle()


def deeds(stage: Stage) -> None:
    """All deeds of a case."""
    record = _record(stage)
    sheet = record.bar.open_sheet()
    assert sheet is not None
    stage.settle()
    stage.over.append((sheet, sheet.pos() - record.window().pos()))


def leaving(stage: Stage) -> None:
    """A filed case: what keeps the household stands beside moving out, with the ways to it."""
    page = _page(stage)
    rows = page._deeds.page({"state": State.FILED}, None).rows
    record = page.open_key(str(rows[-1].id))
    assert isinstance(record, CaseRecord)
    page.table.choose(rows[-1].id)
    stage.settle()
    sheet = record.bar.open_sheet()
    assert sheet is not None
    stage.settle()
    stage.over.append((sheet, sheet.pos() - record.window().pos()))


SCENES = {
    "move-in-register": register,
    "move-in-case": case,
    "move-in-case-below": case_below,
    "move-in-form": form,
    "move-in-documents": documents,
    "move-in-fees": fees,
    "move-in-exceptions": exceptions,
    "move-in-deeds": deeds,
    "move-in-leaving": leaving,
}
