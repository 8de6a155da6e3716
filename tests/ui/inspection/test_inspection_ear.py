"""Every control of the screens has a spoken name; nothing takes data for markup."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desk.ui.inspection.deeds import InspectionDeeds
from desk.ui.inspection.defects_page import DefectsPage
from desk.ui.inspection.part import InspectionPart
from desk.ui.kit.retranslate import speak
from tests.services.inspection_course import Course
from tests.ui.walk import guessing, unnamed


def shown(course: Course, deeds: InspectionDeeds, which: str) -> QWidget:
    if which == "defects":
        page = DefectsPage(deeds)
        course.settled("窗")
        page.show()
        page.shown()
        page.open_key("F2026-000001")
        return page
    part = InspectionPart(deeds)
    part.load(course.begun())
    part.show()
    return part


@pytest.mark.parametrize("which", ["defects", "part"])
def test_every_control_is_spoken_in_every_language(
    qapp: QApplication, course: Course, deeds: InspectionDeeds, which: str
) -> None:
    window = shown(course, deeds, which)
    for language in ("en", "zh_Hant", "zh_Hans"):
        speak(qapp, language)
        assert unnamed(window) == []
        assert guessing(window) == []
    speak(qapp, "en")
    window.close()
    window.deleteLater()
