"""Which locks a release pass 放行條 has, by what leaves or comes: a table of the policy (K20).

M0 speaks of bulky goods and of moving house alone. What stands here of contractors' tools and of
goods that come back is our own reading, and marked so; what a tenant's pass needs beside the
owner's word is the estate's own, and nothing is invented for it (R41).
"""

from dataclasses import dataclass, field
from enum import StrEnum

from desk.domain.policy_part import Labels, Part


class PassKind(StrEnum):
    """What passes the gate (R37, R39, K20)."""

    BULKY_GOODS = "bulky_goods"  # 大件物品 (R37)
    MOVING_OUT = "moving_out"  # 遷出 (R39)
    MOVING_IN = "moving_in"  # 遷入 (R39)
    CONTRACTOR_TOOLS = "contractor_tools"  # 工程工具
    RETURNABLE_GOODS = "returnable_goods"  # 須歸還物品


class OwnerRule(StrEnum):
    """When the owner confirms 業主確認 (R40)."""

    ALWAYS = "always"
    TENANTS = "tenants"  # where a tenant takes something out
    NEVER = "never"


# From mild to strict: of two policies the stricter holds.
OWNER_RANKS = (OwnerRule.NEVER, OwnerRule.TENANTS, OwnerRule.ALWAYS)


@dataclass(frozen=True)
class PassRule:
    """The locks of one kind of pass.

    `owner` says when the owner confirms (R40), `fees` that the fees are cleared first (R39),
    `returnable` that all of it comes back. Items are listed one by one always (R38). `labels` is
    what the estate calls the kind; empty: as the program does.
    """

    kind: PassKind
    clauses: tuple[str, ...]
    owner: OwnerRule = OwnerRule.ALWAYS
    fees: bool = False
    returnable: bool = False
    labels: Labels = field(default_factory=dict)
    ours: tuple[Part, ...] = ()


PASSES: tuple[PassRule, ...] = (
    PassRule(PassKind.BULKY_GOODS, ("R37", "R38", "R40", "K20")),
    PassRule(PassKind.MOVING_OUT, ("R37", "R38", "R39", "R40"), fees=True),
    PassRule(PassKind.MOVING_IN, ("R38", "R39", "R40"), fees=True, ours=(Part.SCOPE,)),
    PassRule(PassKind.CONTRACTOR_TOOLS, ("R38", "K20"), OwnerRule.TENANTS, ours=(Part.RULE,)),
    PassRule(
        PassKind.RETURNABLE_GOODS,
        ("R38", "K20"),
        OwnerRule.TENANTS,
        returnable=True,
        ours=(Part.RULE,),
    ),
)
