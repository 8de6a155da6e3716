"""A set that is out: it comes back, stays longer, or never went (R112, R113)."""

from functools import partial

from desk.domain import key_loan as rules
from desk.domain.key_loan import ExtendEntry, KeyCondition, ReturnEntry
from desk.i18n import _, pgettext
from desk.services import key_loan as service
from desk.services.key_loan import KeyLoanRow
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import DeedPlan
from desk.wording import label


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """Taking it back, leaving it out longer, and what was written down by mistake."""
    return (
        Act(
            "return",
            Group.USE,
            return_words,
            shown=_is_out,
            shut=partial(ask.why_not, "return"),
            plan=partial(return_plan, deeds),
            primary=_is_out,
        ),
        Act(
            "extend",
            Group.USE,
            _extend_words,
            shown=_is_out,
            shut=partial(ask.why_not, "return"),
            plan=partial(_extend_plan, deeds),
            primary=_is_out,
        ),
        Act(
            "void_loan",
            Group.CARE,
            _void_words,
            shown=_is_out,
            shut=partial(ask.why_not, "return"),
            plan=partial(_void_plan, deeds),
        ),
    )


def return_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    """Who brings it back, and in what condition; as lent, by the borrower, now."""
    loan = _loan(view)
    return DeedPlan(
        title=return_words,
        button=return_words,
        asked=(
            ask.segments("condition", _conditions, _condition_words, begins_with="as_lent"),
            ask.line(
                "text", _wrong_words, rules.TEXT_LIMIT, span=12, required=True, when=_is_wrong
            ),
            ask.line("returned_by", _by_words, rules.NAME_LIMIT, begins_with=loan.borrower),
            ask.moment(deeds, _back_words),
            ask.signed(_signed_words, loan.signed),
        ),
        do=partial(_bring_back, deeds, view),
        lead=partial(_return_lead, deeds, loan),
    )


def _bring_back(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loan = _loan(view)
    entry = ReturnEntry(
        at=ask.at(deeds, values),
        returned_by=values["returned_by"],
        condition=KeyCondition(values["condition"]) if values["condition"] else None,
        text=values["text"] or "",
        signed=ask.signed_of(values),
    )
    service.bring_back(deeds.workplace, loan.id, loan.version, entry)
    return deeds.view(view.row.id)


def _conditions() -> list[Choice]:
    return [Choice(one, label("key_condition", one)) for one in KeyCondition]


def _is_wrong(values: ask.Values) -> bool:
    return values["condition"] not in (None, KeyCondition.AS_LENT)


def _return_lead(deeds: KeyDeeds, loan: KeyLoanRow) -> str:
    told = {"borrower": loan.borrower, "moment": deeds.custom.datetime(loan.out_at)}
    words = _("Lent to {borrower}, {moment}. Keys on the ring: {keys}.")
    return words.format(**told, keys=loan.keys)


# Staying out, never gone


def _extend_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=_extend_words,
        button=_extend_words,
        asked=(
            ask.moment(deeds, _until_words, "until", begins_with=None),
            ask.line("why", _why_words, rules.TEXT_LIMIT, span=12, required=True),
        ),
        do=partial(_extend, deeds, view),
    )


def _extend(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loan = _loan(view)
    entry = ExtendEntry(values["until"], values["why"])
    service.extend(deeds.workplace, loan.id, loan.version, entry)
    return deeds.view(view.row.id)


def _void_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_button,
        asked=(ask.line("why", _why_words, rules.TEXT_LIMIT, span=12, required=True),),
        do=partial(_void, deeds, view),
        lead=_void_lead,
    )


def _void(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    loan = _loan(view)
    service.void(deeds.workplace, loan.id, loan.version, values["why"])
    return deeds.view(view.row.id)


def _loan(view: SetView) -> KeyLoanRow:
    assert view.loan is not None
    return view.loan


def _is_out(view: SetView) -> bool:
    return view.loan is not None


# Words


def return_words() -> str:
    """The deed that takes it back."""
    return pgettext("key deed", "Take back")


def _signed_words() -> str:
    return _("Signed where")


def _condition_words() -> str:
    return _("How it came back")


def _wrong_words() -> str:
    return _("What is damaged or missing")


def _by_words() -> str:
    return _("Brought back by")


def _back_words() -> str:
    return _("Back at")


def _extend_words() -> str:
    return _("Longer")


def _until_words() -> str:
    return _("Until when")


def _why_words() -> str:
    return _("Why")


def _void_words() -> str:
    return _("Never went out")


def _void_button() -> str:
    return _("Declare void")


def _void_lead() -> str:
    return _("The loan was written down by mistake; its number stays.")
