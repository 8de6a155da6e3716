"""The history: what was done, by whom, to which record; newest first, without the values."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.errors import DeskError
from desk.i18n import _
from desk.services.history import HistoryRow
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.faults import fault_words
from desk.ui.kit.filter_bar import Filter, FilterBar
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label, rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.shell_page import ShellPage
from desk.ui.settings.deeds import SettingsDeeds
from desk.ui.settings.trail_check import TrailCheck
from desk.wording import label

KINDS = (
    "reception",
    "complaint",
    "account",
    "estate",
    "building",
    "unit",
    "resident",
    "phone",
    "identity_document",
    "standing_instruction",
    "attachment",
    "print_log",
    "policy",
    "business_calendar",
    "calendar_year",
)
OPENED = frozenset({"reception", "complaint"})


class HistorySection(ShellPage):
    """`record_wanted` carries kind and id of an entry's record, which Enter opens."""

    record_wanted = Signal(str, str)

    def __init__(self, deeds: SettingsDeeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deeds = deeds
        self.setProperty("role", "surface")
        self.filters = FilterBar(
            (
                Filter("actor", _who_words, deeds.actor_choices),
                Filter("kind", _record_words, _kind_choices),
            )
        )
        self.number = LineField(40, placeholder=_number_words)
        self.number.set_label(_number_words)
        self.number.setFixedWidth(200)
        self._refusal = plain_label(role="refusal")
        self._refusal.hide()
        self.check = TrailCheck(deeds)
        self.table: RecordTable[HistoryRow] = RecordTable(
            self._columns(), self._fetch, _id, title=history_words, empty=_empty_words
        )
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)

    def shown(self) -> None:
        """What was done elsewhere stands in it too."""
        self.reload()

    def reload(self) -> None:
        """Read the list again; a number that no record has is refused beside its field."""
        self._refuse("")
        self.table.reload()

    def refusal(self) -> str:
        """What stands beside the number."""
        return self._refusal.text()

    def _columns(self) -> Sequence[Column[HistoryRow]]:
        return (
            Column("at", _when_words, self._when, 148, muted=True),
            Column("actor", _who_words, _actor, 128, strong=True),
            Column("deed", _deed_words, _deed, 212),
            Column("record", _record_words, _record, stretch=True),
        )

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 14, 12, 10)
        head.setSpacing(4)
        head.addWidget(WordLabel(history_words, "title"))
        head.addStretch()
        self.refresh_button = KeyButton(
            _refresh_words, key="F5", kind="quiet", sign="refresh", icon_only=True
        )
        self.check_button = KeyButton(_check_words, kind="quiet", sign="check")
        head.addWidget(self.refresh_button)
        head.addWidget(self.check_button)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 12, 10)
        row.setSpacing(8)
        row.addWidget(self.number)
        row.addWidget(self._refusal)
        row.addWidget(self.filters, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addLayout(head)
        box.addLayout(row)
        box.addWidget(self.check)
        box.addWidget(rule())
        box.addWidget(self.table, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self.reload)
        self.number.entered.connect(self.reload)
        self.number.changed.connect(self._number_changed)
        self.refresh_button.clicked.connect(self.reload)
        self.check_button.clicked.connect(self.start_check)
        self.check.ended.connect(self._check_ended)
        self.table.record_opened.connect(self._open)

    def start_check(self) -> None:
        """Follow the chain in the background."""
        self.check.start()
        self.check.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.check_button.shut(_("The check is going on."))

    def _check_ended(self) -> None:
        self.check_button.shut("")
        if self.window().focusWidget() is None:
            self.check_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _number_changed(self) -> None:
        """An emptied field shows everything again."""
        if not self.number.value():
            self.reload()

    def _fetch(self, after: object | None) -> Page[HistoryRow]:
        try:
            return self._deeds.history_page(self.filters.values(), self.number.value(), after)
        except DeskError as fault:
            self._refuse(fault_words(fault))
            raise

    def _refuse(self, words: str) -> None:
        self._refusal.setText(words)
        self._refusal.setVisible(bool(words))
        self.number.mark_refused(words)

    def _open(self, row: HistoryRow) -> None:
        if row.kind in OPENED:
            self.record_wanted.emit(row.kind, str(row.record_id))

    def _when(self, row: HistoryRow) -> str:
        return self._deeds.custom.datetime(row.at)


def _id(row: HistoryRow) -> int:
    return row.id


def _actor(row: HistoryRow) -> str:
    if row.actor_id is None:
        return _("The program")
    return row.actor or ""


def _deed(row: HistoryRow) -> str:
    return label("deed", row.deed)


def _record(row: HistoryRow) -> str:
    return f"{kind_words(row.kind)}  {row.record}".strip()


def kind_words(kind: str) -> str:
    """The kind of a record, as it begins a line."""
    words = label("record", kind)
    return words[:1].upper() + words[1:]


def _kind_choices() -> Sequence[Choice]:
    return [Choice(kind, kind_words(kind)) for kind in KINDS]


def history_words() -> str:
    """The section's name."""
    return _("History")


def _empty_words() -> str:
    return _("Nothing was done yet that matches.")


def _when_words() -> str:
    return _("When")


def _who_words() -> str:
    return _("Who")


def _deed_words() -> str:
    return _("What was done")


def _record_words() -> str:
    return _("Record")


def _number_words() -> str:
    return _("Record number")


def _refresh_words() -> str:
    return _("Refresh")


def _check_words() -> str:
    return _("Check the trail")
