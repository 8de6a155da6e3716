"""A field for an amount of the estate's money, shown as the estate writes it."""

from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.money import has_two_places, is_within
from desk.i18n import EstateFormat
from desk.ui.kit.amount_field import AmountField

_MOST = Decimal(10**15)  # no rule of the house takes more


class MoneyField(AmountField):
    """The value is a Decimal, or None. Digits are enough to type: `2200` is shown as HK$2,200.00
    as soon as the clerk goes on."""

    def __init__(self, custom: EstateFormat, parent: QWidget | None = None) -> None:
        self._custom = custom
        super().__init__(parent=parent)
        self.line.editingFinished.connect(self._show_again)

    def read(self, text: str) -> Decimal | None:
        """The amount, with its currency or without."""
        return self._custom.parse_money(text)

    def set_value(self, value: Any) -> None:
        """Show an amount as money; None empties the line."""
        super().set_value(self._custom.money(value) if isinstance(value, Decimal) else value)

    def _show_again(self) -> None:
        """What was typed, as money; what is none stays for the rules to refuse."""
        value = self.value()
        if value is not None and is_within(abs(value), _MOST) and has_two_places(value):
            self.set_value(value)
