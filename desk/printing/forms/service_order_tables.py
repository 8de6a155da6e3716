"""The two tables of an order's paper: what was agreed, and the materials with boxes to tick."""

from dataclasses import replace
from typing import NamedTuple

from desk.i18n import pgettext
from desk.printing.forms.release_pass_goods import Goods, GoodsColumn
from desk.printing.forms.service_order_slip import MaterialLine, PricedLine, WorkSlip
from desk.printing.papers import MM
from desk.printing.pen import Hand

_NARROW = 200  # millimetres of a paper's width
_LEAST, _LEAST_CLOSE = 6.0, 5.6
_BLANK_LINES, _BLANK_MATERIALS = 3, 2
_MORE = 1  # empty rows for what is drawn beyond the list
_TICK = "√"


class Sheet(NamedTuple):
    """Where a table stands: in which hand, how wide in points."""

    hand: Hand
    width: float

    def goods(self, *columns: GoodsColumn) -> Goods:
        """A table without rows, numbered before its columns."""
        least = (_LEAST_CLOSE if self.hand.paper.compact else _LEAST) * MM
        number = GoodsColumn(pgettext("order paper", "No"), 9, middle=True)
        return Goods(self.hand, self.width, (number, *columns), least)

    def wide(self, width: float) -> float:
        """A column, narrower on narrow paper."""
        return width * (0.8 if self.hand.paper.width < _NARROW else 1.0)


def priced(slip: WorkSlip, sheet: Sheet) -> Goods:
    """What was agreed, one by one, and all together (R236)."""
    goods = sheet.goods(
        GoodsColumn(pgettext("order paper", "Item agreed"), 0),
        GoodsColumn(pgettext("order paper", "Count"), sheet.wide(18), middle=True),
        GoodsColumn(pgettext("order paper", "Price"), sheet.wide(26), end=True),
        GoodsColumn(pgettext("order paper", "Amount"), sheet.wide(26), end=True),
    )
    if not slip.lines:
        return goods.with_blanks(_BLANK_LINES)
    things = [_priced(at, one) for at, one in enumerate(slip.lines, 1)]
    if slip.total:
        things.append(("", pgettext("order paper", "Agreed in all"), "", "", slip.total))
    return goods.with_things(things)


def drawn(slip: WorkSlip, sheet: Sheet) -> Goods:
    """What to draw, what the customer brings, and whether it is fit (R238, R253, R254)."""
    goods = sheet.goods(
        GoodsColumn(pgettext("order paper", "Material"), 0),
        GoodsColumn(pgettext("order paper", "Count"), sheet.wide(18), middle=True),
        GoodsColumn(pgettext("order paper", "Whose"), sheet.wide(26), middle=True),
        GoodsColumn(pgettext("order paper", "Fit"), 13, middle=True, box=True),
        GoodsColumn(pgettext("order paper", "Unfit"), 13, middle=True, box=True),
    )
    for at, one in enumerate(slip.materials, 1):
        goods = _looked_at(goods.with_things([_material(at, one)]), one)
    if slip.done_at is not None:
        return goods
    return goods.with_blanks(_MORE if slip.materials else _BLANK_MATERIALS)


def _priced(at: int, one: PricedLine) -> tuple[str, ...]:
    return str(at), one.what, one.count, one.price, one.amount


def _material(at: int, one: MaterialLine) -> tuple[str, ...]:
    whose = (
        pgettext("order paper", "Customer's own")
        if one.is_own
        else pgettext("order paper", "To draw")
    )
    fit, unfit = _TICK if one.fit else "", _TICK if one.fit is False else ""
    return str(at), one.what, one.count, whose, fit, unfit


def _looked_at(goods: Goods, one: MaterialLine) -> Goods:
    """Where somebody has looked at the last material, there is no box to tick."""
    if one.fit is None:
        return goods
    (line,) = goods.rows[-1]
    return replace(goods, rows=(*goods.rows[:-1], (line._replace(ticked=False),)))
