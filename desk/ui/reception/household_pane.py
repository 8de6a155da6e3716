"""The household beside a new reception: what holds, what is open, who lives there, who came last.

A second registration of the same matter is seen here before it is made (R217).
"""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.services.complaint import ComplaintRow
from desk.services.household import InstructionRow, ResidentView
from desk.services.reception import ReceptionRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.kit.states import state_chip
from desk.ui.reception.case_line import CaseLine
from desk.ui.reception.deeds import UnitPicture
from desk.ui.reception.words import kind_words, role_words, row_chip


class HouseholdPane(Spoken, QWidget):
    """`case_chosen(kind, id)` asks for a record, `visits_wanted` for all visits of the unit."""

    case_chosen = Signal(str, int)
    visits_wanted = Signal(int, str)

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._picture: UnitPicture | None = None
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = plain_label(role="title")
        self.all_button = KeyButton(_all_words, kind="quiet", sign="reception")
        self.all_button.clicked.connect(self._want_visits)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        head = QHBoxLayout()
        head.setContentsMargins(24, 14, 12, 10)
        head.addWidget(self._title, 1)
        head.addWidget(self.all_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addWidget(self._scroll, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Everything is written again."""
        self.setAccessibleName(_("Household"))
        if self._picture is not None:
            self.show_picture(self._picture)

    def show_picture(self, picture: UnitPicture) -> None:
        """Show a unit."""
        self._picture = picture
        self._title.setText(picture.household.unit.label)
        body = QWidget()
        body.setProperty("role", "surface")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 4, 24, 24)
        box.setSpacing(0)
        for part in self._parts(picture):
            box.addWidget(part)
        box.addStretch()
        self._scroll.setWidget(body)

    def cases(self) -> list[CaseLine]:
        """Every case shown, from the top."""
        return self.findChildren(CaseLine)

    def unit_id(self) -> int | None:
        """The unit shown."""
        return self._picture.household.unit.id if self._picture else None

    def counts(self) -> tuple[int, int]:
        """How many cases are open and how many instructions hold."""
        picture = self._picture
        if picture is None:
            return 0, 0
        cases = len(picture.open_complaints) + len(picture.open_receptions)
        return cases, len(picture.household.instructions)

    def _parts(self, picture: UnitPicture) -> Iterable[QWidget]:
        for instruction in picture.household.instructions:
            yield _instruction(instruction, self._custom)
        yield _heading(_("Open cases"))
        cases: list[QWidget] = [*map(self._complaint, picture.open_complaints)]
        cases += map(self._reception, picture.open_receptions)
        yield from cases or [_nothing(_("Nothing is open for this unit."))]
        yield _heading(_("Residents"))
        residents = [_resident(one) for one in picture.household.residents]
        yield from residents or [_nothing(_("Nobody is registered here."))]
        visits: list[QWidget] = [*map(self._reception, picture.last_visits)]
        if visits or not picture.open_receptions:
            yield _heading(_("Last visits"))
            yield from visits or [_nothing(_("Nobody of this unit has come yet."))]

    def _reception(self, row: ReceptionRow) -> CaseLine:
        when = self._custom.datetime(row.happened_at)
        detail = " · ".join((when, kind_words(row.kind), row.caller_name, row.number))
        return self._line("reception", row.id, row.request, detail, row_chip(row))

    def _complaint(self, row: ComplaintRow) -> CaseLine:
        when = self._custom.datetime(row.received_at)
        detail = " · ".join((when, _("Complaint"), row.complainant, row.number))
        return self._line(
            "complaint", row.id, row.excerpt, detail, state_chip("complaint", row.state)
        )

    def _line(self, kind: str, record_id: int, title: str, detail: str, chip: Chip) -> CaseLine:
        line = CaseLine(kind, record_id, title=title, detail=detail, chip=chip)
        line.pressed_case.connect(self.case_chosen)
        return line

    def _want_visits(self) -> None:
        if self._picture is not None:
            unit = self._picture.household.unit
            self.visits_wanted.emit(unit.id, unit.label)


def _heading(words: str) -> QWidget:
    heading = plain_label(words, "heading")
    heading.setContentsMargins(0, 18, 0, 6)
    return heading


def _nothing(words: str) -> QWidget:
    return plain_label(words, "muted")


def _instruction(row: InstructionRow, custom: EstateFormat) -> QWidget:
    """A standing instruction of today, on its own ground so that it is not missed."""
    card = QFrame()
    card.setProperty("role", "notice")
    words = plain_label(row.text)
    words.setWordWrap(True)
    until = _("until {day}").format(day=custom.date(row.ends)) if row.ends else _("until revoked")
    box = QVBoxLayout(card)
    box.setContentsMargins(12, 10, 12, 10)
    box.setSpacing(2)
    box.addWidget(words)
    box.addWidget(plain_label(_("Standing instruction") + f" · {until}", "small"))
    return card


def _resident(one: ResidentView) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(8, 4, 8, 4)
    row.setSpacing(12)
    name = plain_label(one.name, "number")
    phones = plain_label("  ".join(one.phones), "muted")
    phones.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    row.addWidget(name)
    row.addWidget(plain_label(role_words(one.role), "muted"))
    row.addStretch()
    row.addWidget(phones)
    return line


def _all_words() -> str:
    return _("All visits of this unit")
