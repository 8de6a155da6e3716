"""A set goes out: to whom, for what, until when, and with the owner's word beyond the agreement."""

from collections.abc import Sequence
from functools import partial

from desk.domain import key_loan as rules
from desk.domain.key_loan import KeyProof, LoanEntry
from desk.domain.key_set import KeyBasis, KeyLeftFor
from desk.i18n import _, pgettext
from desk.services import key_loan as service
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.view import SetView
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.number_field import NumberField
from desk.wording import label

_OTHER = "other purpose"
_FIGURES = 3


def acts(deeds: KeyDeeds) -> tuple[Act, ...]:
    """Lending what hangs there."""
    return (
        Act(
            "lend",
            Group.USE,
            lend_words,
            shown=_is_here,
            shut=partial(ask.why_not, "lend"),
            plan=partial(lend_plan, deeds),
            primary=_is_here,
        ),
    )


def lend_plan(deeds: KeyDeeds, view: SetView) -> DeedPlan:
    """Who takes it, for what and until when; beyond what was agreed the owner is asked beside."""
    beyond = partial(_is_beyond, view)
    now = deeds.now()
    return DeedPlan(
        title=lend_words,
        button=lend_words,
        asked=(
            ask.line("borrower", borrower_words, rules.NAME_LIMIT, required=True),
            ask.line("company", company_words, rules.COMPANY_LIMIT),
            ask.line("phone", phone_words, rules.PHONE_LIMIT, span=ask.THIRD),
            ask.choice("proof", _proofs, proof_words, span=ask.THIRD),
            ask.line("proof_tail", _tail_words, rules.TAIL, span=ask.THIRD, when=_has_number),
            *_purpose(view),
            *(ask.word(deeds, beyond) if view.row.basis != KeyBasis.ESTATE else ()),
            ask.moment(deeds, _due_words, "due_at", begins_with=deeds.due_by_default(now)),
            ask.line("about", _about_words, rules.ABOUT_LIMIT),
            *_keys(view),
            ask.signed(_signed_words),
            ask.moment(deeds, out_words, "out_at", begins_with=now),
        ),
        do=partial(_lend, deeds, view),
    )


def _lend(deeds: KeyDeeds, view: SetView, values: ask.Values) -> SetView:
    entry = LoanEntry(
        out_at=ask.at(deeds, values, "out_at"),
        due_at=values["due_at"] or deeds.due_by_default(deeds.now()),
        borrower=values["borrower"],
        company=values["company"],
        phone=values["phone"],
        proof=KeyProof(values["proof"]) if values["proof"] else None,
        proof_tail=values["proof_tail"] or "",
        purpose=_purpose_of(values),
        about=values["about"],
        keys=values.get("keys"),
        signed=ask.signed_of(values),
        word=ask.word_of(values),
    )
    service.lend(deeds.workplace, view.row.id, view.row.version, entry)
    return deeds.view(view.row.id)


def _purpose(view: SetView) -> tuple[Asked, ...]:
    """What was agreed to choose from, and other words; the estate's own keys are for anything."""
    written = partial(ask.line, limit=rules.PURPOSE_LIMIT, span=12)
    if view.row.basis == KeyBasis.ESTATE or not view.purposes:
        return (written("purpose", purpose_words, required=True),)
    agreed = partial(_agreed, view.purposes)
    return (
        ask.choice("purpose", agreed, purpose_words, begins_with=view.purposes[0]),
        written("other_purpose", _other_words, required=True, when=_is_other),
    )


def _agreed(purposes: Sequence[str]) -> list[Choice]:
    known = [Choice(one, agreed_words(one)) for one in purposes]
    return [*known, Choice(_OTHER, _("Another purpose, with the owner's word"))]


def agreed_words(purpose: str) -> str:
    """A purpose as it was agreed; one of R113 is a code."""
    return label("key_left_for", purpose) if purpose in set(KeyLeftFor) else purpose


def _purpose_of(values: ask.Values) -> str:
    return values["other_purpose"] or "" if values["purpose"] == _OTHER else values["purpose"] or ""


def _is_other(values: ask.Values) -> bool:
    return bool(values["purpose"] == _OTHER)


def _is_beyond(view: SetView, values: ask.Values) -> bool:
    purpose = values["purpose"]
    return bool(purpose) and (purpose == _OTHER or purpose not in view.purposes)


def _keys(view: SetView) -> tuple[Asked, ...]:
    """How many of several keys go; one key goes whole."""
    if view.row.keys <= 1:
        return ()
    make = partial(NumberField, _FIGURES)
    return (Asked("keys", make, _keys_words, span=ask.HALF, begins_with=view.row.keys),)


def _proofs() -> list[Choice]:
    return [Choice(one, label("key_proof", one)) for one in KeyProof]


def _has_number(values: ask.Values) -> bool:
    return values["proof"] not in (None, KeyProof.KNOWN)


def _is_here(view: SetView) -> bool:
    return view.loan is None and view.is_kept


# Words


def lend_words() -> str:
    """The deed that lets a set out."""
    return pgettext("key deed", "Lend")


def borrower_words() -> str:
    """Who takes it."""
    return _("Borrower")


def company_words() -> str:
    """For which company."""
    return _("Company or department")


def phone_words() -> str:
    """Where to reach the borrower."""
    return _("Phone of the borrower")


def proof_words() -> str:
    """What showed who it is."""
    return _("Paper seen")


def purpose_words() -> str:
    """What it is for."""
    return _("Purpose")


def out_words() -> str:
    """When it goes."""
    return _("Out at")


def _tail_words() -> str:
    return _("Last four characters")


def _other_words() -> str:
    return _("Which purpose")


def _due_words() -> str:
    return _("Due back")


def _about_words() -> str:
    return _("Order or case")


def _keys_words() -> str:
    return _("How many keys")


def _signed_words() -> str:
    return _("Signed where")
