"""Move-ins on a real database, brought as far as a test wants them."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from desk.domain.approval import Answer, Verdict
from desk.domain.estate import IdentityDocument, IdentityKind, ResidentRole
from desk.domain.key_receipt import LineEntry, ReceiptEntry, SignEntry
from desk.domain.move_in import (
    DocumentEntry,
    FeeEntry,
    FeeKind,
    ListedEntry,
    MoveInEntry,
    PersonEntry,
)
from desk.domain.move_in_filing import ExceptionEntry
from desk.domain.move_in_rule import Arrival
from desk.domain.permissions import Permission, Role
from desk.domain.signed_paper import Home
from desk.domain.staff import AccountEntry
from desk.services import (
    key_receipt,
    move_in,
    move_in_document,
    move_in_fee,
    move_in_filing,
    move_in_keys,
    move_in_listed,
    move_in_person,
    move_in_signed,
    staff,
)
from desk.services.move_in_fee import PaidEntry
from desk.services.move_in_view import MoveIn
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

STAFF = (("lam", "林主管", Role.SUPERVISOR), ("wong", "黃經理", Role.MANAGER))
HKID = "A123456(3)"
FAMILY = PersonEntry(
    "曾小明",
    ResidentRole.FAMILY,
    phones=("98765432",),
    identity=IdentityDocument(IdentityKind.HKID, HKID),
)


@dataclass
class MoveInCourse:
    """One desk and one unit, and its case; 李主管 and 黃經理 are in the house."""

    workplace: Workplace
    unit_id: int
    colleague: tuple[str, str] = ("lam", PASSWORD)

    def __post_init__(self) -> None:
        for login, name, role in STAFF:
            staff.add(self.workplace, AccountEntry(login, name, role), PASSWORD, CHEAP)

    @property
    def today(self) -> dt.date:
        return self.workplace.estate.custom.day(self.workplace.now())

    def entry(self, **told: Any) -> MoveInEntry:
        given = {"name": "曾德華", "phone": "9123 4567", "moved_on": self.today}
        return MoveInEntry(**{"unit_id": self.unit_id} | given | told)

    def written(self, **told: Any) -> MoveIn:
        return move_in.write(self.workplace, self.entry(**told))

    def with_family(self, case: MoveIn) -> MoveIn:
        return move_in_person.put(self.workplace, *key(case), FAMILY)

    def with_papers(self, case: MoveIn) -> MoveIn:
        found = [
            DocumentEntry(
                one.wanted.rule.code,
                one.wanted.person_id,
                self.today,
                original=True,
                copy=True,
                authentic=True,
            )
            for one in case.documents
        ]
        return move_in_document.take(self.workplace, *key(case), found)

    def with_registration(self, case: MoveIn) -> MoveIn:
        with self.workplace.deed(Permission.REGISTER) as work:
            home = Home(self.today, "曾德華")
            assert move_in_signed.registration_home(work, case.detail.id, home)
            work.commit()
        return self.again(case)

    def with_agreements(self, case: MoveIn) -> MoveIn:
        given = [ListedEntry(one.paper.code, self.today, "曾德華") for one in case.agreements]
        return move_in_listed.sign(self.workplace, *key(case), given) if given else case

    def with_materials(self, case: MoveIn) -> MoveIn:
        given = [ListedEntry(one.paper.code, self.today, "曾德華") for one in case.materials]
        return move_in_listed.hand_over(self.workplace, *key(case), given)

    def with_fee(self, case: MoveIn) -> MoveIn:
        fee = FeeEntry(FeeKind.PROPERTY, "11月物業服務費", Decimal("980.50"))
        return move_in_fee.add(self.workplace, *key(case), [fee])

    def paid(self, case: MoveIn) -> MoveIn:
        case = move_in_fee.look(self.workplace, *key(self.with_fee(case)), by=self.colleague)
        return move_in_fee.receive(self.workplace, *key(case), PaidEntry())

    def with_keys(self, case: MoveIn) -> MoveIn:
        entry = ReceiptEntry(self.workplace.now(), lines=(LineEntry(what="大門", keys=3),))
        case = move_in_keys.hand_over(self.workplace, *key(case), entry)
        written = key_receipt.get(self.workplace, case.keys[-1].receipt_id)
        sign = SignEntry("曾德華", self.today)
        key_receipt.sign(self.workplace, written.id, written.version, sign)
        return self.again(case)

    def without_inspection(self, case: MoveIn) -> MoveIn:
        entry = ExceptionEntry(("inspection",), "現樓，發展商已另行交接")
        answer = Answer("wong", PASSWORD, Verdict.GRANTED)
        return move_in_filing.let_pass(self.workplace, *key(case), entry, answer)

    def ready(self, **told: Any) -> MoveIn:
        """A case in which nothing is missing but the inspection, and that was let pass."""
        case = self.with_papers(self.with_family(self.written(**told)))
        case = self.with_materials(self.with_agreements(self.with_registration(case)))
        case = self.with_keys(self.paid(case))
        is_owner = case.facts.arrival is Arrival.OWNER
        return self.without_inspection(case) if is_owner else case

    def filed(self, **told: Any) -> MoveIn:
        return move_in_filing.file(self.workplace, *key(self.ready(**told)), "服務中心 李小姐")

    def again(self, case: MoveIn) -> MoveIn:
        return move_in.get(self.workplace, case.detail.id)


def key(case: MoveIn) -> tuple[int, int]:
    """What every deed on the case begins with."""
    return case.detail.id, case.detail.version
