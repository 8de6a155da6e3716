"""《有償服務明碼標價牌》 (F20, F21, R233, R234): a version of the board, for the wall."""

from functools import partial

from desk.domain.paper import FormCode
from desk.domain.permissions import Permission
from desk.domain.price_board import BoardState, FilingKind
from desk.errors import NotFound
from desk.models.lists import Reader
from desk.models.lists import price_board as board_list
from desk.models.lists.price_board import BoardRow, ItemRow
from desk.printing.forms.price_board import FORM, PriceBoard, PriceLine
from desk.printing.job import Job
from desk.services.paper_build import Subject, build, number_of
from desk.services.paper_sheet import LATEST, Asked, Sheet
from desk.services.workplace import Workplace

CODE = FormCode.PRICE_BOARD
KIND = "price_board"


def prepare(workplace: Workplace, key: int | str, asked: Asked) -> Sheet:
    """A version as it stands now; `key` is an id, a number, a code, or "latest": the one in force,
    or the newest where none is."""
    workplace.require(Permission.PRINT)
    with workplace.reading() as reader:
        row = _board(reader, key)
        items = board_list.items(reader, row.id)
    void = row.state == BoardState.VOID
    subject = Subject(CODE, KIND, row.id, row.version, row.number, void=void)
    phone = workplace.estate.phone
    return build(workplace, FORM, subject, asked, gather=partial(gathered, row, items, phone))


def blank(workplace: Workplace, asked: Asked) -> Sheet:
    """The board without values, for the drawer."""
    workplace.require(Permission.PRINT)
    return build(workplace, FORM, Subject(CODE, KIND), asked)


def gathered(row: BoardRow, items: tuple[ItemRow, ...], phone: str, job: Job) -> PriceBoard:
    """Every item on its line."""
    return PriceBoard(
        job=job,
        number=row.number,
        lines=_lines(items, job),
        in_force_on=row.in_force_on,
        is_filed=row.filing != FilingKind.NOT_ASKED,
        filed_on=row.filed_on,
        filed_with=row.filed_with,
        reference=row.reference,
        approved_by=row.approved_by or "",
        phone=phone,
    )


def _lines(items: tuple[ItemRow, ...], job: Job) -> tuple[PriceLine, ...]:
    money = job.custom.beside(one.price for one in items).money
    return tuple(PriceLine(one.name, one.unit, money(one.price), one.materials) for one in items)


def _board(reader: Reader, key: int | str) -> BoardRow:
    if isinstance(key, int):
        found = board_list.detail(reader, key)
    elif key == LATEST:
        found = board_list.standing(reader, BoardState.IN_FORCE) or _newest(reader)
    else:
        found = board_list.detail_by_number(reader, number_of(key))
    if found is None:
        raise NotFound(KIND, str(key))
    return found


def _newest(reader: Reader) -> BoardRow | None:
    rows = board_list.boards(reader, None, 1).rows
    return rows[0] if rows else None
