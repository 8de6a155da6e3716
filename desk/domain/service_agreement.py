"""《特約服務協議》, the long-term service agreement with a customer (F23, R106).

Content 服務內容, term 服務期限, charge 收費標準, rights and duties of both 雙方權責; signed by
both. R109: what is done under a new one is called back. R110: its customer is visited at home once
a quarter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.domain import agreement_course as course
from desk.domain.agreement_course import Signatory
from desk.domain.money import AmountRule
from desk.domain.reasons import Reason

CUSTOMER_LIMIT = 80
PHONE_LIMIT = 40
CHARGE_LIMIT = 400
TERMS_LIMIT = 2_000
REMARK_LIMIT = 2_000
MOST_AMOUNT = Decimal(10_000_000)
_AMOUNT = AmountRule(
    MOST_AMOUNT, "service_agreement.amount.range", "service_agreement.amount.places"
)
PARTIES = (Signatory.CUSTOMER, Signatory.OFFICE)


class AgreementPer(StrEnum):
    """For how long the amount pays."""

    VISIT = "visit"  # 每次
    MONTH = "month"  # 每月
    QUARTER = "quarter"  # 每季
    YEAR = "year"  # 每年
    WHOLE = "whole"  # 整個服務期


@dataclass(frozen=True)
class ServiceAgreementEntry:
    """What is agreed; texts are already clean.

    `content` is what is done, line by line; `charge` adds to the amount what is to be said of it.
    `office_terms` and `customer_terms` are the rights and duties of either side.
    """

    unit_id: int | None = None
    customer: str = ""
    phone: str = ""
    content: tuple[str, ...] = ()
    starts: date | None = None
    ends: date | None = None
    amount: Decimal | None = None
    per: AgreementPer = AgreementPer.MONTH
    charge: str = ""
    office_terms: str = ""
    customer_terms: str = ""
    remark: str = ""


def entry_reasons(entry: ServiceAgreementEntry) -> tuple[Reason, ...]:
    """R106: with whom, what, how long, for how much, and what either side owes the other."""
    return tuple(_entry_reasons(entry))


def _entry_reasons(entry: ServiceAgreementEntry) -> Iterator[Reason]:
    if entry.unit_id is None:
        yield Reason("service_agreement.unit.missing", "unit")
    if not entry.customer:
        yield Reason("service_agreement.customer.missing", "customer")
    yield from course.lines_reasons(entry.content, "content")
    yield from course.period_reasons(entry.starts, entry.ends)
    yield from _AMOUNT.reasons(entry.amount, "amount", "service_agreement.amount.missing")
    for field in ("office_terms", "customer_terms"):
        if not getattr(entry, field):
            yield Reason(f"service_agreement.{field}.missing", field)
