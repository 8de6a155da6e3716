"""The real window, open on a sample."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtWidgets import QApplication

from desk.app import Program
from desk.clock import Clock
from desk.config import DataFolder
from desk.ui.shell.main_window import MainWindow
from tests.benchmarks.sample import Sample


@contextmanager
def open_window(folder: DataFolder, sample: Sample, clock: Clock) -> Iterator[MainWindow]:
    """The main window with its receptionist signed in, 1366 by 768, painted once."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    program = Program(app, folder, clock)
    window = program.show_desk(sample.open())
    window.resize(1366, 768)
    QApplication.processEvents()
    try:
        yield window
    finally:
        program.close()
        window.blockSignals(True)
        window.close()
        window.deleteLater()
        QApplication.processEvents()
