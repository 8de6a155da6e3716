"""What happened to an order, newest first: agreed, sent, at the door, done, paid, back."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.i18n import EstateFormat, _
from desk.services.service_order import Order
from desk.services.service_order_case import EventRow
from desk.ui.kit.label import WordLabel, plain_label
from desk.ui.kit.retranslate import Spoken
from desk.wording import label


class Journal(Spoken, QWidget):
    """One line an event: when, what, who, how much, written down by whom."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._custom = custom
        self._known: Order | None = None
        self._lines = plain_label()
        self._lines.setWordWrap(True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(WordLabel(_title_words, "heading"))
        box.addWidget(self._lines)

    def retranslate(self) -> None:
        """Every line."""
        if self._known is not None:
            self.show_order(self._known)

    def show_order(self, known: Order) -> None:
        """Show what happened to an order."""
        self._known = known
        self._lines.setText("\n".join(_line(one, self._custom) for one in reversed(known.events)))

    def words(self) -> str:
        """What is shown."""
        return self._lines.text()


def _line(one: EventRow, custom: EstateFormat) -> str:
    amount = "" if one.amount is None else custom.money(one.amount)
    told = [custom.datetime(one.at), label("order_event", one.kind), one.person, amount]
    told.append(" ".join(one.text.split()))
    if one.by:
        told.append(_("by {by}").format(by=one.by))
    return " · ".join(filter(None, told))


def _title_words() -> str:
    return _("What happened")
