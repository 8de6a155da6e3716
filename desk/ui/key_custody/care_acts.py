"""A set goes back to its owner, or is retired (R34, R112)."""

from functools import partial

from desk.domain import key_set as rules
from desk.domain.custody_agreement import EndEntry
from desk.domain.key_set import KeyBasis
from desk.i18n import _, pgettext
from desk.services import key_set as service
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView
from desk.ui.kit.deed_dialog import Asked, DeedPlan


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """Back to the owner, or retired where it is the estate's own."""
    return (
        Act(
            "give_back",
            Group.CARE,
            give_back_words,
            shown=_is_theirs,
            shut=partial(ask.why_not, "give_back"),
            plan=partial(_give_back_plan, deeds),
            primary=_is_theirs_and_here,
        ),
        Act(
            "retire",
            Group.CARE,
            _retire_words,
            shown=_is_own,
            shut=partial(ask.why_not, "retire"),
            plan=partial(_retire_plan, deeds),
        ),
    )


def back_fields(deeds: KeyDeeds, person: str) -> tuple[Asked, ...]:
    """To whom keys go back, by what letter where it is not the owner, signed where."""
    return (
        ask.line("person", _person_words, rules.NAME_LIMIT, begins_with=person, required=True),
        ask.yes_or_no("is_owner", _owner_words, begins_with=True, span=ask.HALF),
        ask.line("authority", _authority_words, rules.WHY_LIMIT, span=12, when=_is_somebody_else),
        ask.moment(deeds, _at_words),
        ask.signed(_signed_words),
        ask.line("why", _remark_words, rules.WHY_LIMIT, span=12),
    )


def end_entry(deeds: KeyDeeds, values: ask.Values) -> EndEntry:
    """What was filled in."""
    return EndEntry(
        at=ask.at(deeds, values),
        person=values["person"],
        is_owner=ask.is_yes(values, "is_owner"),
        authority=values["authority"] or "",
        signed=ask.signed_of(values),
        why=values["why"],
    )


def _give_back_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=give_back_words,
        button=give_back_words,
        asked=back_fields(deeds, view.row.left_by),
        do=partial(_give_back, deeds, view),
        lead=_give_back_lead,
    )


def _give_back(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    entry = end_entry(deeds, values)
    service.give_back(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.view(view.row.id)


def _retire_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=_retire_words,
        button=_retire_words,
        asked=(ask.line("why", _why_words, rules.WHY_LIMIT, span=12, required=True),),
        do=partial(_retire, deeds, view),
    )


def _retire(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    service.retire(deeds.workplace, view.row.id, view.row.version, values["why"])
    return deeds.view(view.row.id)


def _is_theirs(view: SetView) -> bool:
    return view.is_kept and view.row.basis != KeyBasis.ESTATE


def _is_theirs_and_here(view: SetView) -> bool:
    return _is_theirs(view) and view.loan is None and view.loss is None


def _is_own(view: SetView) -> bool:
    return view.is_kept and view.row.basis == KeyBasis.ESTATE


def _is_somebody_else(values: ask.Values) -> bool:
    return bool(values["is_owner"] == ask.NO)


# Words


def give_back_words() -> str:
    """The deed that gives keys back to their owner."""
    return pgettext("key deed", "Back to the owner")


def _give_back_lead() -> str:
    return _("Whoever receives the keys counts them and signs (R34, R112).")


def _person_words() -> str:
    return _("Who receives them")


def _owner_words() -> str:
    return _("Is it the owner")


def _authority_words() -> str:
    return _("By what letter of the owner")


def _at_words() -> str:
    return _("Handed over at")


def _signed_words() -> str:
    return _("Signed where")


def _remark_words() -> str:
    return pgettext("keys", "Remark")


def _retire_words() -> str:
    return pgettext("key deed", "Retire")


def _why_words() -> str:
    return _("Why")
