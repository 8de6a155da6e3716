"""The list one walks through while counting: Space or a figure answers a hook and goes on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from desk.domain.key_count import CountExpected, CountFound, Expected
from desk.i18n import _
from desk.ui.kit.chips import Chip
from desk.ui.kit.record_model import Column, Page
from desk.ui.kit.record_table import RecordTable
from desk.ui.kit.theme import Tone
from desk.wording import label

AS_EXPECTED: Final = "as_expected"
_LEAST_TALL = 300
# What 2 means depends on where the set should be: a hook that is empty, a set that hangs there.
_OTHERWISE: Mapping[CountExpected, CountFound] = MappingProxyType(
    {
        CountExpected.IN: CountFound.MISSING,
        CountExpected.LENT: CountFound.PRESENT,
        CountExpected.LOST: CountFound.PRESENT,
        CountExpected.NONE: CountFound.PRESENT,
    }
)


@dataclass(frozen=True)
class CountLine:
    """One set: where it should be, what was found ("" is not looked at yet), and why."""

    tag: str
    hook: str
    opens: str
    expected: CountExpected
    holder: str = ""
    mark: str = ""
    why: str = ""

    @property
    def is_otherwise(self) -> bool:
        """Whether something else was found than expected."""
        return self.mark not in ("", AS_EXPECTED)


def line_of(known: Expected) -> CountLine:
    """A line of the snapshot, not looked at yet."""
    return CountLine(known.tag, known.hook, known.opens, known.expected, known.holder)


class CountTable(RecordTable[CountLine]):
    """Space and 1: as expected, and on to the next; 2: not so; 3: incomplete; Backspace: undo.

    `marked` carries the line as it was answered; Enter (`record_opened`) asks for the explanation.
    """

    marked = Signal(object)

    def __init__(self) -> None:
        self._lines: dict[str, CountLine] = {}
        super().__init__(_columns(), self._page, _tag, title=_title, empty=_empty)
        self.setMinimumHeight(_LEAST_TALL)

    # The lines

    def show_lines(self, lines: Sequence[CountLine]) -> None:
        """Show other lines."""
        self._lines = {one.tag: one for one in lines}
        self.reload()

    def lines(self) -> Sequence[CountLine]:
        """Every line as it was answered so far."""
        return tuple(self._lines.values())

    def left(self) -> int:
        """How many were not looked at yet."""
        return sum(not one.mark for one in self._lines.values())

    def put(self, line: CountLine) -> None:
        """A line as it is now; one that is new comes on top."""
        self._lines[line.tag] = line
        self.refresh_row(line)

    def mark(self, answer: str) -> None:
        """Answer the chosen line: as expected, otherwise or incomplete; "" takes it back."""
        line = self.chosen()
        if line is None:
            return
        changed = replace(line, mark=answer, why=line.why if answer else "")
        self.put(changed)
        self.choose(changed.tag)
        self.marked.emit(changed)

    def start(self) -> None:
        """To the first line that was not looked at."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        first = next((one for one in self._lines.values() if not one.mark), None)
        if first is not None:
            self.choose(first.tag, quietly=False)

    def go_on(self) -> None:
        """To the next line that was not looked at; where there is none, the one below."""
        here = self.currentIndex().row()
        lines = list(self._lines.values())
        order = [*range(here + 1, len(lines)), *range(here)]
        following = next((at for at in order if not lines[at].mark), here)
        self.choose(lines[following].tag, quietly=False)

    def otherwise(self) -> str:
        """What 2 answers on the chosen line."""
        line = self.chosen()
        return _OTHERWISE[line.expected] if line is not None else ""

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one key."""
        answers = {
            Qt.Key.Key_Space: AS_EXPECTED,
            Qt.Key.Key_1: AS_EXPECTED,
            Qt.Key.Key_2: self.otherwise(),
            Qt.Key.Key_3: CountFound.INCOMPLETE.value,
            Qt.Key.Key_Backspace: "",
        }
        key = Qt.Key(event.key())
        if key not in answers or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        self.mark(answers[key])
        if answers[key] == AS_EXPECTED:
            self.go_on()

    def _page(self, _after: object | None) -> Page[CountLine]:
        return Page(tuple(self._lines.values()), None)


def found_chip(line: CountLine) -> Chip | None:
    """What was found; nothing while it was not looked at."""
    if not line.mark:
        return None
    if line.mark == AS_EXPECTED:
        return Chip(Tone.DONE, _("as by the book"))
    return Chip(Tone.OVERDUE, label("count_found", line.mark))


def _columns() -> tuple[Column[CountLine], ...]:
    return (
        Column("tag", _tag_title, _tag, 80, strong=True),
        Column("hook", _hook_title, _hook, 52, muted=True),
        Column("opens", _opens_title, _opens, stretch=True),
        Column("expected", _expected_title, _expected, 112, muted=True),
        Column("found", _found_title, _nothing, 128, chip=found_chip),
    )


def _hook(line: CountLine) -> str:
    return line.hook


def _tag(line: CountLine) -> str:
    return line.tag


def _opens(line: CountLine) -> str:
    return line.opens


def _expected(line: CountLine) -> str:
    told = (label("count_expected", line.expected), line.holder)
    return " · ".join(filter(None, told))


def _nothing(_line: CountLine) -> str:
    return ""


def _title() -> str:
    return _("Hooks to be counted")


def _empty() -> str:
    return _("No key is in custody.")


def _hook_title() -> str:
    return _("Hook")


def _tag_title() -> str:
    return _("Tag")


def _opens_title() -> str:
    return _("What it opens")


def _expected_title() -> str:
    return _("By the book")


def _found_title() -> str:
    return _("Found")
