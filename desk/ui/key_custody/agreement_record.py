"""A custody agreement: both parties, its period and purposes, what is kept, what is missing."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk.i18n import EstateFormat, _, pgettext
from desk.services import custody_agreement
from desk.ui.key_custody import agreement_acts, words
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody.deeds import KeyDeeds
from desk.ui.key_custody.key_record import KeyRecord
from desk.ui.key_custody.view import AgreementView
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.key_button import KeyButton
from desk.wording import label, reasons_words


class AgreementRecord(KeyRecord):
    """Shows an `AgreementView`; `take_in_wanted` asks for the form of a set under it."""

    take_in_wanted = Signal(int)

    def __init__(self, deeds: KeyDeeds) -> None:
        super().__init__(deeds, agreement_acts.acts(deeds))

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.view().row.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Number, household, owner."""
        row = self.view().row
        return " · ".join(filter(None, (row.number, row.unit, row.owner)))

    def view(self) -> AgreementView:
        """What is shown."""
        value = self.value()
        if not isinstance(value, AgreementView):
            raise TypeError("no agreement is shown")
        return value

    def printed_as(self) -> tuple[str, int]:
        """Its own papers."""
        return custody_agreement.KIND, self.view().row.id

    def read_again(self) -> AgreementView:
        """The agreement as it is now."""
        return self._deeds.agreement(self.view().row.id)

    def parts(self) -> Sequence[QWidget]:
        """What is missing first."""
        self.missing = FactSection(_missing_title)
        self.parties = FactSection(_parties_title)
        self.use = FactSection(_use_title)
        self.kept = FactSection(_kept_title)
        self.over = FactSection(words.gone_title)
        self.take_in_button = KeyButton(_take_in_words, sign="new")
        self.take_in_button.clicked.connect(self._take_in_clicked)
        return (self.missing, self.parties, self.use, self.kept, self.take_in_button, self.over)

    def show_words(self) -> None:
        """Everything in the current language."""
        view, custom = self.view(), self._deeds.custom
        self.show_chip(words.agreement_chip(view.row, self._deeds.today()))
        is_over = view.row.ended_at is not None or bool(view.row.void_why)
        missing = "" if is_over else reasons_words(view.missing)
        self.missing.show_facts([Fact("", missing, wide=True)])
        self.parties.show_facts(list(_parties(view, custom)))
        self.use.show_facts(list(_use(view, custom)))
        self.kept.show_facts(list(_kept(view)))
        self.over.show_facts(list(_over(view, custom)))
        self.take_in_button.setVisible(not is_over)
        self.take_in_button.shut(self._deeds.why_not_register())

    def why_not_change(self) -> str:
        """What a party has signed stays."""
        return ask.why_not("change", self.view())

    def _take_in_clicked(self) -> None:
        self.take_in_wanted.emit(self.view().row.id)


def _parties(view: AgreementView, custom: EstateFormat) -> Iterator[Fact]:
    row = view.row
    yield Fact(_("Owner"), " · ".join(filter(None, (row.owner, row.owner_phone))))
    yield Fact(_("Room"), row.unit)
    yield Fact(_("Custodian"), row.custodian)
    days = (custom.date(row.starts), custom.date(row.ends))
    yield Fact(_("Period"), _("{first} to {last}").format(first=days[0], last=days[1]))
    for party, day, who, how in (
        ("owner", row.owner_signed_on, row.owner_signed_by, row.owner_signed_how),
        ("office", row.office_signed_on, row.office_signed_by, row.office_signed_how),
    ):
        name = _("{party} signed").format(party=label("party", party))
        if day is not None:
            told = (custom.date(day), who, label("signed_how", how) if how else "")
            yield Fact(name, " · ".join(filter(None, told)))


def _use(view: AgreementView, custom: EstateFormat) -> Iterator[Fact]:
    yield Fact(_("May be lent for"), "\n".join(view.row.purposes), wide=True)
    for one in view.extensions:
        told = (custom.date(one.until), one.why, one.word_person)
        name = _("Extended by {who}").format(who=one.by)
        yield Fact(name, " · ".join(filter(None, told)), wide=True)
    yield Fact(pgettext("keys", "Remark"), view.row.remark, wide=True)


def _kept(view: AgreementView) -> Iterator[Fact]:
    for one in view.sets:
        state = label("key_set_state", one.state)
        yield Fact(one.tag, " · ".join(filter(None, (one.opens, str(one.keys), state))), wide=True)
    yield Fact(_("Things kept beside the keys"), "\n".join(view.row.things), wide=True)


def _over(view: AgreementView, custom: EstateFormat) -> Iterator[Fact]:
    row = view.row
    if row.ended_at is not None:
        yield Fact(_("Left custody"), custom.datetime(row.ended_at))
        yield Fact(_("To whom"), " · ".join(filter(None, (row.ended_to, row.ended_authority))))
        yield Fact(_("Why"), row.ended_why, wide=True)
    yield Fact(_("Void"), row.void_why, wide=True)


def _missing_title() -> str:
    return _("Before a key may be lent")


def _parties_title() -> str:
    return _("Both parties")


def _use_title() -> str:
    return _("Use")


def _kept_title() -> str:
    return _("What is kept")


def _take_in_words() -> str:
    return _("Take in keys under it")
