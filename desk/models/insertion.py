"""New rows that stand alone, written by one plain statement.

A visit, a complaint, a print: most deeds add one row without parts. Such rows need none of the
session's bookkeeping, which costs more than the insert itself; a thousand of them go in one
statement. Owners whose parts are new with them go the same way, parts after owners, where an import
brings thousands. Every change, and what is added to something else, goes through the session.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Insert, insert, inspect
from sqlalchemy.orm import InstanceState, make_transient_to_detached
from sqlalchemy.orm.attributes import set_committed_value

from desk.models.base import Base


def stands_alone(row: Base) -> bool:
    """Whether the row is new and nothing but its own columns was given."""
    state: InstanceState[Any] = inspect(row)
    return state.transient and row.__dict__.keys().isdisjoint(state.mapper.relationships.keys())


def insert_rows(connection: Connection, rows: Iterable[Base]) -> None:
    """Insert rows that stand alone; afterwards they have their ids and defaults."""
    for table, same in groupby(rows, key=type):
        _insert(connection, table, list(same))


def insert_with_parts(
    connection: Connection, owners: Sequence[Base], parts: Mapping[str, Sequence[Sequence[Base]]]
) -> list[Base]:
    """Insert owners, then the parts of each: `parts` gives for a collection one list an owner.

    All of them stand alone until then; returns every part.
    """
    insert_rows(connection, owners)
    every: list[Base] = []
    for name, lists in parts.items():
        key, foreign_key = _joined(type(owners[0]), name)
        for owner, own in zip(owners, lists, strict=True):
            for part in own:
                setattr(part, foreign_key, getattr(owner, key))
            every += own
    insert_rows(connection, every)
    for name, lists in parts.items():
        for owner, own in zip(owners, lists, strict=True):
            set_committed_value(owner, name, list(own))
    return every


def _insert(connection: Connection, table: type[Base], rows: Sequence[Base]) -> None:
    statement, defaults = _plan(table)
    values = [{key: row.__dict__.get(key, given) for key, given in defaults} for row in rows]
    if len(rows) == 1:
        ids: Sequence[int] = [connection.execute(statement, values[0]).scalar_one()]
    else:
        ids = connection.execute(statement, values).scalars().all()
    for row, row_id, given in zip(rows, ids, values, strict=True):
        for key, value in given.items():
            set_committed_value(row, key, value)
        set_committed_value(row, "id", row_id)
        make_transient_to_detached(row)


@cache
def _joined(table: type[Base], name: str) -> tuple[str, str]:
    """The key of an owner, and the column of its parts that holds it."""
    ((key, foreign_key),) = inspect(table).relationships[name].local_remote_pairs
    return str(key.key), str(foreign_key.key)


@cache
def _plan(table: type[Base]) -> tuple[Insert, tuple[tuple[str, Any], ...]]:
    """The statement, and every column but the id with its default."""
    columns = [column for column in table.__table__.columns if column.name != "id"]
    defaults = tuple((column.name, getattr(column.default, "arg", None)) for column in columns)
    statement = insert(table.metadata.tables[table.__tablename__])
    return statement.returning(table.__table__.c.id, sort_by_parameter_order=True), defaults
