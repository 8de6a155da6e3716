"""The board as a section: find by tag or room, the hooks, and the chosen set beside them."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.key_board import HookState
from desk.errors import DeskError
from desk.i18n import _
from desk.ui.key_custody import words
from desk.ui.key_custody.board_table import BoardTable
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.find_line import FindLine
from desk.ui.key_custody.set_form import SetForm
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.key_custody.tile import Tile
from desk.ui.key_custody.tiles import narrowed, tile_of
from desk.ui.key_custody.view import SetView
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.fault_note import fault_note
from desk.ui.kit.filter_bar import Filter
from desk.ui.kit.record_model import Page
from desk.ui.kit.register_page import RegisterPage, RegisterPlan
from desk.wording import label

_WORDS, _PAUSE, _MINUTE = 236, 120, 60_000


class BoardPage(RegisterPage[Any]):
    """Every hook at a glance; a set opens beside them, F8 lends it or takes it back."""

    def __init__(self, deeds: KeyDeeds) -> None:
        self._deeds = deeds
        self.words = FindLine()
        super().__init__(_plan(self, deeds))
        self._pause = _timer(self, _PAUSE, self._narrow)
        self._pause.setSingleShot(True)
        self._turn = _timer(self, _MINUTE, self._minute_over)
        self._turn.start()
        self.words.textChanged.connect(self._pause.start)
        self.words.opened.connect(self.open_found)
        self.words.left_down.connect(self.board.setFocus)
        self.board.typed.connect(self.words.go_on_typing)
        deeds.changed.connect(self._key_moved)
        self.setFocusProxy(self.words)

    @property
    def board(self) -> BoardTable:
        """The tiles."""
        assert isinstance(self.table, BoardTable)
        return self.table

    # What the counter does

    def open_found(self) -> QWidget | None:
        """Enter in the finding line opens the only one that was found.

        Its next deed has the keyboard, and the whole board stands beside it.
        """
        self._pause.stop()
        self._narrow()
        tiles = [one for one in self.board.tiles() if one.key is not None]
        if len(tiles) != 1:
            self.board.setFocus()
            return None
        key = tiles[0].key
        record = self.open_key(str(key))
        self.words.clear()
        self._pause.stop()
        self._narrow()
        self.board.choose(key)
        if isinstance(record, SetRecord):
            record.focus_deed()
        return record

    def begin_under(self, agreement_id: int) -> QWidget | None:
        """A set that is taken in under an agreement."""
        form = self.start_new()
        if isinstance(form, SetForm):
            form.begin_under(agreement_id)
        return form

    # What the plan asks

    def record(self, key: int | str) -> SetRecord:
        """A set; an open record shows the next one, so that walking the board stays quick."""
        record = self.open_form()
        if not isinstance(record, SetRecord):
            record = SetRecord(self._deeds)
            record.change_wanted.connect(self._change)
        record.load(self._deeds.view(key))
        return record

    def opened(self, tile: Tile) -> QWidget:
        """A hook: its set, or for an empty one the form that hangs something on it."""
        if tile.key is not None:
            return self.record(tile.key)
        form = self.new_form()
        form.field("hook").set_value(tile.hook)
        return form

    def opened_key(self, key: str) -> QWidget:
        """A set by its id or its tag."""
        return self.record(int(key) if key.isdecimal() else key)

    def new_form(self) -> SetForm:
        """Keys that come into custody."""
        return SetForm(self._deeds)

    def resume(self, draft: Mapping[str, Any], subject: str) -> QWidget | None:
        """The form of an earlier run: new keys, or a correction."""
        form = self.new_form()
        try:
            if subject:
                form.load(self._deeds.view(int(subject)))
        except DeskError as fault:
            form.deleteLater()
            return self._shown(fault_note(fault))
        form.restore(draft)
        self.table.forget_choice()
        return self._shown(form)

    def tiles(self) -> Sequence[Tile]:
        """What the board shows now."""
        text, state = self.words.text().strip(), self.filters.values().get("state", "")
        found = self._deeds.sets_found(text) if text else set()
        hooks = narrowed(self._deeds.board(), text, state, found)
        now, custom = self._deeds.now(), self._deeds.custom
        return [tile_of(one, now, custom) for one in hooks]

    # Parts

    def _make_table(self) -> Any:
        return BoardTable(self.tiles, self._empty_words)

    def _make_filters(self) -> QHBoxLayout:
        row = super()._make_filters()
        self.words.setFixedWidth(_WORDS)
        row.setSpacing(8)
        row.insertWidget(0, self.words)
        return row

    def _empty_words(self) -> str:
        if self.words.text().strip() or self.filters.values():
            return _("Nothing matches these filters.")
        return self._plan.empty()

    def _shown(self, widget: QWidget) -> QWidget | None:
        return widget if self.show_record(widget) else None

    def _row_chosen(self, row: Tile) -> None:
        """An empty hook is looked at without a form being begun."""
        if row.key is not None:
            super()._row_chosen(row)

    def _row_opened(self, row: Tile) -> None:
        record = self.panel.content()
        if row.key is None or record is None:
            self._open(row)
            record = self.panel.content()
        if isinstance(record, SetRecord):
            record.focus_deed()

    def _change(self, view: SetView) -> None:
        form = self.new_form()
        form.load(view)
        self.show_record(form)

    def _record_saved(self, answer: object) -> None:
        """A form that was saved shows the set, with what comes next."""
        form = self.sender()
        super()._record_saved(answer)
        if isinstance(form, SetForm) and isinstance(answer, SetView):
            self.open_key(str(answer.row.id))
            self.board.choose(answer.row.id)
            self._deeds.changed.emit()

    def _narrow(self) -> None:
        if self._was_read:
            self.board.reload()

    def _minute_over(self) -> None:
        if self._was_read and self.isVisible():
            self.board.reload()

    def _key_moved(self) -> None:
        if self._was_read:
            self.board.reload()


def _plan(page: BoardPage, deeds: KeyDeeds) -> RegisterPlan[Any]:
    return RegisterPlan(
        title=words.board_title,
        columns=(),
        fetch=_nothing,
        row_id=_id_of,
        empty=_empty_words,
        open_record=page.opened,
        open_key=page.opened_key,
        new_record=page.new_form if deeds.may_register() else None,
        new_words=words.new_set,
        row_of=_same,
        filters=(Filter("state", words.state, _states),),
    )


def _nothing(_asked: Mapping[str, str], _after: object | None) -> Page[Any]:
    return Page()


def _id_of(row: Any) -> int:
    return int(row.row.id)


def _same(saved: Any) -> Any:
    return saved


def _states() -> Sequence[Choice]:
    return [Choice(one, label("hook_state", one)) for one in HookState]


def _empty_words() -> str:
    return _("No key hangs here yet. Press F2 to take in the first.")


def _timer(page: QWidget, milliseconds: int, slot: Any) -> QTimer:
    timer = QTimer(page)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer
