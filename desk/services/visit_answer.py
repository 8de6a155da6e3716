"""The visit is closed with what it became: the case's result is its answer (R161, R199, R222).

Whoever was asked first secured the need by making a case or an order of it; once nothing of it goes
on any more, nothing of the visit waits. A visit that was handed over ends with the notice alone
(R219).
"""

from desk.domain import first_asked
from desk.domain.coordination_slip import SlipState
from desk.domain.reception import TEXT_LIMIT, State
from desk.models.lists import coordination_slip as slip_list
from desk.models.lists import handover as handover_list
from desk.models.lists import visit_course
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork


def of_complaint(work: UnitOfWork, complaint_id: int) -> None:
    """A case is over: so are the visit it was made of and those that joined it (R10)."""
    work.flush()
    for reception_id in visit_course.of_complaint(work.reader, complaint_id):
        _settle(work, reception_id)


def of_visit(work: UnitOfWork, reception_id: int | None) -> None:
    """An order of a visit is closed, void or was explained (R237), or a slip of it is answered."""
    work.flush()
    if reception_id is not None:
        _settle(work, reception_id)


def close(work: UnitOfWork, visit: Reception, answer: str) -> None:
    """Close an open visit; the answer that was written down stands."""
    if visit.state == State.OPEN:
        visit.answer = visit.answer or answer[:TEXT_LIMIT]
        visit.state, visit.closed_at, visit.closed_by_id = State.CLOSED, work.now, work.actor_id


def _settle(work: UnitOfWork, reception_id: int) -> None:
    """Where nothing came of it, because all was void, it waits for the desk again."""
    reader = work.reader
    handed_over = first_asked.is_handed_over(handover_list.links(reader, reception_id))
    slips = slip_list.of_reception(reader, reception_id)
    asked = any(one.state == SlipState.OPEN for one in slips)
    if handed_over or asked or visit_course.goes_on(reader, reception_id):
        return
    outcomes = visit_course.outcomes(reader, reception_id)
    if outcomes:
        close(work, work.get(Reception, reception_id), "\n".join(outcomes))
