"""A test process compiles a statement once, however many desks it opens."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from desk.models import storage

_ROOM = 5000  # statements


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Engines share what the first of them has compiled, as one desk does from morning to night."""
    make = storage._engine
    engines: list[Engine] = []

    def sharing(*wanted: Any) -> Engine:
        engine = make(*wanted)
        if not engines:
            engine._compiled_cache.capacity = _ROOM
            engines.append(engine)
        engine.dialect = engines[0].dialect
        engine._compiled_cache = engines[0]._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage, "_engine", sharing)
        yield
