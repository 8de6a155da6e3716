"""The one search box: rooms, names, phone tails, numbers, scanned codes and words, combined."""

from dataclasses import dataclass, field
from datetime import date

from desk import hanzi
from desk.domain import numbering, search_text
from desk.models.lists import Reader
from desk.models.lists import defect_find as defect_find_list
from desk.models.lists import duty as duty_list
from desk.models.lists import faq as faq_list
from desk.models.lists import find as find_list
from desk.models.lists import key_find as key_find_list
from desk.models.lists import move_in_find as move_in_find_list
from desk.models.lists import order_find as order_find_list
from desk.models.lists import pass_find as pass_find_list
from desk.models.lists import receipt_find as receipt_find_list
from desk.models.lists import service_agreement_find as catalogue_find_list
from desk.models.lists.duty import DutyRow
from desk.models.lists.faq import FaqRow
from desk.models.lists.find import RecordHit, ResidentHit, UnitHit
from desk.models.lists.service_agreement_find import GONE, CatalogueHits
from desk.services.workplace import Workplace

__all__ = [
    "GONE",
    "CatalogueHits",
    "DutyRow",
    "FaqRow",
    "Found",
    "RecordHit",
    "ResidentHit",
    "UnitHit",
    "find",
]

LIMIT = 8
GUIDE_LIMIT = 3  # what is found beside the visits and complaints, not instead of them


@dataclass(frozen=True)
class Found:
    """What was found, the likeliest kind first.

    `exact_kind` is "reception", "complaint", "coordination_slip", "work_log", "release_pass",
    "service_order", "receipt", "fee_mandate", "price_board", "supplier_agreement",
    "service_agreement" or a kind of the key log when a whole number or a scanned code was given and
    there is such a record, `exact` that record; of a slip it is the visit it belongs to.
    `keys` are sets, by tag, room and name.
    `is_whole` is False when only the last months of the register were asked, because an answer
    from all years would have kept the clerk waiting.
    """

    exact_kind: str = ""
    exact: RecordHit | None = None
    units: tuple[UnitHit, ...] = ()
    residents: tuple[ResidentHit, ...] = ()
    duties: tuple[DutyRow, ...] = ()
    faqs: tuple[FaqRow, ...] = ()
    receptions: tuple[RecordHit, ...] = ()
    complaints: tuple[RecordHit, ...] = ()
    work_logs: tuple[RecordHit, ...] = ()
    keys: tuple[RecordHit, ...] = ()
    passes: tuple[RecordHit, ...] = ()
    move_ins: tuple[RecordHit, ...] = ()
    defects: tuple[RecordHit, ...] = ()
    orders: tuple[RecordHit, ...] = ()
    catalogue: CatalogueHits = field(default_factory=CatalogueHits)
    is_whole: bool = True


def find(workplace: Workplace, text: str, limit: int = LIMIT, *, deep: bool = False) -> Found:
    """At most `limit` answers of each kind; `deep` asks all years whatever it takes."""
    terms = search_text.query_terms(text, hanzi)
    if not terms:
        return Found()
    with workplace.reading() as reader:
        exact = _exact(reader, text, workplace.today())
        if exact is not None:
            return exact
        receptions, is_whole = find_list.receptions(reader, terms, limit, deep)
        return Found(
            units=find_list.units(reader, terms, limit),
            residents=find_list.residents(reader, terms, limit),
            duties=duty_list.hits(reader, terms, min(limit, GUIDE_LIMIT)),
            faqs=faq_list.hits(reader, terms, min(limit, GUIDE_LIMIT)),
            receptions=receptions,
            complaints=find_list.complaints(reader, terms, limit),
            work_logs=find_list.work_logs(reader, terms, min(limit, GUIDE_LIMIT)),
            keys=key_find_list.keys(reader, terms, limit),
            passes=pass_find_list.passes(reader, terms, min(limit, GUIDE_LIMIT)),
            move_ins=move_in_find_list.move_ins(reader, terms, min(limit, GUIDE_LIMIT)),
            defects=defect_find_list.defects(reader, terms, min(limit, GUIDE_LIMIT)),
            orders=order_find_list.orders(reader, terms, min(limit, GUIDE_LIMIT)),
            catalogue=catalogue_find_list.hits(
                reader, terms, workplace.today(), min(limit, GUIDE_LIMIT)
            ),
            is_whole=is_whole,
        )


def _exact(reader: Reader, text: str, today: date) -> Found | None:
    number = numbering.from_scan_code(text) or numbering.parse_number(text)
    if number is None:
        return None
    found = find_list.by_number(reader, str(number))
    found = found or key_find_list.by_number(reader, str(number))
    found = found or pass_find_list.by_number(reader, str(number))
    found = found or move_in_find_list.by_number(reader, str(number))
    found = found or defect_find_list.by_number(reader, str(number))
    found = found or order_find_list.by_number(reader, str(number))
    found = found or receipt_find_list.by_number(reader, str(number), today)
    found = found or catalogue_find_list.by_number(reader, str(number), today)
    return None if found is None else Found(exact_kind=found[0], exact=found[1])
