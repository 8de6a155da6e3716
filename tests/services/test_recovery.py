"""A new recovery code: the old one opens nothing, nobody is locked out, the code is never told."""

from collections.abc import Iterator

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault, RuleRefused
from desk.models import vault as vaults
from desk.models.vault import Vault
from desk.services import history, recovery, sign_in, staff
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD


@pytest.fixture
def begun(folder: DataFolder, clock: FixedClock) -> Iterator[tuple[Workplace, str]]:
    beginning = sign_in.Beginning(
        "海濱花園",
        Region.HK,
        Calendar.GREGORIAN,
        AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        PASSWORD,
    )
    workplace, code = sign_in.begin(folder, beginning, clock, CHEAP)
    yield workplace, code
    workplace.close()


def _opens(workplace: Workplace, code: str) -> bool:
    try:
        return Vault(workplace.folder.vault).unlock_with_recovery_code(code).key == workplace.key
    except EnvironmentFault:
        return False


def test_the_new_code_opens_and_the_old_one_does_not(begun: tuple[Workplace, str]) -> None:
    workplace, old = begun
    assert _opens(workplace, old)
    new = recovery.renew(workplace, PASSWORD, CHEAP)
    assert _opens(workplace, new)
    assert not _opens(workplace, old)


def test_it_is_refused_without_the_clerks_own_password(begun: tuple[Workplace, str]) -> None:
    workplace, old = begun
    with pytest.raises(RuleRefused) as refused:
        recovery.renew(workplace, "not mine at all", CHEAP)
    (reason,) = refused.value.reasons
    assert (reason.code, reason.field) == ("account.password.wrong", "password")
    assert _opens(workplace, old)


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_who_makes_accounts_makes_a_code(begun: tuple[Workplace, str], role: Role) -> None:
    workplace, old = begun
    staff.add(workplace, AccountEntry("lee", "李美玲", role), PASSWORD, CHEAP)
    with pytest.raises(RuleRefused):
        recovery.renew(sign_in.switch(workplace, "lee", PASSWORD), PASSWORD, CHEAP)
    assert _opens(workplace, old)


def test_the_trail_tells_that_it_was_made_and_never_the_code(
    begun: tuple[Workplace, str],
) -> None:
    workplace, _old = begun
    code = recovery.renew(workplace, PASSWORD, CHEAP)
    (newest,) = history.page(workplace, history.Filter(), limit=1).rows
    assert (newest.deed, newest.kind, newest.actor) == ("code_renewed", "estate", "陳大文")
    with workplace.storage.reading() as reader:
        told = reader.exec_driver_sql("SELECT changes FROM history ORDER BY id DESC").scalar()
    assert told == "{}"
    assert code.split("-")[0] not in workplace.folder.vault.read_text("utf-8")


def test_a_deed_that_cannot_be_written_leaves_the_old_code(
    begun: tuple[Workplace, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace, old = begun
    before = workplace.folder.vault.read_text("utf-8")

    def full_disk(*_: object) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("desk.models.unit_of_work.UnitOfWork.commit", full_disk)
        with pytest.raises(EnvironmentFault):
            recovery.renew(workplace, PASSWORD, CHEAP)
    assert _opens(workplace, old)
    assert workplace.folder.vault.read_text("utf-8") == before


def test_an_account_whose_tag_is_the_codes_own_is_not_locked_out(
    begun: tuple[Workplace, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace, _old = begun
    monkeypatch.setattr(vaults, "_tag", _same_tag)
    staff.reset_password(workplace, workplace.actor.id, PASSWORD)
    first = recovery.renew(workplace, PASSWORD, CHEAP)
    second = recovery.renew(workplace, PASSWORD, CHEAP)
    assert not _opens(workplace, first)
    assert _opens(workplace, second)
    assert Vault(workplace.folder.vault).unlock("admin", PASSWORD).key == workplace.key


def _same_tag(_salt: str, _name: str) -> str:
    return "0000"
