"""The move-in case 入住: who moves into which unit, with which papers (R20-R36, R40-R41, R74).

One case for a unit and an arrival. What is asked for builds itself from the policy's lists and from
the case (`move_in_document`, `move_in_filing`); a tenant's list is the estate's own, and empty
until the estate writes it (R41). Texts are clean before the rules see them.

M0's handling holds outside the concentrated period 集中交付期 (R23). Whether a case falls inside it
is said on the case, with the period's first and last day, so that it stays true when the next
buildings are handed over. The same papers are asked for: the manual names no others.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from desk.domain.estate import IdentityDocument, PersonKind, ResidentRole
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.reasons import Reason

NAME_LIMIT = 80
COMPANY_LIMIT = 120
PHONE_LIMIT = 40
SIGNER_LIMIT = 120
WHAT_LIMIT = 200
WHY_LIMIT = 400
REMARK_LIMIT = 2_000
MOST_PERSONS = 40
MOST_FEES = 40
MOST_PHONES = 5


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"  # 辦理中
    FILED = "filed"  # 已歸檔
    MOVED_OUT = "moved_out"  # 已遷出
    VOID = "void"  # 作廢


class ListedKind(StrEnum):
    """Which list of the policy a paper stands on."""

    AGREEMENT = "agreement"  # 協議 (R31)
    MATERIAL = "material"  # 資料 (R33)


class FeeKind(StrEnum):
    """What is collected (R32)."""

    PROPERTY = "property"  # 當期物業服務費
    OTHER = "other"  # 其他費用
    BUILDER = "builder"  # 代建設單位收取


class EventKind(StrEnum):
    """What happened to a case, in its journal."""

    REGISTERED = "registered"  # 業主信息登記表 came home signed (R29)
    AUTHORISED = "authorised"  # 授權委託書 came home signed (R28)
    AGREED = "agreed"  # the agreements' signed page came home (R31)
    HANDED_OVER = "handed_over"  # the signed receipt of the materials came home (R33)
    LOOKED = "looked"  # 複核 (R21)
    RECEIVED = "received"  # 收費 (R32)
    KEYS = "keys"  # 鑰匙領取單 (R34)
    EXCEPTED = "excepted"  # named exceptions were approved
    EXCEPTION_REFUSED = "exception_refused"
    FILED = "filed"  # 歸檔 (R36)
    TOLD = "told"  # the names told to the service centre 物業服務中心 (R36)
    VISITED = "visited"  # 入住一週內走訪 (R74)
    MOVED_OUT = "moved_out"
    VOID = "void"


@dataclass(frozen=True)
class MoveInEntry:
    """Who moves in where and when.

    `name` is the owner or the tenant, of a company the company's name; `contact` then is who speaks
    for it. `by_agent`: somebody else comes in the owner's place, named in `agent` (R28).
    `moved_on` is the day of moving in, from which the visit is owed. `concentrated` with its first
    and last day: see the module (R23).
    """

    unit_id: int | None = None
    arrival: Arrival = Arrival.OWNER
    holder: Holder = Holder.PERSON
    name: str = ""
    contact: str = ""
    phone: str = ""
    by_agent: bool = False
    agent: str = ""
    agent_phone: str = ""
    moved_on: date | None = None
    concentrated: bool = False
    period_starts: date | None = None
    period_ends: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class PersonEntry:
    """Somebody who moves in; `permanent` 常住人員 gives a photo (R27). `id` is 0 for a new one."""

    name: str = ""
    role: ResidentRole = ResidentRole.OWNER
    kind: PersonKind = PersonKind.NATURAL
    company: str = ""
    phones: tuple[str, ...] = ()
    permanent: bool = True
    identity: IdentityDocument | None = None
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class Person:
    """What the rules ask about somebody on the case."""

    id: int
    name: str
    role: ResidentRole = ResidentRole.OWNER
    permanent: bool = True


@dataclass(frozen=True)
class DocumentEntry:
    """What is found of one paper (R20): `person_id` of a photo its permanent resident, else 0.

    `authentic` None: not judged yet. What is not authentic says why in `remark`.
    """

    code: str
    person_id: int = 0
    received_on: date | None = None
    original: bool = False
    copy: bool = False
    authentic: bool | None = None
    remark: str = ""
    attachment_id: int | None = None


@dataclass(frozen=True)
class Document(DocumentEntry):
    """A paper as it was taken in; `checked_by` saw it last."""

    checked_by: str = ""
    id: int = 0


@dataclass(frozen=True)
class ListedEntry:
    """An agreement signed, or a material handed over: which, on which day, by whom, the scan."""

    code: str
    signed_on: date | None = None
    signed_by: str = ""
    attachment_id: int | None = None


@dataclass(frozen=True)
class Listed(ListedEntry):
    """The same as it was written down; `paper`: it came home on paper."""

    kind: ListedKind = ListedKind.AGREEMENT
    paper: bool = False
    id: int = 0


@dataclass(frozen=True)
class FeeEntry:
    """One line of what is collected (R32); the builder's names his mandate."""

    kind: FeeKind = FeeKind.PROPERTY
    what: str = ""
    amount: Decimal = Decimal(0)
    mandate_id: int | None = None


@dataclass(frozen=True)
class Fee(FeeEntry):
    """A line as it stands: who wrote it, who looked again (R21), on which receipt it was paid."""

    by_id: int = 0
    by: str = ""
    looked_by: str = ""
    receipt_id: int | None = None
    receipt: str = ""
    id: int = 0

    @property
    def is_looked_at(self) -> bool:
        """Whether another clerk has looked at it."""
        return bool(self.looked_by)

    @property
    def is_received(self) -> bool:
        """Whether it is paid, with its receipt."""
        return self.receipt_id is not None


@dataclass(frozen=True)
class KeysHanded:
    """A key receipt 鑰匙領取單 of the case (R34)."""

    receipt_id: int
    number: str
    signed: bool
    keys: int = 0


@dataclass(frozen=True)
class Excepted:
    """What a second person let pass: `item` is the field of a missing thing, such as
    `document:contract`."""

    item: str
    why: str
    by: str = ""
    on: date | None = None


@dataclass(frozen=True)
class MoveInFacts:
    """What the rules ask about a case.

    `inspection` is what the inspection still misses, None where there is none (R30);
    `registered`: the owner's registration form is signed (R29).
    """

    state: State = State.OPEN
    arrival: Arrival = Arrival.OWNER
    holder: Holder = Holder.PERSON
    by_agent: bool = False
    moved_on: date | None = None
    persons: tuple[Person, ...] = ()
    documents: tuple[Document, ...] = ()
    listed: tuple[Listed, ...] = ()
    fees: tuple[Fee, ...] = ()
    keys: tuple[KeysHanded, ...] = ()
    inspection: tuple[Reason, ...] | None = None
    registered: bool = False
    excepted: tuple[Excepted, ...] = ()
    visited: bool = False

    def listed_of(self, kind: ListedKind, code: str) -> Listed | None:
        """The agreement or material of a code, as it was written down."""
        found = (one for one in self.listed if one.kind is kind and one.code == code)
        return next(found, None)

    @property
    def excused(self) -> frozenset[str]:
        """The items that were let pass."""
        return frozenset(one.item for one in self.excepted)
