"""What a signed paper of a move-in ticks when it comes home 已簽單據交回 (R26-R29, R31, R33)."""

from desk.domain.move_in import EventKind, ListedKind, State
from desk.domain.move_in_rule import Holder
from desk.domain.signed_paper import Home
from desk.models.lists import move_in_parts as parts
from desk.models.move_in import MoveIn, MoveInDocument
from desk.models.unit_of_work import UnitOfWork
from desk.services import move_in_case
from desk.services.move_in_listed import sign_rest

REGISTRATION = "move_in.registration"
AGREEMENTS = "move_in.agreements"
MATERIALS = "move_in.materials"
AUTHORITY = "move_in.authority"
_WAITS = (State.OPEN, State.FILED)


def registration_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The owner's registration form 業主信息登記表 is signed (R29)."""
    row = work.get(MoveIn, record_id)
    if row.state not in _WAITS or row.registered_on is not None:
        return ""
    row.registered_on, row.registered_by = home.signed_on, home.signed_by
    return _told(work, row, EventKind.REGISTERED, home, REGISTRATION)


def agreement_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The page of the agreements is signed: all of them that were not yet (R31)."""
    row = work.get(MoveIn, record_id)
    if row.state not in _WAITS or not sign_rest(work, row, ListedKind.AGREEMENT, home):
        return ""
    return _told(work, row, EventKind.AGREED, home, AGREEMENTS)


def materials_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The receipt of the materials is signed (R33)."""
    row = work.get(MoveIn, record_id)
    if row.state not in _WAITS or not sign_rest(work, row, ListedKind.MATERIAL, home):
        return ""
    return _told(work, row, EventKind.HANDED_OVER, home, MATERIALS)


def authority_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The letter of authority 授權委託書 is in hand: its original is with the desk (R26, R28).

    Whether it is authentic a clerk still judges (R20).
    """
    row = work.get(MoveIn, record_id)
    code = "company_authority" if row.holder == Holder.COMPANY else "owner_authority"
    known = [one for one in parts.documents(work.reader, record_id) if one.code == code]
    if row.state not in _WAITS or any(one.received_on is not None for one in known):
        return ""
    paper = work.get(MoveInDocument, known[0].id) if known else _document(record_id, code)
    paper.received_on, paper.original, paper.copy = home.signed_on, True, True
    assert work.actor_id is not None
    paper.checked_by_id, paper.checked_at = work.actor_id, work.now
    if not known:
        work.add(paper)
    return _told(work, row, EventKind.AUTHORISED, home, AUTHORITY)


def _document(move_in_id: int, code: str) -> MoveInDocument:
    return MoveInDocument(move_in_id=move_in_id, code=code, person_id=0, authentic=None)


def _told(work: UnitOfWork, row: MoveIn, kind: EventKind, home: Home, ticked: str) -> str:
    move_in_case.touch(work, row)
    move_in_case.add_event(work, row.id, kind, person=home.signed_by, text=home.remark)
    return ticked
