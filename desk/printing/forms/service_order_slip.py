"""What an order's paper and a repair slip say: the values the two have in common (R187, R238).

The technician goes with the slip and nothing else: who, where, the phone to ring, the wish, the
time, what it costs, what to draw. What is not known yet is left to write by hand.
"""

from dataclasses import dataclass
from datetime import date, datetime

from desk.domain.receipt import Place
from desk.domain.service_order import Satisfaction
from desk.printing.form import FormData


@dataclass(frozen=True)
class PricedLine:
    """One thing agreed on 收費項目: what, how many of which unit, the price of one, the amount."""

    what: str
    count: str = ""
    price: str = ""
    amount: str = ""


@dataclass(frozen=True)
class MaterialLine:
    """One material 材料: what, how many, whether the customer brings it 自備.

    `fit` is None until somebody has looked at it (R253, R254).
    """

    what: str
    count: str = ""
    is_own: bool = False
    fit: bool | None = None


@dataclass(frozen=True, kw_only=True)
class WorkSlip(FormData):
    """The values of one order. Moments are aware UTC; amounts as the estate writes money.

    `phone` stands whole: the technician rings it. `time` is the appointment or the latest arrival
    in words; `source` the visit or complaint it came from; `desk_phone` whom the technician asks
    (R243). `callback` says how, when and with what result the customer was called back (R247).
    """

    customer: str = ""
    unit: str = ""
    phone: str = ""
    source: str = ""
    wish: str = ""
    time: str = ""
    technician: str = ""
    provider: str = ""
    dispatched_by: str = ""
    dispatched_at: datetime | None = None
    lines: tuple[PricedLine, ...] = ()
    total: str = ""
    materials: tuple[MaterialLine, ...] = ()
    unfit: str = ""
    arrived_at: datetime | None = None
    done_at: datetime | None = None
    change: str = ""
    rework: str = ""
    amount: str = ""
    paid_where: Place | None = None
    collector: str = ""
    receipt: str = ""
    waiver: str = ""
    satisfaction: Satisfaction | None = None
    opinion: str = ""
    remark: str = ""
    callback: str = ""
    called_by: str = ""
    signed_by: str = ""
    signed_on: date | None = None
    back_at: datetime | None = None
    back_by: str = ""
    desk_phone: str = ""
