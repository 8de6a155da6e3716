"""The work log's page: the list, its filters, and an entry beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desk.domain.work_log import Kind
from desk.i18n import EstateFormat
from desk.services.work_log import WorkLogRow
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPlan
from desk.ui.kit.worded_register import WordedRegister
from desk.ui.work_log import words
from desk.ui.work_log.deeds import WorkLogDeeds
from desk.ui.work_log.form import WorkLogForm

_ROOMY = 720
_FEW_WORDS = 172
_SPARED = "participants"  # what a narrow list leaves out


class WorkLogPage(WordedRegister[WorkLogRow]):
    """Everything that was written down, newest first, found by words too."""

    def __init__(self, deeds: WorkLogDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(_plan(self, deeds), parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A narrow list keeps the columns that say most, and one line of filters."""
        if watched is self._list and event.type() == QEvent.Type.Resize:
            is_narrow = self._list.width() < _ROOMY
            self.words.setFixedWidth(_FEW_WORDS if is_narrow else self.WIDTH)
            at = [column.key for column in self._plan.columns].index(_SPARED)
            self.table.setColumnHidden(at, is_narrow)
        return super().eventFilter(watched, event)

    # What the plan asks

    def new_form(self) -> WorkLogForm:
        """An empty form."""
        return WorkLogForm(self._deeds)

    def form_of(self, row: WorkLogRow) -> WorkLogForm:
        """The form of a row of the list."""
        return self.form_of_key(str(row.id))

    def form_of_key(self, key: str) -> WorkLogForm:
        """The form of an entry that was searched or drafted."""
        form = self.new_form()
        form.load(self._deeds.get(int(key) if key.isdigit() else key))
        return form

    # Parts

    def _lay_out(self) -> None:
        super()._lay_out()
        self._list.installEventFilter(self)


def _plan(page: WorkLogPage, deeds: WorkLogDeeds) -> RegisterPlan[WorkLogRow]:
    shown = _Shown(deeds.custom)
    return RegisterPlan(
        title=words.title,
        columns=(
            Column("happened_at", words.happened_at, shown.moment, 160, note=_number),
            Column("kind", words.kind, _kind, 164, strong=True, note=shown.subject),
            Column("topic", words.subject, _what, stretch=True, note=_found),
            Column("participants", words.participants, _who, 160, muted=True),
            Column("state", words.state, _state, 120, chip=words.row_chip),
        ),
        fetch=deeds.page,
        row_id=_id_of,
        empty=words.empty_words,
        filters=(
            Filter("kind", words.kind, _kind_choices),
            Filter("state", words.state, words.state_choices),
        ),
        open_record=page.form_of,
        open_key=page.form_of_key,
        new_record=page.new_form if deeds.kinds() else None,
        new_words=words.new_words,
        row_of=_row_of,
    )


class _Shown:
    """Times and periods by the estate's calendar."""

    def __init__(self, custom: EstateFormat) -> None:
        self._custom = custom

    def moment(self, row: WorkLogRow) -> str:
        return self._custom.datetime(row.happened_at)

    def subject(self, row: WorkLogRow) -> str:
        """The household, the case or the period it is about."""
        return row.unit or row.about or words.period_words(row, self._custom)


def _kind_choices() -> Sequence[Choice]:
    return [Choice(one, words.kind_words(one)) for one in Kind]


def _number(row: WorkLogRow) -> str:
    return row.number


def _kind(row: WorkLogRow) -> str:
    return words.kind_words(row.kind)


def _what(row: WorkLogRow) -> str:
    return " ".join((row.topic or row.text or row.findings or row.plan).split())


def _found(row: WorkLogRow) -> str:
    said = _what(row)
    rest = (" ".join(one.split()) for one in (row.findings, row.text, row.measure_text, row.plan))
    return next((one for one in rest if one and one != said), "")


def _who(row: WorkLogRow) -> str:
    return row.participants or row.by


def _state(_row: WorkLogRow) -> str:
    return ""


def _id_of(row: WorkLogRow) -> int:
    return row.id


def _row_of(saved: WorkLogRow) -> WorkLogRow:
    """What a form saved is a row already."""
    return saved
