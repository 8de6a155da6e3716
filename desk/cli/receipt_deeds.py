"""The deeds on receipts 收據 and builder's mandates 收費委託書 as words of the command line."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from desk.cli.case import home
from desk.cli.case.deed import (
    Given,
    Misread,
    Option,
    choice,
    day,
    flag,
    moment,
    text,
    texts,
)
from desk.cli.case.record_deed import by_name
from desk.cli.case.words import WHY
from desk.domain import numbering
from desk.domain.fee_mandate import MandateEntry, MandateItem, SignEntry
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.i18n import N_, EstateFormat, _
from desk.services import fee_mandate, receipt
from desk.services.fee_mandate import MandateRow
from desk.services.receipt import ReceiptRow
from desk.services.workplace import Workplace

Shown = ReceiptRow | MandateRow
Do = Callable[[Workplace, str, Given], Shown]
_PARTS = 3


@dataclass(frozen=True)
class MoneyDeed:
    """One deed: its name, what it is for, its words, who does it; `of` names the record that is
    asked for, "" for a new one."""

    name: str
    help: str
    options: tuple[Option, ...]
    do: Do
    of: str = ""


TAKEN: tuple[Option, ...] = (
    text("payer", N_("who paid")),
    home.unit(),
    texts("line", N_("what for and how much, such as “Visit=180”; again for each line"), "lines"),
    choice("method", Method, N_("how it was paid"), vocabulary="receipt_method"),
    text("reference", N_("the number of the cheque or transfer")),
    choice("place", Place, N_("where it was paid"), vocabulary="receipt_place"),
    text("collected-by", N_("who collected it; the clerk at the desk where nothing is said")),
    text("checked-by", N_("who looked at the fees before")),
    moment("at", N_("when it was received"), now=False, field="received_at"),
    text("for", N_("the number of the record it is for"), "about"),
    text("mandate", N_("the number of the builder’s mandate")),
    flag("for-builder", N_("it is the builder’s money")),
    text("remark", N_("what else is to be said")),
)
WRITTEN: tuple[Option, ...] = (
    text("builder", N_("the builder’s name")),
    day("from", N_("the first day it holds"), "valid_from"),
    day("until", N_("the last day it holds; until revoked where nothing is said"), "valid_until"),
    texts("item", N_("a fee as “NAME|STANDARD|BASIS”; again for each fee"), "items"),
    text("remark", N_("what else is to be said")),
)
SIGNED: tuple[Option, ...] = (
    text("person", N_("who signed for the builder")),
    day("on", N_("on which day"), "signed_on"),
)


def _take(workplace: Workplace, _number: str, given: Given) -> ReceiptRow:
    kind, record_id = _about(workplace, given["about"])
    told = {name: given[name] for name in ("payer", "unit_id", "reference", "collected_by")}
    told |= {name: given[name] for name in ("checked_by", "received_at", "for_builder", "remark")}
    entry = ReceiptEntry(
        kind=kind,
        record_id=record_id,
        lines=tuple(map(partial(_line, workplace.estate.custom), given["lines"])),
        method=given["method"] or Method.CASH,
        place=given["place"] or Place.CENTRE,
        mandate_id=_mandate(workplace, given["mandate"]),
        **told,
    )
    return receipt.take(workplace, entry)


def _void(workplace: Workplace, key: str, given: Given) -> ReceiptRow:
    known = receipt.get(workplace, numbering.typed(key))
    return receipt.void(workplace, known.id, known.version, given["why"])


def _see(workplace: Workplace, key: str, _given: Given) -> ReceiptRow:
    known = receipt.get(workplace, numbering.typed(key))
    return receipt.see_void(workplace, known.id, known.version)


def _about(workplace: Workplace, key: str) -> tuple[str, int | None]:
    """The kind and id of the record that bears the number; NotFound when there is none."""
    return receipt.record_of(workplace, numbering.typed(key)) if key else ("", None)


def _line(custom: EstateFormat, given: str) -> LineEntry:
    """Visit=180: what stands before the last sign of equality, and the amount after it."""
    what, is_there, amount = given.rpartition("=")
    found = custom.parse_money(amount) if is_there else None
    if found is None:
        raise Misread(_("a line is written like Visit=180: {text}").format(text=given))
    return LineEntry(what.strip(), found)


def _mandate(workplace: Workplace, key: str) -> int | None:
    return fee_mandate.get(workplace, numbering.typed(key)).id if key else None


def _write_mandate(workplace: Workplace, _number: str, given: Given) -> MandateRow:
    return fee_mandate.register(workplace, _mandate_entry(MandateEntry(), given))


def _change_mandate(workplace: Workplace, key: str, given: Given) -> MandateRow:
    """What is not said stays as it was."""
    known = fee_mandate.get(workplace, numbering.typed(key))
    entry = _mandate_entry(known.entry, given)
    return fee_mandate.change(workplace, known.id, known.version, entry)


def _mandate_entry(before: MandateEntry, given: Given) -> MandateEntry:
    told: dict[str, str | date | tuple[MandateItem, ...]]
    told = {name: given[name] for name in ("builder", "valid_from", "valid_until", "remark")}
    told |= {"items": tuple(map(_item, given["items"]))}
    changed = {name: value for name, value in told.items() if value not in ("", None, ())}
    return replace(before, **changed)  # type: ignore[arg-type]


def _item(given: str) -> MandateItem:
    parts = [one.strip() for one in given.split("|")]
    if len(parts) > _PARTS:
        raise Misread(_("a fee is written like NAME|STANDARD|BASIS: {text}").format(text=given))
    return MandateItem(*parts)


def _sign_mandate(workplace: Workplace, key: str, given: Given) -> MandateRow:
    known = fee_mandate.get(workplace, numbering.typed(key))
    entry = SignEntry(given["person"], given["signed_on"])
    return fee_mandate.sign(workplace, known.id, known.version, entry)


def _void_mandate(workplace: Workplace, key: str, given: Given) -> MandateRow:
    known = fee_mandate.get(workplace, numbering.typed(key))
    return fee_mandate.void(workplace, known.id, known.version, given["why"])


_RECEIPT, _MANDATE = N_("the number of the receipt of money"), N_("the mandate’s number")

DEEDS = by_name(
    (
        MoneyDeed("take", N_("take money and number its receipt"), TAKEN, _take),
        MoneyDeed("void", N_("declare it void"), (WHY,), _void, _RECEIPT),
        MoneyDeed(
            "see-void",
            N_("it was rightly declared void: a second person’s word"),
            (),
            _see,
            _RECEIPT,
        ),
        MoneyDeed("mandate", N_("write a builder’s mandate down"), WRITTEN, _write_mandate),
        MoneyDeed(
            "mandate-change",
            N_("correct a mandate that nobody has signed"),
            WRITTEN,
            _change_mandate,
            _MANDATE,
        ),
        MoneyDeed("mandate-sign", N_("the builder has signed it"), SIGNED, _sign_mandate, _MANDATE),
        MoneyDeed("mandate-void", N_("declare a mandate void"), (WHY,), _void_mandate, _MANDATE),
    )
)
