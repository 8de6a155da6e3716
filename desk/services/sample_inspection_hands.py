"""Who goes through the homes of the sample estate, and the builder's man (R30, R35)."""

import json
from collections.abc import Callable, Mapping
from datetime import timedelta
from decimal import Decimal
from random import Random
from typing import Any

from desk.clock import Clock
from desk.config import resources_folder
from desk.domain.defect import DoneEntry, PromiseEntry, RecheckEntry, RemindEntry, RemindHow
from desk.domain.inspection import InspectionEntry, Mark, Signer, Verdict
from desk.domain.meter import MeterKind, ReadingEntry
from desk.services import defect, inspection, inspection_signed, meter
from desk.services.defect import Defect
from desk.services.inspection import Inspection
from desk.services.sample_people import Script
from desk.services.workplace import Workplace

WALL, DRAIN, WINDOW, LOCK, CEILING, SOCKET = range(6)  # the faults, in their order

_DAY = timedelta(days=1)

Act = Callable[["InspectionHands", Defect], Defect]


class InspectionHands:
    """The clerk who goes along, and the builder's man; `clock` is the desk's."""

    def __init__(self, desk: Workplace, script: Script, clock: Clock, chance: Random) -> None:
        self._desk, self._clock, self._chance = desk, clock, chance
        text = (resources_folder() / "sample" / "inspections.json").read_text("utf-8")
        self._words: dict[str, Any] = json.loads(text)[script.region]

    # At the home

    def through(
        self,
        unit_id: int,
        owner: str,
        fails: Mapping[int, int],
        move_in_id: int | None = None,
        *,
        signed: bool = True,
    ) -> Inspection:
        """A home from the first part to the signatures; `fails` says which parts by which fault."""
        known = self._judged(self._begun(unit_id, owner, move_in_id), fails)
        known = self._metered(known)
        known = inspection.finish(self._desk, known.detail.id, known.detail.version)
        return self._signed(known) if signed else known

    def half(self, unit_id: int, owner: str, fails: Mapping[int, int]) -> Inspection:
        """The first half of a home."""
        return self._judged(self._begun(unit_id, owner, None), fails, half=True)

    def _begun(self, unit_id: int, owner: str, move_in_id: int | None) -> Inspection:
        words = self._words
        entry = InspectionEntry(
            builder=words["builder"],
            contact=words["contact"],
            phone=words["phone"],
            owner=owner,
            staff=self._desk.actor.name,
            held_on=self._desk.estate.custom.day(self._clock.now()),
        )
        return inspection.begin(self._desk, unit_id, entry, move_in_id=move_in_id)

    def _judged(
        self, known: Inspection, fails: Mapping[int, int], *, half: bool = False
    ) -> Inspection:
        items = known.items[: len(known.items) // 2] if half else known.items
        faults = self._words["faults"]
        marks = [
            Mark(one.id, Verdict.FAIL, faults[fails[at]])
            if at in fails
            else Mark(one.id, Verdict.PASS)
            for at, one in enumerate(items)
        ]
        return inspection.judge(self._desk, known.detail.id, known.detail.version, marks)

    def _metered(self, known: Inspection) -> Inspection:
        unit = known.detail.unit_id
        entries = (
            ReadingEntry(MeterKind.WATER, f"W{204000 + unit}", Decimal(self._chance.randrange(9))),
            ReadingEntry(
                MeterKind.ELECTRICITY, f"E{771000 + unit}", Decimal(self._chance.randrange(90))
            ),
            ReadingEntry(MeterKind.GAS, absent=self._words["gas"]),
        )
        return meter.write(self._desk, known.detail.id, known.detail.version, entries)

    def _signed(self, known: Inspection) -> Inspection:
        names = {Signer.BUILDER: known.detail.contact, Signer.OWNER: known.detail.owner}
        today = self._desk.estate.custom.day(self._clock.now())
        for signer in Signer:
            by = names.get(signer, self._desk.actor.name)
            key, version = known.detail.id, known.detail.version
            known = inspection_signed.sign(self._desk, key, version, signer, by, today)
        return known

    # About a defect

    def remind(self, case: Defect) -> Defect:
        entry = RemindEntry(RemindHow.PHONE, case.detail.contact, self._words["answer"])
        return defect.remind(self._desk, *_key(case), entry)

    def promise(self, case: Defect) -> Defect:
        day = self._desk.estate.custom.day(self._clock.now()) + 10 * _DAY
        return defect.promise(self._desk, *_key(case), PromiseEntry(day, case.detail.contact))

    def done(self, case: Defect) -> Defect:
        entry = DoneEntry(case.detail.contact, remark=self._words["why"])
        return defect.done(self._desk, *_key(case), entry)

    def fail(self, case: Defect) -> Defect:
        entry = RecheckEntry(Verdict.FAIL, self._desk.actor.name, self._words["still"])
        return defect.recheck(self._desk, *_key(case), entry)

    def succeed(self, case: Defect) -> Defect:
        entry = RecheckEntry(Verdict.PASS, self._desk.actor.name)
        return defect.recheck(self._desk, *_key(case), entry)


def _key(case: Defect) -> tuple[int, int]:
    return case.detail.id, case.detail.version
