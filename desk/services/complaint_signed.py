"""What a signed paper of a complaint meets in its case when it comes home (R143-R146, R166)."""

from dataclasses import replace
from datetime import datetime

from desk.domain import complaint_closing as closing
from desk.domain import corrective_action as correction
from desk.domain import hand_out
from desk.domain.complaint_approval import standing
from desk.domain.complaint_case import CaseFacts
from desk.domain.complaint_closing import SignedCopyEntry
from desk.domain.corrective_action import DoneEntry
from desk.domain.hand_out import Sheet, SheetEntry
from desk.domain.paper import FormCode
from desk.domain.policy import Event
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import NotFound, RuleRefused
from desk.models.complaint import Complaint
from desk.models.corrective_action import CorrectiveAction
from desk.models.lists import complaint_case as case_list
from desk.models.lists import corrective_action as sheet_list
from desk.models.lists import service_order_parts as order_parts
from desk.models.lists import signed_paper as paper_list
from desk.models.print_log import SignedPaper
from desk.models.unit_of_work import UnitOfWork
from desk.services import complaint_case

SHEET_RETURNED = "sheet_returned"
SIGNED_COPY = "signed_copy"
CORRECTED = "corrective_action_done"

_OWN = (FormCode.COMPLAINT_SHEET, FormCode.COMPLAINT_RECORD)  # papers that may be the copy
_FIELDS = {"by": "signed_by", "person": "signed_by", "text": "remark", "at": "signed_on"}


def sheet_home(work: UnitOfWork, complaint_id: int, home: Home) -> str:
    """客戶投訴意見表: back from the department (R145), or else the signed copy (R166)."""
    facts = _facts(work, complaint_id)
    sheet = _sheet_of(facts, home)
    if sheet is None:
        return copy_home(work, complaint_id, home)
    entry = SheetEntry(work.now, sheet.hand_out.id, home.signed_by, home.remark)
    _refuse(hand_out.return_reasons(facts, entry, work.now))
    told = {"at": entry.at, "person": entry.person, "text": entry.text}
    refers = {"refers_to_id": entry.hand_out_id}
    complaint_case.add_step(work, complaint_id, Event.SHEET_RETURNED, **told, **refers)
    _settle(work, complaint_id)
    return SHEET_RETURNED


def copy_home(work: UnitOfWork, complaint_id: int, home: Home) -> str:
    """The copy that the complainant signed once the work on site was done (R166)."""
    facts = _facts(work, complaint_id)
    if not _waits_for_copy(facts):
        return ""
    entry = SignedCopyEntry(home.signed_by[: closing.NAME_LIMIT], work.now)
    _refuse(closing.signed_copy_reasons(facts, entry, work.now))
    row = work.get(Complaint, complaint_id)
    row.signed_copy_at = closing.moment(entry.at, facts.received_at, work.now)
    row.signed_copy_by = entry.by
    _settle(work, complaint_id)
    return SIGNED_COPY


def copy_there(work: UnitOfWork, complaint_id: int) -> str:
    """R166: what of the case came home signed before it was written down as handled is its copy:
    an order's slip, or a paper of its own that was signed on the day of the handling or later.

    One that came back before the work was done over (R191) attests the former work alone.
    """
    facts = _facts(work, complaint_id)
    if not _waits_for_copy(facts):
        return ""
    found = order_parts.signed_slip(work.reader, complaint_id, facts.redone_at)
    found = found or _own_paper(work, complaint_id, facts)
    if found is None:
        return ""
    row = work.get(Complaint, complaint_id)
    row.signed_copy_at = closing.moment(found[0], facts.received_at, work.now)
    row.signed_copy_by = found[1][: closing.NAME_LIMIT]
    return SIGNED_COPY


def correction_home(work: UnitOfWork, complaint_id: int, home: Home) -> str:
    """糾正預防措施: signed as carried out; the remark says what was done (R146)."""
    facts = _facts(work, complaint_id)
    if correction.done_blockers(facts):
        return ""
    entry = DoneEntry(work.now, home.remark)
    _refuse(correction.done_reasons(facts, entry, work.now))
    found = sheet_list.id_of_case(work.reader, complaint_id)
    row = work.get(CorrectiveAction, found or 0)
    row.done_at, row.done_text = entry.at, entry.text
    _settle(work, complaint_id)
    return CORRECTED


def _facts(work: UnitOfWork, complaint_id: int) -> CaseFacts:
    work.flush()
    facts = case_list.facts(work.reader, complaint_id)
    if facts is None:
        raise NotFound(complaint_case.KIND, str(complaint_id))
    return facts


def _sheet_of(facts: CaseFacts, home: Home) -> Sheet | None:
    """The sheet that comes back: that of the department which signed, else the first that went."""
    waiting = [one for one in hand_out.sheets(facts) if one.is_out]
    signers = (one for one in waiting if home.signed_by and _signed_for(one) == home.signed_by)
    return next(signers, next(iter(waiting), None))


def _signed_for(sheet: Sheet) -> str:
    """Who signed for the sheet when it was handed out; the department where nobody did."""
    return sheet.hand_out.person if sheet.signed is None else sheet.signed.person


def _waits_for_copy(facts: CaseFacts) -> bool:
    return (
        not standing(facts)
        and facts.handled_at is not None
        and facts.on_site
        and facts.signed_copy_at is None
    )


def _own_paper(
    work: UnitOfWork, complaint_id: int, facts: CaseFacts
) -> tuple[datetime, str] | None:
    """The newest signed record or sheet that ticked nothing when it came home: when, and by whom.

    A signature of a day before the handling is not under the work, nor is a department's.
    """
    assert facts.handled_at is not None
    handled_on, since, others = work.day_of(facts.handled_at), facts.redone_at, _signers(facts)
    for paper in reversed(paper_list.of_record(work.reader, complaint_case.KIND, complaint_id)):
        is_late = since is None or paper.received_at >= since
        is_spare = not paper.ticked and paper.withdrawn_at is None and paper.form in _OWN
        is_theirs = paper.signed_on >= handled_on and paper.signed_by not in others
        if is_spare and is_late and is_theirs:
            work.get(SignedPaper, paper.id).ticked = SIGNED_COPY
            return paper.received_at, paper.signed_by
    return None


def _signers(facts: CaseFacts) -> frozenset[str]:
    """Who signs a sheet for a department: when it goes out, and when it comes back."""
    steps = [step for one in hand_out.sheets(facts) for step in (one.hand_out, one.signed,
             one.returned)]  # fmt: skip
    return frozenset(step.person for step in steps if step is not None and step.person)


def _settle(work: UnitOfWork, complaint_id: int) -> None:
    """A part that changed makes the case newer, and may end what was owed."""
    complaint_case.touch(work.get(Complaint, complaint_id), work.now)
    complaint_case.settle(work, complaint_id)


def _refuse(reasons: tuple[Reason, ...]) -> None:
    """Refusals of the case's own rules, beside the fields of the paper."""
    if reasons:
        raise RuleRefused(replace(one, field=_FIELDS.get(one.field or "")) for one in reasons)
