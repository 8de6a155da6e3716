"""An entry of the work log as a form: it asks for what its kind needs, and for nothing else."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from desk.domain import work_log as rules
from desk.domain.work_log import HANDED_IN, Kind, Measure, State, WorkLogEntry
from desk.i18n import _
from desk.services.work_log import WorkLogRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.scanner import OWN
from desk.ui.kit.text_field import TextField
from desk.ui.work_log import words
from desk.ui.work_log.deeds import WorkLogDeeds
from desk.ui.work_log.plans import PLANS

_PERIOD = ("first_day", "last_day")
_MEASURES = ("findings", "measure", "measure_text")
_ASKED: Mapping[Kind, frozenset[str]] = MappingProxyType(
    {
        Kind.TRAINING: frozenset({"participants", "topic", "text"}),
        Kind.BRIEFING: frozenset({"participants", "topic", "text"}),
        Kind.INTERVIEW_PLAN: frozenset({*_PERIOD, "plan", "text"}),
        Kind.FILING_CHECK: frozenset({"about", *_PERIOD, "participants", *_MEASURES}),
        Kind.WORK_RECORD: frozenset({"participants", "text", *_MEASURES}),
        Kind.PATROL: frozenset({"participants", "topic", *_MEASURES}),
        Kind.HOUSEHOLD_VISIT: frozenset({"unit", "participants", "text", *_MEASURES}),
        Kind.MONTHLY_SUMMARY: frozenset({*_PERIOD, "text", "plan"}),
    }
)
_EVERY = frozenset().union(*_ASKED.values())
_TEXTS = ("about", *_PERIOD, "participants", "topic", "text", "findings", "measure_text", "plan")


class WorkLogForm(RecordForm):
    """A new entry, or one that is read, corrected, handed in, signed."""

    def __init__(self, deeds: WorkLogDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        super().__init__(parent)
        self.load(None)

    # Building

    def build(self) -> None:
        """Kind and time, what it is about, who, what, what follows."""
        deeds, text = self._deeds, rules.TEXT_LIMIT
        self.standing = plain_label(role="muted")
        self.standing.setWordWrap(True)
        self.add_widget(self.standing)
        moment = MomentField(deeds.custom, deeds.now)
        self.add("kind", ChoiceField(self._kinds), words.kind, span=1)
        self.add("happened_at", moment, words.happened_at, hint=self._entered_words, span=1)
        self.add("unit", PersonField(deeds.find_people), words.unit)
        about = LineField(rules.NUMBER_LIMIT)
        about.line.setProperty(OWN, True)
        self.add("about", about, words.about)
        self.add("first_day", DayField(deeds.custom, deeds.today), words.first_day, span=1)
        self.add("last_day", DayField(deeds.custom, deeds.today), words.last_day, span=1)
        names = LineField(rules.NAMES_LIMIT)
        self.add("participants", names, words.participants, hint=words.participants_hint)
        self.add("topic", LineField(rules.TOPIC_LIMIT), words.topic)
        self.add("text", TextField(text, lines=3), words.text)
        self.add("findings", TextField(text, lines=2), words.findings)
        self.add("measure", SegmentField(words.measure_choices), words.measure)
        self.add("measure_text", TextField(text, lines=2), words.measure_text)
        self.add("plan", TextField(text, lines=3), words.plan)
        self._buttons = {
            "submit": KeyButton(words.submit, sign="forward"),
            "give_back": KeyButton(words.give_back, sign="check"),
            "void": KeyButton(words.void, kind="quiet", sign="void"),
        }
        for key, button in self._buttons.items():
            self.add_button(button, at_end=key == "void")
        self._follow()

    def _follow(self) -> None:
        self._buttons["submit"].clicked.connect(self._press_submit)
        self._buttons["give_back"].clicked.connect(self._press_give_back)
        self._buttons["void"].clicked.connect(self._press_void)
        self.field("kind").changed.connect(self._kind_chosen)
        self.field("measure").changed.connect(self._show_asked)
        self.dirty_changed.connect(self._show_buttons)

    # The life

    def heading(self) -> str:
        """The number, or that it is new."""
        known = self.value()
        return known.number if isinstance(known, WorkLogRow) else words.new_words()

    def subject(self) -> str:
        """The entry that is being corrected."""
        known = self.value()
        return str(known.id) if isinstance(known, WorkLogRow) else ""

    def button(self, key: str) -> KeyButton:
        """The button of a deed."""
        return self._buttons[key]

    def show_value(self, value: WorkLogRow | None) -> None:
        """An entry, or the beginning of one: now, by whoever is at the desk."""
        self._value = value
        self.field("kind").retranslate()
        if value is None:
            self._show_beginning()
        else:
            self._show_known(value)
        may_write = value is None or Kind(value.kind) in self._deeds.kinds()
        self.set_read_only(not may_write or (value is not None and value.state == State.VOID))
        self.field("kind").set_read_only(value is not None)
        self._show_around()

    def read(self) -> WorkLogEntry:
        """What the fields say; what its kind does not ask for stays as it was."""
        given = {key: self._given(key) for key in _TEXTS}
        return WorkLogEntry(
            kind=self._kind(),
            happened_at=self.field("happened_at").value() or self._deeds.now(),
            unit_id=self._unit_id(),
            measure=Measure(self._given("measure") or Measure.NONE),
            **given,
        )

    def save_value(self, value: WorkLogEntry) -> WorkLogRow:
        """Write it down, or correct it."""
        return self._deeds.save(self.value(), value)

    def restore(self, draft: Mapping[str, Any]) -> None:
        """A draft shows what its kind asks for."""
        super().restore(draft)
        self._show_asked()

    def retranslate(self) -> None:
        """The heading, where it stands, and why a button is shut."""
        super().retranslate()
        self._show_around()

    # Deeds

    def open_deed(self, key: str) -> DeedDialog:
        """The dialog of a deed."""
        known = self.value()
        about = f"{known.number} · {words.kind_words(known.kind)}"
        dialog = DeedDialog(PLANS[key](self._deeds, known), self.window(), about=about)
        dialog.deed_done.connect(self._done)
        dialog.open()
        return dialog

    def _press_submit(self) -> None:
        self.open_deed("submit")

    def _press_give_back(self) -> None:
        self.open_deed("give_back")

    def _press_void(self) -> None:
        self.open_deed("void")

    def _done(self, known: WorkLogRow) -> None:
        self.load(known)
        self.saved.emit(known)

    # Parts

    def _kinds(self) -> Sequence[Choice]:
        known = self._value
        kinds = [Kind(known.kind)] if known is not None else self._deeds.kinds()
        return [Choice(one, words.kind_words(one)) for one in kinds]

    def _kind(self) -> Kind:
        return Kind(self.field("kind").value() or Kind.WORK_RECORD)

    def _show_beginning(self) -> None:
        for key in _EVERY:
            self.field(key).set_value(None if key in (*_PERIOD, "unit") else "")
        self.field("kind").set_value(self._deeds.kinds()[0] if self._deeds.kinds() else None)
        self.field("happened_at").set_value(self._deeds.now())
        self.field("participants").set_value(self._deeds.name())
        self.field("measure").set_value(Measure.NONE)

    def _show_known(self, value: WorkLogRow) -> None:
        for key in ("kind", "happened_at", "measure", *_TEXTS):
            self.field(key).set_value(getattr(value, key))
        self.field("unit").set_value(_picked(value))

    def _given(self, key: str) -> Any:
        known = self.value()
        if key in _ASKED[self._kind()]:
            return self.field(key).value()
        empty = None if key in _PERIOD else ""
        return empty if known is None else getattr(known, key)

    def _unit_id(self) -> int | None:
        known: WorkLogRow | None = self.value()
        person = self.field("unit").value()
        if known is not None and person == _picked(known):
            return known.unit_id
        return self._deeds.unit_of(person) if "unit" in _ASKED[self._kind()] else None

    def _kind_chosen(self) -> None:
        """A plan is about this year, a summary about this month, until the clerk says otherwise."""
        today = self._deeds.today()
        spans = {Kind.MONTHLY_SUMMARY: rules.month_of, Kind.INTERVIEW_PLAN: rules.year_of}
        span = spans.get(self._kind())
        for key, day in zip(_PERIOD, span(today) if span else (None, None), strict=True):
            with QSignalBlocker(self.field(key)):
                self.field(key).set_value(day)
        self._show_asked()

    def _show_asked(self) -> None:
        asked = _ASKED[self._kind()]
        has_measure = self.field("measure").value() not in (None, Measure.NONE)
        for key in _EVERY:
            is_asked = key in asked and (key != "measure_text" or has_measure)
            self.fields.cell(key).setVisible(is_asked)

    def _show_around(self) -> None:
        known = self.value()
        said = words.standing(known, self._deeds.custom) if known else ""
        self.standing.setText(said)
        self.standing.setVisible(bool(said))
        self.show_chip(words.row_chip(known) if known else None)
        self._show_asked()
        self._show_buttons()

    def _show_buttons(self) -> None:
        """A deed that has no place here is not offered; one that is shut says why."""
        known: WorkLogRow | None = self.value()
        offered = {
            "submit": known is not None and known.state == State.KEPT and known.kind in HANDED_IN,
            "give_back": known is not None and known.state == State.SUBMITTED,
            "void": known is not None and known.state != State.VOID,
        }
        for key, button in self._buttons.items():
            button.setVisible(offered[key])
            if known is not None and offered[key]:
                unsaved = _("Save what you typed first.") if self.is_dirty() else ""
                button.shut(self._deeds.why_not(key, known) or unsaved)

    def _entered_words(self) -> str:
        known = self.value()
        return words.entered_hint(known, self._deeds.custom) if known else ""


def _picked(known: WorkLogRow) -> PickedPerson | None:
    if known.unit_id is None:
        return None
    return PickedPerson("unit", str(known.unit_id), known.unit or "", "")
