"""Where the deeds of a pass stand among the others."""

LOCKS = "locks"  # 放行條件
ISSUE = "issue"  # 簽發
AT_GATE = "gate"  # 門崗
