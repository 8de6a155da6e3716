"""New rows that stand alone, written by one plain statement.

A visit, a complaint, a print: most deeds add one row without parts. Such rows need none of the
session's bookkeeping, which costs more than the insert itself; a thousand of them go in one
statement. Rows with parts, and every change, go through the session.
"""

from collections.abc import Iterable, Sequence
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
def _plan(table: type[Base]) -> tuple[Insert, tuple[tuple[str, Any], ...]]:
    """The statement, and every column but the id with its default."""
    columns = [column for column in table.__table__.columns if column.name != "id"]
    defaults = tuple((column.name, getattr(column.default, "arg", None)) for column in columns)
    statement = insert(table.metadata.tables[table.__tablename__])
    return statement.returning(table.__table__.c.id, sort_by_parameter_order=True), defaults
