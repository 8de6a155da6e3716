"""《客戶投訴案件登記追蹤表》, the register that follows the complaints (F13).

The manual names no columns; these say what R164 wants watched: what is open, whose it is, by when.
Room and complainant may be left out for a paper that is posted (R90).
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.complaint import ContentClass, State
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import Rows, signer, stacked, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Column, Ruling, Table
from desk.wording import label

TEMPLATE_VERSION = "F13-1"

_RULED = Ruling(least=9, fills=True)


@dataclass(frozen=True)
class FollowedCase:
    """One case; `severity` is the level as its policy names it, `callback` what came of it."""

    number: str
    received_at: datetime
    matter: str
    room: str = ""
    complainant: str = ""
    content_class: ContentClass | None = None
    severity: str = ""
    department: str = ""
    due_at: datetime | None = None
    state: State | None = None
    closed_at: datetime | None = None
    callback: str = ""


@dataclass(frozen=True, kw_only=True)
class FollowUpRegister(FormData):
    """The cases received from `since` to `until`, both days in it; `scope` says which of them."""

    since: date | None = None
    until: date | None = None
    scope: str = ""
    cases: tuple[FollowedCase, ...] = ()


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Complaint Follow-up Register")


def _sections(register: FollowUpRegister, hand: Hand) -> list[Section]:
    rows = Rows(hand, register.job, full=True)
    table = (_stacked_table if hand.paper.continuous else _table)(register, rows)
    return [
        Section("", [*_head(register, rows, upright=hand.paper.continuous), table]),
        Section("", _signatures(rows)),
    ]


def _head(register: FollowUpRegister, rows: Rows, *, upright: bool) -> list[Row]:
    closed = sum(one.closed_at is not None for one in register.cases)
    count = pgettext("paper", "{cases} ({closed} closed)")
    shown = count.format(cases=len(register.cases), closed=closed) if register.cases else ""
    cases, scope = pgettext("paper", "Cases"), pgettext("paper", "Scope")
    period = rows.period(pgettext("paper", "Period"), register.since, register.until, 0.5)
    if upright:
        half = words(scope, register.scope, 0.5)
        return [rows.row(words(cases, shown, 0.5), half), rows.row(period)]
    return [rows.row(words(cases, shown, 0.28), words(scope, register.scope, 0.22), period)]


def _table(register: FollowUpRegister, rows: Rows) -> Table:
    columns = (
        Column(pgettext("paper", "Case no."), 29, middle=True),
        Column(pgettext("paper", "Received at"), 22, middle=True),
        Column(pgettext("paper", "Room"), 23),
        Column(pgettext("paper", "Complainant"), 25),
        Column(pgettext("paper", "Matter"), 41),
        Column(pgettext("paper", "Content"), 22, middle=True),
        Column(pgettext("paper", "Severity"), 20, middle=True),
        Column(pgettext("paper", "Department"), 25),
        Column(pgettext("paper", "Due at"), 22, middle=True),
        Column(pgettext("paper", "State"), 21, middle=True),
        Column(pgettext("paper", "Closed at"), 22, middle=True),
        Column(pgettext("paper", "Callback"), 21),
    )
    return rows.table(columns, [_line(one, rows) for one in register.cases], _RULED)


def _line(one: FollowedCase, rows: Rows) -> tuple[str, ...]:
    return (
        one.number,
        rows.at(one.received_at),
        one.room,
        one.complainant,
        one.matter,
        label("content_class", one.content_class) if one.content_class else "",
        one.severity,
        one.department,
        rows.due(one.due_at),
        label("complaint_state", one.state) if one.state else "",
        rows.at(one.closed_at),
        one.callback,
    )


def _stacked_table(register: FollowUpRegister, rows: Rows) -> Table:
    """On upright paper two of them stand in a column."""
    columns = (
        Column(
            stacked(pgettext("paper", "Case no."), pgettext("paper", "Received at")),
            34,
            middle=True,
        ),
        Column(stacked(pgettext("paper", "Room"), pgettext("paper", "Complainant")), 30),
        Column(pgettext("paper", "Matter"), 37),
        Column(
            stacked(pgettext("paper", "Content"), pgettext("paper", "Severity")), 21, middle=True
        ),
        Column(
            stacked(pgettext("paper", "Department"), pgettext("paper", "Due at")), 34, middle=True
        ),
        Column(
            stacked(pgettext("paper", "State"), pgettext("paper", "Closed at")), 34, middle=True
        ),
        Column(pgettext("paper", "Callback"), 15),
    )
    return rows.table(columns, [_stacked_line(one, rows) for one in register.cases], _RULED)


def _stacked_line(one: FollowedCase, rows: Rows) -> tuple[str, ...]:
    content = label("content_class", one.content_class) if one.content_class else ""
    state = label("complaint_state", one.state) if one.state else ""
    return (
        stacked(one.number, rows.moment_text(one.received_at)),
        stacked(one.room, one.complainant),
        one.matter,
        stacked(content, one.severity),
        stacked(one.department, rows.due(one.due_at, " ")),
        stacked(state, rows.moment_text(one.closed_at)),
        one.callback,
    )


def _signatures(rows: Rows) -> list[SignatureRow]:
    """Who keeps it, and the regular check of filing and closing (R154)."""
    return rows.signatures(
        signer(pgettext("paper", "Kept by")),
        signer(pgettext("paper", "Supervisor")),
        signer(pgettext("paper", "Checked by the manager")),
    )


FORM = Form(
    FollowUpRegister, title_name, TEMPLATE_VERSION, _sections, landscape=True, numbered=False
)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
