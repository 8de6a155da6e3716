"""The callback rules of the manuals, side by side (K9)."""

from desk.domain.deadlines import Counting, Term, Unit
from desk.domain.policy_part import Part
from desk.domain.service_order_rule import (
    AlwaysClass,
    CallbackTier,
    Denominator,
    OrderCallbackRule,
)

WORKING_DAY = Term(1, Unit.DAYS, Counting.WORKING)

M1 = OrderCallbackRule(
    term=WORKING_DAY,
    tiers=(
        CallbackTier(0, 99, 30),
        CallbackTier(100, 200, 20),
        CallbackTier(201, 299, 20, ours=(Part.RULE,)),
        CallbackTier(300, None, 10),
    ),
    always=tuple(AlwaysClass),
    home_visit_months=3,
)
M4 = OrderCallbackRule(
    term=Term(2, Unit.DAYS),
    tiers=(CallbackTier(0, None, 60),),
    visit_share=40,
    visit_of=Denominator.CALLBACKS,
)
STRICTEST = OrderCallbackRule(
    term=WORKING_DAY,
    tiers=(CallbackTier(0, None, 60),),
    always=tuple(AlwaysClass),
    visit_share=40,
    visit_of=Denominator.CALLBACKS,
    home_visit_months=3,
)
