"""Move-ins on a real database: written down, papers, fees, keys, filed, visited (R20-R36, R74)."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.estate import IdentityKind, ResidentRole
from desk.domain.fee_mandate import MandateEntry, MandateItem, SignEntry
from desk.domain.key_receipt import LineEntry, ReceiptEntry
from desk.domain.move_in import (
    Document,
    DocumentEntry,
    FeeEntry,
    FeeKind,
    ListedEntry,
    PersonEntry,
    State,
)
from desk.domain.move_in_filing import ExceptionEntry, VisitEntry
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.permissions import Permission, Role
from desk.domain.signed_paper import Home
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import (
    attachment,
    fee_mandate,
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
    receipt,
    resident,
)
from desk.services.move_in import MoveInFilter
from desk.services.move_in_fee import PaidEntry
from desk.services.workplace import Workplace
from tests.conftest import PASSWORD
from tests.services.conftest import Household
from tests.services.move_in_course import FAMILY, HKID, MoveInCourse, key
from tests.services.pass_course import PNG


@pytest.fixture
def course(workplace: Workplace, household: Household) -> MoveInCourse:
    return MoveInCourse(workplace, household.unit_id)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [one.code for one in refused.value.reasons]


def as_role(workplace: Workplace, role: Role) -> Workplace:
    return workplace.signed_in_as(replace(workplace.actor, role=role))


# Written down


def test_a_case_is_numbered_and_whose_it_is_stands_on_it(course: MoveInCourse) -> None:
    case = course.written()
    assert (case.detail.number, case.detail.state) == ("M2026-000001", State.OPEN)
    (person,) = case.persons
    assert (person.name, person.role, person.permanent) == ("曾德華", ResidentRole.OWNER, True)
    assert person.phones == ("9123 4567",)


def test_r22_a_company_stands_on_its_case_and_gives_no_photo(course: MoveInCourse) -> None:
    case = course.written(holder=Holder.COMPANY, name="海濱貿易有限公司", contact="何小姐")
    assert not case.persons[0].permanent
    assert "photo" not in {one.wanted.rule.code for one in case.documents}


def test_a_case_says_everything_it_lacks(course: MoveInCourse) -> None:
    with pytest.raises(RuleRefused) as refused:
        entry = course.entry(unit_id=None, name=" ", by_agent=True, moved_on=None)
        move_in.write(course.workplace, entry)
    assert codes(refused) == [
        "move_in.unit.missing",
        "move_in.name.missing",
        "move_in.agent.missing",
        "move_in.moved_on.missing",
    ]
    assert course.written().detail.number == "M2026-000001"


def test_one_case_for_a_unit_and_an_arrival(course: MoveInCourse) -> None:
    first = course.written()
    with pytest.raises(RuleRefused) as refused:
        course.written()
    assert codes(refused) == ["move_in.unit.twice"]
    assert refused.value.reasons[0].parameters == {"number": first.detail.number}
    tenant = course.written(arrival=Arrival.TENANT, name="租戶李生")
    assert tenant.persons[0].role is ResidentRole.TENANT
    move_in.void(course.workplace, *key(first), "寫錯單位")
    assert course.written().detail.number == "M2026-000003"


def test_r23_a_case_of_the_concentrated_period_lies_in_it(course: MoveInCourse) -> None:
    week = dt.timedelta(days=7)
    with pytest.raises(RuleRefused) as refused:
        course.written(concentrated=True)
    assert codes(refused) == ["move_in.period.starts", "move_in.period.ends"]
    with pytest.raises(RuleRefused) as refused:
        course.written(
            concentrated=True,
            period_starts=course.today + week,
            period_ends=course.today + 2 * week,
        )
    assert codes(refused) == ["move_in.period.outside"]
    case = course.written(
        concentrated=True, period_starts=course.today, period_ends=course.today + week
    )
    assert case.detail.concentrated
    assert move_in.period(course.workplace) == (course.today, course.today + week)


def test_r23_a_period_that_is_over_is_offered_to_nobody(
    course: MoveInCourse, clock: FixedClock
) -> None:
    assert move_in.period(course.workplace) == (None, None)
    course.written(concentrated=True, period_starts=course.today, period_ends=course.today)
    clock.advance(dt.timedelta(days=1))
    assert move_in.period(course.workplace) == (None, None)


def test_a_case_is_corrected_and_its_papers_follow(course: MoveInCourse) -> None:
    case = course.written()
    before = {one.wanted.rule.code for one in case.documents}
    entry = replace(move_in.entry_of(case.detail), by_agent=True, agent="代理人張生")
    case = move_in.change(course.workplace, *key(case), entry)
    after = {one.wanted.rule.code for one in case.documents}
    assert after - before == {"agent_identity", "owner_authority"}


def test_nobody_saves_over_somebody_else(course: MoveInCourse) -> None:
    case = course.written()
    course.with_family(case)
    with pytest.raises(StaleRecord):
        course.with_family(case)


def test_a_case_that_took_money_or_gave_keys_is_not_void(course: MoveInCourse) -> None:
    case = course.with_keys(course.paid(course.written()))
    with pytest.raises(RuleRefused) as refused:
        move_in.void(course.workplace, *key(case), "")
    assert codes(refused) == [
        "move_in.void.paid",
        "move_in.void.keys",
        "move_in.why.missing",
    ]


def test_the_register_is_read_newest_first_and_masks_phones(
    course: MoveInCourse, clock: FixedClock
) -> None:
    first = course.written()
    clock.advance(dt.timedelta(hours=1))
    second = course.written(arrival=Arrival.TENANT, name="李租客", phone="6111 2222")
    page = move_in.page(course.workplace, MoveInFilter(), limit=1)
    assert [one.number for one in page.rows] == [second.detail.number]
    rest = move_in.page(course.workplace, MoveInFilter(), page.next_key, limit=1)
    assert [one.number for one in rest.rows] == [first.detail.number]
    assert "2222" not in page.rows[0].phone.replace(" ", "")[:-4]
    assert page.rows[0].phone != "6111 2222"
    found = move_in.page(course.workplace, MoveInFilter(arrival=Arrival.OWNER, text="曾德華"))
    assert [one.number for one in found.rows] == [first.detail.number]


@pytest.mark.parametrize("words", ["M2026-000001", "曾德華", "曾小明", "12B", "5432"])
def test_a_case_is_found_by_number_names_room_and_phone_tail(
    course: MoveInCourse, words: str
) -> None:
    course.with_family(course.written())
    found = move_in.page(course.workplace, MoveInFilter(text=words)).rows
    assert [one.number for one in found] == ["M2026-000001"]


# Who moves in


def test_r36_an_identity_number_is_masked_and_each_look_is_recorded(course: MoveInCourse) -> None:
    case = course.with_family(course.written())
    person = case.persons[1]
    assert person.identity_kind is IdentityKind.HKID
    assert "123456" not in person.identity_masked
    whole = move_in_person.see_identity(course.workplace, case.detail.id, person.id)
    assert whole.replace("(", "").replace(")", "") == HKID.replace("(", "").replace(")", "")
    with course.workplace.storage.reading() as reader:
        query = "SELECT count(*) FROM history WHERE deed = 'seen' AND kind = 'move_in'"
        assert reader.execute(text(query)).scalar() == 1
    viewer = as_role(course.workplace, Role.QUALITY_SUPERVISOR)
    with pytest.raises(RuleRefused):
        move_in_person.see_identity(viewer, case.detail.id, person.id)
    seen = move_in.get(viewer, case.detail.id)
    assert seen.persons[1].phones != ("98765432",)
    assert seen.detail.phone != case.detail.phone == "9123 4567"


def test_people_are_corrected_and_taken_off(course: MoveInCourse) -> None:
    case = course.with_family(course.written())
    person = replace(move_in_person.entry_of(case.persons[1]), name="曾小明明")
    case = move_in_person.put(course.workplace, *key(case), person)
    assert case.persons[1].name == "曾小明明"
    assert case.persons[1].identity_masked
    case = move_in_person.drop(course.workplace, *key(case), case.persons[1].id)
    assert [one.name for one in case.persons] == ["曾德華"]
    with pytest.raises(NotFound):
        move_in_person.put(course.workplace, *key(case), person)


def test_nobody_and_no_fee_is_taken_off_that_was_not_chosen(course: MoveInCourse) -> None:
    case = course.written()
    with pytest.raises(RuleRefused) as refused:
        move_in_person.drop(course.workplace, *key(case), 0)
    assert codes(refused) == ["move_in.person.unchosen"]
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.drop(course.workplace, *key(case), 0)
    assert codes(refused) == ["move_in.fee.unchosen"]


def test_a_name_stands_once_on_a_case(course: MoveInCourse) -> None:
    case = course.written()
    with pytest.raises(RuleRefused) as refused:
        move_in_person.put(course.workplace, *key(case), PersonEntry("曾德華", phones=("12",)))
    assert codes(refused)[0] == "resident.name.twice"


# Papers


def test_r20_papers_are_taken_in_at_once_and_say_who_checked_them(course: MoveInCourse) -> None:
    case = course.with_papers(course.written())
    assert {one.state for one in case.documents} == {"complete"}
    assert {one.document.checked_by for one in case.documents if one.document} == {"陳大文"}


def test_r20_a_doubtful_paper_keeps_its_remark_and_is_named(course: MoveInCourse) -> None:
    case = course.written()
    doubt = DocumentEntry("contract", 0, course.today, True, True, False, "印章不清")
    case = move_in_document.take(course.workplace, *key(case), [doubt])
    reason = next(one for one in case.missing if one.field == "document:contract:doubtful")
    assert reason.code == "move_in.document.doubtful"
    assert reason.parameters == {"document": "Contract of purchase", "remark": "印章不清"}
    again = move_in_document.entry_of(case.documents[1])
    assert again == doubt


def test_a_paper_the_case_does_not_ask_for_is_refused(course: MoveInCourse) -> None:
    case = course.written()
    with pytest.raises(RuleRefused) as refused:
        given = [DocumentEntry("licence", 0, course.today, attachment_id=99)]
        move_in_document.take(course.workplace, *key(case), given)
    assert codes(refused) == ["move_in.document.not_asked", "move_in.attachment.unknown"]


def test_r36_a_scan_is_looked_at_by_who_may_see_identity_papers(
    course: MoveInCourse, tmp_path: Path
) -> None:
    path = tmp_path / "contract.png"
    path.write_bytes(PNG)
    case = course.written()
    scan = attachment.add(course.workplace, "move_in", case.detail.id, path)
    found = DocumentEntry("contract", 0, course.today, True, True, True, "", scan.id)
    case = move_in_document.take(course.workplace, *key(case), [found])
    known = case.documents[1].document
    assert known == Document(**vars(found), checked_by="陳大文", id=known.id if known else 0)
    assert attachment.open_attachment(course.workplace, scan.id) == PNG
    with pytest.raises(RuleRefused) as refused:
        attachment.open_attachment(as_role(course.workplace, Role.QUALITY_SUPERVISOR), scan.id)
    assert codes(refused) == ["permission.missing"]


def test_r31_r33_agreements_and_materials_are_signed_for(course: MoveInCourse) -> None:
    case = course.with_materials(course.with_agreements(course.written()))
    assert all(one.is_done for one in (*case.agreements, *case.materials))
    with pytest.raises(RuleRefused) as refused:
        given = [ListedEntry("nothing", None, "")]
        move_in_listed.sign(course.workplace, *key(case), given)
    assert codes(refused) == [
        "move_in.paper.unknown",
        "move_in.signed_on.missing",
        "move_in.signed_by.missing",
    ]


# Money


def test_r21_nothing_is_received_before_a_second_clerk_has_looked(course: MoveInCourse) -> None:
    case = course.with_fee(course.written())
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.receive(course.workplace, *key(case), PaidEntry())
    assert codes(refused) == ["move_in.fee.look"]
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.look(course.workplace, *key(case))
    assert codes(refused) == ["move_in.look.same"]
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.look(course.workplace, *key(case), by=("lam", "wrong"))
    assert codes(refused) == ["sign_in.refused"]
    case = move_in_fee.look(course.workplace, *key(case), by=course.colleague)
    assert case.fees[0].looked_by == "林主管"


def test_r32_money_is_received_with_a_receipt(course: MoveInCourse) -> None:
    case = course.paid(course.written())
    (fee,) = case.fees
    written = receipt.get(course.workplace, fee.receipt)
    assert (written.payer, written.total, written.checked_by) == ("曾德華", fee.amount, "林主管")
    assert (written.kind, written.record_id) == ("move_in", case.detail.id)
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.receive(course.workplace, *key(case), PaidEntry((fee.id,)))
    assert codes(refused) == ["move_in.fee.received"]
    with pytest.raises(RuleRefused) as refused:
        move_in_fee.drop(course.workplace, *key(case), fee.id)
    assert codes(refused) == ["move_in.fee.received"]


def test_r32_a_receipt_that_is_void_leaves_the_fee_unpaid(course: MoveInCourse) -> None:
    case = course.paid(course.written())
    written = receipt.get(course.workplace, case.fees[0].receipt)
    receipt.void(course.workplace, written.id, written.version, "金額寫錯")
    assert not course.again(case).fees[0].is_received


def test_r32_the_builders_fee_needs_his_mandate(course: MoveInCourse) -> None:
    case = course.written()
    with pytest.raises(RuleRefused) as refused:
        fee = FeeEntry(FeeKind.BUILDER, "契稅", Decimal(300))
        move_in_fee.add(course.workplace, *key(case), [fee])
    assert codes(refused) == ["move_in.fee.mandate"]


def test_r32_the_builders_money_has_a_receipt_of_its_own_by_his_mandate(
    course: MoveInCourse,
) -> None:
    desk = course.workplace
    item = MandateItem("契稅代收", "按合約", "買賣合約第五條")
    written = fee_mandate.register(desk, MandateEntry("新城發展", course.today, None, (item,)))
    case = course.with_fee(course.written())
    builders = [
        FeeEntry(FeeKind.BUILDER, "契稅代收", Decimal(300), written.id),
        FeeEntry(FeeKind.BUILDER, "煤氣接駁", Decimal(50), written.id),
    ]
    case = move_in_fee.add(desk, *key(case), builders)
    case = move_in_fee.look(desk, *key(case), by=course.colleague)
    with pytest.raises(RuleRefused):
        move_in_fee.receive(desk, *key(case), PaidEntry())
    assert not any(one.is_received for one in course.again(case).fees)
    written = fee_mandate.sign(desk, written.id, written.version, SignEntry("何總", course.today))
    case = move_in_fee.drop(desk, *key(case), case.fees[-1].id)
    case = move_in_fee.receive(desk, *key(case), PaidEntry())
    receipts = [receipt.get(desk, one.receipt) for one in case.fees]
    assert [one.mandate_id for one in receipts] == [None, written.id]
    assert len({one.number for one in receipts}) == 2
    with pytest.raises(NotFound):
        move_in_fee.add(desk, *key(case), [replace(builders[0], mandate_id=99)])


def test_a_wrong_line_is_taken_off(course: MoveInCourse) -> None:
    case = course.with_fee(course.written())
    case = move_in_fee.drop(course.workplace, *key(case), case.fees[0].id)
    assert case.fees == ()


# Keys


def test_r34_keys_are_handed_over_by_a_receipt_of_the_case(course: MoveInCourse) -> None:
    case = course.written()
    entry = ReceiptEntry(course.workplace.now(), lines=(LineEntry(what="大門", keys=2),))
    case = move_in_keys.hand_over(course.workplace, *key(case), entry)
    assert [(one.number, one.signed, one.keys) for one in case.keys] == [("H2026-000001", False, 2)]
    assert "move_in.keys.unsigned" in {one.code for one in case.missing}
    written = key_receipt.get(course.workplace, case.keys[0].receipt_id)
    assert (written.receiver, written.unit_id) == ("曾德華", course.unit_id)
    key_receipt.void(course.workplace, written.id, written.version, "寫錯")
    assert course.again(case).keys == ()


def test_a_receipt_written_before_is_linked(course: MoveInCourse) -> None:
    case = course.written()
    entry = ReceiptEntry(
        course.workplace.now(), course.unit_id, "曾德華", lines=(LineEntry(what="信箱", keys=1),)
    )
    written = key_receipt.register(course.workplace, entry)
    case = move_in_keys.link(course.workplace, *key(case), written.id)
    case = move_in_keys.link(course.workplace, *key(case), written.id)
    assert [one.receipt_id for one in case.keys] == [written.id]
    key_receipt.void(course.workplace, written.id, written.version, "寫錯")
    with pytest.raises(RuleRefused) as refused:
        move_in_keys.link(course.workplace, *key(course.again(case)), written.id)
    assert codes(refused) == ["move_in.keys.other_unit"]


# Signed papers


def test_signed_papers_tick_what_waits_for_them_once(course: MoveInCourse) -> None:
    case = course.written(by_agent=True, agent="張生")
    home = Home(course.today, "曾德華")
    ticks = (
        (move_in_signed.registration_home, "move_in.registration"),
        (move_in_signed.agreement_home, "move_in.agreements"),
        (move_in_signed.materials_home, "move_in.materials"),
        (move_in_signed.authority_home, "move_in.authority"),
    )
    with course.workplace.deed(Permission.REGISTER) as work:
        assert [one(work, case.detail.id, home) for one, _tick in ticks] == [
            tick for _one, tick in ticks
        ]
        work.flush()
        assert [one(work, case.detail.id, home) for one, _tick in ticks] == [""] * 4
        work.commit()
    case = course.again(case)
    assert all(one.is_done for one in (*case.agreements, *case.materials))
    assert case.detail.registered_by == "曾德華"
    items = {one.field: one.code for one in case.missing}
    assert items["document:owner_authority"] == "move_in.document.unchecked"
    assert [one.kind for one in case.events] == [
        "registered",
        "agreed",
        "handed_over",
        "authorised",
    ]


# Filed


def test_r36_a_complete_case_is_filed_and_its_people_live_there(
    course: MoveInCourse, household: Household
) -> None:
    case = course.filed()
    assert (case.detail.state, case.detail.told_to) == (State.FILED, "服務中心 李小姐")
    told = [one for one in case.events if one.kind == "told"]
    assert [(one.person, one.text) for one in told] == [("服務中心 李小姐", "曾德華、曾小明")]
    assert case.persons[0].resident_id == household.resident_id
    found = _household(course)
    assert [(one.name, one.role) for one in found] == [
        ("曾德華", ResidentRole.OWNER),
        ("曾小明", ResidentRole.FAMILY),
    ]
    assert found[0].phones == ("9123 4567",)
    assert [one.kind for one in found[1].documents] == [IdentityKind.HKID]


def _household(course: MoveInCourse) -> tuple[household.ResidentView, ...]:
    return household.household(course.workplace, course.unit_id).residents


def test_r36_who_had_moved_out_lives_there_again(
    course: MoveInCourse, household: Household
) -> None:
    resident.end(course.workplace, household.resident_id, 1)
    course.filed()
    first = _household(course)[0]
    assert (first.id, first.role) == (household.resident_id, ResidentRole.OWNER)


def test_r36_an_incomplete_case_is_refused_with_everything_that_is_missing(
    course: MoveInCourse,
) -> None:
    case = course.written()
    with pytest.raises(RuleRefused) as refused:
        move_in_filing.file(course.workplace, *key(case), "")
    fields = [one.field for one in refused.value.reasons]
    assert fields[-1] == "told_to"
    assert {"registration", "inspection", "keys", "fee", "document:contract"} <= set(fields)
    assert [one.code for one in move_in_filing.file_reasons(course.workplace, case)] == codes(
        refused
    )[:-1]


def test_r36_exceptions_are_named_and_approved_by_a_second_person(course: MoveInCourse) -> None:
    case = course.written()
    entry = ExceptionEntry(("keys", "document:contract"), "發展商遲交")
    answer = Answer("lam", PASSWORD, Verdict.GRANTED)
    with pytest.raises(RuleRefused) as refused:
        move_in_filing.let_pass(course.workplace, *key(case), entry, answer)
    assert codes(refused) == ["approval.role"]
    answer = replace(answer, login="wong", decision=Verdict.REFUSED, note="先補鑰匙")
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, answer)
    assert case.excepted == ()
    assert [one.kind for one in case.events] == ["exception_refused"]
    answer = Answer("wong", PASSWORD, Verdict.GRANTED)
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, answer)
    assert [(one.item, one.by, one.why) for one in case.excepted] == [
        ("keys", "黃經理", "發展商遲交"),
        ("document:contract", "黃經理", "發展商遲交"),
    ]
    assert "keys" in {one.field for one in case.missing}
    assert "keys" not in {one.field for one in case.blockers}


def test_r36_who_lets_a_fee_pass_reads_which_fee_it_is(course: MoveInCourse) -> None:
    case = course.with_fee(course.written())
    item = f"fee:{case.fees[0].id}"
    entry = ExceptionEntry((item, "keys"), "下週補交")
    shown = move_in_filing.exception_shown(course.workplace, case, entry)
    assert case.fees[0].what in shown[3].value
    answer = Answer("wong", PASSWORD, Verdict.GRANTED)
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, answer)
    assert case.fees[0].what in case.events[-1].text


def test_r36_nobody_lets_pass_over_a_case_that_changed(course: MoveInCourse) -> None:
    case = course.written()
    course.with_family(case)
    entry = ExceptionEntry(("keys",), "發展商遲交")
    with pytest.raises(StaleRecord):
        answer = Answer("wong", PASSWORD, Verdict.GRANTED)
        move_in_filing.let_pass(course.workplace, *key(case), entry, answer)


def test_a_filed_case_is_changed_no_more(course: MoveInCourse) -> None:
    case = course.filed()
    for deed in (
        lambda: move_in.change(course.workplace, *key(case), course.entry()),
        lambda: course.with_papers(case),
        lambda: course.with_agreements(case),
        lambda: course.with_fee(case),
        lambda: move_in_person.put(course.workplace, *key(case), FAMILY),
        lambda: move_in_filing.file(course.workplace, *key(case), "李"),
    ):
        with pytest.raises(RuleRefused) as refused:
            deed()
        assert codes(refused)[0] == "move_in.state.filed"


def test_r36_a_viewer_files_nothing(course: MoveInCourse) -> None:
    case = course.ready()
    viewer = as_role(course.workplace, Role.QUALITY_SUPERVISOR)
    with pytest.raises(RuleRefused):
        move_in_filing.file(viewer, *key(case), "李")


def test_r57_what_was_let_pass_still_comes_after_the_filing(course: MoveInCourse) -> None:
    case = course.with_agreements(course.with_registration(course.written()))
    entry = ExceptionEntry(tuple({one.field for one in case.blockers if one.field}), "遲交")
    answer = Answer("wong", PASSWORD, Verdict.GRANTED)
    case = move_in_filing.let_pass(course.workplace, *key(case), entry, answer)
    case = move_in_filing.file(course.workplace, *key(case), "李小姐")
    assert move_in.part_reasons(course.workplace, case, "document") == ()
    assert move_in.part_reasons(course.workplace, case, "agreement") != ()
    case = course.with_keys(course.with_materials(course.with_papers(case)))
    assert {one.field for one in case.missing} == {"inspection", "fee"}
    with pytest.raises(RuleRefused) as refused:
        course.with_agreements(case)
    assert codes(refused) == ["move_in.state.filed"]


# The visit


def _owed(course: MoveInCourse) -> list[tuple[str, bool]]:
    query = "SELECT clock, met_at IS NULL AND ended_at IS NULL FROM deadline WHERE kind='move_in'"
    with course.workplace.storage.reading() as reader:
        return [(clock, bool(still)) for clock, still in reader.execute(text(query))]


def test_r74_the_visit_is_owed_until_it_was_made(course: MoveInCourse) -> None:
    case = course.written()
    assert case.visit_due == course.today + dt.timedelta(days=7)
    assert _owed(course) == [("visit", True)]
    entry = VisitEntry(course.today, "李小姐", alarm=True, text="已教用警報；希望加信箱鎖")
    case = move_in_filing.visited(course.workplace, *key(case), entry)
    assert (case.detail.visited_by, case.detail.visit_alarm) == ("李小姐", True)
    assert _owed(course) == [("visit", False)]
    with pytest.raises(RuleRefused) as refused:
        move_in_filing.visited(course.workplace, *key(case), entry)
    assert codes(refused) == ["move_in.visit.done"]


def test_r74_nobody_visits_for_a_void_case(course: MoveInCourse) -> None:
    case = course.written()
    move_in.void(course.workplace, *key(case), "寫錯")
    assert _owed(course) == [("visit", False)]
