"""A version of the price board: what is missing, its items, filing, who approved it."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desk.domain import price_board as rules
from desk.domain.price_board import BoardState, Reviewer
from desk.i18n import _, pgettext
from desk.services import price_board, price_board_shown
from desk.services.price_board import ItemRow, Version
from desk.ui.kit.deed_dialog import DeedDialog, DeedPlan
from desk.ui.kit.facts import Fact, FactSection
from desk.ui.kit.key_button import KeyButton
from desk.ui.price_board import board_acts, board_words, item_acts, words
from desk.ui.price_board.deeds import CatalogueDeeds
from desk.ui.price_board.item_table import ItemTable
from desk.ui.price_board.record import CatalogueRecord
from desk.wording import label, reasons_words


class BoardRecord(CatalogueRecord):
    """Shows a `Version`; an item of a draft is changed where it stands."""

    def __init__(self, deeds: CatalogueDeeds) -> None:
        super().__init__(deeds, board_acts.acts(deeds))
        self.change_button.hide()

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.known().row.number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def known(self) -> Version:
        """What is shown."""
        value = self.value()
        if not isinstance(value, Version):
            raise TypeError("no version is shown")
        return value

    def printed_as(self) -> tuple[str, int]:
        """Its own papers."""
        return price_board.KIND, self.known().row.id

    def read_again(self) -> Version:
        """The version as it is now."""
        return self._deeds.version(self.known().row.id)

    def parts(self) -> Sequence[QWidget]:
        """What is missing first, then what is on it."""
        self.missing = FactSection(_missing_title)
        self.course = FactSection(_course_title)
        self.add_item_button = KeyButton(board_words.item_words, sign="new")
        self.add_item_button.clicked.connect(self._add_item)
        self.items = ItemTable(self._deeds.custom)
        self.items.change_wanted.connect(self.ask_item)
        self.items.drop_wanted.connect(self._drop_item)
        self.differs = FactSection(_differs_title)
        return (self.missing, self.course, self.add_item_button, self.items, self.differs)

    def show_words(self) -> None:
        """Everything in the current language."""
        known, deeds = self.known(), self._deeds
        is_draft = known.state is BoardState.DRAFT
        self.show_chip(words.board_chip(known.row))
        missing = reasons_words(rules.approve_blockers(known.facts)) if is_draft else ""
        self.missing.show_facts([Fact("", missing, wide=True)])
        self.course.show_facts(list(_course(deeds, known)))
        may_edit = is_draft and not deeds.why_not_lead()
        self.add_item_button.setVisible(may_edit)
        self.items.show_items(known.items, is_draft=may_edit)
        self.differs.show_facts(list(_differences(deeds, known)) if known.row.before else [])
        self.change_button.hide()

    def ask(self, plan: DeedPlan) -> DeedDialog:
        """A deed on one item, in its dialog."""
        dialog = DeedDialog(plan, self.window(), about=self.about())
        dialog.deed_done.connect(self.was_done)
        dialog.open()
        return dialog

    def _add_item(self) -> DeedDialog:
        return self.ask(item_acts.item_plan(self._deeds, None, self.known()))

    def _item(self, item_id: int) -> ItemRow:
        return next(one for one in self.known().items if one.id == item_id)

    def ask_item(self, item_id: int) -> DeedDialog:
        """An item of the draft is changed."""
        return self.ask(item_acts.item_plan(self._deeds, self._item(item_id), self.known()))

    def _drop_item(self, item_id: int) -> DeedDialog:
        return self.ask(item_acts.drop_plan(self._deeds, self._item(item_id), self.known()))


def _course(deeds: CatalogueDeeds, known: Version) -> Iterator[Fact]:
    row, custom = known.row, deeds.custom
    yield Fact(_("Drawn up by"), " · ".join(filter(None, (row.by, custom.date(row.written_at)))))
    yield Fact(_("Copied from"), row.before or "")
    yield Fact(
        pgettext("catalogue", "Price filing"),
        price_board_shown.filing(custom, row),
        wide=True,
    )
    for reviewer in Reviewer:
        by, on = getattr(row, f"{reviewer}_by"), getattr(row, f"{reviewer}_on")
        told = f"{by} · {custom.date(on)}" if on else ""
        yield Fact(label("reviewer", reviewer), told)
    if row.in_force_on is not None:
        yield Fact(_("Approved by"), row.approved_by or "")
        yield Fact(_("In force since"), custom.date(row.in_force_on))
    if row.posted_on is not None:
        yield Fact(_("On the wall since"), custom.date(row.posted_on))
    if row.superseded_on is not None:
        yield Fact(_("Superseded on"), custom.date(row.superseded_on))
    yield Fact(words.remark(), row.remark, wide=True)
    yield Fact(_("Void"), row.void_why, wide=True)


def _differences(deeds: CatalogueDeeds, known: Version) -> Iterator[Fact]:
    for one in price_board.differences(deeds.workplace, known):
        name, told = price_board_shown.difference(deeds.custom, one)
        yield Fact(name, told)


def _missing_title() -> str:
    return pgettext("catalogue", "Before it comes into force")


def _course_title() -> str:
    return pgettext("catalogue", "The version")


def _differs_title() -> str:
    return pgettext("catalogue", "What it changes")
