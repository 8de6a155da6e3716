"""The scheduler of a test process, and queues that are made for one test."""

import os
from collections.abc import Iterator

import pytest

from tests.printing_queue.place import SOCKET, own_socket
from tests.printing_queue.server import CannotRun, PrintServer
from tests.printing_queue.summary import NOT_PRINTED

FRONT, BACK = "front-desk", "back-office"


@pytest.fixture(scope="session")
def scheduler() -> Iterator[PrintServer]:
    """One scheduler a test process; where there can be none its tests are skipped, and say so."""
    place = own_socket()
    assert os.environ[SOCKET] == str(place), "a printer of this machine could be met"
    server = PrintServer(place)
    try:
        server.start()
    except CannotRun as why:
        pytest.skip(f"{NOT_PRINTED}: {why}")
    yield server
    server.stop()


@pytest.fixture
def queues(scheduler: PrintServer) -> Iterator[PrintServer]:
    """Two printers, enabled and accepting, that have printed nothing yet; `FRONT` and `BACK`."""
    scheduler.resume()
    for name in (FRONT, BACK):
        scheduler.add_queue(name)
    yield scheduler
    scheduler.resume()
    for name in (FRONT, BACK):
        scheduler.remove_queue(name)
    scheduler.forget()
