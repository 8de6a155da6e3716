"""A household as it is: who lives there, what must be minded, who has left; and what to do."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk.domain.permissions import Permission
from desk.i18n import _, pgettext
from desk.services.household import Household, InstructionRow, ResidentView
from desk.ui.estate import words
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.resident_card import ResidentCard
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken

ORDER = "service_order"  # a service order of the unit is begun
RELEASE = "release_pass"  # a pass of the unit is begun
RECEIPT = "key_receipt"  # keys of the unit are handed over
MOVE_IN = "move_in"  # somebody moves into the unit
AGREEMENT = "service_agreement"  # a long-term agreement with the household is written
FILE = "household_file"  # everything of the unit is shown


class HouseholdView(Spoken, QWidget):
    """`wanted(deed, subject)` asks for a deed: "unit", "resident", "instruction" with None for a
    new one, and those of the cards; `paper_gone(id)` for a paper to be taken away."""

    wanted = Signal(str, object)
    paper_gone = Signal(int)

    def __init__(self, deeds: EstateDeeds, household: Household) -> None:
        super().__init__()
        self._deeds, self.household = deeds, household
        self._may_edit = deeds.may(Permission.EDIT_HOUSEHOLDS)
        self._may_register = deeds.may(Permission.REGISTER)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._scroll)
        self.setFocusProxy(self._scroll)
        self.retranslate()

    def retranslate(self) -> None:
        """Everything is written again."""
        self.setAccessibleName(self.household.unit.label)
        self._scroll.setAccessibleName(self.household.unit.label)
        body = QWidget()
        body.setProperty("role", "surface")
        box = QVBoxLayout(body)
        box.setContentsMargins(24, 14, 24, 24)
        box.setSpacing(6)
        for part in self._parts():
            box.addWidget(part)
        box.addStretch()
        self._scroll.setWidget(body)

    def show_household(self, household: Household) -> None:
        """The household as it is now."""
        self.household = household
        self.retranslate()

    def _parts(self) -> Iterable[QWidget]:
        household = self.household
        title = plain_label(household.unit.label, "title")
        title.setContentsMargins(0, 0, 40, 4)
        yield title
        yield self._door()
        yield from (self._notice(row) for row in household.instructions)
        yield self._heading(_("Residents"))
        yield from (self._card(seen) for seen in household.residents)
        if not household.residents:
            yield plain_label(_("Nobody is registered here."), "muted")
        if self._may_edit or self._may_register:
            yield self._actions()
        if household.other_instructions:
            yield self._heading(_("Instructions of other days"))
            yield from (self._notice(row) for row in household.other_instructions)
        if household.former:
            yield self._heading(_("Moved out"))
            yield from (self._card(seen) for seen in household.former)

    def _actions(self) -> QWidget:
        line = QWidget()
        row = Flow(line, 8)
        row.setContentsMargins(0, 8, 0, 0)
        edits = (
            (_add_resident, "person", "resident"),
            (_add_instruction, "note", "instruction"),
            (_change_unit, "edit", "unit"),
        )
        begins = (
            (_service_order, "service_order", ORDER),
            (_agreement, "price_board", AGREEMENT),
            (_release_pass, "release_pass", RELEASE),
            (_key_receipt, "key_custody", RECEIPT),
            (_move_in, "move_in", MOVE_IN),
        )
        shown = (edits if self._may_edit else (), begins if self._may_register else ())
        for text, sign, deed in (*shown[0], *shown[1]):
            button = KeyButton(text, kind="quiet", sign=sign)
            button.clicked.connect(partial(self.wanted.emit, deed, None))
            row.addWidget(button)
        return line

    def _door(self) -> QWidget:
        """To everything of this home, in time (R57)."""
        line = QWidget()
        row = Flow(line, 8)
        row.setContentsMargins(0, 0, 0, 0)
        self.file_button = KeyButton(_file, kind="quiet", sign="clock")
        self.file_button.clicked.connect(partial(self.wanted.emit, FILE, None))
        row.addWidget(self.file_button)
        return line

    def _card(self, seen: ResidentView) -> ResidentCard:
        card = ResidentCard(self._deeds, seen)
        card.wanted.connect(self.wanted)
        card.paper_gone.connect(self.paper_gone)
        return card

    def _notice(self, row: InstructionRow) -> QWidget:
        """An instruction of today on its own ground, so that it is not missed."""
        holds = row in self.household.instructions
        card = QFrame()
        card.setProperty("role", "notice" if holds else "surface")
        text = plain_label(row.text, "" if holds else "muted")
        text.setWordWrap(True)
        line = QHBoxLayout()
        told = (words.instruction(), words.span_words(row, self._deeds.custom))
        line.addWidget(plain_label(" · ".join(told), "small"))
        line.addStretch()
        if self._may_edit:
            for said, sign, deed in (
                (_change, "edit", "instruction"),
                (_end, "close", "end_instruction"),
            ):
                button = KeyButton(said, kind="quiet", sign=sign, icon_only=True)
                button.clicked.connect(partial(self.wanted.emit, deed, row))
                line.addWidget(button)
        box = QVBoxLayout(card)
        box.setContentsMargins(12, 8, 8, 4)
        box.setSpacing(2)
        box.addWidget(text)
        box.addLayout(line)
        return card

    def _heading(self, text: str) -> QWidget:
        heading = plain_label(text, "heading")
        heading.setContentsMargins(0, 12, 0, 0)
        return heading


def _file() -> str:
    return _("Everything of this home")


def _add_resident() -> str:
    return _("Add a resident")


def _add_instruction() -> str:
    return _("Add an instruction")


def _change_unit() -> str:
    return _("Change the unit")


def _service_order() -> str:
    return _("New service order")


def _agreement() -> str:
    return pgettext("household", "New long-term agreement")


def _release_pass() -> str:
    return _("New release pass")


def _key_receipt() -> str:
    return _("New key receipt")


def _move_in() -> str:
    return _("New move-in")


def _change() -> str:
    return _("Change this instruction")


def _end() -> str:
    return _("End this instruction")
