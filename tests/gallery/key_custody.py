"""Scenes of the keys in custody."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.count_form import CountForm
from desk.ui.key_custody.count_table import CountTable
from desk.ui.key_custody.counts_page import CountsPage
from desk.ui.key_custody.key_record import KeyRecord
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.record_form import RecordForm
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> KeyPage:
    page = stage.page("key_custody", login)
    assert isinstance(page, KeyPage)
    return page


def _board(stage: Stage, login: str = "reception") -> BoardPage:
    board = _page(stage, login).section()
    assert isinstance(board, BoardPage)
    return board


def _open(stage: Stage, tag: str, login: str = "reception") -> SetRecord:
    """A tag is typed, Enter opens it."""
    board = _board(stage, login)
    stage.type(board.words, tag)
    stage.press(board.words, Qt.Key.Key_Return)
    record = board.open_form()
    assert isinstance(record, SetRecord)
    return record


def _first(stage: Stage, section: str, login: str = "reception") -> KeyRecord | RecordForm:
    """The first record of a section, chosen by the arrow."""
    page = _page(stage, login)
    shown = page.show_section(section)
    stage.settle()
    stage.press(shown.table, Qt.Key.Key_Down)
    record = shown.open_form()
    assert isinstance(record, RecordForm)
    return record


def _ask(stage: Stage, record: KeyRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def board(stage: Stage) -> None:
    """Every hook at a glance."""
    _board(stage)


def room(stage: Stage) -> None:
    """What is late, alone."""
    _board(stage).filters.set_value("state", "overdue")
    stage.settle()


def lent(stage: Stage) -> None:
    """A set that is out: who has it comes first."""
    _open(stage, "E-07")


def lending(stage: Stage) -> None:
    """Somebody takes the estate's own key."""
    dialog = _ask(stage, _open(stage, "E-03"), "lend")
    stage.type(dialog.field("borrower").control, "李大文")


def beyond(stage: Stage) -> None:
    """A purpose beyond the agreement: the owner is asked beside the field."""
    dialog = _ask(stage, _open(stage, "D-02"), "lend")
    purpose = dialog.field("purpose")
    purpose.set_value("other purpose")
    purpose.changed.emit()
    dialog.field("word_how").set_value("phone")
    dialog.field("word_how").changed.emit()
    dialog.save()
    stage.settle()


def returning(stage: Stage) -> None:
    """A key comes back, damaged."""
    dialog = _ask(stage, _open(stage, "E-07"), "return")
    dialog.field("condition").set_value("damaged")
    dialog.field("condition").changed.emit()


def deeds(stage: Stage) -> None:
    """Every deed on the sheet; what is shut says why."""
    sheet = _open(stage, "D-03").bar.open_sheet()
    assert sheet is not None
    stage.over.append((sheet, None))


def lost(stage: Stage) -> None:
    """A lost set, and what follows."""
    _open(stage, "E-05")


def losing(stage: Stage) -> None:
    """A loss is reported."""
    _ask(stage, _open(stage, "E-07"), "lose").save()


def taking_in(stage: Stage) -> None:
    """Keys that are left for a repair."""
    form = _board(stage).start_new()
    assert isinstance(form, RecordForm)
    form.field("basis").set_value("exception")
    form.field("basis").changed.emit()
    form.save()


def loans(stage: Stage) -> None:
    """What is out, overdue on top."""
    _page(stage).show_section("loan")


def agreement(stage: Stage) -> None:
    """An agreement that one party has not signed."""
    _first(stage, "agreement")


def signing(stage: Stage) -> None:
    """The owner signs."""
    record = _first(stage, "agreement")
    assert isinstance(record, KeyRecord)
    _ask(stage, record, "sign")


def agreeing(stage: Stage) -> None:
    """An agreement is written."""
    form = _page(stage).show_section("agreement").start_new()
    assert isinstance(form, RecordForm)
    form.save()


def count(stage: Stage) -> None:
    """A count that was signed by both."""
    _first(stage, "count")


def counting(stage: Stage) -> None:
    """Walking through the hooks with the space bar."""
    counts = _page(stage).show_section("count")
    assert isinstance(counts, CountsPage)
    dialog = counts.begin()
    dialog.field("to").set_value(str(counts._counts.successors()[0][0]))
    assert dialog.save()
    stage.settle()
    form = counts.open_form()
    assert isinstance(form, CountForm)
    table: CountTable = form.table
    for key in (*[Qt.Key.Key_Space] * 4, Qt.Key.Key_2, Qt.Key.Key_Return):
        stage.press(table, key)
    stage.type(form.field("why").control, "保安當值時取用，已補登記")


def receipt(stage: Stage) -> None:
    """A receipt that waits for its signature."""
    _first(stage, "receipt")


def receiving(stage: Stage) -> None:
    """Keys of a home are handed over."""
    form = _page(stage).show_section("receipt").start_new()
    assert isinstance(form, RecordForm)
    form.field("receiver").set_value("郭𠮷田")
    form.field("lines").set_value("大門 x4\n信箱 x2")
    form.save()


SCENES: dict[str, Callable[[Stage], None]] = {
    "keys-board": board,
    "keys-late": room,
    "keys-lent": lent,
    "keys-lending": lending,
    "keys-beyond": beyond,
    "keys-returning": returning,
    "keys-deeds": deeds,
    "keys-lost": lost,
    "keys-losing": losing,
    "keys-taking-in": taking_in,
    "keys-loans": loans,
    "keys-agreement": agreement,
    "keys-signing": signing,
    "keys-agreeing": agreeing,
    "keys-count": count,
    "keys-counting": counting,
    "keys-receipt": receipt,
    "keys-receiving": receiving,
}
