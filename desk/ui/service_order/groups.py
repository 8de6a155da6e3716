"""Where the deeds of an order stand among the others."""

BEFORE = "before"  # 登記、評審、約定
SEND = "send"  # 派工、到場
WORK = "work"  # 材料、變更、完工
MONEY = "money"  # 收費
END = "end"  # 簽認、交回、銷單
