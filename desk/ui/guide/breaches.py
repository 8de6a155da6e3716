"""The inspection of the first-asked duty (R220, R221): what may be a breach, what was found."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain.breach import BreachKind
from desk.i18n import EstateFormat, _
from desk.services.breach import BreachRow
from desk.ui.guide import spans, words
from desk.ui.guide.breach_form import BreachForm
from desk.ui.guide.breach_words import (
    finding_chip,
    finding_choices,
    finding_words,
    kind_words,
    new_words,
    person_words,
)
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Column
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.wording import label


class BreachPage(RegisterPage[BreachRow]):
    """What an inspection of a span of days shows. `visit_wanted` asks for a visit."""

    visit_wanted = Signal(int)

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        when = _When(deeds.custom)
        super().__init__(
            RegisterPlan(
                title=words.breaches,
                columns=(
                    Column("at", _when_words, when.at, 160, note=_number),
                    Column("kind", kind_words, _kind, stretch=True, strong=True, note=_who),
                    Column("person", person_words, _person, 140, note=_department),
                    Column("finding", finding_words, _finding, 128, chip=finding_chip),
                ),
                fetch=deeds.breaches,
                row_id=_key,
                empty=_empty,
                open_record=self._open_row,
                new_record=self._new,
                new_words=new_words,
                filters=(
                    Filter("days", _days_words, spans.span_choices, start=spans.MONTH),
                    Filter("kind", kind_words, _kinds),
                    Filter("finding", finding_words, _finding_choices),
                ),
            )
        )

    def show_record(self, widget: QWidget) -> bool:
        """Open a line beside the list."""
        if isinstance(widget, BreachForm):
            widget.visit_wanted.connect(self.visit_wanted)
        return super().show_record(widget)

    def _open_row(self, row: BreachRow) -> BreachForm:
        return self._form(row)

    def _new(self) -> BreachForm:
        return self._form(None)

    def _form(self, value: BreachRow | None) -> BreachForm:
        form = BreachForm(self._deeds)
        form.load(value)
        return form


class _When:
    def __init__(self, custom: EstateFormat) -> None:
        self._custom = custom

    def at(self, row: BreachRow) -> str:
        return self._custom.datetime(row.at)


def _key(row: BreachRow) -> Hashable:
    return row.key


def _number(row: BreachRow) -> str:
    return row.number


def _kind(row: BreachRow) -> str:
    return f"{label('breach_kind', row.kind)} ({row.clause})"


def _who(row: BreachRow) -> str:
    return " · ".join(filter(None, (row.caller, row.unit or "")))


def _person(row: BreachRow) -> str:
    return row.person


def _department(row: BreachRow) -> str:
    return row.department


def _finding(row: BreachRow) -> str:
    return finding_chip(row).text


def _kinds() -> Sequence[Choice]:
    return [Choice(one, label("breach_kind", one)) for one in BreachKind]


def _finding_choices() -> Sequence[Choice]:
    return [Choice("open", _("To look at")), *finding_choices()]


def _when_words() -> str:
    return _("When")


def _days_words() -> str:
    return _("Visits of")


def _empty() -> str:
    return _("The inspection finds nothing in these days.")
