"""A register that is narrowed by words too: they are typed, and after a pause the list follows."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.record_model import Page, Row
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.words_line import WordsLine

_PAUSE = 200  # milliseconds
_FULL, _ROOMY = 236, 860


class WordedRegister(RegisterPage[Row]):
    """`LINE` is the line before the filters, `WIDTH` its width beside an open record; where the
    list stands alone it has room for all its words. `ASKED` names to `fetch` what was typed."""

    LINE: ClassVar[type[WordsLine]] = WordsLine
    WIDTH: ClassVar[int] = _FULL
    ASKED: ClassVar[str] = "text"

    def __init__(self, plan: RegisterPlan[Row], parent: QWidget | None = None) -> None:
        self.words = self.LINE()
        self._pause = QTimer()
        super().__init__(plan, parent)
        self._pause.setParent(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.words.textChanged.connect(self._pause.start)
        self._list.installEventFilter(self)

    def _make_filters(self) -> QHBoxLayout:
        row = super()._make_filters()
        self.words.setFixedWidth(self.WIDTH)
        row.setSpacing(8)
        row.insertWidget(0, self.words, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line is as wide as the list leaves it room."""
        if event.type() == QEvent.Type.Resize and watched is self._list:
            is_roomy = self._list.width() >= _ROOMY
            self.words.setFixedWidth(max(self.WIDTH, _FULL) if is_roomy else self.WIDTH)
        return super().eventFilter(watched, event)

    def _fetch(self, after: object | None) -> Page[Row]:
        return self._plan.fetch(self._asked(), after)

    def _asked(self) -> Mapping[str, str]:
        text = self.words.text().strip()
        return {**self.filters.values(), **({self.ASKED: text} if text else {})}

    def _empty_words(self) -> str:
        return _("Nothing matches these filters.") if self._asked() else self._plan.empty()
