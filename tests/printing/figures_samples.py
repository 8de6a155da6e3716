"""A quarter of services in figures, in three languages."""

import datetime as dt
from decimal import Decimal

from desk.domain.service_figures import FigureKind, Share
from desk.printing.forms.service_figures import MonthLine, RateLine, RevenueLine, ServiceFigures
from tests.printing.samples import JOBS

_NAMES = {
    "zh_Hant": ("清洗分體冷氣機", "疏通廚房渠道", "更換門鎖（自備材料）", "全屋清潔"),
    "zh_Hans": ("清洗分体空调", "疏通厨房下水道", "更换门锁（自备材料）", "全屋保洁"),
    "en": ("Clean a split air conditioner", "Unblock a kitchen drain", "Change a lock", "Cleaning"),
}
_SAID = {
    "zh_Hant": ("十月下旬遲到較多，集中在冷氣清洗。", "旺季前加聘一名人員；預約時段錯開半小時。"),
    "zh_Hans": ("十月下旬迟到较多，集中在空调清洗。", "旺季前增聘一名人员；预约时段错开半小时。"),
    "en": ("Late arrivals in late October.", "One more worker before the season."),
}


def month(number: int, orders: int, *counted: tuple[int, int]) -> MonthLine:
    """One month of the quarter."""
    return MonthLine(dt.date(2026, number, 1), orders, *(Share(*one) for one in counted))


def filled(language: str) -> ServiceFigures:
    """The last quarter of 2026."""
    money = JOBS[language].custom.money
    analysis, measures = _SAID[language]
    return ServiceFigures(
        job=JOBS[language],
        since=dt.date(2026, 10, 1),
        until=dt.date(2026, 12, 31),
        orders=312,
        charged=money(Decimal("98650.50")),
        received=money(Decimal("97350.50")),
        rates=tuple(
            RateLine(kind, *counted)
            for kind, counted in zip(
                FigureKind, ((281, 300), (299, 312), (180, 192), (188, 312)), strict=True
            )
        ),
        months=(
            month(10, 98, (84, 95), (92, 98), (55, 60), (30, 98)),
            month(11, 104, (97, 100), (101, 104), (61, 64), (63, 104)),
            month(12, 110, (100, 105), (106, 110), (64, 68), (95, 110)),
        ),
        revenue=tuple(
            RevenueLine(name, f"A{place:02}", orders, money(Decimal(paid)), money(Decimal(paid)))
            for place, (name, orders, paid) in enumerate(
                zip(
                    _NAMES[language],
                    (142, 87, 51, 32),
                    ("42600", "26100", "13250.50", "15400"),
                    strict=True,
                ),
                1,
            )
        ),
        analysis=analysis,
        measures=measures,
    )
