"""The words of a row of the register."""

from desk.i18n import EstateFormat
from desk.services.reception import ReceptionRow
from desk.ui.kit.record_model import Column
from desk.ui.reception import labels
from desk.ui.reception.words import channel_words, entered_words, kind_words, row_chip

SPARED = frozenset({"first_asked", "kind"})
"""What a narrow list leaves out."""


def columns(custom: EstateFormat) -> tuple[Column[ReceptionRow], ...]:
    """Real time and number, who and where, what was asked and done, kind, clerk, state."""
    moments = _Moments(custom)
    return (
        Column("happened_at", labels.happened_at, moments.happened, 160, note=moments.number),
        Column("person", labels.person, _who, 148, strong=True, note=_unit),
        Column("request", labels.request, _request, stretch=True, note=_answer),
        Column("kind", labels.kind, _kind, 104, note=_channel),
        Column("first_asked", labels.first_asked, _first_asked, 96, muted=True),
        Column("state", labels.state, _nothing, 104, chip=row_chip),
    )


class _Moments:
    """Times by the estate's clock; a late entry tells both (R86)."""

    def __init__(self, custom: EstateFormat) -> None:
        self._custom = custom

    def happened(self, row: ReceptionRow) -> str:
        return self._custom.datetime(row.happened_at)

    def number(self, row: ReceptionRow) -> str:
        return entered_words(row, self._custom) or row.number


def _who(row: ReceptionRow) -> str:
    return row.caller_name


def _unit(row: ReceptionRow) -> str:
    return row.unit or row.caller_phone


def _request(row: ReceptionRow) -> str:
    return " ".join(row.request.split())


def _answer(row: ReceptionRow) -> str:
    return " ".join(row.answer.split())


def _kind(row: ReceptionRow) -> str:
    return kind_words(row.kind)


def _channel(row: ReceptionRow) -> str:
    return channel_words(row.channel)


def _first_asked(row: ReceptionRow) -> str:
    return row.first_asked


def _nothing(_row: ReceptionRow) -> str:
    return ""
