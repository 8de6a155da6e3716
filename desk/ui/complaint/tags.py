"""What kind of case it is, at a glance: how grave, hot, joint."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desk.ui.kit.tag import GAP, HEIGHT, Tag, paint_tag, tag_width


class TagRow(QWidget):
    """Tags side by side. Their words are its spoken name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: Sequence[Tag] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_tags(self, tags: Sequence[Tag]) -> None:
        """Show other tags."""
        self._tags = tags
        self.setAccessibleName(", ".join(self.words()))
        self.updateGeometry()
        self.update()

    def words(self) -> list[str]:
        """What the tags say."""
        return [tag.text for tag in self._tags]

    def sizeHint(self) -> QSize:
        """All tags in one line."""
        widths = [tag_width(tag, self.font()) for tag in self._tags]
        return QSize(sum(widths) + GAP * max(0, len(widths) - 1), HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Every tag."""
        painter = QPainter(self)
        left = 0
        for tag in self._tags:
            width = tag_width(tag, self.font())
            paint_tag(painter, QRect(left, 0, width, self.height()), tag, self.font())
            left += width + GAP
        painter.end()
