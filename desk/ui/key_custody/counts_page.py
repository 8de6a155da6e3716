"""The counts as a section: the list, and a count that is made or was signed beside it."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.key_count import CountState
from desk.i18n import _
from desk.services.key_count import KeyCountRow
from desk.ui.key_custody import count_acts, count_words, words
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.key_custody.count_form import CountForm
from desk.ui.key_custody.count_record import CountRecord
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan


class CountsPage(RegisterPage[KeyCountRow]):
    """F2 asks who takes over and begins; the count stands beside the list until both signed."""

    def __init__(self, deeds: CountDeeds) -> None:
        self._counts = deeds
        super().__init__(_plan(self, deeds))

    def start_new(self) -> QWidget | None:
        """Ask why it is counted and who takes over."""
        return self.begin()

    def begin(self) -> DeedDialog:
        """The dialog that fixes what is expected."""
        dialog = DeedDialog(count_acts.begin_plan(self._counts), self.window())
        dialog.deed_done.connect(self._begun)
        dialog.open()
        return dialog

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """A count that was interrupted goes on where it was."""
        widget = self.open_key(subject) if subject else None
        if isinstance(widget, CountForm):
            widget.restore(draft)
        return widget

    def opened(self, row: KeyCountRow) -> QWidget:
        """A count of the list."""
        return self.count(row.id)

    def opened_key(self, key: str) -> QWidget:
        """A count by its id or number."""
        return self.count(int(key) if key.isdecimal() else key)

    def count(self, key: int | str) -> QWidget:
        """One that is being counted as a form, any other to be read."""
        row = self._counts.get(key)
        if row.state is CountState.COUNTING:
            form = CountForm(self._counts)
            form.load(row)
            form.sign_wanted.connect(self._ask_signature)
            return form
        record = CountRecord(self._counts)
        record.load(row)
        return record

    def _begun(self, row: KeyCountRow) -> None:
        self.reload()
        form = self.open_key(str(row.id))
        self.table.choose(row.id)
        if isinstance(form, CountForm):
            form.table.start()

    def _ask_signature(self, row: KeyCountRow) -> DeedDialog:
        dialog = DeedDialog(count_acts.sign_plan(self._counts, row), self.window())
        dialog.deed_done.connect(self._signed)
        dialog.open()
        return dialog

    def _signed(self, row: KeyCountRow) -> None:
        """The first has signed: the record stands there, and the other signs at once."""
        self.table.refresh_row(row)
        record = self.open_key(str(row.id))
        self.table.choose(row.id)
        if isinstance(record, CountRecord):
            self.confirmation = count_acts.open_confirmation(self._counts, record, row)


def _plan(page: CountsPage, deeds: CountDeeds) -> RegisterPlan[Any]:
    shown = _Shown(deeds)
    return RegisterPlan(
        title=words.counts_title,
        columns=(
            Column("at", _at_title, shown.moment, 168, strong=True, note=_number),
            Column("kind", _kind_title, count_words.kind_words, 150),
            Column("by", _by_title, _by, stretch=True, note=_to),
            Column("state", words.state, _nothing, 170, chip=count_words.count_chip),
        ),
        fetch=deeds.page,
        row_id=_id_of,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=_never if deeds.keys.may_register() else None,
        new_words=count_words.new_count,
        row_of=_same,
    )


class _Shown:
    """Moments by the estate's clock."""

    def __init__(self, deeds: CountDeeds) -> None:
        self._deeds = deeds

    def moment(self, row: KeyCountRow) -> str:
        return self._deeds.custom.datetime(row.at)


def _never() -> QWidget:
    """New is asked in a dialog here: `CountsPage.start_new`."""
    raise NotImplementedError


def _same(saved: KeyCountRow) -> KeyCountRow:
    return saved


def _id_of(row: KeyCountRow) -> int:
    return row.id


def _number(row: KeyCountRow) -> str:
    return row.number


def _by(row: KeyCountRow) -> str:
    return row.by


def _to(row: KeyCountRow) -> str:
    return _("to {who}").format(who=row.to)


def _nothing(_row: KeyCountRow) -> str:
    return ""


def _at_title() -> str:
    return _("Counted at")


def _kind_title() -> str:
    return _("Why it is counted")


def _by_title() -> str:
    return _("Who counted")


def _empty_words() -> str:
    return _("The keys were not counted yet. F2 begins at the change of shift.")
