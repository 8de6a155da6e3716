"""How the services went, on a real database (R257, R258, F27)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.permissions import Permission, Role
from desk.domain.receipt import LineEntry, Method, Place, ReceiptEntry
from desk.domain.service_callback import CallbackEntry
from desk.domain.service_figures import Counts, FigureKind, Share, months_of, quarter_of
from desk.errors import RuleRefused
from desk.services import (
    paper,
    paper_service_figures,
    receipt,
    service_callback,
    service_figures,
)
from desk.services.paper import FormCode, Period
from desk.services.service_figures import Behind
from desk.services.workplace import Workplace
from tests.services.callback_course import HOUR, done_orders

FRIDAY = datetime(2026, 11, 20, 6, 0, tzinfo=UTC)
OCTOBER = datetime(2026, 10, 15, 6, 0, tzinfo=UTC)
NOVEMBER = date(2026, 11, 1), date(2026, 11, 30)
ANSWER = CallbackEntry(
    CallbackHow.PHONE, CallbackOutcome.REACHED, timeliness=5, manners=5, quality=5, requirement=5
)


@pytest.fixture
def orders(workplace: Workplace) -> tuple[int, ...]:
    """Six orders of November: the second late, the third never on time, the fourth done over, the
    fifth without a moment, the sixth of another service and waived in part."""
    return (
        *done_orders(workplace, 1, FRIDAY),
        *done_orders(workplace, 1, FRIDAY, arrived_at=FRIDAY),
        *done_orders(workplace, 1, FRIDAY, arrived_at=None, satisfaction="dissatisfied"),
        *done_orders(workplace, 1, FRIDAY, reworks=1, satisfaction="satisfied"),
        *done_orders(workplace, 1, FRIDAY, arrive_by=None, satisfaction="fair"),
        *done_orders(
            workplace,
            1,
            FRIDAY,
            item_code="B02",
            item_name="疏通渠道",
            amount=Decimal("500.50"),
            waived=Decimal("100.50"),
            satisfaction="very",
        ),
    )


def pay(workplace: Workplace, order_id: int, amount: str) -> int:
    lines = (LineEntry("服務費", Decimal(amount)),)
    entry = ReceiptEntry(
        kind="service_order",
        record_id=order_id,
        payer="曾德華",
        lines=lines,
        method=Method.CASH,
        place=Place.CENTRE,
    )
    with workplace.deed(Permission.REGISTER) as work:
        written = receipt.write(work, entry)
        work.commit()
    return written.id


def test_every_figure_is_so_many_of_so_many(workplace: Workplace, orders: tuple[int, ...]) -> None:
    service_callback.call_back(workplace, orders[2], replace(ANSWER))
    found = service_figures.figures(workplace, *NOVEMBER).whole
    assert found.orders == 6
    assert found.share(FigureKind.ON_TIME) == Share(3, 5)
    assert found.share(FigureKind.RIGHT_FIRST) == Share(5, 6)
    assert found.share(FigureKind.SATISFIED) == Share(3, 4)
    assert found.share(FigureKind.CALLED_BACK) == Share(1, 6)
    assert found.share(FigureKind.RIGHT_FIRST).percent == Decimal("83.3")


def test_the_callbacks_answer_stands_before_the_slips(
    workplace: Workplace, orders: tuple[int, ...]
) -> None:
    before = service_figures.figures(workplace, *NOVEMBER).whole
    assert before.share(FigureKind.SATISFIED) == Share(2, 4)
    unhappy = replace(ANSWER, quality=1, words="仍漏水")
    view = service_callback.call_back(workplace, orders[3], unhappy)
    assert service_figures.figures(workplace, *NOVEMBER).whole.satisfied == 1
    assert view.answer is not None
    manager = workplace.signed_in_as(replace(workplace.actor, role=Role.MANAGER))
    service_callback.void(manager, view.answer.id, view.answer.version, "寫錯單")
    assert service_figures.figures(workplace, *NOVEMBER).whole == before


@pytest.mark.parametrize("kind", FigureKind)
def test_behind_each_figure_stands_its_list(
    workplace: Workplace, orders: tuple[int, ...], kind: FigureKind
) -> None:
    service_callback.call_back(workplace, orders[0], ANSWER)
    share = service_figures.figures(workplace, *NOVEMBER).whole.share(kind)

    def listed(hit: bool | None) -> set[int]:
        rows = service_figures.behind(workplace, *NOVEMBER, Behind(kind, hit)).rows
        return {row.id for row in rows}

    assert len(listed(True)) == share.hits
    assert len(listed(None)) == share.whole
    assert listed(True) | listed(False) == listed(None)
    assert not listed(True) & listed(False)


def test_revenue_is_charged_by_orders_and_received_by_receipts(
    workplace: Workplace, orders: tuple[int, ...]
) -> None:
    pay(workplace, orders[0], "300")
    pay(workplace, orders[5], "200")
    pay(workplace, orders[5], "200")
    wrong = pay(workplace, orders[1], "99")
    receipt.void(workplace, wrong, receipt.get(workplace, wrong).version, "開錯")
    found = service_figures.figures(workplace, *NOVEMBER)
    by_item = {one.code: (one.orders, one.charged, one.received) for one in found.items}
    assert by_item == {
        "A01": (5, Decimal(1500), Decimal(300)),
        "B02": (1, Decimal(400), Decimal(400)),
    }
    assert [one.code for one in found.items] == ["B02", "A01"]
    assert (found.whole.charged, found.whole.received) == (Decimal(1900), Decimal(700))
    rows = service_figures.behind(workplace, *NOVEMBER, Behind(item="B02")).rows
    assert [(row.id, row.charged) for row in rows] == [(orders[5], Decimal(400))]


def test_a_quarter_is_told_month_by_month(workplace: Workplace, orders: tuple[int, ...]) -> None:
    done_orders(workplace, 2, OCTOBER)
    found = service_figures.figures(workplace, *quarter_of(FRIDAY.date()))
    assert [(one.month.month, one.counts.orders) for one in found.months] == [
        (10, 2),
        (11, 6),
        (12, 0),
    ]
    assert found.whole.orders == 8


def test_the_estates_midnight_parts_the_months(workplace: Workplace) -> None:
    midnight = datetime(2026, 10, 31, 16, 0, tzinfo=UTC)  # 1 November 00:00 in Hong Kong
    done_orders(workplace, 2, midnight, HOUR)
    assert service_figures.figures(workplace, *NOVEMBER).whole.orders == 1


def test_a_long_list_is_read_page_by_page(workplace: Workplace) -> None:
    done_orders(workplace, 7, FRIDAY, timedelta())
    seen: list[int] = []
    after = None
    while True:
        page = service_figures.behind(workplace, *NOVEMBER, Behind(), after, 3)
        seen += [row.id for row in page.rows]
        after = page.next_key
        if after is None:
            break
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == 7


def test_a_period_without_orders_has_no_shares(workplace: Workplace) -> None:
    found = service_figures.figures(workplace, *NOVEMBER)
    assert found.whole == Counts()
    assert {found.whole.share(kind).percent for kind in FigureKind} == {None}
    assert found.items == ()
    with pytest.raises(RuleRefused):
        service_figures.figures(workplace, *reversed(NOVEMBER))


def test_months_and_quarters() -> None:
    assert quarter_of(date(2026, 11, 20)) == (date(2026, 10, 1), date(2026, 12, 31))
    assert quarter_of(date(2028, 2, 29)) == (date(2028, 1, 1), date(2028, 3, 31))
    assert months_of(date(2026, 10, 15), date(2026, 11, 3)) == (
        (date(2026, 10, 15), date(2026, 10, 31)),
        (date(2026, 11, 1), date(2026, 11, 3)),
    )
    assert len(months_of(date(2020, 1, 1), date(2026, 12, 31))) == 24
    assert months_of(date(9999, 12, 1), date.max) == ((date(9999, 12, 1), date.max),)
    assert months_of(date(2026, 11, 2), date(2026, 11, 1)) == ()


# On paper


def test_the_paper_says_what_was_counted(workplace: Workplace, orders: tuple[int, ...]) -> None:
    done_orders(workplace, 2, OCTOBER)
    pay(workplace, orders[0], "300")
    period = Period(*quarter_of(FRIDAY.date()))
    sheet = paper.prepare_register(workplace, FormCode.SERVICE_FIGURES, period, "zh_Hant")
    told = sheet.content
    assert (told["orders"], told["charged"], told["received"]) == (8, "HK$2,500.00", "HK$300.00")
    assert told["rates"][0] == {"kind": "on_time", "hits": 5, "whole": 7}
    assert [one["orders"] for one in told["months"]] == [2, 6, 0]
    assert [one["code"] for one in told["revenue"]] == ["A01", "B02"]
    assert sheet.painted().startswith(b"%PDF")


def test_the_chart_is_drawn_for_the_screen_too(
    workplace: Workplace, orders: tuple[int, ...]
) -> None:
    assert len(orders) == 6
    for span in (NOVEMBER, quarter_of(FRIDAY.date()), (date(2025, 12, 1), date(2026, 11, 30))):
        found = service_figures.figures(workplace, *span)
        drawn = paper_service_figures.chart(found, "zh_Hans", (420.0, 560.0))
        assert drawn.pdf.startswith(b"%PDF")
        assert drawn.spots
