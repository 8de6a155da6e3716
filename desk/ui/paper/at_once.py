"""Print without preview: one key, where this PC's profile of the form says so."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.ui.kit.notify import say
from desk.ui.kit.theme import Tone
from desk.ui.paper.deeds import PaperDeeds, PaperPlan
from desk.ui.paper.preview import Preview


def begin(preview: Preview) -> None:
    """Print at once where the profile says so; open the preview otherwise, or when that failed.

    The printing waits for the event loop, so that whoever made the preview can listen first.
    """
    if preview.prints_at_once():
        QTimer.singleShot(0, preview, _Once(preview))
    else:
        preview.open()


def look(
    plan: PaperPlan,
    paper: PaperDeeds,
    parent: QWidget,
    changed: Callable[[], None] | None = None,
    *,
    at_once: bool = True,
) -> Preview:
    """A paper over its window, to be looked at and printed; `changed` hears what became of it.

    `at_once` lets this PC's profile of the form print it without a look.
    """
    shown = Preview(plan, paper, parent=parent.window())
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if changed is not None:
        shown.printed.connect(changed)
        shown.log_changed.connect(changed)
    if at_once:
        begin(shown)
    else:
        shown.open()
    return shown


class _Once:
    """Sends and closes, or shows why not."""

    def __init__(self, preview: Preview) -> None:
        self._preview = preview

    def __call__(self) -> None:
        preview = self._preview
        printer = preview.panel.printer.value() or ""
        if not preview.print_sheet():
            preview.open()
            return
        behind = preview.parent()
        if isinstance(behind, QWidget):
            words = _("Sent to {printer}. Whether it came out is asked at the foot of the window.")
            say(behind, words.format(printer=printer), Tone.NEUTRAL)
        preview.done(0)
        preview.deleteLater()
