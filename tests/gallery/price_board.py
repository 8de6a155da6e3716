"""Scenes of the services that are offered: board, people, suppliers, agreements."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.ui.kit.record_form import RecordForm
from desk.ui.price_board.board_record import BoardRecord
from desk.ui.price_board.page import CataloguePage
from desk.ui.price_board.record import CatalogueRecord
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "supervisor") -> CataloguePage:
    page = stage.page("price_board", login)
    assert isinstance(page, CataloguePage)
    return page


def _nth(stage: Stage, section: str, steps: int = 1, login: str = "supervisor") -> RecordForm:
    """A record of a section, chosen by arrows."""
    shown = _page(stage, login).show_section(section)
    stage.settle()
    for _step in range(steps):
        stage.press(shown.table, Qt.Key.Key_Down)
    record = shown.open_form()
    assert isinstance(record, RecordForm)
    stage.settle()
    return record


def draft(stage: Stage) -> None:
    """The next version, with what was proposed and what is missing."""
    _nth(stage, "board")


def board(stage: Stage) -> None:
    """The version in force."""
    _nth(stage, "board", 2)


def item(stage: Stage) -> None:
    """An item of the draft is changed."""
    record = _nth(stage, "board")
    assert isinstance(record, BoardRecord)
    dialog = record.ask_item(record.known().items[0].id)
    stage.over.append((dialog, None))
    stage.settle()


def person(stage: Stage) -> None:
    """Somebody with skills and certificates."""
    _nth(stage, "people", 3)


def skill(stage: Stage) -> None:
    """A certificate is written down."""
    _ask(stage, _nth(stage, "people", 3), "skill")


def supplier(stage: Stage) -> None:
    """A company with its agreements."""
    _nth(stage, "supplier")


def with_supplier(stage: Stage) -> None:
    """An agreement that runs out soon."""
    _nth(stage, "with_supplier")


def with_customer(stage: Stage) -> None:
    """A long-term agreement that waits for its customer."""
    _nth(stage, "with_customer", login="reception")


def signing(stage: Stage) -> None:
    """The customer has signed."""
    _ask(stage, _nth(stage, "with_customer", login="reception"), "sign")


def writing(stage: Stage) -> None:
    """A long-term agreement is written."""
    page = _page(stage, "reception")
    page.show_section("with_customer")
    page.start_new()
    stage.settle()


def new_version(stage: Stage) -> None:
    """The next version is drawn up."""
    _begin(stage, "board")


def new_person(stage: Stage) -> None:
    """Somebody is written down."""
    _begin(stage, "people")


def new_supplier(stage: Stage) -> None:
    """A company is written down."""
    _begin(stage, "supplier")


def agreeing(stage: Stage) -> None:
    """An agreement with a company is written."""
    _begin(stage, "with_supplier")


def _begin(stage: Stage, section: str) -> None:
    page = _page(stage)
    page.show_section(section)
    page.start_new()
    stage.settle()


def _ask(stage: Stage, record: RecordForm, code: str) -> None:
    assert isinstance(record, CatalogueRecord)
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()


SCENES: dict[str, Callable[[Stage], None]] = {
    "services-draft": draft,
    "services-board": board,
    "services-item": item,
    "services-person": person,
    "services-skill": skill,
    "services-supplier": supplier,
    "services-with-supplier": with_supplier,
    "services-with-customer": with_customer,
    "services-signing": signing,
    "services-writing": writing,
    "services-new-version": new_version,
    "services-new-person": new_person,
    "services-new-supplier": new_supplier,
    "services-agreeing": agreeing,
}
