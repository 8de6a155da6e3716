"""A builder's mandate is written down: who, from when to when, which fees, one a line (R32)."""

import re

from desk.domain import fee_mandate as rules
from desk.domain.fee_mandate import MandateEntry, MandateItem
from desk.i18n import _, pgettext
from desk.services.fee_mandate import MandateRow
from desk.ui.kit.day_field import DayField
from desk.ui.kit.line_field import LineField
from desk.ui.kit.record_form import RecordForm
from desk.ui.kit.text_field import TextField
from desk.ui.receipt import mandate_words as words
from desk.ui.receipt.mandate_deeds import MandateDeeds

_ITEMS = 30_000
_BETWEEN = re.compile(r"\s*[|｜]\s*")
_PARTS = 3


class MandateForm(RecordForm):
    """A new mandate, or one that nobody has signed yet."""

    def __init__(self, deeds: MandateDeeds) -> None:
        self._deeds = deeds
        super().__init__()
        self.load(None)

    def build(self) -> None:
        """The builder, the days, the fees."""
        custom, today = self._deeds.custom, self._deeds.today
        self.add("builder", LineField(rules.BUILDER_LIMIT), words.builder, required=True)
        since, until = DayField(custom, today), DayField(custom, today)
        self.add("valid_from", since, _since, required=True, span=1)
        self.add("valid_until", until, _until, hint=_until_hint, span=1)
        items = TextField(_ITEMS, lines=6)
        self.add("items", items, _fees, required=True, hint=_fees_hint)
        self.add("remark", TextField(rules.REMARK_LIMIT, lines=2), words.remark)

    def heading(self) -> str:
        """Its number, or that it is new."""
        known = self.value()
        return known.number if isinstance(known, MandateRow) else words.new_words()

    def subject(self) -> str:
        """The number of the one that is changed."""
        known = self.value()
        return known.number if isinstance(known, MandateRow) else ""

    def show_value(self, value: MandateRow | None) -> None:
        """An empty one from today on, or what was written down."""
        self._value = value
        entry = MandateEntry(valid_from=self._deeds.today()) if value is None else value.entry
        for key in ("builder", "valid_from", "valid_until", "remark"):
            self.field(key).set_value(getattr(entry, key))
        lines = (" | ".join((one.name, one.standard, one.basis)) for one in entry.items)
        self.field("items").set_value("\n".join(lines))

    def read(self) -> MandateEntry:
        """What the fields say."""
        written = filter(None, (one.strip() for one in self.field("items").value().splitlines()))
        return MandateEntry(
            builder=self.field("builder").value(),
            valid_from=self.field("valid_from").value(),
            valid_until=self.field("valid_until").value(),
            items=tuple(map(_item, written)),
            remark=self.field("remark").value(),
        )

    def save_value(self, value: MandateEntry) -> MandateRow:
        """Write it down."""
        known = self.value()
        return self._deeds.save(known if isinstance(known, MandateRow) else None, value)


def _item(line: str) -> MandateItem:
    """Name | standard | basis; what stands beyond is of the basis."""
    parts = _BETWEEN.split(line, _PARTS - 1)
    return MandateItem(*parts)


def _since() -> str:
    return pgettext("mandates", "Valid from")


def _until() -> str:
    return pgettext("mandates", "Valid until")


def _until_hint() -> str:
    return _("Left empty, it holds until it is revoked.")


def _fees() -> str:
    return pgettext("mandates", "Fees, standards, basis")


def _fees_hint() -> str:
    return _("One fee a line: name | standard | basis.")
