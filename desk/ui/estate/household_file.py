"""The household file 住戶檔案: everything of a home on one page, in time (R57)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.domain.household_file import Group
from desk.errors import DeskError
from desk.i18n import _
from desk.services.household_file import HouseholdFile, Key
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.household_file_lines import Entry, FileLines
from desk.ui.estate.household_file_list import FileList
from desk.ui.estate.household_file_words import SIGNS, entry_of
from desk.ui.kit.faults import fault_words
from desk.ui.kit.flow import Flow
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.retranslate import Spoken
from desk.wording import label

_BETWEEN = "、"


class HouseholdFilePanel(Spoken, QWidget):
    """`record_wanted` carries kind and key of the record behind an entry, `back_wanted` the unit
    whose household is to be shown again."""

    record_wanted = Signal(str, str)
    back_wanted = Signal(int)

    def __init__(self, deeds: EstateDeeds, unit_id: int) -> None:
        super().__init__()
        self._deeds, self.unit_id = deeds, unit_id
        self._file: HouseholdFile = deeds.file(unit_id)
        self._groups: tuple[Group, ...] = ()
        self._after: Key | None = None
        self.lines = FileLines(self._more, self)
        self.list = FileList(self.lines)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self.list)
        self.list.opened.connect(self._open)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Everything again in the current language."""
        household = self._file.household
        self.setAccessibleName(household.unit.label)
        self._title.setText(household.unit.label)
        names = _BETWEEN.join(one.name for one in household.residents)
        self._people.setText(names or _("Nobody is registered here."))
        self._none.setText(_("Nothing of this kind has been done for this home yet."))
        self.reload()

    def reload(self) -> None:
        """Read the file again from its newest entry."""
        self._after = None
        entries, has_more = self._more()
        self.lines.show(entries, has_more=has_more)
        self._none.setVisible(not entries)
        self.list.setVisible(bool(entries))

    def narrow(self, group: Group | None) -> None:
        """Show one kind of entries, or everything."""
        self._groups = () if group is None else (group,)
        for one, button in self._buttons.items():
            button.setChecked(one == group)
        self.reload()

    # Parts

    def _lay_out(self) -> None:
        self._title, self._people = plain_label(role="title"), plain_label(role="muted")
        self._people.setWordWrap(True)
        self.note, self._none = plain_label(role="refusal"), plain_label(role="muted")
        for words in (self.note, self._none):
            words.setContentsMargins(24, 16, 24, 16)
            words.setWordWrap(True)
        self.note.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(self._make_head())
        box.addWidget(self._make_filters())
        box.addWidget(rule())
        box.addWidget(self.note)
        box.addWidget(self._none)
        box.addWidget(self.list, 1)
        box.addStretch()

    def _make_head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(24, 14, 24, 8)
        head.setSpacing(4)
        line = QHBoxLayout()
        line.addWidget(self._title)
        line.addStretch()
        self.back_button = KeyButton(_household_words, kind="quiet", sign="back")
        self.back_button.clicked.connect(partial(self.back_wanted.emit, self.unit_id))
        line.addWidget(self.back_button)
        line.addSpacing(32)  # where the panel's own button stands
        head.addLayout(line)
        head.addWidget(self._people)
        return head

    def _make_filters(self) -> QWidget:
        """One button a kind, and one for everything."""
        line, frame = QWidget(), QWidget()
        row = Flow(line, 4)
        box = QVBoxLayout(frame)
        box.setContentsMargins(14, 0, 14, 10)
        box.addWidget(line)
        self._buttons: dict[Group | None, KeyButton] = {}
        for group in (None, *Group):
            sign = "" if group is None else SIGNS[group]
            button = KeyButton(partial(_group_words, group), kind="quiet", sign=sign)
            button.setCheckable(True)
            button.setChecked(group is None)
            button.clicked.connect(partial(self._picked, group))
            self._buttons[group] = button
            row.addWidget(button)
        return frame

    def _picked(self, group: Group | None, _checked: bool = False) -> None:
        self.narrow(group)

    def _more(self) -> tuple[Sequence[Entry], bool]:
        """The next entries, and whether there are others; why they cannot be read stands above."""
        try:
            rows, after = self._deeds.file_entries(self.unit_id, self._groups, self._after)
        except DeskError as fault:
            self.note.setText(fault_words(fault))
            self.note.show()
            return (), False
        self._after = after
        names = self._deeds.document_names()
        found = [entry_of(row, self._deeds.custom, names) for row in rows]
        return found, after is not None

    def _open(self, entry: Entry) -> None:
        self.record_wanted.emit(entry.row.opens_kind, str(entry.row.opens_id))


def _household_words() -> str:
    return _("Household")


def _group_words(group: Group | None) -> str:
    return _("Everything") if group is None else label("file_group", group)
