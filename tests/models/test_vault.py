"""The key slots: who opens, who does not, and what the file tells a thief."""

import json
from pathlib import Path

import pytest

from desk.errors import EnvironmentFault
from desk.models.vault import KEY_BYTES, Cost, Vault, subkey

CHEAP = Cost(passes=1, memory=8, lanes=1)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault.json", CHEAP)


def _refusal(vault: Vault, login: str, password: str) -> str:
    with pytest.raises(EnvironmentFault) as refused:
        vault.unlock(login, password)
    return refused.value.code


def test_every_password_opens_the_same_data_key(vault: Vault) -> None:
    key = vault.create()
    vault.add_password("may", "first password", key)
    vault.add_password("ken", "second password", key)

    assert len(key) == KEY_BYTES
    assert vault.unlock("may", "first password").key == key
    assert vault.unlock("ken", "second password").key == key


@pytest.mark.parametrize(
    "damage",
    [
        {"passes": 0},
        {"passes": "3"},
        {"passes": None},
        {"passes": 1.5},
        {"passes": 2**40},
        {"memory": 2**31 - 1},
        {"lanes": 0},
        {"lanes": 64},
        {"name": 5},
        {"tag": 5},
        {"wrapped": "abc"},
    ],
    ids=str,
)
def test_a_slot_that_makes_no_sense_is_a_damaged_vault(
    vault: Vault, tmp_path: Path, damage: dict[str, object]
) -> None:
    vault.add_password("may", "a password", vault.create())
    content = json.loads((tmp_path / "vault.json").read_text())
    content["slots"][0] |= damage
    (tmp_path / "vault.json").write_text(json.dumps(content))

    assert _refusal(vault, "may", "a password") == "storage.vault_damaged"


def test_a_vault_nested_without_end_is_damaged(vault: Vault, tmp_path: Path) -> None:
    (tmp_path / "vault.json").write_text("[" * 100_000)

    assert _refusal(vault, "may", "a password") == "storage.vault_damaged"


def test_halves_of_characters_are_a_wrong_name_or_password(vault: Vault) -> None:
    key = vault.create()
    vault.add_password("may", "a password \ud842", key)

    assert _refusal(vault, "may\udcff", "a password") == "sign_in.refused"
    assert _refusal(vault, "may", "\udfb7 a password") == "sign_in.refused"
    assert vault.unlock("may", "a password \ud842").key == key


def test_a_login_name_is_the_same_with_capitals_and_blanks(vault: Vault) -> None:
    key = vault.create()
    vault.add_password("May", "a password", key)

    assert vault.unlock(" mAY ", "a password").key == key


def test_wrong_password_and_unknown_name_are_refused_alike(vault: Vault) -> None:
    vault.add_password("may", "a password", vault.create())

    assert _refusal(vault, "may", "another") == "sign_in.refused"
    assert _refusal(vault, "nobody", "a password") == "sign_in.refused"


def test_one_clerks_password_does_not_open_anothers_slot(vault: Vault) -> None:
    key = vault.create()
    vault.add_password("may", "password of may", key)
    vault.add_password("ken", "password of ken", key)

    assert _refusal(vault, "may", "password of ken") == "sign_in.refused"


def test_a_removed_slot_opens_nothing(vault: Vault) -> None:
    key = vault.create()
    slot = vault.add_password("may", "a password", key)
    vault.remove(slot)

    assert _refusal(vault, "may", "a password") == "sign_in.refused"


def test_the_recovery_code_opens_however_it_is_typed(vault: Vault) -> None:
    key = vault.create()
    code = vault.add_recovery_code(key)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert vault.unlock_with_recovery_code(code).key == key
    assert vault.unlock_with_recovery_code(typed).key == key


def test_the_file_names_nobody(vault: Vault, tmp_path: Path) -> None:
    key = vault.create()
    vault.add_password("chantaiman", "a password", key)
    raw = (tmp_path / "vault.json").read_bytes()

    assert b"chantaiman" not in raw
    assert key.hex().encode() not in raw


def test_a_changed_wrapped_key_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    vault.add_password("may", "a password", vault.create())
    path = tmp_path / "vault.json"
    content = json.loads(path.read_text())
    wrapped = content["slots"][0]["wrapped"]
    content["slots"][0]["wrapped"] = ("0" if wrapped[0] != "0" else "1") + wrapped[1:]
    path.write_text(json.dumps(content))

    assert _refusal(vault, "may", "a password") == "sign_in.refused"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("", "storage.vault_damaged"),
        ("[1, 2]", "storage.vault_damaged"),
        ('{"salt": "00", "slots": [{}]}', "storage.vault_damaged"),
        ('{"salt": "zz", "slots": []}', "storage.vault_damaged"),
    ],
)
def test_a_damaged_vault_is_said_to_be_so(
    vault: Vault, tmp_path: Path, content: str, code: str
) -> None:
    (tmp_path / "vault.json").write_text(content)

    assert _refusal(vault, "may", "a password") == code


def test_a_missing_vault_is_said_to_be_so(vault: Vault) -> None:
    assert _refusal(vault, "may", "a password") == "storage.vault_missing"


def test_a_second_vault_never_replaces_the_first(vault: Vault) -> None:
    vault.create()
    with pytest.raises(EnvironmentFault) as refused:
        vault.create()
    assert refused.value.code == "storage.folder_in_use"


def test_each_purpose_has_its_own_key() -> None:
    assert subkey(b"k" * 32, "attachments") != subkey(b"k" * 32, "digests")
