"""Who sees people into the homes of the sample estate: clerk, second look, manager."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from desk.clock import Clock
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
    defect,
    household,
    inspection,
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
from desk.services.sample_inspection_hands import Act as DefectAct
from desk.services.sample_inspection_hands import InspectionHands
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

Act = Callable[["MoveInHands", MoveIn], MoveIn]
OwnedHome = tuple[int, str, str]  # the unit, its owner's name and phone


def homes(
    workplace: Workplace, callers: list[Caller], chance: Random, count: int
) -> list[OwnedHome]:
    """Homes of owners who live there, each but once."""
    found: list[OwnedHome] = []
    for caller in chance.sample(callers, len(callers)):
        if len(found) == count:
            break
        people = household.household(workplace, caller.unit_id).residents
        owner = next((one for one in people if one.role is ResidentRole.OWNER), None)
        if owner is None or owner.kind is not PersonKind.NATURAL or not owner.phones:
            continue
        if all(caller.unit_id != unit_id for unit_id, _name, _phone in found):
            found.append((caller.unit_id, owner.name, owner.phones[0]))
    return found


class MoveInHands:
    """The clerk, the colleague who looks again, the manager."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        homes: list[OwnedHome],
        clock: Clock,
        chance: Random,
    ) -> None:
        people = {desk.actor.role: desk for desk in reversed(desks)}
        self.desk = people[Role.RECEPTIONIST]
        self._lead, self._manager = people[Role.SUPERVISOR], people[Role.MANAGER]
        text = (resources_folder() / "sample" / "move_ins.json").read_text("utf-8")
        self._words: dict[str, Any] = json.loads(text)[script.region]
        self._script, self._clock, self._chance = script, clock, chance
        self._owners = list(homes)
        self._owner = {unit_id: name for unit_id, name, _phone in homes}
        self._walk = InspectionHands(self.desk, script, clock, chance)

    # What is done

    def write(self, arrival: Arrival, holder: Holder, *, by_agent: bool) -> MoveIn:
        """The next home's case."""
        unit_id, name, phone = self._owners.pop()
        is_owner, is_person = arrival is Arrival.OWNER, holder is Holder.PERSON
        if not is_owner:
            name = sample_people.name(self._chance, self._script)
        entry = MoveInEntry(
            unit_id,
            arrival,
            holder,
            name if is_person else self._words["company"],
            contact="" if is_person else name,
            phone=phone,
            by_agent=by_agent,
            agent=sample_people.name(self._chance, self._script) if by_agent else "",
            moved_on=self._today(),
            remark=self._words["remark"],
        )
        return move_in.write(self.desk, entry)

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

    def inspected(self, case: MoveIn, fails: Mapping[int, int]) -> MoveIn:
        """The home is gone through, and its inspection signed by all."""
        owner = self._owner[case.detail.unit_id]
        self._walk.through(case.detail.unit_id, owner, fails, case.detail.id)
        return move_in.get(self.desk, case.detail.id)

    def about_defect(self, case: MoveIn, act: DefectAct) -> MoveIn:
        """Something is done about the first thing that failed."""
        with self.desk.reading() as reader:
            known = inspection.of_move_in(reader, case.detail.id)
        assert known is not None  # the home was gone through before
        act(self._walk, defect.get(self.desk, known.defects[0].id))
        return case

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
        entry = VisitEntry(self._today(), self._words["visitor"], True, self._words["visit"])
        return move_in_filing.visited(self.desk, *_key(case), entry)

    # Parts

    def _seen(self, code: str, person_id: int) -> DocumentEntry:
        return DocumentEntry(code, person_id, self._today(), True, True, True)

    def _signed(self, code: str, case: MoveIn) -> ListedEntry:
        return ListedEntry(code, self._today(), case.detail.name)

    def _today(self) -> date:
        return self.desk.today()


def _key(case: MoveIn) -> tuple[int, int]:
    return case.detail.id, case.detail.version
