"""《委託服務協議》 with a supplier 供方 (F22, R239).

Where a supplier does the work, the customer and the supplier sign, with seal where there is one,
and one copy is kept at the centre. An agreement is of one household, or, with the office signing
for the customers, a standing one for the whole estate.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from desk.domain import agreement_course as course
from desk.domain.agreement_course import CourseFacts, Signatory
from desk.domain.reasons import Reason

CUSTOMER_LIMIT = 120
CHARGE_LIMIT = 400
REMARK_LIMIT = 2_000


@dataclass(frozen=True)
class SupplierAgreementEntry:
    """What is agreed; texts are already clean. Without a unit it is for the whole estate.

    `scope` says line by line what the supplier may be sent for, `charge` who pays what to whom.
    """

    supplier_id: int | None = None
    unit_id: int | None = None
    customer: str = ""
    scope: tuple[str, ...] = ()
    charge: str = ""
    starts: date | None = None
    ends: date | None = None
    remark: str = ""


def parties(unit_id: int | None) -> tuple[Signatory, Signatory]:
    """Who signs: the household's customer, or the office for all of them; and the supplier."""
    return Signatory.OFFICE if unit_id is None else Signatory.CUSTOMER, Signatory.SUPPLIER


def entry_reasons(entry: SupplierAgreementEntry) -> tuple[Reason, ...]:
    """R239: with whom, for whom, what, for what charge, from when to when."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: SupplierAgreementEntry) -> Iterator[Reason]:
    if entry.supplier_id is None:
        yield Reason("supplier_agreement.supplier.missing", "supplier")
    if entry.unit_id is not None and not entry.customer:
        yield Reason("supplier_agreement.customer.missing", "customer")
    yield from course.lines_reasons(entry.scope, "scope")
    if not entry.charge:
        yield Reason("supplier_agreement.charge.missing", "charge")
    yield from course.period_reasons(entry.starts, entry.ends)


def dispatch_reasons(
    agreements: Iterable[CourseFacts], day: date, *, active: bool
) -> tuple[Reason, ...]:
    """R239: why nobody of a supplier is sent on a day.

    `agreements` are the standing ones and those of the household in question. One that holds is
    enough; where none does, the last one says what is missing.
    """
    if not active:
        return (Reason("supplier.ended", "person"),)
    known = list(agreements)
    if any(course.holds(one, day) for one in known):
        return ()
    standing = [one for one in known if not one.is_void]
    if not standing:
        return (Reason("supplier_agreement.none", "person"),)
    last = max(standing, key=lambda one: one.ends)
    blockers = course.force_blockers(last, day)
    return tuple(Reason(one.code, "person", one.parameters) for one in blockers)
