"""The rows of both kinds of agreements: written, signed, ended, given up, each line cleaned."""

from dataclasses import fields, replace
from datetime import MAXYEAR, date, timedelta
from typing import Any

from desk.domain import agreement_course as rules
from desk.domain.agreement_course import CourseFacts, EndEntry, Signatory, SignEntry
from desk.domain.key_word import SignedHow
from desk.models.service_agreement import ServiceAgreement
from desk.models.supplier_agreement import SupplierAgreement
from desk.services.cleaning import Cleaning

Row = SupplierAgreement | ServiceAgreement
_DAY = timedelta(days=1)


def cleaned_lines(cleaning: Cleaning, lines: tuple[str, ...], field: str) -> tuple[str, ...]:
    """Each line once, without the empty ones."""
    cleaned = (cleaning.line(one, rules.LINE_LIMIT, field) for one in lines)
    return tuple(dict.fromkeys(one for one in cleaned if one))


def write(row: Row, entry: Any) -> None:
    """Put down what was agreed: each field of the entry of its kind has its column."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        setattr(row, field.name, list(value) if isinstance(value, tuple) else value)


def column_of(row: Row, party: Signatory) -> str:
    """Under which name the signature stands: the office signs a supplier's for the customers."""
    if isinstance(row, SupplierAgreement) and party is Signatory.OFFICE:
        return Signatory.CUSTOMER
    return party


def sign(row: Row, facts: CourseFacts, entry: SignEntry, today: date) -> None:
    """One party has signed, at the desk; refused with every reason."""
    cleaning = Cleaning()
    entry = replace(entry, person=cleaning.line(entry.person, rules.PERSON_LIMIT, "person"))
    cleaning.refuse(rules.sign_reasons(facts, entry, today))
    assert entry.signed_on is not None
    put_signature(row, entry.party, entry.person, entry.signed_on, SignedHow.DESK)


def put_signature(row: Row, party: Signatory, person: str, day: date, how: SignedHow) -> None:
    """Write a signature down."""
    column = column_of(row, party)
    for name, value in (("on", day), ("by", person), ("how", how)):
        setattr(row, f"{column}_signed_{name}", value)


def end(row: Row, facts: CourseFacts, entry: EndEntry, today: date) -> None:
    """It holds until its last day and no longer; refused with every reason."""
    cleaning = Cleaning()
    entry = replace(entry, why=cleaning.line(entry.why, rules.WHY_LIMIT, "why"))
    cleaning.refuse(rules.end_reasons(facts, entry, today))
    row.ended_on, row.ended_why = entry.last_day, entry.why


def void(row: Row, facts: CourseFacts, why: str) -> str:
    """It never came about; the cleaned reason."""
    cleaning = Cleaning()
    why = cleaning.line(why, rules.WHY_LIMIT, "why")
    cleaning.refuse(rules.void_reasons(facts, why))
    row.void_why = why
    return why


def is_signed(facts: CourseFacts) -> bool:
    """Whether everybody has signed."""
    return set(facts.parties) <= set(facts.signed)


def following_period(facts: CourseFacts) -> tuple[date, date]:
    """As long again, from the day after its end: what a renewal begins with.

    It ends with the last day there is, where as long again would go beyond.
    """
    years = _years(facts)
    first = _later(facts.ends, _DAY)
    if not years:
        return first, _later(facts.ends, facts.ends - facts.starts + _DAY)
    year = min(facts.ends.year + years, MAXYEAR)
    try:
        return first, facts.ends.replace(year=year)
    except ValueError:
        return first, facts.ends.replace(year=year, day=28)


def _later(day: date, by: timedelta) -> date:
    return day + min(by, date.max - day)


def _years(facts: CourseFacts) -> int:
    """How many whole years it runs; 0 where it is not whole years."""
    years = facts.ends.year - facts.starts.year + 1
    for count in (years, years - 1):
        try:
            same_day = facts.starts.replace(year=facts.starts.year + count)
        except ValueError:
            continue
        if count and same_day - _DAY == facts.ends:
            return count
    return 0
