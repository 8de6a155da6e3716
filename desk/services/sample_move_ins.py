"""The move-ins of the sample estate: some of each state, in the last weeks before today."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.approval import Answer, Verdict
from desk.domain.estate import PersonKind, ResidentRole
from desk.domain.key_receipt import LineEntry, ReceiptEntry, SignEntry
from desk.domain.move_in import (
    DocumentEntry,
    FeeEntry,
    FeeKind,
    ListedEntry,
    MoveInEntry,
    PersonEntry,
)
from desk.domain.move_in_filing import ExceptionEntry, VisitEntry
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.permissions import Permission, Role
from desk.domain.signed_paper import Home
from desk.services import (
    household,
    key_receipt,
    move_in,
    move_in_document,
    move_in_fee,
    move_in_filing,
    move_in_keys,
    move_in_listed,
    move_in_person,
    move_in_signed,
    sample_people,
)
from desk.services.move_in import MoveIn
from desk.services.move_in_fee import PaidEntry
from desk.services.sample_agenda import Course
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

DAYS = 8  # an estate that is younger has no move-ins yet
_OPENS, _STEP = timedelta(hours=9, minutes=10), timedelta(minutes=7)

Act = Callable[["_Hands", MoveIn], MoveIn]


@dataclass(frozen=True)
class _Scene:
    """One case: whose, written down so many days ago, and what was done that morning."""

    age: int
    acts: tuple[Act, ...] = ()
    arrival: Arrival = Arrival.OWNER
    holder: Holder = Holder.PERSON
    by_agent: bool = False


def courses(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    span: tuple[int, int],
) -> list[Course]:
    """The cases as the clerks write them, each a course of its own; `clock` shows today.

    `span` are the days of the estate and its seed; what would lie before them is left out.
    """
    days, seed = span
    hands = _Hands(desks, script, callers, clock, Random(seed))  # noqa: S311 - a sample
    return [hands.course(one, clock.moment) for one in _SCENES if one.age < days - 1]


class _Hands:
    """The clerk, the colleague who looks again, the manager."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
    ) -> None:
        people = {desk.actor.role: desk for desk in reversed(desks)}
        self.desk = people[Role.RECEPTIONIST]
        self._lead, self._manager = people[Role.SUPERVISOR], people[Role.MANAGER]
        text = (resources_folder() / "sample" / "move_ins.json").read_text("utf-8")
        self._words: dict[str, Any] = json.loads(text)[script.region]
        self._script, self._clock, self._chance = script, clock, chance
        self._owners = self._homes(callers)

    def course(self, scene: _Scene, today: datetime) -> Course:
        """One case from its first day to where it stands now."""
        custom = self.desk.estate.custom
        morning = custom.day_bounds(custom.day(today - timedelta(days=scene.age)))[0] + _OPENS
        moment = min(morning, today)
        yield moment
        case = self._write(scene)
        for act in scene.acts:
            moment += _STEP
            yield moment
            case = act(self, case)

    # What is done

    def family(self, case: MoveIn) -> MoveIn:
        name = sample_people.name(self._chance, self._script)
        phone = sample_people.phone(self._chance, self._script.region)
        entry = PersonEntry(name, ResidentRole.FAMILY, phones=(phone,))
        return move_in_person.put(self.desk, *_key(case), entry)

    def papers(self, case: MoveIn) -> MoveIn:
        found = [self._seen(one.wanted.rule.code, one.wanted.person_id) for one in case.documents]
        return move_in_document.take(self.desk, *_key(case), found) if found else case

    def some_papers(self, case: MoveIn) -> MoveIn:
        codes = [one.wanted.rule.code for one in case.documents][:3]
        found = [self._seen(code, 0) for code in codes if code != "photo"]
        doubted = DocumentEntry(
            "contract", 0, self._today(), True, True, False, self._words["doubt"]
        )
        found = [one for one in found if one.code != "contract"] + [doubted]
        return move_in_document.take(self.desk, *_key(case), found)

    def registered(self, case: MoveIn) -> MoveIn:
        with self.desk.deed(Permission.REGISTER) as work:
            home = Home(self._today(), case.detail.name)
            move_in_signed.registration_home(work, case.detail.id, home)
            work.commit()
        return move_in.get(self.desk, case.detail.id)

    def agreements(self, case: MoveIn) -> MoveIn:
        given = [self._signed(one.paper.code, case) for one in case.agreements]
        return move_in_listed.sign(self.desk, *_key(case), given)

    def materials(self, case: MoveIn) -> MoveIn:
        given = [self._signed(one.paper.code, case) for one in case.materials]
        return move_in_listed.hand_over(self.desk, *_key(case), given)

    def fees(self, case: MoveIn) -> MoveIn:
        lines = [
            FeeEntry(FeeKind(kind), what, Decimal(amount))
            for kind, what, amount in self._words["fees"]
        ]
        return move_in_fee.add(self.desk, *_key(case), lines)

    def look(self, case: MoveIn) -> MoveIn:
        return move_in_fee.look(self._lead, *_key(case))

    def paid(self, case: MoveIn) -> MoveIn:
        return move_in_fee.receive(self.desk, *_key(case), PaidEntry())

    def keys(self, case: MoveIn) -> MoveIn:
        line = LineEntry(what=self._words["keys"], keys=self._chance.choice((3, 4, 5)))
        entry = ReceiptEntry(self.desk.now(), lines=(line,))
        case = move_in_keys.hand_over(self.desk, *_key(case), entry)
        written = key_receipt.get(self.desk, case.keys[-1].receipt_id)
        sign = SignEntry(case.detail.name, self._today())
        key_receipt.sign(self.desk, written.id, written.version, sign)
        return move_in.get(self.desk, case.detail.id)

    def excepted(self, case: MoveIn) -> MoveIn:
        """The manager lets pass whatever is still missing."""
        items = tuple(dict.fromkeys(one.field for one in case.blockers if one.field))
        entry = ExceptionEntry(items, self._words["why"])
        shown = move_in_filing.exception_shown(self._manager, case, entry)
        answer = Answer("", "", Verdict.GRANTED, shown=shown)
        return move_in_filing.let_pass(self._manager, *_key(case), entry, answer)

    def filed(self, case: MoveIn) -> MoveIn:
        return move_in_filing.file(self.desk, *_key(case), self._words["told"])

    def visited(self, case: MoveIn) -> MoveIn:
        self._clock.moment += timedelta(days=3)
        entry = VisitEntry(self._today(), self._words["visitor"], True, self._words["visit"])
        return move_in_filing.visited(self.desk, *_key(case), entry)

    # Parts

    def _write(self, scene: _Scene) -> MoveIn:
        unit_id, name, phone = self._owners.pop()
        is_owner = scene.arrival is Arrival.OWNER
        is_person = scene.holder is Holder.PERSON
        if not is_owner:
            name = sample_people.name(self._chance, self._script)
        entry = MoveInEntry(
            unit_id,
            scene.arrival,
            scene.holder,
            name if is_person else self._words["company"],
            contact="" if is_person else name,
            phone=phone,
            by_agent=scene.by_agent,
            agent=sample_people.name(self._chance, self._script) if scene.by_agent else "",
            moved_on=self._today(),
            remark=self._words["remark"],
        )
        return move_in.write(self.desk, entry)

    def _homes(self, callers: list[Caller]) -> list[tuple[int, str, str]]:
        """Homes of owners who live there, each but once."""
        found: list[tuple[int, str, str]] = []
        for caller in self._chance.sample(callers, len(callers)):
            if len(found) == len(_SCENES):
                break
            people = household.household(self.desk, caller.unit_id).residents
            owner = next((one for one in people if one.role is ResidentRole.OWNER), None)
            if owner is None or owner.kind is not PersonKind.NATURAL or not owner.phones:
                continue
            if all(caller.unit_id != unit_id for unit_id, _name, _phone in found):
                found.append((caller.unit_id, owner.name, owner.phones[0]))
        return found

    def _seen(self, code: str, person_id: int) -> DocumentEntry:
        return DocumentEntry(code, person_id, self._today(), True, True, True)

    def _signed(self, code: str, case: MoveIn) -> ListedEntry:
        return ListedEntry(code, self._today(), case.detail.name)

    def _today(self) -> date:
        return self.desk.today()


def _key(case: MoveIn) -> tuple[int, int]:
    return case.detail.id, case.detail.version


_H = _Hands
_ALL: tuple[Act, ...] = (
    _H.family, _H.papers, _H.registered, _H.agreements, _H.fees, _H.look, _H.paid, _H.materials,
    _H.keys, _H.excepted, _H.filed,
)  # fmt: skip
_SCENES = (
    _Scene(26, (*_ALL, _H.visited)),
    _Scene(18, (_H.fees, _H.look, _H.paid, _H.materials, _H.filed, _H.visited), Arrival.TENANT),
    _Scene(6, _ALL),
    _Scene(3, _ALL, by_agent=True),
    _Scene(2, (_H.papers, _H.registered, _H.agreements, _H.fees, _H.look), holder=Holder.COMPANY),
    _Scene(1, (_H.family, _H.some_papers, _H.fees), by_agent=True),
    _Scene(0),
)
