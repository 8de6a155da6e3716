"""What a case still lacks, always in sight: one line a matter, with the deed that settles it."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desk.domain.move_in_filing import items
from desk.domain.reasons import Reason
from desk.i18n import _, ngettext, pgettext
from desk.ui.kit.act import Act
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Words
from desk.ui.kit.theme import TONES, Tone
from desk.ui.move_in import parts
from desk.ui.move_in.deeds import reason_sentences
from desk.ui.move_in.groups import PAPER

_BAR, _RADIUS = 4, 6
_LEVEL = 7  # words stand level with those of their button
_TITLES: Mapping[str, Words] = {
    "persons": parts.persons_title,
    "registration": parts.registration_title,
    "document": parts.documents_title,
    "inspection": parts.inspection_title,
    "agreement": parts.agreements_title,
    "fee": parts.fees_title,
    "material": parts.materials_title,
    "keys": parts.keys_title,
}
_MOST_SAID = 6
BETWEEN = "\n"


class Matter(NamedTuple):
    """One kind of missing thing: its name, every sentence, the reason's codes."""

    kind: str
    title: str
    said: Sequence[str]
    codes: Sequence[str]


class MissingPanel(QWidget):
    """`act_wanted` carries the deed whose button was pressed."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone = Tone.NEUTRAL
        self.head = plain_label(role="label")
        self.lines = {kind: _Line(kind, self) for kind in _TITLES}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 8, 8, 8)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.head, 0, 0, 1, 3)
        for row, line in enumerate(self.lines.values(), 1):
            line.stand(self._grid, row)
            line.button.clicked.connect(line.press)
            line.act_wanted.connect(self.act_wanted)

    def show_missing(
        self,
        reasons: Sequence[Reason],
        closed: str,
        act: Callable[[str], Act | None],
        why_not: Callable[[Act], str],
    ) -> None:
        """Show what is missing; `closed` is said of a case that lacks nothing any more, `why_not`
        of a deed that is not open to this clerk."""
        matters = {one.kind: one for one in matters_of(reasons)}
        self._tone = Tone.DUE if matters else Tone.DONE
        count = len(items(reasons))
        said = ngettext("{count} thing is missing", "{count} things are missing", count)
        self.head.setText(said.format(count=count) if matters else closed)
        for kind, line in self.lines.items():
            matter = matters.get(kind)
            found = (act(code) for code in matter.codes) if matter else ()
            deed = next(filter(None, found), None)
            line.show_matter(matter, deed, why_not(deed) if deed else "")
        self.setAccessibleName(" ".join([self.head.text(), *self.words()]))
        self.update()

    def words(self) -> list[str]:
        """Every line that is shown."""
        return [line.said.text() for line in self.lines.values() if not line.said.isHidden()]

    def button(self, kind: str) -> KeyButton:
        """The button of a matter."""
        return self.lines[kind].button

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground of its state, with a bar of its ink at the left."""
        colours = TONES[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ground))
        painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setBrush(QColor(colours.ink))
        painter.drawRoundedRect(QRectF(0, 0, _BAR, self.height()), _BAR / 2, _BAR / 2)
        painter.end()


class _Line(QWidget):
    """One matter: its name, what is missing, the deed. The parts stand in the panel's grid."""

    act_wanted = Signal(object)

    def __init__(self, kind: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._act: Act | None = None
        self.title = plain_label(role="label", parent=parent)
        self.said = plain_label(parent=parent)
        self.said.setWordWrap(True)
        self.button = KeyButton(self._words, kind="link", parent=parent)
        self.hide()

    def stand(self, grid: QGridLayout, row: int) -> None:
        """Its name, what is missing, its deed, on one line."""
        top = Qt.AlignmentFlag.AlignTop
        for column, label in enumerate((self.title, self.said)):
            label.setContentsMargins(0, _LEVEL, 0, 0)
            grid.addWidget(label, row, column, top)
        grid.addWidget(self.button, row, 2, top | Qt.AlignmentFlag.AlignRight)

    def show_matter(self, matter: Matter | None, act: Act | None, why_not: str) -> None:
        """What is missing of it; nothing hides it."""
        self._act = act
        for part in (self.title, self.said):
            part.setVisible(matter is not None)
        self.button.setVisible(matter is not None and act is not None)
        if matter is None:
            return
        self.title.setText(matter.title)
        self.said.setText(shortened(matter.said))
        self.said.setToolTip("\n".join(matter.said))
        self.button.retranslate()
        self.button.shut(why_not)

    def press(self) -> None:
        """The deed is wanted."""
        self.act_wanted.emit(self._act)

    def _words(self) -> str:
        """The line says which paper; the link need not."""
        if self._act is None:
            return ""
        return _("Print") if self._act.group == PAPER else self._act.words()


def matters_of(reasons: Sequence[Reason]) -> list[Matter]:
    """The missing things by their kind, in the order of the day."""
    found: dict[str, list[Reason]] = {}
    for one in reasons:
        found.setdefault((one.field or "").partition(":")[0], []).append(one)
    return [
        Matter(
            kind,
            title(),
            reason_sentences(found[kind]),
            list(dict.fromkeys(one.code for one in found[kind])),
        )
        for kind, title in _TITLES.items()
        if kind in found
    ]


def shortened(said: Sequence[str]) -> str:
    """The first few sentences, a line each, and how many more there are."""
    if len(said) <= _MOST_SAID:
        return BETWEEN.join(said)
    more = len(said) - _MOST_SAID + 1
    rest = _("and {count} more").format(count=more)
    return BETWEEN.join([*said[: _MOST_SAID - 1], rest])


def complete_words() -> str:
    """An open case that lacks nothing."""
    return pgettext("move-in", "Nothing is missing. The case can be filed.")
