"""What the journeys have in common: each is made in either script."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from desk.ui.kit.retranslate import speak
from tests.journeys.case_office import OFFICES, Office


@pytest.fixture(params=OFFICES, ids=[one.language for one in OFFICES])
def office(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Office]:
    """Each office once; the next test begins in English again."""
    yield request.param
    speak(qapp, "en")
