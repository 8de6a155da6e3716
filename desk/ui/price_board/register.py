"""A section of the catalogue: a list found by words, and one of it beside the list."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Row
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.record import CatalogueRecord


class CatalogueRegister(WordedRegister[Row]):
    """Read again when something changed in another section; a saved form shows its record."""

    def __init__(self, plan: RegisterPlan[Row], deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        super().__init__(plan)
        deeds.changed.connect(self._moved)

    # Written by each section

    def new_form(self) -> RecordForm:
        """One that is written."""
        raise NotImplementedError

    def new_record(self) -> CatalogueRecord:
        """One that is shown."""
        raise NotImplementedError

    def read(self, key: int | str) -> Any:
        """One by its id or number."""
        raise NotImplementedError

    # What the page calls

    def opened(self, row: Any) -> QWidget:
        """One of the list."""
        return self._record(row.id)

    def opened_key(self, key: str) -> QWidget:
        """One by its id or number."""
        return self._record(int(key) if key.isdecimal() else key)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: a new one, or a correction."""
        form = self.new_form()
        if subject:
            form.load(self.read(int(subject) if subject.isdecimal() else subject))
        form.restore(draft)
        self.table.forget_choice()
        return form if self.show_record(form) else None

    def _record(self, key: int | str) -> CatalogueRecord:
        record = self.open_form()
        if not isinstance(record, CatalogueRecord):
            record = self.new_record()
            record.change_wanted.connect(self._change)
        record.load(self.read(key))
        return record

    def _change(self, known: object) -> None:
        form = self.new_form()
        form.load(known)
        self.show_record(form)

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows what was written down, with what comes next."""
        form = self.sender()
        super()._record_saved(answer)
        if isinstance(form, RecordForm) and not isinstance(form, CatalogueRecord):
            key = row_id(answer)
            self.open_key(str(key))
            self.table.choose(key)
            self._deeds.changed.emit()

    def _moved(self) -> None:
        if self._was_read:
            self.table.reload()


def row_id(saved: Any) -> int:
    """The id of what was saved: a row, or a version with its row."""
    return int(getattr(saved, "row", saved).id)


def same(saved: Any) -> Any:
    """The row that the list shows of what was saved."""
    return getattr(saved, "row", saved)


def nothing(_row: Any) -> str:
    """A cell that shows a chip alone."""
    return ""
