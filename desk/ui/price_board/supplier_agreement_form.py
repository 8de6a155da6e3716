"""《委託服務協議》 with a supplier is written: for whom, what, for how much, how long (R239)."""

from collections.abc import Sequence
from typing import Any

from desk.domain import supplier_agreement as rules
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.i18n import _, pgettext
from desk.services import supplier_agreement
from desk.services.supplier_agreement import SupplierAgreementRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.deeds import CatalogueDeeds

_LINES = 8_000
_ESTATE, _HOME = "estate", "home"


class SupplierAgreementForm(RecordForm):
    """A new agreement, a renewal, or one that nobody has signed and that is corrected."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        self._deeds = deeds
        self._renews: SupplierAgreementRow | None = None
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """The company, for whom, then what was agreed."""
        deeds = self._deeds
        day = (deeds.custom, deeds.today)
        self.add("supplier", ChoiceField(deeds.companies), _supplier, required=True)
        self.add("whom", SegmentField(_whoms), _whom, required=True)
        self.person = PersonField(deeds.find_people)
        self.add("unit", self.person, words.room, required=True)
        self.add("customer", LineField(rules.CUSTOMER_LIMIT), _customer, required=True)
        scope = TextField(_LINES, lines=3)
        self.add("scope", scope, _scope, required=True, hint=_scope_hint)
        self.add("charge", TextField(rules.CHARGE_LIMIT, lines=2), _charge, required=True)
        self.add("starts", DayField(*day), words.first_day, required=True, span=1)
        self.add("ends", DayField(*day), words.last_day, required=True, span=1)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), words.remark)
        self.field("whom").changed.connect(self._show_asked)
        self.person.picked.connect(self._person_picked)

    def heading(self) -> str:
        """The number, or that it is new."""
        if self._renews is not None:
            return _("Renews {number}").format(number=self._renews.number)
        known = self.value()
        return known.number if isinstance(known, SupplierAgreementRow) else words.new_agreement()

    def subject(self) -> str:
        """The agreement that is corrected."""
        known = self.value()
        return known.number if isinstance(known, SupplierAgreementRow) else ""

    def begin_with(self, supplier_id: int) -> None:
        """The company is known."""
        self.field("supplier").set_value(str(supplier_id))

    def begin_renewal(self, known: SupplierAgreementRow) -> None:
        """The same again, for as long again."""
        self._renews = known
        self._show_entry(supplier_agreement.renewal_of(known), known)
        self.show_heading()

    def show_value(self, value: SupplierAgreementRow | None) -> None:
        """An agreement, or the beginning of one: from today, for the whole estate."""
        self._value = value
        entry = SupplierAgreementEntry(starts=self._deeds.today())
        if value is not None:
            entry = supplier_agreement.entry_of(value)
        self._show_entry(entry, value)

    def read(self) -> SupplierAgreementEntry:
        """What the fields say."""
        is_home = self.field("whom").value() == _HOME
        company = self.field("supplier").value()
        return SupplierAgreementEntry(
            supplier_id=int(company) if company else None,
            unit_id=self._deeds.unit_of(self.person.value()) if is_home else None,
            customer=self.field("customer").value() if is_home else "",
            scope=lines_of(self.field("scope").value()),
            charge=" ".join(self.field("charge").value().split("\n")),
            starts=self.field("starts").value(),
            ends=self.field("ends").value(),
            remark=self.field("remark").value(),
        )

    def save_value(self, value: SupplierAgreementEntry) -> SupplierAgreementRow:
        """Write it down, correct it, or renew another by it."""
        known, desk = self.value(), self._deeds.workplace
        if self._renews is not None:
            return supplier_agreement.renew(desk, self._renews.id, self._renews.version, value)
        if known is None:
            return supplier_agreement.register(desk, value)
        return supplier_agreement.change(desk, known.id, known.version, value)

    def _show_entry(
        self, entry: SupplierAgreementEntry, known: SupplierAgreementRow | None
    ) -> None:
        company = entry.supplier_id
        self.field("supplier").set_value(None if company is None else str(company))
        self.field("whom").set_value(_HOME if entry.unit_id is not None else _ESTATE)
        self.person.set_value(picked(known))
        for key in ("customer", "charge", "starts", "ends", "remark"):
            self.field(key).set_value(getattr(entry, key))
        self.field("scope").set_value("\n".join(entry.scope))
        self._show_asked()

    def _show_asked(self) -> None:
        is_home = self.field("whom").value() == _HOME
        self.fields.cell("unit").setVisible(is_home)
        self.fields.cell("customer").setVisible(is_home)

    def _person_picked(self, found: Any) -> None:
        """Whoever was found signs until the clerk says otherwise."""
        if found.kind == "resident" and not self.field("customer").value():
            self.field("customer").set_value(found.title)


def picked(known: Any) -> PickedPerson | None:
    """The household of an agreement, as the field shows it."""
    if known is None or known.unit_id is None:
        return None
    return PickedPerson("unit", str(known.unit_id), known.unit, "")


def lines_of(text: str) -> tuple[str, ...]:
    """Lines without the empty ones."""
    return tuple(filter(None, (line.strip() for line in text.splitlines())))


def _whoms() -> Sequence[Choice]:
    return [
        Choice(_ESTATE, words.whole_estate()),
        Choice(_HOME, pgettext("catalogue", "One household")),
    ]


def _supplier() -> str:
    return pgettext("catalogue", "Supplier")


def _whom() -> str:
    return pgettext("catalogue", "For whom")


def _customer() -> str:
    return pgettext("catalogue", "Customer who signs")


def _scope() -> str:
    return pgettext("catalogue", "Services")


def _scope_hint() -> str:
    return _("One a line: what its people may be sent for.")


def _charge() -> str:
    return pgettext("catalogue", "Charge")
