"""How key custody reads on the screen: titles, chips, choices, a loan and a word in one line."""

import datetime as dt
from collections.abc import Iterator, Sequence

from desk.domain.custody_agreement import AgreementState
from desk.domain.key_loan import KeyLoanState
from desk.domain.key_loss import LossStep
from desk.domain.key_set import KeySetState
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.custody_agreement import AgreementRow
from desk.services.key_loan import KeyLoanRow
from desk.services.key_loss import KeyLossRow, LossStepRow
from desk.ui.key_custody.view import SetView
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.facts import Fact
from desk.ui.kit.theme import Tone
from desk.wording import label

_LOANS = {
    KeyLoanState.OUT: Tone.DUE,
    KeyLoanState.OVERDUE: Tone.OVERDUE,
    KeyLoanState.BACK: Tone.DONE,
    KeyLoanState.LOST: Tone.OVERDUE,
    KeyLoanState.VOID: Tone.NEUTRAL,
}
_SETS = {
    KeySetState.IN: Tone.DONE,
    KeySetState.LENT: Tone.DUE,
    KeySetState.LOST: Tone.OVERDUE,
    KeySetState.RETURNED: Tone.NEUTRAL,
    KeySetState.RETIRED: Tone.NEUTRAL,
}
_AGREEMENTS = {
    AgreementState.SIGNING: Tone.DUE,
    AgreementState.COMING: Tone.NEUTRAL,
    AgreementState.IN_FORCE: Tone.DONE,
    AgreementState.RUN_OUT: Tone.OVERDUE,
    AgreementState.ENDED: Tone.NEUTRAL,
    AgreementState.VOID: Tone.NEUTRAL,
}
_DAY = dt.timedelta(days=1)


# States


def set_chip(view: SetView, now: dt.datetime) -> Chip:
    """Where a set is; a loan that is late says so."""
    loan, state = view.loan, view.row.state
    if state is KeySetState.LENT and loan is not None and loan.due_at < now:
        return loan_chip(loan, now)
    return Chip(_SETS[state], label("key_set_state", state))


def loan_chip(row: KeyLoanRow, now: dt.datetime) -> Chip:
    """Where a loan stands."""
    state = row.state(now)
    return Chip(_LOANS[state], loan_state_words(state))


def loan_state_words(state: KeyLoanState) -> str:
    """What a state of a loan is called."""
    return label("key_loan_state", state)


def agreement_chip(row: AgreementRow, today: dt.date) -> Chip:
    """Where an agreement stands."""
    state = row.state(today)
    return Chip(_AGREEMENTS[state], label("agreement_state", state))


def time_words(due_at: dt.datetime, now: dt.datetime, custom: EstateFormat) -> str:
    """Until when it is out: the time today, the day otherwise; how late it is."""
    if due_at >= now:
        if custom.day(due_at) == custom.day(now):
            return _("out until {time}").format(time=custom.time(due_at))
        return _("out until {day}").format(day=custom.date(due_at))
    late = now - due_at
    if late >= _DAY:
        days = late // _DAY
        return ngettext("{days} day late", "{days} days late", days).format(days=days)
    return _("{hours} h late").format(hours=max(1, late // dt.timedelta(hours=1)))


# One line of a loan


def proof_words(proof: str, tail: str) -> str:
    """What showed who somebody is; of a number its last characters."""
    if not proof:
        return ""
    return " ".join(filter(None, (label("key_proof", proof), f"…{tail}" if tail else "")))


def word_words(row: KeyLoanRow, custom: EstateFormat) -> str:
    """The owner's word: how, who, by which number, when, what."""
    if not row.word_how:
        return ""
    when = "" if row.word_at is None else custom.datetime(row.word_at)
    told = (label("word_how", row.word_how), row.word_person, row.word_phone, when, row.word_text)
    return " · ".join(filter(None, told))


def condition_words(row: KeyLoanRow) -> str:
    """How it came back."""
    if not row.condition:
        return ""
    named = label("key_condition", row.condition)
    return " ".join(filter(None, (named, row.condition_text)))


def slip_words(row: KeyLoanRow, custom: EstateFormat) -> str:
    """Whether the signed slip is back; "" where it was signed in the log."""
    if row.slip_home_on is not None:
        day = custom.date(row.slip_home_on)
        return _("signed paper back, {day}").format(day=day)
    return _("signed paper not back yet") if row.signed == "paper" else ""


def basis_words(basis: str) -> str:
    """On what ground it is kept."""
    return label("key_basis", basis)


def loss_facts(loss: KeyLossRow | None, custom: EstateFormat) -> Iterator[Fact]:
    """How it was lost, and each thing that follows with what became of it."""
    if loss is None:
        return
    noticed = f"{loss.noticed_by} · {custom.datetime(loss.noticed_at)}"
    yield Fact(_("Noticed by"), noticed)
    yield Fact(_("Was lent to"), loss.borrower or "")
    yield Fact(_("How it came"), loss.circumstances, wide=True)
    last = {one.step: one for one in loss.steps}
    for step in LossStep:
        one = last.get(step)
        told = _("waits") if one is None else step_words(one, custom)
        yield Fact(label("loss_step", step), told, wide=True)


def step_words(one: LossStepRow, custom: EstateFormat) -> str:
    """What became of a step."""
    told = (label("loss_answer", one.answer), custom.datetime(one.at), one.by)
    return " · ".join(filter(None, (*told, one.replaced_by or "", one.text)))


# Choices


def loan_choices() -> Sequence[Choice]:
    """What the list of loans is narrowed to."""
    return [
        Choice("open", pgettext("key loans", "Out")),
        Choice("overdue", pgettext("key loans", "Overdue")),
        Choice("closed", pgettext("key loans", "Settled")),
    ]


def agreement_choices() -> Sequence[Choice]:
    """What the list of agreements is narrowed to."""
    return [
        Choice("open", pgettext("key agreements", "Open")),
        Choice("over", pgettext("key agreements", "Over")),
    ]


# Titles


def title() -> str:
    """The register's name."""
    return pgettext("page", "Keys")


def board_title() -> str:
    """The section of hooks."""
    return _("Key board")


def loans_title() -> str:
    """The section of loans."""
    return _("Key loans")


def agreements_title() -> str:
    """The section of agreements."""
    return _("Custody agreements")


def counts_title() -> str:
    """The section of counts."""
    return _("Key counts")


def receipts_title() -> str:
    """The section of receipts."""
    return _("Key receipts")


def now_title() -> str:
    """Who has it."""
    return _("Who has it now")


def loss_title() -> str:
    """What is lost and what follows."""
    return _("Lost, and what follows")


def key_title() -> str:
    """The keys themselves."""
    return _("The keys")


def ground_title() -> str:
    """On what ground it is kept."""
    return _("Why the desk has them")


def gone_title() -> str:
    """How it left custody."""
    return _("No longer in custody")


def uses_title() -> str:
    """Each use."""
    return _("Use log")


def new_set() -> str:
    """A set is taken in."""
    return _("Take in keys")


def new_agreement() -> str:
    """An agreement is written."""
    return _("New agreement")


def new_receipt() -> str:
    """Keys are handed to an owner."""
    return _("New key receipt")


def state() -> str:
    """Where something stands."""
    return _("State")


def tag() -> str:
    """The number on the ring."""
    return _("Tag")


def room() -> str:
    """Whose keys."""
    return _("Room")
