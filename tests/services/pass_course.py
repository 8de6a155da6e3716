"""Release passes on a real database, brought as far as a test wants them."""

import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.domain import paper_code
from desk.domain.paper import FormCode
from desk.domain.release_pass import ItemEntry, PassEntry, Role
from desk.domain.release_pass_locks import LockCode, OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.services import attachment
from desk.services import release_pass as passes
from desk.services import release_pass_evidence as proof
from desk.services import release_pass_gate as gate
from desk.services import release_pass_seal as seals
from desk.services.release_pass import Pass
from desk.services.release_pass_evidence import FeesEntry, OwnerEntry
from desk.services.release_pass_gate import BackEntry, GateEntry, Outcome
from desk.services.workplace import Workplace
from tests.domain.release_pass_cases import MOVING

HOUR = dt.timedelta(hours=1)
GUARD = "何保安"
THINGS = (ItemEntry("雙門冰箱", 1, "台", "左側有刮痕", "SN-100"), ItemEntry("紙箱", 5, "箱"))
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(20)


@dataclass
class Course:
    """One desk and one unit, and passes of it."""

    workplace: Workplace
    unit_id: int
    folder: Path

    def entry(self, kind: PassKind = PassKind.BULKY_GOODS, **told: Any) -> PassEntry:
        now = self.workplace.now()
        back_by = now.date() + dt.timedelta(days=2)
        given = {"unit_id": self.unit_id, "plate": "AB 1234", "starts": now, "ends": now + 3 * HOUR}
        if kind is PassKind.RETURNABLE_GOODS:
            given["back_by"] = back_by
        return PassEntry(kind, **{"applicant": "曾德華"} | given | told)

    def items(self, kind: PassKind) -> tuple[ItemEntry, ...]:
        returns = kind is PassKind.RETURNABLE_GOODS
        return tuple(replace(one, returnable=returns, serial="") for one in THINGS)

    def draft(self, kind: PassKind = PassKind.BULKY_GOODS, **told: Any) -> Pass:
        items = told.pop("items", self.items(kind))
        return passes.draft(self.workplace, self.entry(kind, **told), items)

    def statement(self, known: Pass) -> int:
        path = self.folder / "statement.png"
        path.write_bytes(PNG)
        return attachment.add(self.workplace, passes.KIND, known.detail.id, path).id

    def clear_fees(self, known: Pass, **told: Any) -> Pass:
        until = self.workplace.estate.custom.day(self.workplace.now())
        given = {"person": "陳", "until": until, "attachment_id": self.statement(known)}
        entry = FeesEntry(**given | told)
        return proof.clear_fees(self.workplace, known.detail.id, known.detail.version, entry)

    def confirm(self, known: Pass, **told: Any) -> Pass:
        given = {"how": OwnerHow.PHONE, "person": "曾德華", "caller": "陳", "phone": "91234567"}
        entry = OwnerEntry(**given | told)
        return proof.confirm_owner(self.workplace, known.detail.id, known.detail.version, entry)

    def proven(
        self, kind: PassKind, role: Role = Role.OWNER, missing: LockCode | None = None, **told: Any
    ) -> Pass:
        """A draft with evidence for every lock but one."""
        if missing is LockCode.ITEMS:
            told["items"] = ()
        known = self.draft(kind, role=role, **told)
        if missing is not LockCode.FEES and kind in MOVING:
            known = self.clear_fees(known)
        return known if missing is LockCode.OWNER else self.confirm(known)

    def issue(self, known: Pass, acknowledged: str = "") -> Pass:
        return passes.issue(self.workplace, known.detail.id, known.detail.version, acknowledged)

    def issued(self, kind: PassKind = PassKind.BULKY_GOODS, **told: Any) -> Pass:
        said = told.pop("said", "")
        return self.issue(self.proven(kind, **told), said)

    def gate(self, known: Pass, outcome: Outcome = Outcome.LEFT, **told: Any) -> Pass:
        entry = replace(GateEntry(outcome, GUARD), **told)
        return gate.gate(self.workplace, known.detail.id, known.detail.version, entry)

    def back(self, known: Pass, **counts: Any) -> Pass:
        entry = replace(BackEntry(GUARD), **counts)
        return gate.take_back(self.workplace, known.detail.id, known.detail.version, entry)

    def code(self, known: Pass, reprint: int = 0) -> str:
        """The code on its paper."""
        seal = seals.seal_of(self.workplace, known.detail.id)
        return paper_code.write(known.detail.number, FormCode.RELEASE_PASS, reprint, seal)
