"""A key set beside the board: what it opens, on what ground it is kept, who has it, every use."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desk.domain.key_loan import KeyLoanState
from desk.i18n import EstateFormat, _, pgettext
from desk.services.key_loan import KeyLoanRow
from desk.ui.key_custody import set_acts, words
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.key_record import KeyRecord
from desk.ui.key_custody.lend_act import agreed_words
from desk.ui.key_custody.view import SetView
from desk.ui.kit.facts import Fact, FactSection


class SetRecord(KeyRecord):
    """Shows a `SetView`; F8 lends it or takes it back."""

    def __init__(self, deeds: KeyDeeds) -> None:
        super().__init__(deeds, set_acts.acts(deeds))

    def heading(self) -> str:
        """The tag."""
        return "" if self.value() is None else self.view().row.tag

    def subject(self) -> str:
        """The set's id, for whoever opens it again."""
        return "" if self.value() is None else str(self.view().row.id)

    def about(self) -> str:
        """Tag and what it opens."""
        row = self.view().row
        return " · ".join(filter(None, (row.tag, row.unit, row.opens)))

    def view(self) -> SetView:
        """What is shown."""
        value = self.value()
        if not isinstance(value, SetView):
            raise TypeError("no key set is shown")
        return value

    def read_again(self) -> SetView:
        """The set as it is now."""
        return self._deeds.view(self.view().row.id)

    def parts(self) -> Sequence[QWidget]:
        """Who has it first: that is what is asked at the counter."""
        self.now = FactSection(words.now_title)
        self.lost = FactSection(words.loss_title)
        self.key = FactSection(words.key_title)
        self.ground = FactSection(words.ground_title)
        self.gone = FactSection(words.gone_title)
        self.uses = FactSection(words.uses_title)
        return (self.now, self.lost, self.key, self.ground, self.gone, self.uses)

    def show_words(self) -> None:
        """Everything in the current language."""
        view, custom = self.view(), self._deeds.custom
        self.show_chip(words.set_chip(view, self._deeds.now()))
        self.now.show_facts(list(_loan_facts(view, custom)))
        self.lost.show_facts(list(words.loss_facts(view.loss, custom)))
        self.key.show_facts(list(_key_facts(view)))
        self.ground.show_facts(list(_ground_facts(view, custom)))
        self.gone.show_facts(list(_gone_facts(view, custom)))
        self.uses.show_facts([self._use(one) for one in view.uses])

    def why_not_change(self) -> str:
        """A set that left custody stays as it was."""
        return set_acts.why_not("change", self.view())

    def _use(self, one: KeyLoanRow) -> Fact:
        custom, state = self._deeds.custom, one.state(self._deeds.now())
        name = " · ".join(filter(None, (custom.datetime(one.out_at), one.borrower, one.company)))
        told = [words.loan_state_words(state), agreed_words(one.purpose)]
        if one.returned_at is not None:
            back = _("back {moment}").format(moment=custom.datetime(one.returned_at))
            told[0] = " ".join(filter(None, (back, words.condition_words(one))))
        elif state in {KeyLoanState.OUT, KeyLoanState.OVERDUE}:
            told.append(_("due {moment}").format(moment=custom.datetime(one.due_at)))
        told.append(words.word_words(one, custom))
        return Fact(name, " · ".join(filter(None, (*told, one.number))), wide=True)


def _loan_facts(view: SetView, custom: EstateFormat) -> Iterator[Fact]:
    loan = view.loan
    if loan is None:
        return
    yield Fact(_("Borrower"), " · ".join(filter(None, (loan.borrower, loan.company))))
    yield Fact(_("Phone"), loan.phone)
    yield Fact(_("Due back"), custom.datetime(loan.due_at))
    yield Fact(_("Out since"), f"{custom.datetime(loan.out_at)}  {loan.lent_by}")
    yield Fact(_("Purpose"), " · ".join(filter(None, (agreed_words(loan.purpose), loan.about))))
    yield Fact(_("Paper seen"), words.proof_words(loan.proof, loan.proof_tail))
    yield Fact(_("The owner's word"), words.word_words(loan, custom), wide=True)
    for one in view.extensions:
        until = _("until {moment}").format(moment=custom.datetime(one.until))
        yield Fact(_("Extended by {who}").format(who=one.by), f"{until} · {one.why}", wide=True)
    yield Fact(_("Loan slip"), words.slip_words(loan, custom))


def _key_facts(view: SetView) -> Iterator[Fact]:
    row = view.row
    yield Fact(_("What it opens"), row.opens, wide=True)
    yield Fact(_("Room"), row.unit or "")
    yield Fact(_("Keys on the ring"), str(row.keys))
    yield Fact(_("Hook"), row.hook)
    yield Fact(pgettext("keys", "Remark"), row.remark, wide=True)


def _ground_facts(view: SetView, custom: EstateFormat) -> Iterator[Fact]:
    """On what ground the desk has it, and for what it may be lent (R112, R113)."""
    row, agreement = view.row, view.agreement
    yield Fact(_("Kept as"), words.basis_words(row.basis))
    yield Fact(pgettext("keys", "Received at"), custom.datetime(row.received_at))
    yield Fact(_("Left by"), " · ".join(filter(None, (row.left_by, row.phone))))
    if agreement is not None:
        yield Fact(_("Agreement"), agreement.number)
        yield Fact(_("Custodian"), agreement.custodian)
        days = (custom.date(agreement.starts), custom.date(agreement.ends))
        yield Fact(_("Period"), _("{first} to {last}").format(first=days[0], last=days[1]))
    purposes = "\n".join(agreed_words(one) for one in view.purposes)
    yield Fact(_("May be lent for"), purposes, wide=True)


def _gone_facts(view: SetView, custom: EstateFormat) -> Iterator[Fact]:
    row = view.row
    if row.left_at is None:
        return
    yield Fact(_("Left custody"), custom.datetime(row.left_at))
    yield Fact(_("To whom"), " · ".join(filter(None, (row.left_to, row.left_authority))))
    yield Fact(_("Handed over by"), row.left_by_clerk or "")
    yield Fact(_("Receipt"), row.receipt or "")
    yield Fact(_("Why"), row.left_why, wide=True)
