"""The rows forms are made of: fields, dates, choices and boxes to write in."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from desk.domain.complaint import ContactMethod, Severity
from desk.i18n import pgettext
from desk.printing.cells import Choice, Choices, Gaps, Words
from desk.printing.grid import Field, Row, row
from desk.printing.job import Job
from desk.printing.pen import Hand
from desk.printing.sheet import full_width, grid_width
from desk.printing.signatures import SignatureBox, SignatureRow, signature_rows
from desk.printing.table import PRINTED, Column, Ruling, Table, table
from desk.wording import label

LEFT, RIGHT = 0.465, 0.535  # of a row with two fields: a date by hand needs the wider one


class Rows:
    """Makes the rows of one sheet, in its hand, the estate's custom and the policy's words.

    `full` is for sections without a name, whose rows have the whole width.
    """

    def __init__(self, hand: Hand, job: Job, *, full: bool = False) -> None:
        self._hand = hand
        self._custom = job.custom
        self._names = job.names
        self.width = full_width(hand.paper) if full else grid_width(hand.paper)

    def row(self, *fields: Field) -> Row:
        """Fields beside one another."""
        return row(self._hand, self.width, fields)

    def long(self, caption: str, text: str, room: float, appetite: float = 1.0) -> Row:
        """A box of at least `room` millimetres; `appetite` is its part of the spare room."""
        field = Field(caption, Words(text))
        return row(self._hand, self.width, [field], room=room, appetite=appetite)

    def table(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], ruling: Ruling = PRINTED
    ) -> Table:
        """A table as wide as the rows."""
        return table(self._hand, self.width, columns, rows, ruling)

    def signatures(self, *boxes: SignatureBox, sealed: bool = False) -> list[SignatureRow]:
        """The boxes to sign in, in as many rows as they need; `sealed` ones have room for seals."""
        return signature_rows(self._hand, self.width, boxes, sealed=sealed)

    def moment(self, caption: str, moment: datetime | None, share: float = RIGHT) -> Field:
        """A moment as the estate writes it, or gaps to write one into."""
        if moment is None:
            return Field(caption, Gaps(self._gaps()), share)
        return Field(caption, Words(self._custom.datetime(moment)), share)

    def period(
        self, caption: str, since: date | None, until: date | None, share: float = RIGHT
    ) -> Field:
        """From a day to a day, both in it; or gaps for the two."""
        if since is None or until is None:
            gaps = self._gaps().rpartition(" ")[0]
            return Field(caption, Gaps(f"{gaps}\u00a0– {gaps}"), share)
        return words(caption, f"{self.on(since)} – {self.on(until)}", share)

    def month(self, caption: str, day: date | None, share: float = 1.0) -> Field:
        """The month of a day, or gaps to write one into."""
        if day is None:
            return Field(caption, Gaps(self._without_day(self._gaps().rpartition(" ")[0])), share)
        is_chinese = self._hand.language.startswith("zh")
        text = self._custom.long_date(day) if is_chinese else self._custom.date(day)
        return words(caption, self._without_day(text), share)

    def _without_day(self, text: str) -> str:
        """What a date says of its month: the day stands first in Hong Kong, last elsewhere."""
        if "月" in text:
            return text.partition("月")[0] + "月"
        first = self._custom.region == "HK" and self._custom.calendar != "roc"
        return text.partition("/")[2] if first else text.rpartition("/")[0]

    def day(self, caption: str, day: date | None, share: float = RIGHT) -> Field:
        """A day as the estate writes it, or gaps to write one into."""
        if day is None:
            return Field(caption, Gaps(self._gaps().rpartition(" ")[0]), share)
        return Field(caption, Words(self._custom.date(day)), share)

    def severity(self, given: Severity | None, share: float = 1.0) -> Field:
        """The policy's levels, the given one ticked."""
        options = ((self._names.severity(level), level is given) for level in Severity)
        return ticks(pgettext("paper", "Severity"), options, share)

    def at(self, moment: datetime | None) -> str:
        """A moment for the cell of a table, the time under the day; empty for none."""
        if moment is None:
            return ""
        return f"{self._custom.date(moment)}\n{self._custom.time(moment)}"

    def due(self, moment: datetime | None, between: str = "\n") -> str:
        """When something runs out: the end of a day is its 24:00, not the next day's beginning."""
        if moment is None:
            return ""
        local = self._custom.local(moment)
        if local.time() != time():
            return f"{self._custom.date(moment)}{between}{self._custom.time(moment)}"
        return f"{self._custom.date(local.date() - timedelta(days=1))}{between}24:00"

    def moment_text(self, moment: datetime | None) -> str:
        """A moment on one line; empty for none."""
        return "" if moment is None else self._custom.datetime(moment)

    def on(self, day: date | None) -> str:
        """A day for the cell of a table or a line; empty for none."""
        return "" if day is None else self._custom.date(day)

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


def ticks(caption: str, options: Iterable[tuple[str, bool]], share: float = 1.0) -> Field:
    """Choices already worded, each with whether it is ticked."""
    return Field(caption, Choices(tuple(Choice(*option) for option in options)), share)


def signer(title: str, name: str = "", when: str = "", *, timed: bool = False) -> SignatureBox:
    """A box with a line for the name and one for the date, `timed` with the time too."""
    date = pgettext("paper", "Date and time") if timed else pgettext("paper", "Date")
    return SignatureBox(title, (pgettext("paper", "Name"), date), (name, when))


def ways(caption: str, given: ContactMethod | None, share: float = 1.0) -> Field:
    """By phone or by a visit, the two ways the manual knows (R147), and the one that was taken."""
    known = {ContactMethod.PHONE, ContactMethod.VISIT, given}
    codes = [how for how in ContactMethod if how in known]
    return choices(caption, "contact_method", codes, given, share)


def stacked(*texts: str) -> str:
    """What a narrow cell holds under one another; what is empty takes no line."""
    return "\n".join(text for text in texts if text)
