"""The estate, its households and the people in them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk.domain.reasons import Reason

NAME_LIMIT = 80
ESTATE_NAME_LIMIT = 120
DESK_PHONE_LIMIT = 40
NOTE_LIMIT = 2_000


class Region(StrEnum):
    """Where the estate stands; decides the custom of rooms, dates, money and identity papers."""

    HK = "HK"
    TW = "TW"
    CN = "CN"


class Calendar(StrEnum):
    """How years are counted on screen and paper."""

    GREGORIAN = "gregorian"
    ROC = "roc"  # 民國


class ResidentRole(StrEnum):
    """What a resident is to the unit."""

    OWNER = "owner"  # 業主
    TENANT = "tenant"  # 租戶
    FAMILY = "family"  # 家屬
    STAFF = "staff"  # 公司員工


class PersonKind(StrEnum):
    """A human being or a company."""

    NATURAL = "natural"  # 自然人
    LEGAL = "legal"  # 法人


class IdentityKind(StrEnum):
    """Which paper proves who somebody is."""

    HKID = "hkid"  # 香港身份證
    TWID = "twid"  # 國民身分證 / 居留證
    PRC_ID = "prc_id"  # 居民身份证
    PASSPORT = "passport"  # 護照
    BUSINESS_REGISTRATION = "business_registration"  # 商業登記 (HK)
    UBN = "ubn"  # 統一編號 (TW)
    USCC = "uscc"  # 统一社会信用代码 (CN)


@dataclass(frozen=True)
class IdentityDocument:
    """One identity paper of a resident, as normalised by `identity`."""

    kind: IdentityKind
    number: str


@dataclass(frozen=True)
class ResidentEntry:
    """What is written down about one resident of one unit; texts are already clean."""

    name: str
    role: ResidentRole = ResidentRole.OWNER
    kind: PersonKind = PersonKind.NATURAL
    company: str = ""
    phones: tuple[str, ...] = ()
    documents: tuple[IdentityDocument, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class InstructionEntry:
    """A standing instruction of a unit: holds from `starts` to `ends`, both days included."""

    text: str
    starts: date
    ends: date | None = None


@dataclass(frozen=True)
class EstateEntry:
    """What is written down about the estate itself; texts are already clean.

    `phone` is the desk's own, for the gate to ring.
    """

    name: str
    region: Region
    calendar: Calendar
    phone: str = ""


def estate_reasons(entry: EstateEntry) -> tuple[Reason, ...]:
    """An estate has a name; its time zone follows from its region."""
    return () if entry.name else (Reason("estate.name.missing", "name"),)


def resident_reasons(entry: ResidentEntry) -> tuple[Reason, ...]:
    """A resident has a name; an employee names the company."""
    return tuple(_resident_reasons(entry))


def _resident_reasons(entry: ResidentEntry) -> Iterable[Reason]:
    if not entry.name:
        yield Reason("resident.name.missing", "name")
    if entry.role is ResidentRole.STAFF and not entry.company:
        yield Reason("resident.company.missing", "company")


def instruction_holds(starts: date, ends: date | None, day: date) -> bool:
    """Whether the desk minds an instruction on a day: from its first to its last, both included."""
    return starts <= day and (ends is None or day <= ends)


def instruction_reasons(entry: InstructionEntry) -> tuple[Reason, ...]:
    """A standing instruction says something and does not end before it starts."""
    reasons = []
    if not entry.text:
        reasons.append(Reason("instruction.text.missing", "text"))
    if entry.ends is not None and entry.ends < entry.starts:
        reasons.append(Reason("instruction.ends_before_start", "ends"))
    return tuple(reasons)
