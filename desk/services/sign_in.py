"""Opening a data folder: first run, sign in, switch to another clerk, recover."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from desk import i18n
from desk.clock import Clock
from desk.config import DataFolder
from desk.domain import staff as rules
from desk.domain.estate import ESTATE_NAME_LIMIT, Calendar, Region
from desk.domain.permissions import Role
from desk.errors import EnvironmentFault, RuleRefused
from desk.estate_format import ZONES
from desk.models import upgrade
from desk.models.estate import Estate
from desk.models.lists import estate as estate_list
from desk.models.lists import staff as staff_list
from desk.models.staff import Account
from desk.models.storage import Storage
from desk.models.unit_of_work import UnitOfWork
from desk.models.vault import Cost, Vault
from desk.services import business_calendar, complaint_recompute, policy
from desk.services.cleaning import Cleaning
from desk.services.workplace import Actor, EstateFacts, Workplace


@dataclass(frozen=True)
class Beginning:
    """What the first run asks for."""

    estate: str
    region: Region
    calendar: Calendar
    account: rules.AccountEntry
    password: str


def begin(
    folder: DataFolder, beginning: Beginning, clock: Clock, cost: Cost | None = None
) -> tuple[Workplace, str]:
    """Set up a new folder; returns the open desk and the recovery code, to be printed now."""
    beginning = _ready(beginning)
    vault = _prepared(folder, cost)
    key = vault.create()
    code = vault.add_recovery_code(key)
    slot = vault.add_password(beginning.account.login, beginning.password, key)
    _write_first_records(_staged(folder.database), key, beginning, slot, clock)
    _refuse_unless_whole(_staged(folder.database))
    _staged(folder.vault).replace(folder.vault)
    _staged(folder.database).replace(folder.database)
    return sign_in(folder, beginning.account.login, beginning.password, clock), code


def sign_in(folder: DataFolder, login: str, password: str, clock: Clock) -> Workplace:
    """Open the folder as a clerk. Name and password are refused together, never one alone.

    The slot must be the one the account has now: a key file from before a new password, or a slot
    left over by a power cut, opens nothing.
    """
    opened = Vault(folder.vault).unlock(login, password)
    storage = _opened(folder, opened.key)
    try:
        upgrade.bring_up_to_date(storage, clock)
        actor = _actor(storage, plain_login(login), opened.slot)
        workplace = _workplace(folder, storage, clock, opened.key, actor)
        _lay_down_rules(storage, clock)
        _record_sign_in(workplace)
    except BaseException:
        storage.close()
        raise
    return workplace


def switch(workplace: Workplace, login: str, password: str) -> Workplace:
    """Another clerk takes the desk over, or the same one unlocks it; the folder stays open."""
    other = workplace.signed_in_as(identified(workplace, login, password))
    _record_sign_in(other)
    return other


def identified(workplace: Workplace, login: str, password: str) -> Actor:
    """Whose name and password these are, at the open desk; fault `sign_in.refused` if nobody's."""
    opened = Vault(workplace.folder.vault).unlock(login, password)
    if opened.key != workplace.key:
        raise EnvironmentFault("sign_in.refused")
    return _actor(workplace.storage, plain_login(login), opened.slot)


def recover(folder: DataFolder, code: str, login: str, password: str, clock: Clock) -> Workplace:
    """The printed code gives an account a new password."""
    reasons = rules.password_reasons(password)
    if reasons:
        raise RuleRefused(reasons)
    vault = Vault(folder.vault)
    opened = vault.unlock_with_recovery_code(code)
    storage = _opened(folder, opened.key)
    try:
        upgrade.bring_up_to_date(storage, clock)
        actor = _actor(storage, plain_login(login))
        workplace = _workplace(folder, storage, clock, opened.key, actor)
        _lay_down_rules(storage, clock)
        with UnitOfWork(storage, clock, actor_id=actor.id) as work:
            renew_slot(work, workplace, actor.id, password)
            work.record("signed_in", "account", actor.id, {"with": "recovery_code"})
            work.commit()
        clear_slots(workplace)
    except BaseException:
        storage.close()
        raise
    return workplace


def renew_slot(work: UnitOfWork, workplace: Workplace, account_id: int, password: str) -> None:
    """Inside a deed, give an account a new key slot.

    Once the deed is committed the old password opens nothing any more, and `clear_slots` may
    follow.
    """
    account = work.get(Account, account_id)
    vault = Vault(workplace.folder.vault)
    account.slot = vault.add_password(account.login, password, workplace.key)


def clear_slots(workplace: Workplace) -> None:
    """Take away the slots that are no account's any more, those of deeds cut short among them.

    On a full disk they wait for the next time: the desk opens to an account's own slot alone.
    """
    with workplace.reading() as reader:
        own = {account.slot for account in staff_list.accounts(reader) if account.active}
    with suppress(EnvironmentFault):
        Vault(workplace.folder.vault).keep_only(own)


def plain_login(login: str) -> str:
    """Login names differ by more than capitals and blanks; halves of characters are nobody's."""
    return login.strip().casefold().encode("utf-8", "replace").decode("utf-8")


def account_row(entry: rules.AccountEntry, slot: str, now: datetime) -> Account:
    """The row of a new account."""
    return Account(
        login=plain_login(entry.login),
        name=entry.name,
        role=entry.role,
        language=entry.language,
        slot=slot,
        active=True,
        created_at=now,
    )


def _ready(beginning: Beginning) -> Beginning:
    """The same with clean names; refused with everything that is wrong."""
    cleaning = Cleaning()
    account = beginning.account
    beginning = replace(
        beginning,
        estate=cleaning.line(beginning.estate, ESTATE_NAME_LIMIT, "estate"),
        account=replace(account, name=cleaning.line(account.name, rules.NAME_LIMIT, "name")),
    )
    cleaning.refuse(
        rules.beginning_reasons(beginning.estate, beginning.account, beginning.password)
    )
    return beginning


def _prepared(folder: DataFolder, cost: Cost | None) -> Vault:
    if not folder.is_new():
        raise EnvironmentFault("storage.folder_in_use")
    try:
        folder.prepare()
        for left_over in (_staged(folder.vault), *_with_journals(_staged(folder.database))):
            left_over.unlink(missing_ok=True)
    except OSError as fault:
        raise EnvironmentFault("storage.unwritable", detail=fault.strerror or "") from None
    return Vault(_staged(folder.vault), cost)


def _staged(path: Path) -> Path:
    """Where a file of the first run stands until all of them are whole."""
    return path.with_name(path.name + ".new")


def _with_journals(database: Path) -> tuple[Path, ...]:
    """A database file and what SQLite keeps beside it."""
    return tuple(database.with_name(database.name + ending) for ending in ("", "-wal", "-shm"))


def _refuse_unless_whole(database: Path) -> None:
    """On a full disk part of a closed database stays in its journal, which does not move along."""
    if any(one.exists() for one in _with_journals(database)[1:]):
        raise EnvironmentFault("storage.disk_full")


def _opened(folder: DataFolder, key: bytes) -> Storage:
    """The database; a first run that was cut off between its last two steps is finished."""
    if not folder.database.exists() and _staged(folder.database).exists():
        _staged(folder.database).replace(folder.database)
    return Storage.open(folder.database, key)


def _write_first_records(
    path: Path, key: bytes, beginning: Beginning, slot: str, clock: Clock
) -> None:
    zone = ZONES[beginning.region]
    storage = Storage.create(path, key)
    try:
        upgrade.bring_up_to_date(storage, clock)
        with UnitOfWork(storage, clock, actor_id=None, zone=zone) as work:
            account = account_row(beginning.account, slot, work.now)
            estate = Estate(
                name=beginning.estate,
                region=beginning.region,
                zone=zone,
                calendar=beginning.calendar,
            )
            work.add(estate, account)
            work.commit()
    finally:
        storage.close()


def _lay_down_rules(storage: Storage, clock: Clock) -> None:
    """A folder without a policy or a calendar is given those that the program brings, once."""
    with storage.reading() as reader:
        if policy.is_kept(reader) and business_calendar.is_kept(reader):
            return
    with UnitOfWork(storage, clock, actor_id=None) as work:
        policy.ensure(work)
        business_calendar.ensure(work)
        complaint_recompute.settle_open(work)
        work.commit()


def _workplace(
    folder: DataFolder, storage: Storage, clock: Clock, key: bytes, actor: Actor
) -> Workplace:
    with storage.reading() as reader:
        row = estate_list.estate(reader)
    facts = EstateFacts(row.name, row.region, row.zone, row.calendar, row.phone)
    i18n.serve(facts.region)
    return Workplace(folder, storage, clock, key, facts, actor)


def _actor(storage: Storage, login: str, slot: str | None = None) -> Actor:
    """The clerk of a login name; `slot` is the one the password opened."""
    with storage.reading() as reader:
        row = staff_list.by_login(reader, login)
    if row is None or not row.active or slot not in (None, row.slot):
        raise EnvironmentFault("sign_in.refused")
    return Actor(row.id, row.login, row.name, Role(row.role), row.language)


def _record_sign_in(workplace: Workplace) -> None:
    with UnitOfWork(workplace.storage, workplace.clock, actor_id=workplace.actor.id) as work:
        work.record("signed_in", "account", workplace.actor.id)
        work.commit()
