"""Who gets into a folder when something is left over of an earlier run."""

import socket

import pytest
from PySide6.QtWidgets import QApplication

from desk.clock import FixedClock
from desk.config import DataFolder
from tests.journeys.desk_hands import running

NOBODY = 2**22 + 1  # above every process id


@pytest.mark.parametrize(
    "left_over",
    [b"", bytes(40), b"\xff\xfe", f"{NOBODY}\ndesk\n{socket.gethostname()}\n\n".encode()],
    ids=["empty", "zeros", "garbled", "of a program that is gone"],
)
def test_a_lock_that_nobody_holds_keeps_nobody_out(
    qapp: QApplication, folder: DataFolder, clock: FixedClock, left_over: bytes
) -> None:
    folder.prepare()
    folder.lock.write_bytes(left_over)
    with running(qapp, folder, clock) as program:
        assert program.window is not None
