"""What the complaint screens ask of the program, on the open desk."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from desk.domain.business_calendar import BusinessCalendar
from desk.domain.complaint import ComplaintEntry, ContentClass, Nature, Severity, State
from desk.domain.complaint_filing import FilingEntry
from desk.domain.permissions import Permission
from desk.domain.policy import Policy
from desk.domain.reasons import Reason
from desk.errors import ReasonLike, RuleRefused
from desk.i18n import EstateFormat
from desk.services import (
    business_calendar,
    complaint,
    complaint_case,
    complaint_filing,
    paper,
    policy,
    service_order,
)
from desk.services.complaint import (
    ComplaintDetail,
    ComplaintFilter,
    ComplaintRow,
    Reclassification,
)
from desk.services.complaint_case import Case
from desk.services.service_order import OrderFilter, OrderRow
from desk.services.workplace import Workplace
from desk.ui.attachment.deeds import AttachmentDeeds
from desk.ui.complaint.act_words import severity_words
from desk.ui.kit.record_model import Page
from desk.ui.kit.search_line import Find
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import reasons_words

_WAITING_LIMIT = 100
_DAY = dt.timedelta(days=1)


class ComplaintDeeds(QObject):
    """Bridges the screens to the services; `find_people` answers the person field.

    `reload_wanted` tells the open record that its case changed outside of a `DeedDialog`,
    `deed_wanted` that a deed of a case, by its code, comes next.
    """

    reload_wanted = Signal()
    deed_wanted = Signal(int, str)

    def __init__(self, workplace: Workplace, find_people: Find) -> None:
        super().__init__()
        self._workplace = workplace
        self.find_people = find_people
        self.paper = PaperDeeds(workplace)
        self._named: tuple[dt.date, Policy] | None = None

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    @property
    def workplace(self) -> Workplace:
        """The desk and who sits at it, for the deeds of the acts."""
        return self._workplace

    def reload(self) -> None:
        """Let the open record read its case again."""
        self.reload_wanted.emit()

    def now(self) -> dt.datetime:
        """The present."""
        return self._workplace.now()

    def today(self) -> dt.date:
        """The estate's day."""
        return self.custom.day(self.now())

    def may_register(self) -> bool:
        """Whether the clerk at the desk may write complaints down."""
        return self._workplace.allows(Permission.REGISTER)

    def policy_on(self, moment: dt.datetime) -> Policy:
        """The rules under which a complaint of that moment is opened."""
        return policy.in_force(self._workplace, self.custom.day(moment)).policy

    def severity_words(self, code: str) -> str:
        """What today's policy calls a severity."""
        return severity_words(self.todays_policy(), code)

    def form_words(self, form: str) -> str:
        """What today's policy calls a kind of paper (K11)."""
        return paper.name_of(self.todays_policy(), form)

    def todays_policy(self) -> Policy:
        """The rules under which a complaint of today is opened; read once a day."""
        today = self.today()
        if self._named is None or self._named[0] != today:
            self._named = today, self.policy_on(self.now())
        return self._named[1]

    # Looking

    def page(self, asked: Mapping[str, str], after: object | None) -> Page[ComplaintRow]:
        """A page of the register."""
        key = after if isinstance(after, tuple) else None
        found = complaint.page(self._workplace, self._filter_of(asked), key)
        return Page(found.rows, found.next_key)

    def case(self, key: int | str) -> Case:
        """One complaint with its clocks and what keeps it open, by its id or its number."""
        return complaint_case.get(self._workplace, key)

    def waiting(self) -> int:
        """How many are not handled yet, up to a hundred."""
        return complaint.registered_count(self._workplace, _WAITING_LIMIT)

    def candidates(self, unit_id: int | None, topic: str) -> tuple[ComplaintRow, ...]:
        """Open cases of the same room or topic, which another caller may join (R10)."""
        return complaint_filing.candidates(self._workplace, unit_id, topic)

    def topics(self) -> tuple[str, ...]:
        """What the open complaints are about, by their short names."""
        return complaint_filing.topics(self._workplace)

    def reclassifications(self, complaint_id: int) -> tuple[Reclassification, ...]:
        """How the nature was judged anew."""
        return complaint.reclassifications(self._workplace, complaint_id)

    def orders(self, complaint_id: int) -> tuple[OrderRow, ...]:
        """The service orders and repair slips of a complaint, the newest first (R156, R166)."""
        wanted = OrderFilter(complaint_id=complaint_id)
        return tuple(service_order.page(self._workplace, wanted).rows)

    def calendar(self) -> BusinessCalendar:
        """Working days and opening hours, for a clock that counts them."""
        return business_calendar.of(self._workplace)

    def attachments(self, complaint_id: int) -> AttachmentDeeds:
        """The files of a complaint."""
        return AttachmentDeeds(self._workplace, "complaint", complaint_id)

    # Beginning

    def empty(self) -> ComplaintEntry:
        """A complaint that begins now."""
        return ComplaintEntry(received_at=self.now())

    def from_reception(self, reception_id: int) -> ComplaintEntry:
        """A complaint that begins from a visit."""
        return complaint.entry_from_reception(self._workplace, reception_id)

    def of_resident(self, resident_id: int) -> ComplaintEntry:
        """A complaint that begins from a person."""
        return complaint.entry_for_resident(self._workplace, resident_id)

    def of_reception(self, reception_id: int) -> ComplaintDetail | None:
        """The complaint a visit has become."""
        return complaint.of_reception(self._workplace, reception_id)

    # Deeds

    def save(
        self,
        known: ComplaintDetail | None,
        entry: ComplaintEntry,
        why: str = "",
        judgement: FilingEntry | None = None,
    ) -> Case:
        """Register what is new, and judge it where the clerk did; correct what is known.

        Both have a field `why`; that of the judgement is `filing_why` beside the other's fields.
        """
        desk = self._workplace
        if known is not None:
            detail = complaint.change(desk, known.id, known.version, entry, why)
        elif judgement is None:
            detail = complaint.register(desk, entry)
        else:
            try:
                return complaint_filing.register(desk, entry, judgement)
            except RuleRefused as refused:
                raise RuleRefused(map(_of_judgement, refused.reasons)) from None
        return self.case(detail.id)

    # Why not

    def why_not_change(self, known: ComplaintDetail) -> str:
        """Why it cannot be changed, "" where it can."""
        return reasons_words(complaint.change_reasons(self._workplace, known))

    def why_not_print(self) -> str:
        """Why nothing can be printed, "" where it can."""
        return reasons_words(complaint.print_reasons(self._workplace))

    def _filter_of(self, asked: Mapping[str, str]) -> ComplaintFilter:
        today = self.custom.day(self.now())
        spans = {"today": today, "week": today - 6 * _DAY, "month": today.replace(day=1)}
        return ComplaintFilter(
            states=frozenset({State(asked["state"])}) if "state" in asked else frozenset(),
            severity=Severity(asked["severity"]) if "severity" in asked else None,
            nature=Nature(asked["nature"]) if "nature" in asked else None,
            content_class=ContentClass(asked["content"]) if "content" in asked else None,
            hot=True if "hot" in asked else None,
            due=asked.get("due") == "today",
            overdue=asked.get("due") == "overdue",
            first_day=spans.get(asked.get("days", "")),
            text=asked.get("text", ""),
        )


def _of_judgement(reason: ReasonLike) -> ReasonLike:
    if reason.field != "why":
        return reason
    return Reason(reason.code, "filing_why", reason.parameters)
