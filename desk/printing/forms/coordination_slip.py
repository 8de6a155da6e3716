"""《客户接待事项协调单》, the coordination slip (F17).

Filled when a need concerns several departments (R211), or by the department that was wrongly
handed one and now answers for it (R213). The manual names the lead department 主办部门 alone; what
else it carries, and the layout, are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint import ContactMethod
from desk.domain.coordination_slip import SlipCause
from desk.domain.reception import Kind
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, ticks, ways, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Column, Ruling, Table

TEMPLATE_VERSION = "F17-1"

_KINDS = (Kind.INQUIRY, Kind.COMPLAINT, Kind.HELP, Kind.BUSINESS)
_BY_HAND = Ruling(least=10, blank=3)
_ADDED = Ruling(least=10, blank=1)


@dataclass(frozen=True)
class DepartmentTask:
    """A department that takes part 協辦部門, what it has to do, and who does it by when."""

    department: str
    task: str = ""
    person: str = ""
    due_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class CoordinationSlip(FormData):
    """The values of one slip. Moments are aware UTC.

    `reference` is the number of the visit or the complaint it belongs to; `department` and
    `filled_by` filled the slip, `addressee` is the supervisor it goes to.
    """

    reference: str = ""
    department: str = ""
    filled_by: str = ""
    filled_at: datetime | None = None
    addressee: str = ""
    cause: SlipCause | None = None
    handed_over_by: str = ""
    customer: str = ""
    room: str = ""
    contact: str = ""
    first_asked: str = ""
    first_department: str = ""
    first_asked_at: datetime | None = None
    kind: Kind | None = None
    matter: str = ""
    lead: str = ""
    lead_person: str = ""
    due_at: datetime | None = None
    parts: tuple[DepartmentTask, ...] = ()
    decision: str = ""
    decided_by: str = ""
    decided_at: datetime | None = None
    result: str = ""
    answered_by: str = ""
    answered_how: ContactMethod | None = None
    answered_at: datetime | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Reception Coordination Slip")


def _sections(slip: CoordinationSlip, hand: Hand) -> list[Section]:
    rows = Rows(hand, slip.job)
    return [
        Section(pgettext("paper", "Slip"), _slip(slip, rows)),
        Section(pgettext("paper", "Customer"), _customer(slip, rows)),
        Section(pgettext("paper", "Matter"), _matter(slip, rows)),
        Section(pgettext("paper", "Departments"), _departments(slip, rows)),
        Section(pgettext("paper", "Decision"), _decision(slip, rows)),
        Section(pgettext("paper", "Answer"), _answer(slip, rows)),
        Section(pgettext("paper", "Signatures"), _signatures(rows)),
    ]


def _slip(slip: CoordinationSlip, rows: Rows) -> list[Row]:
    """Why there is a slip (R211, R213), who filled it, and whom it goes to."""
    causes = (
        (pgettext("paper", "Several departments"), slip.cause is SlipCause.SEVERAL_DEPARTMENTS),
        (pgettext("paper", "Wrong hand-over"), slip.cause is SlipCause.WRONG_HANDOVER),
    )
    return [
        rows.row(
            words(pgettext("paper", "Filled by"), _joined(slip.department, slip.filled_by), LEFT),
            rows.moment(pgettext("paper", "Filled at"), slip.filled_at),
        ),
        rows.row(
            words(pgettext("paper", "Addressed to"), slip.addressee, LEFT),
            words(pgettext("paper", "Visit or case"), slip.reference, RIGHT),
        ),
        rows.row(ticks(pgettext("paper", "Reason of the slip"), causes)),
    ]


def _customer(slip: CoordinationSlip, rows: Rows) -> list[Row]:
    """Whose need it is, and who was asked first (R199, R218)."""
    asked = _joined(slip.first_department, slip.first_asked)
    return [
        rows.row(
            words(pgettext("paper", "Customer"), slip.customer, LEFT),
            words(pgettext("paper", "Room"), slip.room, RIGHT),
        ),
        rows.row(
            words(pgettext("paper", "Contact"), slip.contact, LEFT),
            words(pgettext("paper", "Handed over by"), slip.handed_over_by, RIGHT),
        ),
        rows.row(
            words(pgettext("paper", "First-asked person"), asked, LEFT),
            rows.moment(pgettext("paper", "First asked at"), slip.first_asked_at),
        ),
    ]


def _matter(slip: CoordinationSlip, rows: Rows) -> list[Row]:
    """The need, one of the four kinds of R200."""
    kinds = [kind for kind in Kind if kind in {*_KINDS, slip.kind}]
    return [
        rows.row(choices(pgettext("paper", "Kind of need"), "reception_kind", kinds, slip.kind)),
        rows.long(pgettext("paper", "To be coordinated"), slip.matter, 17, 3),
    ]


def _departments(slip: CoordinationSlip, rows: Rows) -> list[Row | Table]:
    """The lead department, and what each of the others does for it (R211)."""
    columns = (
        Column(pgettext("paper", "Taking part"), 27),
        Column(pgettext("paper", "Task"), 55),
        Column(pgettext("paper", "Person"), 26),
        Column(pgettext("paper", "Done by"), 29, middle=True),
        Column(pgettext("paper", "Signed for"), 28),
    )
    lines = [
        (part.department, part.task, part.person, rows.at(part.due_at), "") for part in slip.parts
    ]
    lead = _joined(slip.lead, slip.lead_person)
    return [
        rows.row(
            words(pgettext("paper", "Lead department"), lead, LEFT),
            rows.moment(pgettext("paper", "Done by"), slip.due_at),
        ),
        rows.table(columns, lines, _ADDED if lines else _BY_HAND),
    ]


def _decision(slip: CoordinationSlip, rows: Rows) -> list[Row]:
    """What the supervisor decided (R209, R213)."""
    return [
        rows.long(pgettext("paper", "Supervisor's decision"), slip.decision, 12, 2),
        rows.row(
            words(pgettext("paper", "Decided by"), slip.decided_by, LEFT),
            rows.moment(pgettext("paper", "Decided at"), slip.decided_at),
        ),
    ]


def _answer(slip: CoordinationSlip, rows: Rows) -> list[Row]:
    """The result, answered to the customer by the receiving department (R213)."""
    return [
        rows.long(pgettext("paper", "Result for the customer"), slip.result, 12, 2),
        rows.row(
            words(pgettext("paper", "Answered by"), slip.answered_by, LEFT),
            rows.moment(pgettext("paper", "Answered at"), slip.answered_at),
        ),
        rows.row(ways(pgettext("paper", "Answered how"), slip.answered_how)),
    ]


def _signatures(rows: Rows) -> list[SignatureRow]:
    """Nobody from outside: towards the customer the inner problem stays hidden (R213)."""
    return rows.signatures(
        signer(pgettext("paper", "Filled by")),
        signer(pgettext("paper", "Lead department")),
        signer(pgettext("paper", "Customer service supervisor")),
    )


def _joined(*parts: str) -> str:
    """A department and its person in one field."""
    return "　".join(part for part in parts if part)


FORM = Form(CoordinationSlip, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
