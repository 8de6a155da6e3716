"""One line of the inspection of the first-asked duty, and what was found (R220, R221)."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desk.domain import breach as rules
from desk.domain.breach import BreachEntry, BreachKind, Finding
from desk.i18n import EstateFormat, _
from desk.services.breach import BreachRow
from desk.ui.guide import words
from desk.ui.guide.breach_words import (
    finding_chip,
    finding_choices,
    finding_words,
    kind_words,
    new_words,
    person_words,
)
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.key_button import KeyButton, at_left
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.scanner import OWN
from desk.ui.kit.text_field import TextField
from desk.wording import label

_SEEN = (BreachKind.RUDE, BreachKind.OTHER)
_NUMBER_LIMIT = 20


class BreachForm(RecordForm):
    """One line of the inspection, or, loaded with None, a breach that somebody saw.

    `visit_wanted` asks for the visit it is about.
    """

    visit_wanted = Signal(int)

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    def heading(self) -> str:
        """What it may be."""
        row = self._row()
        return label("breach_kind", row.kind) if row else new_words()

    def build(self) -> None:
        """The visit, the finding, who and which measure."""
        self._about = plain_label(role="muted")
        self._about.setWordWrap(True)
        self.add_widget(self._about)
        self.visit_button = KeyButton(_visit_words, kind="link")
        self.visit_button.clicked.connect(self._want_visit)
        self.add_widget(at_left(self.visit_button))
        self.add_section()
        self.add("number", LineField(_NUMBER_LIMIT), _number_words, required=True, span=1)
        self.field("number").control.setProperty(OWN, True)
        self.add("kind", SegmentField(_seen_kinds), kind_words, span=1)
        self.add("finding", SegmentField(finding_choices), finding_words)
        self.add("person", LineField(rules.NAME_LIMIT), person_words, span=1)
        whose = ChoiceField(self._deeds.department_choices, nothing=_nothing_words)
        self.add("department", whose, words.department, span=1)
        self.add("measure", TextField(rules.TEXT_LIMIT, lines=2), _measure_words)
        self.add("note", TextField(rules.TEXT_LIMIT, lines=2), _note_words)

    def show_value(self, value: BreachRow | None) -> None:
        """A line, or the beginning of one."""
        self._value = value
        for key in ("number", "kind"):
            self.fields.cell(key).setVisible(value is None)
        self.field("number").set_value("")
        self.field("kind").set_value(BreachKind.RUDE)
        self.field("finding").set_value(value.finding if value and value.finding else None)
        for key in ("person", "measure", "note"):
            self.field(key).set_value(getattr(value, key) if value else "")
        self.field("department").set_value(value.department_id if value else None)
        if value is None:
            self.field("finding").set_value(Finding.BREACH)
        self._show_words(value)

    def read(self) -> BreachEntry:
        """What the fields say."""
        row = self._row()
        department = self.field("department").value()
        return BreachEntry(
            reception_id=row.reception_id if row else 0,
            kind=BreachKind(row.kind if row else self.field("kind").value() or BreachKind.RUDE),
            finding=Finding(self.field("finding").value() or Finding.BREACH),
            person=self.field("person").value(),
            department_id=int(department) if department else None,
            handover_id=row.handover_id if row else None,
            measure=self.field("measure").value(),
            note=self.field("note").value(),
        )

    def save_value(self, value: BreachEntry) -> BreachRow:
        """The finding."""
        row = self._row() or self._deeds.breach_of_visit(self.field("number").value(), value.kind)
        return self._deeds.save_breach(row, value)

    def retranslate(self) -> None:
        """The parts that are written from the record."""
        super().retranslate()
        self._show_words(self._row())

    def _show_words(self, value: BreachRow | None) -> None:
        self.show_chip(finding_chip(value) if value else None)
        self._about.setText(_about(value, self._deeds.custom) if value else "")
        self._about.setVisible(value is not None)
        self.visit_button.setVisible(value is not None)
        self.visit_button.retranslate()

    def _want_visit(self) -> None:
        row = self._row()
        if row is not None:
            self.visit_wanted.emit(row.reception_id)

    def _row(self) -> BreachRow | None:
        value: object = self.value()
        return value if isinstance(value, BreachRow) else None


def _about(row: BreachRow, custom: EstateFormat) -> str:
    """The visit, the clause, and who found it."""
    parts = [f"M3 {row.clause}", custom.datetime(row.at), row.caller, row.unit or ""]
    if row.found_at is not None:
        found = _("found {when} by {who}")
        parts.append(found.format(when=custom.datetime(row.found_at), who=row.found_by))
    return " · ".join(filter(None, parts))


def _seen_kinds() -> Sequence[Choice]:
    return [Choice(one, label("breach_kind", one)) for one in _SEEN]


def _number_words() -> str:
    return _("Number of the visit")


def _measure_words() -> str:
    return _("Measure under the rules of reward and penalty")


def _note_words() -> str:
    return _("Reason or remark")


def _nothing_words() -> str:
    return _("No department")


def _visit_words() -> str:
    return _("Open the visit")
