"""The migrations: they lead to the models, and are recognised as done."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from desk.models import tables, upgrade
from desk.models.base import Recorded, Searchable
from desk.models.storage import Storage

KEY = bytes(range(32))
BY_HAND = ("search_", "alembic_version")  # made by hand in the steps, not by the models


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Storage]:
    storage = Storage.create(tmp_path / "desk.db", KEY)
    upgrade.bring_up_to_date(storage)
    yield storage
    storage.close()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(
        connection,
        opts={
            "compare_type": True,
            "include_name": lambda name, kind, _: (
                kind != "table" or not str(name).startswith(BY_HAND)
            ),
        },
    )
    return list(compare_metadata(context, tables.metadata()))


def test_the_last_step_equals_the_models(fresh: Storage) -> None:
    with fresh.reading() as reader:
        assert _differences(reader) == []


def test_a_column_that_no_step_made_would_be_noticed(fresh: Storage) -> None:
    with fresh.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE building ADD COLUMN colour TEXT")
        connection.commit()
    with fresh.reading() as reader:
        assert _differences(reader) != []


def test_the_head_the_program_knows_is_the_last_step() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(upgrade.__file__).parent / "migrations"))

    assert ScriptDirectory.from_config(config).get_current_head() == upgrade.HEAD


def test_a_database_at_the_head_is_left_alone(fresh: Storage) -> None:
    assert upgrade.bring_up_to_date(fresh) is False


def test_every_constraint_has_a_name(fresh: Storage) -> None:
    with fresh.reading() as reader:
        made = reader.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
            " AND name NOT LIKE 'sqlite%'"
        ).all()
    for name, sql in made:
        for kind in ("PRIMARY KEY", "FOREIGN KEY", "UNIQUE", "CHECK"):
            for before in sql.split(kind)[:-1]:
                assert "CONSTRAINT" in before.rsplit(",", 1)[-1], f"{name}: {kind} without a name"


def test_every_searchable_record_has_its_index(fresh: Storage) -> None:
    wanted = {one.search_table for one in Recorded.__subclasses__() if issubclass(one, Searchable)}
    with fresh.reading() as reader:
        made = reader.exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE sql LIKE '%USING fts5%'"
        ).scalars()
        assert set(made) == wanted
