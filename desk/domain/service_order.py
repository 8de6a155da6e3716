"""The service order 顧客委託服務單 and the repair slip 維修服務單: one record, two papers.

What a household wishes, who comes when, what is used, what it costs, how it ended (R105, R188,
R235-R245, R253-R256, F8, F9, F18, F24). The way of an order:

    written -> agreed -> dispatched -> on_site -> done -> closed
    review (beyond the board, R237) -> written, or unable
    done, closed -> rework (free, until right, R256) -> done
    before it is done -> void

Its deeds: `write` and `correct`; `review` of what is beyond the price board 價目; `agree` on price
and time; `dispatch` and dispatch again; `accept`; `arrive`; materials drawn and checked; `change`
confirmed before the work goes on; `done`; opinion and signature; payment; waiver or reduction;
damage and its settlement; rework; the slip back; `close`; `void`. Which deed is possible when is
`service_order_deeds`, what closes an order `service_order_close`; materials, changes, damage and
rework are `service_order_parts`. Texts are clean before the rules see them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from desk.domain.service_order_parts import Change, Damage, Material, Rework

NAME_LIMIT = 80
PHONE_LIMIT = 40
PLACE_LIMIT = 120
WISH_LIMIT = 4_000
PLAN_LIMIT = 4_000
REMARK_LIMIT = 2_000
WHY_LIMIT = 400
CODE_LIMIT = 40
ITEM_LIMIT = 120
COUNTED_LIMIT = 20
WORDS_LIMIT = 2_000
MOST = Decimal("9999999.99")
MOST_COUNTED = Decimal("99999.99")
NOTHING = Decimal(0)


class Kind(StrEnum):
    """Which of the two papers it is."""

    COMMISSIONED = "commissioned"  # 顧客委託服務單 (F18, F24)
    REPAIR = "repair"  # 維修服務單 (F8, F9)


class State(StrEnum):
    """Where an order stands."""

    REVIEW = "review"  # 待評審: beyond the price board (R237)
    WRITTEN = "written"  # 已登記
    AGREED = "agreed"  # 已約定
    DISPATCHED = "dispatched"  # 已派工
    ON_SITE = "on_site"  # 已到場
    DONE = "done"  # 已完工
    REWORK = "rework"  # 返工中
    CLOSED = "closed"  # 已銷單
    UNABLE = "unable"  # 不能提供: explained (R237)
    VOID = "void"  # 作廢


OVER = (State.CLOSED, State.UNABLE, State.VOID)
BEFORE_DONE = (State.REVIEW, State.WRITTEN, State.AGREED, State.DISPATCHED, State.ON_SITE)


class Urgency(StrEnum):
    """By what the time is set (R236)."""

    USUAL = "usual"  # 一般
    URGENT = "urgent"  # 急修
    APPOINTED = "appointed"  # 預約


class Liability(StrEnum):
    """Who answers for what is repaired 維修責任 (R188)."""

    HOUSEHOLD = "household"  # 住戶
    ESTATE = "estate"  # 公共部位、管理處
    BUILDER = "builder"  # 建設單位保修
    OTHER = "other"


class Satisfaction(StrEnum):
    """The customer's opinion 顧客意見."""

    VERY = "very"  # 非常滿意
    SATISFIED = "satisfied"  # 滿意
    FAIR = "fair"  # 一般
    DISSATISFIED = "dissatisfied"  # 不滿意


class EventKind(StrEnum):
    """The steps of an order's journal."""

    WRITTEN = "written"
    CORRECTED = "corrected"
    REVIEWED = "reviewed"  # 評審: able
    UNABLE = "unable"  # 評審: unable
    AGREED = "agreed"
    MISSED = "missed"  # nobody was there in time, and another time was agreed
    DISPATCHED = "dispatched"
    ACCEPTED = "accepted"  # 接單
    ARRIVED = "arrived"
    MATERIAL = "material"
    MATERIAL_CHECKED = "material_checked"
    CHANGE = "change"
    CHANGE_CONFIRMED = "change_confirmed"
    CHANGE_REFUSED = "change_refused"
    DONE = "done"
    OPINION = "opinion"
    SIGNED = "signed"
    PAID = "paid"
    WAIVED = "waived"  # 豁免、減收
    WAIVER_ENDED = "waiver_ended"  # it is another order now
    DAMAGE = "damage"
    DAMAGE_SETTLED = "damage_settled"
    REWORK = "rework"
    SLIP_BACK = "slip_back"  # 單據交回
    CLOSED = "closed"
    REOPENED = "reopened"
    VOID = "void"


@dataclass(frozen=True)
class OrderEntry:
    """What somebody wishes (R235), from a visit, a complaint or directly.

    `asked_at` None is now. `item_code` names the item of the price board 收費項目; without one a
    commissioned service is beyond the board and reviewed first. `agreement_id` is the customer's
    long-term service agreement 特約服務協議. `plan` and `liability` are those of a repair (R188).
    """

    kind: Kind
    customer: str = ""
    wish: str = ""
    unit_id: int | None = None
    resident_id: int | None = None
    phone: str = ""
    place: str = ""
    reception_id: int | None = None
    complaint_id: int | None = None
    item_code: str = ""
    quantity: Decimal = Decimal(1)
    agreement_id: int | None = None
    plan: str = ""
    liability: Liability | None = None
    remark: str = ""
    asked_at: datetime | None = None


@dataclass(frozen=True)
class AgreeEntry:
    """What was agreed with the customer (R105, R236): the whole price, and when somebody comes.

    `appointed_at` is needed for an appointment and None for the rest; `at` None is now.
    """

    price: Decimal | None
    urgency: Urgency = Urgency.USUAL
    appointed_at: datetime | None = None
    person: str = ""
    at: datetime | None = None
    note: str = ""


@dataclass(frozen=True)
class ReviewEntry:
    """What the review beyond the board says (R237): `others` are other companies' contacts where
    it cannot be done; `to_board` puts it on the next price board at `price` for each `counted`."""

    name: str = ""
    counted: str = ""
    price: Decimal | None = None
    to_board: bool = False
    others: str = ""


@dataclass(frozen=True)
class DispatchEntry:
    """Who is sent 派工; `why` says why somebody else is sent than before; `at` None is now.

    `skill` is what the work asks for (R251) where the item of the board does not say so.
    """

    person_id: int | None = None
    skill: str = ""
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True)
class StepEntry:
    """Something happened: accepted, arrived, the slip came back. `at` None is now."""

    at: datetime | None = None
    person: str = ""
    note: str = ""


@dataclass(frozen=True)
class DoneEntry:
    """The work is finished 完工 (R242): what was done and the whole amount, materials included.

    After a rework the amount stays as it was: rework is free (R256)."""

    work_done: str = ""
    amount: Decimal | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class OpinionEntry:
    """The customer's opinion and, where it was signed, by whom and on which day (R105, R244)."""

    satisfaction: Satisfaction | None = None
    words: str = ""
    signed_by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True)
class OrderFacts:
    """What the rules ask about an order. `price` is what was agreed, changes included; `amount`
    what the finished work costs; `paid` what receipts say; `waived` what is let off; `missed_by`
    the first moment by which nobody had come, where another time was agreed since (R240)."""

    kind: Kind
    state: State
    asked_at: datetime
    item_code: str = ""
    skill: str = ""
    reviewed_at: datetime | None = None
    price: Decimal | None = None
    urgency: Urgency = Urgency.USUAL
    appointed_at: datetime | None = None
    agreed_at: datetime | None = None
    dispatched_at: datetime | None = None
    accepted_at: datetime | None = None
    arrive_by: datetime | None = None
    missed_by: datetime | None = None
    arrived_at: datetime | None = None
    done_at: datetime | None = None
    amount: Decimal | None = None
    satisfaction: Satisfaction | None = None
    signed_on: date | None = None
    slip_back_at: datetime | None = None
    paid: Decimal = NOTHING
    waived: Decimal = NOTHING
    materials: tuple[Material, ...] = ()
    changes: tuple[Change, ...] = ()
    damages: tuple[Damage, ...] = ()
    reworks: tuple[Rework, ...] = ()

    @property
    def rework(self) -> Rework | None:
        """The rework that is not finished yet."""
        return self.reworks[-1] if self.reworks and self.reworks[-1].is_open else None

    @property
    def is_sent(self) -> bool:
        """Whether somebody was sent for the visit that is due now."""
        visit = self.rework
        return (self.dispatched_at if visit is None else visit.dispatched_at) is not None

    @property
    def is_there(self) -> bool:
        """Whether somebody has arrived for the visit that is due now."""
        visit = self.rework
        return (self.arrived_at if visit is None else visit.arrived_at) is not None

    @property
    def owed(self) -> Decimal:
        """What is still to be paid; never less than nothing."""
        asked = self.amount if self.amount is not None else self.price or NOTHING
        return max(asked - self.waived - self.paid, NOTHING)

    @property
    def overpaid(self) -> Decimal:
        """What was taken beyond what it costs."""
        asked = self.amount if self.amount is not None else self.price or NOTHING
        return max(self.paid + self.waived - asked, NOTHING)


def is_beyond_board(kind: Kind, item_code: str) -> bool:
    """Whether a wish is reviewed before it is agreed (R237): a service that no item names."""
    return kind is Kind.COMMISSIONED and not item_code


def first_state(kind: Kind, item_code: str) -> State:
    """Where an order stands once it is written down; beyond the routine it is reviewed first
    (R104, R237)."""
    return State.REVIEW if is_beyond_board(kind, item_code) else State.WRITTEN
