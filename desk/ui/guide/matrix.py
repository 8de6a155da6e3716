"""The duty matrix 部門職責表 (R202): which matter is whose."""

from desk.domain import duty as rules
from desk.domain.duty import DutyEntry
from desk.i18n import _
from desk.services.duty import DutyRow
from desk.ui.guide import words
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.guide.register import EntryRegister, GuideForm, SearchedRegister, state_filter
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column
from desk.ui.kit.text_field import TextField


class MatterForm(GuideForm):
    """One matter."""

    def heading(self) -> str:
        """The matter."""
        known = self.value()
        return known.matter if isinstance(known, DutyRow) else _new()

    def build(self) -> None:
        """What, whose, under which number."""
        self.add_section()
        self.add("matter", LineField(rules.MATTER_LIMIT), words.matter, required=True)
        whose = ChoiceField(self._deeds.department_choices)
        self.add("department", whose, words.department, required=True, span=1)
        phone = LineField(rules.PHONE_LIMIT)
        self.add("phone", phone, words.phone, hint=self._phone_hint, span=1)
        self.add("note", TextField(rules.NOTE_LIMIT), words.note)
        self.add("state", SegmentField(words.state_choices), words.state)

    def show_value(self, value: DutyRow | None) -> None:
        """A matter, or the beginning of one."""
        self._value = value
        self.field("matter").set_value(value.matter if value else "")
        self.field("department").set_value(value.department_id if value else None)
        self.field("phone").set_value(value.own_phone if value else "")
        self.field("note").set_value(value.note if value else "")
        self.field("state").set_value(words.state_code(active=value is None or value.active))
        self.show_chip(words.state_chip(active=value.active) if value else None)
        self.follow_role()

    def read(self) -> DutyEntry:
        """What the fields say."""
        whose = self.field("department").value()
        return DutyEntry(
            matter=self.field("matter").value(),
            department_id=int(whose) if whose else None,
            phone=self.field("phone").value(),
            note=self.field("note").value(),
            active=self.field("state").value() == "active",
        )

    def save_value(self, value: DutyEntry) -> DutyRow:
        """A new matter, or another state of a known one."""
        return self._deeds.save_duty(self.value(), value)

    def _phone_hint(self) -> str:
        known = self.value()
        if not isinstance(known, DutyRow):
            return _("Empty: the number of the department")
        return _("Call {phone}, {head}").format(phone=known.phone, head=known.head or "–")


class MatrixPage(EntryRegister[DutyRow], SearchedRegister[DutyRow]):
    """Every matter, by department."""

    FORM = MatterForm

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            self.entries(
                title=words.duties,
                columns=(
                    Column("matter", words.matter, _matter, stretch=True, strong=True, note=_note),
                    Column("department", words.department, _department, 168, note=_head),
                    Column("phone", words.phone, _phone, 150),
                ),
                fetch=deeds.duties,
                empty=_empty,
                new_words=_new,
                filters=(
                    Filter("department", words.department, deeds.department_choices),
                    state_filter(),
                ),
            )
        )

    def read_entry(self, key: int) -> DutyRow:
        """One of them."""
        return self._deeds.duty(key)


def _matter(row: DutyRow) -> str:
    return row.matter


def _note(row: DutyRow) -> str:
    return " ".join(row.note.split())


def _department(row: DutyRow) -> str:
    return row.department


def _head(row: DutyRow) -> str:
    return row.head


def _phone(row: DutyRow) -> str:
    return row.phone


def _new() -> str:
    return _("New matter")


def _empty() -> str:
    return _("Nothing is written down yet. Begin with the departments.")
