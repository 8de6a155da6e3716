"""The board with the manners of a register's list: it reads its tiles and tells what was chosen."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Signal

from desk.errors import DeskError
from desk.ui.key_custody.board import Board
from desk.ui.key_custody.tile import Tile
from desk.ui.kit.faults import fault_words
from desk.ui.kit.retranslate import Words


class BoardTable(Board):
    """`record_chosen` carries the tile the clerk moved to, `record_opened` the one she opened."""

    record_chosen = Signal(object)
    record_opened = Signal(object)
    reloaded = Signal()

    def __init__(self, fetch: Callable[[], Sequence[Tile]], empty: Words) -> None:
        self._fetch, self._nothing, self._fault = fetch, empty, ""
        super().__init__(self._empty_words)
        self.tile_chosen.connect(self.record_chosen)
        self.tile_opened.connect(self.record_opened)

    def reload(self) -> None:
        """Read every hook again; the chosen one stays chosen."""
        try:
            tiles, self._fault = self._fetch(), ""
        except DeskError as fault:
            tiles, self._fault = (), fault_words(fault)
        self.show_tiles(tiles)
        self.reloaded.emit()

    def refresh_row(self, _row: object) -> None:
        """A key moved: its tile says so, and others may have become empty."""
        self.reload()

    def choose(self, key: Hashable | None) -> bool:
        """Stand on the tile of a set, telling nobody."""
        return super().choose(key if isinstance(key, int) else None)

    def row_count(self) -> int:
        """Tiles that are shown."""
        return len(self.tiles())

    def _empty_words(self) -> str:
        return self._fault or self._nothing()
