"""The parts of a case at a glance: a heading, and under it a line a thing with its state."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desk.domain.move_in_document import DocumentState
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.move_in import ListedStanding, MoveIn, PersonView
from desk.services.policy_name import name
from desk.ui.kit.chips import Chip, ChipLabel
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Words
from desk.ui.move_in import words
from desk.ui.move_in.matrix_field import paper_name
from desk.wording import label

_BETWEEN = " · "
_SHARES = (2, 3)  # of the width: what it is, what is known of it


class PartLine(NamedTuple):
    """One thing: what it is, what is known of it, where it stands."""

    title: str
    note: str = ""
    chip: Chip | None = None


class PartLines(QWidget):
    """Lines used again from record to record; without any it says `none`."""

    def __init__(self, title: Words, none: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._none = none
        self._rows: list[tuple[QWidget, QWidget, ChipLabel]] = []
        self.lines: Sequence[PartLine] = ()
        self._empty = WordLabel(none, "muted")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column, share in enumerate(_SHARES, 1):
            self._grid.setColumnStretch(column, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(WordLabel(title, "heading"))
        box.addWidget(self._empty)
        box.addLayout(self._grid)

    def show_lines(self, lines: Sequence[PartLine]) -> None:
        """Show other things."""
        self.lines = lines
        for row in self._rows:
            for part in row:
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self._rows = [self._row(at, one) for at, one in enumerate(lines)]
        self._empty.setVisible(not lines)

    def words(self) -> str:
        """What is shown."""
        shown = (
            _BETWEEN.join(filter(None, (one.title, one.note, one.chip.text if one.chip else "")))
            for one in self.lines
        )
        return "\n".join(shown) or self._none()

    def _row(self, at: int, one: PartLine) -> tuple[QWidget, QWidget, ChipLabel]:
        title, note = plain_label(one.title), plain_label(one.note, "muted", parent=self)
        for said in (title, note):
            said.setWordWrap(True)
        chip = ChipLabel(parent=self)
        if one.chip is not None:
            chip.show_chip(one.chip)
        chip.setVisible(one.chip is not None)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(chip, at, 0, top)
        self._grid.addWidget(title, at, 1, 1, 1 if one.note else 2, top)
        note.setVisible(bool(one.note))
        if one.note:
            self._grid.addWidget(note, at, 2, top)
        return title, note, chip


# What the lines say


def document_lines(known: MoveIn, custom: EstateFormat) -> list[PartLine]:
    """The matrix: each paper, what was found of it, by whom and when."""
    lines = []
    for one in known.documents:
        taken, found, by = one.document, [], ""
        if taken is not None and taken.received_on is not None:
            if taken.original:
                found.append(pgettext("move-in", "original seen"))
            if taken.copy:
                found.append(pgettext("move-in", "copy kept"))
            if taken.authentic:
                found.append(pgettext("move-in", "authentic"))
            by = _joined(taken.checked_by, custom.date(taken.received_on), taken.remark)
        note = "\n".join(filter(None, (_joined(*found), by)))
        lines.append(PartLine(paper_name(one), note, words.document_chip(one.state)))
    return lines


def person_lines(known: MoveIn) -> list[PartLine]:
    """Who moves in: as what, who lives there for good, phones, the identity paper masked."""
    photos = {
        one.wanted.person_id: one.state is DocumentState.COMPLETE
        for one in known.documents
        if one.wanted.person is not None
    }
    return [PartLine(one.name, _person(one), _photo(photos.get(one.id))) for one in known.persons]


def _photo(is_there: bool | None) -> Chip | None:
    """Of whom the estate asks a photo (R27): whether it is there."""
    if is_there is None:
        return None
    said = pgettext("move-in", "Photo there"), pgettext("move-in", "Photo missing")
    return words.done_chip(is_there, *said)


def _person(one: PersonView) -> str:
    told = [label("resident_role", one.role)]
    if one.permanent:
        told.append(pgettext("move-in", "lives there for good"))
    told.extend(one.phones)
    if one.identity_kind is not None:
        told.append(f"{label('identity_kind', one.identity_kind)} {one.identity_masked}")
    return _BETWEEN.join((*told, *filter(None, (one.company, one.note))))


def listed_lines(
    listed: Sequence[ListedStanding], custom: EstateFormat, done: Words, open_: Words
) -> list[PartLine]:
    """Agreements or materials: signed when and by whom."""
    lines = []
    for one in listed:
        told = []
        if one.listed is not None and one.listed.signed_on is not None:
            told = [custom.date(one.listed.signed_on), one.listed.signed_by]
        chip = words.done_chip(one.is_done, done(), open_())
        lines.append(PartLine(name(one.paper.labels, one.paper.code), _BETWEEN.join(told), chip))
    return lines


def agreement_lines(known: MoveIn, custom: EstateFormat) -> list[PartLine]:
    """The agreements to sign (R31)."""
    return listed_lines(known.agreements, custom, signed_words, unsigned_words)


def material_lines(known: MoveIn, custom: EstateFormat) -> list[PartLine]:
    """The materials to hand over (R33)."""
    return listed_lines(known.materials, custom, handed_words, unhanded_words)


def fee_lines(known: MoveIn, custom: EstateFormat) -> list[PartLine]:
    """What is collected: the amount, who looked again, on which receipt."""
    lines = []
    for one in known.fees:
        told = [custom.money(one.amount), label("fee_kind", one.kind), one.by]
        if one.looked_by:
            told.append(pgettext("move-in", "second look: {who}").format(who=one.looked_by))
        told.append(one.receipt)
        note = _BETWEEN.join(filter(None, told))
        lines.append(PartLine(one.what, note, words.done_chip(one.is_received, *_paid())))
    return lines


def key_lines(known: MoveIn) -> list[PartLine]:
    """The key receipts of the case."""
    lines = []
    for one in known.keys:
        count = ngettext("{count} key", "{count} keys", one.keys).format(count=one.keys)
        chip = words.done_chip(one.signed, signed_words(), unsigned_words())
        lines.append(PartLine(one.number, count, chip))
    return lines


def signed_words() -> str:
    return pgettext("move-in", "Signed")


def unsigned_words() -> str:
    return pgettext("move-in", "To be signed")


def handed_words() -> str:
    return pgettext("move-in", "Handed over")


def unhanded_words() -> str:
    return pgettext("move-in", "To be handed over")


def _paid() -> tuple[str, str]:
    return pgettext("move-in", "Received"), pgettext("move-in", "Not received")


# Headings


def documents_title() -> str:
    return pgettext("move-in", "Documents")


def documents_none() -> str:
    return _("The estate asks for no papers here. Its policy says which.")


def persons_title() -> str:
    return pgettext("move-in", "Who moves in")


def persons_none() -> str:
    return _("Nobody is written down yet.")


def registration_title() -> str:
    return pgettext("move-in", "Registration form")


def inspection_title() -> str:
    return pgettext("move-in", "Inspection")


def agreements_title() -> str:
    return pgettext("move-in", "Agreements")


def agreements_none() -> str:
    return _("The estate lists no agreements here.")


def materials_title() -> str:
    return pgettext("move-in", "Materials")


def materials_none() -> str:
    return _("The estate hands over no materials here.")


def fees_title() -> str:
    return pgettext("move-in", "Fees")


def fees_none() -> str:
    return _("No fee is written down yet.")


def keys_title() -> str:
    return pgettext("move-in", "Keys")


def keys_none() -> str:
    return _("No keys were handed over yet.")


def _joined(*told: str) -> str:
    return _BETWEEN.join(filter(None, told))
