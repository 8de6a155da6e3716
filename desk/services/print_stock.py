"""Pre-printed stock 套打: which values of a form stand where on it, and how it looks.

What stands on a stock is drawn by `paper_stock`, which is loaded late: the first window needs no
ReportLab. The picture of a stock is for the screen alone.
"""

from collections.abc import Collection
from dataclasses import asdict
from pathlib import Path

from desk.domain import print_stock as rules
from desk.domain.permissions import Permission
from desk.domain.print_stock import StockEntry, StockField
from desk.domain.reasons import Reason
from desk.errors import NotFound
from desk.models.lists import print_stock as stock_list
from desk.models.lists.print_stock import StockRow
from desk.models.print_log import PrintStock
from desk.models.unit_of_work import UnitOfWork
from desk.services import attachment
from desk.services.cleaning import Cleaning
from desk.services.workplace import Workplace

__all__ = [
    "StockEntry",
    "StockField",
    "StockRow",
    "add",
    "change",
    "edit_reasons",
    "entry_of",
    "names",
    "of_form",
    "picture",
    "retire",
    "stock",
    "test_page",
]

KIND = "print_stock"


# Looking


def of_form(workplace: Workplace, form: str) -> tuple[StockRow, ...]:
    """The stocks of a form that are in use."""
    with workplace.reading() as reader:
        return stock_list.of_form(reader, form)


def stock(workplace: Workplace, stock_id: int) -> StockRow:
    """One stock; NotFound for one there is not."""
    with workplace.reading() as reader:
        found = stock_list.one(reader, stock_id)
    if found is None:
        raise NotFound(KIND, str(stock_id))
    return found


def picture(workplace: Workplace, row: StockRow) -> bytes:
    """How the stock looks: a picture or a PDF, empty where nobody has scanned it."""
    workplace.require(Permission.READ)
    if row.picture_id is None:
        return b""
    return attachment.content(workplace, row.picture_id)


def names(workplace: Workplace, form: str) -> tuple[str, ...]:
    """The values of a form that may stand on a stock; () for a form that never does."""
    from desk.services import paper_stock  # noqa: PLC0415

    workplace.require(Permission.READ)
    return paper_stock.names(workplace, form)


def test_page(workplace: Workplace, form: str, entry: StockEntry, language: str) -> bytes:
    """A page with every field's name in its place, to be laid on the stock, as a PDF."""
    from desk.services import paper_stock  # noqa: PLC0415

    workplace.require(Permission.PRINT)
    Cleaning().refuse(_reasons(workplace, form, entry))
    return paper_stock.test_page(workplace, entry, language)


def edit_reasons(workplace: Workplace) -> tuple[Reason, ...]:
    """Why no stock is edited now: the words on a shut button."""
    return workplace.missing(Permission.EDIT_POLICY)


def entry_of(row: StockRow) -> StockEntry:
    """What is kept, as it may be kept anew."""
    return StockEntry(row.name, row.paper, tuple(StockField(**one) for one in row.fields))


# Deeds


def add(
    workplace: Workplace, form: str, entry: StockEntry, picture: Path | None = None
) -> StockRow:
    """Keep a new stock; RuleRefused with everything that is wrong with it."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        row = PrintStock(form=form, name="", paper=entry.paper, fields=[])
        _write(workplace, work, row, entry)
        work.add(row)
        _put_picture(workplace, work, row, picture)
        return work.committed(stock_list.one, KIND, row.id)


def change(
    workplace: Workplace,
    stock_id: int,
    version: int,
    entry: StockEntry,
    picture: Path | None = None,
) -> StockRow:
    """Keep a stock anew; without a `picture` it keeps the one it has."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        row = work.get_as_seen(PrintStock, stock_id, version)
        _write(workplace, work, row, entry)
        _put_picture(workplace, work, row, picture)
        return work.committed(stock_list.one, KIND, row.id)


def retire(workplace: Workplace, stock_id: int, version: int) -> StockRow:
    """The stock is used up; what was printed on it still names it."""
    with workplace.deed(Permission.EDIT_POLICY) as work:
        row = work.get_as_seen(PrintStock, stock_id, version)
        row.retired_at = row.retired_at or work.now
        return work.committed(stock_list.one, KIND, row.id)


# Parts


def _write(workplace: Workplace, work: UnitOfWork, row: PrintStock, entry: StockEntry) -> None:
    cleaning = Cleaning()
    name = cleaning.line(entry.name, rules.NAME_LIMIT, "name")
    entry = StockEntry(name, entry.paper, entry.fields)
    taken = {one.name for one in stock_list.of_form(work.reader, row.form) if one.id != row.id}
    cleaning.refuse(_reasons(workplace, row.form, entry, taken))
    row.name, row.paper = entry.name, entry.paper
    row.fields = [asdict(one) for one in entry.fields]


def _reasons(
    workplace: Workplace, form: str, entry: StockEntry, taken: Collection[str] = ()
) -> tuple[Reason, ...]:
    from desk.services import paper_stock  # noqa: PLC0415

    wrong = rules.entry_reasons(form, entry, taken)
    return wrong or paper_stock.reasons(workplace, form, entry)


def _put_picture(
    workplace: Workplace, work: UnitOfWork, row: PrintStock, path: Path | None
) -> None:
    if path is not None:
        file = attachment.read(path)
        row.picture_id = attachment.put(workplace, work, KIND, row.id, file).id
