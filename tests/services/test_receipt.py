"""Receipts and the builder's mandate, on a real database (F25, R32, R244)."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.fee_mandate import MandateEntry, MandateItem, SignEntry
from desk.domain.permissions import Permission
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry, Sum
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import fee_mandate, policy, receipt
from desk.services.fee_mandate import MandateState
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.conftest import Household

TODAY = NOW.date()
DAY = timedelta(days=1)
ENTRY = ReceiptEntry(payer="曾德華", lines=(LineEntry("修水龍頭", Decimal("120.50")),))
MANDATE = MandateEntry(
    "海濱發展有限公司",
    TODAY,
    TODAY + 30 * DAY,
    (MandateItem("裝修按金", "每戶港幣 2,000 元", "買賣合約第 12 條"),),
)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> set[str]:
    return {one.code for one in refused.value.reasons}


def signed(workplace: Workplace, entry: MandateEntry = MANDATE) -> fee_mandate.MandateRow:
    known = fee_mandate.register(workplace, entry)
    return fee_mandate.sign(workplace, known.id, known.version, SignEntry("何經理", TODAY))


def test_money_that_came_in_has_a_number_its_lines_and_a_sum(
    workplace: Workplace, household: Household
) -> None:
    lines = (*ENTRY.lines, LineEntry("減收", Decimal("-20.50")))
    known = receipt.take(workplace, replace(ENTRY, unit_id=household.unit_id, lines=lines))
    assert (known.number, known.unit) == ("Y2026-000001", household.unit)
    assert known.total == Decimal(100)
    assert known.lines == lines
    assert (known.collected_by, known.received_at) == (workplace.actor.name, NOW)
    assert receipt.get(workplace, known.number) == known
    assert receipt.take(workplace, ENTRY).number == "Y2026-000002"


def test_everything_that_is_wrong_is_said_at_once(workplace: Workplace) -> None:
    wrong = ReceiptEntry(place=Place.ON_SITE, method=Method.CHEQUE, for_builder=True)
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, wrong)
    assert codes(refused) == {
        "receipt.payer.missing",
        "receipt.collected_by.missing",
        "receipt.reference.missing",
        "receipt.lines.missing",
        "receipt.mandate.missing",
    }
    assert receipt.take(workplace, ENTRY).number == "Y2026-000001"


def test_how_late_money_is_receipted_is_the_policys(workplace: Workplace) -> None:
    late = replace(ENTRY, received_at=NOW - 3 * DAY)
    assert receipt.take(workplace, late).received_at == NOW - 3 * DAY
    kept = policy.in_force(workplace, TODAY)
    strict = replace(kept.policy, orders=replace(kept.policy.orders, money_days=2))
    policy.adopt(workplace, strict, TODAY, "即收即開", kept.number)
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, late)
    (reason,) = refused.value.reasons
    assert (reason.code, reason.parameters["days"]) == ("receipt.received_at.past", 2)


def test_a_receipt_inside_another_deed_goes_with_it(workplace: Workplace) -> None:
    with workplace.deed(Permission.REGISTER) as work:
        assert receipt.write(work, ENTRY).number == "Y2026-000001"
    assert receipt.page(workplace, receipt.ReceiptFilter()).rows == ()
    with workplace.deed(Permission.REGISTER) as work:
        receipt.write(work, ENTRY)
        work.commit()
    (row,) = receipt.page(workplace, receipt.ReceiptFilter()).rows
    assert row.number == "Y2026-000001"


def test_the_receipts_of_a_record_and_what_was_paid_for_it(
    workplace: Workplace, household: Household
) -> None:
    entry = replace(ENTRY, kind="unit", record_id=household.unit_id)
    first, second = (receipt.take(workplace, entry) for _ in range(2))
    receipt.void(workplace, first.id, first.version, "寫錯金額")
    with workplace.reading() as reader:
        kept = receipt.of_record(reader, "unit", household.unit_id)
    assert receipt.paid(kept) == second.total
    assert [(one.number, one.is_void) for one in kept] == [
        (first.number, True),
        (second.number, False),
    ]
    with pytest.raises(NotFound):
        receipt.take(workplace, replace(entry, record_id=999))
    with pytest.raises(NotFound):
        receipt.take(workplace, replace(entry, kind="nothing"))


def test_a_void_receipt_keeps_its_number_and_says_why(workplace: Workplace) -> None:
    known = receipt.take(workplace, ENTRY)
    with pytest.raises(RuleRefused) as refused:
        receipt.void(workplace, known.id, known.version, " ")
    assert codes(refused) == {"receipt.why.missing"}
    gone = receipt.void(workplace, known.id, known.version, "退款")
    assert (gone.number, gone.void_why, gone.void_at) == (known.number, "退款", NOW)
    assert gone.void_by == workplace.actor.name
    with pytest.raises(RuleRefused) as refused:
        receipt.void(workplace, known.id, gone.version, "again")
    assert codes(refused) == {"receipt.void"}
    with pytest.raises(StaleRecord):
        receipt.void(workplace, known.id, known.version, "again")
    assert receipt.take(workplace, ENTRY).number == "Y2026-000002"


def test_the_sums_of_a_day_by_way_of_paying_leave_out_the_void(
    workplace: Workplace, clock: FixedClock
) -> None:
    receipt.take(workplace, ENTRY)
    receipt.take(workplace, ENTRY)
    receipt.take(workplace, replace(ENTRY, method=Method.CARD))
    wrong = receipt.take(workplace, replace(ENTRY, method=Method.CARD))
    receipt.void(workplace, wrong.id, wrong.version, "重複")
    clock.advance(DAY)
    receipt.take(workplace, ENTRY)
    assert receipt.sums(workplace, TODAY, TODAY) == (
        Sum(Method.CASH, 2, Decimal("241.00")),
        Sum(Method.CARD, 1, Decimal("120.50")),
    )
    assert receipt.sums(workplace, TODAY, TODAY + DAY)[0].count == 3


def test_the_register_is_narrowed_and_read_by_pages(
    workplace: Workplace, household: Household, clock: FixedClock
) -> None:
    first = receipt.take(workplace, replace(ENTRY, unit_id=household.unit_id))
    clock.advance(DAY)
    later = [receipt.take(workplace, replace(ENTRY, payer="李小姐")) for _ in range(3)]
    every = receipt.ReceiptFilter()
    begun = receipt.page(workplace, every, limit=3)
    rest = receipt.page(workplace, every, begun.next_key, limit=3)
    numbers = [row.number for row in (*begun.rows, *rest.rows)]
    assert numbers == [*reversed([one.number for one in later]), first.number]
    found = (
        replace(every, text="曾德華"),
        replace(every, text=first.number),
        replace(every, unit_id=household.unit_id),
        replace(every, first_day=TODAY, last_day=TODAY),
    )
    for wanted in found:
        assert [one.id for one in receipt.page(workplace, wanted).rows] == [first.id]
    assert len(receipt.page(workplace, replace(every, text="水龍頭")).rows) == 4


def test_r32_the_builders_fees_need_his_signed_mandate_that_names_them(
    workplace: Workplace,
) -> None:
    money = replace(ENTRY, for_builder=True, lines=(LineEntry("裝修按金 12B", Decimal(2000)),))
    draft = fee_mandate.register(workplace, MANDATE)
    assert fee_mandate.state(workplace, draft) is MandateState.TO_SIGN
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, replace(money, mandate_id=draft.id))
    assert codes(refused) == {"receipt.mandate.to_sign"}
    fee_mandate.sign(workplace, draft.id, draft.version, SignEntry("何經理", TODAY))
    known = receipt.take(workplace, replace(money, mandate_id=draft.id))
    assert known.mandate == draft.number
    other = replace(money, mandate_id=draft.id, lines=ENTRY.lines)
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, other)
    assert codes(refused) == {"receipt.line.not_in_mandate"}


def test_r32_a_mandate_holds_from_its_first_to_its_last_day(
    workplace: Workplace, clock: FixedClock
) -> None:
    held = signed(workplace, replace(MANDATE, valid_from=TODAY + DAY))
    money = replace(ENTRY, mandate_id=held.id, lines=(LineEntry("裝修按金", Decimal(2000)),))
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, money)
    assert codes(refused) == {"receipt.mandate.not_yet"}
    assert fee_mandate.in_force(workplace) == ()
    clock.advance(DAY)
    assert [one.id for one in fee_mandate.in_force(workplace)] == [held.id]
    receipt.take(workplace, money)
    clock.advance(30 * DAY)
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, money)
    assert codes(refused) == {"receipt.mandate.ended"}


def test_r32_what_was_revoked_collects_nothing_more(workplace: Workplace) -> None:
    held = signed(workplace)
    fee_mandate.void(workplace, held.id, held.version, "發展商撤回")
    money = replace(ENTRY, mandate_id=held.id, lines=(LineEntry("裝修按金", Decimal(2000)),))
    with pytest.raises(RuleRefused) as refused:
        receipt.take(workplace, money)
    assert codes(refused) == {"receipt.mandate.void"}


def test_a_mandate_is_corrected_until_it_is_signed(workplace: Workplace) -> None:
    draft = fee_mandate.register(workplace, MANDATE)
    assert draft.number == "G2026-000001"
    items = (MandateItem("垃圾清運費", "每戶 500 元", "合約第 13 條"),)
    changed = fee_mandate.change(workplace, draft.id, draft.version, replace(MANDATE, items=items))
    assert changed.items == items
    assert changed.version > draft.version
    held = fee_mandate.sign(workplace, draft.id, changed.version, SignEntry("何經理", TODAY))
    with pytest.raises(RuleRefused) as refused:
        fee_mandate.change(workplace, draft.id, held.version, MANDATE)
    assert codes(refused) == {"fee_mandate.signed"}
    found = fee_mandate.page(workplace, fee_mandate.MandateFilter(text="垃圾清運"))
    assert [one.id for one in found.rows] == [draft.id]
    assert fee_mandate.page(workplace, fee_mandate.MandateFilter(text="裝修按金")).rows == ()


def test_a_mandate_without_items_standards_and_basis_is_refused(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        fee_mandate.register(workplace, MandateEntry())
    assert codes(refused) == {
        "fee_mandate.builder.missing",
        "fee_mandate.valid_from.missing",
        "fee_mandate.items.missing",
    }
    bare = replace(MANDATE, items=(MandateItem("按金"), MandateItem("按 金", "x", "y")))
    with pytest.raises(RuleRefused) as refused:
        fee_mandate.register(workplace, bare)
    assert codes(refused) == {
        "fee_mandate.standard.missing",
        "fee_mandate.basis.missing",
        "fee_mandate.name.twice",
    }


def test_a_wish_of_several_lines_is_one_line_on_a_receipt(workplace: Workplace) -> None:
    lines = (LineEntry("修水龍頭\n廚房　及浴室", Decimal(90)),)
    known = receipt.take(workplace, replace(ENTRY, lines=lines))
    assert [one.what for one in known.lines] == ["修水龍頭 廚房 及浴室"]
