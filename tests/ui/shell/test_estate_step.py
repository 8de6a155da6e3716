"""The first run proposes the region of the language and asks for 民國 years in Taiwan alone."""

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desk.ui.kit.retranslate import speak
from desk.ui.shell.estate_step import EstateStep


def test_the_region_follows_the_language_until_it_is_chosen(
    qtbot: QtBot, dressed: QApplication
) -> None:
    speak(dressed, "zh_Hant")
    step = EstateStep()
    qtbot.addWidget(step)
    step.show()
    assert step.fields.field("region").value() == "HK"
    speak(dressed, "zh_Hans")
    assert step.fields.field("region").value() == "CN"
    _choose(step, "香港")
    speak(dressed, "zh_Hant")
    assert step.fields.field("region").value() == "HK"


def test_the_calendar_is_a_question_of_taiwan(qtbot: QtBot, dressed: QApplication) -> None:
    speak(dressed, "zh_Hant")
    step = EstateStep()
    qtbot.addWidget(step)
    step.show()
    assert not step.fields.cell("calendar").isVisible()
    _choose(step, "台灣")
    assert step.fields.cell("calendar").isVisible()
    step.fields.field("calendar").set_value("roc")
    _choose(step, "香港")
    assert step.fields.field("calendar").value() == "gregorian"


def _choose(step: EstateStep, words: str) -> None:
    buttons = step.fields.field("region").findChildren(QPushButton)
    next(button for button in buttons if button.text() == words).click()
