"""A builder's mandate: its fees with standards and basis; signed, void, printed (R32, F35)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain.fee_mandate import NAME_LIMIT, WHY_LIMIT, SignEntry
from desk.domain.paper import FormCode
from desk.i18n import _, pgettext
from desk.services.fee_mandate import KIND, MandateRow
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.kit.act import Act, ActGroup
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedPlan
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.label import rule
from desk.ui.kit.line_field import LineField
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.at_once import look
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory
from desk.ui.receipt import mandate_words as words
from desk.ui.receipt.mandate_deeds import MandateDeeds

_GROUP = "mandate"
_HALF = 6
Values = Mapping[str, Any]


class MandateRecord(ShownRecord):
    """Shows a `MandateRow`; F8 writes the builder's signature down, or prints it."""

    def __init__(self, deeds: MandateDeeds) -> None:
        self._deeds = deeds
        super().__init__(_acts(deeds), ((ActGroup(_GROUP, words.mandates_title),),))
        deeds.reload_wanted.connect(self.reload)

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.row().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def about(self) -> str:
        """Number and builder."""
        return " · ".join((self.row().number, self.row().builder))

    def row(self) -> MandateRow:
        """The mandate that is shown."""
        value = self.value()
        if not isinstance(value, MandateRow):
            raise TypeError("no mandate is shown")
        return value

    def read_again(self) -> MandateRow:
        """The mandate as it is now."""
        return self._deeds.get(self.row().id)

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return self._deeds.why_not_change(self.row())

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return self._deeds.why_not_print()

    def print_likeliest(self) -> Preview:
        """The one paper it has."""
        return _preview(self._deeds, self, self.row())

    def parts(self) -> Sequence[QWidget]:
        """Who and how long, which fees, the scan, its prints."""
        self.head, self.fees = FactSection(), FactSection(_fees_title)
        self.files = AttachmentList()
        self.prints = PrintHistory(self._deeds.workplace)
        return (self.head, self.fees, rule(), self.files, self.prints)

    def show_words(self) -> None:
        """Everything in the current language."""
        row = self.row()
        self.show_chip(words.chip(self._deeds.state(row)))
        self.head.show_facts(list(self._head(row)))
        self.fees.show_facts(
            [Fact(one.name, f"{one.standard}\n{one.basis}", True) for one in row.items]
        )
        self.files.show_record(self._deeds.files(row.id))
        self.prints.show_record(KIND, row.id)

    def _head(self, row: MandateRow) -> Iterator[Fact]:
        custom = self._deeds.custom
        yield Fact(words.builder(), row.builder)
        if row.valid_until is None:
            told = _("From {day} until revoked").format(day=custom.date(row.valid_from))
        else:
            told = f"{custom.date(row.valid_from)} – {custom.date(row.valid_until)}"
        yield Fact(pgettext("mandates", "Valid"), told)
        if row.signed_on is not None:
            signed = f"{custom.date(row.signed_on)} · {row.signed_by}"
            yield Fact(pgettext("mandates", "Signed by the builder"), signed)
        yield Fact(words.remark(), row.remark, wide=True)
        yield Fact(_("Void"), row.void_why, wide=True)


def _acts(deeds: MandateDeeds) -> tuple[Act, ...]:
    return (
        Act(
            "sign",
            _GROUP,
            _sign_words,
            shown=_waits,
            shut=deeds.why_not_change,
            plan=partial(_sign_plan, deeds),
            primary=_waits,
        ),
        Act(
            "print_fee_mandate",
            _GROUP,
            _print_words,
            shown=_always,
            shut=partial(_why_not_print, deeds),
            opens=partial(_opens, deeds),
            primary=_always,
        ),
        Act(
            "void",
            _GROUP,
            _void_words,
            shown=_holds,
            shut=deeds.why_not_void,
            plan=partial(_void_plan, deeds),
        ),
    )


def _sign_plan(deeds: MandateDeeds, row: MandateRow) -> DeedPlan:
    day = partial(DayField, deeds.custom, deeds.today)
    name = partial(LineField, NAME_LIMIT)
    return DeedPlan(
        title=_sign_words,
        button=_sign_words,
        asked=(
            Asked("person", name, _person_words, True, _HALF),
            Asked("signed_on", day, _on_words, True, _HALF, deeds.today()),
        ),
        do=partial(_sign, deeds, row),
        lead=_sign_lead,
    )


def _sign(deeds: MandateDeeds, row: MandateRow, values: Values) -> MandateRow:
    return deeds.sign(row, SignEntry(values["person"], values["signed_on"]))


def _void_plan(deeds: MandateDeeds, row: MandateRow) -> DeedPlan:
    return DeedPlan(
        title=_void_words,
        button=_void_words,
        asked=(Asked("why", partial(LineField, WHY_LIMIT), _why_words, True),),
        do=partial(_void, deeds, row),
    )


def _void(deeds: MandateDeeds, row: MandateRow, values: Values) -> MandateRow:
    return deeds.void(row, values["why"])


def _preview(deeds: MandateDeeds, parent: QWidget, row: MandateRow) -> Preview:
    plan = deeds.paper.of_record(FormCode.FEE_MANDATE, KIND, row.id)
    return look(plan, deeds.paper, parent, deeds.reload)


def _opens(deeds: MandateDeeds, parent: QWidget, row: MandateRow) -> None:
    _preview(deeds, parent, row)


def _why_not_print(deeds: MandateDeeds, _row: MandateRow) -> str:
    return deeds.why_not_print()


def _waits(row: MandateRow) -> bool:
    return row.signed_on is None and not row.void_why


def _holds(row: MandateRow) -> bool:
    return not row.void_why


def _always(_row: MandateRow) -> bool:
    return True


def _fees_title() -> str:
    return pgettext("mandates", "Fees, standards, basis")


def _sign_words() -> str:
    return pgettext("mandates", "Signed by the builder")


def _sign_lead() -> str:
    return _("From then on the office collects these fees for the builder (R32). Add the scan.")


def _person_words() -> str:
    return pgettext("mandates", "Who signed")


def _on_words() -> str:
    return _("Signed on")


def _void_words() -> str:
    return _("Declare void")


def _why_words() -> str:
    return _("Why")


def _print_words() -> str:
    return pgettext("mandates", "Print the mandate")
