"""A release pass as it is written down: the person first, then the things, then the gate (F37)."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal

from desk.domain import release_pass as rules
from desk.domain.estate import IdentityKind
from desk.domain.release_pass import PassEntry, Role
from desk.domain.release_pass_rule import PassKind
from desk.errors import DeskError, ReasonLike
from desk.i18n import _
from desk.services.release_pass import Pass, entry_of, item_entries
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.faults import fault_words
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_links import RecordLinks
from desk.ui.kit.refused_beside import refused_beside
from desk.ui.kit.result_list import Found
from desk.ui.kit.text_field import TextField
from desk.ui.release_pass import form_words as said
from desk.ui.release_pass import words
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.items_field import ItemsField

RESIDENT, UNIT = "resident", "unit"
_UNIT = "unit_id"
_OF_PERSON = ("applicant", "role", "phone")
_TEXTS = ("applicant", "phone", "plate", "gate", "remark")


class PassForm(RecordForm):
    """A new pass, or the correction of a draft (`load` a `Pass`).

    An entry that is loaded, from a person or a visit, is not yet a change. `pass_wanted` asks for
    another pass of the unit.
    """

    pass_wanted = Signal(str)

    def __init__(self, deeds: PassDeeds) -> None:
        self._deeds = deeds
        self._unit_id: int | None = None
        self._filled: dict[str, Any] = {}
        super().__init__()

    # The life of a form

    def heading(self) -> str:
        """What is being done."""
        known = self._known
        if known is None:
            return words.new_words()
        return _("Change {number}").format(number=known.detail.number)

    def subject(self) -> str:
        """The number of a draft being corrected."""
        return "" if self._known is None else self._known.detail.number

    saved_title = subject

    def build(self) -> None:
        """Who applies for what; the things one by one; when and through which gate."""
        self._build_person()
        self.add_section(said.goods)
        self.items = ItemsField()
        self.add("items", self.items, said.items, hint=said.items_hint, required=True)
        self._build_gate()
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), said.remark)

    def show_value(self, value: PassEntry | Pass) -> None:
        """Put an entry or a known draft into the fields."""
        entry = entry_of(value.detail) if isinstance(value, Pass) else value
        self._unit_id = entry.unit_id
        self._filled = {}
        for key in (*_TEXTS, "kind", "role", "identity", "starts", "ends", "back_by"):
            self.field(key).set_value(getattr(entry, key))
        self.field("identity_tail").set_value(entry.identity_tail)
        self.person.set_value(self._picked(value))
        listed = item_entries(value.items) if isinstance(value, Pass) else ()
        self.items.set_value(listed)
        self._show_around()

    def read(self) -> PassEntry:
        """The entry that the fields make."""
        values = {key: self.field(key).value() for key in _TEXTS}
        identity = self.field("identity").value()
        return PassEntry(
            kind=PassKind(self.field("kind").value()),
            role=Role(self.field("role").value() or Role.OWNER),
            unit_id=self._unit_id,
            identity=IdentityKind(identity) if identity else None,
            identity_tail=self.field("identity_tail").value() if identity else "",
            starts=self.field("starts").value(),
            ends=self.field("ends").value(),
            back_by=self.field("back_by").value() if self._asks_back() else None,
            **values,
        )

    def save_value(self, value: PassEntry) -> Pass:
        """Write it down, or correct it; what is wrong with a line stands beside the list."""
        with refused_beside("items", _is_of_line):
            return self._deeds.save(self._known, value, self.items.value())

    def draft(self) -> dict[str, Any]:
        """The fields, and which unit it is."""
        return {**super().draft(), _UNIT: self._unit_id}

    def restore(self, draft: Mapping[str, Any]) -> None:
        """The fields and the unit again."""
        unit = draft.get(_UNIT)
        self._unit_id = unit if isinstance(unit, int) else None
        super().restore(draft)
        self._show_around()

    # Parts

    @property
    def _known(self) -> Pass | None:
        """The draft that is being corrected."""
        value = self.value()
        return value if isinstance(value, Pass) else None

    def _build_person(self) -> None:
        deeds = self._deeds
        self.person = PersonField(deeds.find_people)
        self.person.picked.connect(self._person_picked)
        self.person.changed.connect(self._person_changed)
        self.others = RecordLinks(said.others)
        self.others.wanted.connect(self._want_other)
        kind = SegmentField(words.kind_choices)
        kind.changed.connect(self._kind_chosen)
        identity = ChoiceField(words.identity_choices, nothing=said.no_identity)
        identity.changed.connect(self._show_around)
        self.add("unit", self.person, said.person, required=True)
        self.add_widget(self.others)
        self.add("kind", kind, said.kind, required=True)
        self.add("applicant", LineField(rules.NAME_LIMIT), said.applicant, required=True, span=1)
        self.add("role", ChoiceField(words.role_choices), said.role, span=1)
        self.add("identity", identity, said.identity, span=1)
        tail = LineField(rules.TAIL_LENGTH)
        self.add("identity_tail", tail, said.tail, hint=self._tail_hint, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), said.phone, span=1)
        self.add("plate", LineField(rules.PLATE_LIMIT), said.plate, span=1)

    def _build_gate(self) -> None:
        deeds = self._deeds
        self.add_section(said.passage)
        for key, caption in (("starts", said.starts), ("ends", said.ends)):
            self.add(key, MomentField(deeds.custom, deeds.now), caption, required=True, span=1)
        self.add("gate", LineField(rules.GATE_LIMIT), said.gate, span=1)
        self.add("back_by", DayField(deeds.custom, deeds.today), said.back_by, span=1)
        self.items.changed.connect(self._show_back)

    def _tail_hint(self) -> str:
        known = self._known
        return said.tail_kept() if known is not None and known.detail.identity else ""

    def _picked(self, value: PassEntry | Pass) -> PickedPerson | None:
        """Who applies, or the unit alone."""
        if self._unit_id is None:
            return None
        unit = self._deeds.unit_words(self._unit_id)
        name = value.detail.applicant if isinstance(value, Pass) else value.applicant
        return PickedPerson(UNIT, str(self._unit_id), name or unit, unit if name else "")

    def _person_picked(self, found: Found) -> None:
        """Fill in what the estate knows of the person; what was typed stays."""
        try:
            if found.kind == UNIT:
                self._unit_id = int(found.key)
                self._fill({"applicant": "", "phone": ""})
            else:
                entry = self._deeds.of_resident(int(found.key))
                self._unit_id = entry.unit_id
                self._fill({name: getattr(entry, name) for name in _OF_PERSON})
        except DeskError as fault:
            self._unit_id = None
            self.person.set_value(None)
            self.show_summary(fault_words(fault))
        self._show_around()

    def _person_changed(self) -> None:
        if self.person.value() is None:
            self._unit_id = None
            self._show_around()

    def _fill(self, known: Mapping[str, Any]) -> None:
        """What was typed stays; what was filled in for another person goes with that person."""
        for key, value in known.items():
            before = self._filled.get(key, "")
            if key == "role" or self.field(key).value() in ("", before):
                self.field(key).set_value(value)
                self._filled[key] = value

    def _kind_chosen(self) -> None:
        """What comes back is marked so from the beginning."""
        rule = self._deeds.policy().release(PassKind(self.field("kind").value()))
        self.items.set_returnable(rule.returnable)
        self._show_around()

    def _asks_back(self) -> bool:
        kind = self.field("kind").value()
        is_whole = bool(kind) and self._deeds.policy().release(PassKind(kind)).returnable
        return is_whole or any(one.returnable for one in self.items.value())

    def _show_back(self) -> None:
        self.fields.cell("back_by").setVisible(self._asks_back())

    def _show_around(self) -> None:
        """What the choices so far ask for, and what else the unit has at the gate."""
        has_paper = bool(self.field("identity").value())
        self.fields.cell("identity_tail").setVisible(has_paper)
        self._show_back()
        known = self._known
        rows = self._deeds.of_unit(self._unit_id)
        number = "" if known is None else known.detail.number
        self.others.show_links([words.link(row) for row in rows if row.number != number])

    def _want_other(self, _kind: str, number: str) -> None:
        self.pass_wanted.emit(number)


def _is_of_line(reason: ReasonLike) -> bool:
    return reason.field is not None and reason.field.startswith("items.")
