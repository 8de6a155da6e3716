"""The complaint as it is written down: the fields of 《客戶投訴意見表》 (F4, R140), and more."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal

from desk.domain import complaint as rules
from desk.domain.complaint import ComplaintEntry, Nature
from desk.domain.policy import Policy
from desk.errors import DeskError
from desk.i18n import _
from desk.services.complaint import ComplaintDetail, entry_of
from desk.services.complaint_case import Case
from desk.ui.complaint import form_words as said
from desk.ui.complaint import words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.filing_acts import join_plan
from desk.ui.complaint.filing_part import FilingPart
from desk.ui.complaint.form_entry import entry_from, show_entry
from desk.ui.complaint.open_cases import OpenCases
from desk.ui.complaint.topic_field import TopicField
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.faults import fault_words
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField

RESIDENT, UNIT = "resident", "unit"
_ORIGIN = "origin"
_TYPING = 250  # milliseconds without a key


class ComplaintForm(RecordForm):
    """A new complaint, or the correction of a known one (`load` a `Case`).

    An entry that is loaded, from a visit or a person, is not yet a change. `case_wanted` asks for
    an open case instead; `joined` carries the case that the caller was added to.
    """

    case_wanted = Signal(str)
    joined = Signal(object)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        self._policy: Policy = deeds.policy_on(deeds.now())
        self._reception_id: int | None = None
        self._unit_id: int | None = None
        self._filled: dict[str, str] = {}
        super().__init__()
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.setInterval(_TYPING)
        self._look_soon.timeout.connect(self._show_cases)
        self.field("topic").changed.connect(self._look_soon.start)

    # The life of a form

    def heading(self) -> str:
        """What is being done."""
        if self._known is None:
            return words.new_words()
        return _("Change {number}").format(number=self._known.number)

    def subject(self) -> str:
        """The number of a complaint being changed."""
        return "" if self._known is None else self._known.number

    saved_title = subject

    def build(self) -> None:
        """The person first, then what happened, then how it is judged."""
        self._build_person()
        self._build_course()
        self._build_judgement()
        self.add_section(said.received_section)
        self.add("received_at", self._received, said.received, required=True, span=1)
        self.add("channel", ChoiceField(words.channel_choices), said.channel, span=1)
        self.add("called_in", LineField(rules.NAME_LIMIT), said.called_in)
        self.filing = FilingPart(self, self._policy_now)

    def load(self, value: ComplaintEntry | ComplaintDetail | Case) -> None:
        """A case is loaded as what is written down in it, under the policy it stands under."""
        if isinstance(value, Case):
            self._policy = value.policy
            value = value.detail
        super().load(value)
        self.field("severity").retranslate()
        self._severity_chosen()

    def show_value(self, value: ComplaintEntry | ComplaintDetail) -> None:
        """Put an entry or a known complaint into the fields."""
        entry = entry_of(value) if isinstance(value, ComplaintDetail) else value
        self._reception_id, self._unit_id = entry.reception_id, entry.unit_id
        of_resident = value is entry and entry.resident_id is not None
        self._filled = {name: getattr(entry, name) for name in _OF_PERSON if of_resident}
        self.person.set_value(self._picked(entry))
        show_entry(self.fields, entry)
        self.field("why").set_value("")
        self.filing.begin()
        self._show_cases()
        self._ask_why()

    def read(self) -> ComplaintEntry:
        """The entry that the fields make."""
        person = self.person.value()
        resident = int(person.key) if person and person.kind == RESIDENT else None
        return replace(
            entry_from(self.fields, self._deeds.now()),
            reception_id=self._reception_id,
            unit_id=self._unit_id if person or self._reception_id else None,
            resident_id=resident,
        )

    def save_value(self, value: ComplaintEntry) -> Case:
        """Register and judge, or correct."""
        if self._known is not None:
            return self._deeds.save(self._known, value, self.field("why").value())
        return self._deeds.save(None, value, judgement=self.filing.read())

    def draft(self) -> dict[str, Any]:
        """The fields and where the complaint comes from."""
        return {**super().draft(), _ORIGIN: [self._reception_id, self._unit_id]}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The fields and the origin again."""
        origin = draft.get(_ORIGIN)
        if isinstance(origin, list) and len(origin) == 2:
            self._reception_id, self._unit_id = origin
        super().restore(draft)
        self.filing.show_wanted()
        self._severity_chosen()
        self._show_cases()

    # Another caller about the same

    def join(self, case_id: int) -> DeedDialog | None:
        """Add the caller to an open case, with what is typed so far (R10)."""
        try:
            case = self._deeds.case(case_id)
        except DeskError as fault:
            self.show_summary(fault_words(fault))
            return None
        typed = {
            "person": self.person.value(),
            "name": self.field("complainant").value(),
            "contact": self.field("contact").value(),
            "joined_at": self.field("received_at").value(),
            "words": self.field("course").value(),
        }
        plan = join_plan(self._deeds, case, self._reception_id)
        asked = [replace(one, begins_with=typed[one.key] or one.begins_with) for one in plan.asked]
        dialog = DeedDialog(
            replace(plan, asked=asked),
            self.window(),
            about=f"{case.detail.number} · {case.detail.about}",
        )
        dialog.deed_done.connect(self._was_joined)
        dialog.open()
        return dialog

    def _was_joined(self, case: Case) -> None:
        self._set_dirty(False)
        self.joined.emit(case)

    # Parts

    @property
    def _known(self) -> ComplaintDetail | None:
        """The complaint that is being corrected."""
        value = self.value()
        return value if isinstance(value, ComplaintDetail) else None

    def _build_person(self) -> None:
        deeds = self._deeds
        self.person = PersonField(deeds.find_people)
        self.person.picked.connect(self._person_picked)
        self.cases = OpenCases(deeds.custom)
        self.cases.case_wanted.connect(self.case_wanted)
        self.cases.join_wanted.connect(self.join)
        self.add("person", self.person, said.person)
        self.add_widget(self.cases)
        self.add("complainant", LineField(rules.NAME_LIMIT), said.complainant, span=1)
        self.add("contact", LineField(rules.SHORT_LIMIT), said.contact, required=True, span=1)
        self.add("contact_method", SegmentField(words.contact_choices), said.method)

    def _build_course(self) -> None:
        deeds = self._deeds
        self.add_section(said.happened)
        self._received = MomentField(deeds.custom, deeds.now)
        moment = MomentField(deeds.custom, self._just_before)
        self.add("occurred_at", moment, said.occurred, required=True, span=1)
        self.add("place", LineField(rules.SHORT_LIMIT), said.place, required=True, span=1)
        self.add("about", LineField(rules.SHORT_LIMIT), said.about, required=True, span=1)
        topic = TopicField(rules.NAME_LIMIT, deeds.topics)
        self.add("topic", topic, said.topic, hint=said.topic_hint, span=1)
        course = TextField(rules.TEXT_LIMIT, lines=4)
        self.add("course", course, said.course, required=True)
        self.add("demand", TextField(rules.TEXT_LIMIT, lines=2), said.demand, required=True)
        wanted = MomentField(deeds.custom, deeds.now)
        self.add("wanted_by", wanted, said.wanted_by, hint=said.wanted_hint)

    def _build_judgement(self) -> None:
        self.add_section(said.judgement)
        nature, self._severity = SegmentField(words.nature_choices), SegmentField(self._severities)
        nature.changed.connect(self._ask_why)
        self._severity.changed.connect(self._severity_chosen)
        self.add("nature", nature, said.nature)
        self.add("severity", self._severity, said.severity, hint=self._definition)
        self.add("why", LineField(rules.WHY_LIMIT), said.why, required=True)
        self.add("content_class", SegmentField(words.content_choices), said.content)
        self.add("hot", ManyField(words.hot_choices), said.hot)
        self.add("impact", SegmentField(words.impact_choices), said.impact)
        self.add("immediate", ManyField(words.urgency_choices), said.immediate)

    def _just_before(self) -> dt.datetime:
        """The present, but never later than the complaint came in."""
        now, received = self._deeds.now(), self._received.value()
        return now if received is None else min(now, received)

    def _picked(self, entry: ComplaintEntry) -> PickedPerson | None:
        if entry.resident_id is None:
            return None
        known = self._known
        unit = known.unit if known else entry.place
        name = (known.resident if known else None) or entry.complainant
        return PickedPerson(RESIDENT, str(entry.resident_id), name, unit or "")

    def _person_picked(self, found: Found) -> None:
        """Fill in what the estate knows of the person; what was typed stays."""
        if found.kind == UNIT:
            self._unit_id = int(found.key)
            self._fill({"complainant": "", "contact": "", "place": found.title})
        else:
            try:
                entry = self._deeds.of_resident(int(found.key))
            except DeskError as fault:
                self._unit_id = None
                self.person.set_value(None)
                self.show_summary(fault_words(fault))
                return
            self._unit_id = entry.unit_id
            self.field("complainant").set_value("")
            self._fill({name: getattr(entry, name) for name in _OF_PERSON})
        self._show_cases()

    def _fill(self, known: Mapping[str, str]) -> None:
        """What was typed stays; what was filled in for another person goes with that person."""
        for key, value in known.items():
            if self.field(key).value() in ("", self._filled.get(key)):
                self.field(key).set_value(value)
                self._filled[key] = value

    def _show_cases(self) -> None:
        """Cases that may be the same matter; a known complaint is one already."""
        rows: tuple[Any, ...] = ()
        if self._known is None:
            rows = self._deeds.candidates(self._unit_id, self.field("topic").value())
        self.cases.show_rows(rows)

    def _ask_why(self) -> None:
        """R130, R137: only a new judgement of nature or severity has to be explained."""
        nature, known = self.field("nature").value(), self._known
        is_new = known is not None and (
            self.field("severity").value() != known.severity
            or Nature(nature).is_communicative is not Nature(known.nature).is_communicative
        )
        self.fields.cell("why").setVisible(is_new)

    def _severity_chosen(self) -> None:
        """The definition under the buttons is that of the chosen level."""
        self.fields.cell("severity").refuse("")
        self._ask_why()

    def _severities(self) -> list[Choice]:
        return words.severity_choices(self._policy)

    def _definition(self) -> str:
        """R137-R139: what the policy understands by the chosen level."""
        return words.definition(self._policy, self._severity.value())

    def _policy_now(self) -> Policy:
        return self._policy


_OF_PERSON = ("complainant", "contact", "place")
