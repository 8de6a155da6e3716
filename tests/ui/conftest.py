"""The application as it really looks, in each language, and proof that what is closed is freed."""

import gc
import os
import weakref
from collections.abc import Callable, Iterator

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from desk.i18n import LANGUAGES
from desk.ui.kit import theme
from desk.ui.kit.retranslate import speak

Freed = Callable[[Callable[[], QWidget]], bool]


@pytest.fixture(scope="session", autouse=True)
def dressed(qapp: QApplication) -> QApplication:
    """Style, colours and type of the real program."""
    theme.dress(qapp, "en")
    return qapp


@pytest.fixture(autouse=True)
def english(dressed: QApplication) -> Iterator[None]:
    """Every test begins in English and leaves no window behind."""
    before = set(QApplication.topLevelWidgets())
    speak(dressed, "en")
    yield
    clear()
    left = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in before and widget.isVisible()
    ]
    assert not left, f"left open: {left}"


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, dressed: QApplication) -> str:
    """The test runs once in each language."""
    speak(dressed, request.param)
    return str(request.param)


@pytest.fixture
def freed() -> Freed:
    """Make a widget, show it, close it, and say whether it is gone."""
    return is_freed


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Whether a widget is gone after it was closed and deleted."""
    widget = make()
    trace = weakref.ref(widget)
    widget.show()
    widget.close()
    widget.deleteLater()
    del widget
    clear()
    gc.collect()
    return trace() is None


def clear() -> None:
    """Let Qt delete what it was told to delete."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
