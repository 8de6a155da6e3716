"""The one door for choosing a file on this PC."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def choose_to_save(parent: QWidget, title: str, name: str, kinds: str = "") -> Path | None:
    """Where to write a file; `kinds` as Qt writes them ("PDF (*.pdf)"); None when cancelled."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    return Path(chosen) if chosen else None


def choose_to_open(parent: QWidget, title: str, kinds: str = "") -> Path | None:
    """Which file to read; None when cancelled."""
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, str(Path.home()), kinds)
    return Path(chosen) if chosen else None


def choose_many_to_open(parent: QWidget, title: str, kinds: str = "") -> list[Path]:
    """Which files to read, in the order of the dialog; none when cancelled."""
    chosen, _kind = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), kinds)
    return [Path(one) for one in chosen]
