"""The evidence that makes the locks of a release pass 放行條 hold (R39, R40).

That the fees are cleared, or the manager's waiver as a second person's word; that the owner has
confirmed it; and what a signed pass that comes home ticks.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from desk.domain import release_pass as rules
from desk.domain import release_pass_entry as entries
from desk.domain import release_pass_locks as locks
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Permission
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from desk.domain.release_pass import Evidence, State
from desk.domain.release_pass_gate import EventKind
from desk.domain.release_pass_locks import WAIVER, FeesHow, LockCode, OwnerHow
from desk.domain.signed_paper import Home
from desk.i18n import _
from desk.models.lists import attachment as attachment_list
from desk.models.release_pass import ReleaseEvidence, ReleasePass
from desk.models.staff import Account
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, release_pass_case
from desk.services.approval import Matter
from desk.services.cleaning import Cleaning
from desk.services.release_pass_case import KIND, Opened, Pass, finished, get, opened
from desk.services.workplace import Workplace
from desk.wording import label

__all__ = [
    "GATE_COPY",
    "OWNER_SIGNATURE",
    "FeesEntry",
    "OwnerEntry",
    "clear_fees",
    "confirm_owner",
    "evidence_reasons",
    "signed_home",
    "waive_fees",
    "waiver_own_reasons",
    "waiver_shown",
]

# What a signed paper ticks.
OWNER_SIGNATURE = "owner_signature"  # 業主簽名
GATE_COPY = "gate_copy"  # 門崗聯


@dataclass(frozen=True)
class FeesEntry:
    """Who checked, up to which day the fees are cleared, the statement (an attachment of the pass);
    `at` None is now."""

    person: str = ""
    until: date | None = None
    attachment_id: int | None = None
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class OwnerEntry:
    """How the owner confirmed: `person` is the owner, or who answered the phone; `caller` called
    `phone`; of a letter the attachment; `at` None is now."""

    how: OwnerHow
    person: str = ""
    at: datetime | None = None
    caller: str = ""
    phone: str = ""
    attachment_id: int | None = None
    note: str = ""


def clear_fees(workplace: Workplace, pass_id: int, version: int, entry: FeesEntry) -> Pass:
    """The household owes nothing up to a day (R39)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        given = Evidence(
            LockCode.FEES,
            FeesHow.CLEARED,
            entry.at or work.now,
            person=entry.person,
            until=entry.until,
            attachment_id=entry.attachment_id,
            note=entry.note,
        )
        return _given(workplace, work, case, given)


def confirm_owner(workplace: Workplace, pass_id: int, version: int, entry: OwnerEntry) -> Pass:
    """The owner has confirmed these things (R40)."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(workplace, work, pass_id, version)
        given = Evidence(
            LockCode.OWNER,
            entry.how,
            entry.at or work.now,
            person=entry.person,
            caller=entry.caller,
            phone=entry.phone,
            attachment_id=entry.attachment_id,
            note=entry.note,
        )
        return _given(workplace, work, case, given)


def waive_fees(workplace: Workplace, pass_id: int, version: int, why: str, answer: Answer) -> Pass:
    """The manager 管理處經理 lets the household go without it: a second person's word (R39).

    The word is kept either way; the lock holds only where it was granted. A manager at her own
    desk gives it herself (`login` of the answer is empty).
    """
    workplace.require(Permission.READ)
    known = get(workplace, pass_id)
    cleaning = Cleaning()
    why = cleaning.line(why, rules.WHY_LIMIT, "why")
    missing = () if why else (Reason("release_pass.why.missing", "why"),)
    cleaning.refuse(entries.change_reasons(known.facts.state), missing)

    def follow(work: UnitOfWork) -> None:
        if answer.decision is Verdict.GRANTED:
            _waived(workplace, work, pass_id, why)

    matters = [_matter(known, version)]
    if answer.login:
        approval.give_each(workplace, matters, answer, follow)
    else:
        approval.give_own(workplace, matters, answer, follow)
    return get(workplace, pass_id)


def waiver_shown(workplace: Workplace, known: Pass, why: str) -> tuple[Line, ...]:
    """What the manager is shown before giving the word."""
    workplace.require(Permission.READ)
    detail = known.detail
    return (
        Line(_("Release pass"), detail.number),
        Line(_("Kind"), label("pass_kind", detail.kind)),
        Line(_("Room"), detail.unit or ""),
        Line(_("Applicant"), f"{detail.applicant}, {label('pass_role', detail.role)}"),
        Line(_("Why the fees are waived"), why),
    )


def waiver_own_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why the clerk at the desk may not waive the fees herself: then somebody else signs in."""
    given = approval.own_reasons(workplace, [_matter(known, known.detail.version)])
    return (*workplace.missing(Permission.READ), *given)


def evidence_reasons(workplace: Workplace, known: Pass) -> tuple[Reason, ...]:
    """Why no evidence is taken in now: the words on a shut button."""
    missing = workplace.missing(Permission.REGISTER)
    return (*missing, *entries.change_reasons(known.facts.state))


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """A signed pass came home: the owner's signature where that is what waits, else the gate's
    copy; "" where neither waits (F37).

    Until something has left, the owner's signature is what waits; afterwards the gate's copy.
    """
    row = work.get(ReleasePass, record_id)
    has_left = any(item.left for item in row.items)
    waits = {OWNER_SIGNATURE: row.owner_signed_on is None, GATE_COPY: row.gate_copy_on is None}
    order = (GATE_COPY, OWNER_SIGNATURE) if has_left else (OWNER_SIGNATURE,)
    ticked = next((one for one in order if waits[one]), "")
    if row.issued_at is None or not ticked:
        return ""
    if ticked == GATE_COPY:
        row.gate_copy_on, row.gate_copy_by = home.signed_on, home.signed_by
    else:
        row.owner_signed_on, row.owner_signed_by = home.signed_on, home.signed_by
    kind = EventKind.GATE_COPY if ticked == GATE_COPY else EventKind.SIGNED
    release_pass_case.add_event(work, record_id, kind, person=home.signed_by, why=home.remark[:400])
    return ticked


# Parts


def _given(workplace: Workplace, work: UnitOfWork, case: Opened, given: Evidence) -> Pass:
    cleaning = Cleaning()
    given = replace(
        given,
        person=cleaning.line(given.person, rules.NAME_LIMIT, "person"),
        caller=cleaning.line(given.caller, rules.NAME_LIMIT, "caller"),
        phone=cleaning.line(given.phone, rules.PHONE_LIMIT, "phone"),
        note=cleaning.text(given.note, rules.REMARK_LIMIT, "note"),
    )
    lock = LockCode(given.lock)
    wrong = locks.fees_reasons if lock is LockCode.FEES else locks.owner_reasons
    cleaning.refuse(
        entries.change_reasons(case.facts.state),
        wrong(given, work.now),
        _attachment_reasons(work, case.row.id, given.attachment_id),
    )
    _keep(work, case, given)
    if lock is LockCode.OWNER:
        _sign(workplace, case.row, given)
    return finished(workplace, work, case.row)


def _sign(workplace: Workplace, row: ReleasePass, given: Evidence) -> None:
    """The owner's signature is that of the last confirmation: one given about other things, before
    the owner confirmed these another way, is none."""
    signed = given.how == OwnerHow.SIGNATURE
    row.owner_signed_on = workplace.estate.custom.day(given.at) if signed else None
    row.owner_signed_by = given.person if signed else ""


def _keep(work: UnitOfWork, case: Opened, given: Evidence) -> None:
    about = locks.about(case.facts, LockCode(given.lock))
    work.add(
        ReleaseEvidence(
            pass_id=case.row.id,
            lock=given.lock,
            how=given.how,
            at=given.at,
            person=given.person,
            caller=given.caller,
            phone=given.phone,
            until=given.until,
            attachment_id=given.attachment_id,
            note=given.note,
            about=[list(pair) for pair in about],
            entered_at=work.now,
            by_id=work.actor_id,
        )
    )


def _waived(workplace: Workplace, work: UnitOfWork, pass_id: int, why: str) -> None:
    """Inside the approver's own transaction."""
    row = work.get(ReleasePass, pass_id)
    case = opened(workplace, work, pass_id, row.version)
    assert work.actor_id is not None
    by = work.get(Account, work.actor_id).name
    given = Evidence(LockCode.FEES, FeesHow.WAIVED, work.now, person=by, note=why)
    Cleaning().refuse(entries.change_reasons(State(row.state)))
    _keep(work, case, given)
    release_pass_case.settle(workplace, work, row)


def _matter(known: Pass, version: int) -> Matter:
    roles = known.policy.post(Post.OFFICE_MANAGER).roles
    return Matter(KIND, known.detail.id, WAIVER, roles, version)


def _attachment_reasons(work: UnitOfWork, pass_id: int, key: int | None) -> tuple[Reason, ...]:
    """What is named as evidence is a file of this very pass."""
    if key is None:
        return ()
    found = attachment_list.one(work.reader, key)
    if found is not None and (found.kind, found.record_id) == (KIND, pass_id):
        return ()
    return (Reason("release_pass.attachment.unknown", "attachment"),)
