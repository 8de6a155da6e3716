"""Deeds that print: every paper of the case by itself (F28-F34)."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.move_in import State
from desk.domain.move_in_rule import Holder
from desk.i18n import _
from desk.services.move_in import KIND, MoveIn
from desk.services.paper import FormCode
from desk.ui.kit.act import Act
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.groups import PAPER
from desk.ui.paper.at_once import look
from desk.ui.paper.deeds import PaperPlan
from desk.ui.paper.preview import Preview
from desk.ui.receipt import receipt_acts
from desk.wording import label

_CASE_FORMS = (
    FormCode.OWNER_REGISTRATION,
    FormCode.MOVE_IN_NOTICE,
    FormCode.DOCUMENT_LIST,
    FormCode.AUTHORISATION,
    FormCode.MOVE_IN_AGREEMENT,
    FormCode.MATERIALS_RECEIPT,
    FormCode.OWNER_CARD,
)
_REGISTRATION = frozenset({"move_in.registration.missing"})


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """Each paper by itself."""
    return (
        *(_of_case(deeds, form) for form in _CASE_FORMS),
        Act(
            "print_keys",
            PAPER,
            partial(print_words, FormCode.KEY_RECEIPT),
            shown=_has_keys,
            shut=partial(_why_not, deeds, FormCode.KEY_RECEIPT),
            opens=partial(_print_keys, deeds),
        ),
        Act(
            "print_receipt",
            PAPER,
            partial(print_words, FormCode.RECEIPT),
            shown=_has_receipt,
            shut=partial(_why_not, deeds, FormCode.RECEIPT),
            opens=partial(_print_receipt, deeds),
        ),
    )


def print_words(form: FormCode) -> str:
    """The deed that looks at a paper and prints it."""
    return _("Print {form}").format(form=label("form", form))


def show(deeds: MoveInDeeds, plan: PaperPlan, parent: QWidget) -> Preview:
    """Any paper, to be looked at and printed; what is printed shows in the record at once."""
    return look(plan, deeds.paper, parent, deeds.reload)


def show_form(deeds: MoveInDeeds, form: FormCode, parent: QWidget, known: MoveIn) -> Preview:
    """A paper of the case."""
    return show(deeds, deeds.paper.of_record(form, KIND, known.detail.id), parent)


def likeliest(known: MoveIn) -> FormCode:
    """The paper that is wanted most: what is not signed yet, in the order of the day."""
    return next(_likely(known), FormCode.OWNER_CARD)


def _likely(known: MoveIn) -> Iterator[FormCode]:
    if known.facts.state is State.OPEN:
        fields = {(one.field or "").partition(":")[0] for one in known.blockers}
        for kind, form in (
            ("registration", FormCode.OWNER_REGISTRATION),
            ("document", FormCode.DOCUMENT_LIST),
            ("agreement", FormCode.MOVE_IN_AGREEMENT),
            ("material", FormCode.MATERIALS_RECEIPT),
        ):
            if kind in fields:
                yield form


def _of_case(deeds: MoveInDeeds, form: FormCode) -> Act:
    is_registration = form is FormCode.OWNER_REGISTRATION
    return Act(
        code=f"print_{form}",
        group=PAPER,
        words=partial(print_words, form),
        shown=_SHOWN.get(form, _always),
        shut=partial(_why_not, deeds, form),
        opens=partial(_open, deeds, form),
        settles=_REGISTRATION if is_registration else frozenset(),
    )


def _open(deeds: MoveInDeeds, form: FormCode, parent: QWidget, known: MoveIn) -> None:
    show_form(deeds, form, parent, known)


def _print_keys(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    plan = deeds.paper.of_record(FormCode.KEY_RECEIPT, "key_receipt", known.keys[-1].receipt_id)
    show(deeds, plan, parent)


def _print_receipt(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    last = max(one.receipt_id or 0 for one in known.fees)
    show(deeds, receipt_acts.plan_of(deeds.paper, last), parent)


# When


def _always(_known: MoveIn) -> bool:
    return True


def _has_keys(known: MoveIn) -> bool:
    return bool(known.keys)


def _has_receipt(known: MoveIn) -> bool:
    return any(one.is_received for one in known.fees)


def _needs_letter(known: MoveIn) -> bool:
    return known.facts.by_agent or known.facts.holder is Holder.COMPANY


def _has_agreements(known: MoveIn) -> bool:
    return bool(known.agreements)


def _has_materials(known: MoveIn) -> bool:
    return bool(known.materials)


def _why_not(deeds: MoveInDeeds, form: FormCode, _known: MoveIn) -> str:
    return deeds.why_not_print(form)


_SHOWN: dict[FormCode, Callable[[MoveIn], bool]] = {
    FormCode.AUTHORISATION: _needs_letter,
    FormCode.MOVE_IN_AGREEMENT: _has_agreements,
    FormCode.MATERIALS_RECEIPT: _has_materials,
}
