"""The deeds of a case: the one or two that come next as buttons, all of them on a sheet."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _
from desk.services.complaint_case import Case
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deed_sheet import DeedSheet
from desk.ui.kit.key_button import KeyButton

PRIMARY = 2
_LEAST = 72
_BETWEEN = 8


class DeedBar(QObject):
    """Makes the buttons for the foot of a record; `act_wanted` carries the deed pressed."""

    act_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts: Sequence[Act] = ()
        self._case: Case | None = None
        self.buttons = [_ActButton("F8", "primary"), _ActButton("", "")]
        for button in self.buttons:
            button.act_wanted.connect(self.act_wanted)
        self.more_button = KeyButton(_more_words, key="F4", sign="more")
        self.more_button.clicked.connect(self.open_sheet)

    def show_case(self, acts: Sequence[Act], case: Case) -> None:
        """Show what can be done with the case now."""
        self._case = case
        self._acts = [act for act in acts if act.shown(case)]
        for button, act in zip(self.buttons, (*self.primary(), None, None), strict=False):
            button.show_act(act, "" if act is None else act.shut(case))
        self.more_button.setVisible(bool(self._acts))

    def fit(self, room: int) -> None:
        """Keep the second button only where both have their words whole; the sheet has it too."""
        first, second = self.buttons
        wanted = sum(one.sizeHint().width() + _BETWEEN for one in (*self.buttons, self.more_button))
        second.setVisible(second.act() is not None and wanted <= room)
        first.setVisible(first.act() is not None)

    def primary(self) -> list[Act]:
        """The deeds that come next, at most two; one that is shut only where none is open.

        A case that may be closed is closed first: the callback has days.
        """
        case = self._case
        if case is None:
            return []
        first = [act for act in self._acts if act.primary is not None and act.primary(case)]
        ready = [act for act in first if not self._is_shut(act)]
        return sorted(ready, key=_is_not_closing)[:PRIMARY] or first[:1]

    def act(self, code: str) -> Act | None:
        """The deed of a code, if it belongs to the case as it stands."""
        return next((act for act in self._acts if act.code == code), None)

    def settling(self, code: str) -> Act | None:
        """The deed that takes a reason away; one that is open before one that is shut."""
        found = [act for act in self._acts if code in act.settles]
        return min(found, key=self._is_shut, default=None)

    def open_sheet(self) -> DeedSheet | None:
        """Every deed under its group, above the button."""
        if self._case is None:
            return None
        sheet = DeedSheet(self._acts, self._case, self.more_button.window())
        sheet.act_wanted.connect(self.act_wanted)
        sheet.stand_above(self.more_button)
        return sheet

    def _is_shut(self, act: Act) -> bool:
        return self._case is not None and bool(act.shut(self._case))


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


def _is_not_closing(act: Act) -> bool:
    return act.group is not Group.CLOSING


def _more_words() -> str:
    return _("All deeds")
