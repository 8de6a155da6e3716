"""Release passes on a real database: written down, locked, issued, void (R37-R41, F37)."""

import datetime as dt
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.approval import Answer, Verdict
from desk.domain.paper import FormCode
from desk.domain.permissions import Role as Post
from desk.domain.release_pass import ItemEntry, Role, State
from desk.domain.release_pass_locks import LockCode, OwnerHow
from desk.domain.release_pass_rule import PassKind
from desk.domain.staff import AccountEntry
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models.estate import Resident
from desk.services import attachment, paper, policy, release_pass, signed_paper, staff
from desk.services import release_pass_evidence as proof
from desk.services.release_pass import Pass, PassFilter
from desk.services.workplace import Actor, Workplace
from tests.conftest import CHEAP, PASSWORD
from tests.domain.release_pass_cases import MATRIX, refusals
from tests.services.conftest import Household
from tests.services.pass_course import HOUR, PNG, THINGS, Course

MOVING = PassKind.MOVING_OUT


@pytest.fixture
def course(workplace: Workplace, household: Household, tmp_path: Path) -> Course:
    return Course(workplace, household.unit_id, tmp_path)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [one.code for one in refused.value.reasons]


def seated(workplace: Workplace, login: str, role: Post) -> Workplace:
    entry = AccountEntry(login, login, role, "zh_Hant")
    one = staff.add(workplace, entry, PASSWORD, CHEAP)
    return workplace.signed_in_as(Actor(one.id, one.login, one.name, role, "zh_Hant"))


# Written down


def test_a_draft_has_its_number_from_the_beginning(course: Course) -> None:
    found = [course.draft().detail for _ in range(3)]
    assert [one.number for one in found] == ["P2026-000001", "P2026-000002", "P2026-000003"]
    assert {one.state for one in found} == {State.DRAFT}


def test_a_refused_draft_takes_no_number(course: Course) -> None:
    with pytest.raises(RuleRefused) as refused:
        release_pass.draft(course.workplace, course.entry(applicant=" ", unit_id=None))
    assert codes(refused) == ["release_pass.applicant.missing", "release_pass.unit.missing"]
    assert course.draft().detail.number == "P2026-000001"


def test_what_was_written_down_is_read_again(course: Course) -> None:
    known = course.draft(items=THINGS, gate="東門", remark="電梯須預約")
    seen = release_pass.get(course.workplace, known.detail.number)
    assert release_pass.entry_of(seen.detail) == course.entry(gate="東門", remark="電梯須預約")
    listed = release_pass.item_entries(seen.items)
    assert [replace(one, id=0) for one in listed] == list(THINGS)
    assert (seen.detail.goods, seen.detail.items, seen.detail.out) == ("雙門冰箱", 2, 0)


def test_every_wrong_line_is_named(course: Course) -> None:
    known = course.draft()
    wrong = (
        ItemEntry("", 1),
        ItemEntry("椅", 0),
        ItemEntry("燈", 2, serial="A-1"),
        ItemEntry("扇", 1, serial="a-1"),
    )
    with pytest.raises(RuleRefused) as refused:
        key, version = known.detail.id, known.detail.version
        release_pass.list_items(course.workplace, key, version, wrong)
    fields = [(one.code, one.field) for one in refused.value.reasons]
    assert fields == [
        ("release_pass.what.missing", "items.0.what"),
        ("release_pass.quantity.outside", "items.1.quantity"),
        ("release_pass.serial.many", "items.2.serial"),
        ("release_pass.serial.twice", "items"),
    ]


def test_an_item_keeps_its_photo_when_the_list_is_put_in_another_order(course: Course) -> None:
    known = course.draft()
    path = course.folder / "photo.png"
    path.write_bytes(PNG)
    first = known.items[0]
    attachment.add(course.workplace, "release_item", first.id, path)
    entries = release_pass.item_entries(known.items)[::-1]
    key, version = known.detail.id, known.detail.version
    after = release_pass.list_items(course.workplace, key, version, entries)
    assert [item.what for item in after.items] == ["紙箱", "雙門冰箱"]
    assert after.items[1].id == first.id
    assert len(attachment.of_record(course.workplace, "release_item", first.id)) == 1


def test_of_the_identity_paper_only_the_last_four_are_kept_and_a_look_is_recorded(
    course: Course,
) -> None:
    with pytest.raises(RuleRefused) as refused:
        course.draft(identity="hkid", identity_tail="A1234567")
    assert codes(refused) == ["release_pass.identity.whole"]
    known = course.draft(identity="hkid", identity_tail="567(8)"[:4])
    assert not hasattr(known.detail, "identity_tail")
    entry = release_pass.entry_of(known.detail)
    key, version = known.detail.id, known.detail.version
    known = release_pass.change(course.workplace, key, version, entry)
    assert release_pass.see_identity(course.workplace, key) == "567("
    with course.workplace.reading() as reader:
        looks = "SELECT count(*) FROM history WHERE deed = 'seen' AND kind = 'release_pass'"
        assert reader.exec_driver_sql(looks).scalar() == 1


def test_nobody_looks_at_what_is_not_written_down_or_is_not_theirs_to_see(course: Course) -> None:
    none, blank = course.draft(), course.draft(identity="hkid")
    assert [one.code for one in release_pass.see_reasons(course.workplace, none)] == [
        "release_pass.identity.none"
    ]
    with pytest.raises(RuleRefused) as refused:
        release_pass.see_identity(course.workplace, blank.detail.id)
    assert codes(refused) == ["release_pass.identity.none"]
    quality = seated(course.workplace, "quality", Post.QUALITY_SUPERVISOR)
    assert [one.code for one in release_pass.see_reasons(quality, blank)] == ["permission.missing"]
    with pytest.raises(RuleRefused):
        release_pass.see_identity(quality, blank.detail.id)
    with course.workplace.reading() as reader:
        looks = "SELECT count(*) FROM history WHERE deed = 'seen' AND kind = 'release_pass'"
        assert reader.exec_driver_sql(looks).scalar() == 0


def test_what_is_issued_stands(course: Course) -> None:
    known = course.issued()
    key, version = known.detail.id, known.detail.version
    for deed in (
        lambda: release_pass.change(course.workplace, key, version, course.entry()),
        lambda: release_pass.list_items(course.workplace, key, version, THINGS),
        lambda: course.confirm(known),
        lambda: course.clear_fees(known),
        lambda: course.issue(known),
    ):
        with pytest.raises(RuleRefused) as refused:
            deed()
        assert codes(refused) == ["release_pass.issued"]


def test_two_clerks_do_not_write_over_one_another(course: Course) -> None:
    known = course.draft()
    course.confirm(known)
    with pytest.raises(StaleRecord):
        course.confirm(known)
    with pytest.raises(StaleRecord):
        course.issue(known)


# The locks


@pytest.mark.parametrize("profile", [one.code for one in policy.shipped()])
def test_the_matrix_on_a_real_database(course: Course, profile: str) -> None:
    """Kind by applicant by each lock: issued only when all hold, under every shipped policy."""
    workplace = course.workplace
    today = workplace.estate.custom.day(workplace.now())
    own = replace(policy.profile("M2"), passes=policy.profile(profile).passes)
    policy.adopt(workplace, own, today, "試")
    wrong = []
    roles = set(Role) if profile == policy.STRICTEST else {Role.TENANT, Role.CONTRACTOR}
    for kind, role, missing in (one for one in MATRIX if one[1] in roles):
        known = course.proven(kind, role, missing)
        expected = refusals(kind, role, missing)
        shown = [one.code for one in known.blockers]
        try:
            state, told = course.issue(known, "另一件").detail.state, []
        except RuleRefused as refused:
            state, told = State.DRAFT, [one.code for one in refused.reasons]
        shown = [one for one in shown if one != "release_pass.words.out"]
        if (told, shown, state) != (expected, expected, "draft" if expected else "issued"):
            wrong.append((kind, role, missing, told, shown, state))
    assert wrong == []


def test_what_changed_since_the_evidence_opens_the_lock_again(course: Course) -> None:
    known = course.proven(MOVING)
    assert known.blockers == ()
    key, version = known.detail.id, known.detail.version
    entries = (*release_pass.item_entries(known.items), ItemEntry("鋼琴"))
    after = release_pass.list_items(course.workplace, key, version, entries)
    assert [(one.code, one.parameters["part"]) for one in after.blockers] == [
        ("release_pass.owner.changed", "items")
    ]
    with pytest.raises(RuleRefused) as refused:
        course.issue(after)
    assert codes(refused) == ["release_pass.owner.changed"]
    assert course.issue(course.confirm(after)).facts.state is State.ISSUED


def test_another_applicant_opens_both_locks(course: Course) -> None:
    known = course.proven(MOVING)
    entry = replace(release_pass.entry_of(known.detail), applicant="李")
    after = release_pass.change(course.workplace, known.detail.id, known.detail.version, entry)
    told = [one.code for one in after.blockers]
    assert told == ["release_pass.fees.changed", "release_pass.owner.changed"]


def test_in_a_unit_that_is_let_the_owner_is_asked_about_what_a_contractor_takes(
    course: Course,
) -> None:
    """R40."""
    kind = PassKind.CONTRACTOR_TOOLS
    assert course.draft(kind, role=Role.CONTRACTOR).blockers == ()
    with course.workplace.by_itself() as work:
        tenant = Resident(unit_id=course.unit_id, name="租客", role="tenant", kind="natural")
        work.session.add(tenant)
        work.commit()
    told = course.draft(kind, role=Role.CONTRACTOR).blockers
    assert next(one.code for one in told) == "release_pass.owner.missing"


def test_evidence_is_a_file_of_this_very_pass(course: Course) -> None:
    other, known = course.draft(MOVING), course.draft(MOVING)
    with pytest.raises(RuleRefused) as refused:
        course.clear_fees(known, attachment_id=course.statement(other))
    assert codes(refused) == ["release_pass.attachment.unknown"]


def test_a_pass_of_no_unit_is_for_kinds_whose_owner_is_never_asked(course: Course) -> None:
    with pytest.raises(RuleRefused) as refused:
        course.draft(PassKind.CONTRACTOR_TOOLS, unit_id=None)
    assert codes(refused) == ["release_pass.unit.missing"]


# The manager's waiver


def test_the_manager_waives_the_fees_as_a_second_person(course: Course) -> None:
    """R39: the word is kept, and the lock holds by it."""
    seated(course.workplace, "manager", Post.MANAGER)
    known = course.confirm(course.draft(MOVING))
    shown = proof.waiver_shown(course.workplace, known, "已議定分期")
    answer = Answer("manager", PASSWORD, Verdict.GRANTED, "", shown)
    key, version = known.detail.id, known.detail.version
    after = proof.waive_fees(course.workplace, key, version, "已議定分期", answer)
    fees = after.facts.last(LockCode.FEES)
    assert fees is not None
    assert (fees.how, fees.person, fees.note) == ("waived", "manager", "已議定分期")
    assert after.blockers == ()
    assert course.issue(after).facts.state is State.ISSUED


def test_a_waiver_that_is_refused_opens_no_lock(course: Course) -> None:
    seated(course.workplace, "manager", Post.MANAGER)
    known = course.confirm(course.draft(MOVING))
    answer = Answer("manager", PASSWORD, Verdict.REFUSED, "先繳清")
    key, version = known.detail.id, known.detail.version
    after = proof.waive_fees(course.workplace, key, version, "拖欠", answer)
    assert [one.code for one in after.blockers] == ["release_pass.fees.missing"]


def test_only_who_holds_the_post_waives(course: Course) -> None:
    seated(course.workplace, "reception", Post.RECEPTIONIST)
    known = course.draft(MOVING)
    key, version = known.detail.id, known.detail.version
    for login, code in (("reception", "approval.role"), ("admin", "approval.same_person")):
        answer = Answer(login, PASSWORD, Verdict.GRANTED)
        with pytest.raises(RuleRefused) as refused:
            proof.waive_fees(course.workplace, key, version, "拖欠", answer)
        assert code in codes(refused)
    assert release_pass.get(course.workplace, key).evidence == ()


def test_a_manager_at_her_own_desk_gives_the_word_herself(course: Course) -> None:
    manager = seated(course.workplace, "manager", Post.MANAGER)
    known = course.confirm(course.draft(MOVING))
    answer = Answer("", "", Verdict.GRANTED)
    key, version = known.detail.id, known.detail.version
    after = proof.waive_fees(manager, key, version, "已議定分期", answer)
    assert after.blockers == ()


def test_a_waiver_of_a_household_that_changed_meanwhile_is_stale(course: Course) -> None:
    manager = seated(course.workplace, "manager", Post.MANAGER)
    known = course.draft(MOVING)
    course.confirm(known)
    with pytest.raises(StaleRecord):
        proof.waive_fees(
            manager, known.detail.id, known.detail.version, "分期", Answer("", "", Verdict.GRANTED)
        )


# The same thing twice


def thing(serial: str = "") -> tuple[ItemEntry, ...]:
    return (ItemEntry("雙門 冰箱", serial=serial),)


def test_a_serial_number_that_is_out_is_refused(course: Course) -> None:
    first = course.issued(items=(ItemEntry("電鑽", serial="sn 100"),))
    second = course.proven(PassKind.BULKY_GOODS, items=(ItemEntry("衝擊鑽", serial="SN-100"),))
    with pytest.raises(RuleRefused) as refused:
        course.issue(second, "另一台")
    assert codes(refused) == ["release_pass.serial.out"]
    assert refused.value.reasons[0].parameters["number"] == first.detail.number


def test_the_same_words_of_the_same_unit_warn_and_the_answer_is_recorded(course: Course) -> None:
    course.issued(items=thing())
    second = course.proven(PassKind.BULKY_GOODS, items=thing())
    with pytest.raises(RuleRefused) as refused:
        course.issue(second)
    assert codes(refused) == ["release_pass.words.out"]
    after = course.issue(second, "廚房另有一台")
    assert after.detail.acknowledged == "廚房另有一台"
    assert after.events[-1].why == "廚房另有一台"


def test_what_has_left_for_good_may_be_listed_again(course: Course) -> None:
    course.gate(course.issued(items=thing("SN-1")))
    assert course.issued(items=thing("SN-1")).facts.state is State.ISSUED


def test_what_is_returnable_is_out_until_it_is_back(course: Course) -> None:
    kind = PassKind.RETURNABLE_GOODS
    listed = (ItemEntry("電鑽", serial="SN-1", returnable=True),)
    first = course.gate(course.issued(kind, items=listed))
    second = course.proven(kind, items=listed)
    with pytest.raises(RuleRefused) as refused:
        course.issue(second)
    assert codes(refused) == ["release_pass.serial.out"]
    course.back(first)
    assert course.issue(second).facts.state is State.ISSUED


def test_a_void_or_expired_pass_holds_nothing_out(course: Course, clock: FixedClock) -> None:
    first = course.issued(items=thing("SN-1"))
    key, version = first.detail.id, first.detail.version
    release_pass.void(course.workplace, key, version, "改期")
    assert course.issued(items=thing("SN-1")).facts.state is State.ISSUED


# Void


def test_it_is_void_with_its_reason_and_keeps_its_number(course: Course) -> None:
    known = course.issued()
    key, version = known.detail.id, known.detail.version
    with pytest.raises(RuleRefused) as refused:
        release_pass.void(course.workplace, key, version, " ")
    assert codes(refused) == ["release_pass.why.missing"]
    after = release_pass.void(course.workplace, key, version, "改期")
    assert (after.detail.state, after.detail.void_why) == (State.VOID, "改期")
    assert release_pass.get(course.workplace, known.detail.number).detail.state == State.VOID


def test_what_has_left_cannot_be_void(course: Course) -> None:
    known = course.gate(course.issued())
    with pytest.raises(RuleRefused) as refused:
        key, version = known.detail.id, known.detail.version
        release_pass.void(course.workplace, key, version, "改期")
    assert codes(refused) == ["release_pass.void.left"]


# Looking


FOUND = ["P2026-000001", "1", "12B", "曾德華", "雙門冰箱", "SN-100", "刮痕", "AB1234", "AB 1234"]


@pytest.mark.parametrize("said", FOUND)
def test_it_is_found_by_number_room_name_thing_and_plate(course: Course, said: str) -> None:
    known = course.draft(items=THINGS)
    rows = release_pass.page(course.workplace, PassFilter(text=said)).rows
    assert [one.number for one in rows] == [known.detail.number]


def test_it_is_no_longer_found_by_what_is_off_the_list(course: Course) -> None:
    known = course.draft(items=THINGS)
    key, version = known.detail.id, known.detail.version
    release_pass.list_items(course.workplace, key, version, (ItemEntry("鋼琴"),))
    assert release_pass.page(course.workplace, PassFilter(text="冰箱")).rows == ()
    assert release_pass.page(course.workplace, PassFilter(text="鋼琴")).rows


def test_the_register_is_narrowed_and_read_page_by_page(course: Course, clock: FixedClock) -> None:
    for number in range(7):
        clock.moment += dt.timedelta(minutes=1)
        course.draft(PassKind.BULKY_GOODS if number % 2 else MOVING)
    kept = PassFilter(kind=MOVING, states=(State.DRAFT,), unit_id=course.unit_id)
    first = release_pass.page(course.workplace, kept, None, 3)
    second = release_pass.page(course.workplace, kept, first.next_key, 3)
    found = [row.number for row in (*first.rows, *second.rows)]
    assert found == [f"P2026-00000{n}" for n in (7, 5, 3, 1)]
    assert all(one > other for one, other in pairwise(found))
    assert release_pass.page(course.workplace, PassFilter(out=True)).rows == ()


def test_none_is_not_found(course: Course) -> None:
    with pytest.raises(NotFound):
        release_pass.get(course.workplace, "P2026-000009")


def test_who_only_looks_writes_nothing_down(course: Course) -> None:
    quality = seated(course.workplace, "quality", Post.QUALITY_SUPERVISOR)
    known: Pass = course.draft()
    told = release_pass.issue_reasons(quality, known)
    assert told[0].code == "permission.missing"
    with pytest.raises(RuleRefused):
        release_pass.draft(quality, course.entry())


def test_a_letter_is_attached(course: Course) -> None:
    """R40."""
    known = course.draft()
    with pytest.raises(RuleRefused) as refused:
        course.confirm(known, how=OwnerHow.LETTER)
    assert codes(refused) == ["release_pass.owner.letter.missing"]
    after = course.confirm(known, how=OwnerHow.LETTER, attachment_id=course.statement(known))
    assert course.issue(after).facts.issued_at == course.workplace.now()


def test_a_draft_does_not_print(course: Course) -> None:
    told = release_pass.print_reasons(course.workplace, course.draft())
    assert [one.code for one in told] == ["release_pass.not_issued"]
    assert release_pass.print_reasons(course.workplace, course.issued(items=thing())) == ()


def test_a_window_that_ends_before_it_begins_is_refused(course: Course) -> None:
    now = course.workplace.now()
    with pytest.raises(RuleRefused) as refused:
        course.draft(starts=now, ends=now - HOUR)
    assert codes(refused) == ["release_pass.window.backward"]


def test_a_signature_about_other_things_is_none_once_the_owner_confirms_these_by_phone(
    course: Course,
) -> None:
    known = course.confirm(course.draft(), how=OwnerHow.SIGNATURE)
    assert known.detail.owner_signed_by == "曾德華"
    key, version = known.detail.id, known.detail.version
    known = release_pass.list_items(course.workplace, key, version, [ItemEntry("鋼琴", 1)])
    assert [one.code for one in known.blockers] == ["release_pass.owner.changed"]
    known = course.issue(course.confirm(known))
    assert (known.detail.owner_signed_on, known.detail.owner_signed_by) == (None, "")


def test_a_void_pass_leaves_no_paper_awaited(course: Course) -> None:
    desk, known = course.workplace, course.issued()
    paper.print_record(desk, FormCode.RELEASE_PASS, known.detail.id, "zh_Hant")
    assert [row.number for row in signed_paper.out(desk).rows] == [known.detail.number]
    known = release_pass.get(desk, known.detail.id)
    release_pass.void(desk, known.detail.id, known.detail.version, "改期")
    (row,) = paper.prints_of(desk, "release_pass", known.detail.id)
    assert (row.let_go_at, row.let_go_why) == (desk.now(), "改期")
    assert signed_paper.out(desk).rows == ()
