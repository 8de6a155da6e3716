"""An order beside the list: what comes next, what closes it, everything that is known of it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.domain.service_order_deeds import Deed
from desk.services.service_order import KIND, Order
from desk.ui.attachment.attachment_list import AttachmentList
from desk.ui.kit.act import Act
from desk.ui.kit.chips import ChipLabel
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.facts import FactSection
from desk.ui.kit.label import plain_label, rule
from desk.ui.kit.record_links import RecordLinks
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.paper.preview import Preview
from desk.ui.print_log.print_history import PrintHistory
from desk.ui.service_order import acts as order_acts
from desk.ui.service_order import facts, money_acts, paper_acts, send_acts, words
from desk.ui.service_order.close_panel import ClosePanel
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.journal import Journal


class OrderRecord(ShownRecord):
    """Shows an `Order` and lets its deeds be done."""

    def __init__(self, deeds: OrderDeeds) -> None:
        self._deeds = deeds
        super().__init__(order_acts.acts(deeds), order_acts.groups(), brief=True)
        deeds.reload_wanted.connect(self.reload)

    # The life of a form

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().detail.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def parts(self) -> Sequence[QWidget]:
        """Who, the clock, what closes it, what is known, what happened, papers and files."""
        self.who = plain_label(role="number")
        self.who.setWordWrap(True)
        self.clock = _ClockLine()
        self.sources = RecordLinks(words.sources)
        self.sources.wanted.connect(self._deeds.record_wanted)
        self.closing = ClosePanel()
        self.closing.act_wanted.connect(self.run)
        self.wish, self.agreed = FactSection(), FactSection()
        self.work, self.end, self.called = FactSection(), FactSection(), FactSection()
        self.journal = Journal(self._deeds.custom)
        self.prints, self.attachments = PrintHistory(self._deeds.workplace), AttachmentList()
        self.attachments.changed.connect(self._files_changed)
        return (
            *(self.who, self.clock, self.closing, self.wish, self.sources, self.agreed),
            *(self.work, self.end, self.called, rule()),
            *(self.journal, self.prints, self.attachments),
        )

    def show_value(self, value: Order) -> None:
        """Show everything as it stands."""
        super().show_value(value)
        self.attachments.show_record(self._deeds.attachments(value.detail.id))
        self.prints.show_record(KIND, value.detail.id)

    def known(self) -> Order:
        """The order that is shown."""
        value: Any = self.value()
        if not isinstance(value, Order):
            raise TypeError("no order is shown")
        return value

    # Deeds

    def run(self, act: Act) -> DeedDialog | None:
        """Who is sent takes the slip along, who pays a receipt: the paper is printed next."""
        dialog = super().run(act)
        papers = {send_acts.SEND: self._sent, money_acts.PAY: self._paid}
        if dialog is not None and act.code in papers:
            dialog.deed_done.connect(papers[act.code])
        return dialog

    def about(self) -> str:
        """Whose order it is."""
        return words.about_words(self.known())

    def read_again(self) -> Order:
        """The order as it is now."""
        return self._deeds.get(self.known().detail.id)

    def why_not_change(self) -> str:
        """Why it is not corrected."""
        return self._deeds.why_not(Deed.CORRECT, self.known())

    def why_not_print(self) -> str:
        """Why it is not printed."""
        return paper_acts.why_not_print(self._deeds, self.known())

    def print_likeliest(self) -> Preview:
        """The one paper it has."""
        return self.open_preview()

    def open_preview(self) -> Preview:
        """The slip, to be looked at and printed, or printed at once."""
        return paper_acts.preview(self._deeds, self, self.known())

    # Parts

    def show_words(self) -> None:
        """Who, the clock, the conditions, what is known, what happened."""
        known = self.known()
        custom = self._deeds.custom.beside(known.amounts)
        self.show_chip(words.state_chip(known.detail.state))
        self.who.setText(words.person_words(known))
        self.clock.show_clock(known, words.clock_words(known, custom))
        self.closing.show_order(known, self.bar.settling, self._why_shut)
        self.wish.show_facts(facts.wish_facts(known))
        self.sources.show_links([words.source(*one) for one in self._deeds.sources(known)])
        self.agreed.show_facts(facts.agreed_facts(known, custom))
        self.work.show_facts(facts.part_facts(known, custom))
        self.end.show_facts(facts.end_facts(known, custom))
        called = self._deeds.callbacks(known.detail.id)
        self.called.show_facts(facts.callback_facts(called, custom))
        self.journal.show_known(known)

    def _why_shut(self, act: Act) -> str:
        return act.shut(self.known())

    def _sent(self, _known: Order) -> None:
        self.open_preview()

    def _paid(self, known: Order) -> None:
        receipt = money_acts.last_receipt(known)
        if receipt is not None:
            money_acts.preview(self._deeds, self, receipt)

    def _files_changed(self) -> None:
        self.saved.emit(self.known())


class _ClockLine(QWidget):
    """How the clock to the door stands; not there where nobody is awaited."""

    def __init__(self) -> None:
        super().__init__()
        self.chip, self._words = ChipLabel(parent=self), plain_label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.chip)
        row.addWidget(self._words, 1)

    def show_clock(self, known: Order, said: str) -> None:
        """Chip and words."""
        chip = words.clock_chip(known)
        self.chip.show_chip(chip)
        self._words.setText(said)
        self.setVisible(chip is not None)

    def words(self) -> str:
        """By when, in words."""
        return self._words.text()
