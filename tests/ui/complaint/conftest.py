"""The window changes its language while a record is open."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.ui.kit.retranslate import speak


@pytest.fixture
def speak_chinese(dressed: QApplication) -> Iterator[Callable[[], None]]:
    """Let the running program speak Traditional Chinese."""

    def change() -> None:
        speak(dressed, "zh_Hant")

    yield change
    speak(dressed, "en")
