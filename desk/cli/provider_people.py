"""Deeds on service people 服務人員 and suppliers 供方 as words of the command line."""

from dataclasses import replace
from typing import Any

from desk.cli.case.deed import Given, choice, day, number, text
from desk.cli.case.words import WHY
from desk.cli.provider_deed import ProviderDeed, given_only
from desk.domain.service_person import EmployerKind, PersonEntry, Skill, skill_key
from desk.domain.supplier import SupplierEntry
from desk.i18n import N_
from desk.services import service_person, supplier
from desk.services.service_person import PersonRow
from desk.services.supplier import SupplierRow
from desk.services.workplace import Workplace

_PERSON = (
    text("name", N_("the name")),
    text("phone", N_("the phone")),
    choice("employer", EmployerKind, N_("whose people"), vocabulary="employer_kind"),
    number("department", N_("the department, by the id"), "department_id"),
    number("supplier", N_("the supplier, by the id"), "supplier_id"),
    day("since", N_("since when they do this work here")),
    text("remark", N_("what else is to be said")),
)
_SKILL = text("skill", N_("the skill, in the word that the price board asks for"))
_COMPANY = (
    text("name", N_("the company")),
    text("trade", N_("what it does")),
    text("contact", N_("whom to ask for")),
    text("phone", N_("the phone")),
    text("licence", N_("the number of its business licence")),
    text("remark", N_("what else is to be said")),
)


# People


def _new_person(workplace: Workplace, _known: Any, given: Given) -> PersonRow:
    told = given_only(_PERSON, given)
    return service_person.register(workplace, PersonEntry(**told))


def _change_person(workplace: Workplace, known: PersonRow, given: Given) -> PersonRow:
    entry = replace(service_person.entry_of(known), **given_only(_PERSON, given))
    return service_person.change(workplace, known.id, known.version, entry)


def _skill(workplace: Workplace, known: PersonRow, given: Given) -> PersonRow:
    told = Skill(given["skill"], given["certificate"], given["number"], given["expires"])
    others = _without(known, told.code)
    entry = replace(service_person.entry_of(known), skills=(*others, told))
    return service_person.change(workplace, known.id, known.version, entry)


def _drop_skill(workplace: Workplace, known: PersonRow, given: Given) -> PersonRow:
    kept = _without(known, given["skill"])
    entry = replace(service_person.entry_of(known), skills=kept)
    return service_person.change(workplace, known.id, known.version, entry)


def _without(known: PersonRow, code: str) -> tuple[Skill, ...]:
    return tuple(one for one in known.skills if skill_key(one.code) != skill_key(code))


def _leave(workplace: Workplace, known: PersonRow, given: Given) -> PersonRow:
    return service_person.leave(workplace, known.id, known.version, given["why"])


def _come_back(workplace: Workplace, known: PersonRow, _given: Given) -> PersonRow:
    return service_person.come_back(workplace, known.id, known.version)


PEOPLE = (
    ProviderDeed("new", N_("write somebody down"), _PERSON, _new_person, new=True),
    ProviderDeed("change", N_("correct what is written down"), _PERSON, _change_person),
    ProviderDeed(
        "skill",
        N_("a skill and what proves it; one that is known is renewed"),
        (
            _SKILL,
            text("certificate", N_("the certificate or the training")),
            text("number", N_("its number")),
            day("until", N_("the last day on which it holds"), "expires"),
        ),
        _skill,
    ),
    ProviderDeed("drop-skill", N_("take a skill off"), (_SKILL,), _drop_skill),
    ProviderDeed("leave", N_("they no longer do this work here"), (WHY,), _leave),
    ProviderDeed("back", N_("they do it again, and count as new"), (), _come_back),
)


# Suppliers


def _new_company(workplace: Workplace, _known: Any, given: Given) -> SupplierRow:
    return supplier.register(workplace, SupplierEntry(**given_only(_COMPANY, given)))


def _change_company(workplace: Workplace, known: SupplierRow, given: Given) -> SupplierRow:
    entry = replace(supplier.entry_of(known), **given_only(_COMPANY, given))
    return supplier.change(workplace, known.id, known.version, entry)


def _end(workplace: Workplace, known: SupplierRow, given: Given) -> SupplierRow:
    return supplier.end(workplace, known.id, known.version, given["why"])


def _resume(workplace: Workplace, known: SupplierRow, _given: Given) -> SupplierRow:
    return supplier.resume(workplace, known.id, known.version)


SUPPLIERS = (
    ProviderDeed("new", N_("write a company down"), _COMPANY, _new_company, new=True),
    ProviderDeed("change", N_("correct what is written down"), _COMPANY, _change_company),
    ProviderDeed("end", N_("the office works with it no longer"), (WHY,), _end),
    ProviderDeed("resume", N_("the office works with it again"), (), _resume),
)
