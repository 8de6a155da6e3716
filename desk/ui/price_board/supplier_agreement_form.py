"""《委託服務協議》 with a supplier is written: for whom, what, for how much, how long (R239)."""

from collections.abc import Sequence
from types import ModuleType
from typing import Any, ClassVar

from desk.domain import supplier_agreement as rules
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.i18n import _, pgettext
from desk.services import supplier_agreement
from desk.services.supplier_agreement import SupplierAgreementRow
from desk.ui.kit.choice_field import Choice, ChoiceField, SegmentField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.person_field import PersonField
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.agreement_form import AgreementForm, lines_of, picked

_LINES = 8_000
_ESTATE, _HOME = "estate", "home"


class SupplierAgreementForm(AgreementForm):
    """What a household, or the office for all of them, agrees with a company."""

    SERVICE: ClassVar[ModuleType] = supplier_agreement

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

    def begin_with(self, supplier_id: int) -> None:
        """The company is known."""
        self.field("supplier").set_value(str(supplier_id))

    def beginning(self) -> SupplierAgreementEntry:
        """From today, for the whole estate."""
        return SupplierAgreementEntry(starts=self._deeds.today())

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

    def show_entry(self, entry: SupplierAgreementEntry, known: SupplierAgreementRow | None) -> None:
        """Show what was agreed."""
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
