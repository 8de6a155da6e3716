"""The release pass 放行條: what leaves or comes, of whom, through which gate, when (R37-R41, F37).

A pass is a draft until its locks hold (`release_pass_locks`); what happens at the gate is
`release_pass_gate`. Texts are clean before the rules see them.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.domain.estate import IdentityKind
from desk.domain.release_pass_rule import OwnerRule, PassKind, PassRule

NAME_LIMIT = 80
PHONE_LIMIT = 40
PLATE_LIMIT = 20
GATE_LIMIT = 40
TAIL_LENGTH = 4
WHAT_LIMIT = 200
COUNTED_LIMIT = 12
MARKS_LIMIT = 200
SERIAL_LIMIT = 60
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
MOST_ITEMS = 200
MOST_OF_ONE = 99_999
LONGEST = timedelta(days=366)


class State(StrEnum):
    """Where a pass stands."""

    DRAFT = "draft"
    ISSUED = "issued"  # 已簽發
    REFUSED = "refused"  # 拒絕放行: turned away at the gate, and may come again
    PARTLY_LEFT = "partly_left"  # 部分放行
    LEFT = "left"  # 已放行; what is returnable may still be out
    BACK = "back"  # 已歸還
    EXPIRED = "expired"  # 已過期
    VOID = "void"  # 作廢


class Role(StrEnum):
    """Who applies 申請人 (R40)."""

    OWNER = "owner"  # 業主
    TENANT = "tenant"  # 租戶
    FAMILY = "family"  # 家屬
    AGENT = "agent"  # 代理
    CONTRACTOR = "contractor"  # 裝修單位、工程公司
    STAFF = "staff"  # 管理處員工


AT_GATE = (State.ISSUED, State.REFUSED, State.PARTLY_LEFT)


@dataclass(frozen=True)
class PassEntry:
    """Who takes what kind of things where and when (F37).

    Of the identity paper 身份證明 only its kind and last four characters are kept; `starts` and
    `ends` are the window in which the gate lets it pass; `back_by` is the last day for what comes
    back.
    """

    kind: PassKind
    applicant: str = ""
    role: Role = Role.OWNER
    unit_id: int | None = None
    identity: IdentityKind | None = None
    identity_tail: str = ""
    phone: str = ""
    plate: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    gate: str = ""
    back_by: date | None = None
    remark: str = ""


@dataclass(frozen=True)
class ItemEntry:
    """One kind of thing (R38): what, how many, counted in what 件, its marks and serial number.

    `id` is that of the item it corrects, 0 for a new one.
    """

    what: str
    quantity: int = 1
    counted: str = ""
    marks: str = ""
    serial: str = ""
    returnable: bool = False
    id: int = 0


@dataclass(frozen=True)
class Item:
    """An item on a pass, how many of it have left and how many of these are back."""

    id: int
    what: str
    quantity: int
    counted: str = ""
    marks: str = ""
    serial: str = ""
    returnable: bool = False
    left: int = 0
    back: int = 0

    @property
    def remains(self) -> int:
        """How many may still leave."""
        return self.quantity - self.left

    @property
    def out(self) -> int:
        """How many are to come back."""
        return self.left - self.back if self.returnable else 0


@dataclass(frozen=True)
class Evidence:
    """What makes a lock hold: `lock` and `how` are those of `release_pass_locks`.

    `at` is when it was checked, signed, phoned or written; `person` who checked the fees, or the
    owner who confirmed; `caller` who called `phone`; `until` up to which day the fees are cleared.
    `about` are the fingerprints of what it was given about.
    """

    lock: str
    how: str
    at: datetime
    person: str = ""
    caller: str = ""
    phone: str = ""
    until: date | None = None
    attachment_id: int | None = None
    note: str = ""
    about: tuple[tuple[str, str], ...] = ()
    id: int = 0


@dataclass(frozen=True)
class PassFacts:
    """What the rules ask about a pass. `let`: a tenant lives in the unit.

    `first_day` is the estate's day on which the window begins. `evidence` has the last word of each
    lock; `ends_before` are the ends the window had before it was extended, the first one first.
    """

    kind: PassKind
    state: State
    applicant: str
    role: Role
    unit_id: int | None = None
    let: bool = False
    items: tuple[Item, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    plate: str = ""
    starts: datetime | None = None
    ends: datetime | None = None
    first_day: date | None = None
    back_by: date | None = None
    issued_at: datetime | None = None
    ends_before: tuple[datetime, ...] = ()

    @property
    def has_left(self) -> bool:
        """Whether anything has gone through the gate."""
        return any(item.left for item in self.items)

    @property
    def out(self) -> int:
        """How many things are still to come back."""
        return sum(item.out for item in self.items)

    def last(self, lock: str) -> Evidence | None:
        """The last evidence given for a lock."""
        found = [one for one in self.evidence if one.lock == lock]
        return found[-1] if found else None


def needs_owner(rule: PassRule, role: Role, *, let: bool = False) -> bool:
    """Whether the owner has to confirm: always, or where a tenant takes something out (R40).

    In a unit that is let everybody but the owner counts as the tenant's.
    """
    if rule.owner is OwnerRule.TENANTS:
        return role is Role.TENANT or (let and role is not Role.OWNER)
    return rule.owner is OwnerRule.ALWAYS


def has_run_out(facts: PassFacts, now: datetime) -> bool:
    """Whether its window is over while not everything has left."""
    return facts.state in AT_GATE and facts.ends is not None and now > facts.ends
