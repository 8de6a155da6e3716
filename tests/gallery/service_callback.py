"""Scenes of the callbacks of services and of their figures."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.domain.service_callback import Aspect
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.shown_record import ShownRecord
from desk.ui.service_callback.deeds import MADE, VISITS
from desk.ui.service_callback.page import CallbacksPage
from desk.ui.service_figures.deeds import QUARTER, YEAR
from desk.ui.service_figures.page import FiguresPage
from desk.ui.service_order.page import CALLBACKS, FIGURES, ServiceOrderPage
from tests.gallery.stage import Stage


def _section(stage: Stage, key: str) -> CallbacksPage | FiguresPage:
    page = stage.page("service_order", "reception")
    assert isinstance(page, ServiceOrderPage)
    section = page.show_section(key)
    assert isinstance(section, CallbacksPage | FiguresPage)
    stage.settle()
    return section


def _first(stage: Stage, section: CallbacksPage | FiguresPage) -> object:
    stage.press(section.table, Qt.Key.Key_Down)
    return section.open_form()


def owed(stage: Stage) -> None:
    """The month's meter, and why the first order is called back."""
    _first(stage, _section(stage, CALLBACKS))


def asking(stage: Stage) -> None:
    """The customer on the phone is not content with one point."""
    record = _first(stage, _section(stage, CALLBACKS))
    assert isinstance(record, ShownRecord)
    act = record.bar.act("call")
    assert act is not None
    dialog = record.run(act)
    assert isinstance(dialog, DeedDialog)
    stage.over.append((dialog, None))
    for aspect in Aspect:
        dialog.field(aspect).set_value("2" if aspect is Aspect.TIMELINESS else "4")
    dialog.save()
    stage.settle()


def made(stage: Stage) -> None:
    """What the customers said, and who was told."""
    section = _section(stage, CALLBACKS)
    section.filters.set_value("show", MADE)
    stage.settle()
    _first(stage, section)


def visits(stage: Stage) -> None:
    """Customers with a long-term agreement who are to be visited."""
    section = _section(stage, CALLBACKS)
    section.filters.set_value("show", VISITS)
    stage.settle()
    _first(stage, section)


def figures(stage: Stage) -> None:
    """The quarter in figures, and the orders behind the first of them."""
    section = _section(stage, FIGURES)
    section.filters.set_value("when", QUARTER)
    stage.settle()
    _first(stage, section)


def year(stage: Stage) -> None:
    """The year, its chart as wide as there is room."""
    section = _section(stage, FIGURES)
    section.filters.set_value("when", YEAR)
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "callbacks-owed": owed,
    "callbacks-asking": asking,
    "callbacks-made": made,
    "callbacks-visits": visits,
    "figures-quarter": figures,
    "figures-year": year,
}
