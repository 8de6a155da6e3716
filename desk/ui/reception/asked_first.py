"""Who was asked first: an account, or somebody without one, told by the rank (R201, R203)."""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtWidgets import QComboBox

from desk.domain.reception import Rank
from desk.i18n import _
from desk.services.reception import ReceptionDetail
from desk.ui.kit.choice_field import Choice, ChoiceField
from desk.ui.reception.deeds import ReceptionDeeds
from desk.wording import label

_RANK = "rank:"
_LENGTH, _LIST = 7, 300
_WITHOUT_ACCOUNT = (Rank.OPERATOR, Rank.CLERK, Rank.SUPERVISOR, Rank.MANAGER)


class AskedFirst(NamedTuple):
    """What the two fields say about the entry."""

    account_id: int | None = None
    rank: Rank | None = None
    name: str = ""


def asked_field(deeds: ReceptionDeeds) -> ChoiceField:
    """Clerks by name, then those without an account by rank; the list is wider than the line."""
    field = ChoiceField(partial(_choices, deeds))
    adjust = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
    field.combo.setSizeAdjustPolicy(adjust)
    field.combo.setMinimumContentsLength(_LENGTH)
    field.combo.view().setMinimumWidth(_LIST)
    return field


def is_without_account(code: Any) -> bool:
    """Whether the chosen one has to be named."""
    return str(code or "").startswith(_RANK)


def code_of(detail: ReceptionDetail) -> str:
    """The choice that stands for a known visit."""
    if detail.first_asked_name:
        return _RANK + detail.first_asked_rank
    return str(detail.first_asked_id)


def asked_first(code: Any, name: str) -> AskedFirst:
    """What the chosen code and the typed name mean."""
    text = str(code or "")
    if is_without_account(text):
        return AskedFirst(None, Rank(text.removeprefix(_RANK)), name)
    return AskedFirst(int(text) if text else None)


def _choices(deeds: ReceptionDeeds) -> Sequence[Choice]:
    without = _("{rank}, no account")
    others = [
        Choice(_RANK + rank, without.format(rank=label("rank", rank))) for rank in _WITHOUT_ACCOUNT
    ]
    return [*deeds.clerk_choices(), *others]
