"""Money in the sample estate: a builder's mandate in force, one unsigned, some receipts."""

import json
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import cycle
from typing import Any

from desk.clock import FixedClock
from desk.config import resources_folder
from desk.domain.fee_mandate import MandateEntry, MandateItem, SignEntry
from desk.domain.permissions import Permission, Role
from desk.domain.receipt import LineEntry, Method, ReceiptEntry
from desk.services import fee_mandate, receipt
from desk.services.sample_agenda import Course
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

DAYS = 5
_HOUR, _DAY, _QUARTER = timedelta(hours=1), timedelta(days=1), timedelta(minutes=15)
_WAYS = (Method.CASH, Method.ELECTRONIC, Method.CARD, Method.CASH, Method.TRANSFER)
_A_DAY = 3


def course(
    desks: list[Workplace], script: Script, callers: list[Caller], clock: FixedClock
) -> Course:
    """Take money as the clerks would over the last days; `clock` shows today."""
    return _Money(desks, script, callers, clock).course()


class _Money:
    """The clerks at the till, day by day."""

    def __init__(
        self, desks: list[Workplace], script: Script, callers: list[Caller], clock: FixedClock
    ) -> None:
        self._desk = next(one for one in desks if one.actor.role is Role.RECEPTIONIST)
        self._lead = next(one for one in desks if one.allows(Permission.EDIT_HOUSEHOLDS))
        path = resources_folder() / "sample" / "receipts.json"
        self._words: dict[str, Any] = json.loads(path.read_text("utf-8"))[script.region]
        self._callers = cycle(callers)
        self._clock = clock
        self._today = clock.moment

    def course(self) -> Course:
        """A mandate first, then what was taken by it and besides."""
        yield self._today - DAYS * _DAY
        mandate_id = self._entrust(self._words["builder"], signed=True)
        self._entrust(self._words["other"], signed=False)
        lines = self._lines()
        for days in range(_A_DAY - 1, -1, -1):
            morning = self._today - days * _DAY - 6 * _HOUR
            for place, way in enumerate(_WAYS, 1):
                yield morning + place * _QUARTER
                self._take((next(lines),), way)
        later = self._today - 3 * _HOUR
        yield later + _QUARTER
        self._take(self._fees(), Method.CHEQUE, mandate_id)
        reduction = _line(self._words["reduction"])
        yield later + 2 * _QUARTER
        self._take((next(lines), next(lines), reduction), Method.CASH)
        yield later + 3 * _QUARTER
        twice = self._take((next(lines),), Method.CASH)
        yield later + 4 * _QUARTER
        receipt.void(self._desk, twice.id, twice.version, self._words["why"])

    def _entrust(self, builder: str, *, signed: bool) -> int:
        today = self._lead.estate.custom.day(self._clock.moment)
        entry = MandateEntry(
            builder,
            today,
            today + 365 * _DAY if signed else None,
            tuple(MandateItem(*one) for one in self._words["fees"]),
        )
        known = fee_mandate.register(self._lead, entry)
        if signed:
            signature = SignEntry(self._words["signer"], today)
            known = fee_mandate.sign(self._lead, known.id, known.version, signature)
        return known.id

    def _take(
        self, lines: tuple[LineEntry, ...], way: Method, mandate_id: int | None = None
    ) -> receipt.ReceiptRow:
        caller = next(self._callers)
        in_cash = way in (Method.CASH, Method.CARD)
        entry = ReceiptEntry(
            unit_id=caller.unit_id,
            payer=caller.name,
            lines=lines,
            method=way,
            reference="" if in_cash else self._words["bank"],
            mandate_id=mandate_id,
        )
        return receipt.take(self._desk, entry)

    def _fees(self) -> tuple[LineEntry, ...]:
        pairs = zip(self._words["fees"], self._words["prices"], strict=True)
        return tuple(LineEntry(fee[0], Decimal(price)) for fee, price in pairs)

    def _lines(self) -> Iterator[LineEntry]:
        return cycle(map(_line, self._words["lines"]))


def _line(told: list[str]) -> LineEntry:
    return LineEntry(told[0], Decimal(told[1]))
