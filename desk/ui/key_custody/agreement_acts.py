"""Deeds of a custody agreement: taken in under it, signed by both, longer, over, void (R112)."""

from functools import partial

from desk.domain import custody_agreement as rules
from desk.domain.custody_agreement import ExtendEntry, Party, SignEntry
from desk.domain.key_word import SignedHow
from desk.i18n import _, pgettext
from desk.services import custody_agreement as service
from desk.ui.key_custody import care_acts, paper_acts
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import AgreementView
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.refused_beside import of_field, refused_beside
from desk.wording import label


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """All of them, in the order of an agreement's life."""
    return (
        _act("sign", sign_words, partial(_sign_plan, deeds), primary=_waits_for_signature),
        _act("extend", _extend_words, partial(_extend_plan, deeds)),
        _act("end", end_words, partial(_end_plan, deeds), primary=_is_signed),
        _act("void", _void_words, partial(_void_plan, deeds)),
        *paper_acts.of_agreement(deeds),
    )


def _act(code: str, words: ask.Words, plan: object, primary: object = None) -> Act:
    return Act(
        code,
        Group.AGREEMENT,
        words,
        shown=_is_open,
        shut=partial(ask.why_not, code),
        plan=plan,  # type: ignore[arg-type]
        primary=primary,  # type: ignore[arg-type]
    )


# Signing


def _sign_plan(deeds: KeyDeeds, view: AgreementView) -> DeedPlan:
    row = view.row
    office = row.owner_signed_on is not None
    begins = Party.OFFICE if office else Party.OWNER
    day = partial(DayField, deeds.custom, deeds.today)
    return DeedPlan(
        title=sign_words,
        button=sign_words,
        asked=(
            ask.segments("party", _parties, _party_words, begins_with=begins),
            ask.line("owner", _person_words, begins_with=row.owner, when=_is_of_owner),
            ask.line("custodian", _person_words, begins_with=row.custodian, when=_is_of_office),
            Asked("signed_on", day, _on_words, True, ask.HALF, deeds.today()),
            ask.signed(_signed_words, SignedHow.PAPER),
        ),
        do=partial(_sign, deeds, view),
        lead=_sign_lead,
    )


def _sign(deeds: KeyDeeds, view: AgreementView, values: ask.Values) -> AgreementView:
    how = ask.signed_of(values) or SignedHow.DESK
    key = "owner" if _is_of_owner(values) else "custodian"
    entry = SignEntry(Party(values["party"]), values[key], values["signed_on"], how)
    with refused_beside(key, of_field("person")):
        service.sign(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.agreement(view.row.id)


def _is_of_owner(values: ask.Values) -> bool:
    return bool(values["party"] == Party.OWNER)


def _is_of_office(values: ask.Values) -> bool:
    return not _is_of_owner(values)


def _parties() -> list[Choice]:
    return [Choice(one, label("party", one)) for one in Party]


# Longer, over, void


def _extend_plan(deeds: KeyDeeds, view: AgreementView) -> DeedPlan:
    day = partial(DayField, deeds.custom, deeds.today)
    return DeedPlan(
        title=_extend_words,
        button=_extend_words,
        asked=(
            Asked("until", day, _until_words, True, ask.HALF),
            ask.line("why", _why_words, rules.WHY_LIMIT, span=12, required=True),
            *ask.word(deeds),
        ),
        do=partial(_extend, deeds, view),
    )


def _extend(deeds: KeyDeeds, view: AgreementView, values: ask.Values) -> AgreementView:
    entry = ExtendEntry(values["until"], values["why"], ask.word_of(values))
    service.extend(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.agreement(view.row.id)


def _end_plan(deeds: KeyDeeds, view: AgreementView) -> DeedPlan:
    return DeedPlan(
        title=end_words,
        button=end_words,
        asked=care_acts.back_fields(deeds, view.row.owner),
        do=partial(_end, deeds, view),
        lead=_end_lead,
    )


def _end(deeds: KeyDeeds, view: AgreementView, values: ask.Values) -> AgreementView:
    entry = care_acts.end_entry(deeds, values)
    service.end(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.agreement(view.row.id)


def _void_plan(deeds: KeyDeeds, view: AgreementView) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(ask.line("why", _why_words, rules.WHY_LIMIT, span=12, required=True),),
        do=partial(_void, deeds, view),
    )


def _void(deeds: KeyDeeds, view: AgreementView, values: ask.Values) -> AgreementView:
    service.void(deeds.workplace, view.row.id, view.row.version, values["why"])
    return deeds.agreement(view.row.id)


def _is_open(view: AgreementView) -> bool:
    return not rules.open_blockers(view.row.facts)


def _waits_for_signature(view: AgreementView) -> bool:
    return _is_open(view) and not _is_signed(view)


def _is_signed(view: AgreementView) -> bool:
    facts = view.row.facts
    return facts.owner_signed and facts.office_signed


# Words


def sign_words() -> str:
    """The deed that writes a signature down."""
    return pgettext("key deed", "Signed")


def end_words() -> str:
    """The deed that gives everything back."""
    return pgettext("key deed", "End, all back to the owner")


def _sign_lead() -> str:
    return _("Both parties sign before any key is lent (R112).")


def _party_words() -> str:
    return _("Party that signed")


def _person_words() -> str:
    return _("Name of who signed")


def _on_words() -> str:
    return _("Signed on")


def _signed_words() -> str:
    return _("Signed where")


def _extend_words() -> str:
    return _("Longer")


def _until_words() -> str:
    return _("New last day")


def _why_words() -> str:
    return _("Why")


def _end_lead() -> str:
    return _("Everything kept under the agreement goes back at once, with one signature.")


def _void_words() -> str:
    return _("Declare void")
