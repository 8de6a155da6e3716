"""Pre-printed stock 套打, as read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from desk.models.lists import Reader
from desk.models.print_log import PrintStock


@dataclass(frozen=True)
class StockRow:
    """One stock; `fields` are the plain values of what stands on it, `picture_id` its look."""

    id: int
    version: int
    name: str
    form: str
    paper: str
    fields: tuple[Mapping[str, Any], ...]
    picture_id: int | None
    retired_at: datetime | None


def of_form(reader: Reader, form: str) -> tuple[StockRow, ...]:
    """The stocks of a form that are in use, by name."""
    query = _query().where(PrintStock.form == form, PrintStock.retired_at.is_(None))
    return tuple(_row(row) for row in reader.execute(query.order_by(PrintStock.name)))


def one(reader: Reader, stock_id: int) -> StockRow | None:
    """One stock, also one that is no longer in use."""
    row = reader.execute(_query().where(PrintStock.id == stock_id)).first()
    return None if row is None else _row(row)


def _row(row: Any) -> StockRow:
    told = dict(row._mapping)
    return StockRow(**told | {"fields": tuple(told["fields"])})


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        PrintStock.id,
        PrintStock.version,
        PrintStock.name,
        PrintStock.form,
        PrintStock.paper,
        PrintStock.fields,
        PrintStock.picture_id,
        PrintStock.retired_at,
    )
