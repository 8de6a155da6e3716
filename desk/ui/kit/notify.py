"""The one door for messages: a question that needs an answer, a fault, a passing note.

The only file with QMessageBox. Texts are always plain, and a dangerous question defaults to
Cancel.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from desk.i18n import _
from desk.ui.kit.faults import fault_words
from desk.ui.kit.theme import Tone
from desk.ui.kit.toast import Toast

__all__ = ["ask", "fault_words", "hush", "question_box", "say", "tell"]


def say(widget: QWidget, text: str, tone: Tone = Tone.DONE) -> None:
    """A passing note over the window the widget is in."""
    window = widget.window()
    toast = window.findChild(Toast) or Toast(window)
    toast.say(text, tone)


def hush(widget: QWidget) -> None:
    """Take a passing note away, because nothing of the estate may stay visible."""
    toast = widget.window().findChild(Toast)
    if toast is not None:
        toast.hide()


def ask(parent: QWidget, question: str, go_on: str, detail: str = "") -> bool:
    """Ask before something that cannot be taken back; Enter and Esc both mean Cancel.

    `go_on` names the deed on its button ("Discard"), never just "Yes".
    """
    box, deed = question_box(parent, question, go_on, detail)
    box.exec()
    agreed = box.clickedButton() is deed
    box.deleteLater()
    return agreed


def question_box(
    parent: QWidget, question: str, go_on: str, detail: str = ""
) -> tuple[QMessageBox, QPushButton]:
    """The question and the button that means yes, not yet shown."""
    box = _box(parent, QMessageBox.Icon.NoIcon, question, detail)
    deed = box.addButton(go_on, QMessageBox.ButtonRole.DestructiveRole)
    deed.setAutoDefault(False)
    deed.setProperty("kind", "danger")
    cancel = box.addButton(_("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(cancel)
    box.setEscapeButton(cancel)
    return box, deed


def tell(parent: QWidget, text: str, detail: str = "", *, warning: bool = True) -> None:
    """Something the clerk must have read before she goes on; a mere fact is no `warning`."""
    box = told_box(parent, text, detail, warning=warning)
    box.exec()
    box.deleteLater()


def told_box(parent: QWidget, text: str, detail: str, *, warning: bool) -> QMessageBox:
    """What is told, not yet shown."""
    sign = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.Information
    box = _box(parent, sign, text, detail)
    box.addButton(_("Understood"), QMessageBox.ButtonRole.AcceptRole)
    return box


def _box(parent: QWidget, sign: QMessageBox.Icon, text: str, detail: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(sign)
    box.setWindowTitle(_("Front desk"))
    box.setText(text)
    box.setInformativeText(detail)
    return box
