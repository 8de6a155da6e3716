"""The defects as a section: the age list above, the oldest first, the open one beside it (R35)."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _, pgettext
from desk.services.defect import Defect, DefectRow
from desk.ui.inspection import words
from desk.ui.inspection.age_strip import AgeStrip
from desk.ui.inspection.deeds import WAITING, InspectionDeeds, place_words
from desk.ui.inspection.defect_record import DefectRecord
from desk.ui.inspection.template_act import TemplateButton
from desk.ui.kit.chips import Chip
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.theme import Tone
from desk.ui.kit.worded_register import WordedRegister
from desk.wording import label


class DefectsPage(WordedRegister[DefectRow]):
    """What waits for the builder or for a re-inspection, found by words too."""

    WIDTH = 200

    def __init__(self, deeds: InspectionDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        self.ages = AgeStrip()
        super().__init__(self._make_plan(), parent)
        self.ages.changed.connect(self.reload)

    def reload(self) -> None:
        """The list, and how many are how old."""
        super().reload()
        self.ages.show_counts(self._deeds.ages(self._asked()))

    # Parts

    def _make_plan(self) -> RegisterPlan[DefectRow]:
        return RegisterPlan(
            title=words.defects_title,
            columns=(
                Column("unit", _room_words, _unit, 150, strong=True, note=_number),
                Column("what", _what_words, _what, stretch=True, note=place_words),
                Column("builder", _builder_words, _builder, 136, note=_contact),
                Column("due", _due_words, self._due, 112, note=_reminded),
                Column("state", _state_words, _nothing, 108, chip=self._chip),
            ),
            fetch=self._fetch_aged,
            row_id=_id_of,
            empty=words.empty_words,
            filters=(Filter("state", _state_words, words.state_choices, start=WAITING),),
            open_record=self._open_row,
            open_key=self._open_key,
            row_of=_row_of,
        )

    def _make_head(self) -> QHBoxLayout:
        row = super()._make_head()
        row.insertSpacing(1, 12)
        row.insertWidget(2, self.ages)
        self.template_button = TemplateButton(self._deeds)
        row.insertWidget(row.indexOf(self.refresh_button), self.template_button)
        return row

    def _asked(self) -> dict[str, str]:
        age = self.ages.value()
        return {**super()._asked(), **({"age": age} if age else {})}

    def _fetch_aged(self, asked: object, after: object | None) -> Page[DefectRow]:
        del asked
        return self._deeds.defects(self._asked(), after)

    def _open_row(self, row: DefectRow) -> QWidget:
        return self._record(self._deeds.defect(row.id))

    def _open_key(self, key: str) -> QWidget:
        return self._record(self._deeds.defect(int(key) if key.isdecimal() else key))

    def _record(self, known: Defect) -> DefectRecord:
        """An open record shows the next defect: walking down the list stays quick."""
        record = self.open_form()
        if not isinstance(record, DefectRecord):
            record = DefectRecord(self._deeds)
        record.load(known)
        return record

    def _due(self, row: DefectRow) -> str:
        return self._deeds.custom.date(row.due_on)

    def _chip(self, row: DefectRow) -> Chip:
        """Red once its day has passed and nobody says that it is done."""
        is_late = row.state == "open" and row.due_on < self._deeds.today()
        return Chip(Tone.OVERDUE, label("defect_state", row.state)) if is_late else _chip(row)


def _chip(row: DefectRow) -> Chip:
    return words.state_chip(row.state)


def _row_of(known: Defect) -> DefectRow:
    return known.detail


def _id_of(row: DefectRow) -> int:
    return row.id


def _unit(row: DefectRow) -> str:
    return row.unit


def _number(row: DefectRow) -> str:
    return row.number


def _what(row: DefectRow) -> str:
    return row.what


def _builder(row: DefectRow) -> str:
    return row.builder


def _contact(row: DefectRow) -> str:
    return row.contact


def _reminded(row: DefectRow) -> str:
    told = pgettext("defect", "reminded: {count}").format(count=row.reminders)
    return told if row.reminders else ""


def _nothing(_row: DefectRow) -> str:
    return ""


def _room_words() -> str:
    return _("Room")


def _what_words() -> str:
    return pgettext("defects", "What is wrong")


def _builder_words() -> str:
    return _("Builder")


def _due_words() -> str:
    return pgettext("defects", "Repair by")


def _state_words() -> str:
    return _("State")
