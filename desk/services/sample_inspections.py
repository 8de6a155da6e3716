"""The inspections of the sample estate: homes gone through, and defects of every age (R30, R35)."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.defect import DoneEntry, PromiseEntry, RecheckEntry, RemindEntry, RemindHow
from desk.domain.inspection import InspectionEntry, Mark, Signer, Verdict
from desk.domain.meter import MeterKind, ReadingEntry
from desk.domain.permissions import Role
from desk.services import defect, inspection, inspection_signed, meter
from desk.services.defect import Defect
from desk.services.inspection import Inspection
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_DAY = timedelta(days=1)
_WALL, _DRAIN, _WINDOW, _LOCK, _CEILING, _SOCKET = range(6)  # the faults, in their order

Act = Callable[["_Hands", Defect], Defect]


@dataclass(frozen=True)
class _Scene:
    """One home: gone through so many days ago, which parts failed by which of the faults, what was
    done about the first of them, a few days between each; an `open` one is not settled yet."""

    age: int
    fails: Mapping[int, int] = field(default_factory=dict)
    acts: tuple[Act, ...] = ()
    open: bool = False
    signed: bool = True


def fill(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    span: tuple[int, int],
) -> None:
    """Go through homes as the clerks would; `span` is the estate's days and the sample's seed.

    `clock` shows today, and does so again afterwards.
    """
    today, (days, seed) = clock.moment, span
    hands = _Hands(desks, script, callers, clock, Random(seed))  # noqa: S311 - a sample
    try:
        for scene in _SCENES:
            if scene.age < days:
                hands.play(scene, today)
    finally:
        clock.moment = today


class _Hands:
    """The clerk who goes along, and the builder's man."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
    ) -> None:
        self._desk = next(desk for desk in desks if desk.actor.role is Role.RECEPTIONIST)
        text = (resources_folder() / "sample" / "inspections.json").read_text("utf-8")
        self._words: dict[str, Any] = json.loads(text)[script.region]
        self._clock, self._chance = clock, chance
        homes = {one.unit_id: one for one in callers}
        self._homes = chance.sample(sorted(homes), min(len(homes), len(_SCENES)))
        self._names = {unit_id: one.name for unit_id, one in homes.items()}

    def play(self, scene: _Scene, today: datetime) -> None:
        """One home from the first look to where its defects stand now."""
        if not self._homes:
            return
        self._clock.moment = today - scene.age * _DAY
        known = self._begun(self._homes.pop())
        known = self._judged(known, scene)
        if scene.open:
            return
        known = self._metered(known)
        known = inspection.finish(self._desk, known.detail.id, known.detail.version)
        if scene.signed:
            self._signed(known)
        if not known.defects:
            return
        case = defect.get(self._desk, known.defects[0].id)
        step = max(1, scene.age // (len(scene.acts) + 1)) * _DAY
        for act in scene.acts:
            self._clock.moment += step
            case = act(self, case)

    # At the home

    def _begun(self, unit_id: int) -> Inspection:
        words = self._words
        entry = InspectionEntry(
            builder=words["builder"],
            contact=words["contact"],
            phone=words["phone"],
            owner=self._names[unit_id],
            staff=self._desk.actor.name,
            held_on=self._desk.estate.custom.day(self._clock.moment),
        )
        return inspection.begin(self._desk, unit_id, entry)

    def _judged(self, known: Inspection, scene: _Scene) -> Inspection:
        items = known.items[: len(known.items) // 2] if scene.open else known.items
        faults = self._words["faults"]
        marks = [
            Mark(one.id, Verdict.FAIL, faults[scene.fails[at]])
            if at in scene.fails
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

    def _signed(self, known: Inspection) -> None:
        names = {Signer.BUILDER: known.detail.contact, Signer.OWNER: known.detail.owner}
        today = self._desk.estate.custom.day(self._clock.moment)
        for signer in Signer:
            by = names.get(signer, self._desk.actor.name)
            key, version = known.detail.id, known.detail.version
            known = inspection_signed.sign(self._desk, key, version, signer, by, today)

    # About a defect

    def remind(self, case: Defect) -> Defect:
        entry = RemindEntry(RemindHow.PHONE, case.detail.contact, self._words["answer"])
        return defect.remind(self._desk, *_key(case), entry)

    def promise(self, case: Defect) -> Defect:
        day = self._desk.estate.custom.day(self._clock.moment) + 10 * _DAY
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


_SCENES = (
    _Scene(
        104, {20: _CEILING, 37: _CEILING}, (_Hands.remind, _Hands.done, _Hands.fail, _Hands.remind)
    ),
    _Scene(
        72, {4: _WALL, 31: _DRAIN}, (_Hands.remind, _Hands.promise, _Hands.done, _Hands.succeed)
    ),
    _Scene(44, {7: _WINDOW}, (_Hands.remind, _Hands.remind)),
    _Scene(21, {0: _LOCK, 8: _SOCKET, 38: _LOCK}, (_Hands.promise, _Hands.done)),
    _Scene(16, {15: _LOCK}, (_Hands.remind,)),
    _Scene(6, signed=False),
    _Scene(1, {5: _CEILING}, open=True),
)
