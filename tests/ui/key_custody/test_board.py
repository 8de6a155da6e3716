"""The board: every hook in sight, found by typing, walked by arrows, fast with two thousand."""

import time
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import wording
from desk.domain.key_board import HookState
from desk.domain.key_loss import LossEntry
from desk.services import key_loss, key_set, key_waiting
from desk.services.workplace import Workplace
from desk.ui.key_custody.board import Board
from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.set_form import SetForm
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.key_custody.tile import Tile
from desk.ui.kit.retranslate import speak
from tests.conftest import NOW
from tests.services import key_course
from tests.ui.conftest import Freed
from tests.ui.key_custody.conftest import Keys, opened

DRAW = 0.05  # seconds a full view may take


def shown(board: BoardPage) -> dict[str, HookState]:
    return {tile.tag or tile.hook: tile.standing for tile in board.board.tiles()}


def tiles(count: int) -> list[Tile]:
    states = list(HookState)
    return [
        Tile(n, f"K-{n:04}", f"A{n}", "大門、鐵閘", "在位", states[n % len(states)])
        for n in range(count)
    ]


def test_every_hook_says_how_it_stands(board: BoardPage, keys: Keys, workplace: Workplace) -> None:
    late = replace(key_course.loan_entry(NOW - 5 * key_course.HOUR), due_at=NOW - key_course.HOUR)
    key_course.key_loan.lend(workplace, keys.own.id, keys.own.version, late)
    board.reload()
    assert shown(board) == {
        "E-01": HookState.OVERDUE,
        "G-07": HookState.IN,
        "D-11": HookState.IN,
    }
    tile = next(one for one in board.board.tiles() if one.tag == "E-01")
    assert tile.state == "1 h late · 黃師傅"


def test_a_hook_left_out_of_its_row_is_empty_and_begins_a_form(
    board: BoardPage, workplace: Workplace
) -> None:
    key_course.pump(workplace, tag="E-03", hook="A3")
    board.reload()
    assert shown(board)["A2"] is HookState.EMPTY
    at = next(at for at, one in enumerate(board.board.tiles()) if one.hook == "A2")
    board.board._go(at)
    assert board.open_form() is None
    board.board._open()
    form = board.open_form()
    assert isinstance(form, SetForm)
    assert form.field("hook").value() == "A2"


def test_typing_on_the_board_finds_and_enter_opens(board: BoardPage, qtbot: QtBot) -> None:
    board.board.setFocus()
    qtbot.keyClick(board.board, Qt.Key.Key_E)
    assert board.words.text() == "e"
    board.words.setText("e-01")
    qtbot.keyClick(board.words, Qt.Key.Key_Return)
    record = board.open_form()
    assert isinstance(record, SetRecord)
    assert record.heading() == "E-01"
    assert QApplication.focusWidget() is record.bar.buttons[0]


def test_a_room_a_name_and_a_borrower_find_their_keys(
    board: BoardPage, keys: Keys, workplace: Workplace
) -> None:
    key_course.lent(workplace, keys.own)
    for said, tags in (("12樓", {"G-07", "D-11"}), ("黃師傅", {"E-01"}), ("水泵", {"E-01"})):
        board.words.setText(said)
        board._narrow()
        assert set(shown(board)) == tags, said


def test_what_matches_several_is_left_to_the_arrows(board: BoardPage, qtbot: QtBot) -> None:
    board.words.setText("12樓")
    qtbot.keyClick(board.words, Qt.Key.Key_Return)
    assert board.open_form() is None
    chosen = board.board.chosen()
    qtbot.keyClick(board.board, Qt.Key.Key_Right)
    assert board.board.chosen() is not chosen
    assert isinstance(board.open_form(), SetRecord)


def test_a_filter_shows_what_is_late_alone(board: BoardPage) -> None:
    board.filters.set_value("state", HookState.OVERDUE)
    assert shown(board) == {}
    assert "Nothing matches" in board.board.accessibleDescription()


def test_a_tile_is_spoken(board: BoardPage) -> None:
    board.board.choose_first()
    said = board.board.accessibleDescription()
    assert said.startswith("E-01, 水泵房")
    assert board.board.accessibleName() == "Key board"


def test_the_board_speaks_each_language(
    board: BoardPage, language: str, dressed: QApplication
) -> None:
    board.reload()
    word = wording.label("hook_state", "in")
    assert all(tile.state == word for tile in board.board.tiles() if tile.key is not None)
    speak(dressed, "en")


def test_arrows_walk_and_stay_within(qtbot: QtBot) -> None:
    view = Board(str)
    qtbot.addWidget(view)
    view.resize(900, 500)
    view.show()
    view.show_tiles(tiles(23))
    view.choose_first()
    columns = view.columns()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen() is view.tiles()[columns]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.chosen() is view.tiles()[0]
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.chosen() is view.tiles()[-1]
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.chosen() is view.tiles()[-1]
    assert view.viewport().rect().contains(view.place(22))


def test_two_thousand_hooks_are_drawn_within_a_frame_or_three(qtbot: QtBot) -> None:
    view = Board(str)
    qtbot.addWidget(view)
    view.resize(1920, 1000)
    view.show()
    view.show_tiles(tiles(2_000))
    view.grab()
    began = time.perf_counter()
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
        view.grab()
    assert (time.perf_counter() - began) / 3 < 4 * DRAW
    assert len(view._seen()) < 200


def test_the_page_is_freed(freed: Freed, workplace: Workplace, keys: Keys) -> None:
    from desk.ui.key_custody.deeds import KeyDeeds  # noqa: PLC0415

    assert freed(lambda: KeyPage(KeyDeeds(workplace, list)))  # type: ignore[arg-type, return-value]


def test_keys_are_taken_in_and_the_record_shows_them(
    board: BoardPage, workplace: Workplace
) -> None:
    form = board.start_new()
    assert isinstance(form, SetForm)
    assert not form.save()
    assert form.refusal("tag") == wording.sentence("key_set.tag.missing")
    for key, value in (("tag", "E-77"), ("opens", "天台門"), ("hook", "A7")):
        form.field(key).set_value(value)
    assert form.save()
    record = board.open_form()
    assert isinstance(record, SetRecord)
    assert record.heading() == "E-77"
    assert key_set.get(workplace, "E-77").opens == "天台門"


def test_the_ground_asks_for_its_own(board: BoardPage) -> None:
    form = board.start_new()
    assert isinstance(form, SetForm)
    cells = ("agreement", "left_for", "left_for_text")
    for basis, asked in (
        ("estate", set()),
        ("agreement", {"agreement"}),
        ("exception", {"left_for"}),
    ):
        form.field("basis").set_value(basis)
        form.field("basis").changed.emit()
        assert {key for key in cells if form.fields.cell(key).isVisibleTo(form)} == asked


def test_a_half_finished_form_survives(page: KeyPage, board: BoardPage) -> None:
    form = board.start_new()
    assert isinstance(form, SetForm)
    form.field("tag").set_value("E-88")
    draft = form.draft()
    form._set_dirty(False)
    board.panel.close_content()
    again = page.resume(draft, "")
    assert isinstance(again, SetForm)
    assert (again.field("tag").value(), again.is_dirty()) == ("E-88", True)


def test_another_set_is_shown_in_the_same_record(board: BoardPage) -> None:
    first = opened(board, "E-01")
    board.words.clear()
    assert opened(board, "G-07") is first


def test_a_tag_typed_whole_is_that_set_and_no_longer_one(
    board: BoardPage, workplace: Workplace
) -> None:
    key_course.pump(workplace, tag="E-011", hook="A9")
    assert opened(board, "E-01").heading() == "E-01"


def test_the_rail_counts_what_is_late_and_what_is_lost(workplace: Workplace, keys: Keys) -> None:
    assert key_waiting.waiting(workplace) == 0
    early = NOW - 5 * key_course.HOUR
    key_course.lent(workplace, keys.own, out_at=early, due_at=early + key_course.HOUR)
    loss = LossEntry(NOW, "陳大文", "掛鉤空置")
    key_loss.report(workplace, keys.left.id, keys.left.version, loss)
    assert key_waiting.waiting(workplace) == 2
