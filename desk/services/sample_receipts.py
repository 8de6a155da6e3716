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
from desk.services.sample_people import Script
from desk.services.sample_visits import Caller
from desk.services.workplace import Workplace

DAYS = 5
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_WAYS = (Method.CASH, Method.ELECTRONIC, Method.CARD, Method.CASH, Method.TRANSFER)
_A_DAY = 3


def fill(desks: list[Workplace], script: Script, callers: list[Caller], clock: FixedClock) -> None:
    """Take money as the clerks would over the last days; `clock` shows today."""
    today = clock.moment
    try:
        _Money(desks, script, callers, clock).play()
    finally:
        clock.moment = today


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

    def play(self) -> None:
        """A mandate first, then what was taken by it and besides."""
        self._at(DAYS * _DAY)
        mandate_id = self._entrust(self._words["builder"], signed=True)
        self._entrust(self._words["other"], signed=False)
        lines = self._lines()
        for days in range(_A_DAY - 1, -1, -1):
            self._at(days * _DAY + 6 * _HOUR)
            for way in _WAYS:
                self._take((next(lines),), way)
        self._at(3 * _HOUR)
        self._take(self._fees(), Method.CHEQUE, mandate_id)
        reduction = _line(self._words["reduction"])
        self._take((next(lines), next(lines), reduction), Method.CASH)
        self._void(self._take((next(lines),), Method.CASH))

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
        self._clock.moment += _HOUR / 4
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

    def _void(self, known: receipt.ReceiptRow) -> None:
        self._clock.moment += _HOUR / 6
        receipt.void(self._desk, known.id, known.version, self._words["why"])

    def _fees(self) -> tuple[LineEntry, ...]:
        pairs = zip(self._words["fees"], self._words["prices"], strict=True)
        return tuple(LineEntry(fee[0], Decimal(price)) for fee, price in pairs)

    def _lines(self) -> Iterator[LineEntry]:
        return cycle(map(_line, self._words["lines"]))

    def _at(self, ago: timedelta) -> None:
        self._clock.moment = self._today - ago


def _line(told: list[str]) -> LineEntry:
    return LineEntry(told[0], Decimal(told[1]))
