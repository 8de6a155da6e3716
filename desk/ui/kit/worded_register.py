"""A register that is narrowed by words too: they are typed, and after a pause the list follows."""

from collections.abc import Mapping
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.record_model import Page, Row
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.words_line import WordsLine

_PAUSE = 200  # milliseconds


class WordedRegister(RegisterPage[Row]):
    """`LINE` is the line before the filters, `WIDTH` its width; `ASKED` names to `fetch` what was
    typed in it."""

    LINE: ClassVar[type[WordsLine]] = WordsLine
    WIDTH: ClassVar[int] = 236
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

    def _make_filters(self) -> QHBoxLayout:
        row = super()._make_filters()
        self.words.setFixedWidth(self.WIDTH)
        row.setSpacing(8)
        row.insertWidget(0, self.words, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fetch(self, after: object | None) -> Page[Row]:
        return self._plan.fetch(self._asked(), after)

    def _asked(self) -> Mapping[str, str]:
        text = self.words.text().strip()
        return {**self.filters.values(), **({self.ASKED: text} if text else {})}

    def _empty_words(self) -> str:
        return _("Nothing matches these filters.") if self._asked() else self._plan.empty()
