"""The reception form: it starts from the person; an inquiry answered at once takes two keys."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desk.domain import reception as rules
from desk.domain.permissions import Permission
from desk.domain.reception import Kind, ReceptionEntry, State
from desk.i18n import _
from desk.services.first_asked import Duty
from desk.services.reception import ReceptionDetail
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.field_grid import THIRD, TWO_THIRDS
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.reception import labels
from desk.ui.reception.asked_first import (
    AskedFirst,
    asked_field,
    asked_first,
    is_without_account,
)
from desk.ui.reception.caller import RESIDENT, UNIT, caller_of, finder, picked
from desk.ui.reception.deeds import ReceptionDeeds
from desk.ui.reception.duty_block import DutyBlock
from desk.ui.reception.form_entry import entry_from, show_beginning, show_known
from desk.ui.reception.words import (
    channel_choices,
    closed_hint,
    entered_hint,
    kind_choices,
    new_words,
    state_chip,
    state_choices,
    unit_words,
)


class ReceptionForm(RecordForm):
    """A new reception, or one that is corrected and closed; `unit_changed` carries the id of the
    person's unit, or None. `complaint_wanted` and `order_wanted` carry the reception's own."""

    unit_changed = Signal(object)
    complaint_wanted = Signal(int)
    order_wanted = Signal(int)

    def __init__(self, deeds: ReceptionDeeds, parent: QWidget | None = None) -> None:
        self._deeds = deeds
        self._state_was_chosen = False
        self._open_cases = self._instructions = 0
        super().__init__(parent)
        self.load(None)

    # Building

    def build(self) -> None:
        """The person first; then what it is, what was asked, what was done, and when."""
        deeds = self._deeds
        self.duty = DutyBlock(deeds.duty)
        self.duty.changed.connect(self._duty_changed)
        self.add_widget(self.duty)
        self.person = PersonField(finder(deeds.find_people))
        self.add("person", self.person, labels.person, required=True, hint=self._unit_words)
        self.add("caller_name", LineField(rules.NAME_LIMIT), labels.caller_name, span=1)
        self.add("caller_phone", LineField(rules.PHONE_LIMIT), labels.caller_phone, span=1)
        self.add("kind", SegmentField(kind_choices), labels.kind, span=TWO_THIRDS)
        self.add("first_asked", asked_field(deeds), labels.first_asked, span=THIRD)
        named = LineField(rules.NAME_LIMIT)
        self.add("first_asked_name", named, labels.first_asked_name, required=True)
        self.add("channel", SegmentField(channel_choices), labels.channel)
        text = rules.TEXT_LIMIT
        self.add("request", TextField(text, lines=2), labels.request, required=True)
        self.add("answer", TextField(text, lines=2), labels.answer)
        moment = MomentField(deeds.custom, deeds.now)
        self.add(
            "state", SegmentField(state_choices), labels.state, hint=self._closed_words, span=1
        )
        self.add("happened_at", moment, labels.happened_at, hint=self._entered_words, span=1)
        complaint = KeyButton(labels.complaint, kind="quiet", sign="complaint")
        order = KeyButton(labels.order, kind="quiet", sign="service_order")
        self.complaint_button, self.order_button = map(self.add_button, (complaint, order))
        complaint.clicked.connect(self._want_complaint)
        order.clicked.connect(self._want_order)
        self._follow_fields()

    def _follow_fields(self) -> None:
        self.person.changed.connect(self._person_picked)
        self.person.changed.connect(self._person_changed)
        self.person.entered.connect(self._to_what_is_missing)
        self.field("kind").changed.connect(self._propose_state)
        self.field("answer").changed.connect(self._propose_state)
        self.field("state").changed.connect(self._state_chosen)
        self.field("first_asked").changed.connect(self._show_asked_field)
        self.dirty_changed.connect(self.duty.set_changes)

    # The life

    def heading(self) -> str:
        """The number, or who is being served."""
        known = self.value()
        if known is not None:
            return str(known.number)
        person = self.person.value()
        return person.title if person else new_words()

    def subject(self) -> str:
        """The reception that is being corrected."""
        known = self.value()
        return "" if known is None else str(known.id)

    def tell_unit(self, open_cases: int, instructions: int) -> None:
        """What the clerk must know of the unit where the household has no room beside the form."""
        self._open_cases, self._instructions = open_cases, instructions
        self.fields.cell("person").refuse(self.refusal("person"))

    def unit_id(self) -> int | None:
        """The unit whose matter this is."""
        person = self.person.value()
        known = self.value()
        if known is not None and person == picked(known):
            return known.unit_id  # type: ignore[no-any-return]
        caller = caller_of(person)
        if caller.resident_id is None:
            return caller.unit_id
        return self._deeds.unit_of_resident(caller.resident_id)

    def show_value(self, value: ReceptionDetail | None) -> None:
        """A reception, or the beginning of one: here, now, a walk-in with a question."""
        self._state_was_chosen = value is not None
        if value is None:
            show_beginning(self.fields, self._deeds.clerk_id(), self._deeds.now())
        else:
            show_known(self.fields, value)
        self.set_read_only(not self._deeds.may(Permission.REGISTER))
        self.duty.show_visit(None if value is None else value.id)
        self._show_around(value)

    def read(self) -> ReceptionEntry:
        """What the fields say."""
        caller = caller_of(self.person.value())._replace(name=self._caller_name())
        if self.value() is not None:
            caller = caller._replace(unit_id=self.unit_id())
        return entry_from(self.fields, caller, self._asked_first(), self._deeds.now())

    def save_value(self, value: ReceptionEntry) -> ReceptionDetail:
        """Register or correct."""
        return self._deeds.save(self.value(), value)

    def restore(self, draft: Mapping[str, Any]) -> None:
        """A draft, with its household beside it again; its state was somebody's choice."""
        super().restore(draft)
        self._state_was_chosen = True
        self._person_changed()

    def retranslate(self) -> None:
        """The heading, the trail and why the complaint button is shut."""
        super().retranslate()
        self._show_around(self.value())

    # Parts

    def _show_around(self, value: ReceptionDetail | None) -> None:
        for key in ("first_asked", "first_asked_name"):
            self.field(key).set_read_only(value is not None or self.is_read_only())
        self._show_asked_field()
        self.show_chip(state_chip(value.state) if value else None)
        for button in (self.complaint_button, self.order_button):
            button.setVisible(not self.is_read_only())
        self.complaint_button.shut(
            _("This visit is complaint {number} already.").format(number=value.complaint)
            if value and value.complaint
            else ""
        )
        self._show_caller_fields()

    def _unit_words(self) -> str:
        return unit_words(self._open_cases, self._instructions)

    def _entered_words(self) -> str:
        """The entry time under the real time (R86)."""
        known = self.value()
        return "" if known is None else entered_hint(known, self._deeds.custom)

    def _closed_words(self) -> str:
        """Who ended the first-asked duty, and when (R219)."""
        known = self.value()
        return "" if known is None else closed_hint(known, self._deeds.custom)

    def _show_caller_fields(self) -> None:
        """Whoever is no resident is named and may leave a phone number."""
        person = self.person.value()
        is_visitor = person is not None and person.kind != RESIDENT
        self.fields.cell("caller_name").setVisible(is_visitor)
        self.fields.cell("caller_phone").setVisible(is_visitor)

    def _caller_name(self) -> str:
        person = self.person.value()
        known = self.value()
        if person is None:
            return ""
        if person.kind != RESIDENT:
            return str(self.field("caller_name").value())
        is_same = known is not None and person == picked(known)
        return str(known.caller_name) if is_same else ""

    def _person_picked(self) -> None:
        """What belonged to another person goes with that person."""
        self.field("caller_name").set_value(caller_of(self.person.value()).name)
        self.field("caller_phone").set_value("")

    def _person_changed(self) -> None:
        self._show_caller_fields()
        if self.value() is None:
            self.show_heading()
        self.unit_changed.emit(self.unit_id())

    def _to_what_is_missing(self) -> None:
        """After the person comes what was asked; kind and channel stand for the usual case."""
        person = self.person.value()
        key = "caller_name" if person and person.kind == UNIT else "request"
        self.field(key).control.setFocus(Qt.FocusReason.TabFocusReason)

    def _propose_state(self) -> None:
        """A question with its answer is closed, unless the clerk chose otherwise (R199)."""
        if self._state_was_chosen:
            return
        kind = Kind(self.field("kind").value() or Kind.INQUIRY)
        is_done = rules.closes_with_answer(kind) and self.field("answer").value()
        self.field("state").set_value(State.CLOSED if is_done else State.OPEN)

    def _state_chosen(self) -> None:
        self._state_was_chosen = True

    def _asked_first(self) -> AskedFirst:
        """Who was asked first is written down once; a correction leaves it as it is (R218)."""
        if self.value() is not None:
            return AskedFirst()
        code = self.field("first_asked").value()
        return asked_first(code, self.field("first_asked_name").value())

    def _show_asked_field(self) -> None:
        """Whoever has no account is named."""
        code = self.field("first_asked").value()
        self.fields.cell("first_asked_name").setVisible(is_without_account(code))

    def _duty_changed(self, known: Duty) -> None:
        """A deed of the duty is a change of the visit."""
        self.load(known.visit)
        self.saved.emit(known.visit)

    def _want_complaint(self) -> None:
        """What is not saved yet is saved first: the complaint is made of what stands there."""
        if not (self.value() is None or self.is_dirty()) or self.save():
            self.complaint_wanted.emit(self.value().id)

    def _want_order(self) -> None:
        """The same for a service order (R235, R238)."""
        if not (self.value() is None or self.is_dirty()) or self.save():
            self.order_wanted.emit(self.value().id)
