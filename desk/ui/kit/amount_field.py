"""A field for an amount of money or a measured quantity: a decimal number, typed as people do."""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.estate_format import NUMBER
from desk.i18n import _
from desk.ui.kit.line_field import LineField

_LIMIT = 20
_NUMBER = re.compile(rf"-?{NUMBER}")


class AmountField(LineField):
    """The value is a Decimal, or None where nothing is typed; `1,234.50` and full width are read.

    Whether the number makes sense is for the rules to say. `hint` says by what it is counted.
    """

    def __init__(
        self, *, placeholder: Callable[[], str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_LIMIT, placeholder=placeholder, parent=parent)

    def value(self) -> Any:
        """The number; None where there is none or none can be read."""
        return self.read(self.line.text())

    def read(self, text: str) -> Decimal | None:
        """The number in a text; None where there is none."""
        folded = unicodedata.normalize("NFKC", text).replace("−", "-").strip()
        return Decimal(folded.replace(",", "")) if _NUMBER.fullmatch(folded) else None

    def set_value(self, value: Any) -> None:
        """Show a number; None empties the line."""
        shown = "" if value is None else str(value)
        if isinstance(value, Decimal):
            shown = f"{value.normalize():f}" if value == value.to_integral_value() else f"{value:f}"
        self.line.setText(shown)

    def problem(self) -> str | None:
        """What was typed is no number."""
        typed = self.line.text().strip()
        if typed and self.read(typed) is None:
            return _("Enter a number, such as 120 or 120.50.")
        return None
