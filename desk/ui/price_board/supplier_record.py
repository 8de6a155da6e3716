"""A company: what it does, its people, its agreements; given up, taken up again."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import _, pgettext
from desk.services import supplier, supplier_agreement
from desk.services.supplier import SupplierRow
from desk.services.supplier_agreement import AgreementFilter
from desk.ui.kit.deed_dialog import DeedPlan
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.key_button import KeyButton
from desk.ui.price_board import ask, words
from desk.ui.price_board.acts import Act, Group, act
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.record import CatalogueRecord
from desk.wording import label


class SupplierRecord(CatalogueRecord):
    """Shows a `SupplierRow`; `agreement_wanted` asks for the form of an agreement with it."""

    agreement_wanted = Signal(int)

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(deeds, _acts(deeds))

    def heading(self) -> str:
        """The name."""
        return "" if self.value() is None else self.known().name

    def subject(self) -> str:
        """The id, for whoever opens it again."""
        return "" if self.value() is None else str(self.known().id)

    def known(self) -> SupplierRow:
        """What is shown."""
        value = self.value()
        if not isinstance(value, SupplierRow):
            raise TypeError("no supplier is shown")
        return value

    def read_again(self) -> SupplierRow:
        """As it is now."""
        return supplier.get(self._deeds.workplace, self.known().id)

    def parts(self) -> Sequence[QWidget]:
        """Who, then what was agreed."""
        self.who = FactSection(_who_title)
        self.agreed = FactSection(words.with_suppliers_title)
        self.agree_button = KeyButton(words.new_agreement, sign="new")
        self.agree_button.clicked.connect(self._agree_clicked)
        return (self.who, self.agreed, self.agree_button)

    def show_words(self) -> None:
        """Everything in the current language."""
        known = self.known()
        self.show_chip(words.here_chip(here=known.active))
        self.who.show_facts(list(_who(known)))
        self.agreed.show_facts(list(_agreed(known, self._deeds)) or [_none()])
        self.agree_button.setVisible(known.active)

    def why_not_change(self) -> str:
        """Who may."""
        return self._deeds.why_not_lead()

    def _agree_clicked(self) -> None:
        self.agreement_wanted.emit(self.known().id)


def _acts(deeds: CatalogueDeeds) -> tuple[Act, ...]:
    return (
        act(
            "end",
            _end_words,
            deeds=deeds,
            blockers=supplier.end_blockers,
            shown=_is_active,
            group=Group.CARE,
            plan=partial(_end_plan, deeds),
        ),
        act(
            "resume",
            _resume_words,
            deeds=deeds,
            blockers=supplier.resume_blockers,
            shown=_is_over,
            plan=partial(_resume_plan, deeds),
            primary=_is_over,
        ),
    )


def _end_plan(deeds: CatalogueDeeds, known: SupplierRow) -> DeedPlan:
    return DeedPlan(
        title=_end_words,
        button=_end_words,
        asked=(ask.why(),),
        do=partial(_end, deeds, known),
        lead=_end_lead,
    )


def _end(deeds: CatalogueDeeds, known: SupplierRow, values: ask.Values) -> SupplierRow:
    return supplier.end(deeds.workplace, known.id, known.version, values["why"])


def _resume_plan(deeds: CatalogueDeeds, known: SupplierRow) -> DeedPlan:
    return DeedPlan(
        title=_resume_words, button=_resume_words, asked=(), do=partial(_resume, deeds, known)
    )


def _resume(deeds: CatalogueDeeds, known: SupplierRow, _values: ask.Values) -> SupplierRow:
    return supplier.resume(deeds.workplace, known.id, known.version)


def _who(known: SupplierRow) -> Iterator[Fact]:
    yield Fact(pgettext("catalogue", "What it does"), known.trade, wide=True)
    yield Fact(pgettext("catalogue", "Contact"), known.contact)
    yield Fact(words.phone(), known.phone)
    yield Fact(pgettext("catalogue", "Business licence"), known.licence)
    people = pgettext("catalogue", "people: {count}").format(count=known.people)
    yield Fact(_("Sends"), people if known.people else "")
    yield Fact(pgettext("catalogue", "No longer"), known.ended_why, wide=True)
    yield Fact(words.remark(), known.remark, wide=True)


def _agreed(known: SupplierRow, deeds: CatalogueDeeds) -> Iterator[Fact]:
    found = supplier_agreement.page(deeds.workplace, AgreementFilter(supplier_id=known.id), None, 8)
    for row in found.rows:
        whom = row.unit or words.whole_estate()
        state = label("course_state", row.state(deeds.today()))
        told = (whom, words.period(row, deeds.custom), state)
        yield Fact(row.number, " · ".join(told), wide=True)


def _none() -> Fact:
    return Fact("", _("None yet: its people are sent once one holds (R239)."), wide=True)


def _is_active(known: SupplierRow) -> bool:
    return known.active


def _is_over(known: SupplierRow) -> bool:
    return not known.active


def _who_title() -> str:
    return pgettext("catalogue", "The company")


def _end_words() -> str:
    return pgettext("catalogue deed", "Work with it no longer")


def _end_lead() -> str:
    return _("Agreements that still hold are ended first. Nobody of it is sent any more.")


def _resume_words() -> str:
    return pgettext("catalogue deed", "Work with it again")
