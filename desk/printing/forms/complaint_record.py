"""《投訴記錄表》, the record of a complaint's handling (F6; F2 and F3 in the other manuals).

From filing 立項 to closing 銷項 on one paper: whether and when it was filed, whom to reach and
where, what was filed (R165), the final result, who agreed to the closing, the clerk of the
customer service and the time of it (R174). The clocks, the journal and the promises stand between
the two, and the summary of R132 after them. Layout and the other fields are our design.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.domain.complaint import ContactMethod, ContentClass, Filing, Nature, Severity
from desk.i18n import pgettext
from desk.printing.flow import Section
from desk.printing.form import Form, FormData
from desk.printing.forms import complaint_tables as tables
from desk.printing.forms.complaint_tables import GivenPromise, JournalStep, Judged, TimeLimit
from desk.printing.grid import Row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, ticks, ways, words
from desk.printing.signatures import SignatureRow
from desk.printing.table import Table

TEMPLATE_VERSION = "F6-1"


@dataclass(frozen=True, kw_only=True)
class ComplaintRecord(FormData):
    """The values of one record. Moments are aware UTC.

    `grounds` are the reasons to file it and `conditions` those of closing, worded as the policy
    has them, each with whether it holds.
    """

    filing: Filing | None = None
    filed_at: datetime | None = None
    filed_by: str = ""
    grounds: str = ""
    received_at: datetime | None = None
    complainant: str = ""
    address: str = ""
    contact: str = ""
    about: str = ""
    matter: str = ""
    nature: Nature | None = None
    content_class: ContentClass | None = None
    severity: Severity | None = None
    hot: bool = False
    history: tuple[Judged, ...] = ()
    limits: tuple[TimeLimit, ...] = ()
    steps: tuple[JournalStep, ...] = ()
    promises: tuple[GivenPromise, ...] = ()
    result: str = ""
    told_how: ContactMethod | None = None
    told_at: datetime | None = None
    conditions: tuple[tuple[str, bool], ...] = ()
    verified_by: str = ""
    verified_at: datetime | None = None
    why_it_happened: str = ""
    what_was_learnt: str = ""
    how_to_avoid: str = ""
    agreed_by: str = ""
    agreed_at: datetime | None = None
    closed_by: str = ""
    closed_at: datetime | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("paper", "Complaint Handling Record")


def _sections(record: ComplaintRecord, hand: Hand) -> list[Section]:
    draft = _Draft(record, hand)
    return [
        Section(pgettext("paper", "Filing"), draft.filing()),
        Section(pgettext("paper", "Resident"), draft.contact()),
        Section(pgettext("paper", "Case"), draft.case()),
        Section(pgettext("paper", "Time limits"), [tables.limits(record.limits, draft.rows)]),
        Section(pgettext("paper", "Course"), [tables.course(record.steps, draft.rows)]),
        Section(pgettext("paper", "Promises"), [tables.promises(record.promises, draft.rows)]),
        Section(pgettext("paper", "Result"), draft.result()),
        Section(pgettext("paper", "Summary"), draft.summary()),
        Section(pgettext("paper", "Closing"), draft.closing()),
    ]


class _Draft:
    """The record's sections, row by row, in the current language."""

    def __init__(self, record: ComplaintRecord, hand: Hand) -> None:
        self._record = record
        self.rows = Rows(hand, record.job)

    def filing(self) -> list[Row]:
        """Whether it is a case, and since when (R165); the grounds are those of R156-R161."""
        record, rows = self._record, self.rows
        answers = (
            (pgettext("paper", "Filed"), Filing.FILED),
            (pgettext("paper", "Not filed: explained on the spot"), Filing.EXPLAINED),
            (pgettext("paper", "Asked first"), Filing.ASKED),
        )
        given = [(text, code is record.filing) for text, code in answers]
        return [
            rows.row(ticks(pgettext("paper", "Filed or not"), given)),
            rows.row(
                words(pgettext("paper", "Filed by"), record.filed_by, LEFT),
                rows.moment(pgettext("paper", "Filed at"), record.filed_at),
            ),
            rows.row(words(pgettext("paper", "Grounds of filing"), record.grounds)),
        ]

    def contact(self) -> list[Row]:
        """投訴聯系人, 地址和聯系電話 (R165)."""
        record, rows = self._record, self.rows
        return [
            rows.row(
                words(pgettext("paper", "Contact person"), record.complainant, LEFT),
                words(pgettext("paper", "Phone"), record.contact, RIGHT),
            ),
            rows.row(
                words(pgettext("paper", "Address"), record.address, LEFT),
                rows.moment(pgettext("paper", "Received at"), record.received_at),
            ),
        ]

    def case(self) -> list[Row | Table]:
        """立項內容 (R165), how it was judged, and what was judged anew (R130)."""
        record, rows = self._record, self.rows
        nature, content = pgettext("paper", "Nature"), pgettext("paper", "Content")
        hot = ticks(
            pgettext("paper", "Marked"), [(pgettext("paper", "Hot case"), record.hot)], RIGHT
        )
        blocks: list[Row | Table] = [
            rows.row(words(pgettext("paper", "Person or department"), record.about)),
            rows.long(pgettext("paper", "Matter filed"), record.matter, 18, 4),
            rows.row(choices(nature, "nature", Nature, record.nature)),
            rows.row(choices(content, "content_class", ContentClass, record.content_class)),
            rows.row(rows.severity(record.severity, LEFT), hot),
        ]
        if record.history:
            blocks.append(tables.history(record.history, rows))
        return blocks

    def result(self) -> list[Row]:
        """最後處理結果 (R174), and how the complainant heard of it (R147)."""
        record, rows = self._record, self.rows
        return [
            rows.long(pgettext("paper", "Final result"), record.result, 14, 3),
            rows.row(
                ways(pgettext("paper", "Told by"), record.told_how, LEFT),
                rows.moment(pgettext("paper", "Told at"), record.told_at),
            ),
        ]

    def summary(self) -> list[Row]:
        """總結: why it happened, what was learnt, how to avoid it (R132)."""
        record, rows = self._record, self.rows
        return [
            rows.long(pgettext("paper", "Why it happened"), record.why_it_happened, 11, 2),
            rows.long(pgettext("paper", "What was learnt"), record.what_was_learnt, 11, 2),
            rows.long(pgettext("paper", "How to avoid it"), record.how_to_avoid, 11, 2),
        ]

    def closing(self) -> list[Row | SignatureRow]:
        """銷項: what had to hold (R166-R172), who agreed and who closed it, and when (R174)."""
        record, rows = self._record, self.rows
        conditions = record.conditions or tuple((text, False) for text in _conditions())
        return [
            rows.row(ticks(pgettext("paper", "Conditions of closing"), conditions)),
            rows.row(
                words(pgettext("paper", "Verified by"), record.verified_by, LEFT),
                rows.moment(pgettext("paper", "Verified at"), record.verified_at),
            ),
            *rows.signatures(
                signer(
                    pgettext("paper", "Agrees to the closing"),
                    record.agreed_by,
                    rows.moment_text(record.agreed_at),
                    timed=True,
                ),
                signer(
                    pgettext("paper", "Customer service clerk"),
                    record.closed_by,
                    rows.moment_text(record.closed_at),
                    timed=True,
                ),
            ),
        ]


def _conditions() -> tuple[str, ...]:
    """The manual's conditions, to be ticked by hand (R166-R172)."""
    return (
        pgettext("paper", "Handled"),
        pgettext("paper", "Signed copy or notice received"),
        pgettext("paper", "Verified"),
        pgettext("paper", "Side problems filed or settled"),
        pgettext("paper", "Result told"),
        pgettext("paper", "Person in charge agrees (major)"),
    )


FORM = Form(ComplaintRecord, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
