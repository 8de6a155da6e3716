"""The estate's policy: what it begins with, a new version, and which one holds on a day."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.deadlines import Term, Unit
from desk.domain.permissions import Permission, Role
from desk.domain.policy import Policy
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.models.policy import Policy as PolicyRow
from desk.services import business_calendar, policy, sign_in, staff
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

TODAY = dt.date(2026, 11, 21)
LONG_AGO = dt.date(2001, 1, 1)


def own(days: int = 4) -> Policy:
    """The estate's own: minor cases within so many days."""
    begun = policy.profile(policy.STRICTEST)
    clocks = tuple(
        replace(one, term=Term(days, Unit.DAYS)) if one.code == "solve.minor" else one
        for one in begun.clocks
    )
    return replace(begun, code="own", clocks=clocks)


def minor_days(kept: policy.KeptPolicy) -> int:
    rule = kept.policy.rule("solve.minor")
    assert rule is not None
    return rule.term.amount


def refused(deed: Callable[[], object]) -> list[tuple[str, str | None]]:
    with pytest.raises(RuleRefused) as answer:
        deed()
    return [(one.code, one.field) for one in answer.value.reasons]


# To begin with


def test_an_estate_begins_with_the_strictest_of_m2_m0_and_m1_from_of_old(
    workplace: Workplace,
) -> None:
    (first,) = policy.versions(workplace)
    assert (first.number, first.code, first.holds_from) == (1, "strictest", dt.date(2000, 1, 1))
    assert (first.made_by, first.why) == ("", "")
    kept = policy.in_force(workplace, TODAY)
    chosen = policy.compose(["M2", "M0", "M1"])
    assert replace(kept.policy, manuals=chosen.manuals, orders=chosen.orders) == chosen
    assert kept.policy.orders == policy.compose(["M4", "M2", "M0", "M1"]).orders
    assert kept.policy.manuals == ("M2", "M0", "M1", "M4")


def test_it_is_laid_down_once(workplace: Workplace, folder: DataFolder, clock: FixedClock) -> None:
    policy.adopt(workplace, own(), TODAY, "試行")
    sign_in.sign_in(folder, "admin", PASSWORD, clock).close()
    assert [one.number for one in policy.versions(workplace)] == [2, 1]


def test_where_it_is_kept_already_nothing_is_laid_down(workplace: Workplace) -> None:
    with workplace.deed(Permission.EDIT_POLICY) as work:
        policy.ensure(work)
        business_calendar.ensure(work)
        work.commit()
    assert len(policy.versions(workplace)) == 1
    with workplace.reading() as reader:
        assert reader.exec_driver_sql("SELECT count(*) FROM business_calendar").scalar() == 1


def test_a_folder_from_before_there_were_policies_is_given_one(
    workplace: Workplace, folder: DataFolder, clock: FixedClock
) -> None:
    with workplace.storage.writing() as connection:
        for table in ("policy", "business_calendar", "calendar_year"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
        connection.commit()
    with pytest.raises(NotFound):
        policy.in_force(workplace, TODAY)
    again = sign_in.sign_in(folder, "admin", PASSWORD, clock)
    assert policy.in_force(again, TODAY).number == 1
    again.close()


def test_the_trail_tells_that_the_program_laid_it_down(workplace: Workplace) -> None:
    with workplace.storage.reading() as reader:
        row = reader.exec_driver_sql(
            "SELECT deed, actor_id FROM history WHERE kind = 'policy'"
        ).one()
    assert tuple(row) == ("created", None)


def test_the_shipped_profiles_are_told(workplace: Workplace) -> None:
    assert [one.code for one in policy.shipped()] == ["M0", "M1", "M2", "M4", "strictest"]


@pytest.mark.parametrize(
    ("codes", "code"),
    [
        ([], "policy.profile.none"),
        (["M9"], "policy.profile.unknown"),
        (["../M0"], "policy.profile.unknown"),
    ],
)
def test_only_shipped_profiles_are_composed(codes: list[str], code: str) -> None:
    assert refused(lambda: policy.compose(codes)) == [(code, "profile")]


def test_a_composed_policy_says_of_what() -> None:
    assert policy.compose(["M0", "M2", "M0"]).labels["zh_Hant"] == "從嚴（M0 + M2）"
    assert policy.compose(["M2"]) == policy.profile("M2")


# A new version


def test_a_new_version_is_kept_and_the_old_one_stays(workplace: Workplace) -> None:
    adopted = policy.adopt(workplace, own(4), TODAY, " 業主大會\u202e決定 ")
    assert (adopted.number, minor_days(adopted)) == (2, 4)
    assert policy.by_id(workplace, adopted.id) == adopted
    assert minor_days(policy.by_number(workplace, 1)) == 2
    newest, first = policy.versions(workplace)
    assert (newest.made_by, newest.why, newest.code) == ("陳大文", "業主大會決定", "own")
    assert first.number == 1


def test_a_version_holds_from_its_day_on(workplace: Workplace) -> None:
    policy.adopt(workplace, own(4), TODAY + dt.timedelta(days=10), "下月起")
    assert policy.in_force(workplace, TODAY + dt.timedelta(days=9)).number == 1
    assert policy.in_force(workplace, TODAY + dt.timedelta(days=10)).number == 2


def test_of_two_that_hold_the_newer_is_in_force(workplace: Workplace) -> None:
    policy.adopt(workplace, own(4), TODAY + dt.timedelta(days=10), "下月起")
    policy.adopt(workplace, own(5), TODAY, "即日起")
    assert minor_days(policy.in_force(workplace, TODAY)) == 5
    assert minor_days(policy.in_force(workplace, TODAY + dt.timedelta(days=30))) == 5


def test_a_day_before_all_versions_is_the_first_ones(workplace: Workplace) -> None:
    assert policy.in_force(workplace, dt.date(1999, 1, 1)).number == 1


def test_a_record_of_before_there_were_policies_stands_under_the_first(
    workplace: Workplace,
) -> None:
    policy.adopt(workplace, own(), TODAY, "試行")
    assert policy.by_id(workplace, None).number == 1


def test_it_is_found_inside_a_deed_too(workplace: Workplace) -> None:
    with workplace.deed(Permission.EDIT_POLICY) as work:
        assert policy.in_force(work, TODAY) == policy.in_force(work.reader, TODAY)


def test_a_version_that_is_not_there_is_said(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        policy.by_number(workplace, 9)


def test_yesterday_is_over_and_a_change_has_a_reason(workplace: Workplace) -> None:
    """R223."""
    yesterday = TODAY - dt.timedelta(days=1)
    assert refused(lambda: policy.adopt(workplace, own(), yesterday, " ")) == [
        ("policy.holds_from.past", "holds_from"),
        ("policy.why.missing", "why"),
    ]


def test_today_is_the_estates_today(workplace: Workplace, clock: FixedClock) -> None:
    clock.moment = dt.datetime(2026, 11, 21, 17, 0, tzinfo=dt.UTC)  # 01:00 of the 22nd there
    assert refused(lambda: policy.adopt(workplace, own(), TODAY, "遲")) == [
        ("policy.holds_from.past", "holds_from")
    ]


def test_what_the_rules_refuse_is_not_kept(workplace: Workplace) -> None:
    bare = replace(own(), close=(), clocks=())
    told = {code for code, _place in refused(lambda: policy.adopt(workplace, bare, TODAY, "x"))}
    assert told == {"policy.close.required", "policy.solve.missing"}
    assert len(policy.versions(workplace)) == 1


def test_its_texts_are_cleaned(workplace: Workplace) -> None:
    named = replace(own(), labels={"zh_Hant": "本\u202e苑  標準", "zh_Hans": "本苑标准"})
    assert policy.adopt(workplace, named, TODAY, "x").policy.labels["zh_Hant"] == "本苑 標準"


def test_nobodys_edit_is_lost_unseen(workplace: Workplace) -> None:
    policy.adopt(workplace, own(4), TODAY, "甲", based_on=1)
    with pytest.raises(StaleRecord):
        policy.adopt(workplace, own(5), TODAY, "乙", based_on=1)


@pytest.mark.parametrize("role", [Role.RECEPTIONIST, Role.QUALITY_SUPERVISOR, Role.GENERAL_MANAGER])
def test_a_role_that_may_not_is_told_so(workplace: Workplace, role: Role) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", role), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    assert refused(lambda: policy.adopt(other, own(), TODAY, "x")) == [("permission.missing", None)]
    assert policy.adopt_reasons(other)
    assert policy.in_force(other, TODAY).number == 1


def test_a_supervisor_may(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("lee", "李美玲", Role.SUPERVISOR), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    assert policy.adopt(other, own(), TODAY, "x").number == 2


def test_a_damaged_version_is_a_fault_and_no_crash(workplace: Workplace) -> None:
    with workplace.storage.writing() as connection:
        connection.exec_driver_sql("UPDATE policy SET content = '{\"code\": 3}'")
        connection.commit()
    with pytest.raises(EnvironmentFault, match=r"policy\.unreadable"):
        policy.in_force(workplace, TODAY)


def test_a_kept_version_is_parsed_once(workplace: Workplace) -> None:
    assert policy.in_force(workplace, TODAY).policy is policy.in_force(workplace, LONG_AGO).policy


def test_the_row_holds_the_whole_policy(workplace: Workplace) -> None:
    with workplace.deed(Permission.EDIT_POLICY) as work:
        content = work.get(PolicyRow, 1).content
    assert content["switches"]["verifier_is_other"] is True
    assert len(content["clocks"]) == len(policy.in_force(workplace, TODAY).policy.clocks)
