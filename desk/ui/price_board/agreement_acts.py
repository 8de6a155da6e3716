"""Deeds of an agreement: signed by both, a copy kept, renewed, ended, void (R106, R239).

Both kinds have the same; their services do them.
"""

from collections.abc import Callable, Sequence
from functools import partial
from types import ModuleType
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import agreement_course as course
from desk.domain.agreement_course import EndEntry, Signatory, SignEntry
from desk.domain.reasons import Reason
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import supplier_agreement
from desk.services.paper import FormCode
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.refused_beside import of_field, refused_beside
from desk.ui.price_board import ask
from desk.ui.price_board.acts import Act, Group, act, paper_act
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.wording import label


def acts(
    deeds: CatalogueDeeds, service: ModuleType, form: FormCode, renew: Callable[[Any], None]
) -> tuple[Act, ...]:
    """All of them, in the order of an agreement's life; `renew` opens the form of a renewal."""
    return (
        act(
            "sign",
            _sign_words,
            deeds=deeds,
            blockers=service.sign_blockers,
            shown=_is_open,
            plan=partial(_sign_plan, deeds, service),
            primary=_waits_for_signature,
        ),
        *_keeping(deeds, service),
        act(
            "renew",
            _renew_words,
            deeds=deeds,
            blockers=service.renew_blockers,
            shown=_is_signed,
            opens=partial(_renew, renew),
            primary=partial(_runs_out, deeds),
        ),
        act(
            "end",
            _end_words,
            deeds=deeds,
            blockers=service.end_blockers,
            shown=_is_signed,
            group=Group.CARE,
            plan=partial(_end_plan, deeds, service),
        ),
        act(
            "void",
            _void_words,
            deeds=deeds,
            blockers=service.void_blockers,
            shown=_waits_for_signature,
            group=Group.CARE,
            plan=partial(_void_plan, deeds, service),
        ),
        paper_act(deeds, form, service.KIND, _named),
    )


def _keeping(deeds: CatalogueDeeds, service: ModuleType) -> tuple[Act, ...]:
    """R239: one copy of a supplier's agreement stays at the centre."""
    if service is not supplier_agreement:
        return ()
    return (
        act(
            "keep",
            _keep_words,
            deeds=deeds,
            blockers=supplier_agreement.keep_blockers,
            shown=_no_copy,
            plan=partial(_keep_plan, deeds),
            primary=_waits_for_copy,
        ),
    )


def _sign_plan(deeds: CatalogueDeeds, service: ModuleType, known: Any) -> DeedPlan:
    left = [one for one in known.facts.parties if one not in known.facts.signed]
    only = left[0] if len(left) == 1 else None
    return DeedPlan(
        title=_sign_words,
        button=_sign_words,
        asked=(
            ask.segments("party", partial(_parties, known), _party_words, begins_with=only),
            *_names_asked(known),
            ask.day(deeds, "signed_on", _on_words, begins_with=deeds.today(), required=True),
        ),
        do=partial(_sign, deeds, service, known),
        lead=_sign_lead,
    )


def _names_asked(known: Any) -> tuple[Asked, ...]:
    """Who signs; the customer's name stands there already, for the customer alone."""
    line = partial(ask.line, words=_person_words, limit=course.PERSON_LIMIT, required=True)
    if Signatory.CUSTOMER not in known.facts.parties:
        return (line("person"),)
    return (
        line("person", when=_is_of_house),
        line("customer", when=_is_of_customer, begins_with=known.customer),
    )


def _is_of_customer(values: ask.Values) -> bool:
    return bool(values["party"] == Signatory.CUSTOMER)


def _is_of_house(values: ask.Values) -> bool:
    return not _is_of_customer(values)


def _sign(deeds: CatalogueDeeds, service: ModuleType, known: Any, values: ask.Values) -> Any:
    if not values["party"]:
        raise RuleRefused([Reason("agreement.party.missing", "party")])
    key = "customer" if _is_of_customer(values) else "person"
    entry = SignEntry(Signatory(values["party"]), values[key], values["signed_on"])
    with refused_beside(key, of_field("person")):
        return service.sign(deeds.workplace, known.id, known.version, entry)


def _keep_plan(deeds: CatalogueDeeds, known: Any) -> DeedPlan:
    return DeedPlan(
        title=_keep_words,
        button=_keep_words,
        asked=(ask.day(deeds, "day", _since_words, begins_with=deeds.today(), required=True),),
        do=partial(_keep, deeds, known),
        lead=_keep_lead,
    )


def _keep(deeds: CatalogueDeeds, known: Any, values: ask.Values) -> Any:
    if values["day"] is None:
        raise RuleRefused([Reason("agreement.copy_on.missing", "day")])
    return supplier_agreement.keep_copy(deeds.workplace, known.id, known.version, values["day"])


def _renew(renew: Callable[[Any], None], _parent: QWidget, known: Any) -> None:
    renew(known)


def _end_plan(deeds: CatalogueDeeds, service: ModuleType, known: Any) -> DeedPlan:
    return DeedPlan(
        title=_end_words,
        button=_end_words,
        asked=(
            ask.day(deeds, "last_day", _last_words, begins_with=deeds.today(), required=True),
            ask.why(),
        ),
        do=partial(_end, deeds, service, known),
    )


def _end(deeds: CatalogueDeeds, service: ModuleType, known: Any, values: ask.Values) -> Any:
    entry = EndEntry(values["last_day"], values["why"])
    return service.end(deeds.workplace, known.id, known.version, entry)


def _void_plan(deeds: CatalogueDeeds, service: ModuleType, known: Any) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(ask.why(),),
        do=partial(_void, deeds, service, known),
    )


def _void(deeds: CatalogueDeeds, service: ModuleType, known: Any, values: ask.Values) -> Any:
    return service.void(deeds.workplace, known.id, known.version, values["why"])


# When


def _named(known: Any) -> tuple[int, str]:
    return known.id, known.number


def _is_open(known: Any) -> bool:
    return not course.open_blockers(known.facts)


def _is_signed(known: Any) -> bool:
    return _is_open(known) and not _waits_for_signature(known)


def _waits_for_signature(known: Any) -> bool:
    return _is_open(known) and not set(known.facts.parties) <= set(known.facts.signed)


def _no_copy(known: Any) -> bool:
    return _is_open(known) and known.copy_kept_on is None


def _waits_for_copy(known: Any) -> bool:
    return _no_copy(known) and not _waits_for_signature(known)


def _runs_out(deeds: CatalogueDeeds, known: Any) -> bool:
    near = (known.ends - deeds.today()).days <= deeds.notice_days()
    return _is_signed(known) and near and known.next_id is None


def _parties(known: Any) -> Sequence[Choice]:
    return [Choice(one, label("signatory", one)) for one in known.facts.parties]


# Words


def _sign_words() -> str:
    return pgettext("catalogue deed", "Signed")


def _sign_lead() -> str:
    return _("It holds once both have signed. A signed paper that is taken home signs it too.")


def _party_words() -> str:
    return _("Party that signed")


def _person_words() -> str:
    return _("Name of who signed")


def _on_words() -> str:
    return _("Signed on")


def _keep_words() -> str:
    return pgettext("catalogue deed", "Copy kept")


def _keep_lead() -> str:
    return _("One copy of what both have signed is kept at the centre (R239).")


def _since_words() -> str:
    return pgettext("catalogue", "Since")


def _renew_words() -> str:
    return pgettext("catalogue deed", "Renew")


def _end_words() -> str:
    return pgettext("catalogue deed", "End the agreement")


def _last_words() -> str:
    return pgettext("catalogue", "Last day on which it holds")


def _void_words() -> str:
    return pgettext("catalogue deed", "Declare void")
