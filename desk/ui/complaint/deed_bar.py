"""The deeds of a case: the one or two that come next as buttons, all of them in a grouped menu."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QWidget, QWidgetAction

from desk.i18n import _, pgettext
from desk.services.complaint_case import Case
from desk.ui.complaint.acts import Act, Group
from desk.ui.kit.key_button import KeyButton
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import plain

PRIMARY = 2
_LEAST = 72
_WHY_LIMIT = 56


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
        self.more_button = KeyButton(_more_words, key="F7", sign="more")
        self.more_button.clicked.connect(self.open_menu)

    def show_case(self, acts: Sequence[Act], case: Case) -> None:
        """Show what can be done with the case now."""
        self._case = case
        self._acts = [act for act in acts if act.shown(case)]
        for button, act in zip(self.buttons, (*self.primary(), None, None), strict=False):
            button.show_act(act, "" if act is None else act.shut(case))
        self.more_button.setVisible(bool(self._acts))

    def primary(self) -> list[Act]:
        """The deeds that come next, at most two; one that is shut only where none is open."""
        case = self._case
        if case is None:
            return []
        first = [act for act in self._acts if act.primary is not None and act.primary(case)]
        return [act for act in first if not self._is_shut(act)][:PRIMARY] or first[:1]

    def act(self, code: str) -> Act | None:
        """The deed of a code, if it belongs to the case as it stands."""
        return next((act for act in self._acts if act.code == code), None)

    def settling(self, code: str) -> Act | None:
        """The deed that takes a reason away; one that is open before one that is shut."""
        found = [act for act in self._acts if code in act.settles]
        return min(found, key=self._is_shut, default=None)

    def menu(self) -> QMenu:
        """Every deed under its group; what is shut says why."""
        menu = QMenu(self.more_button)
        menu.setToolTipsVisible(True)
        for group in Group:
            acts = [act for act in self._acts if act.group is group]
            if acts:
                menu.addAction(_Heading(group_words(group), menu))
            for act in acts:
                self._add(menu, act)
        return menu

    def open_menu(self) -> None:
        """Drop the menu above its button."""
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.more_button.mapToGlobal(QPoint(0, 0))
        menu.popup(corner - QPoint(0, menu.sizeHint().height()))
        menu.setFocus()

    def _add(self, menu: QMenu, act: Act) -> None:
        case = self._case
        assert case is not None
        why = act.shut(case)
        line = menu.addAction(act.words() if not why else f"{act.words()}   –   {_short(why)}")
        line.setToolTip(plain(why or act.words()))
        line.setEnabled(not why)
        line.triggered.connect(partial(self._chosen, act))

    def _chosen(self, act: Act, _checked: bool = False) -> None:
        self.act_wanted.emit(act)

    def _is_shut(self, act: Act) -> bool:
        return self._case is not None and bool(act.shut(self._case))


class _Heading(QWidgetAction):
    """The name of a group over its deeds; nothing to choose."""

    def __init__(self, words: str, parent: QMenu) -> None:
        super().__init__(parent)
        label = plain_label(words, "small")
        label.setContentsMargins(12, 8, 12, 2)
        self.setDefaultWidget(label)
        self.setEnabled(False)


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


def group_words(group: Group) -> str:
    """What a group of deeds is called."""
    return {
        Group.FILING: pgettext("deeds", "Filing"),
        Group.HANDLING: pgettext("deeds", "Handling"),
        Group.TELLING: pgettext("deeds", "Answer and callback"),
        Group.CLOSING: pgettext("deeds", "Closing"),
        Group.PAPER: pgettext("deeds", "Paper"),
    }[group]


def _short(why: str) -> str:
    first = why.partition("\n")[0]
    return first if len(first) <= _WHY_LIMIT else first[: _WHY_LIMIT - 1] + "…"


def _more_words() -> str:
    return _("All deeds")
