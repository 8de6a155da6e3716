"""An agreement with a supplier or a customer: what is missing, what was agreed, how it went on."""

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.domain import agreement_course as course
from desk.i18n import _, pgettext
from desk.services import service_agreement, supplier_agreement
from desk.services.paper import FormCode
from desk.services.service_agreement import ServiceAgreementRow
from desk.services.supplier_agreement import SupplierAgreementRow
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.price_board import agreement_acts, words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.record import CatalogueRecord
from desk.wording import label, reasons_words


class AgreementRecord(CatalogueRecord):
    """Shows an agreement of one kind; `renew_wanted` asks for the form of its renewal."""

    SERVICE: ClassVar[ModuleType]
    FORM: ClassVar[FormCode]

    renew_wanted = Signal(object)

    def __init__(self, deeds: CatalogueDeeds) -> None:
        acts = agreement_acts.acts(deeds, self.SERVICE, self.FORM, self._renew)
        super().__init__(deeds, acts)

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.value().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def printed_as(self) -> tuple[str, int]:
        """Its own papers."""
        return self.SERVICE.KIND, self.value().id

    def read_again(self) -> Any:
        """As it is now."""
        return self.SERVICE.get(self._deeds.workplace, self.value().id)

    def parts(self) -> Sequence[QWidget]:
        """What is missing first."""
        self.missing = FactSection(_missing_title)
        self.parties = FactSection(_parties_title)
        self.agreed = FactSection(_agreed_title)
        self.course = FactSection(_course_title)
        return (self.missing, self.parties, self.agreed, self.course)

    def show_words(self) -> None:
        """Everything in the current language."""
        known, deeds = self.value(), self._deeds
        self.show_chip(words.course_chip(known, deeds.today(), deeds.notice_days()))
        is_over = bool(course.open_blockers(known.facts))
        blockers = course.force_blockers(known.facts, deeds.today())
        missing = "" if is_over else reasons_words(blockers)
        self.missing.show_facts([Fact("", missing, wide=True)])
        self.parties.show_facts(list(self.who(known)))
        self.agreed.show_facts(list(self.what(known)))
        self.course.show_facts(list(_course(known, deeds)))

    def why_not_change(self) -> str:
        """What a party has signed stays."""
        return self._deeds.why_not(self.SERVICE.change_blockers, self.value())

    # Written by each kind

    def who(self, known: Any) -> Iterator[Fact]:
        """Both parties."""
        raise NotImplementedError

    def what(self, known: Any) -> Iterator[Fact]:
        """What they agreed."""
        raise NotImplementedError

    def _renew(self, known: Any) -> None:
        self.renew_wanted.emit(known)


class WithSupplierRecord(AgreementRecord):
    """《委託服務協議》 (F22, R239)."""

    SERVICE: ClassVar[ModuleType] = supplier_agreement
    FORM: ClassVar[FormCode] = FormCode.SUPPLIER_AGREEMENT

    def about(self) -> str:
        """Number and company."""
        return f"{self.heading()} · {self.value().supplier}"

    def who(self, known: SupplierAgreementRow) -> Iterator[Fact]:
        """The company, and for whom."""
        yield Fact(pgettext("catalogue", "Supplier"), known.supplier)
        yield Fact(pgettext("catalogue", "For whom"), known.unit or words.whole_estate())
        yield Fact(pgettext("catalogue", "Customer"), known.customer)

    def what(self, known: SupplierAgreementRow) -> Iterator[Fact]:
        """What it is sent for, and who pays."""
        yield Fact(pgettext("catalogue", "Period"), words.period(known, self._deeds.custom))
        if known.copy_kept_on is not None:
            kept = self._deeds.custom.date(known.copy_kept_on)
            yield Fact(pgettext("catalogue", "Copy kept at the centre"), kept)
        yield Fact(pgettext("catalogue", "Services"), "\n".join(known.scope), wide=True)
        yield Fact(pgettext("catalogue", "Charge"), known.charge, wide=True)
        yield Fact(words.remark(), known.remark, wide=True)


class WithCustomerRecord(AgreementRecord):
    """《特約服務協議》 (F23, R106)."""

    SERVICE: ClassVar[ModuleType] = service_agreement
    FORM: ClassVar[FormCode] = FormCode.SERVICE_AGREEMENT

    def about(self) -> str:
        """Number, household and customer."""
        known = self.value()
        return " · ".join((known.number, known.unit, known.customer))

    def who(self, known: ServiceAgreementRow) -> Iterator[Fact]:
        """The customer and the household."""
        yield Fact(pgettext("catalogue", "Customer"), known.customer)
        yield Fact(words.room(), known.unit)
        yield Fact(words.phone(), known.phone)

    def what(self, known: ServiceAgreementRow) -> Iterator[Fact]:
        """Content, term, charge, rights and duties (R106)."""
        amount = f"{self._deeds.custom.money(known.amount)} {label('agreement_per', known.per)}"
        yield Fact(pgettext("catalogue", "Period"), words.period(known, self._deeds.custom))
        yield Fact(pgettext("catalogue", "Charge"), amount)
        yield Fact(pgettext("catalogue", "Content"), "\n".join(known.content), wide=True)
        yield Fact(pgettext("catalogue", "More on the charge"), known.charge, wide=True)
        yield Fact(_("The office’s rights and duties"), known.office_terms, wide=True)
        yield Fact(_("The customer’s rights and duties"), known.customer_terms, wide=True)
        yield Fact(words.remark(), known.remark, wide=True)


def _course(known: Any, deeds: CatalogueDeeds) -> Iterator[Fact]:
    for party, by, on in known.signatures:
        name = _("{party} signed").format(party=label("signatory", party))
        yield Fact(name, f"{deeds.custom.date(on)} · {by}" if on else "")
    yield Fact(_("Renews"), known.follows or "")
    yield Fact(_("Renewed by"), known.next or "")
    if known.ended_on is not None:
        told = (deeds.custom.date(known.ended_on), known.ended_why)
        yield Fact(pgettext("catalogue", "Ended with"), " · ".join(filter(None, told)), wide=True)
    yield Fact(_("Void"), known.void_why, wide=True)


def _missing_title() -> str:
    return pgettext("catalogue", "Before it holds")


def _parties_title() -> str:
    return _("Both parties")


def _agreed_title() -> str:
    return pgettext("catalogue", "What was agreed")


def _course_title() -> str:
    return pgettext("catalogue", "How it went on")
