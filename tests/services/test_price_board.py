"""The price board: one in force, one draft, a second person between them (R103, R233, R237)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Permission, Role
from desk.domain.price_board import FilingEntry, FilingKind, ItemEntry, ReviewEntry, Reviewer
from desk.errors import RuleRefused, StaleRecord
from desk.services import price_board, price_board_draft
from desk.services.workplace import Workplace
from tests.services.catalogue_course import (
    DRAIN,
    TAP,
    TODAY,
    codes_of,
    drafted,
    filed,
    in_force,
    manager,
)
from tests.services.key_course import DAY, at_desk


def test_nothing_is_offered_before_a_version_is_approved(workplace: Workplace) -> None:
    drafted(workplace, TAP)
    assert price_board.in_force(workplace) is None
    assert price_board.items(workplace) == ()


def test_what_was_approved_is_offered_from_that_day(workplace: Workplace) -> None:
    in_force(workplace, manager(workplace), TAP, DRAIN)
    board = price_board.in_force(workplace)
    assert board is not None
    assert board.approved_by == "何經理"
    assert board.filed_with == "區市場監督管理局"
    told = [(one.code, one.name, one.price, one.launched_on) for one in board.items]
    assert told == [
        ("001", "水龍頭更換", Decimal("80.00"), TODAY),
        ("002", "疏通廁所", Decimal("150.00"), TODAY),
    ]


def test_a_new_version_starts_as_a_copy_and_supersedes_the_old_one(
    workplace: Workplace, clock: FixedClock
) -> None:
    answer = manager(workplace)
    first = in_force(workplace, answer, TAP, DRAIN)
    clock.moment += 40 * DAY
    draft = drafted(workplace)
    assert [(one.code, one.name) for one in draft.items] == [
        ("001", "水龍頭更換"),
        ("002", "疏通廁所"),
    ]
    tap = replace(price_board_draft.entry_of(draft.items[0]), price=Decimal("90.00"))
    draft = price_board_draft.put_item(
        workplace, draft.row.id, draft.row.version, tap, draft.items[0].id
    )
    draft = price_board_draft.drop_item(
        workplace, draft.row.id, draft.row.version, draft.items[1].id
    )
    draft = drafted(workplace, ItemEntry(name="燈具安裝", unit="盞", price=Decimal(60)))
    changed = price_board.differences(workplace, draft)
    assert [(one.code, one.before is None, one.after is None) for one in changed] == [
        ("001", False, False),
        ("003", True, False),
        ("002", False, True),
    ]
    draft = filed(workplace, draft)
    second = price_board.approve(workplace, draft.row.id, draft.row.version, answer)
    old = price_board.get(workplace, first.row.number)
    assert (old.row.state, old.row.superseded_on) == ("superseded", second.row.in_force_on)
    assert [one.price for one in old.items] == [Decimal("80.00"), Decimal("150.00")]
    board = price_board.in_force(workplace)
    assert board is not None
    assert board.number == second.row.number
    assert [(one.code, one.launched_on) for one in board.items] == [
        ("001", TODAY),
        ("003", date(2026, 12, 31)),
    ]


def test_there_is_one_draft_whoever_begins_it(workplace: Workplace) -> None:
    first = price_board_draft.start(workplace)
    assert price_board_draft.start(workplace).row.id == first.row.id


def test_who_drew_it_up_does_not_approve_it(workplace: Workplace) -> None:
    chief = at_desk(workplace, "chief", Role.MANAGER)
    known = filed(chief, drafted(chief, TAP))
    assert codes_of(price_board.approve_own_reasons(chief, known)) == ["approval.handler"]
    answer = replace(manager(workplace, "other"), login="chief")
    with pytest.raises(RuleRefused) as refused:
        price_board.approve(workplace, known.row.id, known.row.version, answer)
    assert codes_of(refused.value.reasons) == ["approval.handler"]
    assert price_board.in_force(workplace) is None


def test_who_wrote_a_price_of_somebody_elses_draft_does_not_approve_it(
    workplace: Workplace,
) -> None:
    chief = at_desk(workplace, "chief", Role.MANAGER)
    known = drafted(workplace, TAP)
    known = price_board_draft.put_item(chief, known.row.id, known.row.version, DRAIN)
    known = filed(workplace, known)
    assert codes_of(price_board.approve_own_reasons(chief, known)) == ["approval.handler"]
    with pytest.raises(RuleRefused) as refused:
        answer = replace(manager(workplace), login="")
        price_board.approve(chief, known.row.id, known.row.version, answer)
    assert codes_of(refused.value.reasons) == ["approval.handler"]


def test_what_a_review_proposed_does_not_keep_its_reviewer_from_the_board(
    workplace: Workplace,
) -> None:
    chief = at_desk(workplace, "chief", Role.MANAGER)
    known = drafted(workplace, TAP)
    with chief.deed(Permission.APPROVE) as work:
        price_board.propose(work, "清洗外牆窗", "扇", Decimal("30.00"), "住戶常問")
        work.commit()
    known = filed(workplace, price_board.get(workplace, known.row.id))
    assert price_board.approve_own_reasons(chief, known) == ()


def test_a_manager_who_did_not_draw_it_up_approves_at_her_own_desk(workplace: Workplace) -> None:
    known = filed(workplace, drafted(workplace, TAP))
    chief = at_desk(workplace, "chief", Role.MANAGER)
    answer = replace(manager(workplace), login="")
    known = price_board.approve(chief, known.row.id, known.row.version, answer)
    assert (known.row.state, known.row.approved_by) == ("in_force", "chief 主任")


def test_an_empty_board_and_one_that_says_nothing_of_its_filing_wait(workplace: Workplace) -> None:
    known = drafted(workplace)
    with pytest.raises(RuleRefused) as refused:
        price_board.approve(workplace, known.row.id, known.row.version, manager(workplace))
    assert codes_of(refused.value.reasons) == [
        "price_board.items.none",
        "price_board.filing.missing",
    ]


def test_where_no_filing_is_asked_for_somebody_says_so(workplace: Workplace) -> None:
    known = drafted(workplace, TAP)
    with pytest.raises(RuleRefused) as refused:
        price_board_draft.file(
            workplace, known.row.id, known.row.version, FilingEntry(FilingKind.NOT_ASKED)
        )
    assert codes_of(refused.value.reasons) == ["price_board.filed_with.not_asked"]
    entry = FilingEntry(FilingKind.NOT_ASKED, TODAY, "本地無須備案")
    known = price_board_draft.file(workplace, known.row.id, known.row.version, entry)
    assert (known.row.filing, known.row.filed_on) == ("not_asked", None)


def test_reviews_are_kept_with_their_names(workplace: Workplace) -> None:
    known = drafted(workplace, TAP)
    entry = ReviewEntry(Reviewer.FINANCE, "區會計", TODAY)
    known = price_board_draft.review(workplace, known.row.id, known.row.version, entry)
    assert known.facts.reviewed == (Reviewer.FINANCE,)
    late = ReviewEntry(Reviewer.QUALITY, "", TODAY + DAY)
    with pytest.raises(RuleRefused) as refused:
        price_board_draft.review(workplace, known.row.id, known.row.version, late)
    assert codes_of(refused.value.reasons) == [
        "price_board.person.missing",
        "price_board.on.future",
    ]


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"name": ""}, "price_board.name.missing"),
        ({"unit": ""}, "price_board.unit.missing"),
        ({"price": None}, "price_board.price.missing"),
        ({"price": Decimal("-1")}, "price_board.price.range"),
        ({"price": Decimal("1.005")}, "price_board.price.places"),
        ({"code": "001"}, "price_board.code.taken"),
    ],
)
def test_an_item_says_what_it_is_and_what_it_costs(
    workplace: Workplace, told: dict[str, object], code: str
) -> None:
    known = drafted(workplace, TAP)
    entry = replace(DRAIN, **told)  # type: ignore[arg-type]
    with pytest.raises(RuleRefused) as refused:
        price_board_draft.put_item(workplace, known.row.id, known.row.version, entry)
    assert codes_of(refused.value.reasons) == [code]


def test_what_is_in_force_is_not_changed(workplace: Workplace) -> None:
    known = in_force(workplace, manager(workplace), TAP)
    with pytest.raises(RuleRefused) as refused:
        price_board_draft.put_item(workplace, known.row.id, known.row.version, DRAIN)
    assert codes_of(refused.value.reasons) == ["price_board.not_draft.in_force"]
    with pytest.raises(RuleRefused) as refused:
        price_board_draft.drop_item(workplace, known.row.id, known.row.version, known.items[0].id)
    assert codes_of(refused.value.reasons) == ["price_board.not_draft.in_force"]
    with pytest.raises(RuleRefused) as refused:
        price_board.void(workplace, known.row.id, known.row.version, "印錯")
    assert codes_of(refused.value.reasons) == ["price_board.not_draft.in_force"]


def test_two_who_change_the_same_draft_are_told(workplace: Workplace) -> None:
    known = drafted(workplace, TAP)
    price_board_draft.put_item(workplace, known.row.id, known.row.version, DRAIN)
    with pytest.raises(StaleRecord):
        price_board_draft.drop_item(workplace, known.row.id, known.row.version, known.items[0].id)


def test_what_was_asked_for_goes_on_the_next_draft(workplace: Workplace) -> None:
    in_force(workplace, manager(workplace), TAP)
    desk = at_desk(workplace, "clerk")
    with desk.deed(Permission.REGISTER) as work:
        price_board.propose(work, "窗簾安裝", "幅", Decimal(120), "A座12樓B室委託")
        price_board.propose(work, "掛畫", "幅", Decimal(30), "同上")
        work.commit()
    draft = price_board.get(workplace, 2)
    assert [(one.code, one.name, one.why) for one in draft.items][1:] == [
        ("002", "窗簾安裝", "A座12樓B室委託"),
        ("003", "掛畫", "同上"),
    ]
    assert [one.name for one in price_board.items(workplace)] == ["水龍頭更換"]


def test_what_is_proposed_is_taken_back_with_the_callers_deed(workplace: Workplace) -> None:
    with workplace.deed(Permission.REGISTER) as work:
        price_board.propose(work, "窗簾安裝", "幅", Decimal(120), "")
    assert price_board.page(workplace).rows == ()


def test_a_proposal_without_a_price_is_refused(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused, workplace.deed(Permission.REGISTER) as work:
        price_board.propose(work, "", "幅", Decimal(-1), "")
    assert codes_of(refused.value.reasons) == [
        "price_board.name.missing",
        "price_board.price.range",
    ]


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("龍頭", ["水龍頭更換"]),
        ("龙头", ["水龍頭更換"]),
        ("2", ["疏通廁所"]),
        ("002", ["疏通廁所"]),
        ("水電", ["水龍頭更換"]),
        ("窗簾", []),
        (" ", ["水龍頭更換", "疏通廁所"]),
    ],
)
def test_items_are_found_by_word_and_code(
    workplace: Workplace, said: str, names: list[str]
) -> None:
    in_force(workplace, manager(workplace), TAP, DRAIN)
    assert [one.name for one in price_board.items(workplace, said)] == names


def test_a_receptionist_neither_draws_up_nor_voids(workplace: Workplace) -> None:
    known = drafted(workplace, TAP)
    desk = at_desk(workplace, "clerk")
    with pytest.raises(RuleRefused):
        price_board_draft.start(desk)
    with pytest.raises(RuleRefused):
        price_board.void(desk, known.row.id, known.row.version, "x")
    assert codes_of(price_board.void_blockers(desk, known)) == ["permission.missing"]
    assert codes_of(price_board_draft.edit_blockers(desk, known)) == ["permission.missing"]


def test_a_draft_is_given_up_with_its_reason_and_keeps_its_number(workplace: Workplace) -> None:
    known = drafted(workplace, TAP)
    known = price_board.void(workplace, known.row.id, known.row.version, "重新擬定")
    assert (known.row.number, known.row.state) == ("B2026-000001", "void")
    assert price_board_draft.start(workplace).row.number == "B2026-000002"


def test_it_is_hung_up_once_it_is_in_force(workplace: Workplace) -> None:
    known = filed(workplace, drafted(workplace, TAP))
    with pytest.raises(RuleRefused) as refused:
        price_board.post(workplace, known.row.id, known.row.version, TODAY)
    assert codes_of(refused.value.reasons) == ["price_board.not_in_force"]
    answer = manager(workplace)
    known = price_board.approve(workplace, known.row.id, known.row.version, answer)
    for day, code in ((TODAY + DAY, "future"), (TODAY - DAY, "early")):
        with pytest.raises(RuleRefused) as refused:
            price_board.post(workplace, known.row.id, known.row.version, day)
        assert codes_of(refused.value.reasons) == [f"price_board.posted_on.{code}"]
    known = price_board.post(workplace, known.row.id, known.row.version, TODAY)
    assert known.row.posted_on == TODAY


def test_a_refusal_is_kept_and_leaves_the_draft(workplace: Workplace) -> None:
    known = filed(workplace, drafted(workplace, TAP))
    answer = replace(manager(workplace), decision="refused", note="先問財務")
    known = price_board.approve(workplace, known.row.id, known.row.version, answer)
    assert known.row.state == "draft"
