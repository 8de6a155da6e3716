"""The papers that are out, and the prints nobody answered for: two lists, one print beside them."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.services.signed_paper import PaperRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds, signed_forms
from desk.ui.print_room.paper_view import PaperView


class PaperPage(RegisterPage[PaperRow]):
    """A list of papers. `record_wanted` asks for a record, `counted` says the list is another."""

    record_wanted = Signal(str, str)
    counted = Signal()

    def show_record(self, widget: QWidget) -> bool:
        """Open a paper beside the list."""
        if isinstance(widget, PaperView):
            widget.record_wanted.connect(self.record_wanted)
            widget.changed.connect(self._changed)
        return super().show_record(widget)

    def _changed(self) -> None:
        self.reload()
        self.counted.emit()


class _Cells:
    """What the columns say."""

    def __init__(self, deeds: PrintRoomDeeds) -> None:
        self._deeds = deeds

    def printed(self, row: PaperRow) -> str:
        return self._deeds.custom.datetime(row.printed_at)

    def age(self, row: PaperRow) -> str:
        return self.chip(row).text

    def chip(self, row: PaperRow) -> Chip:
        return words.age_chip(row, self._deeds.now())

    def view(self, row: PaperRow) -> PaperView:
        return PaperView(self._deeds, row.id)

    def view_of_key(self, key: str) -> PaperView:
        return PaperView(self._deeds, int(key))


def out_page(deeds: PrintRoomDeeds) -> PaperPage:
    """The papers somebody waits for, the oldest first."""
    cells = _Cells(deeds)
    return PaperPage(
        RegisterPlan(
            title=words.papers_out,
            columns=(
                Column("number", words.number, _number, 150, strong=True, note=_who),
                Column("form", words.form, words.form_words, stretch=True, note=words.copies),
                Column("printed", words.printed, cells.printed, 150, muted=True),
                Column("age", words.age, cells.age, 170, chip=cells.chip),
            ),
            fetch=deeds.out,
            row_id=_key,
            empty=_nothing_out,
            open_record=cells.view,
            open_key=cells.view_of_key,
            filters=(Filter("form", words.form, signed_forms),),
        )
    )


def unanswered_page(deeds: PrintRoomDeeds) -> PaperPage:
    """What was sent to a printer and nobody looked for."""
    cells = _Cells(deeds)
    return PaperPage(
        RegisterPlan(
            title=words.not_answered,
            columns=(
                Column("number", words.number, _number, 150, strong=True, note=_who),
                Column("form", words.form, words.form_words, stretch=True, note=words.copies),
                Column("printed", words.printed, cells.printed, 170, muted=True),
            ),
            fetch=deeds.unanswered,
            row_id=_key,
            empty=_all_answered,
            open_record=cells.view,
        )
    )


def _key(row: PaperRow) -> Hashable:
    return row.id


def _number(row: PaperRow) -> str:
    return row.number


def _who(row: PaperRow) -> str:
    return row.printed_by


def _nothing_out() -> str:
    return _("No signed paper is out. What is printed and has to come home stands here.")


def _all_answered() -> str:
    return _("Every print is answered for.")
