"""A company whose people do commissioned services is written down (R232, R239)."""

from desk.domain import supplier as rules
from desk.domain.supplier import SupplierEntry
from desk.i18n import pgettext
from desk.services import supplier
from desk.services.supplier import SupplierRow
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds


class SupplierForm(RecordForm):
    """A new company, or one that is corrected."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """Who it is, what it does, how it is reached."""
        self.add("name", LineField(rules.NAME_LIMIT), _name, required=True)
        self.add("trade", TextField(rules.TRADE_LIMIT, lines=2), _trade, required=True)
        self.add("contact", LineField(rules.CONTACT_LIMIT), _contact, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), words.phone, required=True, span=1)
        self.add("licence", LineField(rules.LICENCE_LIMIT), _licence)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), words.remark)

    def heading(self) -> str:
        """The name, or that it is new."""
        known = self.value()
        return known.name if isinstance(known, SupplierRow) else words.new_supplier()

    def subject(self) -> str:
        """Which one is corrected."""
        known = self.value()
        return str(known.id) if isinstance(known, SupplierRow) else ""

    def show_value(self, value: SupplierRow | None) -> None:
        """A company, or nothing yet."""
        self._value = value
        entry = SupplierEntry() if value is None else supplier.entry_of(value)
        for key in ("name", "trade", "contact", "phone", "licence", "remark"):
            self.field(key).set_value(getattr(entry, key))

    def read(self) -> SupplierEntry:
        """What the fields say."""
        keys = ("name", "trade", "contact", "phone", "licence", "remark")
        return SupplierEntry(**{key: self.field(key).value() for key in keys})

    def save_value(self, value: SupplierEntry) -> SupplierRow:
        """Write it down, or correct it."""
        known, desk = self.value(), self._deeds.workplace
        if known is None:
            return supplier.register(desk, value)
        return supplier.change(desk, known.id, known.version, value)


def _name() -> str:
    return pgettext("catalogue", "Company")


def _trade() -> str:
    return pgettext("catalogue", "What it does")


def _contact() -> str:
    return pgettext("catalogue", "Contact")


def _licence() -> str:
    return pgettext("catalogue", "Business licence")
