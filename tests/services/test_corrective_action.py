"""The corrective-action sheet on a real database (R146)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Severity
from desk.domain.corrective_action import DoneEntry, SheetEntry, VerifyEntry
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused
from desk.services import corrective_action, sign_in, staff
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.case_course import filed

SHEET = SheetEntry("皮帶老化", "更換皮帶", "半年更換一次", "李大文", date(2026, 12, 5))


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def missing(case: Case) -> set[str]:
    return {
        reason.code.rpartition(".")[2]
        for reason in case.blockers
        if reason.code.startswith("complaint.corrective_action")
    }


def test_r146_a_sheet_is_written_done_and_verified_by_another(
    workplace: Workplace, clock: FixedClock
) -> None:
    staff.add(workplace, AccountEntry("lam", "林主管", Role.SUPERVISOR), PASSWORD, CHEAP)
    case = filed(workplace, Severity.IMPORTANT)
    assert missing(case) == {"missing"}
    case = corrective_action.write(workplace, case.detail.id, case.detail.version, SHEET)
    sheet = case.facts.correction
    assert sheet is not None
    assert (sheet.cause, sheet.due_on, sheet.written_by) == (
        "皮帶老化",
        date(2026, 12, 5),
        "陳大文",
    )
    clock.advance(timedelta(days=1))
    case = corrective_action.write(
        workplace, case.detail.id, case.detail.version, replace(SHEET, cause="皮帶斷裂")
    )
    assert case.facts.correction is not None
    assert (case.facts.correction.cause, case.facts.correction.written_at) == (
        "皮帶斷裂",
        clock.moment,
    )
    done = DoneEntry(clock.moment, "已更換皮帶")
    case = corrective_action.mark_done(workplace, case.detail.id, case.detail.version, done)
    assert missing(case) == {"unverified"}
    entry = VerifyEntry("連續三十次正常")
    with pytest.raises(RuleRefused) as refused:
        corrective_action.verify(workplace, case.detail.id, case.detail.version, entry)
    assert codes(refused) == ["corrective_action.verified_by_writer"]
    other = sign_in.switch(workplace, "lam", PASSWORD)
    case = corrective_action.verify(other, case.detail.id, case.detail.version, entry)
    sheet = case.facts.correction
    assert sheet is not None
    assert (sheet.verified_by, sheet.verified_text, sheet.done_text) == (
        "林主管",
        "連續三十次正常",
        "已更換皮帶",
    )
    assert missing(case) == set()


def test_everything_wrong_with_a_sheet_is_said_at_once(workplace: Workplace) -> None:
    case = filed(workplace, Severity.MAJOR)
    with pytest.raises(RuleRefused) as refused:
        corrective_action.write(
            workplace,
            case.detail.id,
            case.detail.version,
            SheetEntry(cause="x" * 4_001, due_on=date(2026, 11, 20)),
        )
    assert codes(refused) == [
        "text.too_long",
        "corrective_action.correction.missing",
        "corrective_action.prevention.missing",
        "corrective_action.responsible.missing",
        "corrective_action.due_on.past",
    ]
    with pytest.raises(RuleRefused) as refused:
        corrective_action.mark_done(
            workplace, case.detail.id, case.detail.version, DoneEntry(NOW, "x")
        )
    assert codes(refused) == ["corrective_action.none"]
