"""How receipts read on the screen: titles, chips, choices, sums."""

from collections.abc import Sequence

from desk.domain.receipt import Method, Place, Sum
from desk.i18n import EstateFormat, _, ngettext, pgettext
from desk.services.receipt import ReceiptRow
from desk.ui.kit.chips import Chip
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.theme import Tone
from desk.ui.receipt.deeds import LAST_MONTH, MONTH, TODAY, YESTERDAY
from desk.wording import label

_GAP = "　"
_JOINED = "\u2060"  # a line is not broken here


def receipts_title() -> str:
    """The section's name."""
    return pgettext("receipts", "Receipts")


def new_words() -> str:
    """The New button and an empty form."""
    return _("New receipt")


def empty_words() -> str:
    """What an empty register says."""
    return _("No money was taken yet. F2 writes a receipt.")


def chip(row: ReceiptRow) -> Chip:
    """How it was paid; that it is void says more."""
    return void_chip(row) or Chip(Tone.NEUTRAL, label("receipt_method", row.method))


def void_chip(row: ReceiptRow) -> Chip | None:
    """That it is void."""
    return Chip(Tone.OVERDUE, _("Void")) if row.is_void else None


def methods() -> Sequence[Choice]:
    """The ways of paying."""
    return [Choice(one, label("receipt_method", one)) for one in Method]


def places() -> Sequence[Choice]:
    """Where it is paid."""
    return [Choice(one, label("receipt_place", one)) for one in Place]


def whens() -> Sequence[Choice]:
    """The days a list is narrowed to."""
    return [
        Choice(TODAY, pgettext("receipts", "Today")),
        Choice(YESTERDAY, pgettext("receipts", "Yesterday")),
        Choice(MONTH, pgettext("receipts", "This month")),
        Choice(LAST_MONTH, pgettext("receipts", "Last month")),
    ]


def when_title() -> str:
    """The name of that filter."""
    return pgettext("receipts", "When")


def method_title() -> str:
    """How it was paid."""
    return pgettext("receipts", "Paid by")


def when_words(when: str) -> str:
    """The chosen days; today where none are."""
    return next((one.words for one in whens() if one.code == when), whens()[0].words)


def sums_words(sums: Sequence[Sum], custom: EstateFormat) -> str:
    """What came in each way, such as `Cash 3 × HK$361.50`."""
    if not sums:
        return _("Nothing came in.")
    parts = (_sum_words(one, custom) for one in sums)
    return _GAP.join(parts)


def _sum_words(one: Sum, custom: EstateFormat) -> str:
    told = ngettext(
        "{method} {total} ({count} receipt)", "{method} {total} ({count} receipts)", one.count
    )
    method = label("receipt_method", one.method)
    said = told.format(method=method, total=custom.money(one.total), count=one.count)
    return _JOINED.join(said.replace(" ", "\u00a0"))
