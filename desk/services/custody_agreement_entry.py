"""What is agreed on custody, made ready: clean, line by line, with a custodian who is there."""

from dataclasses import fields, replace

from desk.domain import custody_agreement as rules
from desk.domain.custody_agreement import AgreementEntry
from desk.domain.reasons import Reason
from desk.models.custody_agreement import CustodyAgreement
from desk.models.estate import Unit
from desk.models.lists import Reader
from desk.models.lists import staff as staff_list
from desk.models.lists.custody_agreement import AgreementRow
from desk.models.unit_of_work import UnitOfWork
from desk.services.cleaning import Cleaning


def ready(
    reader: Reader, entry: AgreementEntry, blockers: tuple[Reason, ...] = ()
) -> AgreementEntry:
    """The entry with clean texts, or every reason against it."""
    cleaning = Cleaning()
    entry = replace(
        entry,
        owner=cleaning.line(entry.owner, rules.NAME_LIMIT, "owner"),
        owner_phone=cleaning.line(entry.owner_phone, rules.PHONE_LIMIT, "owner_phone"),
        purposes=_lines(cleaning, entry.purposes, rules.PURPOSE_LIMIT, "purposes"),
        things=_lines(cleaning, entry.things, rules.THING_LIMIT, "things"),
        remark=cleaning.text(entry.remark, rules.REMARK_LIMIT, "remark"),
    )
    known = {one[0] for one in custodians(reader)}
    gone = entry.custodian_id is not None and entry.custodian_id not in known
    unknown = (Reason("custody_agreement.custodian.gone", "custodian"),) if gone else ()
    cleaning.refuse(blockers, rules.entry_reasons(entry), unknown)
    return entry


def _lines(cleaning: Cleaning, lines: tuple[str, ...], limit: int, field: str) -> tuple[str, ...]:
    """Each line once, without the empty ones."""
    cleaned = (cleaning.line(one, limit, field) for one in lines)
    return tuple(dict.fromkeys(one for one in cleaned if one))


def write(work: UnitOfWork, row: CustodyAgreement, entry: AgreementEntry) -> None:
    """Write the entry into the row; NotFound for a unit there is not."""
    for field in fields(entry):
        value = getattr(entry, field.name)
        setattr(row, field.name, list(value) if isinstance(value, tuple) else value)
    work.get(Unit, row.unit_id)


def custodians(reader: Reader) -> tuple[tuple[int, str], ...]:
    """Who may be named as custodian 保管人: id and name."""
    return tuple((one.id, one.name) for one in staff_list.accounts(reader) if one.active)


def account_of(reader: Reader, login: str) -> int | None:
    """The id of who has a login name and is there."""
    found = staff_list.by_login(reader, login)
    return None if found is None or not found.active else found.id


def entry_of(known: AgreementRow) -> AgreementEntry:
    """What was written down, as it may be written down again."""
    return AgreementEntry(**{one.name: getattr(known, one.name) for one in fields(AgreementEntry)})
