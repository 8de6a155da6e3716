"""The language changes at once: our words, Qt's own, the type."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.i18n import _
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken, plain, speak
from tests.ui.samples import Book, visit_page, words


@pytest.mark.parametrize(
    ("code", "cancel"), [("zh_Hant", "取消"), ("zh_Hans", "取消"), ("en", "Cancel")]
)
def test_qts_own_texts_follow(dressed: QApplication, code: str, cancel: str) -> None:
    speak(dressed, code)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == cancel


@pytest.mark.parametrize(
    ("code", "look_in", "folder"),
    [("zh_Hant", "尋找於：", "資料夾"), ("zh_Hans", "查找范围：", "文件夹")],
)
def test_a_text_that_qt_has_reworded_keeps_its_words(
    dressed: QApplication, code: str, look_in: str, folder: str
) -> None:
    speak(dressed, code)
    assert QCoreApplication.translate("QFileDialog", "&Look in:") == look_in
    assert QCoreApplication.translate("QAbstractFileIconProvider", "Folder") == folder
    assert QCoreApplication.translate("QFileDialog", "unknown & new") == "unknown & new"


def test_going_back_to_english_takes_qts_translator_away(dressed: QApplication) -> None:
    speak(dressed, "zh_Hant")
    speak(dressed, "zh_Hans")
    assert len(dressed.findChildren(QTranslator)) == 1
    speak(dressed, "en")
    assert not dressed.findChildren(QTranslator)


@pytest.mark.parametrize(
    ("code", "face"), [("zh_Hant", "Noto Sans TC"), ("zh_Hans", "Noto Sans SC")]
)
def test_the_type_follows_the_script(dressed: QApplication, code: str, face: str) -> None:
    speak(dressed, code)
    assert dressed.font().families()[0] == face


def test_everything_on_an_open_window_is_set_in_the_face(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page = visit_page(Book(3))
    qtbot.addWidget(page)
    page.start_new()
    page.show()
    for code, face in (("zh_Hans", "Noto Sans SC"), ("zh_Hant", "Noto Sans TC")):
        speak(dressed, code)
        QApplication.processEvents()
        faces = {widget.font().families()[0] for widget in page.findChildren(QWidget)}
        assert faces == {face}


def test_an_open_window_is_written_again_once(qtbot: QtBot, dressed: QApplication) -> None:
    class Counting(Spoken, QWidget):
        def __init__(self) -> None:
            super().__init__()
            self.times = 0

        def retranslate(self) -> None:
            self.times += 1

    widget = Counting()
    qtbot.addWidget(widget)
    speak(dressed, "zh_Hant")
    QApplication.processEvents()
    assert widget.times == 1


def test_words_inside_a_window_follow(qtbot: QtBot, dressed: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    label = WordLabel(words)
    button = KeyButton(words, key="F2", parent=window)
    label.setParent(window)
    speak(dressed, "zh_Hant")
    assert label.text() == button.text() == _("New") != "New"
    assert button.accessibleName() == f"{_('New')} F2"


def test_data_is_never_taken_for_markup(qtbot: QtBot) -> None:
    label = plain_label("<b>陳</b> & co")
    qtbot.addWidget(label)
    assert label.text() == "<b>陳</b> & co"
    assert plain("<b>&") == "<qt>&lt;b&gt;&amp;</qt>"
