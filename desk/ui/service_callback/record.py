"""An order that is called back, and a customer who is visited, beside the list."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services.service_callback import CallbackRow
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.service_callback import acts, words
from desk.ui.service_callback.deeds import CallbackDeeds
from desk.ui.service_callback.view import AGREEMENT, ORDER, CustomerShown, OrderShown
from desk.wording import sentence


class CallbackRecord(ShownRecord):
    """Shows an `OrderShown`; F8 writes a callback down."""

    def __init__(self, deeds: CallbackDeeds) -> None:
        self._deeds = deeds
        super().__init__(acts.order_acts(deeds), acts.GROUPS)
        deeds.changed.connect(self._look_again)

    def heading(self) -> str:
        """The order's number."""
        return "" if self.value() is None else self.shown_order().row.number

    def subject(self) -> str:
        """What opens it again."""
        return "" if self.value() is None else f"{ORDER}:{self.shown_order().row.id}"

    def about(self) -> str:
        """Number, home, customer."""
        row = self.shown_order().row
        return " · ".join(filter(None, (row.number, row.unit, row.customer)))

    def shown_order(self) -> OrderShown:
        """The order that is shown."""
        value = self.value()
        if not isinstance(value, OrderShown):
            raise TypeError("no order is shown")
        return value

    def read_again(self) -> OrderShown:
        """The order as it is now."""
        return self._deeds.order(self.shown_order().row.id)

    def print_likeliest(self) -> DeedDialog | None:
        """It has no paper of its own: its result stands on the order's slip (R247)."""
        return None

    def parts(self) -> Sequence[QWidget]:
        """The order, why it is called back, what was answered."""
        self.head = FactSection()
        self.why = FactSection(_why_title)
        self.made = FactSection(_made_title)
        return (self.head, self.why, self.made)

    def show_words(self) -> None:
        """Everything in the current language."""
        shown, now = self.shown_order(), self._deeds.now()
        row = shown.row
        self.change_button.hide()
        self.print_button.hide()
        if shown.view.answer is not None and not row.is_owed:
            self.show_chip(words.answer_chip(shown.view.answer))
        elif row.is_owed and row.due_at is not None:
            self.show_chip(words.due_chip(row.done_at or now, row.due_at, now))
        else:
            self.show_chip(None)
        self.head.show_facts(list(self._head(shown)))
        self.why.show_facts(list(self._why(shown)))
        callbacks = reversed(shown.view.callbacks)
        facts = [fact for one in callbacks for fact in callback_facts(self._deeds, one)]
        self.made.show_facts(facts)

    def _head(self, shown: OrderShown) -> Iterator[Fact]:
        row = shown.row
        yield Fact(_("Home"), row.unit or "")
        yield Fact(pgettext("callbacks", "Customer"), row.customer)
        yield Fact(pgettext("callbacks", "Phone"), row.phone)
        yield Fact(pgettext("callbacks", "Done by"), row.provider)
        yield Fact(_("Done at"), words.moment_words(self._deeds.custom, row.done_at))
        yield Fact(pgettext("callbacks", "Service"), row.item_name)
        yield Fact(pgettext("callbacks", "Wish"), " ".join(row.wish.split()), wide=True)

    def _why(self, shown: OrderShown) -> Iterator[Fact]:
        row, sample, custom = shown.row, shown.sample, self._deeds.custom
        yield Fact(pgettext("callbacks", "Why"), words.kinds_words(row), wide=True)
        yield Fact(pgettext("callbacks", "By when"), words.moment_words(custom, row.due_at))
        if row.let_off_at is not None:
            yield Fact(_("Let off"), custom.datetime(row.let_off_at))
        said = "\n".join(sentence(one.code, one.parameters) for one in shown.view.missing)
        yield Fact(_("Tried in vain"), said, wide=True)
        if sample is not None:
            told = _("{moment} by {person}: {drawn} of {among} orders, seed {seed}").format(
                moment=custom.datetime(sample.drawn_at),
                person=sample.by or _("the program"),
                drawn=len(sample.drawn),
                among=len(sample.among),
                seed=sample.seed,
            )
            yield Fact(pgettext("callbacks", "Drawn"), told, wide=True)

    def _look_again(self) -> None:
        if self.value() is not None and self.isVisible():
            self.load(self.read_again())


class VisitRecord(ShownRecord):
    """Shows a `CustomerShown`; F8 writes a home visit down (R110)."""

    def __init__(self, deeds: CallbackDeeds) -> None:
        self._deeds = deeds
        super().__init__(acts.customer_acts(deeds), acts.GROUPS)

    def heading(self) -> str:
        """The agreement's number."""
        return "" if self.value() is None else self.shown_customer().row.number

    def subject(self) -> str:
        """What opens it again."""
        return "" if self.value() is None else f"{AGREEMENT}:{self.shown_customer().row.id}"

    def shown_customer(self) -> CustomerShown:
        """The customer who is shown."""
        value = self.value()
        if not isinstance(value, CustomerShown):
            raise TypeError("no customer is shown")
        return value

    def read_again(self) -> CustomerShown:
        """The customer as things are now."""
        return self._deeds.customer(self.shown_customer().row.id)

    def print_likeliest(self) -> DeedDialog | None:
        """It has no paper."""
        return None

    def parts(self) -> Sequence[QWidget]:
        """The customer, and the visits so far."""
        self.head = FactSection()
        self.made = FactSection(_made_title)
        return (self.head, self.made)

    def show_words(self) -> None:
        """Everything in the current language."""
        shown, now = self.shown_customer(), self._deeds.now()
        self.change_button.hide()
        self.print_button.hide()
        due = shown.due
        self.show_chip(None if due is None else words.due_chip(due.started_at, due.due_at, now))
        self.head.show_facts(list(self._head(shown)))
        facts = [fact for one in shown.visits for fact in callback_facts(self._deeds, one)]
        self.made.show_facts(facts)

    def _head(self, shown: CustomerShown) -> Iterator[Fact]:
        row, custom = shown.row, self._deeds.custom
        yield Fact(_("Home"), row.unit)
        yield Fact(pgettext("callbacks", "Customer"), row.customer)
        yield Fact(pgettext("callbacks", "Phone"), row.phone)
        first, last = custom.date(row.starts), custom.date(row.ends)
        yield Fact(
            pgettext("callbacks", "Agreement"),
            _("{first} to {last}").format(first=first, last=last),
        )
        if shown.due is not None:
            yield Fact(_("Visit by"), custom.date(shown.due.last_day))


def callback_facts(deeds: CallbackDeeds, row: CallbackRow) -> Iterator[Fact]:
    """One callback: when, how, by whom; the scores and words; whom it was told."""
    how = (words.how_words(row.how), words.answer_chip(row).text, row.by)
    name = deeds.custom.datetime(row.at)
    said = [" · ".join(how), words.scores_words(row), row.words, row.why]
    if row.signed_by:
        said.append(_("Signed: {name}").format(name=row.signed_by))
    if row.told_at is not None:
        told = _("{person} was told on {moment} by {clerk}")
        at = deeds.custom.datetime(row.told_at)
        said.append(told.format(person=row.told_to, moment=at, clerk=row.told_by or ""))
    if row.void_why:
        said.append(_("Void: {why}").format(why=row.void_why))
    yield Fact(name, "\n".join(filter(None, said)), wide=True)


def _why_title() -> str:
    return _("Why it is called back")


def _made_title() -> str:
    return _("Callbacks made")
