"""A record of key custody: its deeds are those on keys, its papers are among them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.ui.key_custody.acts import GROUPS, Act
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.print_log.print_history import PrintHistory


class KeyRecord(ShownRecord):
    """What is done with a key is told to the other sections."""

    def __init__(self, deeds: KeyDeeds, acts: Sequence[Act]) -> None:
        self._deeds = deeds
        super().__init__(acts, GROUPS)

    def printed_as(self) -> tuple[str, int] | None:
        """Kind and id under which its own papers are in the print log; None where it has none."""
        return None

    def last_parts(self) -> Sequence[QWidget]:
        """Its own papers."""
        self.prints = PrintHistory(self._deeds.workplace)
        return (self.prints,)

    def likeliest_paper(self) -> Act | None:
        """The paper that Ctrl+P looks at."""
        return next((act for act in self.bar.shown() if act.code.startswith("print_")), None)

    def print_likeliest(self) -> DeedDialog | None:
        """Look at the paper that is wanted most."""
        act = self.likeliest_paper()
        return None if act is None else self.run_code(act.code)

    def why_not_print(self) -> str:
        """Why its paper is not printed."""
        act = self.likeliest_paper()
        return "" if act is None else act.shut(self.value())

    def was_done(self, value: Any) -> None:
        """A deed was done in its dialog."""
        super().was_done(value)
        self._deeds.changed.emit()

    def _show(self) -> None:
        super()._show()
        self.print_button.setVisible(self.likeliest_paper() is not None)
        printed = self.printed_as()
        self.prints.setVisible(printed is not None)
        if printed is not None:
            self.prints.show_record(*printed)
