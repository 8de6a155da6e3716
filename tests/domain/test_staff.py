"""The rules of accounts, as tables."""

import pytest

from desk.domain import staff as rules
from desk.domain.estate import Calendar, EstateEntry, Region, estate_reasons
from desk.domain.permissions import ALLOWED, Permission, Role
from desk.domain.staff import AccountChange, AccountEntry


@pytest.mark.parametrize(
    ("login", "codes"),
    [
        ("lee", []),
        ("lee.mei-ling@desk_1", []),
        ("李美玲", []),
        ("a", ["account.login.form"]),
        ("", ["account.login.form"]),
        ("a b", ["account.login.form"]),
        ("a" * 64, []),
        ("a" * 65, ["account.login.form"]),
    ],
)
def test_a_login_name_is_one_word_of_2_to_64_signs(login: str, codes: list[str]) -> None:
    assert [one.code for one in rules.account_reasons(AccountEntry(login, "李美玲"))] == codes


@pytest.mark.parametrize(
    ("length", "codes"),
    [
        (0, ["account.password.short"]),
        (7, ["account.password.short"]),
        (8, []),
        (200, []),
        (201, ["account.password.long"]),
    ],
)
def test_a_password_is_neither_too_short_nor_too_long(length: int, codes: list[str]) -> None:
    assert [one.code for one in rules.password_reasons("x" * length)] == codes


ADMIN, CLERK = Role.ADMINISTRATOR, Role.RECEPTIONIST


@pytest.mark.parametrize(
    ("former", "new", "is_self", "others", "codes"),
    [
        (CLERK, ADMIN, False, 1, []),
        (ADMIN, CLERK, False, 1, []),
        (ADMIN, CLERK, False, 0, ["account.last_administrator.role"]),
        (ADMIN, CLERK, True, 1, ["account.own_role"]),
        (ADMIN, CLERK, True, 0, ["account.own_role"]),
        (ADMIN, ADMIN, True, 0, []),
        (CLERK, CLERK, True, 0, []),
    ],
)
def test_a_role_is_changed_by_another_and_never_taken_from_the_last_administrator(
    former: Role, new: Role, is_self: bool, others: int, codes: list[str]
) -> None:
    change = AccountChange("李美玲", new, "zh_Hant")
    reasons = rules.change_reasons(change, former, is_self=is_self, other_administrators=others)
    assert [one.code for one in reasons] == codes


def test_a_change_without_a_name_is_refused_beside_the_role() -> None:
    change = AccountChange("", CLERK, "zh_Hant")
    reasons = rules.change_reasons(change, ADMIN, is_self=False, other_administrators=0)
    assert [one.field for one in reasons] == ["name", "role"]


@pytest.mark.parametrize(
    ("is_self", "is_administrator", "others", "codes"),
    [
        (True, True, 3, ["account.self"]),
        (False, True, 0, ["account.last_administrator"]),
        (False, True, 1, []),
        (False, False, 0, []),
    ],
)
def test_an_account_is_ended_by_another_and_never_the_last_administrators(
    is_self: bool, is_administrator: bool, others: int, codes: list[str]
) -> None:
    reasons = rules.deactivation_reasons(
        is_self=is_self, is_administrator=is_administrator, other_administrators=others
    )
    assert [one.code for one in reasons] == codes


def test_only_an_administrator_manages_accounts() -> None:
    managing = [role for role in Role if Permission.MANAGE_ACCOUNTS in ALLOWED[role]]
    assert managing == [ADMIN]


def test_a_second_persons_word_is_given_by_supervisor_manager_and_general_manager() -> None:
    approving = {role for role in Role if Permission.APPROVE in ALLOWED[role]}
    assert approving == {Role.SUPERVISOR, Role.MANAGER, Role.GENERAL_MANAGER}


def test_a_general_manager_reads_prints_exports_and_approves_and_changes_nothing() -> None:
    assert ALLOWED[Role.GENERAL_MANAGER] == {
        Permission.READ,
        Permission.PRINT,
        Permission.EXPORT,
        Permission.READ_HISTORY,
        Permission.APPROVE,
    }


def test_the_policy_is_edited_by_supervisor_manager_and_administrator() -> None:
    editing = {role for role in Role if Permission.EDIT_POLICY in ALLOWED[role]}
    assert editing == {Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR}


@pytest.mark.parametrize("region", Region)
def test_an_estate_wants_a_name_in_every_region(region: Region) -> None:
    assert estate_reasons(EstateEntry("海濱花園", region, Calendar.GREGORIAN)) == ()
    (reason,) = estate_reasons(EstateEntry("", region, Calendar.GREGORIAN))
    assert (reason.code, reason.field) == ("estate.name.missing", "name")
