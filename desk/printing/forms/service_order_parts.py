"""The rows of an order's paper and of a repair slip, on cut paper and on 241 mm continuous paper.

Wide paper has three fields in a line; a page that is not high has no section names.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desk.domain.receipt import Place
from desk.domain.service_order import Satisfaction
from desk.i18n import pgettext
from desk.printing.flow import Block
from desk.printing.forms.service_order_slip import WorkSlip
from desk.printing.forms.service_order_tables import Sheet, drawn, priced
from desk.printing.grid import Field, row
from desk.printing.pen import Hand
from desk.printing.rows import LEFT, RIGHT, Rows, signer, ticks, words

_WIDE, _NARROW = 220, 200  # millimetres of a paper's width
_LOW = 220  # millimetres of its height: what is lower has fewer empty rows
_ROW = 6.8
_NO_BREAK = "\u00a0"  # a telephone number stays on one line


@dataclass(frozen=True)
class SlipParts:
    """The parts of one slip on one paper."""

    slip: WorkSlip
    hand: Hand
    rows: Rows

    @classmethod
    def of(cls, slip: WorkSlip, hand: Hand) -> "SlipParts":
        """Cut paper is laid out closer, so that the slip is one page of A4."""
        if not hand.paper.compact:
            space = replace(hand.paper.space, pad=1.2, edge=0.6, leading=1.3, line=5.8, title=5.4)
            hand = replace(hand, paper=replace(hand.paper, row=_ROW, space=space))
        return cls(slip, hand, Rows(hand, slip.job, full=hand.paper.compact))

    def pairs(self, *fields: Field) -> list[Block]:
        """Fields two in a row; on wide paper three."""
        across = 3 if self.hand.paper.width >= _WIDE else 2
        return [
            self.rows.row(*_shared(fields[start : start + across]))
            for start in range(0, len(fields), across)
        ]

    # Before somebody goes

    def customer(self) -> list[Block]:
        """Who, where, the phone to ring, and when somebody is to be there (R240)."""
        slip = self.slip
        fields = [
            words(pgettext("paper", "Customer"), slip.customer),
            words(pgettext("paper", "Room"), slip.unit),
            words(pgettext("paper", "Phone"), slip.phone),
            words(pgettext("order paper", "To be there"), slip.time),
            words(pgettext("order paper", "Technician"), self._technician()),
            words(pgettext("order paper", "Came from"), slip.source),
        ]
        if self.hand.paper.width < _NARROW and slip.dispatched_by:
            sent = " · ".join((slip.dispatched_by, self.rows.moment_text(slip.dispatched_at)))
            fields.append(words(pgettext("order paper", "Sent by"), sent))
        return self.pairs(*fields)

    def wish(self) -> Block:
        """What is wanted (R235)."""
        return self._box(pgettext("order paper", "Wish"), self.slip.wish, 10, 1.0)

    def _technician(self) -> str:
        return "　".join(filter(None, (self.slip.technician, self.slip.provider)))

    def price(self) -> Block:
        """What was agreed (R236)."""
        return priced(self.slip, self._sheet())

    def materials(self) -> list[Block]:
        """What to draw, what the customer brings (R238); who insists on an unfit one signs."""
        goods = drawn(self.slip, self._sheet())
        caption = pgettext("order paper", "Unfit but wanted: customer signs first")
        unfit = self.rows.row(words(caption, self.slip.unfit))
        return [goods, unfit] if goods.rows else [unfit]

    def _sheet(self) -> Sheet:
        return Sheet(self.hand, self.rows.width)

    # At the door

    def on_site(self) -> list[Block]:
        """When somebody came and was done, what became other than agreed (R240, R242, R243)."""
        slip = self.slip
        change = pgettext("order paper", "Extra or other work, confirmed by the manager")
        arrived = self.rows.moment(pgettext("order paper", "Arrived"), slip.arrived_at, 0.5)
        done = self.rows.moment(pgettext("order paper", "Finished"), slip.done_at, 0.5)
        return [
            *self._told(),
            self.rows.row(arrived, done),
            self._box(change, slip.change, 10, 0.6),
        ]

    def _told(self) -> list[Block]:
        """How to behave and to be safe, in short (R241, R252); not on a page that is not high."""
        if self.hand.paper.compact:
            return []
        said = pgettext(
            "order paper",
            "Uniform and badge; greet; tell what it is and what it costs before you begin. Cover "
            "floor and furniture, clean up. Switch off power, water or gas first; secure ladders. "
            "Other or more work than agreed: stop and ring the desk ({phone}) first.",
        )
        phone = self.slip.desk_phone.replace(" ", _NO_BREAK) or "____________"
        caption = pgettext("order paper", "To remember")
        return [self.rows.row(words(caption, said.format(phone=phone)))]

    def money(self) -> list[Block]:
        """What was paid, where and to whom (R244, K16); rework is free and counted (R256)."""
        slip = self.slip
        paid = words(pgettext("order paper", "Amount paid"), slip.amount)
        receipt = words(pgettext("order paper", "Receipt no."), slip.receipt)
        known = [
            words(caption, text)
            for caption, text in (
                (pgettext("order paper", "Collected by"), slip.collector),
                (pgettext("order paper", "Waiver"), slip.waiver),
            )
            if text
        ]
        paying: list[Block] = [self.rows.row(self._where(1.0)), *self.pairs(paid, receipt)]
        if self.hand.paper.width >= _WIDE:
            paying = [
                self.rows.row(
                    self._where(0.5),
                    Field(paid.label, paid.content, 0.225),
                    Field(receipt.label, receipt.content, 0.275),
                )
            ]
        return [*paying, *self.pairs(*known), self._rework()]

    def _where(self, share: float) -> Field:
        slip = self.slip
        return ticks(
            pgettext("order paper", "Paid"),
            [
                (pgettext("order paper", "At the centre"), slip.paid_where is Place.CENTRE),
                (pgettext("order paper", "Paid on site"), slip.paid_where is Place.ON_SITE),
                (pgettext("order paper", "Waived, reduced"), bool(slip.waiver)),
            ],
            share,
        )

    def _rework(self) -> Block:
        """Free until it is right, and counted (R256); beside it, where how to behave has no room,
        whom to ring (R243)."""
        field = self._again()
        if not self.hand.paper.compact:
            return self.rows.row(field)
        desk = words(pgettext("order paper", "Ask the desk"), self.slip.desk_phone, 0.34)
        return self.rows.row(replace(field, share=0.66), desk)

    def _again(self) -> Field:
        caption = pgettext("order paper", "Rework")
        if self.slip.rework or self.slip.done_at:
            return words(caption, self.slip.rework or pgettext("order paper", "None"))
        options = (
            pgettext("order paper", "None"),
            pgettext("order paper", "Free, time no. ____, finished ____________"),
        )
        return ticks(caption, [(one, False) for one in options])

    # Afterwards

    def opinion(self, caption: str) -> list[Block]:
        """How content the customer is, in a tick and in words (R188, R244); 備注 (R254)."""
        given = self.slip.satisfaction
        options = [(words_of, code is given) for code, words_of in _opinions()]
        said = pgettext("order paper", "In words"), self.slip.opinion
        remark = pgettext("order paper", "Remark"), self.slip.remark
        if self.hand.paper.compact:
            boxes: list[Block] = [self.rows.row(words(*said), words(*remark))]
        elif self.hand.paper.width < _NARROW:
            boxes = [self._box(*said, 8, 0.5), self._box(*remark, 8, 0.5)]
        else:
            fields = [words(*said), words(*remark)]
            boxes = [row(self.hand, self.rows.width, fields, room=10, appetite=0.5)]
        return [self.rows.row(ticks(caption, options)), *boxes]

    def callback(self) -> list[Block]:
        """回訪: how, with what result, by whom; after a visit the customer signs (R247, R248)."""
        slip = self.slip
        caption = pgettext("order paper", "Callback")
        caller = words(pgettext("order paper", "Called back by"), slip.called_by, 0.38)
        if slip.callback:
            if self.hand.paper.compact:
                return [self.rows.row(words(caption, slip.callback, 0.62), caller)]
            return [self.rows.row(words(caption, slip.callback)), self.rows.row(caller)]
        options = (
            pgettext("order paper", "Visit"),
            pgettext("order paper", "Phone"),
            pgettext("order paper", "Questionnaire"),
        )
        how = ticks(caption, [(one, False) for one in options], 0.62)
        result = words(pgettext("order paper", "Result"), "", 0.62)
        visited = words(pgettext("order paper", "Customer, after a visit"), "", 0.38)
        if self.hand.paper.compact:
            return [self.rows.row(how, caller), self.rows.row(result, visited)]
        signed = row(self.hand, self.rows.width, [result, visited], room=9, appetite=0.3)
        return [self.rows.row(how, caller), signed]

    def signatures(self) -> list[Block]:
        """Who sent, who did the work, the customer (R244), the desk that has the slip (R245)."""
        slip = self.slip
        sent, back = self.rows.on(slip.dispatched_at), self.rows.moment_text(slip.back_at)
        sender = signer(pgettext("order paper", "Sent by"), slip.dispatched_by, sent)
        return list(
            self.rows.signatures(
                *([] if self.hand.paper.width < _NARROW else [sender]),
                signer(pgettext("order paper", "Technician"), slip.technician),
                signer(
                    pgettext("order paper", "Customer: done as agreed"),
                    slip.signed_by,
                    self.rows.on(slip.signed_on),
                ),
                signer(
                    pgettext("order paper", "Desk: slip taken back"), slip.back_by, back, timed=True
                ),
            )
        )

    # Parts

    def _box(self, caption: str, text: str, room: float, appetite: float) -> Block:
        """Room to write in; on a page that is not high a row."""
        if self.hand.paper.compact:
            return self.rows.row(words(caption, text))
        if self.hand.paper.width < _NARROW or self.hand.paper.height < _LOW:
            room *= 0.75
        return self.rows.long(caption, text, room, appetite)


def _shared(fields: Sequence[Field]) -> list[Field]:
    """Two fields: the wider one right, as everywhere."""
    if len(fields) != 2:
        return list(fields)
    one, two = fields
    return [Field(one.label, one.content, LEFT), Field(two.label, two.content, RIGHT)]


def _opinions() -> tuple[tuple[Satisfaction, str], ...]:
    return (
        (Satisfaction.VERY, pgettext("order paper", "Very satisfied")),
        (Satisfaction.SATISFIED, pgettext("order paper", "Satisfied")),
        (Satisfaction.FAIR, pgettext("order paper", "Fair")),
        (Satisfaction.DISSATISFIED, pgettext("order paper", "Not satisfied")),
    )
