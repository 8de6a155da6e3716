"""Deeds on agreements with suppliers and with customers as words of the command line."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from types import ModuleType
from typing import Any

from desk.cli.case import home
from desk.cli.case.deed import Given, Option, amount, choice, day, number, text, texts
from desk.cli.case.words import WHY
from desk.cli.provider_deed import ProviderDeed, given_only
from desk.domain.agreement_course import EndEntry, Signatory, SignEntry
from desk.domain.service_agreement import AgreementPer, ServiceAgreementEntry
from desk.domain.supplier_agreement import SupplierAgreementEntry
from desk.i18n import N_
from desk.services import service_agreement, supplier_agreement
from desk.services.workplace import Workplace

_PERIOD = (
    day("from", N_("the first day"), "starts"),
    day("until", N_("the last day"), "ends"),
)
_UNIT = home.unit()
_REMARK = text("remark", N_("what else is to be said"))
_WITH_SUPPLIER = (
    number("supplier", N_("the supplier, by the id"), "supplier_id"),
    _UNIT,
    text("customer", N_("who signs for the household")),
    texts("service", N_("what its people may be sent for; several times"), "scope"),
    text("charge", N_("who pays what to whom")),
    *_PERIOD,
    _REMARK,
)
_WITH_CUSTOMER = (
    _UNIT,
    text("customer", N_("the customer")),
    text("phone", N_("the phone")),
    texts("service", N_("what is done, how often; several times"), "content"),
    *_PERIOD,
    amount("amount", N_("how much is paid")),
    choice("per", AgreementPer, N_("for how long it pays"), vocabulary="agreement_per"),
    text("charge", N_("what else is to be said of the charge")),
    text("office-terms", N_("the office’s rights and duties")),
    text("customer-terms", N_("the customer’s rights and duties")),
    _REMARK,
)
_ENTRIES: Mapping[ModuleType, type[Any]] = {
    supplier_agreement: SupplierAgreementEntry,
    service_agreement: ServiceAgreementEntry,
}


def _new(
    service: ModuleType, options: tuple[Option, ...], workplace: Workplace, _k: Any, given: Given
) -> Any:
    entry = _ENTRIES[service](**given_only(options, given))
    return service.register(workplace, entry)


def _change(
    service: ModuleType, options: tuple[Option, ...], workplace: Workplace, k: Any, given: Given
) -> Any:
    entry = replace(service.entry_of(k), **given_only(options, given))
    return service.change(workplace, k.id, k.version, entry)


def _renew(
    service: ModuleType, options: tuple[Option, ...], workplace: Workplace, k: Any, given: Given
) -> Any:
    """The same again for as long again, but for what is said."""
    entry = replace(service.renewal_of(k), **given_only(options, given))
    return service.renew(workplace, k.id, k.version, entry)


def _sign(service: ModuleType, workplace: Workplace, known: Any, given: Given) -> Any:
    on = given["signed_on"] or workplace.today()
    entry = SignEntry(given["party"], given["person"], on)
    return service.sign(workplace, known.id, known.version, entry)


def _end(service: ModuleType, workplace: Workplace, known: Any, given: Given) -> Any:
    entry = EndEntry(given["last_day"], given["why"])
    return service.end(workplace, known.id, known.version, entry)


def _void(service: ModuleType, workplace: Workplace, known: Any, given: Given) -> Any:
    return service.void(workplace, known.id, known.version, given["why"])


def _keep(workplace: Workplace, known: Any, given: Given) -> Any:
    on = given["on"] or workplace.today()
    return supplier_agreement.keep_copy(workplace, known.id, known.version, on)


def _deeds(service: ModuleType, options: tuple[Option, ...]) -> tuple[ProviderDeed, ...]:
    """What both kinds have, in the order of an agreement's life."""
    party = choice("party", Signatory, N_("who signed"), needed=True, vocabulary="signatory")
    return (
        ProviderDeed(
            "new", N_("write one down"), options, partial(_new, service, options), new=True
        ),
        ProviderDeed(
            "change",
            N_("correct one that nobody has signed"),
            options,
            partial(_change, service, options),
        ),
        ProviderDeed(
            "sign",
            N_("one party has signed"),
            (
                party,
                text("person", N_("the name of who signed")),
                day("on", N_("on which day; today where nothing is said"), "signed_on"),
            ),
            partial(_sign, service),
        ),
        ProviderDeed(
            "renew",
            N_("another one takes its place, the same but for what is said"),
            options,
            partial(_renew, service, options),
        ),
        ProviderDeed(
            "end",
            N_("it holds until a day and no longer"),
            (day("last-day", N_("the last day on which it holds")), WHY),
            partial(_end, service),
        ),
        ProviderDeed("void", N_("it never came about"), (WHY,), partial(_void, service)),
    )


WITH_SUPPLIERS = (
    *_deeds(supplier_agreement, _WITH_SUPPLIER),
    ProviderDeed(
        "keep",
        N_("one signed copy is kept at the centre"),
        (day("on", N_("on which day; today where nothing is said")),),
        _keep,
    ),
)
WITH_CUSTOMERS = _deeds(service_agreement, _WITH_CUSTOMER)
