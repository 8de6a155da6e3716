"""The small door to CUPS: what Qt neither says nor passes on there.

Qt reports a job as ended even when the queue turned it away, and keeps the tray to itself. Where
there is no CUPS, as on Windows, nothing here does anything.
"""

import ctypes
import sys
from typing import TYPE_CHECKING, Any

from desk.config import Tray
from desk.errors import EnvironmentFault

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_ERRORS = 0x0400  # IPP: from here on a request was refused
_NOT_FOUND = 0x0406
_NOT_ACCEPTING = 0x0506
_CUPS_OPTIONS = 0xFE00  # the engine's own property, beyond those that Qt names
_SLOTS = {
    Tray.UPPER: "Upper",
    Tray.MIDDLE: "Middle",
    Tray.LOWER: "Lower",
    Tray.MANUAL: "Manual",
    Tray.CASSETTE: "Cassette",
    Tray.TRACTOR: "Tractor",
}


def last_refusal(name: str) -> EnvironmentFault | None:
    """Why the last job of this thread was turned away; None when it was taken."""
    library = _library()
    status = int(library.cupsLastError()) if library is not None else 0
    if status < _ERRORS:
        return None
    if status == _NOT_FOUND:
        return EnvironmentFault("paper.printer_gone", printer=name)
    if status == _NOT_ACCEPTING:
        return EnvironmentFault("paper.printer_rejecting", printer=name)
    return EnvironmentFault("paper.printer_refused", printer=name)


def choose_tray(printer: "QPrinter", tray: str) -> None:
    """Hand the tray on to the queue; a tray that it does not know it passes over."""
    if tray not in _SLOTS or not sys.platform.startswith("linux"):
        return
    engine = printer.printEngine()
    engine.setProperty(_key(type(engine).PrintEnginePropertyKey), ["InputSlot", _SLOTS[Tray(tray)]])


def _library() -> ctypes.CDLL | None:
    """Qt's own libcups: the status of a request is kept there, for each thread."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        return ctypes.CDLL("libcups.so.2")
    except OSError:
        return None


def _key(kind: type) -> Any:
    """A property's key that Qt's CUPS engine knows though its list of keys does not name it."""
    key: Any = object.__new__(kind)
    key._value_, key._name_ = _CUPS_OPTIONS, "PPK_CupsOptions"
    return key
