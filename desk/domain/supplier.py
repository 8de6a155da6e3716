"""Suppliers 供方: companies whose people do commissioned services for the estate (R232, R239)."""

from collections.abc import Iterator
from dataclasses import dataclass

from desk.domain.reasons import Reason

NAME_LIMIT = 120
TRADE_LIMIT = 400
CONTACT_LIMIT = 80
PHONE_LIMIT = 40
LICENCE_LIMIT = 60
REMARK_LIMIT = 2_000
WHY_LIMIT = 400


@dataclass(frozen=True)
class SupplierEntry:
    """What is written down of a company; texts are already clean.

    `trade` is what it does, `licence` the number of its business licence 營業執照.
    """

    name: str = ""
    trade: str = ""
    contact: str = ""
    phone: str = ""
    licence: str = ""
    remark: str = ""


def entry_reasons(entry: SupplierEntry, *, name_taken: bool) -> tuple[Reason, ...]:
    """Who it is, what it does and how it is reached; no two have the same name."""
    return tuple(_entry_reasons(entry, name_taken))


def _entry_reasons(entry: SupplierEntry, name_taken: bool) -> Iterator[Reason]:
    if not entry.name:
        yield Reason("supplier.name.missing", "name")
    elif name_taken:
        yield Reason("supplier.name.taken", "name")
    if not entry.trade:
        yield Reason("supplier.trade.missing", "trade")
    if not entry.phone:
        yield Reason("supplier.phone.missing", "phone")


def end_reasons(why: str, *, active: bool) -> tuple[Reason, ...]:
    """The office works with it no longer, for a reason; it stays to be seen."""
    gone = () if active else (Reason("supplier.ended"),)
    return (*gone, *(() if why else (Reason("supplier.why.missing", "why"),)))


def resume_blockers(*, active: bool) -> tuple[Reason, ...]:
    """Only one that was given up is taken up again."""
    return (Reason("supplier.active"),) if active else ()
