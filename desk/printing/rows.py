"""The rows forms are made of: fields, dates, choices and boxes to write in."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from desk.estate_format import EstateFormat
from desk.i18n import pgettext
from desk.printing.cells import Choice, Choices, Gaps, Words
from desk.printing.grid import Field, Row, row
from desk.printing.pen import Hand
from desk.printing.sheet import grid_width
from desk.wording import label

LEFT, RIGHT = 0.465, 0.535  # of a row with two fields: a date by hand needs the wider one


class Rows:
    """Makes the rows of one sheet, in its hand and in the estate's custom."""

    def __init__(self, hand: Hand, custom: EstateFormat) -> None:
        self._hand = hand
        self._custom = custom
        self.width = grid_width(hand.paper)

    def row(self, *fields: Field) -> Row:
        """Fields beside one another."""
        return row(self._hand, self.width, fields)

    def long(self, caption: str, text: str, room: float, appetite: float = 1.0) -> Row:
        """A box of at least `room` millimetres; `appetite` is its part of the spare room."""
        field = Field(caption, Words(text))
        return row(self._hand, self.width, [field], room=room, appetite=appetite)

    def moment(self, caption: str, moment: datetime | None) -> Field:
        """A moment as the estate writes it, or gaps to write one into; on the right."""
        if moment is None:
            return Field(caption, Gaps(self._gaps()), RIGHT)
        return Field(caption, Words(self._custom.datetime(moment)), RIGHT)

    def _gaps(self) -> str:
        """The year, month, day and time to fill in; in Taiwan's offices the year is 民國's."""
        if self._custom.calendar == "roc":
            return pgettext("paper", "ROC _/_/_ __:_")
        if self._custom.region == "HK":
            return pgettext("paper", "_/_/__ __:_")
        return pgettext("paper", "__/_/_ __:_")


def words(caption: str, text: str, share: float = 1.0) -> Field:
    """What was entered, or an empty field to write in."""
    return Field(caption, Words(text), share)


def choices(
    caption: str,
    vocabulary: str,
    codes: Iterable[StrEnum],
    given: StrEnum | None,
    share: float = 1.0,
) -> Field:
    """Every value of a vocabulary, the given one ticked."""
    options = (Choice(label(vocabulary, code), code == given) for code in codes)
    return Field(caption, Choices(tuple(options)), share)


def by_hand(caption: str, labels: Iterable[str], share: float = 1.0) -> Field:
    """Choices that are ticked on the paper."""
    return Field(caption, Choices(tuple(Choice(text) for text in labels)), share)
