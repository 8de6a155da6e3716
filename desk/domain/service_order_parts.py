"""The parts of an order: materials, changes, damage, rework (R238, R243, R253-R256)."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum

WHAT_LIMIT = 200
COUNTED_LIMIT = 20
NAME_LIMIT = 80
WHY_LIMIT = 400
TEXT_LIMIT = 2_000
MOST_MATERIALS = 100
NOTHING = Decimal(0)


class Source(StrEnum):
    """Whose the materials are (R238)."""

    STORE = "store"  # 物料配送中心倉庫
    CUSTOMER = "customer"  # 自備材料


class Fit(StrEnum):
    """What the check of a material said (R253, R254)."""

    UNCHECKED = "unchecked"  # 未驗
    FIT = "fit"  # 合格
    UNFIT = "unfit"  # 不合格: it is not used
    INSISTED = "insisted"  # 不合格而顧客堅持使用: signed first (R238)


class Word(StrEnum):
    """What the manager said of a change (R243)."""

    OPEN = "open"  # 待確認
    CONFIRMED = "confirmed"  # 已確認
    REFUSED = "refused"  # 不同意


@dataclass(frozen=True)
class MaterialEntry:
    """A material: from the store with who drew it 領料, or the customer's own; how its check ended.

    `price` is that of all of it, part of the order's amount; the customer's own costs nothing.
    Of an unfit one that the customer insists on, `signed_by` is who signed the acceptance before
    it was used (R238). `at` None is now.
    """

    source: Source
    what: str = ""
    quantity: Decimal = Decimal(1)
    counted: str = ""
    price: Decimal | None = None
    drawn_by: str = ""
    fit: Fit = Fit.UNCHECKED
    checked_by: str = ""
    signed_by: str = ""
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class CheckEntry:
    """A material's check 材料檢驗 afterwards (R253, R254)."""

    material_id: int
    fit: Fit
    checked_by: str = ""
    signed_by: str = ""
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Material:
    """A material of an order, as it is kept."""

    id: int
    source: Source
    what: str
    quantity: Decimal
    counted: str
    price: Decimal | None
    drawn_by: str
    fit: Fit
    checked_by: str
    signed_by: str
    note: str
    at: datetime

    @property
    def is_used(self) -> bool:
        """Whether it may be worked with."""
        return self.fit in (Fit.FIT, Fit.INSISTED)


@dataclass(frozen=True)
class ChangeEntry:
    """The real work differs from the agreed one or exceeds it 變更 (R243).

    `price` is the new whole price, None where it stays; `person` told the desk; `at` None is now.
    """

    what: str = ""
    price: Decimal | None = None
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Change:
    """A change, and what the manager said; `agreed_by` is the customer who was talked to."""

    id: int
    what: str
    price: Decimal | None
    person: str
    at: datetime
    word: Word = Word.OPEN
    answered_at: datetime | None = None
    answered_by: str = ""
    agreed_by: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether the manager has not answered yet."""
        return self.word is Word.OPEN


@dataclass(frozen=True)
class DamageEntry:
    """Something was damaged by a breach of the rules 損壞 (R255)."""

    what: str = ""
    person: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class SettleEntry:
    """How damage was settled 賠償: the apology, what was paid for it, who accepted it (R255)."""

    damage_id: int
    apologised: bool = False
    compensation: Decimal | None = None
    agreed_by: str = ""
    note: str = ""
    at: datetime | None = None


@dataclass(frozen=True)
class Damage:
    """A damage and, once it is settled, how."""

    id: int
    what: str
    person: str
    at: datetime
    settled_at: datetime | None = None
    compensation: Decimal | None = None
    agreed_by: str = ""
    note: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.settled_at is None


@dataclass(frozen=True)
class ReworkEntry:
    """The work is not as it should be and is done again, free 返工 (R256).

    `found_by` says who noticed; `apologised` that the desk has said sorry; `at` None is now.
    """

    why: str = ""
    found_by: str = ""
    apologised: bool = False
    at: datetime | None = None


@dataclass(frozen=True)
class Rework:
    """One time that the work was done again; the visit has its own clock."""

    id: int
    place: int
    why: str
    found_by: str
    at: datetime
    dispatched_at: datetime | None = None
    arrive_by: datetime | None = None
    arrived_at: datetime | None = None
    done_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is not finished yet."""
        return self.done_at is None
