"""Deeds of who does the work: a skill with its certificate, gone, back (R251)."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from desk.domain import service_person as rules
from desk.domain.reasons import Reason
from desk.domain.service_person import Skill
from desk.errors import RuleRefused
from desk.i18n import _, pgettext
from desk.services import service_person as service
from desk.services.service_person import PersonRow
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.price_board import ask
from desk.ui.price_board.acts import Act, Group, act
from desk.ui.price_board.deeds import CatalogueDeeds


def acts(deeds: CatalogueDeeds) -> tuple[Act, ...]:
    """All of them."""
    return (
        act(
            "skill",
            _skill_deed_words,
            deeds=deeds,
            blockers=service.change_blockers,
            shown=_is_here,
            plan=partial(_skill_plan, deeds),
            primary=_has_none,
        ),
        act(
            "drop_skill",
            _drop_words,
            deeds=deeds,
            blockers=service.change_blockers,
            shown=_has_some,
            group=Group.CARE,
            plan=partial(_drop_plan, deeds),
        ),
        act(
            "leave",
            _leave_words,
            deeds=deeds,
            blockers=service.leave_blockers,
            shown=_is_here,
            group=Group.CARE,
            plan=partial(_leave_plan, deeds),
        ),
        act(
            "come_back",
            _back_words,
            deeds=deeds,
            blockers=service.come_back_blockers,
            shown=_is_gone,
            plan=partial(_back_plan, deeds),
            primary=_is_gone,
        ),
    )


def _skill_plan(deeds: CatalogueDeeds, known: PersonRow) -> DeedPlan:
    return DeedPlan(
        title=_skill_deed_words,
        button=_save_words,
        asked=(
            ask.line("skills", _skill_words, rules.SKILL_LIMIT, required=True, hint=_skill_hint),
            ask.line("certificate", _certificate_words, rules.CERTIFICATE_LIMIT),
            ask.line("number", _number_words, rules.NUMBER_LIMIT),
            ask.day(deeds, "expires", _expires_words, hint=_expires_hint),
        ),
        do=partial(_put_skill, deeds, known),
        lead=_skill_lead,
    )


def _put_skill(deeds: CatalogueDeeds, known: PersonRow, values: ask.Values) -> PersonRow:
    """One that is known by its word is renewed."""
    if not values["skills"]:
        raise RuleRefused([Reason("service_person.skill.unnamed", "skills")])
    told = Skill(values["skills"], values["certificate"], values["number"], values["expires"])
    key = rules.skill_key(told.code)
    others = tuple(one for one in known.skills if rules.skill_key(one.code) != key)
    entry = replace(service.entry_of(known), skills=(*others, told))
    return service.change(deeds.workplace, known.id, known.version, entry)


def _drop_plan(deeds: CatalogueDeeds, known: PersonRow) -> DeedPlan:
    return DeedPlan(
        title=_drop_words,
        button=_drop_words,
        asked=(
            ask.choice(
                "skills",
                partial(_held, known),
                _skill_words,
                required=True,
                begins_with=_only(known),
            ),
        ),
        do=partial(_drop_skill, deeds, known),
    )


def _drop_skill(deeds: CatalogueDeeds, known: PersonRow, values: ask.Values) -> PersonRow:
    if not values["skills"]:
        raise RuleRefused([Reason("service_person.skill.unchosen", "skills")])
    kept = tuple(one for one in known.skills if one.code != values["skills"])
    entry = replace(service.entry_of(known), skills=kept)
    return service.change(deeds.workplace, known.id, known.version, entry)


def _leave_plan(deeds: CatalogueDeeds, known: PersonRow) -> DeedPlan:
    return DeedPlan(
        title=_leave_words,
        button=_leave_words,
        asked=(ask.why(),),
        do=partial(_leave, deeds, known),
        lead=_leave_lead,
    )


def _leave(deeds: CatalogueDeeds, known: PersonRow, values: ask.Values) -> PersonRow:
    return service.leave(deeds.workplace, known.id, known.version, values["why"])


def _back_plan(deeds: CatalogueDeeds, known: PersonRow) -> DeedPlan:
    return DeedPlan(
        title=_back_words,
        button=_back_words,
        asked=(),
        do=partial(_come_back, deeds, known),
        lead=_back_lead,
    )


def _come_back(deeds: CatalogueDeeds, known: PersonRow, _values: ask.Values) -> PersonRow:
    return service.come_back(deeds.workplace, known.id, known.version)


def _only(known: PersonRow) -> str | None:
    """Of several skills none is taken off that was not chosen."""
    return known.skills[0].code if len(known.skills) == 1 else None


def _held(known: PersonRow) -> Sequence[Choice]:
    return [Choice(one.code, one.code) for one in known.skills]


def _is_here(known: PersonRow) -> bool:
    return known.left_on is None


def _is_gone(known: PersonRow) -> bool:
    return known.left_on is not None


def _has_none(known: PersonRow) -> bool:
    return _is_here(known) and not known.skills


def _has_some(known: PersonRow) -> bool:
    return _is_here(known) and bool(known.skills)


def _skill_deed_words() -> str:
    return pgettext("catalogue deed", "Skill and certificate")


def _skill_lead() -> str:
    return _("Nobody is sent to work without its skill and what proves it (R251).")


def _skill_words() -> str:
    return pgettext("catalogue", "Skill")


def _skill_hint() -> str:
    return _("In the word that the price board asks for; a known one is renewed.")


def _certificate_words() -> str:
    return pgettext("catalogue", "Certificate or training")


def _number_words() -> str:
    return pgettext("catalogue", "Its number")


def _expires_words() -> str:
    return pgettext("catalogue", "Holds until")


def _expires_hint() -> str:
    return _("Empty: it does not run out.")


def _save_words() -> str:
    return pgettext("catalogue deed", "Write it down")


def _drop_words() -> str:
    return pgettext("catalogue deed", "Take a skill off")


def _leave_words() -> str:
    return pgettext("catalogue deed", "No longer in service")


def _leave_lead() -> str:
    return _("Nobody sends them any more. What they did stays under their name.")


def _back_words() -> str:
    return pgettext("catalogue deed", "In service again")


def _back_lead() -> str:
    return _("From today on they count as new: their work is called back (R109).")
