"""The deed that goes through the home with owner and builder, in a window of its own (R30)."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desk.domain.inspection import Signer
from desk.domain.meter import MeterKind
from desk.domain.permissions import Permission
from desk.i18n import pgettext
from desk.services.move_in import MoveIn
from desk.ui.inspection.dialog import open_inspection
from desk.ui.kit.act import Act
from desk.ui.move_in.asking import is_open, lacks, signer
from desk.ui.move_in.deeds import MoveInDeeds, reasons_words
from desk.ui.move_in.groups import HANDING

_SETTLES = frozenset(
    {
        "move_in.inspection.missing",
        "inspection.open",
        "inspection.part.unseen",
        "inspection.fail.remark",
        "inspection.builder.missing",
        *(f"inspection.meter.{one}" for one in MeterKind),
        *(f"inspection.unsigned.{one}" for one in Signer),
    }
)


def acts(deeds: MoveInDeeds) -> tuple[Act, ...]:
    """Begun where there is none, gone on with where there is one."""
    return (
        Act(
            "inspect",
            HANDING,
            inspect_words,
            shown=is_open,
            shut=partial(_why_not, deeds),
            opens=partial(_inspect, deeds),
            settles=_SETTLES,
            primary=lacks("inspection"),
        ),
    )


def _inspect(deeds: MoveInDeeds, parent: QWidget, known: MoveIn) -> None:
    detail = known.detail
    open_inspection(
        deeds.inspections, parent, detail.unit_id, move_in_id=detail.id, owner=signer(known)
    )


def _why_not(deeds: MoveInDeeds, _known: MoveIn) -> str:
    return reasons_words(deeds.workplace.missing(Permission.REGISTER))


def inspect_words() -> str:
    """Also the name of what opens."""
    return pgettext("move-in deed", "Inspect the home")
