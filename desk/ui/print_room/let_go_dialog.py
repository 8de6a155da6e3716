"""Deeds on a paper that ask for a reason: let go, withdrawn."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import signed_paper as rules
from desk.i18n import _
from desk.services.signed_paper import PaperRow, SignedRow
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.wording import label


def let_go_dialog(deeds: PrintRoomDeeds, row: PaperRow, parent: QWidget) -> DeedDialog:
    """Nobody waits for the paper any more; not yet shown."""
    plan = DeedPlan(
        title=words.let_go,
        button=words.let_go,
        asked=(_why(_let_go_hint),),
        do=partial(_let_go, deeds, row),
        lead=_let_go_lead,
    )
    return DeedDialog(plan, parent, about=f"{row.number} · {words.form_words(row)}")


def withdraw_dialog(deeds: PrintRoomDeeds, row: SignedRow, parent: QWidget) -> DeedDialog:
    """A paper was taken home by mistake; not yet shown."""
    plan = DeedPlan(
        title=withdraw,
        button=withdraw,
        asked=(_why(_withdraw_hint),),
        do=partial(_withdraw, deeds, row),
        lead=partial(_withdraw_lead, row.ticked),
    )
    return DeedDialog(plan, parent, about=f"{row.number} · {row.signed_by}")


def _why(hint: Any) -> Asked:
    return Asked("why", partial(LineField, rules.WHY_LIMIT), words.why, True, hint=hint)


def _let_go(deeds: PrintRoomDeeds, row: PaperRow, values: Mapping[str, Any]) -> PaperRow:
    deeds.let_go(row, values["why"])
    return row


def _withdraw(deeds: PrintRoomDeeds, row: SignedRow, values: Mapping[str, Any]) -> SignedRow:
    return deeds.withdraw(row, values["why"])


def withdraw() -> str:
    """Take back what was taken in."""
    return _("Withdraw")


def _let_go_hint() -> str:
    return _("Spoilt, lost, not needed")


def _withdraw_hint() -> str:
    return _("Another number, not signed, the wrong paper")


def _let_go_lead() -> str:
    return _("The print stays in the log; it is waited for no more.")


def _withdraw_lead(ticked: str) -> str:
    """What it ticked is told, and not taken back in silence."""
    if not ticked:
        return _("The paper is waited for again. Its pages stay with the record.")
    told = _("It ticked in the record, and this stays until it is put right there: {what}")
    return told.format(what=label("ticked", ticked))
