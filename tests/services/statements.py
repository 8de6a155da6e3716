"""What is sent to the database meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from desk.services.workplace import Workplace


@contextmanager
def counted(workplace: Workplace) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    told: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        told.append(statement)

    event.listen(workplace.storage.engine, "before_cursor_execute", hear)
    yield told
    event.remove(workplace.storage.engine, "before_cursor_execute", hear)
