"""The departments (R202), and what each of them took over of late (R218)."""

from desk.domain import department as rules
from desk.domain.department import DepartmentEntry
from desk.i18n import _
from desk.services.department import DepartmentRow
from desk.services.handover import ReceivedRow
from desk.ui.guide import words
from desk.ui.guide.deeds import RECEIVED_DAYS, GuideDeeds
from desk.ui.guide.register import EntryRegister, GuideForm, state_filter
from desk.ui.kit.choice_field import SegmentField
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_model import Column

_SHOWN = 12


class DepartmentForm(GuideForm):
    """One department."""

    def heading(self) -> str:
        """Its name."""
        known = self.value()
        return known.name if isinstance(known, DepartmentRow) else _new()

    def build(self) -> None:
        """What it is called, who heads it, how it is reached."""
        self.add_section()
        self.add("name", LineField(rules.NAME_LIMIT), _name_words, required=True, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), words.phone, required=True, span=1)
        self.add("head", LineField(rules.NAME_LIMIT), _head_words, span=1)
        self.add("division", LineField(rules.NAME_LIMIT), _division_words, span=1)
        self.add("state", SegmentField(words.state_choices), words.state)
        self._title, self._lines = plain_label(role="heading"), plain_label(role="muted")
        self._lines.setWordWrap(True)
        self.add_widget(self._title)
        self.add_widget(self._lines)

    def show_value(self, value: DepartmentRow | None) -> None:
        """A department, or the beginning of one."""
        self._value = value
        for key in ("name", "phone", "head", "division"):
            self.field(key).set_value(getattr(value, key) if value else "")
        self.field("state").set_value(words.state_code(active=value is None or value.active))
        self.show_chip(words.state_chip(active=value.active) if value else None)
        self._show_received(value)
        self.follow_role()

    def read(self) -> DepartmentEntry:
        """What the fields say."""
        return DepartmentEntry(
            name=self.field("name").value(),
            head=self.field("head").value(),
            phone=self.field("phone").value(),
            division=self.field("division").value(),
            active=self.field("state").value() == "active",
        )

    def save_value(self, value: DepartmentEntry) -> DepartmentRow:
        """A new department, or another state of a known one."""
        return self._deeds.save_department(self.value(), value)

    def retranslate(self) -> None:
        """The parts that are written from the record."""
        super().retranslate()
        self._show_received(self.value())

    def _show_received(self, value: DepartmentRow | None) -> None:
        """Its own 《接待業主情況記錄》, naming who was asked first (R218)."""
        for part in (self._title, self._lines):
            part.setVisible(value is not None)
        if value is None:
            return
        rows = self._deeds.received(value.id)
        title = _("Taken over in the last {days} days: {count}")
        self._title.setText(title.format(days=RECEIVED_DAYS, count=len(rows)))
        lines = [self._line(one) for one in rows[:_SHOWN]]
        self._lines.setText("\n".join(lines) or _("Nothing was handed over to it."))

    def _line(self, row: ReceivedRow) -> str:
        words = _("{when}  {number}  {caller}: {request}  (first asked: {first_asked})")
        return words.format(
            when=self._deeds.custom.datetime(row.accepted_at),
            number=row.number,
            caller=row.caller,
            request=" ".join(row.request.split())[:40],
            first_asked=row.first_asked,
        )


class DepartmentPage(EntryRegister[DepartmentRow]):
    """Every department."""

    FORM = DepartmentForm

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__(
            self.entries(
                title=words.departments,
                columns=(
                    Column("name", _name_words, _name, stretch=True, strong=True, note=_division),
                    Column("head", _head_words, _head, 160),
                    Column("phone", words.phone, _phone, 160),
                ),
                fetch=deeds.departments,
                empty=_empty,
                new_words=_new,
                filters=(state_filter(),),
            )
        )

    def read_entry(self, key: int) -> DepartmentRow:
        """One of them."""
        return self._deeds.department(key)


def _name(row: DepartmentRow) -> str:
    return row.name


def _division(row: DepartmentRow) -> str:
    return row.division


def _head(row: DepartmentRow) -> str:
    return row.head


def _phone(row: DepartmentRow) -> str:
    return row.phone


def _name_words() -> str:
    return _("Department")


def _head_words() -> str:
    return _("Head of department")


def _division_words() -> str:
    return _("Division")


def _new() -> str:
    return _("New department")


def _empty() -> str:
    return _("No department is written down yet. Press F2 for the first one.")
