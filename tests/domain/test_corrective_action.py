"""The corrective-action sheet: written, carried out, verified by another (R146)."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desk.domain import corrective_action as rules
from desk.domain.complaint import Filing, Nature, State
from desk.domain.complaint_case import CaseFacts, Correction
from desk.domain.corrective_action import DoneEntry, SheetEntry, VerifyEntry
from desk.domain.reasons import Reason
from desk.services.policy import profile
from tests.domain.cases import DAY, HOUR, T0, case

NOW = T0 + DAY
TODAY = date(2026, 3, 6)
SHEET = SheetEntry("皮帶老化", "更換皮帶", "半年更換一次", "李大文", date(2026, 3, 20))
WRITER, OTHER = 1, 2


def corrected(**known: Any) -> CaseFacts:
    given: dict[str, Any] = {
        "cause": "皮帶老化",
        "correction": "更換皮帶",
        "prevention": "半年更換一次",
        "responsible": "李大文",
        "due_on": date(2026, 3, 20),
        "written_at": T0 + HOUR,
        "written_by_id": WRITER,
    }
    return case("major", correction=Correction(**(given | known)))


WRITTEN = corrected()
DONE = corrected(done_at=T0 + 2 * HOUR)
VERIFIED = corrected(done_at=T0 + 2 * HOUR, verified_at=NOW, verified_by="林主管")


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


@pytest.mark.parametrize(
    ("severity", "nature", "asked"),
    [
        ("major", Nature.EFFECTIVE, True),
        ("important", Nature.EFFECTIVE, True),
        ("minor", Nature.EFFECTIVE, False),
        ("major", Nature.HELP, False),  # R134
    ],
)
def test_r146_a_sheet_is_asked_of_grave_cases(severity: str, nature: Nature, asked: bool) -> None:
    assert rules.is_asked(case(severity, nature=nature), profile("M2")) is asked


@pytest.mark.parametrize("field", ["cause", "correction", "prevention", "responsible"])
def test_r146_a_sheet_names_everything(field: str) -> None:
    told = beside(rules.write_reasons(case("major"), replace(SHEET, **{field: ""}), TODAY))
    assert told == {f"corrective_action.{field}.missing": field}


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (case("major"), SHEET, {}),
        (WRITTEN, SHEET, {}),  # written anew
        (DONE, SHEET, {"corrective_action.done_already": None}),
        (
            case("major"),
            replace(SHEET, due_on=None),
            {"corrective_action.due_on.missing": "due_on"},
        ),
        (
            case("major"),
            replace(SHEET, due_on=date(2026, 3, 5)),
            {"corrective_action.due_on.past": "due_on"},
        ),
        (case("major"), replace(SHEET, due_on=TODAY), {}),
        (case("major", filing=Filing.PENDING), SHEET, {"complaint.not_filed": None}),
        (case("major", state=State.CLOSED), SHEET, {"complaint.closed": None}),
    ],
)
def test_r146_a_sheet_is_written_until_it_is_carried_out(
    facts: CaseFacts, entry: SheetEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.write_reasons(facts, entry, TODAY)) == told


CARRIED_OUT = DoneEntry(T0 + 2 * HOUR, "已更換皮帶")


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (WRITTEN, CARRIED_OUT, {}),
        (case("major"), CARRIED_OUT, {"corrective_action.none": None}),
        (DONE, CARRIED_OUT, {"corrective_action.done_already": None}),
        (WRITTEN, replace(CARRIED_OUT, text=""), {"corrective_action.done.missing": "text"}),
        (WRITTEN, replace(CARRIED_OUT, at=T0 + HOUR), {}),
        (WRITTEN, replace(CARRIED_OUT, at=T0), {"corrective_action.done.before_written": "at"}),
        (WRITTEN, replace(CARRIED_OUT, at=NOW + HOUR), {"complaint.at.future": "at"}),
        (replace(WRITTEN, state=State.CLOSED), CARRIED_OUT, {"complaint.closed": None}),
    ],
)
def test_r146_it_is_carried_out_once_after_it_was_written(
    facts: CaseFacts, entry: DoneEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.done_reasons(facts, entry, NOW)) == told


@pytest.mark.parametrize(
    ("facts", "verifier_id", "text", "told"),
    [
        (DONE, OTHER, "連續三十次正常", {}),
        (DONE, WRITER, "正常", {"corrective_action.verified_by_writer": None}),
        (DONE, OTHER, "", {"corrective_action.verified.missing": "text"}),
        (WRITTEN, OTHER, "正常", {"corrective_action.not_done": None}),
        (case("major"), OTHER, "正常", {"corrective_action.none": None}),
        (VERIFIED, OTHER, "正常", {"corrective_action.verified_already": None}),
        (replace(DONE, state=State.CLOSED), OTHER, "正常", {"complaint.closed": None}),
    ],
)
def test_r146_it_is_verified_once_by_another_than_its_writer(
    facts: CaseFacts, verifier_id: int, text: str, told: dict[str, str | None]
) -> None:
    assert beside(rules.verify_reasons(facts, VerifyEntry(text), verifier_id)) == told
