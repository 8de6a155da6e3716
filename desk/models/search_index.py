"""The tokens of every record, kept by the unit of work.

One contentless FTS5 table a record kind, its rowid the record's id, so that "newest first" is the
order of the index itself. Tokens are exact: there are no prefix queries, and PostgreSQL's
`tsvector` can hold the same tokens.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby

from sqlalchemy import Connection

from desk.models.base import Searchable
from desk.models.rooms import Rooms


def put(
    connection: Connection, records: Iterable[Searchable], rooms: Rooms, *, fresh: bool
) -> None:
    """Index the records; `fresh` ones are known not to stand in the index yet."""
    ordered = sorted(records, key=_table)
    for table, group in groupby(ordered, key=_table):
        rows = [(record.id, " ".join(sorted(record.search_tokens(rooms)))) for record in group]
        if not fresh:
            ids = [(row[0],) for row in rows]
            connection.exec_driver_sql(f"DELETE FROM {table} WHERE rowid = ?", ids)
        connection.exec_driver_sql(f"INSERT INTO {table} (rowid, tokens) VALUES (?, ?)", rows)


def find(
    connection: Connection,
    table: str,
    terms: Sequence[Iterable[str]],
    limit: int,
) -> tuple[int, ...]:
    """Ids of the newest records that hold one token of every term."""
    if not terms:
        return ()
    found = f"SELECT rowid FROM {table} WHERE {table} MATCH ? ORDER BY rowid DESC LIMIT ?"
    rows = connection.exec_driver_sql(found, (match_expression(terms), limit))
    return tuple(row[0] for row in rows)


def match_expression(terms: Sequence[Iterable[str]]) -> str:
    """An FTS5 expression in which every token is quoted and nothing is read as syntax."""
    return " AND ".join(
        "(" + " OR ".join(f'"{token.replace(chr(34), "")}"' for token in sorted(term)) + ")"
        for term in terms
    )


def _table(record: Searchable) -> str:
    return record.search_table
