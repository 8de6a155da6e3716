"""The inspection of a home on the screen: the grid of its parts, beside it all the rest (R30).

Every finding is saved as it is made: what was found stands there after a power cut.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.inspection import Mark, Signer, State, said
from desk.domain.meter import MeterKind
from desk.errors import DeskError
from desk.i18n import _, language, pgettext
from desk.services import inspection
from desk.services.inspection import KIND, Inspection
from desk.ui.attachment.photos_dialog import PhotosDialog
from desk.ui.inspection import grid as grids
from desk.ui.inspection import part_acts, part_words, words
from desk.ui.inspection.deeds import InspectionDeeds, place_words
from desk.ui.inspection.lines import Lines
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.faults import fault_words
from desk.ui.kit.label import WordLabel
from desk.ui.kit.notify import tell
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory
from desk.wording import label, reasons_words

_BETWEEN = " · "
_BESIDE = 460


class InspectionRecord(ShownRecord):
    """Shows an `Inspection` but for its parts, and lets its deeds be done."""

    def __init__(self, deeds: InspectionDeeds) -> None:
        self._deeds = deeds
        super().__init__(part_acts.acts(deeds), part_acts.groups(), brief=True)

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Which inspection it is."""
        return words.about_inspection(self.known())

    def parts(self) -> Sequence[QWidget]:
        """What is missing comes first."""
        self.missing = Lines(_missing_words)
        self.people, self.meters = FactSection(), FactSection(_meters_words)
        self.signed, self.defects = FactSection(_signed_words), Lines(_defects_words)
        self.prints = PrintHistory(self._deeds.workplace)
        return self.missing, self.people, self.meters, self.signed, self.defects, self.prints

    def show_value(self, value: Inspection) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.prints.show_record(KIND, value.detail.id)

    def known(self) -> Inspection:
        """The inspection that is shown."""
        value: Any = self.value()
        if not isinstance(value, Inspection):
            raise TypeError("no inspection is shown")
        return value

    def read_again(self) -> Inspection:
        """The inspection as it is now."""
        return self._deeds.inspection(self.known().detail.id)

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_not_print()

    def print_likeliest(self) -> Preview:
        """The sheet."""
        return part_acts.show_sheet(self._deeds, self, self.known())

    def show_words(self) -> None:
        """Everything in the current language."""
        known = self.known()
        self.change_button.hide()
        self.show_chip(words.inspection_chip(known))
        self.missing.show_lines(reasons_words(known.missing).splitlines())
        self.people.show_facts(list(self._people(known)))
        self.meters.show_facts(list(self._meters(known)))
        self.signed.show_facts(list(self._signed(known)))
        self.defects.show_lines(
            [
                _BETWEEN.join(
                    (one.number, place_words(one), one.what, label("defect_state", one.state))
                )
                for one in known.defects
            ]
        )

    # Parts

    def _people(self, known: Inspection) -> Iterator[Fact]:
        row, custom = known.detail, self._deeds.custom
        yield Fact(_("Room"), row.unit)
        yield Fact(
            pgettext("inspection", "Day at the home"),
            custom.date(row.held_on) if row.held_on else "",
        )
        yield Fact(_("Builder"), row.builder)
        contact = _BETWEEN.join(filter(None, (row.contact, row.phone)))
        yield Fact(pgettext("inspection", "Who comes for the builder"), contact)
        yield Fact(pgettext("inspection", "Who comes for the owner"), row.owner)
        yield Fact(pgettext("inspection", "Property staff who come along"), row.staff)
        yield Fact(pgettext("inspection", "Remark"), row.remark, wide=True)
        yield Fact(_("Void"), row.void_why, wide=True)

    def _meters(self, known: Inspection) -> Iterator[Fact]:
        for kind in MeterKind:
            read = known.reading(kind)
            if read is None:
                continue
            value = "" if read.value is None else part_words.reading(read.value)
            told = (read.meter_number, value, read.absent or read.why)
            yield Fact(label("meter_kind", kind), _BETWEEN.join(filter(None, told)), wide=True)

    def _signed(self, known: Inspection) -> Iterator[Fact]:
        for signer in Signer:
            signature = known.facts.signatures.get(signer)
            if signature is not None:
                told = (signature.by, self._deeds.custom.date(signature.on))
                yield Fact(label("signer", signer), _BETWEEN.join(told))


class InspectionPart(QWidget):
    """`changed` carries the inspection as it stands after every finding and every deed."""

    changed = Signal(object)

    def __init__(self, deeds: InspectionDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.grid = grids.PartsGrid()
        self.record = InspectionRecord(deeds)
        self.record.setFixedWidth(_BESIDE)
        self._lay_out()
        self.grid.marked.connect(self.mark)
        self.grid.room_passed.connect(self.pass_room)
        self.grid.photos_wanted.connect(self.show_photos)
        self.record.saved.connect(self._saved)
        self.setFocusProxy(self.grid)

    def load(self, known: Inspection) -> None:
        """Show an inspection, the keyboard on the first part nobody has looked at."""
        self.record.load(known)
        self._show_grid(known)
        self.grid.go_to_unseen()

    def known(self) -> Inspection:
        """The inspection that is shown."""
        return self.record.known()

    # Findings

    def mark(self, mark: Mark) -> None:
        """What was found of a part."""
        self._judge([mark])

    def pass_room(self, item_id: int) -> None:
        """All of a room that nobody has looked at passes."""
        self._judge(inspection.judge_room(self.known(), item_id))

    def show_photos(self, item_id: int) -> PhotosDialog:
        """The photos of a part."""
        item = next(one for one in self.known().items if one.id == item_id)
        spoken = language()
        what = f"{said(item.room, spoken)}{_BETWEEN}{said(item.part, spoken)}"
        dialog = PhotosDialog(what, self._deeds.photos(item_id), self.window())
        dialog.photos.changed.connect(self.record.reload)
        dialog.open()
        return dialog

    # Parts

    def _judge(self, marks: Sequence[Mark]) -> None:
        known = self.known()
        if not marks:
            return
        judge: Callable[..., Inspection] = inspection.judge
        try:
            value = judge(self._deeds.workplace, known.detail.id, known.detail.version, marks)
        except DeskError as fault:
            tell(self, fault_words(fault))
            self.record.reload()
            return
        self.record.load(value)
        self._saved(value)

    def _saved(self, value: Inspection) -> None:
        self._show_grid(value)
        self.changed.emit(value)

    def _show_grid(self, known: Inspection) -> None:
        may = not inspection.change_reasons(self._deeds.workplace, known)
        self.grid.show_items(known.items, is_open=may and known.facts.state is State.OPEN)

    def _lay_out(self) -> None:
        hint = WordLabel(grids.hint_words, "muted")
        hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setContentsMargins(20, 16, 12, 16)
        left.setSpacing(8)
        left.addWidget(hint)
        left.addWidget(self.grid, 1)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(left, 1)
        box.addWidget(self.record)


def _missing_words() -> str:
    return pgettext("inspection", "Still missing")


def _meters_words() -> str:
    return pgettext("inspection", "Meters")


def _signed_words() -> str:
    return pgettext("inspection", "Signed")


def _defects_words() -> str:
    return pgettext("inspection", "Defects")
