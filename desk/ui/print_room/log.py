"""The print log: every print, newest first, narrowed by form, clerk, answer, days and number."""

from collections.abc import Hashable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.paper import Outcome
from desk.i18n import _
from desk.services.print_log import PrintRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.scanner import OWN
from desk.ui.kit.theme import Tone
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.kit.words_line import WordsLine
from desk.ui.print_room import spans, words
from desk.ui.print_room.deeds import PrintRoomDeeds, every_form
from desk.ui.print_room.paper_view import PaperView
from desk.wording import label

_TONES = {Outcome.ASKED: Tone.DUE, Outcome.PRINTED: Tone.DONE, Outcome.FAILED: Tone.NEUTRAL}


class NumberLine(WordsLine):
    """A number, a part of one, or the code under a QR."""

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Number or code"))
        self.setAccessibleName(_("Find in the print log") + " F7")


class LogPage(WordedRegister[PrintRow]):
    """`record_wanted` asks for the record of a print, `counted` says a print stands otherwise."""

    LINE = NumberLine
    WIDTH = 220
    ASKED = "number"

    record_wanted = Signal(str, str)
    counted = Signal()

    def __init__(self, deeds: PrintRoomDeeds) -> None:
        self._deeds = deeds
        super().__init__(self._make_plan())
        self.words.setProperty(OWN, True)

    def show_record(self, widget: QWidget) -> bool:
        """Open a print beside the list."""
        if isinstance(widget, PaperView):
            widget.record_wanted.connect(self.record_wanted)
            widget.changed.connect(self._changed)
        return super().show_record(widget)

    def _changed(self) -> None:
        self.reload()
        self.counted.emit()

    def _make_plan(self) -> RegisterPlan[PrintRow]:
        return RegisterPlan(
            title=words.log,
            columns=(
                Column("printed", words.printed, self._printed, 150, note=_who),
                Column("number", words.number, _number, 140, strong=True, note=_reprint),
                Column("form", words.form, _form, stretch=True, note=_where),
                Column("outcome", words.outcome, _outcome, 150, chip=_chip),
            ),
            fetch=self._deeds.log,
            row_id=_key,
            empty=_empty,
            open_record=self._view,
            open_key=self._view_of_key,
            filters=(
                Filter("form", words.form, every_form),
                Filter("clerk", words.clerk, self._deeds.clerks),
                Filter("outcome", words.outcome, _outcomes),
                Filter("days", words.days, spans.span_choices),
            ),
        )

    def _view(self, row: PrintRow) -> PaperView:
        return PaperView(self._deeds, row.id)

    def _view_of_key(self, key: str) -> PaperView:
        return PaperView(self._deeds, int(key))

    def _printed(self, row: PrintRow) -> str:
        return self._deeds.custom.datetime(row.printed_at)


def _key(row: PrintRow) -> Hashable:
    return row.id


def _who(row: PrintRow) -> str:
    return row.printed_by


def _number(row: PrintRow) -> str:
    return row.number


def _reprint(row: PrintRow) -> str:
    return _("reprint {count}").format(count=row.reprint) if row.reprint else ""


def _form(row: PrintRow) -> str:
    return str(row.content.get("title", "")) or label("form", row.form)


def _where(row: PrintRow) -> str:
    where = row.printer or label("destination", row.destination)
    return " · ".join((row.paper, label("language", row.language), where))


def _outcome(row: PrintRow) -> str:
    return label("paper_outcome", row.outcome)


def _chip(row: PrintRow) -> Chip:
    return Chip(_TONES[Outcome(row.outcome)], _outcome(row))


def _outcomes() -> list[Choice]:
    return [Choice(one, label("paper_outcome", one)) for one in Outcome]


def _empty() -> str:
    return _("Nothing was printed yet.")
