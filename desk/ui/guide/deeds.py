"""What the guide's screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace

from desk import i18n
from desk.domain.breach import BreachEntry, BreachKind, Finding
from desk.domain.department import DepartmentEntry
from desk.domain.duty import DutyEntry
from desk.domain.faq import FaqEntry
from desk.domain.permissions import Permission
from desk.domain.reference_text import ReferenceCode, ReferenceEntry
from desk.i18n import EstateFormat
from desk.services import breach, department, duty, faq, handover, reception, reference_text
from desk.services.breach import BreachFilter, BreachRow
from desk.services.department import DepartmentRow
from desk.services.duty import DutyFilter, DutyRow
from desk.services.faq import FaqFilter, FaqRow
from desk.services.handover import ReceivedRow
from desk.services.reference_text import ReferenceRow
from desk.services.workplace import Workplace
from desk.ui.guide.spans import span_of
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.record_model import Page
from desk.wording import reasons_words

_DAY = dt.timedelta(days=1)
RECEIVED_DAYS = 30


class GuideDeeds:
    """Thin: each method is one deed of the services. Lists come whole: they are short."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self._workplace.now()

    def may(self, permission: Permission) -> bool:
        """Whether the clerk may."""
        return self._workplace.allows(permission)

    def why_not_edit(self) -> str:
        """Why the guide cannot be changed, "" where it can."""
        return reasons_words(department.edit_reasons(self._workplace))

    # Departments

    def departments(self, asked: Mapping[str, str], _after: object | None) -> Page[DepartmentRow]:
        """All of them, or those in one state."""
        rows = department.departments(self._workplace)
        state = asked.get("state")
        return Page([one for one in rows if state is None or one.active == (state == "active")])

    def department(self, key: int) -> DepartmentRow:
        """One department."""
        return department.get(self._workplace, key)

    def save_department(self, known: DepartmentRow | None, entry: DepartmentEntry) -> DepartmentRow:
        """A new one, or another state of one that is known."""
        if known is None:
            return department.add(self._workplace, entry)
        return department.change(self._workplace, known.id, known.version, entry)

    def department_choices(self) -> Sequence[Choice]:
        """Those that still exist."""
        rows = department.departments(self._workplace)
        return [Choice(str(one.id), one.name) for one in rows if one.active]

    def received(self, department_id: int) -> tuple[ReceivedRow, ...]:
        """What a department took over of late (R218)."""
        today = self.custom.day(self.now())
        first = today - RECEIVED_DAYS * _DAY
        return handover.received(self._workplace, department_id, first, today)

    # Matters

    def duties(self, asked: Mapping[str, str], _after: object | None) -> Page[DutyRow]:
        """The matrix, narrowed."""
        number = asked.get("department")
        wanted = DutyFilter(
            department_id=int(number) if number else None,
            active=_state(asked),
            text=asked.get("text", ""),
        )
        return Page(duty.duties(self._workplace, wanted))

    def duty(self, key: int) -> DutyRow:
        """One matter."""
        return duty.get(self._workplace, key)

    def save_duty(self, known: DutyRow | None, entry: DutyEntry) -> DutyRow:
        """A new one, or another state of one that is known."""
        if known is None:
            return duty.add(self._workplace, entry)
        return duty.change(self._workplace, known.id, known.version, entry)

    # Questions

    def faqs(self, asked: Mapping[str, str], _after: object | None) -> Page[FaqRow]:
        """The questions, narrowed."""
        wanted = FaqFilter(active=_state(asked), text=asked.get("text", ""))
        return Page(faq.faqs(self._workplace, wanted))

    def faq(self, key: int) -> FaqRow:
        """One question."""
        return faq.get(self._workplace, key)

    def save_faq(self, known: FaqRow | None, entry: FaqEntry) -> FaqRow:
        """A new one, or another state of one that is known."""
        if known is None:
            return faq.add(self._workplace, entry)
        return faq.change(self._workplace, known.id, known.version, entry)

    # Reference texts

    def texts(self, _asked: Mapping[str, str], _after: object | None) -> Page[ReferenceRow]:
        """Every text in the language of the screen."""
        return Page(reference_text.texts(self._workplace, i18n.language()))

    def text(self, code: str) -> ReferenceRow:
        """One text in the language of the screen."""
        return reference_text.get(self._workplace, ReferenceCode(code), i18n.language())

    def save_text(self, known: ReferenceRow, entry: ReferenceEntry) -> ReferenceRow:
        """Written anew."""
        return reference_text.change(self._workplace, known, entry)

    # The inspection

    def breaches(self, asked: Mapping[str, str], _after: object | None) -> Page[BreachRow]:
        """The inspection of a span of days (R220)."""
        first, last = span_of(asked.get("days"), self.custom.day(self.now()))
        kind = asked.get("kind")
        wanted = BreachFilter(
            first, last, BreachKind(kind) if kind else None, asked.get("finding", "")
        )
        return Page(breach.rows(self._workplace, wanted))

    def save_breach(self, row: BreachRow, entry: BreachEntry) -> BreachRow:
        """A finding (R221)."""
        entry = replace(entry, reception_id=row.reception_id)
        if row.id:
            return breach.change(self._workplace, row.id, row.version, entry)
        return breach.record(self._workplace, row.at, entry)

    def breach_of_visit(self, number: str, kind: str) -> BreachRow:
        """A breach that somebody saw, to be written down for a visit."""
        visit = reception.get(self._workplace, number)
        return BreachRow(
            id=0,
            version=0,
            reception_id=visit.id,
            number=visit.number,
            caller=visit.caller_name,
            unit=visit.unit,
            kind=kind,
            clause="",
            at=self.now(),
            handover_id=None,
            person=visit.first_asked,
            department_id=None,
            department="",
            finding=Finding.BREACH,
        )


def _state(asked: Mapping[str, str]) -> bool | None:
    return None if "state" not in asked else asked["state"] == "active"
