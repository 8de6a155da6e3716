"""Words of the figures of services 統計分析: their names, and each formula in words."""

from decimal import Decimal

from desk.i18n import N_

SENTENCES: dict[str, str] = {}

LABELS: dict[str, dict[str, str]] = {
    "figure_kind": {
        "on_time": N_("On-time rate"),
        "right_first": N_("Right-first-time rate"),
        "satisfied": N_("Satisfaction rate"),
        "called_back": N_("Callback rate"),
    },
    "figure_formula": {
        "on_time": N_(
            "Orders at which somebody arrived by the promised or appointed time, and no such time"
            " was missed before ÷ orders done that had such a time × 100 %"
        ),
        "right_first": N_("Orders done without any rework ÷ orders done × 100 %"),
        "satisfied": N_(
            "Orders whose customer answered “satisfied” or “very satisfied” (in the callback, else"
            " on the slip) ÷ orders whose customer answered × 100 %"
        ),
        "called_back": N_("Orders whose customer answered a callback ÷ orders done × 100 %"),
        "charged": N_("Amounts of the orders done, less what was reduced or waived"),
        "received": N_("Receipts of these orders, those that are void left out"),
    },
}

_NONE = "—"


def percent_words(percent: Decimal | None) -> str:
    """A share in percent, always with one place: 83.3 %, 97.0 %; a dash of nothing."""
    return _NONE if percent is None else f"{percent:.1f} %"
