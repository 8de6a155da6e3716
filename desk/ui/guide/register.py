"""A section of the guide as a register: the list with its line of words, one entry beside it."""

from collections.abc import Hashable, Mapping
from typing import Any, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.guide import words
from desk.ui.guide.deeds import GuideDeeds
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.record_model import Page
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.ui.kit.words_line import WordsLine

_PAUSE = 200
_WORDS = 260

Row = TypeVar("Row")


class GuideLine(WordsLine):
    """Words within a section."""

    def retranslate(self) -> None:
        """Name and placeholder."""
        super().retranslate()
        self.setPlaceholderText(_("Words or phone"))
        self.setAccessibleName(_("Find in the guide") + " F7")


class SearchedRegister(RegisterPage[Row]):
    """A register that is narrowed by words, typed and found at once."""

    def __init__(self, plan: RegisterPlan[Row], parent: QWidget | None = None) -> None:
        self.words = GuideLine()
        self._pause = QTimer()
        super().__init__(plan, parent)
        self._pause.setParent(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.reload)
        self.words.textChanged.connect(self._pause.start)

    def _make_filters(self) -> QHBoxLayout:
        row = super()._make_filters()
        self.words.setFixedWidth(_WORDS)
        row.setSpacing(8)
        row.insertWidget(0, self.words, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _fetch(self, after: object | None) -> Page[Row]:
        return self._plan.fetch(self._asked(), after)

    def _asked(self) -> Mapping[str, str]:
        text = self.words.text().strip()
        return {**self.filters.values(), **({"text": text} if text else {})}

    def _empty_words(self) -> str:
        return _("Nothing matches these filters.") if self._asked() else self._plan.empty()


class GuideForm(RecordForm):
    """An entry of the guide: read by everybody, changed by whom the role allows."""

    def __init__(self, deeds: GuideDeeds) -> None:
        self._deeds = deeds
        super().__init__()

    def subject(self) -> str:
        """The key of what is being changed."""
        known: Any = self.value()
        return str(getattr(known, "id", "") or "")

    def follow_role(self) -> None:
        """Whoever may not change it reads it."""
        self.set_read_only(bool(self._deeds.why_not_edit()))


def state_filter() -> Filter:
    """In force at first; what has ended is a choice away."""
    return Filter("state", words.state, words.state_choices, start="active")


def id_of(row: Any) -> Hashable:
    """The key of a row."""
    return int(row.id)


def same(saved: Any) -> Any:
    """What a form saved is the row already."""
    return saved
