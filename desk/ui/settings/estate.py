"""The estate: its name, region and calendar, and after how long this PC locks itself."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal

from desk.domain.estate import DESK_PHONE_LIMIT, ESTATE_NAME_LIMIT, Calendar, EstateEntry, Region
from desk.i18n import _, ngettext
from desk.services.workplace import Workplace
from desk.ui.kit.block import Block, Column
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.label import plain_label
from desk.ui.kit.line_field import LineField
from desk.ui.kit.notify import say
from desk.ui.kit.retranslate import Spoken
from desk.ui.settings.deeds import SettingsDeeds
from desk.wording import label

MINUTES = (2, 5, 10, 15, 30, 60)


class EstateSection(Column):
    """`changed` carries the desk that knows the estate anew, `idle_changed` the minutes."""

    changed = Signal(object)
    idle_changed = Signal(int)

    def __init__(self, deeds: SettingsDeeds) -> None:
        self.estate, self.lock = EstateBlock(deeds), LockBlock(deeds)
        super().__init__(estate_words, [self.estate, self.lock])
        self.estate.changed.connect(self.changed)
        self.lock.changed.connect(self.idle_changed)


class EstateBlock(Spoken, Block):
    """Saved as one deed, with its history."""

    changed = Signal(object)

    def __init__(self, deeds: SettingsDeeds) -> None:
        super().__init__(_about_words, _about_note)
        self._deeds = deeds
        self.fields.add("name", LineField(ESTATE_NAME_LIMIT), _name_words, required=True)
        self.fields.add("phone", LineField(DESK_PHONE_LIMIT), _phone_words, hint=_phone_hint)
        self.fields.add("region", SegmentField(_regions), _region_words)
        self.fields.add("calendar", SegmentField(_calendars), _calendar_words)
        self._zone = plain_label(role="small")
        self._zone.setWordWrap(True)
        self.add(self._zone)
        self.button = self.add_button(_save_words, self.submit, kind="primary", sign="save")
        self._version = 0
        self.show_estate()
        self.fields.field("region").changed.connect(self._region_chosen)

    def retranslate(self) -> None:
        """Whose time is written, and whether 民國 years are a question."""
        region = self.fields.field("region").value() or ""
        words = _("Times are those of the region: {region}.")
        self._zone.setText(words.format(region=label("region", region)))
        calendar = self.fields.field("calendar").value()
        is_asked = region == Region.TW or calendar == Calendar.ROC
        self.fields.cell("calendar").setVisible(is_asked)

    def show_estate(self) -> None:
        """Read it again."""
        row = self._deeds.estate()
        self._version = row.version
        for key in ("name", "phone", "region", "calendar"):
            self.fields.field(key).set_value(getattr(row, key))
        self.retranslate()

    def submit(self) -> None:
        """Write the estate down anew."""
        found: list[Workplace] = []
        if self.attempt(partial(self._try, found)):
            self.changed.emit(found[0])

    def _region_chosen(self) -> None:
        if self.fields.field("region").value() != Region.TW:
            self.fields.field("calendar").set_value(Calendar.GREGORIAN)
        self.retranslate()

    def _try(self, found: list[Workplace]) -> None:
        entry = EstateEntry(
            self.fields.field("name").value(),
            Region(self.fields.field("region").value()),
            Calendar(self.fields.field("calendar").value()),
            self.fields.field("phone").value(),
        )
        found.append(self._deeds.change_estate(self._version, entry))


class LockBlock(Block):
    """Chosen and kept at once; holds at once."""

    changed = Signal(int)

    def __init__(self, deeds: SettingsDeeds) -> None:
        super().__init__(_lock_words, _lock_note)
        self._deeds = deeds
        self.fields.add("minutes", SegmentField(_minutes), _minutes_words)
        self._show()
        self.fields.changed.connect(self.submit)

    def submit(self) -> None:
        """Keep it."""
        minutes = int(self.fields.field("minutes").value())
        if self.attempt(partial(self._deeds.set_idle_minutes, minutes)):
            self.changed.emit(minutes)
            say(self, _("Saved"))
        else:
            self._show()

    def _show(self) -> None:
        self.fields.field("minutes").set_value(str(self._deeds.this_pc().idle_minutes))


def _regions() -> Sequence[Choice]:
    return [Choice(one, label("region", one)) for one in Region]


def _calendars() -> Sequence[Choice]:
    return [Choice(one, label("calendar", one)) for one in Calendar]


def _minutes() -> Sequence[Choice]:
    return [
        Choice(str(one), ngettext("{count} minute", "{count} minutes", one).format(count=one))
        for one in MINUTES
    ]


def estate_words() -> str:
    """The section's name."""
    return _("Estate")


def _about_words() -> str:
    return _("The estate")


def _about_note() -> str:
    return _(
        "The name stands on every sheet. The region decides how rooms, dates and amounts are"
        " written; what is already registered stays as it is."
    )


def _phone_words() -> str:
    return _("Phone of the desk")


def _phone_hint() -> str:
    return _("It stands on the release pass: the gate rings it to ask whether a pass is genuine.")


def _name_words() -> str:
    return _("Name of the estate")


def _region_words() -> str:
    return _("Region")


def _calendar_words() -> str:
    return _("Calendar")


def _save_words() -> str:
    return _("Save")


def _lock_words() -> str:
    return _("Locking by itself")


def _lock_note() -> str:
    return _(
        "When nobody touches this PC for so long, the desk is locked; half-finished forms are kept."
    )


def _minutes_words() -> str:
    return _("Lock after")
