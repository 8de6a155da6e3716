"""《入住通知書》, the letter that asks an owner to take over a home (F33).

When and where to come, what to bring (R24-R28) and what happens there, step by step (R29-R34). The
manual names the paper and no fields.
"""

from dataclasses import dataclass
from datetime import date

from desk.i18n import pgettext
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.pen import Hand
from desk.printing.prose import prose
from desk.printing.rows import LEFT, RIGHT, Rows, signer, words
from desk.printing.table import Column, Ruling

TEMPLATE_VERSION = "F33-1"

_EMPTY, _PRINTED = Ruling(least=8, blank=8), Ruling(least=6.4)


@dataclass(frozen=True)
class ToBring:
    """A paper to bring: its name, whether the original is looked at, how many copies are kept."""

    what: str
    original: bool = False
    copies: int = 0


@dataclass(frozen=True, kw_only=True)
class MoveInNotice(FormData):
    """The values of one notice. `arrives_on` is the estate's day; `hours` are in words."""

    unit: str = ""
    resident: str = ""
    arrives_on: date | None = None
    hours: str = ""
    place: str = ""
    phone: str = ""
    documents: tuple[ToBring, ...] = ()
    remark: str = ""
    by: str = ""
    issued_on: date | None = None


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("move-in paper", "Move-in Notice")


def _sections(data: MoveInNotice, hand: Hand) -> list[Section]:
    rows = Rows(hand, data.job)
    wide = Rows(hand, data.job, full=True)
    return [
        Section(pgettext("move-in paper", "To"), _receiver(data, rows)),
        Section("", [prose(hand, wide.width, _greeting())]),
        Section(pgettext("move-in paper", "When and where"), _meeting(data, rows)),
        Section(pgettext("move-in paper", "Please bring"), _documents(data, rows)),
        Section(pgettext("move-in paper", "Steps"), [prose(hand, rows.width, _steps())]),
        Section(pgettext("paper", "Signatures"), _signatures(data, rows)),
    ]


def _receiver(data: MoveInNotice, rows: Rows) -> list[Block]:
    return [
        rows.row(
            words(pgettext("move-in paper", "Dear"), data.resident, LEFT),
            words(pgettext("paper", "Room"), data.unit, RIGHT),
        )
    ]


def _greeting() -> str:
    return pgettext(
        "move-in paper",
        "Your home is ready to be handed over. Please come on the day below to take it over; we "
        "look forward to welcoming you. If the day does not suit you, please call us.",
    )


def _meeting(data: MoveInNotice, rows: Rows) -> list[Block]:
    return [
        rows.row(
            rows.day(pgettext("move-in paper", "Day"), data.arrives_on, LEFT),
            words(pgettext("move-in paper", "Hours"), data.hours, RIGHT),
        ),
        rows.row(
            words(pgettext("move-in paper", "Place"), data.place, LEFT),
            words(pgettext("paper", "Phone"), data.phone, RIGHT),
        ),
    ]


def _documents(data: MoveInNotice, rows: Rows) -> list[Block]:
    columns = (
        Column(pgettext("paper", "Row"), 12, middle=True),
        Column(pgettext("move-in paper", "Document"), 97),
        Column(pgettext("move-in paper", "Original"), 28, middle=True),
        Column(pgettext("move-in paper", "Copies"), 28, middle=True),
    )
    lines = [(str(at), *_cells(one)) for at, one in enumerate(data.documents, 1)]
    blocks: list[Block] = [rows.table(columns, lines, _PRINTED if lines else _EMPTY)]
    if data.remark:
        blocks.append(rows.row(words(pgettext("move-in paper", "Remark"), data.remark)))
    return blocks


def _cells(one: ToBring) -> tuple[str, str, str]:
    original = pgettext("move-in paper", "to be shown") if one.original else "—"
    return one.what, original, str(one.copies) if one.copies else "—"


def _steps() -> str:
    """The order of the day (R29-R34)."""
    steps = (
        pgettext("move-in paper", "Papers are checked; the registration form is filled in."),
        pgettext(
            "move-in paper",
            "The home is inspected together with the builder; water, electricity and gas meters "
            "are read; what is not in order is written down to be put right.",
        ),
        pgettext("move-in paper", "Agreements are signed, fees are paid against a receipt."),
        pgettext("move-in paper", "Materials and keys are handed over against signature."),
    )
    return "\n".join(f"{at}. {one}" for at, one in enumerate(steps, 1))


def _signatures(data: MoveInNotice, rows: Rows) -> list[Block]:
    day = rows.on(data.issued_on)
    return list(
        rows.signatures(
            signer(pgettext("move-in paper", "For the office (stamp)"), data.by, day),
            signer(pgettext("move-in paper", "Notice received by")),
        )
    )


FORM = Form(MoveInNotice, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
