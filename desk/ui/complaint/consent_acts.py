"""The sitting of the quarter: one word about every case that cannot be handled (R173)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.approval import Answer, Line
from desk.domain.complaint_approval import ABOVE, CONSENT, is_consented, is_unsolvable
from desk.i18n import _, ngettext
from desk.services import approval_shown, complaint_approval
from desk.services.complaint_approval import UnsolvableRow
from desk.services.complaint_case import Case
from desk.ui.complaint import act_words as words
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.approval_acts import Values, answer_of, ask_in_dialog, word_plan
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.kit.approval_dialog import ApprovalQuestion
from desk.ui.kit.deed_dialog import DeedPlan
from desk.wording import reasons_words


def acts(deeds: ComplaintDeeds) -> tuple[Act, ...]:
    """Asking a second person about all of them, giving one's own word about them."""
    return (
        Act(
            "consent_all",
            Group.CLOSING,
            _ask_all_words,
            shown=partial(_sits, deeds, False),
            shut=partial(_why_no_sitting, deeds),
            opens=partial(_ask_all, deeds),
        ),
        Act(
            "consent_all_own",
            Group.CLOSING,
            _own_all_words,
            shown=partial(_sits, deeds, True),
            shut=partial(_why_no_sitting, deeds),
            plan=partial(_own_all_plan, deeds),
        ),
    )


def _waiting(deeds: ComplaintDeeds, case: Case) -> tuple[UnsolvableRow, ...]:
    """Every case that waits with this one, if it waits and is not alone."""
    if not is_unsolvable(case.facts) or is_consented(case.facts):
        return ()
    rows = complaint_approval.unsolvable(deeds.workplace)
    return rows if len(rows) > 1 else ()


def _sits(deeds: ComplaintDeeds, own: bool, case: Case) -> bool:
    if not case.facts.is_open or not _waiting(deeds, case):
        return False
    mine = complaint_approval.own_reasons(deeds.workplace, case, [CONSENT])
    return (not mine) is own


def _why_no_sitting(deeds: ComplaintDeeds, case: Case) -> str:
    return reasons_words(complaint_approval.consent_reasons(deeds.workplace, case))


def _ask_all(deeds: ComplaintDeeds, parent: QWidget, case: Case) -> None:
    rows = _waiting(deeds, case)
    lines = approval_shown.of_unsolvable(deeds.workplace, rows)
    post = words.post_words(case.policy, ABOVE)
    clerk = deeds.workplace.actor.name
    question = ApprovalQuestion(_sitting_title(rows), lines, post, clerk)
    ask_in_dialog(deeds, parent, question, partial(_consent, deeds, rows))


def _consent(deeds: ComplaintDeeds, rows: Sequence[UnsolvableRow], answer: Answer) -> object:
    seen = [(one.id, one.version) for one in rows]
    return complaint_approval.consent(deeds.workplace, seen, answer)


def _own_all_plan(deeds: ComplaintDeeds, case: Case) -> DeedPlan:
    rows = _waiting(deeds, case)
    lines = approval_shown.of_unsolvable(deeds.workplace, rows)
    give = partial(_give_all, deeds, case, rows, lines)
    return word_plan(partial(_sitting_title, rows), lines, give)


def _give_all(
    deeds: ComplaintDeeds,
    case: Case,
    rows: Sequence[UnsolvableRow],
    lines: tuple[Line, ...],
    values: Values,
) -> Case:
    seen = [(one.id, one.version) for one in rows]
    answer = answer_of(values, lines)
    done = complaint_approval.consent(deeds.workplace, seen, answer, own=True)
    return next(one for one in done if one.detail.id == case.detail.id)


# Words


def _sitting_title(rows: Sequence[UnsolvableRow]) -> str:
    words = ngettext(
        "Consent to {count} case that cannot be handled",
        "Consent to {count} cases that cannot be handled",
        len(rows),
    )
    return words.format(count=len(rows))


def _ask_all_words() -> str:
    return _("Ask for the consent of the quarter")


def _own_all_words() -> str:
    return _("Give the consent of the quarter")
