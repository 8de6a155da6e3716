"""The release passes of the sample estate: some of each state, in the last days before today."""

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.approval import Answer, Verdict
from desk.domain.estate import ResidentRole
from desk.domain.permissions import Role as Post
from desk.domain.release_pass import ItemEntry, PassEntry, Role
from desk.domain.release_pass_gate import BackEntry, ExtendEntry, GateEntry, Outcome
from desk.domain.release_pass_locks import OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.services import (
    attachment,
    household,
    release_pass,
    release_pass_evidence,
    release_pass_gate,
)
from desk.services.release_pass import KIND, Pass
from desk.services.release_pass_evidence import FeesEntry, OwnerEntry
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_HOUR = timedelta(hours=1)
_OFFICE = "2345 1000"
LONGEST = timedelta(hours=80)  # how long before today the first of them was written down

Act = Callable[["_Hands", Pass], Pass]


@dataclass(frozen=True)
class _Scene:
    """One pass: what, by whom, written down so long ago, its window in hours from then, and what
    was done how many hours later."""

    kind: PassKind
    role: Role
    age: float
    window: tuple[float, float]
    acts: tuple[tuple[float, Act], ...] = ()


def fill(
    desks: list[Workplace], script: Script, callers: list[Caller], clock: FixedClock, seed: int
) -> None:
    """Write the passes as the clerks would; `clock` shows today, and does so again afterwards."""
    today = clock.moment
    with TemporaryDirectory() as folder:
        hands = _Hands(desks, script, callers, clock, Random(seed), Path(folder))  # noqa: S311
        try:
            for scene in _SCENES:
                hands.play(scene, today)
        finally:
            clock.moment = today
    release_pass_gate.expire_due(hands.desk)


class _Hands:
    """The clerks, the manager and the guards."""

    def __init__(  # noqa: PLR0913, PLR0917 - what a sample is made of
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
        folder: Path,
    ) -> None:
        people = {desk.actor.role: desk for desk in reversed(desks)}
        self.desk = people[Post.RECEPTIONIST]
        self._lead, self._manager = people[Post.SUPERVISOR], people[Post.MANAGER]
        text = (resources_folder() / "sample" / "passes.json").read_text("utf-8")
        self._words: dict[str, Any] = json.loads(text)[script.region]
        self._clock, self._chance = clock, chance
        self._callers = chance.sample(callers, min(len(callers), len(_SCENES)))
        self._statement = folder / "statement.png"
        self._statement.write_bytes(_blank_picture())

    def play(self, scene: _Scene, today: datetime) -> None:
        """One pass from its draft to where it stands now."""
        begun = today - scene.age * _HOUR
        self._clock.moment = begun
        known = self._draft(scene)
        for after, act in scene.acts:
            self._clock.moment = min(begun + after * _HOUR, today)
            known = act(self, known)

    def _draft(self, scene: _Scene) -> Pass:
        now, caller = self._clock.moment, self._callers.pop()
        starts, ends = (now + hours * _HOUR for hours in scene.window)
        returns = scene.kind is PassKind.RETURNABLE_GOODS
        entry = PassEntry(
            scene.kind,
            caller.name,
            scene.role,
            caller.unit_id,
            phone=caller.phone,
            plate=self._pick("plates"),
            starts=starts,
            ends=ends,
            gate=self._pick("gates"),
            back_by=self.desk.estate.custom.day(ends) if returns else None,
        )
        goods = self._words["goods"][scene.kind]
        number = self._chance.randrange(100, 999)
        items = [_item(one, number, returns=returns) for one in goods]
        return release_pass.draft(self.desk, entry, items)

    def _pick(self, what: str) -> str:
        return str(self._chance.choice(self._words[what]))

    # What is done

    def owner(self, known: Pass) -> Pass:
        """The owner confirms on the phone."""
        person, phone = self._owner_of(known)
        told = OwnerEntry(OwnerHow.PHONE, person, caller=self.desk.actor.name, phone=phone)
        return release_pass_evidence.confirm_owner(self.desk, *_seen(known), told)

    def signature(self, known: Pass) -> Pass:
        """The owner signs at the desk."""
        told = OwnerEntry(OwnerHow.SIGNATURE, self._owner_of(known)[0])
        return release_pass_evidence.confirm_owner(self.desk, *_seen(known), told)

    def _owner_of(self, known: Pass) -> tuple[str, str]:
        """Who owns the unit, and where to call; the applicant where nobody else is known to."""
        unit_id = known.detail.unit_id
        residents = () if unit_id is None else household.household(self.desk, unit_id).residents
        for one in residents:
            if one.role is ResidentRole.OWNER:
                return one.name, one.phones[0] if one.phones else _OFFICE
        return known.detail.applicant, known.detail.phone or _OFFICE

    def fees(self, known: Pass) -> Pass:
        """The fees are cleared up to the day of the move."""
        ends = known.detail.ends or self._clock.moment
        file = attachment.add(self.desk, KIND, known.detail.id, self._statement)
        told = FeesEntry(self.desk.actor.name, self.desk.estate.custom.day(ends), file.id)
        return release_pass_evidence.clear_fees(self.desk, *_seen(known), told)

    def waive(self, known: Pass) -> Pass:
        """The manager lets the household go."""
        why = self._words["waived"]
        shown = release_pass_evidence.waiver_shown(self._manager, known, why)
        answer = Answer("", "", Verdict.GRANTED, "", shown)
        return release_pass_evidence.waive_fees(self._manager, *_seen(known), why, answer)

    def one_more(self, known: Pass) -> Pass:
        """A thing more, after the owner confirmed."""
        what, *_rest = self._words["goods"]["bulky_goods"][1]
        items = (*release_pass.item_entries(known.items), ItemEntry(what))
        return release_pass.list_items(self.desk, *_seen(known), items)

    def issue(self, known: Pass) -> Pass:
        """All locks hold."""
        return release_pass.issue(self.desk, *_seen(known), self._words["another"])

    def leave(self, known: Pass) -> Pass:
        """Everything leaves."""
        return self._gate(known, Outcome.LEFT)

    def leave_some(self, known: Pass) -> Pass:
        """The first thing leaves."""
        return self._gate(known, Outcome.PARTLY_LEFT, {known.items[0].id: 1})

    def refuse(self, known: Pass) -> Pass:
        """The guard turns it away."""
        return self._gate(known, Outcome.REFUSED, why=self._words["refused"])

    def back(self, known: Pass) -> Pass:
        """Everything is back."""
        return release_pass_gate.take_back(
            self.desk, *_seen(known), BackEntry(self._pick("guards"))
        )

    def back_some(self, known: Pass) -> Pass:
        """One thing is back."""
        told = BackEntry(self._pick("guards"), counts={known.items[0].id: 1})
        return release_pass_gate.take_back(self.desk, *_seen(known), told)

    def extend(self, known: Pass) -> Pass:
        """The supervisor lets it pass longer."""
        ends = (known.detail.ends or self._clock.moment) + 8 * _HOUR
        told = ExtendEntry(ends, self._words["extended"])
        return release_pass_gate.extend(self._lead, *_seen(known), told)

    def void(self, known: Pass) -> Pass:
        """It is not needed any more."""
        return release_pass.void(self.desk, *_seen(known), self._words["void"])

    def _gate(
        self, known: Pass, outcome: Outcome, counts: dict[int, int] | None = None, why: str = ""
    ) -> Pass:
        told = GateEntry(outcome, self._pick("guards"), counts=counts or {}, why=why)
        return release_pass_gate.gate(self.desk, *_seen(known), told)


def _seen(known: Pass) -> tuple[int, int]:
    return known.detail.id, known.detail.version


def _item(told: list[Any], number: int, *, returns: bool) -> ItemEntry:
    """A thing as the script names it; every household has its own serial numbers."""
    what, quantity, counted, marks, serial = told
    own = f"{serial}-{number}" if serial else ""
    return ItemEntry(what, quantity, counted, marks, own, returns)


def _blank_picture() -> bytes:
    """A white page as PNG, for what was attached."""
    rows = b"".join(b"\0" + b"\xff" * 60 for _ in range(84))
    head = struct.pack(">IIBBBBB", 60, 84, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    parts = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


_READY = ((0.1, _Hands.owner), (0.2, _Hands.issue))
_CLEARED = ((0.1, _Hands.fees), *_READY)
_BULKY, _OUT, _IN = PassKind.BULKY_GOODS, PassKind.MOVING_OUT, PassKind.MOVING_IN
_TOOLS, _LOAN = PassKind.CONTRACTOR_TOOLS, PassKind.RETURNABLE_GOODS

_SCENES = (
    _Scene(_LOAN, Role.OWNER, 80, (0, 40), (*_READY, (1, _Hands.leave), (30, _Hands.back))),
    _Scene(_OUT, Role.OWNER, 76, (0, 9), (*_CLEARED, (3, _Hands.leave))),
    _Scene(_LOAN, Role.STAFF, 60, (0, 12), (*_READY, (1, _Hands.leave), (20, _Hands.back_some))),
    _Scene(_BULKY, Role.OWNER, 52, (0, 6), (
        (0.1, _Hands.signature), (0.2, _Hands.issue), (2, _Hands.leave))),
    _Scene(_OUT, Role.TENANT, 50, (0, 9), (
        (0.1, _Hands.waive), *_READY, (1, _Hands.extend), (5, _Hands.leave))),
    _Scene(_TOOLS, Role.CONTRACTOR, 30, (0, 8), (*_READY, (1, _Hands.void))),
    _Scene(_BULKY, Role.TENANT, 28, (0, 9), (*_READY, (2, _Hands.leave_some))),
    _Scene(_LOAN, Role.FAMILY, 26, (0, 25), (*_READY, (1, _Hands.leave))),
    _Scene(_TOOLS, Role.CONTRACTOR, 5, (0, 12), (*_READY, (2, _Hands.refuse))),
    _Scene(_OUT, Role.OWNER, 4, (0, 9), (*_CLEARED, (2, _Hands.leave_some))),
    _Scene(_BULKY, Role.OWNER, 3, (0, 8), _READY),
    _Scene(_IN, Role.TENANT, 2, (19, 27), _CLEARED),
    _Scene(_OUT, Role.TENANT, 1.5, (18, 26), ((0.1, _Hands.fees),)),
    _Scene(_BULKY, Role.AGENT, 1, (0, 8), ((0.1, _Hands.owner), (0.5, _Hands.one_more))),
)  # fmt: skip
