"""No command tells somebody who may not call people a whole phone, or anybody a whole number."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.services import sign_in
from tests.cli.conftest import TODAY, Desk, Estate

PHONES = (
    ("phone", "number"),
    ("reception", "caller_phone"),
    ("complaint", "contact"),
    ("release_pass", "phone"),
    ("release_evidence", "phone"),
    ("custody_agreement", "owner_phone"),
    ("key_set", "phone"),
    ("key_loan", "phone"),
    ("key_loan", "word_phone"),
    ("key_receipt", "phone"),
    ("service_agreement", "phone"),
    ("service_order", "phone"),
    ("service_person", "phone"),
    ("move_in", "phone"),
)
NUMBERS = (("identity_document", "number"), ("move_in_person", "identity"))
# A list, and what shows each of its lines whole: the field that names it, and the words before.
LISTS = (
    (("list", "receptions"), ("show",), "number"),
    (("list", "complaints"), ("show",), "number"),
    (("pass", "list"), ("pass", "show"), "number"),
    (("key", "list"), ("key", "show"), "tag"),
    (("key", "loans"), ("show",), "number"),
    (("key", "agreement", "list"), ("show",), "number"),
    (("key", "receipt", "list"), ("show",), "number"),
    (("order", "list"), ("order", "show"), "number"),
    (("order", "list"), ("callbacks", "show"), "number"),
    (("provider", "person", "list"), ("provider", "person", "show"), "id"),
    (("provider", "agreement", "list"), ("show",), "number"),
    (("move-in", "list"), ("move-in", "show"), "number"),
    (("move-in", "list"), ("household", "show"), "unit_id"),
    (("callbacks", "--owed"), (), ""),
    (("print", "log"), (), ""),
    (("papers",), (), ""),
)
HANT = ("--language", "zh_Hant")
MOST = 4  # of each list are shown whole


@pytest.fixture(scope="session")
def secrets(made: Estate) -> frozenset[str]:
    """Every phone of a customer or a worker, and every identity number, as they are written."""
    folder, login = DataFolder(made.path), "admin"
    place = sign_in.sign_in(folder, login, made.passwords[login], FixedClock(TODAY))
    try:
        with place.reading() as reader:
            found = {
                str(value)
                for table, column in (*PHONES, *NUMBERS)
                for value in reader.exec_driver_sql(
                    f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''"
                ).scalars()
            }
    finally:
        place.close()
    return frozenset(one for one in found if sum(char.isdigit() for char in one) > 5)


def shown(desk: Desk, login: str, *words: str) -> str:
    told = desk(*words, login=login)
    assert told.code == 0, (words, told.err)
    return told.out


def lines(told: str) -> list[dict[str, Any]]:
    found = json.loads(told)
    return found if isinstance(found, list) else []


def everything(desk: Desk, login: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What every looking command says, in lines and whole."""
    for listed, whole, key in LISTS:
        said = shown(desk, login, *listed, "--json")
        yield listed, said
        yield listed, shown(desk, login, *listed)
        for row in lines(said)[:MOST] if whole else ():
            words = (*whole, str(row[key]))
            yield words, shown(desk, login, *words)
            yield words, shown(desk, login, *words, "--json")


def test_who_only_looks_is_told_no_whole_phone(desk: Desk, secrets: frozenset[str]) -> None:
    count = 0
    for words, said in everything(desk, "quality"):
        count += 1
        assert not [one for one in secrets if one in said], words
    assert count > 80


def test_a_receptionist_is_told_the_phone_she_has_to_call(
    desk: Desk, secrets: frozenset[str]
) -> None:
    """The walk above sees what it looks for."""
    seen = {words[0] for words, said in everything(desk, "reception") if _has(secrets, said)}
    assert {"show", "pass", "key", "order", "move-in", "household"} <= seen


@pytest.mark.parametrize("form", ["owner-registration", "owner-card"])
def test_a_registration_is_printed_by_who_may_see_it(
    desk: Desk, estate: Estate, tmp_path: Path, form: str
) -> None:
    file = tmp_path / "card.pdf"
    refused = desk("print", form, "latest", *HANT, "--output", str(file), login="quality")
    assert (refused.code != 0, file.exists()) == (True, False)
    assert desk("print", form, "latest", *HANT, "--output", str(file), login="reception").code == 0
    [row] = lines(shown(desk, "quality", "print", "log", "--json"))
    assert set(row["content"]) <= {"title"}
    again = tmp_path / "again.pdf"
    words = ("print", "again", str(row["id"]), "--output", str(again))
    assert desk(*words, login="quality").code != 0
    assert not again.exists()
    assert desk(*words, login="reception").code == 0


def _has(secrets: frozenset[str], said: str) -> bool:
    return any(one in said for one in secrets)
