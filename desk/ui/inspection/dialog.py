"""The inspection in a window of its own, opened from a move-in or a home; begun there if need be.

`open_inspection` is the door of other rooms.
"""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desk.domain.inspection import InspectionEntry
from desk.i18n import _, pgettext
from desk.services import inspection
from desk.services.inspection import Filter, Inspection
from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.part import InspectionPart
from desk.ui.inspection.part_plans import people_asked
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.fit import fit
from desk.ui.kit.retranslate import Spoken

_SIZE = (1290, 700)


class InspectionDialog(Spoken, QDialog):
    """`changed` carries the inspection after every finding; freed when it closes."""

    changed = Signal(object)

    def __init__(
        self, deeds: InspectionDeeds, known: Inspection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.part = InspectionPart(deeds)
        self.part.changed.connect(self.changed)
        self.part.record.back_wanted.connect(self.accept)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.part)
        self.part.load(known)
        self.retranslate()
        fit(self, *_SIZE)
        self.part.grid.setFocus()

    def retranslate(self) -> None:
        """The window's title; parts look after themselves."""
        known = self.part.known()
        title = _("Inspection of {unit}").format(unit=known.detail.unit)
        self.setWindowTitle(title)


def open_inspection(
    deeds: InspectionDeeds,
    parent: QWidget,
    unit_id: int,
    *,
    move_in_id: int | None = None,
    owner: str = "",
) -> QDialog:
    """The inspection of a move-in, or the one that goes on in a home; else it is begun."""
    known = deeds.of_move_in(move_in_id) if move_in_id is not None else None
    if known is None:
        rows = inspection.of_unit(deeds.workplace, unit_id, 1)
        is_open = bool(rows) and rows[0].state == "open" and rows[0].move_in_id is None
        known = deeds.inspection(rows[0].id) if is_open else None
    if known is not None:
        return show_inspection(deeds, parent, known)
    dialog = DeedDialog(begin_plan(deeds, unit_id, move_in_id, owner), parent.window())
    dialog.deed_done.connect(partial(show_inspection, deeds, parent))
    dialog.open()
    return dialog


def show_inspection(deeds: InspectionDeeds, parent: QWidget, known: Inspection) -> InspectionDialog:
    """An inspection in its window; what happens in it is told by `deeds.reload_wanted`."""
    dialog = InspectionDialog(deeds, known, parent.window())
    dialog.finished.connect(partial(_closed, deeds))
    dialog.open()
    return dialog


def begin_plan(
    deeds: InspectionDeeds, unit_id: int, move_in_id: int | None, owner: str
) -> DeedPlan:
    """Who goes through the home; the builder is that of the inspection before."""
    rows = inspection.page(deeds.workplace, Filter(), limit=1).rows
    before = rows[0] if rows else None
    entry = InspectionEntry(
        builder=before.builder if before else "",
        contact=before.contact if before else "",
        phone=before.phone if before else "",
        owner=owner,
        held_on=deeds.today(),
    )
    return DeedPlan(
        begin_words,
        begin_words,
        people_asked(deeds, entry),
        partial(_begin, deeds, unit_id, move_in_id),
    )


def _begin(
    deeds: InspectionDeeds, unit_id: int, move_in_id: int | None, values: dict[str, Any]
) -> Inspection:
    entry = InspectionEntry(**values)
    return inspection.begin(deeds.workplace, unit_id, entry, move_in_id=move_in_id)


def _closed(deeds: InspectionDeeds, _result: int) -> None:
    deeds.reload_wanted.emit()


def begin_words() -> str:
    """The deed that begins it."""
    return pgettext("inspection deed", "Begin the inspection")
