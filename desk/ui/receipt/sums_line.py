"""What came in on the chosen days, at the foot of the list: each way of paying, and the whole."""

from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.i18n import _
from desk.ui.kit.label import plain_label
from desk.ui.kit.retranslate import Spoken
from desk.ui.receipt import words
from desk.ui.receipt.deeds import ReceiptDeeds


class SumsLine(Spoken, QWidget):
    """`show_sums` reads them anew; void receipts are not counted."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        super().__init__()
        self._deeds = deeds
        self._when = ""
        self.ways, self.total = plain_label(role="muted"), plain_label(role="number")
        self.ways.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 10)
        row.setSpacing(12)
        row.addWidget(self.ways, 1)
        row.addWidget(self.total)

    def retranslate(self) -> None:
        """The words again."""
        self.show_sums(self._when)

    def show_sums(self, when: str) -> None:
        """Of the days of a choice, of today without one."""
        self._when = when
        sums = self._deeds.sums(when)
        custom = self._deeds.custom.beside(one.total for one in sums)
        whole = sum((one.total for one in sums), Decimal())
        named = _("{when}: {sums}")
        said = words.sums_words(sums, custom)
        self.ways.setText(named.format(when=words.when_words(when), sums=said))
        told = _("All together {total}").format(total=custom.money(whole))
        self.total.setText(told if sums else "")
