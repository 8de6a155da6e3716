"""What the first-asked duty of a visit asks of the program, on the open desk."""

import datetime as dt
from collections.abc import Sequence

from desk.domain.coordination_slip import SlipEntry
from desk.domain.first_asked import DutyNotice, DutyScope
from desk.domain.handover import HandoverEntry
from desk.domain.permissions import Role
from desk.i18n import EstateFormat
from desk.services import coordination_slip, department, first_asked, handover, staff
from desk.services.department import DepartmentRow
from desk.services.first_asked import Duty
from desk.services.workplace import Workplace
from desk.ui.kit.choice_field import Choice
from desk.ui.paper.deeds import PaperDeeds
from desk.wording import reasons_words


class DutyDeeds:
    """Bridges the screens to the services; every deed gives the duty as it then stands."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self.paper = PaperDeeds(workplace)

    @property
    def custom(self) -> EstateFormat:
        """How this estate writes dates."""
        return self._workplace.estate.custom

    def now(self) -> dt.datetime:
        """The present."""
        return self._workplace.now()

    # Looking

    def duty(self, reception_id: int) -> Duty:
        """The duty of one visit."""
        return first_asked.duty(self._workplace, reception_id)

    def departments(self) -> Sequence[DepartmentRow]:
        """Those that still exist."""
        return [one for one in department.departments(self._workplace) if one.active]

    def department_choices(self) -> Sequence[Choice]:
        """Each with the number under which it is reached (R204)."""
        return [Choice(str(one.id), f"{one.name}　{one.phone}") for one in self.departments()]

    def department_names(self) -> Sequence[Choice]:
        """Their names alone."""
        return [Choice(str(one.id), one.name) for one in self.departments()]

    def supervisor(self) -> str:
        """The 客戶服務主管 who is told (R219): the first with such an account."""
        known = staff.accounts(self._workplace)
        named = (one.name for one in known if one.active and one.role == Role.SUPERVISOR)
        return next(named, "")

    # Deeds

    def judge(self, known: Duty, scope: str) -> Duty:
        """Whose duty it is."""
        visit = known.visit
        return first_asked.judge(self._workplace, visit.id, visit.version, DutyScope(scope))

    def hand_over(self, known: Duty, entry: HandoverEntry) -> Duty:
        """To somebody else."""
        visit = known.visit
        return handover.hand_over(self._workplace, visit.id, visit.version, entry)

    def accept(self, known: Duty, accepted_by: str) -> Duty:
        """The last hand-over was taken."""
        number, version = _last(known)
        return handover.accept(self._workplace, number, version, accepted_by)

    def refuse(self, known: Duty, refused_by: str, why: str) -> Duty:
        """The last hand-over was turned away."""
        number, version = _last(known)
        return handover.refuse(self._workplace, number, version, refused_by, why)

    def call_wrong(self, known: Duty, entry: SlipEntry) -> Duty:
        """The last hand-over was wrong: a slip."""
        number, version = _last(known)
        return coordination_slip.fill_for_wrong(self._workplace, number, version, entry)

    def fill_slip(self, known: Duty, entry: SlipEntry) -> Duty:
        """Several departments: a slip."""
        visit = known.visit
        return coordination_slip.fill_for_several(self._workplace, visit.id, visit.version, entry)

    def answer_slip(self, known: Duty, result: str, answered_by: str) -> Duty:
        """The open slip is answered."""
        slip = known.open_slip
        assert slip is not None
        return coordination_slip.answer(self._workplace, slip.id, slip.version, result, answered_by)

    def end(self, known: Duty, notice: DutyNotice) -> Duty:
        """Ended with the notice."""
        visit = known.visit
        return first_asked.end(self._workplace, visit.id, visit.version, notice)

    # Why not

    def why_not_judge(self, known: Duty) -> str:
        """Why it cannot be judged, "" where it can."""
        return reasons_words(first_asked.judge_reasons(self._workplace, known))

    def why_not_hand_over(self, known: Duty) -> str:
        """Why it cannot be handed over, "" where it can."""
        return reasons_words(handover.hand_over_reasons(self._workplace, known))

    def why_not_accept(self, known: Duty) -> str:
        """Why nothing can be accepted or refused, "" where it can."""
        return reasons_words(handover.accept_reasons(self._workplace, known))

    def why_not_wrong(self, known: Duty) -> str:
        """Why the last hand-over cannot be called wrong, "" where it can."""
        return reasons_words(coordination_slip.wrong_reasons(self._workplace, known))

    def why_not_slip(self, known: Duty) -> str:
        """Why no slip for several departments can be filled, "" where it can."""
        return reasons_words(coordination_slip.several_reasons(self._workplace, known))

    def why_not_answer(self, known: Duty) -> str:
        """Why no slip can be answered, "" where it can."""
        return reasons_words(coordination_slip.answer_reasons(self._workplace, known))

    def why_not_end(self, known: Duty) -> str:
        """Why the duty cannot be ended, "" where it can."""
        return reasons_words(first_asked.end_reasons(self._workplace, known))


def _last(known: Duty) -> tuple[int, int]:
    assert known.last is not None
    return known.last.id, known.last.version
