"""What a policy says of commissioned services 委託服務 and repairs 維修 (R107-R110, R240, R250):
how soon somebody comes, whom the desk calls back, what closes an order.

The manuals disagree on callbacks (K9): M1 asks a share by how many orders a month has, within one
working day; M4 asks 60 % within 2 days, of which 40 % at the door. M1 says nothing of 201 to 299
orders and puts exactly 100 in two tiers; the borders here are explicit and our reading is marked.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from desk.domain.deadlines import Counting, Term, Unit
from desk.domain.policy_part import Labels, Part


class AlwaysClass(StrEnum):
    """Whose orders are called back whatever the share (R109)."""

    NEW_AGREEMENT = "new_agreement"  # ① 新簽長期協議的客戶
    NEW_SERVICE = "new_service"  # ② 新推出的服務
    NEW_PERSON = "new_person"  # ③ 新的服務人員
    COMPLAINED_PERSON = "complained_person"  # ④ 上次被投訴的服務人員


class Denominator(StrEnum):
    """Of what the share of home visits is counted (K9)."""

    ORDERS = "orders"  # of all orders of the month
    CALLBACKS = "callbacks"  # of the callbacks that were made


class OrderCondition(StrEnum):
    """What an order needs before it is closed (K13)."""

    DONE = "done"  # 完工 (R242)
    SIGNED = "signed"  # 顧客簽字認可 (R244)
    OPINION = "opinion"  # 顧客意見 (R188)
    PAID = "paid"  # 收費或減免 (R244, R256)
    SLIP_BACK = "slip_back"  # 單據交回 (R245, R189)
    CHANGES = "changes"  # 變更已確認 (R243)
    DAMAGE = "damage"  # 損壞已處理 (R255)
    REWORK = "rework"  # 返工至合格 (R256)


_WORKING_DAY = Term(1, Unit.DAYS, Counting.WORKING)
_HALF_AN_HOUR = Term(30, Unit.MINUTES, Counting.NATURAL)


@dataclass(frozen=True)
class CallbackTier:
    """From `least` to `most` orders a month, both included (None: and more), at least `share` %."""

    least: int
    most: int | None
    share: int
    ours: tuple[Part, ...] = ()


@dataclass(frozen=True)
class OrderCallbackRule:
    """Which share of the orders done in a month is called back, by when, and how.

    `term` runs from the completion. `tiers` cover every count once, from 0 on; without any nobody
    must be called. `visit_share` % of `visit_of` are visits at the door. `home_visit_months`: a
    customer with a long-term agreement is visited once in so many months (R110); 0 never.
    `new_days`: for so many days an agreement, a service or a person counts as new. `tries`: so
    often a customer is tried in vain before he is let off; `tries_apart`: a try counts so many
    minutes after the last that did. Both are ours, as no manual says when one may give up (R107,
    R250).
    """

    term: Term = _WORKING_DAY
    tiers: tuple[CallbackTier, ...] = ()
    always: tuple[AlwaysClass, ...] = ()
    visit_share: int = 0
    visit_of: Denominator = Denominator.CALLBACKS
    home_visit_months: int = 0
    new_days: int = 30
    tries: int = 3
    tries_apart: int = 60
    clauses: tuple[str, ...] = ()
    ours: tuple[Part, ...] = ()

    def share(self, orders: int) -> int:
        """The least percentage of so many orders of a month (R108, K9); 0 where none is asked."""
        found = (one for one in self.tiers if one.least <= orders)
        return max(
            (one.share for one in found if one.most is None or orders <= one.most), default=0
        )


NO_QUOTA = OrderCallbackRule()


@dataclass(frozen=True)
class OrderRule:
    """What holds for orders and repair slips.

    `arrive`: from the slip to the door, where no time was agreed (R240); with an appointment the
    agreed time holds. `close` are the conditions of closing (R244, R245). `skill_checked`: who is
    sent must hold the skill and a certificate in force (R251). `agreement_notice_days`: an
    agreement or certificate that ends within so many days is seen before it does. `money_days`:
    money is receipted so many days after it came in at most. `labels` is what the estate calls the
    order's paper; empty: as the program does (K11).
    """

    arrive: Term = _HALF_AN_HOUR
    callback: OrderCallbackRule = NO_QUOTA
    close: tuple[OrderCondition, ...] = tuple(OrderCondition)
    skill_checked: bool = True
    agreement_notice_days: int = 30
    money_days: int = 31
    clauses: tuple[str, ...] = ("R240", "R244", "R245", "R251")
    labels: Labels = field(default_factory=dict)
    ours: tuple[Part, ...] = ()


ORDERS = OrderRule(ours=(Part.RULE,))
