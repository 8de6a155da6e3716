"""Inspections on a real database, brought as far as a test wants them."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desk.domain.defect import DoneEntry, RecheckEntry
from desk.domain.inspection import (
    InspectionEntry,
    Mark,
    PartPlan,
    RoomPlan,
    Signer,
    Verdict,
    typed,
)
from desk.domain.meter import MeterKind, ReadingEntry
from desk.services import defect as defects
from desk.services import inspection as inspections
from desk.services import inspection_signed as signed
from desk.services import meter
from desk.services.defect import Defect
from desk.services.inspection import Inspection
from desk.services.workplace import Workplace

BUILDER = "新城建設"
ROOMS = (
    RoomPlan(typed("客廳"), (PartPlan(typed("牆面")), PartPlan(typed("窗")))),
    RoomPlan(typed("廚房"), (PartPlan(typed("地漏")),)),
)
METERS = (
    ReadingEntry(MeterKind.WATER, "W-1", Decimal("12.5")),
    ReadingEntry(MeterKind.ELECTRICITY, "E-1", Decimal(103)),
    ReadingEntry(MeterKind.GAS, absent="未通氣"),
)


@dataclass
class Course:
    """One desk and one unit, and inspections of it."""

    workplace: Workplace
    unit_id: int

    def entry(self, **told: Any) -> InspectionEntry:
        given = {"builder": BUILDER, "contact": "林工", "phone": "2345 6789", "owner": "曾德華"}
        return InspectionEntry(**given | {"staff": "何小姐"} | told)

    def begun(self, **told: Any) -> Inspection:
        rooms, move_in_id = told.pop("rooms", ROOMS), told.pop("move_in_id", None)
        entry = self.entry(**told)
        return inspections.begin(self.workplace, self.unit_id, entry, rooms, move_in_id)

    def judged(self, known: Inspection, *fails: str) -> Inspection:
        """Everything passes but the parts of these names."""
        marks = [
            Mark(one.id, Verdict.FAIL, f"{one.part['']}有裂縫")
            if one.part[""] in fails
            else Mark(one.id, Verdict.PASS)
            for one in known.items
        ]
        return inspections.judge(self.workplace, known.detail.id, known.detail.version, marks)

    def metered(self, known: Inspection, *entries: ReadingEntry) -> Inspection:
        return meter.write(self.workplace, known.detail.id, known.detail.version, entries or METERS)

    def settled(self, *fails: str, **told: Any) -> Inspection:
        known = self.metered(self.judged(self.begun(**told), *fails))
        return inspections.finish(self.workplace, known.detail.id, known.detail.version)

    def signed(self, known: Inspection, *signers: Signer) -> Inspection:
        today = self.workplace.estate.custom.day(self.workplace.now())
        for signer in signers or tuple(Signer):
            known = signed.sign(
                self.workplace, known.detail.id, known.detail.version, signer, "曾德華", today
            )
        return known

    def defect(self, *fails: str) -> Defect:
        return defects.get(self.workplace, self.settled(*(fails or ("窗",))).defects[0].id)

    def done(self, known: Defect, at: dt.datetime | None = None) -> Defect:
        entry = DoneEntry("林工", at)
        return defects.done(self.workplace, known.detail.id, known.detail.version, entry)

    def rechecked(self, known: Defect, verdict: Verdict) -> Defect:
        entry = RecheckEntry(verdict, "何小姐", "" if verdict is Verdict.PASS else "仍漏水")
        return defects.recheck(self.workplace, known.detail.id, known.detail.version, entry)
