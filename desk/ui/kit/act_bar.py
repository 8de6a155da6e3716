"""The deeds of a record: the one or two that come next as buttons, all of them on a sheet."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.ui.kit.act import Act, Groups
from desk.ui.kit.act_sheet import ActSheet
from desk.ui.kit.key_button import KeyButton

PRIMARY = 2
_LEAST = 72
_BETWEEN = 8


class ActBar(QObject):
    """Makes the buttons for the foot of a record; `act_wanted` carries the deed pressed.

    `groups` are the columns of the sheet: each is groups of deeds under one another. On a sheet
    that is `brief` the reasons are cut to one line where they have no room.
    """

    act_wanted = Signal(object)

    def __init__(self, groups: Groups, parent: QWidget, *, brief: bool = False) -> None:
        super().__init__(parent)
        self._groups = groups
        self._brief = brief
        self._leading = {group.code for column in groups for group in column if group.leads}
        self._acts: Sequence[Act] = ()
        self._record: Any = None
        self.buttons = [_ActButton("F8", "primary"), _ActButton("", "")]
        for button in self.buttons:
            button.act_wanted.connect(self.act_wanted)
        self.more_button = KeyButton(_more_words, key="F4", sign="more")
        self.more_button.clicked.connect(self.open_sheet)

    def show_record(self, acts: Sequence[Act], record: Any) -> None:
        """Show what can be done with the record now."""
        self._record = record
        self._acts = [act for act in acts if act.shown(record)]
        for button, act in zip(self.buttons, (*self.primary(), None, None), strict=False):
            button.show_act(act, "" if act is None else act.shut(record))
        self.more_button.setVisible(bool(self._acts))

    def fit(self, room: int) -> None:
        """Keep the second button only where both have their words whole; the sheet has it too."""
        first, second = self.buttons
        wanted = sum(one.sizeHint().width() + _BETWEEN for one in (*self.buttons, self.more_button))
        second.setVisible(second.act() is not None and wanted <= room)
        first.setVisible(first.act() is not None)

    def primary(self) -> list[Act]:
        """The deeds that come next, at most two; one that is shut only where none is open."""
        if self._record is None:
            return []
        first = [one for one in self._acts if one.primary is not None and one.primary(self._record)]
        ready = [act for act in first if not self._is_shut(act)]
        return sorted(ready, key=self._follows)[:PRIMARY] or first[:1]

    def shown(self) -> Sequence[Act]:
        """Every deed that belongs to the record as it stands."""
        return self._acts

    def act(self, code: str) -> Act | None:
        """The deed of a code, if it belongs to the record as it stands."""
        return next((act for act in self._acts if act.code == code), None)

    def settling(self, code: str) -> Act | None:
        """The deed that takes a reason away; one that is open before one that is shut."""
        found = [act for act in self._acts if code in act.settles]
        return min(found, key=self._is_shut, default=None)

    def open_sheet(self) -> ActSheet | None:
        """Every deed under its group, above the button."""
        if self._record is None:
            return None
        window = self.more_button.window()
        sheet = ActSheet(self._groups, self._acts, self._record, window, brief=self._brief)
        sheet.act_wanted.connect(self.act_wanted)
        sheet.stand_above(self.more_button)
        return sheet

    def _is_shut(self, act: Act) -> bool:
        return bool(act.shut(self._record))

    def _follows(self, act: Act) -> bool:
        return act.group not in self._leading


class _ActButton(KeyButton):
    """The button of whichever deed comes next; long words give way before the window does."""

    act_wanted = Signal(object)

    def __init__(self, key: str, kind: str) -> None:
        self._act: Act | None = None
        super().__init__(self._act_words, key=key, kind=kind)
        self.clicked.connect(self._clicked)

    def show_act(self, act: Act | None, why: str) -> None:
        """Another deed comes next, or none."""
        self._act = act
        self.setVisible(act is not None)
        self.shut(why)
        self.retranslate()

    def act(self) -> Act | None:
        """The deed it stands for."""
        return self._act

    def minimumSizeHint(self) -> QSize:
        """Its words are elided where there is no room."""
        hint = self.sizeHint()
        return QSize(min(_LEAST, hint.width()), hint.height())

    def _act_words(self) -> str:
        return _("Next deed") if self._act is None else self._act.words()

    def _clicked(self) -> None:
        if self._act is not None:
            self.act_wanted.emit(self._act)


def _more_words() -> str:
    return _("All deeds")
