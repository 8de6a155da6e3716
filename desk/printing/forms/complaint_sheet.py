"""《客戶投訴意見表》, the customer complaint sheet (F4).

The manual names: time and place, the person or department complained about, the course of
events, the resident's demand, how to reach the resident (R140), and the handling process that
the department's head writes down (R145). The receiver's signature (R143), the answer to the
complainant with its way and time (R147) and the callback (R148) stand on the same paper. What
else it carries, and the layout, are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.callback import CallbackHow, Satisfaction
from desk.domain.complaint import ContactMethod, ContentClass, Nature, Severity
from desk.domain.policy import Post
from desk.domain.reception import Channel
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Field, Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, ticks, ways, words
from desk.printing.signatures import SignatureRow

TEMPLATE_VERSION = "F4-2"

_CALLED = (Post.SUPERVISOR, Post.PROPERTY_MANAGER)


@dataclass(frozen=True, kw_only=True)
class ComplaintSheet(FormData):
    """The values of one sheet. Moments are aware UTC.

    `called_in` are the posts, or the persons by name, who were called to the resident (R141).
    """

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
    called_in: tuple[Post | str, ...] = ()
    process: str = ""
    result: str = ""
    told_how: ContactMethod | None = None
    told_at: datetime | None = None
    called_back_by: str = ""
    called_back_at: datetime | None = None
    called_back_how: CallbackHow | None = None
    satisfaction: Satisfaction | None = None
    opinion: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Customer Complaint Sheet")


def _sections(data: ComplaintSheet, hand: Hand) -> list[Section]:
    return _Draft(data, hand).sections()


class _Draft:
    """The sheet's sections, row by row, in the current language."""

    def __init__(self, sheet: ComplaintSheet, hand: Hand) -> None:
        self._sheet = sheet
        self._rows = Rows(hand, sheet.job)

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
        return [
            rows.row(choices(nature, "nature", Nature, sheet.nature)),
            rows.row(choices(content, "content_class", ContentClass, sheet.content_class)),
            rows.row(rows.severity(sheet.severity, LEFT), self._called_in()),
        ]

    def _called_in(self) -> Field:
        """The two posts that may be called to the resident, and whoever else was."""
        called, names = self._sheet.called_in, self._sheet.job.names
        options = (
            (names.post(who) if isinstance(who, Post) else who, who in called)
            for who in dict.fromkeys((*_CALLED, *called))
        )
        return ticks(pgettext("paper", "Called in"), options, RIGHT)

    def _handling(self) -> list[Row]:
        """The process and its result (R145), and the answer to the complainant (R147).

        The manual knows two ways to tell; another one shows where it was taken.
        """
        sheet, rows = self._sheet, self._rows
        told = pgettext("paper", "Told by")
        return [
            rows.long(pgettext("paper", "Handling process"), sheet.process, 20, 4),
            rows.long(pgettext("paper", "Result"), sheet.result, 11, 2),
            rows.row(
                ways(told, sheet.told_how, LEFT),
                rows.moment(pgettext("paper", "Told at"), sheet.told_at),
            ),
        ]

    def _callback(self) -> list[Row]:
        """The callback after the case is done (R148)."""
        sheet, rows = self._sheet, self._rows
        how = pgettext("paper", "Callback how")
        known = {CallbackHow.PHONE, CallbackHow.VISIT, sheet.called_back_how}
        asked = [way for way in CallbackHow if way in known]
        return [
            rows.row(
                words(pgettext("paper", "Callback by"), sheet.called_back_by, LEFT),
                rows.moment(pgettext("paper", "Callback at"), sheet.called_back_at),
            ),
            rows.row(
                choices(how, "callback_how", asked, sheet.called_back_how, LEFT),
                self._satisfaction(),
            ),
            rows.long(pgettext("paper", "Resident's opinion"), sheet.opinion, 11),
        ]

    def _satisfaction(self) -> Field:
        answers = (
            (pgettext("paper", "Satisfied"), Satisfaction.SATISFIED),
            (pgettext("paper", "Fairly satisfied"), Satisfaction.FAIR),
            (pgettext("paper", "Dissatisfied"), Satisfaction.DISSATISFIED),
        )
        given = [(text, answer is self._sheet.satisfaction) for text, answer in answers]
        return ticks(pgettext("paper", "Satisfaction"), given, RIGHT)

    def _signatures(self) -> list[SignatureRow]:
        """The receiver's signature (R143) and those who answer for the case."""
        return self._rows.signatures(
            signer(pgettext("paper", "Complainant")),
            signer(pgettext("paper", "Sheet received by"), timed=True),
            signer(pgettext("paper", "Head of department")),
            signer(pgettext("paper", "Supervisor")),
        )


FORM = Form(ComplaintSheet, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
