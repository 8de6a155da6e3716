"""A scanner that types: knows its bursts wherever the keyboard is, and takes them out again.

A keyboard-wedge scanner types the characters of a code within milliseconds, usually with Enter
behind them, into whatever has the focus; under a Chinese input method they arrive as composed
text, full width or in small letters. Nobody types so fast, and the check character has to fit.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desk.domain import paper_code
from desk.ui.kit.as_before import Restore, as_before

OWN = "takes_codes"  # a field with this property wants codes typed into it

_GAP = 60  # milliseconds between two keys of a scanner, at most
_COMPOSED_GAP = 100  # the same through an input method
_ENTER_AFTER = 400  # an Enter so soon after a code still belongs to it
_AT_ONCE = 3  # characters by which a composition grows in one event
_LONGEST = 40
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_SHIFTS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_JOINTS = str.maketrans("", "", " '’")  # what an input method sets between composed parts


@dataclass(frozen=True)
class _Typed:
    """One character of a burst, and what takes the field back to before it; None in midst."""

    character: str
    restore: Restore | None


class Scanner(QObject):
    """`scanned` carries the code, in capitals, once the field it was typed into is as before.

    It looks at the object that has the keyboard and at no other, so that it costs nothing while a
    list is painted. `milliseconds` is a clock that only runs forward.
    """

    scanned = Signal(str)

    def __init__(
        self, parent: QObject | None = None, milliseconds: Callable[[], int] | None = None
    ) -> None:
        super().__init__(parent)
        self._running = QElapsedTimer()
        self._running.start()
        self._milliseconds = milliseconds or self._running.elapsed
        self._watched: QObject | None = None
        self._is_on = self._is_restoring = False
        self._burst: list[_Typed] = []
        self._preedit = ""  # what is being composed, if it may become a code
        self._before: Restore | None = None  # before it was being composed
        self._is_slow = self._wants_enter = False
        self._last = self._stamp = 0
        self._ended = -_ENTER_AFTER
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_COMPOSED_GAP)
        self._quiet.timeout.connect(self._fell_quiet)
        self._forget()
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusObjectChanged.connect(self._watch)
        self.start()

    # On and off

    def start(self) -> None:
        """Listen from now on."""
        self._is_on = True
        self._watch(QGuiApplication.focusObject())

    def stop(self) -> None:
        """Hear nothing, as while the desk is locked."""
        self._is_on = False
        self._watch(None)

    # Hearing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys and composed text of the object that has the keyboard."""
        if self._is_on and watched is self._watched and not watched.property(OWN):
            match event.type():
                case QEvent.Type.ShortcutOverride:
                    return self._claims(event)
                case QEvent.Type.KeyPress:
                    return self._key(event)
                case QEvent.Type.InputMethod:
                    self._composed(event)
        return super().eventFilter(watched, event)

    def _claims(self, event: QEvent) -> bool:
        """The Enter behind a code is no shortcut."""
        if isinstance(event, QKeyEvent) and event.key() in _ENDS and self._is_fresh(_GAP):
            if self._code() is None:
                return False
            event.accept()
            return True
        return False

    def _key(self, event: QEvent) -> bool:
        """Whether the key is kept from the field: the Enter behind a code is."""
        if not isinstance(event, QKeyEvent) or event.isAutoRepeat():
            self._forget()
            return False
        if event.key() in _ENDS:
            return self._end()
        text = event.text()
        if not text and event.key() in _MODIFIERS:
            return False
        self._ended = -_ENTER_AFTER  # an Enter behind another key is the clerk's own
        character = _plain(text)
        if len(character) != 1 or event.modifiers() & ~_SHIFTS:
            self._forget()
            return False
        self._add(character, event.timestamp())
        return False

    def _composed(self, event: QEvent) -> None:
        """What an input method makes of a scanner: a growing composition, or committed text."""
        if self._is_restoring or not isinstance(event, QInputMethodEvent):
            return
        if not self._is_fresh(_COMPOSED_GAP):
            self._is_slow = self._before is not None  # somebody composes, key by key
            self._burst.clear()
            self._wants_enter = False
        committed, preedit = event.commitString(), event.preeditString().translate(_JOINTS)
        before = self._before or self._taken()
        if committed:
            self._commit(_plain(committed), before, is_grown=bool(self._preedit))
        grown = "" if self._is_slow else _plain(preedit)
        self._wants_enter |= len(grown) - len(self._preedit) > _AT_ONCE
        self._preedit = grown
        self._is_slow = bool(preedit) and not grown  # nor is it a code, once it is none
        self._before = before if preedit else None
        self._heard()

    def _commit(self, text: str, before: Restore, *, is_grown: bool) -> None:
        """A text that came at once, without a composition that grew, counts only with its Enter."""
        if self._is_slow or not text:
            self._burst.clear()
            return
        self._wants_enter |= len(text) > 1 and not is_grown
        self._burst += [_Typed(text[0], before), *(_Typed(one, None) for one in text[1:])]

    def _add(self, character: str, stamp: int) -> None:
        stamped = stamp - self._stamp if stamp and self._stamp else _LONGEST * _GAP
        if not self._is_fresh(_GAP) and stamped > _GAP:
            self._burst.clear()
            self._wants_enter = False
        self._burst.append(_Typed(character, self._taken()))
        del self._burst[:-_LONGEST]
        self._stamp = stamp
        self._heard()

    def _end(self) -> bool:
        """Enter: behind a code it belongs to the scanner, and so does one a little later."""
        now = self._milliseconds()
        gap = _COMPOSED_GAP if self._preedit or self._wants_enter else _GAP
        if self._is_fresh(gap) and self._recognised():
            return True
        self._forget()
        is_late, self._ended = now - self._ended < _ENTER_AFTER, -_ENTER_AFTER
        return is_late

    # Knowing a code

    def _fell_quiet(self) -> None:
        if not self._wants_enter:
            self._recognised()

    def _recognised(self) -> bool:
        found = self._code()
        if found is None:
            return False
        code, restore = found
        self._is_restoring = True
        _drop_composition(self._watched)
        restore()
        self._is_restoring = False
        self._forget()
        self._ended = self._milliseconds()
        QTimer.singleShot(0, self, partial(self.scanned.emit, code))
        return True

    def _code(self) -> tuple[str, Restore] | None:
        """The code at the end of the burst, and what takes the field back to before it."""
        typed = self._burst
        if self._preedit and self._before is not None:
            typed = [
                *typed,
                _Typed(self._preedit[0], self._before),
                *(_Typed(one, None) for one in self._preedit[1:]),
            ]
        for place, one in enumerate(typed):
            if one.restore is not None:
                code = "".join(other.character for other in typed[place:])
                if paper_code.read(code) is not None:
                    return code, one.restore
        return None

    # Parts

    def _heard(self) -> None:
        self._last = self._milliseconds()
        self._quiet.start()

    def _is_fresh(self, gap: int) -> bool:
        """Whether what was heard last is only so long ago."""
        return self._milliseconds() - self._last <= gap

    def _forget(self) -> None:
        self._burst.clear()
        self._preedit, self._before = "", None
        self._last, self._stamp = -_LONGEST * _GAP, 0
        self._wants_enter = self._is_slow = False

    def _taken(self) -> Restore:
        """What the field says now, to be said again."""
        return as_before(self._watched)

    def _watch(self, watched: QObject | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = watched if self._is_on else None
        self._forget()
        if self._watched is not None:
            self._watched.installEventFilter(self)


_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Mode_switch,
)


def _plain(text: str) -> str:
    """Characters of a code, in capitals; "" where any of them is of none."""
    plain = unicodedata.normalize("NFKC", text).upper()
    return plain if plain.isascii() and plain.isalnum() else ""


def _drop_composition(field: QObject | None) -> None:
    """What the input method was composing is composed no more."""
    method = QGuiApplication.inputMethod()
    if method is not None:
        method.reset()
    if field is not None:
        QApplication.sendEvent(field, QInputMethodEvent())
