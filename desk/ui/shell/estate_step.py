"""The first run asks for the estate: its name, its region, its calendar."""

from collections.abc import Sequence

from desk.i18n import _, language
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.composing import commit_composing_text
from desk.ui.kit.field_set import FieldSet
from desk.ui.kit.line_field import LineField
from desk.ui.kit.retranslate import Spoken
from desk.ui.shell.step import Step
from desk.wording import label

_REGIONS = ("HK", "TW", "CN")
_CALENDARS = ("gregorian", "roc")


class EstateStep(Spoken, Step):
    """`fields` holds estate, region and calendar; `is_complete` refuses what is missing.

    The region follows the language until it is chosen; 民國 years are asked for in Taiwan alone.
    """

    def __init__(self) -> None:
        super().__init__(_estate_words, _estate_note)
        self.fields = FieldSet()
        self.fields.add("estate", LineField(120), _estate_name_words, required=True)
        self.fields.add("region", SegmentField(_regions), _region_words)
        self.fields.add("calendar", SegmentField(_calendars), _calendar_words)
        self._region_was_chosen = False
        self.fields.field("calendar").set_value("gregorian")
        self.fields.field("region").changed.connect(self._region_chosen)
        self.add(self.fields)
        self.retranslate()

    def retranslate(self) -> None:
        """The region that goes with the language."""
        if not self._region_was_chosen:
            self.fields.field("region").set_value("CN" if language() == "zh_Hans" else "HK")
            self._ask_for_calendar()

    def is_complete(self) -> bool:
        """Whether the estate has a name that fits."""
        commit_composing_text()
        self.fields.clear_refusals()
        if self.fields.show_problems():
            return False
        if not self.fields.field("estate").value():
            self.fields.cell("estate").refuse(_("Enter the estate's name."))
            return False
        return True

    def _region_chosen(self) -> None:
        self._region_was_chosen = True
        self._ask_for_calendar()

    def _ask_for_calendar(self) -> None:
        is_asked = self.fields.field("region").value() == "TW"
        self.fields.cell("calendar").setVisible(is_asked)
        if not is_asked:
            self.fields.field("calendar").set_value("gregorian")


def _regions() -> Sequence[Choice]:
    return [Choice(code, label("region", code)) for code in _REGIONS]


def _calendars() -> Sequence[Choice]:
    return [Choice(code, label("calendar", code)) for code in _CALENDARS]


def _estate_words() -> str:
    return _("The estate")


def _estate_note() -> str:
    return _("The region decides how rooms, dates and amounts are written.")


def _estate_name_words() -> str:
    return _("Name of the estate")


def _region_words() -> str:
    return _("Region")


def _calendar_words() -> str:
    return _("Calendar")
