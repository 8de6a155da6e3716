"""Release passes, keys in custody and the head of every paper: R34, R37-R40, R112, R113, R224."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from desk.domain import custody_agreement, key_loan, key_receipt, key_set
from desk.domain.custody_agreement import AgreementFacts
from desk.domain.key_loan import LoanEntry
from desk.domain.key_receipt import ReceiptEntry, ReceiptFacts, SignEntry
from desk.domain.key_set import KeyBasis, KeyLeftFor, KeySetEntry, KeySetState, SetFacts
from desk.domain.reasons import Reason
from desk.domain.release_pass import Role
from desk.domain.release_pass_locks import LockCode, issue_reasons, locks
from desk.domain.release_pass_rule import OwnerRule, PassKind, PassRule
from desk.printing.forms import release_pass
from desk.printing.job import DocumentHead
from desk.services import policy
from tests.clauses.registry import clause
from tests.domain.release_pass_cases import DAY, NOW, facts
from tests.printing.pass_samples import filled
from tests.printing.reading import texts


def codes(reasons: Iterable[Reason]) -> set[str]:
    return {reason.code for reason in reasons}


def rule(kind: PassKind) -> PassRule | None:
    """The line of M0's own table."""
    found = [one for one in policy.profile("M0").passes if one.kind is kind]
    return found[0] if found else None


def open_lock(kind: PassKind, lock: LockCode, role: Role = Role.OWNER) -> set[str]:
    """Why a lock of a pass with nothing but that missing does not hold."""
    asked = rule(kind) or PassRule(kind, ())
    found = {one.code: one.reasons for one in locks(facts(kind, role, lock), asked, NOW)}
    return codes(found[lock])


# Keys handed over


@clause("R34", without="desk.domain.key_receipt.sign_reasons")
def test_keys_are_handed_over_against_the_signature_of_the_owner() -> None:
    unsigned = SignEntry(person="", signed_on=None)
    assert codes(key_receipt.sign_reasons(ReceiptFacts(), unsigned, DAY)) == {
        "key_receipt.person.missing",
        "key_receipt.signed_on.missing",
    }


@clause("R34", without="desk.domain.key_receipt.entry_reasons")
def test_which_keys_are_handed_over_is_written_down() -> None:
    nothing = ReceiptEntry(handed_over_at=NOW, unit_id=7, receiver="曾德華")
    assert codes(key_receipt.entry_reasons(nothing, {}, NOW)) == {"key_receipt.lines.missing"}


# Release passes


@clause("R37", without="desk.domain.release_pass_locks.issue_reasons")
def test_bulky_goods_leave_by_a_formality_at_the_desk() -> None:
    kind = PassKind.BULKY_GOODS
    incomplete = facts(kind, missing=LockCode.OWNER)
    assert issue_reasons(incomplete, PassRule(kind, ()), NOW)


@clause("R37", without="M0:pass.bulky_goods")
def test_bulky_goods_have_their_kind_of_pass() -> None:
    assert rule(PassKind.BULKY_GOODS) is not None


@clause("R38", without="desk.domain.release_pass_locks.item_lock")
def test_the_clerk_lists_the_things_one_by_one() -> None:
    assert "release_pass.items.missing" in open_lock(PassKind.BULKY_GOODS, LockCode.ITEMS)


@clause("R39", without="desk.domain.release_pass_locks.fees_lock")
def test_a_household_moves_after_its_fees_are_cleared() -> None:
    assert "release_pass.fees.missing" in open_lock(PassKind.MOVING_OUT, LockCode.FEES)


@clause("R39", without="M0:pass.moving_out")
def test_moving_out_asks_for_the_fees() -> None:
    asked = rule(PassKind.MOVING_OUT)
    assert asked is not None
    assert asked.fees


@clause("R40", without="desk.domain.release_pass_locks.owner_lock")
def test_the_owner_confirms_what_a_tenant_takes_out() -> None:
    missing = open_lock(PassKind.BULKY_GOODS, LockCode.OWNER, Role.TENANT)
    assert missing == {"release_pass.owner.missing"}


@clause("K20", without="M0:pass.contractor_tools")
def test_contractors_tools_have_their_line_in_the_table() -> None:
    asked = rule(PassKind.CONTRACTOR_TOOLS)
    assert asked is not None
    assert asked.owner is OwnerRule.TENANTS


@clause("K20", without="M0:pass.returnable_goods")
def test_returnable_goods_have_their_line_in_the_table() -> None:
    asked = rule(PassKind.RETURNABLE_GOODS)
    assert asked is not None
    assert asked.returnable


# Keys in custody


AGREED = AgreementFacts(
    starts=DAY,
    ends=DAY + dt.timedelta(days=30),
    purposes=("通風",),
    owner_signed=True,
    office_signed=True,
    received=1,
    kept=1,
)


def kept(**changes: object) -> SetFacts:
    """One set on its hook, under an agreement that holds."""
    known = SetFacts(KeySetState.IN, KeyBasis.AGREEMENT, agreement=AGREED)
    return replace(known, **changes)  # type: ignore[arg-type]


@clause("R112", without="desk.domain.custody_agreement.force_blockers")
def test_no_key_is_used_before_both_parties_have_signed() -> None:
    one_sided = replace(AGREED, office_signed=False)
    assert codes(custody_agreement.force_blockers(one_sided, DAY)) == {
        "custody_agreement.office_signature.missing"
    }


@clause("R112", without="desk.domain.key_set.needs_word")
def test_beyond_the_agreed_purpose_the_owner_is_asked() -> None:
    assert key_set.needs_word(kept(), "看房")
    assert not key_set.needs_word(kept(), "通風")


@clause("R112", without="desk.domain.key_loan.lend_reasons")
def test_each_use_of_a_key_is_written_down() -> None:
    unsaid = LoanEntry(out_at=NOW, due_at=NOW + dt.timedelta(hours=1))
    missing = codes(key_loan.lend_reasons(kept(), unsaid, NOW, DAY))
    assert {
        "key_loan.borrower.missing",
        "key_loan.purpose.missing",
        "key_loan.signature.missing",
    } <= missing


@clause("R113", without="desk.domain.key_set.entry_reasons")
def test_a_key_left_for_repair_needs_no_agreement_and_is_registered() -> None:
    unsaid = KeySetEntry(tag="B12", opens="大門", basis=KeyBasis.EXCEPTION)
    assert codes(key_set.entry_reasons(unsaid, None, NOW)) == {
        "key_set.left_for.missing",
        "key_set.left_by.missing",
        "key_set.unit.missing",
    }
    said = replace(unsaid, left_for=KeyLeftFor.REPAIR, left_by="曾德華", unit_id=7)
    assert not key_set.entry_reasons(said, None, NOW)


# Every paper


@clause("R224", without="desk.printing.head.control")
def test_every_form_can_carry_the_document_control_head() -> None:
    head = DocumentHead(number="QP-07-F04", version="A", approved_by="黃家俊")
    known = filled("zh_Hant")
    pdf = release_pass.FORM.build(replace(known, job=replace(known.job, document=head)), "zh_Hant")
    assert "QP-07-F04" in "".join(texts(pdf))
