"""Accounts: who may change what, and which passwords open the folder afterwards."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.staff import AccountChange, AccountEntry
from desk.errors import DeskError, EnvironmentFault, NotFound, RuleRefused, StaleRecord
from desk.models.vault import Vault
from desk.services import history, sign_in, staff
from desk.services.staff import AccountRow
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

NEW = "another word 2"
LEE = AccountEntry("Lee", "李美玲", Role.RECEPTIONIST, "zh_Hant")


def _codes(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(DeskError) as refused:
        deed()
    error = refused.value
    if isinstance(error, RuleRefused):
        return [reason.code for reason in error.reasons]
    assert isinstance(error, EnvironmentFault)
    return [error.code]


def _enters(workplace: Workplace, login: str, password: str) -> bool:
    try:
        sign_in.switch(workplace, login, password)
    except EnvironmentFault:
        return False
    return True


def _slots(workplace: Workplace) -> int:
    return workplace.folder.vault.read_text("utf-8").count('"wrapped"')


@pytest.fixture
def lee(workplace: Workplace) -> AccountRow:
    return staff.add(workplace, LEE, PASSWORD, CHEAP)


def test_a_new_account_signs_in_with_its_first_password(
    workplace: Workplace, lee: AccountRow
) -> None:
    assert (lee.login, lee.name, lee.role, lee.active) == ("lee", "李美玲", "receptionist", True)
    assert _enters(workplace, "LEE ", PASSWORD)


def test_everything_wrong_with_a_new_account_is_said_at_once(workplace: Workplace) -> None:
    slots = _slots(workplace)
    bad = AccountEntry("a b", " \u202e ")
    assert _codes(lambda: staff.add(workplace, bad, "short", CHEAP)) == [
        "account.login.form",
        "account.name.missing",
        "account.password.short",
    ]
    assert _slots(workplace) == slots


def test_a_login_name_is_given_once_whatever_its_capitals(
    workplace: Workplace, lee: AccountRow
) -> None:
    again = replace(LEE, login="LEE")
    assert _codes(lambda: staff.add(workplace, again, PASSWORD, CHEAP)) == ["account.login.taken"]


def test_a_name_is_changed_and_the_trail_tells_it(workplace: Workplace, lee: AccountRow) -> None:
    wanted = AccountChange("李 美玲\n", Role.SUPERVISOR, "zh_Hans")
    changed = staff.change(workplace, lee.id, lee.version, wanted)
    assert (changed.name, changed.role, changed.language) == ("李 美玲", "supervisor", "zh_Hans")
    (newest,) = history.page(workplace, history.Filter(), limit=1).rows
    assert (newest.deed, newest.kind, newest.record, newest.actor) == (
        "changed", "account", "lee", "陳大文",
    )  # fmt: skip


def test_a_change_of_what_someone_changed_meanwhile_is_refused(
    workplace: Workplace, lee: AccountRow
) -> None:
    wanted = AccountChange("李", Role.RECEPTIONIST, "en")
    staff.change(workplace, lee.id, lee.version, wanted)
    with pytest.raises(StaleRecord):
        staff.change(workplace, lee.id, lee.version, wanted)


def test_nobody_changes_the_own_role(workplace: Workplace, lee: AccountRow) -> None:
    me = staff.get(workplace, workplace.actor.id)
    wanted = AccountChange(me.name, Role.MANAGER, me.language)
    assert _codes(lambda: staff.change(workplace, me.id, me.version, wanted)) == [
        "account.own_role"
    ]


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_no_other_role_manages_accounts(workplace: Workplace, role: Role) -> None:
    row = staff.add(workplace, replace(LEE, role=role), PASSWORD, CHEAP)
    other = sign_in.switch(workplace, "lee", PASSWORD)
    wanted = AccountChange("李", role, "en")
    for deed in (
        lambda: staff.add(other, replace(LEE, login="chan"), PASSWORD, CHEAP),
        lambda: staff.change(other, row.id, row.version, wanted),
        lambda: staff.reset_password(other, row.id, NEW),
        lambda: staff.deactivate(other, workplace.actor.id),
        lambda: staff.readmit(other, row.id, NEW),
    ):
        assert _codes(deed) == ["permission.missing"]


def test_the_own_password_is_changed_with_the_old_one(workplace: Workplace) -> None:
    staff.change_own_password(workplace, PASSWORD, NEW)
    assert _enters(workplace, "admin", NEW)
    assert not _enters(workplace, "admin", PASSWORD)


def test_a_wrong_old_password_and_a_short_new_one_are_refused_together(
    workplace: Workplace,
) -> None:
    codes = _codes(lambda: staff.change_own_password(workplace, "not mine at all", "short"))
    assert codes == ["account.password.wrong", "account.password.short"]
    assert _enters(workplace, "admin", PASSWORD)


def test_a_damaged_key_file_is_not_taken_for_a_wrong_password(workplace: Workplace) -> None:
    workplace.folder.vault.write_text("no json", "utf-8")
    assert _codes(lambda: staff.change_own_password(workplace, PASSWORD, NEW)) == [
        "storage.vault_damaged"
    ]


def test_an_administrator_gives_a_new_password(workplace: Workplace, lee: AccountRow) -> None:
    staff.reset_password(workplace, lee.id, NEW)
    assert _enters(workplace, "lee", NEW)
    assert not _enters(workplace, "lee", PASSWORD)


def test_an_ended_account_opens_nothing_and_keeps_its_deeds(
    workplace: Workplace, lee: AccountRow, clock: FixedClock
) -> None:
    slots = _slots(workplace)
    staff.deactivate(workplace, lee.id)
    assert not _enters(workplace, "lee", PASSWORD)
    assert _slots(workplace) == slots - 1
    assert not staff.get(workplace, lee.id).active
    assert _codes(lambda: staff.reset_password(workplace, lee.id, NEW)) == ["account.ended"]


def test_an_ended_account_is_let_in_again_under_a_new_password(
    workplace: Workplace, lee: AccountRow
) -> None:
    staff.deactivate(workplace, lee.id)
    assert _codes(lambda: staff.readmit(workplace, lee.id, "short")) == ["account.password.short"]
    staff.readmit(workplace, lee.id, NEW)
    assert _enters(workplace, "lee", NEW)
    assert not _enters(workplace, "lee", PASSWORD)


def test_a_password_given_to_whoever_was_let_in_meanwhile_leaves_one_key(
    workplace: Workplace, lee: AccountRow
) -> None:
    slots = _slots(workplace)
    staff.readmit(workplace, lee.id, NEW)
    assert _slots(workplace) == slots
    assert not _enters(workplace, "lee", PASSWORD)


def test_the_own_account_is_not_ended(workplace: Workplace) -> None:
    assert _codes(lambda: staff.deactivate(workplace, workplace.actor.id)) == ["account.self"]


def test_an_account_that_was_not_written_down_has_no_key(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    slots = _slots(workplace)

    def full_disk(*_: object) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("desk.models.unit_of_work.UnitOfWork.commit", full_disk)
        assert _codes(lambda: staff.add(workplace, LEE, PASSWORD, CHEAP)) == ["storage.disk_full"]
    assert _slots(workplace) == slots
    assert len(staff.accounts(workplace)) == 1


def test_an_account_that_is_not_there_is_not_found(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        staff.get(workplace, 99)


def test_the_own_language_is_remembered(workplace: Workplace) -> None:
    other = staff.set_language(workplace, "zh_Hans")
    assert other.actor.language == "zh_Hans"
    assert staff.get(workplace, workplace.actor.id).language == "zh_Hans"


def test_no_password_stands_in_the_trail(workplace: Workplace, lee: AccountRow) -> None:
    staff.reset_password(workplace, lee.id, NEW)
    with workplace.storage.reading() as reader:
        told = reader.exec_driver_sql("SELECT group_concat(changes) FROM history").scalar()
    assert PASSWORD not in str(told)
    assert NEW not in str(told)
    assert Vault(workplace.folder.vault).unlock("lee", NEW).key == workplace.key
