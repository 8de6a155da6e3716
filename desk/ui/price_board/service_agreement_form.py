"""《特約服務協議》 with a customer is written: content, term, charge, rights and duties (R106)."""

from collections.abc import Sequence
from dataclasses import replace
from types import ModuleType
from typing import Any, ClassVar

from desk.domain import service_agreement as rules
from desk.domain.service_agreement import AgreementPer, ServiceAgreementEntry
from desk.i18n import _, pgettext
from desk.services import service_agreement
from desk.services.service_agreement import ServiceAgreementRow
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.text_field import TextField
from desk.ui.price_board import words
from desk.ui.price_board.agreement_form import AgreementForm, lines_of, picked
from desk.wording import label

_LINES = 8_000
_PLAIN = ("customer", "phone", "starts", "ends", "amount", "per", "charge", "office_terms",
          "customer_terms", "remark")  # fmt: skip


class ServiceAgreementForm(AgreementForm):
    """What a customer and the office agree in the long term."""

    SERVICE: ClassVar[ModuleType] = service_agreement

    def build(self) -> None:
        """The household, what is done, how long, for how much, who owes what."""
        deeds = self._deeds
        day = (deeds.custom, deeds.today)
        terms = rules.TERMS_LIMIT
        self.person = PersonField(deeds.find_people)
        self.add("unit", self.person, words.room, required=True)
        self.add("customer", LineField(rules.CUSTOMER_LIMIT), _customer, required=True, span=1)
        self.add("phone", LineField(rules.PHONE_LIMIT), words.phone, span=1)
        content = TextField(_LINES, lines=3)
        self.add("content", content, _content, required=True, hint=_content_hint)
        self.add("starts", DayField(*day), words.first_day, required=True, span=1)
        self.add("ends", DayField(*day), words.last_day, required=True, span=1)
        self.add("amount", MoneyField(deeds.custom), _amount, required=True, span=1)
        self.add("per", ChoiceField(_pers), _per, required=True, span=1)
        self.add("charge", LineField(rules.CHARGE_LIMIT), _charge)
        self.add("office_terms", TextField(terms, lines=2), _office_terms, required=True)
        self.add("customer_terms", TextField(terms, lines=2), _customer_terms, required=True)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), words.remark)
        self.person.picked.connect(self._person_picked)

    def begin_with(self, unit_id: int) -> None:
        """The household is known, its owner the customer until the clerk says otherwise."""
        label, owner, phone = self._deeds.home(unit_id)
        self.person.set_value(PickedPerson("unit", str(unit_id), label, ""))
        self.field("customer").set_value(owner)
        self.field("phone").set_value(phone)

    def beginning(self) -> ServiceAgreementEntry:
        """From today, on the terms of the last one."""
        return replace(self._deeds.usual_terms(), starts=self._deeds.today())

    def read(self) -> ServiceAgreementEntry:
        """What the fields say."""
        told = {key: self.field(key).value() for key in _PLAIN}
        return ServiceAgreementEntry(
            unit_id=self._deeds.unit_of(self.person.value()),
            content=lines_of(self.field("content").value()),
            **told | {"per": AgreementPer(told["per"] or AgreementPer.MONTH)},
        )

    def show_entry(self, entry: ServiceAgreementEntry, known: ServiceAgreementRow | None) -> None:
        """Show what was agreed."""
        self.person.set_value(picked(known))
        for key in _PLAIN:
            self.field(key).set_value(getattr(entry, key))
        self.field("content").set_value("\n".join(entry.content))

    def _person_picked(self, found: Any) -> None:
        """The owner is the customer until the clerk says otherwise."""
        unit_id = self._deeds.unit_of(self.person.value())
        if unit_id is None:
            return
        _label, owner, phone = self._deeds.home(unit_id)
        name = found.title if found.kind == "resident" else owner
        for key, told in (("customer", name), ("phone", phone)):
            if not self.field(key).value():
                self.field(key).set_value(told)


def _pers() -> Sequence[Choice]:
    return [Choice(one, label("agreement_per", one)) for one in AgreementPer]


def _customer() -> str:
    return pgettext("catalogue", "Customer")


def _content() -> str:
    return pgettext("catalogue", "Content")


def _content_hint() -> str:
    return _("One a line: what is done, how often.")


def _amount() -> str:
    return pgettext("catalogue", "Charge")


def _per() -> str:
    return pgettext("catalogue", "For how long it pays")


def _charge() -> str:
    return pgettext("catalogue", "More on the charge")


def _office_terms() -> str:
    return _("The office’s rights and duties")


def _customer_terms() -> str:
    return _("The customer’s rights and duties")
