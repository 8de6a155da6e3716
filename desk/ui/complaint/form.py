"""The complaint as it is written down: the fields of 《客戶投訴意見表》 (F4, R140)."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from desk.domain import complaint as rules
from desk.domain.complaint import ComplaintEntry, ContactMethod, ContentClass, Nature, Severity
from desk.domain.reception import Channel
from desk.errors import DeskError
from desk.i18n import _
from desk.services.complaint import ComplaintDetail, entry_of
from desk.services.complaint_case import Case
from desk.ui.complaint import words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.open_cases import OpenCases
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField

RESIDENT, UNIT = "resident", "unit"
_ORIGIN = "origin"


class ComplaintForm(RecordForm):
    """A new complaint, or the correction of a known one (`load` a `ComplaintDetail`).

    An entry that is loaded, from a visit or a person, is not yet a change.
    """

    case_wanted = Signal(str)

    def __init__(self, deeds: ComplaintDeeds) -> None:
        self._deeds = deeds
        self._reception_id: int | None = None
        self._unit_id: int | None = None
        self._filled: dict[str, str] = {}
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """What is being done."""
        if self._known is None:
            return words.new_words()
        return _("Change {number}").format(number=self._known.number)

    def subject(self) -> str:
        """The number of a complaint being changed."""
        return "" if self._known is None else self._known.number

    def build(self) -> None:
        """The person first, then what happened, then how it is judged."""
        deeds = self._deeds
        self.person = PersonField(deeds.find_people)
        self.person.picked.connect(self._person_picked)
        self.cases = OpenCases(deeds.custom)
        self.cases.case_wanted.connect(self.case_wanted)
        self.add("person", self.person, _person_words)
        self.add_widget(self.cases)
        self.add("complainant", LineField(rules.NAME_LIMIT), _complainant_words, span=1)
        self.add("contact", LineField(rules.SHORT_LIMIT), _contact_words, required=True, span=1)
        self.add("contact_method", SegmentField(words.contact_choices), _method_words)
        self.add_section(_happened_words)
        self._received = MomentField(deeds.custom, deeds.now)
        moment = MomentField(deeds.custom, self._just_before)
        self.add("occurred_at", moment, _occurred_words, required=True, span=1)
        self.add("place", LineField(rules.SHORT_LIMIT), _place_words, required=True, span=1)
        self.add("about", LineField(rules.SHORT_LIMIT), _about_words, required=True)
        course = TextField(rules.TEXT_LIMIT, lines=4)
        self.add("course", course, _course_words, required=True)
        self.add("demand", TextField(rules.TEXT_LIMIT, lines=2), _demand_words, required=True)
        self._build_judgement()
        self.add_section(_received_section_words)
        self.add("received_at", self._received, _received_words, required=True, span=1)
        self.add("channel", ChoiceField(words.channel_choices), _channel_words, span=1)

    def _just_before(self) -> dt.datetime:
        """The present, but never later than the complaint came in."""
        now, received = self._deeds.now(), self._received.value()
        return now if received is None else min(now, received)

    def show_value(self, value: ComplaintEntry | ComplaintDetail) -> None:
        """Put an entry or a known complaint into the fields."""
        entry = entry_of(value) if isinstance(value, ComplaintDetail) else value
        self._reception_id, self._unit_id = entry.reception_id, entry.unit_id
        of_resident = value is entry and entry.resident_id is not None
        self._filled = {name: getattr(entry, name) for name in _OF_PERSON if of_resident}
        self.person.set_value(self._picked(entry))
        for key in _SAME:
            self.field(key).set_value(getattr(entry, key))
        self.field("why").set_value("")
        self._show_cases()
        self._ask_why()

    def read(self) -> ComplaintEntry:
        """The entry that the fields make."""
        person = self.person.value()
        resident = int(person.key) if person and person.kind == RESIDENT else None
        return ComplaintEntry(
            reception_id=self._reception_id,
            unit_id=self._unit_id if person or self._reception_id else None,
            resident_id=resident,
            received_at=self.field("received_at").value() or self._deeds.now(),
            channel=Channel(self.field("channel").value() or Channel.WALK_IN),
            contact_method=ContactMethod(self.field("contact_method").value()),
            nature=Nature(self.field("nature").value()),
            content_class=ContentClass(self.field("content_class").value()),
            severity=Severity(self.field("severity").value()),
            **{key: self.field(key).value() for key in _TEXTS},
        )

    def load(self, value: ComplaintEntry | ComplaintDetail | Case) -> None:
        """A case is loaded as what is written down in it."""
        super().load(value.detail if isinstance(value, Case) else value)

    def save_value(self, value: ComplaintEntry) -> Case:
        """Register or correct."""
        return self._deeds.save(self._known, value, self.field("why").value())

    def draft(self) -> dict[str, Any]:
        """The fields and where the complaint comes from."""
        return {**super().draft(), _ORIGIN: [self._reception_id, self._unit_id]}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The fields and the origin again."""
        origin = draft.get(_ORIGIN)
        if isinstance(origin, list) and len(origin) == 2:
            self._reception_id, self._unit_id = origin
        super().restore(draft)
        self._show_cases()
        self._ask_why()

    # Parts

    @property
    def _known(self) -> ComplaintDetail | None:
        """The complaint that is being corrected."""
        value = self.value()
        return value if isinstance(value, ComplaintDetail) else None

    def _build_judgement(self) -> None:
        self.add_section(_judgement_words)
        nature = SegmentField(words.nature_choices)
        nature.changed.connect(self._ask_why)
        self.add("nature", nature, _nature_words)
        self.add("why", LineField(rules.WHY_LIMIT), _why_words, required=True)
        self.add("content_class", SegmentField(words.content_choices), _content_words)
        self.add("severity", SegmentField(words.severity_choices), _severity_words)

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
        rows = () if self._unit_id is None else self._deeds.open_of_unit(self._unit_id)
        number = self.subject()
        self.cases.show_rows([row for row in rows if row.number != number])

    def _ask_why(self) -> None:
        """R130: only a new judgement of the nature has to be explained."""
        nature, known = self.field("nature").value(), self._known
        is_new = (
            known is not None
            and nature is not None
            and Nature(nature).is_communicative is not Nature(known.nature).is_communicative
        )
        self.fields.cell("why").setVisible(is_new)


_OF_PERSON = ("complainant", "contact", "place")
_TEXTS = ("occurred_at", "place", "complainant", "contact", "about", "course", "demand")
_SAME = (
    *_TEXTS,
    "contact_method",
    "nature",
    "content_class",
    "severity",
    "received_at",
    "channel",
)


def _person_words() -> str:
    return _("Resident or room")


def _complainant_words() -> str:
    return _("Complainant")


def _contact_words() -> str:
    return _("How to reach the resident")


def _method_words() -> str:
    return _("Answer wanted")


def _happened_words() -> str:
    return _("What happened")


def _occurred_words() -> str:
    return _("When it happened")


def _place_words() -> str:
    return _("Where")


def _about_words() -> str:
    return _("Person or department complained about")


def _course_words() -> str:
    return _("Course of events")


def _demand_words() -> str:
    return _("What the resident asks for")


def _judgement_words() -> str:
    return _("Judgement")


def _nature_words() -> str:
    return _("Nature")


def _why_words() -> str:
    return _("Why its nature is judged anew")


def _content_words() -> str:
    return _("Content")


def _severity_words() -> str:
    return _("Severity")


def _received_section_words() -> str:
    return _("How it reached us")


def _received_words() -> str:
    return _("Reported")


def _channel_words() -> str:
    return _("Channel")
