"""First run, sign in, switch, recover: who gets in, and what is left behind when it fails."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.estate import Calendar, Region
from desk.domain.permissions import Role
from desk.domain.staff import AccountEntry
from desk.errors import DeskError, EnvironmentFault, RuleRefused
from desk.models.storage import Storage
from desk.models.vault import Cost, Vault
from desk.services import sign_in, staff
from desk.services.sign_in import Beginning
from desk.services.workplace import Workplace

PASSWORD = "open sesame 1"
CHEAP = Cost(passes=1, memory=8, lanes=1)


def _beginning(**given: object) -> Beginning:
    values: dict[str, object] = {
        "estate": "海濱花園",
        "region": Region.HK,
        "calendar": Calendar.GREGORIAN,
        "account": AccountEntry("admin", "陳大文", Role.ADMINISTRATOR, "zh_Hant"),
        "password": PASSWORD,
    }
    return Beginning(**(values | given))  # type: ignore[arg-type]


def _codes(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(DeskError) as refused:
        deed()
    error = refused.value
    if isinstance(error, RuleRefused):
        return [reason.code for reason in error.reasons]
    assert isinstance(error, EnvironmentFault)
    return [error.code]


def test_the_first_run_refuses_everything_at_once_and_makes_nothing(
    folder: DataFolder, clock: FixedClock
) -> None:
    bad = _beginning(estate="", account=AccountEntry("a b", ""), password="short")

    assert _codes(lambda: sign_in.begin(folder, bad, clock, CHEAP)) == [
        "estate.name.missing",
        "account.login.form",
        "account.name.missing",
        "account.password.short",
        "account.first.not_administrator",
    ]
    assert not folder.path.exists()


def test_the_first_names_are_cleaned_and_bounded_like_all_others(
    folder: DataFolder, clock: FixedClock
) -> None:
    account = AccountEntry("admin", " 陳\u202e大文\n", Role.ADMINISTRATOR)
    wanted = sign_in.Beginning("海濱" * 70, Region.HK, Calendar.GREGORIAN, account, PASSWORD)
    with pytest.raises(RuleRefused) as refused:
        sign_in.begin(folder, wanted, clock, CHEAP)
    assert [(one.code, one.field) for one in refused.value.reasons] == [("text.too_long", "estate")]
    workplace, _code = sign_in.begin(folder, replace(wanted, estate="海濱\t花園"), clock, CHEAP)
    assert (workplace.estate.name, workplace.actor.name) == ("海濱 花園", "陳大文")
    workplace.close()


def test_a_folder_is_begun_once(folder: DataFolder, clock: FixedClock) -> None:
    sign_in.begin(folder, _beginning(), clock, CHEAP)[0].close()

    assert not folder.is_new()
    again = _codes(lambda: sign_in.begin(folder, _beginning(), clock, CHEAP))
    assert again == ["storage.folder_in_use"]


def test_a_first_run_cut_off_before_its_end_can_be_done_again(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", power_cut)
        with pytest.raises(KeyboardInterrupt):
            sign_in.begin(folder, _beginning(), clock, CHEAP)
    assert folder.is_new()
    sign_in.begin(folder, _beginning(), clock, CHEAP)[0].close()
    sign_in.sign_in(folder, "admin", PASSWORD, clock).close()


def test_a_first_run_cut_off_between_its_last_two_steps_is_finished_at_sign_in(
    folder: DataFolder, clock: FixedClock
) -> None:
    sign_in.begin(folder, _beginning(), clock, CHEAP)[0].close()
    folder.database.rename(folder.database.with_name("desk.db.new"))

    sign_in.sign_in(folder, "admin", PASSWORD, clock).close()
    assert folder.database.exists()


def test_name_and_password_are_refused_without_saying_which(
    workplace: Workplace, clock: FixedClock
) -> None:
    folder = workplace.folder
    assert _codes(lambda: sign_in.sign_in(folder, "admin", "x", clock)) == ["sign_in.refused"]
    assert _codes(lambda: sign_in.sign_in(folder, "y", PASSWORD, clock)) == ["sign_in.refused"]


def test_the_recovery_code_gives_a_new_password_and_ends_the_old_one(
    folder: DataFolder, clock: FixedClock
) -> None:
    opened, code = sign_in.begin(folder, _beginning(), clock, CHEAP)
    opened.close()
    sign_in.recover(folder, code, "admin", "another one 2", clock).close()

    assert _codes(lambda: sign_in.sign_in(folder, "admin", PASSWORD, clock)) == ["sign_in.refused"]
    sign_in.sign_in(folder, "admin", "another one 2", clock).close()


def test_who_came_in_by_the_recovery_code_stands_in_the_history(
    folder: DataFolder, clock: FixedClock
) -> None:
    opened, code = sign_in.begin(folder, _beginning(), clock, CHEAP)
    opened.close()
    again = sign_in.recover(folder, code, "admin", "another one 2", clock)
    told = text("SELECT changes FROM history WHERE deed = 'signed_in' ORDER BY id DESC LIMIT 1")
    with again.reading() as reader:
        assert reader.scalar(told) == '{"with": "recovery_code"}'
    again.close()


def test_a_wrong_recovery_code_is_refused(workplace: Workplace, clock: FixedClock) -> None:
    code = "00000-00000-00000-00000-00000-00000"
    deed = lambda: sign_in.recover(workplace.folder, code, "admin", "a new one 2", clock)  # noqa: E731

    assert _codes(deed) == ["sign_in.refused"]


def test_another_clerk_takes_over_the_open_desk(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("may", "黃美玲"), "password of may", CHEAP)
    other = sign_in.switch(workplace, "May", "password of may")

    assert (other.actor.name, other.actor.role) == ("黃美玲", Role.RECEPTIONIST)
    assert other.storage is workplace.storage


def test_a_key_file_from_before_a_new_password_does_not_bring_the_old_one_back(
    workplace: Workplace, clock: FixedClock
) -> None:
    folder = workplace.folder
    before = folder.vault.read_bytes()
    staff.change_own_password(workplace, PASSWORD, "another one 2")
    folder.vault.write_bytes(before)

    assert _codes(lambda: sign_in.sign_in(folder, "admin", PASSWORD, clock)) == ["sign_in.refused"]
    assert _codes(lambda: sign_in.switch(workplace, "admin", PASSWORD)) == ["sign_in.refused"]
    again = _codes(lambda: staff.change_own_password(workplace, PASSWORD, "a third one 3"))
    assert again == ["account.password.wrong"]


def test_a_power_cut_in_the_middle_of_a_new_password_leaves_one_that_is_good(
    workplace: Workplace, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def power_cut(*_: object) -> None:
        raise KeyboardInterrupt

    folder = workplace.folder
    with monkeypatch.context() as patch:
        patch.setattr(Vault, "keep_only", power_cut)
        with pytest.raises(KeyboardInterrupt):
            staff.change_own_password(workplace, PASSWORD, "another one 2")
    assert _codes(lambda: sign_in.sign_in(folder, "admin", PASSWORD, clock)) == ["sign_in.refused"]
    sign_in.sign_in(folder, "admin", "another one 2", clock).close()


def test_slots_left_over_by_a_power_cut_go_with_the_next_change(workplace: Workplace) -> None:
    vault = Vault(workplace.folder.vault, CHEAP)
    vault.add_password("nobody", "left over", workplace.key)
    may = staff.add(workplace, AccountEntry("may", "黃美玲"), "password of may", CHEAP)
    staff.deactivate(workplace, may.id)

    for login, password in (("nobody", "left over"), ("may", "password of may")):
        assert _codes(lambda who=login, what=password: vault.unlock(who, what)) == [
            "sign_in.refused"
        ]
    assert len(vault.recovery_slots(())) == 1
    sign_in.switch(workplace, "admin", PASSWORD)


def test_a_new_password_stands_though_the_old_slot_cannot_be_taken_away(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Vault, "remove", full)
        staff.change_own_password(workplace, PASSWORD, "another one 2")
    assert _codes(lambda: sign_in.switch(workplace, "admin", PASSWORD)) == ["sign_in.refused"]
    sign_in.switch(workplace, "admin", "another one 2")


def test_the_key_file_of_another_folder_lets_nobody_take_the_desk_over(
    workplace: Workplace, clock: FixedClock, tmp_path: Path
) -> None:
    other = DataFolder(tmp_path / "other")
    sign_in.begin(other, _beginning(password="of my own"), clock, CHEAP)[0].close()
    workplace.folder.vault.write_bytes(other.vault.read_bytes())

    assert _codes(lambda: sign_in.switch(workplace, "admin", "of my own")) == ["sign_in.refused"]


@pytest.mark.skipif(os.name != "posix", reason="rights are kept elsewhere there")
def test_what_holds_keys_and_data_is_open_to_its_user_alone(
    folder: DataFolder, clock: FixedClock
) -> None:
    folder.path.mkdir(mode=0o755)
    opened, _code = sign_in.begin(folder, _beginning(), clock, CHEAP)
    journal = folder.database.with_name("desk.db-wal")
    modes = {one.stat().st_mode & 0o777 for one in (folder.vault, folder.database, journal)}
    opened.close()

    assert modes == {0o600}


def test_the_first_run_takes_nothing_away_that_is_not_its_own(
    folder: DataFolder, clock: FixedClock
) -> None:
    folder.path.mkdir()
    letter = folder.path / "letter.new.docx"
    letter.write_text("mine")
    (folder.path / "minutes.new").mkdir()
    sign_in.begin(folder, _beginning(), clock, CHEAP)[0].close()

    assert letter.read_text() == "mine"
    assert (folder.path / "minutes.new").is_dir()


def test_a_first_run_whose_journal_could_not_be_emptied_is_not_taken_for_whole(
    folder: DataFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def close(storage: Storage) -> None:
        storage.engine.dispose()
        storage.path.with_name(storage.path.name + "-wal").write_bytes(b"the newest pages")

    with monkeypatch.context() as patch:
        patch.setattr(Storage, "close", close)
        refused = _codes(lambda: sign_in.begin(folder, _beginning(), clock, CHEAP))
    assert refused == ["storage.disk_full"]
    assert folder.is_new()
    sign_in.begin(folder, _beginning(), clock, CHEAP)[0].close()


def test_the_journal_of_a_lost_database_is_never_given_to_a_new_one(
    folder: DataFolder, clock: FixedClock
) -> None:
    opened, _code = sign_in.begin(folder, _beginning(), clock, CHEAP)
    journal = folder.database.with_name("desk.db-wal")
    kept = journal.read_bytes()
    opened.close()
    folder.vault.unlink()
    folder.database.unlink()
    journal.write_bytes(kept)

    refused = _codes(lambda: sign_in.begin(folder, _beginning(), clock, CHEAP))
    assert refused == ["storage.folder_in_use"]
    assert journal.read_bytes() == kept


def test_halves_of_characters_are_nobodys_name(folder: DataFolder, clock: FixedClock) -> None:
    opened, code = sign_in.begin(folder, _beginning(), clock, CHEAP)
    opened.close()
    deed = lambda: sign_in.recover(folder, code, "admin\udc00", "a new one 2", clock)  # noqa: E731

    assert _codes(deed) == ["sign_in.refused"]


def test_every_sign_in_stands_in_the_history(workplace: Workplace) -> None:
    sign_in.switch(workplace, "admin", PASSWORD)
    with workplace.reading() as reader:
        count = reader.scalar(text("SELECT count(*) FROM history WHERE deed = 'signed_in'"))
    assert count == 2


def test_an_ended_account_gets_in_nowhere(workplace: Workplace, clock: FixedClock) -> None:
    row = staff.add(workplace, AccountEntry("may", "黃美玲"), "password of may", CHEAP)
    staff.deactivate(workplace, row.id)

    assert _codes(lambda: sign_in.switch(workplace, "may", "password of may")) == [
        "sign_in.refused"
    ]


def test_a_login_name_is_given_once_whatever_its_capitals(workplace: Workplace) -> None:
    taken = AccountEntry("ADMIN", "另一人")

    assert _codes(lambda: staff.add(workplace, taken, PASSWORD, CHEAP)) == ["account.login.taken"]


def test_only_an_administrator_makes_accounts(workplace: Workplace) -> None:
    staff.add(workplace, AccountEntry("may", "黃美玲"), "password of may", CHEAP)
    clerk = sign_in.switch(workplace, "may", "password of may")
    deed = lambda: staff.add(clerk, AccountEntry("ken", "何志強"), PASSWORD, CHEAP)  # noqa: E731

    assert _codes(deed) == ["permission.missing"]


def test_nobody_ends_their_own_account(workplace: Workplace) -> None:
    assert _codes(lambda: staff.deactivate(workplace, workplace.actor.id)) == ["account.self"]


def test_a_changed_password_opens_and_the_old_one_does_not(
    workplace: Workplace, clock: FixedClock
) -> None:
    staff.change_own_password(workplace, PASSWORD, "a better one 3")

    assert _codes(lambda: sign_in.switch(workplace, "admin", PASSWORD)) == ["sign_in.refused"]
    sign_in.switch(workplace, "admin", "a better one 3")


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = DataFolder(tmp_path / "file" / "data")

    assert _codes(lambda: sign_in.begin(folder, _beginning(), clock, CHEAP)) == [
        "storage.unwritable"
    ]
