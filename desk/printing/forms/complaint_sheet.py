"""《客戶投訴意見表》, the customer complaint sheet (F4).

The manual names: time and place, the person or department complained about, the course of
events, the resident's demand, how to reach the resident (R140), and the handling process that
the department's head writes down (R145). The receiver's signature (R143), the answer to the
complainant with its way and time (R147) and the callback (R148) stand on the same paper. What
else it carries, and the layout, are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.reception import Channel
from desk.i18n import pgettext, speaking
from desk.printing import fonts
from desk.printing.flow import Section
from desk.printing.grid import Row
from desk.printing.job import Job, Title
from desk.printing.ops import Page
from desk.printing.paint import About, paint
from desk.printing.papers import PAPERS
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, by_hand, choices, words
from desk.printing.sheet import lay_out
from desk.printing.signatures import SignatureBox, SignatureRow, signature_rows

TEMPLATE_VERSION = "F4-1"

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
        self._rows = Rows(hand, sheet.job.custom)

    def sections(self) -> list[Section]:
        """The grid from top to bottom."""
        return [
            Section(pgettext("paper", "Intake"), self._intake()),
            Section(pgettext("paper", "Resident"), self._resident()),
            Section(pgettext("paper", "Complaint"), self._complaint()),
            Section(pgettext("paper", "Assessed"), self._assessed()),
            Section(pgettext("paper", "Handling"), self._handling()),
            Section(pgettext("paper", "Callback"), self._callback()),
            Section(pgettext("paper", "Signatures"), self._signatures()),
        ]

    def _intake(self) -> list[Row]:
        sheet, rows = self._sheet, self._rows
        channel = pgettext("paper", "Channel")
        return [
            rows.row(
                words(pgettext("paper", "Received by"), sheet.received_by, LEFT),
                rows.moment(pgettext("paper", "Received at"), sheet.received_at),
            ),
            rows.row(choices(channel, "channel", Channel, sheet.channel)),
        ]

    def _resident(self) -> list[Row]:
        sheet, rows = self._sheet, self._rows
        answer, how = pgettext("paper", "Answer by"), sheet.contact_method
        return [
            rows.row(
                words(pgettext("paper", "Complainant"), sheet.complainant, LEFT),
                words(pgettext("paper", "Room"), sheet.room, RIGHT),
            ),
            rows.row(
                words(pgettext("paper", "Contact"), sheet.contact, LEFT),
                choices(answer, "contact_method", ContactMethod, how, RIGHT),
            ),
        ]

    def _complaint(self) -> list[Row]:
        """What R140 asks for."""
        sheet, rows = self._sheet, self._rows
        return [
            rows.row(
                words(pgettext("paper", "Place"), sheet.place, LEFT),
                rows.moment(pgettext("paper", "Occurred at"), sheet.occurred_at),
            ),
            rows.row(words(pgettext("paper", "Person or department"), sheet.about)),
            rows.long(pgettext("paper", "Course of events"), sheet.course, 18, 5),
            rows.long(pgettext("paper", "Resident's demand"), sheet.demand, 11, 2),
        ]

    def _assessed(self) -> list[Row]:
        """Nature, content and severity (R128-R132, R142), and who was called (R141)."""
        sheet, rows = self._sheet, self._rows
        nature, content = pgettext("paper", "Nature"), pgettext("paper", "Content")
        severity = pgettext("paper", "Severity")
        called = (pgettext("paper", "Supervisor"), pgettext("paper", "Manager"))
        return [
            rows.row(choices(nature, "nature", Nature, sheet.nature)),
            rows.row(choices(content, "content_class", ContentClass, sheet.content_class)),
            rows.row(
                choices(severity, "severity", Severity, sheet.severity, LEFT),
                by_hand(pgettext("paper", "Called in"), called, RIGHT),
            ),
        ]

    def _handling(self) -> list[Row]:
        """The process and its result (R145), and the answer to the complainant (R147).

        The manual knows two ways to tell; another one shows where it was taken.
        """
        sheet, rows = self._sheet, self._rows
        told = pgettext("paper", "Told by")
        ways = [how for how in ContactMethod if how in {*_TOLD_BY, sheet.told_how}]
        return [
            rows.long(pgettext("paper", "Handling process"), sheet.process, 20, 4),
            rows.long(pgettext("paper", "Result"), sheet.result, 11, 2),
            rows.row(
                choices(told, "contact_method", ways, sheet.told_how, LEFT),
                rows.moment(pgettext("paper", "Told at"), sheet.told_at),
            ),
        ]

    def _callback(self) -> list[Row]:
        """Written by hand after the case is done (R148)."""
        rows = self._rows
        satisfied = (
            pgettext("paper", "Satisfied"),
            pgettext("paper", "Fairly satisfied"),
            pgettext("paper", "Dissatisfied"),
        )
        return [
            rows.row(
                words(pgettext("paper", "Callback by"), "", LEFT),
                rows.moment(pgettext("paper", "Callback at"), None),
            ),
            rows.row(by_hand(pgettext("paper", "Satisfaction"), satisfied)),
            rows.long(pgettext("paper", "Resident's opinion"), "", 11),
        ]

    def _signatures(self) -> list[SignatureRow]:
        """The receiver's signature (R143) and those who answer for the case."""
        name = pgettext("paper", "Name")
        at, on = pgettext("paper", "Date and time"), pgettext("paper", "Date")
        boxes = (
            SignatureBox(pgettext("paper", "Complainant"), (name, on)),
            SignatureBox(pgettext("paper", "Sheet received by"), (name, at)),
            SignatureBox(pgettext("paper", "Head of department"), (name, on)),
            SignatureBox(pgettext("paper", "Supervisor"), (name, on)),
        )
        return signature_rows(self._hand, self._rows.width, boxes)
