"""《客戶投訴意見表》, the customer complaint sheet (F4).

The manual names: time and place, the person or department complained about, the course of
events, the resident's demand, how to reach the resident (R140), and the handling process that
the department's head writes down (R145). The receiver's signature (R143), the answer to the
complainant with its way and time (R147) and the callback (R148) stand on the same paper. What
else it carries, and the layout, are our design.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.reception import Channel
from desk.i18n import pgettext, speaking
from desk.printing import fonts
from desk.printing.cells import Choice, Choices, Gaps, Words
from desk.printing.flow import Section
from desk.printing.grid import Field, Row, row
from desk.printing.job import Job, Title
from desk.printing.ops import Page
from desk.printing.paint import About, paint
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand
from desk.printing.sheet import grid_width, lay_out
from desk.printing.signatures import SignatureBox, SignatureRow, signature_rows
from desk.wording import label

TEMPLATE_VERSION = "F4-1"

_LEFT, _RIGHT = 0.465, 0.535  # of a row with two fields: a date by hand needs the wider one
_TOLD_BY = (ContactMethod.PHONE, ContactMethod.VISIT)


@dataclass(frozen=True, kw_only=True)
class ComplaintSheet:
    """The values of one sheet; what is empty or None is left to be written by hand.

    Moments are aware UTC. `number` and `scan_code` are empty on a blank form.
    """

    job: Job
    number: str = ""
    scan_code: str = ""
    received_at: datetime | None = None
    received_by: str = ""
    channel: Channel | None = None
    complainant: str = ""
    room: str = ""
    contact: str = ""
    contact_method: ContactMethod | None = None
    occurred_at: datetime | None = None
    place: str = ""
    about: str = ""
    course: str = ""
    demand: str = ""
    nature: Nature | None = None
    content_class: ContentClass | None = None
    severity: Severity | None = None
    process: str = ""
    result: str = ""
    told_how: ContactMethod | None = None
    told_at: datetime | None = None


def build(sheet: ComplaintSheet, language: str, *, paper: str = "A4") -> bytes:
    """The sheet as a PDF in the paper's language; KeyError for a paper or language we lack.

    RuleRefused names every character that no face can draw.
    """
    with speaking(language):
        name = title_name()
        pages = lay(sheet, language, paper=paper)
    about = About(f"{name} {sheet.number}".rstrip(), sheet.job.estate, language)
    return paint(pages, about)


def blank(job: Job, language: str, *, paper: str = "A4") -> bytes:
    """The form without values, for the drawer: for the day the power is out."""
    return build(ComplaintSheet(job=job), language, paper=paper)


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Customer Complaint Sheet")


def lay(sheet: ComplaintSheet, language: str, *, paper: str = "A4") -> list[Page]:
    """The sheet's pages in the current language, before they are painted."""
    fonts.require(_texts(sheet), language)
    hand = Hand.of(PAPERS[paper], language)
    title = Title(title_name(), sheet.number, sheet.scan_code, TEMPLATE_VERSION)
    return lay_out(hand, sheet.job, title, _Draft(sheet, hand).sections())


def _texts(sheet: ComplaintSheet) -> list[tuple[str, str]]:
    """Every text that comes from outside, with the field it stands in."""
    job, document = sheet.job, sheet.job.document
    return [
        ("estate", job.estate),
        ("printed_by", job.printed_by),
        ("copy", job.copy),
        ("policy", job.policy),
        ("document_number", document.number),
        ("document_version", document.version),
        ("document_revision", document.revision),
        ("document_prepared_by", document.prepared_by),
        ("document_reviewed_by", document.reviewed_by),
        ("document_approved_by", document.approved_by),
        *((name, getattr(sheet, name)) for name in _TEXT_FIELDS),
    ]


_TEXT_FIELDS = (
    "number",
    "scan_code",
    "received_by",
    "complainant",
    "room",
    "contact",
    "place",
    "about",
    "course",
    "demand",
    "process",
    "result",
)


class _Draft:
    """The sheet's sections, row by row, in the current language."""

    def __init__(self, sheet: ComplaintSheet, hand: Hand) -> None:
        self._sheet = sheet
        self._hand = hand
        self._width = grid_width(hand.paper)

    def sections(self) -> list[Section]:
        """The grid from top to bottom."""
        return [
            Section(pgettext("paper", "Intake"), self._received()),
            Section(pgettext("paper", "Resident"), self._resident()),
            Section(pgettext("paper", "Complaint"), self._complaint()),
            Section(pgettext("paper", "Assessed"), self._assessed()),
            Section(pgettext("paper", "Handling"), self._handling()),
            Section(pgettext("paper", "Callback"), self._callback()),
            Section(pgettext("paper", "Signatures"), self._signatures()),
        ]

    def _received(self) -> list[Row]:
        sheet = self._sheet
        return [
            self._row(
                Field(pgettext("paper", "Received by"), Words(sheet.received_by), _LEFT),
                self._moment(pgettext("paper", "Received at"), sheet.received_at),
            ),
            self._row(
                self._choices(pgettext("paper", "Channel"), "channel", Channel, sheet.channel)
            ),
        ]

    def _resident(self) -> list[Row]:
        sheet = self._sheet
        return [
            self._row(
                Field(pgettext("paper", "Complainant"), Words(sheet.complainant), _LEFT),
                Field(pgettext("paper", "Room"), Words(sheet.room), _RIGHT),
            ),
            self._row(
                Field(pgettext("paper", "Contact"), Words(sheet.contact), _LEFT),
                self._choices(
                    pgettext("paper", "Answer by"),
                    "contact_method",
                    ContactMethod,
                    sheet.contact_method,
                    _RIGHT,
                ),
            ),
        ]

    def _complaint(self) -> list[Row]:
        """R140, in the manual's order."""
        sheet = self._sheet
        return [
            self._row(
                Field(pgettext("paper", "Place"), Words(sheet.place), _LEFT),
                self._moment(pgettext("paper", "Occurred at"), sheet.occurred_at),
            ),
            self._row(Field(pgettext("paper", "Person or department"), Words(sheet.about))),
            self._long(pgettext("paper", "Course of events"), sheet.course, 18, 5),
            self._long(pgettext("paper", "Resident's demand"), sheet.demand, 11, 2),
        ]

    def _assessed(self) -> list[Row]:
        """Nature, content and severity (R128-R132, R142), and who was called (R141)."""
        sheet = self._sheet
        called = (pgettext("paper", "Supervisor"), pgettext("paper", "Manager"))
        return [
            self._row(self._choices(pgettext("paper", "Nature"), "nature", Nature, sheet.nature)),
            self._row(
                self._choices(
                    pgettext("paper", "Content"),
                    "content_class",
                    ContentClass,
                    sheet.content_class,
                )
            ),
            self._row(
                self._choices(
                    pgettext("paper", "Severity"), "severity", Severity, sheet.severity, _LEFT
                ),
                Field(pgettext("paper", "Called in"), _by_hand(*called), _RIGHT),
            ),
        ]

    def _handling(self) -> list[Row]:
        """The process and its result (R145), and the answer to the complainant (R147).

        The manual knows two ways to tell; another one shows where it was taken.
        """
        sheet = self._sheet
        told_by = [how for how in ContactMethod if how in {*_TOLD_BY, sheet.told_how}]
        return [
            self._long(pgettext("paper", "Handling process"), sheet.process, 20, 4),
            self._long(pgettext("paper", "Result"), sheet.result, 11, 2),
            self._row(
                self._choices(
                    pgettext("paper", "Told by"), "contact_method", told_by, sheet.told_how, _LEFT
                ),
                self._moment(pgettext("paper", "Told at"), sheet.told_at),
            ),
        ]

    def _callback(self) -> list[Row]:
        """Written by hand after the case is done (R148)."""
        satisfied = (
            pgettext("paper", "Satisfied"),
            pgettext("paper", "Fairly satisfied"),
            pgettext("paper", "Dissatisfied"),
        )
        return [
            self._row(
                Field(pgettext("paper", "Callback by"), Words(), _LEFT),
                self._moment(pgettext("paper", "Callback at"), None),
            ),
            self._row(Field(pgettext("paper", "Satisfaction"), _by_hand(*satisfied))),
            self._long(pgettext("paper", "Resident's opinion"), "", 11),
        ]

    def _signatures(self) -> list[SignatureRow]:
        """The receiver's signature (R143) and those who answer for the case."""
        name = pgettext("paper", "Name")
        at, on = pgettext("paper", "Date and time"), pgettext("paper", "Date")
        return signature_rows(
            self._hand,
            self._width,
            (
                SignatureBox(pgettext("paper", "Complainant"), (name, on)),
                SignatureBox(pgettext("paper", "Sheet received by"), (name, at)),
                SignatureBox(pgettext("paper", "Head of department"), (name, on)),
                SignatureBox(pgettext("paper", "Supervisor"), (name, on)),
            ),
        )

    # Parts

    def _row(self, *fields: Field) -> Row:
        return row(self._hand, self._width, fields)

    def _long(self, caption: str, text: str, room: float, appetite: float = 1.0) -> Row:
        """A box of at least `room` millimetres; `appetite` is its part of the spare room."""
        field = Field(caption, Words(text))
        return row(self._hand, self._width, [field], room=room, appetite=appetite)

    def _moment(self, caption: str, moment: datetime | None) -> Field:
        """A moment as the estate writes it, or gaps to write one into."""
        if moment is None:
            return Field(caption, Gaps(self._gaps()), _RIGHT)
        return Field(caption, Words(self._sheet.job.custom.datetime(moment)), _RIGHT)

    def _gaps(self) -> str:
        """The year, month, day and time to fill in; in Taiwan's offices the year is 民國's."""
        custom = self._sheet.job.custom
        if custom.calendar == "roc":
            return pgettext("paper", "ROC _/_/_ __:_")
        if custom.region == "HK":
            return pgettext("paper", "_/_/__ __:_")
        return pgettext("paper", "__/_/_ __:_")

    def _choices(
        self,
        caption: str,
        vocabulary: str,
        codes: Iterable[StrEnum],
        given: StrEnum | None,
        share: float = 1.0,
    ) -> Field:
        options = (Choice(label(vocabulary, code), code == given) for code in codes)
        return Field(caption, Choices(tuple(options)), share)


def _by_hand(*labels: str) -> Choices:
    """Choices that are ticked on the paper."""
    return Choices(tuple(Choice(text) for text in labels))
