"""The key log of the sample estate: sets on their hooks, lent, overdue, lost, under agreements."""

import json
from datetime import timedelta
from random import Random
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.custody_agreement import AgreementEntry, Party, SignEntry
from desk.domain.key_count import CountEntry, CountFound, CountKind, DifferenceEntry
from desk.domain.key_loan import KeyCondition, KeyProof, LoanEntry, ReturnEntry
from desk.domain.key_loss import LossAnswer, LossEntry, LossStep, StepEntry
from desk.domain.key_receipt import LineEntry, ReceiptEntry
from desk.domain.key_receipt import SignEntry as ReceiptSign
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry
from desk.domain.key_word import OwnerWord, SignedHow, WordHow
from desk.domain.permissions import Role
from desk.services import custody_agreement, key_count, key_loan, key_loss, key_receipt, key_set
from desk.services.key_loan import KeyLoanRow
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
DAYS = 5
_AGREEMENTS, _LEFT = 4, 11
_LEFT_FOR = (KeyLeftFor.REPAIR, KeyLeftFor.GAS, KeyLeftFor.REPAIR, KeyLeftFor.OTHER)


def fill(
    desks: list[Workplace],
    script: Script,
    callers: list[Caller],
    clock: FixedClock,
    chance: Random,
) -> None:
    """Keep keys as the clerks would over the last `DAYS`; `clock` shows today."""
    today = clock.moment
    try:
        _Keys(desks, script, callers, clock, chance).play()
    finally:
        clock.moment = today


class _Keys:
    """The clerks at the key board, day by day."""

    def __init__(
        self,
        desks: list[Workplace],
        script: Script,
        callers: list[Caller],
        clock: FixedClock,
        chance: Random,
    ) -> None:
        clerks = [desk for desk in desks if desk.actor.role is Role.RECEPTIONIST]
        self._desk, self._next = clerks[0], clerks[-1]
        path = resources_folder() / "sample" / "keys.json"
        self._words: dict[str, Any] = json.loads(path.read_text("utf-8"))[script.region]
        self._callers = callers
        self._clock = clock
        self._chance = chance
        self._today = clock.moment

    def play(self) -> None:
        """From taking the keys in to what is out today."""
        self._at(DAYS * _DAY)
        self._take_in()
        self._agree()
        for days in range(DAYS - 1, 1, -1):
            self._day(days)
        self._at(_DAY + 6 * _HOUR)
        self._hand_over_keys()
        self._lose("E-05")
        self._lend("E-02", due=5 * _HOUR)  # not back since yesterday
        self._count()
        self._at(9 * _HOUR)
        self._lend("T-02", due=4 * _HOUR)  # not back since this morning
        self._at(2 * _HOUR)
        for tag in ("E-07", "E-11", "T-01", "D-01"):
            self._lend(tag, due=8 * _HOUR)

    def _at(self, ago: timedelta) -> None:
        self._clock.moment = self._today - ago

    def _later(self, by: timedelta) -> None:
        self._clock.moment += by

    # What there is

    def _take_in(self) -> None:
        for at, opens in enumerate(self._words["own"], start=1):
            self._register(KeySetEntry(f"E-{at:02d}", f"A{at}", opens, 1 + at % 3))
        for at in range(_LEFT):
            left_for = _LEFT_FOR[at % len(_LEFT_FOR)]
            who = self._caller(at)
            entry = KeySetEntry(
                f"T-{at + 1:02d}",
                f"B{at + 1}",
                self._words["door"],
                2,
                KeyBasis.EXCEPTION,
                unit_id=who.unit_id,
                left_for=left_for,
                left_for_text=self._words["other"] if left_for is KeyLeftFor.OTHER else "",
                left_by=who.name,
                phone=who.phone,
                remark=self._words["left"].get(left_for, ""),
            )
            self._register(entry)

    def _register(self, entry: KeySetEntry) -> None:
        key_set.register(self._desk, entry)

    def _agree(self) -> None:
        """Four owners are away; the last has not signed yet."""
        day = self._desk.estate.custom.day(self._clock.moment)
        for at in range(_AGREEMENTS):
            who = self._caller(_LEFT + at)
            entry = AgreementEntry(
                who.unit_id,
                who.name,
                who.phone,
                self._desk.actor.id,
                day,
                day + (20 + 15 * at) * _DAY,
                tuple(self._words["purposes"][: at % 3 + 1]),
                (self._words["thing"],) if at % 2 else (),
            )
            known = custody_agreement.register(self._desk, entry)
            tag = f"D-{at + 1:02d}"
            self._register(
                KeySetEntry(
                    tag,
                    f"C{at + 1}",
                    self._words["door"],
                    2,
                    KeyBasis.AGREEMENT,
                    agreement_id=known.id,
                )
            )
            names = {Party.OFFICE: self._desk.actor.name, Party.OWNER: who.name}
            for party in (Party.OFFICE, Party.OWNER)[: 1 if at == _AGREEMENTS - 1 else 2]:
                sign = SignEntry(party, names[party], day)
                known = custody_agreement.sign(self._desk, known.id, known.version, sign)

    def _caller(self, at: int) -> Caller:
        """One resident after the other, spread over the estate."""
        return self._callers[(at * 7 + 3) % len(self._callers)]

    # What happens

    def _day(self, days: int) -> None:
        """A few sets go out and come back the same day."""
        self._at(days * _DAY - self._chance.randrange(3) * _HOUR)
        tags = ["E-03", "E-04", "E-08", "E-10", "E-14", "T-03", "T-05", "D-02", "D-03"]
        for tag in self._chance.sample(tags, 2):
            loan = self._lend(tag, due=8 * _HOUR)
            self._later(self._chance.randrange(30, 180) * timedelta(minutes=1))
            entry = ReturnEntry(
                self._clock.moment, loan.borrower, KeyCondition.AS_LENT, signed=SignedHow.DESK
            )
            key_loan.bring_back(self._desk, loan.id, loan.version, entry)

    def _lend(self, tag: str, due: timedelta) -> KeyLoanRow:
        known = key_set.get(self._desk, tag)
        now = self._clock.moment
        borrower, company = self._chance.choice(self._words["borrowers"])
        agreed = key_set.purposes(self._desk, known)
        beyond = known.agreement_id is not None and self._chance.random() < 0.2
        purpose = agreed[0] if agreed else self._chance.choice(self._words["uses"])
        word = OwnerWord(WordHow.PHONE, known.left_by, now, known.phone) if beyond else None
        entry = LoanEntry(
            now,
            now + due,
            borrower,
            company,
            proof=KeyProof.STAFF_CARD,
            proof_tail=f"{self._chance.randrange(10**4):04d}",
            purpose=self._words["view"] if beyond else purpose,
            signed=SignedHow.DESK,
            word=word,
        )
        return key_loan.lend(self._desk, known.id, known.version, entry)

    def _hand_over_keys(self) -> None:
        """One set goes to its owner; another receipt still waits for its signature."""
        for tag, is_signed in (("T-09", True), ("T-10", False)):
            known = key_set.get(self._desk, tag)
            lines = (LineEntry(known.id), LineEntry(what=self._words["mailbox"], keys=1))
            entry = ReceiptEntry(
                self._clock.moment, known.unit_id, known.left_by, phone=known.phone, lines=lines
            )
            receipt = key_receipt.register(self._desk, entry)
            if is_signed:
                day = self._desk.estate.custom.day(self._clock.moment)
                sign = ReceiptSign(known.left_by, day)
                key_receipt.sign(self._desk, receipt.id, receipt.version, sign)

    def _lose(self, tag: str) -> None:
        known, now = key_set.get(self._desk, tag), self._clock.moment
        entry = LossEntry(now, self._words["noticed"], self._words["lost"])
        loss = key_loss.report(self._desk, known.id, known.version, entry)
        waived = StepEntry(now, LossStep.OWNER_TOLD, LossAnswer.WAIVED, self._words["waived"])
        key_loss.answer(self._desk, loss.id, loss.version, waived)

    def _count(self) -> None:
        """The change of shift, with a difference that was explained."""
        known = key_count.begin(self._desk, CountKind.HANDOVER, self._next.actor.id)
        difference = DifferenceEntry("E-06", CountFound.MISSING, self._words["difference"])
        known = key_count.write(self._desk, known.id, known.version, CountEntry((difference,)))
        known = key_count.sign(self._desk, known.id, known.version)
        key_count.confirm(self._next, known.id, known.version)
