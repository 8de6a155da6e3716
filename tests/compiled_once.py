"""A test process compiles a statement once, however many desks it opens."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Dialect, Engine
from sqlalchemy.util import LRUCache

from desk.models import storage

_ROOM = 5000  # statements


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Engines share what was compiled for the first, as one desk does from morning to night."""
    make = storage._engine
    shared: dict[str, Dialect] = {}
    compiled: LRUCache[Any, Any] = LRUCache(_ROOM)

    def sharing(*wanted: Any) -> Engine:
        engine = make(*wanted)
        engine.dialect = shared.setdefault("dialect", engine.dialect)
        engine._compiled_cache = compiled
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage, "_engine", sharing)
        yield
