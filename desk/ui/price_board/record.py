"""A record of the catalogue: its deeds, its papers where it has any."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.price_board.acts import GROUPS, Act
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.print_log.print_history import PrintHistory


class CatalogueRecord(ShownRecord):
    """What is done with it is told to the other sections."""

    def __init__(self, deeds: CatalogueDeeds, acts: Sequence[Act]) -> None:
        self._deeds = deeds
        super().__init__(acts, GROUPS)

    def printed_as(self) -> tuple[str, int] | None:
        """Kind and id under which its papers are in the print log; None where it has none."""
        return None

    def last_parts(self) -> Sequence[QWidget]:
        """Its own papers."""
        self.prints = PrintHistory(self._deeds.workplace)
        return (self.prints,)

    def print_likeliest(self) -> DeedDialog | None:
        """Look at its paper."""
        paper = self._paper()
        return None if paper is None else self.run_code(paper.code)

    def why_not_print(self) -> str:
        """Why its paper is not printed."""
        paper = self._paper()
        return "" if paper is None else paper.shut(self.value())

    def was_done(self, value: Any) -> None:
        """A deed was done in its dialog."""
        super().was_done(value)
        self._deeds.changed.emit()

    def _paper(self) -> Act | None:
        return next((one for one in self.bar.shown() if one.code.startswith("print_")), None)

    def _show(self) -> None:
        super()._show()
        self.print_button.setVisible(self._paper() is not None)
        printed = self.printed_as()
        self.prints.setVisible(printed is not None)
        if printed is not None:
            self.prints.show_record(*printed)
