"""《入住資料清單》, the list of papers a move-in asks for, for the resident to take home (F33).

What was received of each paper: its original seen, a copy kept, found authentic (R20, R24-R28), and
what is missing still, in plain sight. The manual names no fields.
"""

from dataclasses import dataclass
from datetime import datetime

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.prose import prose
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F33-1"

_EMPTY, _PRINTED = Ruling(least=8.5, blank=12), Ruling(least=7)


@dataclass(frozen=True)
class ListedDocument:
    """One paper: its name, of whom, and what is known of original, copy and authenticity.

    The three are words of the current language, "" where nothing is known yet.
    """

    what: str
    original: str = ""
    copy: str = ""
    authentic: str = ""
    checked_by: str = ""


@dataclass(frozen=True, kw_only=True)
class DocumentList(FormData):
    """The values of one list at the moment it was printed.

    `missing` are the sentences of all that is still owed, `office` where to bring it.
    """

    unit: str = ""
    resident: str = ""
    arrival: str = ""
    at: datetime | None = None
    documents: tuple[ListedDocument, ...] = ()
    missing: tuple[str, ...] = ()
    office: str = ""
    by: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Move-in Document List")


def _sections(data: DocumentList, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    return [
        Section(pgettext("move-in paper", "Home"), _home(data, rows)),
        Section(pgettext("move-in paper", "Documents"), [_documents(data, rows)]),
        Section(pgettext("move-in paper", "Missing"), [_missing(data, rows, hand)]),
        Section(pgettext("paper", "Signatures"), _signatures(data, rows)),
    ]


def _home(data: DocumentList, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("paper", "Room"), data.unit, LEFT),
            words(pgettext("move-in paper", "Owner or tenant"), data.resident, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Moves in as"), data.arrival, LEFT),
            rows.moment(pgettext("move-in paper", "As of"), data.at),
        ),
        rows.row(words(pgettext("move-in paper", "Bring them to"), data.office)),
    ]


def _documents(data: DocumentList, rows: Rows) -> Block:
    columns = (
        Column(pgettext("paper", "Row"), 11, middle=True),
        Column(pgettext("move-in paper", "Document"), 66),
        Column(pgettext("move-in paper", "Original"), 22, middle=True),
        Column(pgettext("move-in paper", "Copy"), 22, middle=True),
        Column(pgettext("move-in paper", "Authentic"), 22, middle=True),
        Column(pgettext("move-in paper", "Checked by"), 22, middle=True),
    )
    lines = [
        (str(at), one.what, one.original, one.copy, one.authentic, one.checked_by)
        for at, one in enumerate(data.documents, 1)
    ]
    return rows.table(columns, lines, _PRINTED if lines else _EMPTY)


def _missing(data: DocumentList, rows: Rows, hand: Hand) -> Block:
    if not data.number:
        return rows.long(pgettext("move-in paper", "Still to be brought"), "", 24, 1)
    if not data.missing:
        return prose(hand, rows.width, pgettext("move-in paper", "Nothing is missing."))
    listed = "\n".join(f"{at}. {one}" for at, one in enumerate(data.missing, 1))
    return prose(hand, rows.width, listed)


def _signatures(data: DocumentList, rows: Rows) -> list[Block]:
    when = rows.moment_text(data.at)
    return list(
        rows.signatures(
            signer(pgettext("move-in paper", "Owner, tenant or agent")),
            signer(pgettext("move-in paper", "Checked by"), data.by, when),
        )
    )


FORM = Form(DocumentList, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
