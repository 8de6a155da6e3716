"""Changing the language of the running window.

Every widget of ours that shows words is `Spoken`: it writes all of them in `retranslate()`, which
runs once at the end of its building and again whenever the language changes. `speak` changes the
language of the program, of Qt's own texts and of the type, at once.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QWidget

from desk import i18n
from desk.ui.kit import theme

_QT_LANGUAGES: Final = {"zh_Hant": "zh_TW", "zh_Hans": "zh_CN"}
_TRANSLATOR: Final = "qt-own-texts"
_MOVED: Final = {"QAbstractFileIconProvider": "QFileDialog"}


class Spoken:
    """A widget with words: `class Tile(Spoken, QWidget)`, and `retranslate()` ends `__init__`."""

    def retranslate(self) -> None:
        """Write every visible text, accessible name and tooltip in the current language."""
        raise NotImplementedError

    def changeEvent(self, event: QEvent) -> None:
        """Qt tells every widget of a change of language; the words are written again."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)  # type: ignore[misc]


def speak(app: QApplication, language: str) -> None:
    """Let the program, Qt's own texts and every open window change to this language."""
    i18n.use(language)
    _speak_qt(app, language)
    theme.set_type(app, language)
    for window in app.topLevelWidgets():
        QCoreApplication.removePostedEvents(window, QEvent.Type.LanguageChange)
        QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))


def name(widget: QWidget, words: str, tip: str | None = None) -> None:
    """Give a control its spoken name and, where it shows only a sign, a tooltip."""
    widget.setAccessibleName(words)
    if tip is not None:
        widget.setToolTip(plain(tip))


def plain(words: str) -> str:
    """Data as a tooltip: Qt guesses markup there, so ours is marked and escaped."""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<qt>{escaped}</qt>" if words else ""


Words = Callable[[], str]
"""A text that is asked for anew in each language, such as a bound method or a small function."""


def _speak_qt(app: QApplication, language: str) -> None:
    former = app.findChild(QTranslator, _TRANSLATOR)
    if former is not None:
        app.removeTranslator(former)
        former.setParent(None)
    code = _QT_LANGUAGES.get(language)
    if code is None:
        return
    translator = _QtWords(_owner(app))
    translator.setObjectName(_TRANSLATOR)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{code}", folder):
        app.installTranslator(translator)


class _QtWords(QTranslator):
    """Qt's catalogue, which also knows a text that has since gained its "&" or moved house."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words for one of Qt's texts; None leaves it as it is."""
        found = super().translate(context, text, disambiguation, n)
        if not found:
            place = _MOVED.get(context, context)
            found = super().translate(place, text.replace("&", ""), None, n)
        return found or None


def _owner(app: QApplication) -> QObject:
    return app
