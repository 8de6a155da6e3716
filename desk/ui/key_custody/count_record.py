"""A count that was signed: who, what was found, every difference, what moved, both signatures."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from desk.domain.key_count import CountExpected
from desk.i18n import _
from desk.services import key_count
from desk.services.key_count import KeyCountRow
from desk.ui.key_custody import count_acts, count_words
from desk.ui.key_custody.count_deeds import CountDeeds
from desk.ui.key_custody.key_record import KeyRecord
from desk.ui.kit.facts import Fact, FactSection


class CountRecord(KeyRecord):
    """Shows a `KeyCountRow`; F8 lets the other clerk sign."""

    def __init__(self, deeds: CountDeeds) -> None:
        self._counts = deeds
        super().__init__(deeds.keys, count_acts.acts(deeds))

    def heading(self) -> str:
        """The number."""
        return "" if self.value() is None else self.row().number

    def subject(self) -> str:
        """The number, for whoever opens it again."""
        return self.heading()

    def row(self) -> KeyCountRow:
        """The count that is shown."""
        value = self.value()
        if not isinstance(value, KeyCountRow):
            raise TypeError("no count is shown")
        return value

    def printed_as(self) -> tuple[str, int]:
        """Its own papers."""
        return key_count.KIND, self.row().id

    def read_again(self) -> KeyCountRow:
        """The count as it is now."""
        return self._counts.get(self.row().id)

    def parts(self) -> Sequence[QWidget]:
        """The count, then what differed."""
        self.head = FactSection()
        self.differences = FactSection(_differences_title)
        self.rest = FactSection()
        return (self.head, self.differences, self.rest)

    def show_words(self) -> None:
        """Everything in the current language."""
        row = self.row()
        self.change_button.hide()
        self.show_chip(count_words.count_chip(row))
        self.head.show_facts(list(self._head(row)))
        self.differences.show_facts(
            [Fact(one.tag, count_acts.difference_words(one), True) for one in row.differences]
            or [Fact("", _("None: everything was as by the book."), wide=True)]
        )
        self.rest.show_facts(list(self._rest(row)))

    def was_decided(self, answer: object) -> None:
        """The other clerk's word is written down."""
        if isinstance(answer, KeyCountRow):
            self.was_done(answer)

    def _head(self, row: KeyCountRow) -> Iterator[Fact]:
        custom = self._deeds.custom
        yield Fact(_("Why it was counted"), count_words.kind_words(row))
        yield Fact(_("Begun"), custom.datetime(row.at))
        signed = "" if row.signed_at is None else custom.datetime(row.signed_at)
        taken = "" if row.to_signed_at is None else custom.datetime(row.to_signed_at)
        yield Fact(_("Counted by"), f"{row.by}  {signed}".strip())
        yield Fact(_("Taken over by"), f"{row.to}  {taken}".strip())
        yield Fact(_("On the hooks by the book"), str(row.expected_number(CountExpected.IN)))
        yield Fact(_("Lent"), str(row.expected_number(CountExpected.LENT)))

    def _rest(self, row: KeyCountRow) -> Iterator[Fact]:
        yield Fact(_("Moved while counting"), " · ".join(row.moved), wide=True)
        yield Fact(_("What is done about the differences"), row.follows, wide=True)
        if row.sheet_home_on is not None:
            yield Fact(_("Signed sheet back"), self._deeds.custom.date(row.sheet_home_on))
        yield Fact(_("Void"), row.void_why, wide=True)


def _differences_title() -> str:
    return _("Differences")
