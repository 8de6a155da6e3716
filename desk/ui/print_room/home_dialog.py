"""The signed paper is back: the day, who signed, its pages, and what it will tick."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.domain import signed_paper as rules
from desk.domain.reasons import Reason
from desk.domain.signed_paper import Home
from desk.errors import RuleRefused
from desk.i18n import _
from desk.services.signed_paper import SignedRow
from desk.services.signed_paper_find import Scanned
from desk.ui.kit.choice_field import Choice
from desk.ui.kit.day_field import DayField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.many_field import ManyField
from desk.ui.kit.text_field import TextField
from desk.ui.print_room import words
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.pages_field import PagesField

_YES = "yes"


class HomeDialog(DeedDialog):
    """Signed paper returned; another paper that is scanned may take its place while it is empty."""


def home_dialog(deeds: PrintRoomDeeds, found: Scanned, parent: QWidget) -> HomeDialog:
    """Asks for what is written down of the paper in hand; not yet shown."""
    dialog = HomeDialog(_plan(deeds, found), parent, about=words.paper_line(found, deeds.custom))
    dialog.field("signed_by").setFocus()
    return dialog


def _plan(deeds: PrintRoomDeeds, found: Scanned) -> DeedPlan:
    day = partial(DayField, deeds.custom, deeds.today)
    asked = [
        Asked("signed_on", day, words.signed_on, True, 4, deeds.today()),
        Asked("signed_by", partial(LineField, rules.NAME_LIMIT), words.signed_by, True, 8),
        Asked(
            "remark",
            partial(TextField, rules.REMARK_LIMIT, lines=2),
            words.remark,
            hint=words.remark_hint,
        ),
        Asked("scans", PagesField, words.pages),
    ]
    if rules.is_noticed(found.standing):
        noticed = partial(ManyField, _known_choices)
        asked.append(Asked("knowingly", noticed, words.knowingly, True))
    return DeedPlan(
        title=words.home,
        button=words.take_home,
        asked=asked,
        do=partial(_take_home, deeds, found),
        lead=partial(_lead, deeds, found),
    )


def _take_home(deeds: PrintRoomDeeds, found: Scanned, values: Mapping[str, Any]) -> SignedRow:
    assert found.paper is not None
    if values["signed_on"] is None:
        raise RuleRefused([Reason("signed_paper.signed_on.missing", "signed_on")])
    home = Home(values["signed_on"], values["signed_by"], values["remark"])
    knowingly = _YES in (values.get("knowingly") or ())
    return deeds.take_home(found.paper, home, values["scans"], knowingly=knowingly)


def _lead(deeds: PrintRoomDeeds, found: Scanned) -> str:
    """How the paper stands, and what it will tick."""
    said = words.told(found)
    ticks = deeds.will_tick(found.paper) if found.paper is not None else ""
    if ticks:
        said.append(_("This ticks in the record: {what}").format(what=ticks))
    else:
        said.append(_("Nothing in the record waits for it: it is kept with the record."))
    return "\n".join(said)


def _known_choices() -> list[Choice]:
    return [Choice(_YES, _("I know, and take it in"))]
