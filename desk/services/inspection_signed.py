"""The three signatures 簽名 under an inspection: builder, owner, property staff (R30)."""

from datetime import date

from desk.domain import inspection as rules
from desk.domain.inspection import Signer
from desk.domain.permissions import Permission
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.models.inspection import Inspection as InspectionRecord
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning
from desk.services.inspection_case import Inspection, facts, finished, opened, touch
from desk.services.workplace import Workplace

SHEET = "inspection_sheet"  # what the signed sheet ticks


def sign(  # noqa: PLR0913, PLR0917 - whose signature, by whom, on which day
    workplace: Workplace, inspection_id: int, version: int, signer: Signer, by: str, on: date
) -> Inspection:
    """Write one signature down that stands on the sheet."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        by = cleaning.line(by, rules.NAME_LIMIT, "by")
        today = workplace.estate.custom.day(work.now)
        cleaning.refuse(rules.sign_reasons(case.facts, signer, by, on, today))
        _put(case.row, signer, by, on)
        return finished(work, case.row)


def unsign(
    workplace: Workplace, inspection_id: int, version: int, signer: Signer, why: str
) -> Inspection:
    """Take a signature back that is not on the sheet; the history keeps why."""
    with workplace.deed(Permission.REGISTER) as work:
        case = opened(work, inspection_id, version)
        cleaning = Cleaning()
        why = cleaning.line(why, rules.WHY_LIMIT, "why")
        cleaning.refuse(rules.unsign_reasons(case.facts, signer, why))
        _put(case.row, signer, "", None)
        work.record("unsigned", InspectionRecord.__tablename__, inspection_id, {"why": why})
        return finished(work, case.row)


def signed_home(work: UnitOfWork, record_id: int, home: Home) -> str:
    """The sheet came home: it carries the signatures that wait; "" where none does (R30).

    Each is of whoever is written down as having come, else of the name that was given. A box that
    is empty on the sheet is taken back with `unsign`.
    """
    known = facts(work.reader, record_id)
    waits = [signer for signer in Signer if signer not in known.signatures]
    if known.state is rules.State.VOID or not waits:
        return ""
    row = work.get(InspectionRecord, record_id)
    came = {Signer.BUILDER: row.contact, Signer.OWNER: row.owner, Signer.STAFF: row.staff}
    for signer in waits:
        _put(row, signer, came[signer] or home.signed_by, home.signed_on)
    touch(work, row)
    work.flush()
    return SHEET


def sign_reasons(workplace: Workplace, known: Inspection, signer: Signer) -> tuple[Reason, ...]:
    """Why a signature is not written down now."""
    today = workplace.today()
    blockers = rules.sign_reasons(known.facts, signer, known.detail.number, today, today)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def unsign_reasons(workplace: Workplace, known: Inspection, signer: Signer) -> tuple[Reason, ...]:
    """Why a signature is not taken back now."""
    blockers = rules.unsign_reasons(known.facts, signer, known.detail.number)
    return (*workplace.missing(Permission.REGISTER), *blockers)


def _put(row: InspectionRecord, signer: Signer, by: str, on: date | None) -> None:
    setattr(row, f"{signer}_signed_by", by)
    setattr(row, f"{signer}_signed_on", on)
