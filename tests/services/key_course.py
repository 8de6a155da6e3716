"""Keys as the tests of their services need them: one of the estate's, one left, one agreed."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from desk.domain.custody_agreement import AgreementEntry, Party, SignEntry
from desk.domain.key_loan import KeyCondition, KeyProof, LoanEntry, ReturnEntry
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry
from desk.domain.key_word import OwnerWord, SignedHow, WordHow
from desk.domain.permissions import Role
from desk.services import custody_agreement, key_loan, key_set, staff
from desk.services.custody_agreement import AgreementRow
from desk.services.key_loan import KeyLoanRow
from desk.services.key_set import KeySetRow
from desk.services.workplace import Actor, Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.conftest import Household

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
TODAY = date(2026, 11, 21)
PUMP = KeySetEntry(tag="E-01", hook="A1", opens="水泵房", keys=2, received_at=NOW - 30 * DAY)
WATERING = "澆花"
WORD = OwnerWord(WordHow.PHONE, "曾德華", NOW, phone="9123 4567", caller="陳大文", text="可借")
BACK = ReturnEntry(
    NOW + HOUR,
    returned_by="黃師傅",
    condition=KeyCondition.AS_LENT,
    signed=SignedHow.DESK,
)


def at_desk(workplace: Workplace, login: str, role: Role = Role.RECEPTIONIST) -> Workplace:
    """The desk with somebody else at it."""
    entry = staff.AccountEntry(login, f"{login} 主任", role, "zh_Hant")
    one = staff.add(workplace, entry, PASSWORD, CHEAP)
    return workplace.signed_in_as(Actor(one.id, login, one.name, role, "zh_Hant"))


def loan_entry(at: datetime = NOW, purpose: str = "檢修水泵") -> LoanEntry:
    return LoanEntry(
        out_at=at,
        due_at=at + 4 * HOUR,
        borrower="黃師傅",
        company="永安機電",
        phone="9876 5432",
        proof=KeyProof.HKID,
        proof_tail="45(6)"[:4],
        purpose=purpose,
        signed=SignedHow.DESK,
    )


def pump(workplace: Workplace, **told: object) -> KeySetRow:
    return key_set.register(workplace, replace(PUMP, **told))  # type: ignore[arg-type]


def left_for_gas(workplace: Workplace, home: Household) -> KeySetRow:
    entry = KeySetEntry(
        tag="G-07",
        hook="B1",
        opens="大門、鐵閘",
        keys=2,
        basis=KeyBasis.EXCEPTION,
        unit_id=home.unit_id,
        left_for=KeyLeftFor.GAS,
        left_by="曾德華",
        phone="9123 4567",
        received_at=NOW - DAY,
    )
    return key_set.register(workplace, entry)


def written(workplace: Workplace, home: Household) -> AgreementRow:
    entry = AgreementEntry(
        unit_id=home.unit_id,
        owner=home.name,
        owner_phone="9123 4567",
        custodian_id=workplace.actor.id,
        starts=TODAY,
        ends=TODAY + 30 * DAY,
        purposes=(WATERING, "通風"),
    )
    return custody_agreement.register(workplace, entry)


def signed(workplace: Workplace, known: AgreementRow, *parties: Party) -> AgreementRow:
    for party in parties or tuple(Party):
        entry = SignEntry(party, "曾德華" if party is Party.OWNER else "陳大文", TODAY)
        known = custody_agreement.sign(workplace, known.id, known.version, entry)
    return known


def agreed(workplace: Workplace, home: Household) -> tuple[AgreementRow, KeySetRow]:
    """An agreement in force, and its set."""
    known = written(workplace, home)
    one = under(workplace, known)
    return signed(workplace, known), one


def under(workplace: Workplace, known: AgreementRow, tag: str = "D-11") -> KeySetRow:
    entry = KeySetEntry(
        tag=tag,
        hook=f"C{tag[-1]}",
        opens="A座12樓B室大門",
        keys=2,
        basis=KeyBasis.AGREEMENT,
        agreement_id=known.id,
        received_at=NOW - HOUR,
    )
    return key_set.register(workplace, entry)


def lent(workplace: Workplace, known: KeySetRow, **told: object) -> KeyLoanRow:
    entry = replace(loan_entry(), **told)  # type: ignore[arg-type]
    return key_loan.lend(workplace, known.id, known.version, entry)


def again(workplace: Workplace, known: KeySetRow) -> KeySetRow:
    return key_set.get(workplace, known.id)
