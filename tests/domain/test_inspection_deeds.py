"""Each deed of an inspection and of a defect with one thing wrong: that very thing is said."""

import datetime as dt
from collections.abc import Iterable

import pytest

from desk.domain import defect, inspection, meter
from desk.domain.defect import BuilderEntry, DoneEntry, RecheckEntry, RemindEntry, RemindHow
from desk.domain.inspection import (
    InspectionEntry,
    InspectionFacts,
    Item,
    Mark,
    PartPlan,
    RoomPlan,
    Signature,
    Signer,
    State,
    Verdict,
    typed,
)
from desk.domain.meter import MeterKind, ReadingEntry
from desk.domain.reasons import Reason

TODAY = dt.date(2026, 11, 21)
TOMORROW = TODAY + dt.timedelta(days=1)
NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
SEEN = Item(1, 1, {"": "客廳"}, {"": "窗"}, Verdict.PASS)
SIGNED = {Signer.OWNER: Signature("曾德華", TODAY)}
OPEN = InspectionFacts(State.OPEN, items=(SEEN,), signatures=SIGNED)
VOID = InspectionFacts(State.VOID, items=(SEEN,), signatures=SIGNED)
FAULT = defect.DefectFacts(defect.State.OPEN, "新城建設", NOW, NOW)
DONE = defect.DefectFacts(defect.State.DONE, "新城建設", NOW, NOW)


def codes(reasons: Iterable[Reason]) -> list[str]:
    return [one.code for one in reasons]


def room(name: str, *parts: str) -> RoomPlan:
    return RoomPlan(typed(name), tuple(PartPlan(typed(one)) for one in parts))


@pytest.mark.parametrize(
    ("rooms", "code"),
    [
        ((), "inspection.rooms.missing"),
        ((room("客廳"),), "inspection.rooms.missing"),
        (tuple(room(str(at), "窗") for at in range(41)), "inspection.rooms.many"),
        ((room("客廳", *map(str, range(41))),), "inspection.parts.many"),
        ((room("", "窗"),), "inspection.room.unnamed"),
        ((room("客廳", ""),), "inspection.part.unnamed"),
        ((room("客廳", "窗"), room("客廳", "門")), "inspection.room.twice"),
        ((room("客廳", "窗", "窗"),), "inspection.part.twice"),
    ],
)
def test_a_template_has_one_thing_wrong(rooms: tuple[RoomPlan, ...], code: str) -> None:
    assert codes(inspection.template_reasons(rooms)) == [code]


def test_names_may_be_the_same_in_one_language_only_if_they_differ_nowhere() -> None:
    rooms = (
        RoomPlan({"zh_Hant": "睡房", "en": "Bedroom"}, (PartPlan(typed("窗")),)),
        RoomPlan({"zh_Hant": "客房", "en": "Bedroom"}, (PartPlan(typed("窗")),)),
    )
    assert codes(inspection.template_reasons(rooms)) == ["inspection.room.twice"]


@pytest.mark.parametrize(
    ("reasons", "code"),
    [
        (
            inspection.entry_reasons(InspectionEntry(held_on=TOMORROW), TODAY),
            "inspection.held_on.future",
        ),
        (inspection.arrange_reasons(OPEN, (room("客廳", "門"),)), "inspection.part.judged"),
        (inspection.marks_reasons(OPEN, (Mark(9, Verdict.PASS),)), "inspection.part.unknown"),
        (inspection.marks_reasons(VOID, ()), "inspection.void"),
        (inspection.sign_reasons(VOID, Signer.STAFF, "何", TODAY, TODAY), "inspection.void"),
        (inspection.sign_reasons(OPEN, Signer.OWNER, "何", TODAY, TODAY), "inspection.signed"),
        (
            inspection.sign_reasons(OPEN, Signer.STAFF, "", TODAY, TODAY),
            "inspection.signed_by.missing",
        ),
        (
            inspection.sign_reasons(OPEN, Signer.STAFF, "何", TOMORROW, TODAY),
            "inspection.signed_on.future",
        ),
        (inspection.unsign_reasons(VOID, Signer.OWNER, "未簽"), "inspection.void"),
        (inspection.unsign_reasons(OPEN, Signer.STAFF, "未簽"), "inspection.unsigned.staff"),
        (inspection.unsign_reasons(OPEN, Signer.OWNER, ""), "inspection.why.missing"),
        (inspection.void_reasons(VOID, "寫錯"), "inspection.void"),
        (inspection.void_reasons(OPEN, "寫錯", 2), "inspection.void.defects"),
        (inspection.void_reasons(OPEN, ""), "inspection.why.missing"),
        (
            meter.reading_reasons(
                ReadingEntry(MeterKind.WATER, "W-1", meter.LARGEST), None, TODAY, other_unit="B室"
            ),
            "meter.number.elsewhere",
        ),
        (defect.builder_reasons(FAULT, BuilderEntry("")), "defect.builder.missing"),
        (
            defect.remind_reasons(FAULT, RemindEntry(RemindHow.PHONE), NOW, TODAY),
            "defect.to.missing",
        ),
        (defect.done_reasons(FAULT, DoneEntry(), NOW), "defect.by.missing"),
        (
            defect.recheck_reasons(DONE, RecheckEntry(Verdict.UNSEEN, "何"), NOW),
            "defect.verdict.missing",
        ),
        (defect.recheck_reasons(DONE, RecheckEntry(Verdict.PASS), NOW), "defect.by.missing"),
        (
            defect.recheck_reasons(DONE, RecheckEntry(Verdict.FAIL, "何"), NOW),
            "defect.remark.missing",
        ),
        (defect.void_reasons(FAULT, ""), "defect.why.missing"),
    ],
)
def test_a_deed_has_one_thing_wrong(reasons: Iterable[Reason], code: str) -> None:
    assert codes(reasons) == [code]
