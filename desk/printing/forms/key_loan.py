"""《鑰匙借用單》, the slip for a key that leaves the desk and comes back (R112, R113).

Who takes which key, for which company and for what, until when; then the return with the
condition. Both sides sign both times. On the half and the third of a page all four signatures
stand beside one another, and their dates say when the key went and came.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from desk.domain.key_loan import KeyCondition
from desk.i18n import pgettext
from desk.printing.cells import Words
from desk.printing.flow import Block, Section
from desk.printing.form import Form, FormData
from desk.printing.grid import Field, row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, choices, signer, words
from desk.printing.signatures import SignatureBox

TEMPLATE_VERSION = "R112-1"

_HALF = 120  # millimetres: what is lower is a third of a page and has no room to spare
_SLIPS = (0.335, 0.405, 0.26)  # of a slip's line
_ROOMY = 8.0  # millimetres of a line to write in, where there is room for it


@dataclass(frozen=True, kw_only=True)
class KeyLoan(FormData):
    """The values of one slip; moments are aware UTC.

    `case` is the order or the case it is for, `allowed` the owner's word where the purpose is
    beyond the agreement. `condition` is None until the key is back, `damage` says what was wrong,
    `lent_as` what was noted when it went.
    """

    tag: str = ""
    opens: str = ""
    unit: str = ""
    keys: int | None = None
    borrower: str = ""
    company: str = ""
    id_seen: str = ""
    phone: str = ""
    purpose: str = ""
    case: str = ""
    allowed: str = ""
    lent_as: str = ""
    out_at: datetime | None = None
    lent_by: str = ""
    due_at: datetime | None = None
    returned_at: datetime | None = None
    returned_by: str = ""
    taken_back_by: str = ""
    condition: KeyCondition | None = None
    damage: str = ""


def title_name() -> str:
    """The form's name in the current language."""
    return pgettext("key paper", "Key Loan Slip")


def _sections(loan: KeyLoan, hand: Hand) -> list[Section]:
    if hand.paper.compact:
        return _slip(loan, hand)
    rows = Rows(hand, loan.job)
    out, home = _signers(loan, rows)
    back = _line(rows, _condition(loan), words(_wrong_words(), loan.damage))
    return [
        Section(pgettext("key paper", "Key"), _key(loan, rows)),
        Section(pgettext("key paper", "Borrower"), _borrower(loan, rows)),
        Section(pgettext("key paper", "Lending"), [*_lending(loan, rows), *rows.signatures(*out)]),
        Section(pgettext("key paper", "Return"), [back, *rows.signatures(*home)]),
    ]


# Half and third of a page


def _slip(loan: KeyLoan, hand: Hand) -> list[Section]:
    """Every field in four lines on the third of a page, in six on the half, which is less close."""
    rows = Rows(hand, loan.job, full=True)
    third = hand.paper.height < _HALF
    lines = _close(loan, rows) if third else _half(loan, rows)
    room = 0.0 if third or loan.number else _ROOMY
    out, home = _signers(loan, rows)
    return [
        Section("", [row(hand, rows.width, line, room=room) for line in lines]),
        Section("", rows.signatures(*out, *home)),
    ]


def _close(loan: KeyLoan, rows: Rows) -> list[tuple[Field, ...]]:
    """The company stands with the borrower, the order or case with the purpose."""
    return [
        _shared(_SLIPS, _key_field(loan), _borrower_field(loan), _phone(loan)),
        _shared((0.56, 0.44), _opens(loan), _id_seen(loan)),
        _shared((0.56, 0.44), _purpose_and_case(loan), _due(loan, rows)),
        _shared((0.62, 0.38), _allowed(loan), _condition(loan)),
    ]


def _half(loan: KeyLoan, rows: Rows) -> list[tuple[Field, ...]]:
    borrower = words(_borrower_words(), loan.borrower)
    damage = words(_wrong_words(), loan.damage)
    return [
        _shared(_SLIPS, _key_field(loan), borrower, _phone(loan)),
        _shared((0.56, 0.44), _opens(loan), _company(loan)),
        _shared((0.56, 0.44), _purpose(loan), _id_seen(loan)),
        _shared((LEFT, RIGHT), _case(loan), _due(loan, rows)),
        (_allowed(loan),),
        _shared((LEFT, RIGHT), _condition(loan), damage),
    ]


def _shared(shares: tuple[float, ...], *fields: Field) -> tuple[Field, ...]:
    """Fields beside one another with their parts of the line."""
    return tuple(replace(one, share=part) for one, part in zip(fields, shares, strict=True))


def _line(rows: Rows, *fields: Field) -> Block:
    return rows.row(*_shared((LEFT, RIGHT), *fields))


# The whole page


def _key(loan: KeyLoan, rows: Rows) -> list[Block]:
    return [_line(rows, words(_tag_words(), loan.tag), _unit(loan)), rows.row(_opens(loan))]


def _borrower(loan: KeyLoan, rows: Rows) -> list[Block]:
    return [
        _line(rows, words(_borrower_words(), loan.borrower), _company(loan)),
        _line(rows, _id_seen(loan), _phone(loan)),
    ]


def _lending(loan: KeyLoan, rows: Rows) -> list[Block]:
    """For what, until when, and by whose word where the agreement does not cover it (R112)."""
    blocks: list[Block] = [
        rows.long(_purpose_words(), loan.purpose, 10, 0 if loan.purpose else 1),
        _line(rows, _case(loan), _due(loan, rows)),
    ]
    if loan.allowed or not loan.purpose:
        blocks.append(rows.row(_allowed(loan)))
    if loan.lent_as:
        blocks.append(rows.row(words(pgettext("key paper", "Noted when lent"), loan.lent_as)))
    return blocks


# Fields


def _key_field(loan: KeyLoan) -> Field:
    named = "　".join(filter(None, (loan.tag, loan.unit or loan.opens)))
    return words(pgettext("key paper", "Key"), named)


def _borrower_field(loan: KeyLoan) -> Field:
    return words(_borrower_words(), "　".join(filter(None, (loan.borrower, loan.company))))


def _unit(loan: KeyLoan) -> Field:
    return words(pgettext("paper", "Room"), loan.unit, RIGHT)


def _opens(loan: KeyLoan) -> Field:
    """What it opens, and how many keys hang on the ring."""
    count = pgettext("key paper", "{what} (keys: {count})")
    text = count.format(what=loan.opens, count=loan.keys) if loan.keys else loan.opens
    return words(pgettext("key paper", "What it opens"), text)


def _company(loan: KeyLoan) -> Field:
    return words(pgettext("key paper", "Company"), loan.company)


def _id_seen(loan: KeyLoan) -> Field:
    return words(pgettext("key paper", "ID seen"), loan.id_seen)


def _phone(loan: KeyLoan) -> Field:
    return words(pgettext("paper", "Phone"), loan.phone)


def _purpose(loan: KeyLoan) -> Field:
    return Field(_purpose_words(), Words(loan.purpose))


def _purpose_and_case(loan: KeyLoan) -> Field:
    return words(_purpose_words(), "　".join(filter(None, (loan.purpose, loan.case))))


def _case(loan: KeyLoan) -> Field:
    return words(pgettext("key paper", "Order or case"), loan.case)


def _allowed(loan: KeyLoan) -> Field:
    return words(pgettext("key paper", "Owner's word"), loan.allowed)


def _due(loan: KeyLoan, rows: Rows) -> Field:
    return rows.moment(pgettext("key paper", "Due back"), loan.due_at)


def _condition(loan: KeyLoan) -> Field:
    """Whether everything came back and in order."""
    return choices(
        pgettext("key paper", "When returned"), "key_condition", KeyCondition, loan.condition
    )


def _signers(
    loan: KeyLoan, rows: Rows
) -> tuple[tuple[SignatureBox, ...], tuple[SignatureBox, ...]]:
    """Both sides when the key goes, both when it is back."""
    out, home = rows.moment_text(loan.out_at), rows.moment_text(loan.returned_at)
    return (
        _signer(pgettext("key paper", "Borrower"), loan.borrower, out),
        _signer(pgettext("key paper", "Lent by"), loan.lent_by, out),
    ), (
        _signer(pgettext("key paper", "Returned by"), loan.returned_by, home),
        _signer(pgettext("key paper", "Taken back by"), loan.taken_back_by, home),
    )


def _signer(title: str, name: str, when: str) -> SignatureBox:
    """A box whose line for a moment says so while it is to be written by hand."""
    return signer(title, name, when, timed=not when)


def _tag_words() -> str:
    return pgettext("key paper", "Tag")


def _borrower_words() -> str:
    return pgettext("key paper", "Borrower")


def _wrong_words() -> str:
    return pgettext("key paper", "What was not in order")


def _purpose_words() -> str:
    return pgettext("key paper", "Purpose")


FORM = Form(KeyLoan, title_name, TEMPLATE_VERSION, _sections)
build, blank, lay = FORM.build, FORM.blank, FORM.lay
