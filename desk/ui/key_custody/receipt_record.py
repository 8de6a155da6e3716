"""A key receipt: who received which keys; signed, void, printed (R34, F36)."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.key_receipt import NAME_LIMIT, WHY_LIMIT, ReceiptState, SignEntry
from desk.domain.key_word import SignedHow
from desk.i18n import _, pgettext
from desk.services import key_receipt
from desk.services.key_receipt import KeyReceiptRow
from desk.services.paper import FormCode
from desk.ui.key_custody import fields as ask
from desk.ui.key_custody import paper_acts, words
from desk.ui.key_custody.acts import Act, Group
from desk.ui.key_custody.key_record import KeyRecord
from desk.ui.key_custody.receipt_deeds import ReceiptDeeds
from desk.ui.kit.chips import Chip
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.theme import Tone
from desk.wording import label

_TONES = {
    ReceiptState.TO_SIGN: Tone.DUE,
    ReceiptState.SIGNED: Tone.DONE,
    ReceiptState.VOID: Tone.NEUTRAL,
}


def receipt_chip(row: KeyReceiptRow) -> Chip:
    """Where a receipt stands."""
    return Chip(_TONES[row.state], label("receipt_state", row.state))


class ReceiptRecord(KeyRecord):
    """Shows a `KeyReceiptRow`; F8 prints it, and then writes the signature down."""

    def __init__(self, deeds: ReceiptDeeds) -> None:
        self._receipts = deeds
        super().__init__(deeds.keys, _acts(deeds))

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.row().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Number, home, receiver."""
        return " · ".join((self.row().number, self.row().unit, self.row().receiver))

    def row(self) -> KeyReceiptRow:
        """The receipt that is shown."""
        value = self.value()
        if not isinstance(value, KeyReceiptRow):
            raise TypeError("no receipt is shown")
        return value

    def printed_as(self) -> tuple[str, int]:
        """Its own papers."""
        return key_receipt.KIND, self.row().id

    def read_again(self) -> KeyReceiptRow:
        """The receipt as it is now."""
        return self._receipts.get(self.row().id)

    def parts(self) -> Sequence[QWidget]:
        """Who, then which keys."""
        self.head = FactSection()
        self.keys = FactSection(words.key_title)
        return (self.head, self.keys)

    def show_words(self) -> None:
        """Everything in the current language."""
        row = self.row()
        self.change_button.hide()
        self.show_chip(receipt_chip(row))
        self.head.show_facts(list(self._head(row)))
        self.keys.show_facts(
            [Fact(one.tag or _("No tag"), f"{one.what} × {one.keys}", True) for one in row.lines]
        )

    def _head(self, row: KeyReceiptRow) -> Iterator[Fact]:
        custom = self._deeds.custom
        yield Fact(_("Room"), row.unit)
        receiver = (row.receiver, row.authority, row.phone)
        yield Fact(_("Who receives them"), " · ".join(filter(None, receiver)))
        yield Fact(_("Handed over at"), f"{custom.datetime(row.handed_over_at)}  {row.handed_by}")
        yield Fact(_("Paper seen"), words.proof_words(row.proof, row.proof_tail))
        if row.signed_on is not None:
            how = label("signed_how", row.signed_how) if row.signed_how else ""
            told = (custom.date(row.signed_on), row.signed_by, how)
            yield Fact(_("Signed"), " · ".join(filter(None, told)))
        yield Fact(pgettext("keys", "Remark"), row.remark, wide=True)
        yield Fact(_("Void"), row.void_why, wide=True)


def _acts(deeds: ReceiptDeeds) -> tuple[Act, ...]:
    return (
        Act(
            "sign",
            Group.USE,
            _sign_words,
            shown=_waits,
            shut=deeds.why_not_sign,
            plan=partial(_sign_plan, deeds),
            primary=_waits,
        ),
        Act(
            "void",
            Group.CARE,
            _void_words,
            shown=_waits,
            shut=deeds.why_not_void,
            plan=partial(_void_plan, deeds),
        ),
        Act(
            "print_key_receipt",
            Group.PAPER,
            partial(paper_acts.print_words, FormCode.KEY_RECEIPT),
            shown=_always,
            shut=partial(_why_not_print, deeds),
            opens=partial(_print, deeds),
            primary=_always,
        ),
    )


def _sign_plan(deeds: ReceiptDeeds, row: KeyReceiptRow) -> DeedPlan:
    day = partial(DayField, deeds.keys.custom, deeds.keys.today)
    return DeedPlan(
        title=_sign_words,
        button=_sign_words,
        asked=(
            ask.line("person", _person, NAME_LIMIT, begins_with=row.receiver, required=True),
            Asked("signed_on", day, _on, True, ask.HALF, deeds.keys.today()),
            ask.signed(_where, SignedHow.PAPER),
        ),
        do=partial(_sign, deeds, row),
        lead=_sign_lead,
    )


def _sign(deeds: ReceiptDeeds, row: KeyReceiptRow, values: ask.Values) -> KeyReceiptRow:
    how = ask.signed_of(values) or SignedHow.DESK
    return deeds.sign(row, SignEntry(values["person"], values["signed_on"], how))


def _void_plan(deeds: ReceiptDeeds, row: KeyReceiptRow) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(ask.line("why", _why, WHY_LIMIT, span=12, required=True),),
        do=partial(_void, deeds, row),
    )


def _void(deeds: ReceiptDeeds, row: KeyReceiptRow, values: ask.Values) -> KeyReceiptRow:
    return deeds.void(row, values["why"])


def _print(deeds: ReceiptDeeds, parent: QWidget, row: KeyReceiptRow) -> None:
    plan = deeds.keys.paper_plan(FormCode.KEY_RECEIPT, "key_receipt", row.id)
    paper_acts.show(deeds.keys, plan, parent)


def _why_not_print(deeds: ReceiptDeeds, _row: KeyReceiptRow) -> str:
    return deeds.keys.why_not_print()


def _waits(row: KeyReceiptRow) -> bool:
    return row.state is ReceiptState.TO_SIGN


def _always(_row: KeyReceiptRow) -> bool:
    return True


def _sign_words() -> str:
    return pgettext("key deed", "Signed for")


def _sign_lead() -> str:
    return _("The sets on it leave custody with the signature (R34).")


def _person() -> str:
    return _("Name of who signed")


def _on() -> str:
    return _("Signed on")


def _where() -> str:
    return _("Signed where")


def _void_words() -> str:
    return _("Declare void")


def _why() -> str:
    return _("Why")
