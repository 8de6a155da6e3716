"""What is sent to the database meanwhile, and how it goes about it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event

from desk.models.lists import Reader
from desk.services.workplace import Workplace

Sent = list[tuple[str, Any]]  # statements, and what they were given


@contextmanager
def sent(source: Connection | Engine) -> Iterator[Sent]:
    """Everything that is sent meanwhile."""
    told: Sent = []

    def hear(_connection: object, _cursor: object, words: str, given: Any, *_more: object) -> None:
        told.append((words, given))

    event.listen(source, "before_cursor_execute", hear)
    try:
        yield told
    finally:
        event.remove(source, "before_cursor_execute", hear)


@contextmanager
def counted(workplace: Workplace) -> Iterator[list[str]]:
    """The statements that are sent meanwhile; whole once all of them were."""
    told: list[str] = []
    with sent(workplace.storage.engine) as found:
        yield told
    told += [words for words, _given in found]


def plans(reader: Reader, read: Callable[[], object]) -> list[str]:
    """How the database goes about each query."""
    with sent(reader) as asked:
        read()
    return [
        str(reader.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", given).all())
        for query, given in asked
        if query.startswith("SELECT")
    ]
