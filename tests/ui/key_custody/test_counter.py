"""At the counter: a key goes out and comes back; beyond the agreement the owner is asked."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk import wording
from desk.domain.key_loan import KeyLoanState
from desk.services import key_loan, key_set
from desk.services.key_loan import KeyLoanFilter
from desk.services.workplace import Workplace
from desk.ui.key_custody.board_page import BoardPage
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.set_record import SetRecord
from desk.ui.kit.deed_dialog import DeedDialog
from desk.wording import sentence
from tests.conftest import NOW
from tests.services import key_course
from tests.ui.key_custody.conftest import Keys, opened


def asked(record: SetRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None, code
    dialog = record.run(act)
    assert dialog is not None
    return dialog


def filled(dialog: DeedDialog, **said: object) -> DeedDialog:
    for key, value in said.items():
        dialog.field(key).set_value(value)
        dialog.field(key).changed.emit()
    return dialog


def lend(record: SetRecord, **said: object) -> DeedDialog:
    usual = {"borrower": "黃師傅", "company": "永安機電", "proof": "known"}
    return filled(asked(record, "lend"), **(usual | said))


def test_a_key_is_lent_and_returned_with_few_keys(
    board: BoardPage, workplace: Workplace, qtbot: QtBot
) -> None:
    pressed = 0

    def press(key: Qt.Key) -> None:
        nonlocal pressed
        pressed += 1
        qtbot.waitUntil(_has_keyboard)
        target = QApplication.focusWidget()
        assert target is not None
        qtbot.keyClick(target, key)

    board.words.setFocus()
    board.words.setText("E-01")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F8)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeedDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.field("borrower").set_value("黃師傅")
    press(Qt.Key.Key_Return)
    dialog.field("company").set_value("永安機電")
    for _times in range(2):
        press(Qt.Key.Key_Return)
    dialog.field("proof").set_value("known")
    press(Qt.Key.Key_Return)
    dialog.field("purpose").set_value("檢修水泵")
    press(Qt.Key.Key_F8)
    assert [dialog.refusal(one.key) for one in dialog.plan.asked if dialog.refusal(one.key)] == []
    assert pressed < 10
    known = key_set.get(workplace, "E-01")
    assert known.borrower == "黃師傅"
    pressed = 0
    board.window().activateWindow()  # a display without a window manager does not do it itself
    press(Qt.Key.Key_F8)
    qtbot.waitUntil(_dialog_is_active)
    press(Qt.Key.Key_F8)
    assert key_set.get(workplace, "E-01").loan_id is None
    assert pressed == 2


def _has_keyboard() -> bool:
    return QApplication.focusWidget() is not None


def _dialog_is_active() -> bool:
    dialog = QApplication.activeModalWidget()
    return dialog is not None and dialog.isActiveWindow()


def test_what_is_missing_is_said_beside_the_fields_in_each_language(
    board: BoardPage, language: str
) -> None:
    dialog = asked(opened(board, "E-01"), "lend")
    assert not dialog.save()
    for key, code in (
        ("borrower", "key_loan.borrower.missing"),
        ("phone", "key_loan.phone.missing"),
        ("proof", "key_loan.proof.missing"),
        ("purpose", "key_loan.purpose.missing"),
    ):
        assert dialog.refusal(key) == sentence(code)
    dialog._is_dirty = False
    dialog.reject()


def test_a_purpose_that_was_agreed_needs_no_word(board: BoardPage, workplace: Workplace) -> None:
    dialog = lend(opened(board, "D-11"))
    assert dialog.field("purpose").value() == key_course.WATERING
    assert not dialog.fields.cell("word_how").isVisibleTo(dialog)
    assert dialog.save()
    (loan,) = key_loan.page(workplace, KeyLoanFilter()).rows
    assert (loan.purpose, loan.word_how) == (key_course.WATERING, "")


def test_beyond_the_agreement_the_owners_word_is_asked_beside(
    board: BoardPage, workplace: Workplace
) -> None:
    dialog = lend(opened(board, "D-11"), purpose="other purpose", other_purpose="帶人看樓")
    assert dialog.fields.cell("word_how").isVisibleTo(dialog)
    assert not dialog.save()
    assert dialog.refusal("word_how") == sentence("key_word.missing")
    filled(dialog, word_how="phone", word_person="曾德華")
    assert not dialog.save()
    assert dialog.refusal("word_phone") == sentence("key_word.phone.missing")
    filled(dialog, word_phone="9123 4567")
    assert dialog.save()
    (loan,) = key_loan.page(workplace, KeyLoanFilter()).rows
    assert (loan.purpose, loan.word_person) == ("帶人看樓", "曾德華")


def test_a_set_that_is_away_is_returned_and_not_lent(board: BoardPage, keys: Keys) -> None:
    record = opened(board, "E-01")
    assert lend(record, purpose="檢修").save()
    assert record.bar.act("lend") is None
    assert [act.code for act in record.bar.primary()] == ["return", "extend"]


def test_what_came_back_damaged_says_what(board: BoardPage, workplace: Workplace) -> None:
    record = opened(board, "E-01")
    assert lend(record, purpose="檢修").save()
    dialog = filled(asked(record, "return"), condition="damaged")
    assert not dialog.save()
    assert dialog.refusal("text") == sentence("key_loan.condition.words")
    assert filled(dialog, text="鑰匙彎曲").save()
    (loan,) = key_loan.page(workplace, KeyLoanFilter()).rows
    assert (loan.condition, loan.condition_text) == ("damaged", "鑰匙彎曲")
    assert "鑰匙彎曲" in " ".join(record.uses.words())


def test_a_loan_is_extended_with_its_reason(board: BoardPage, workplace: Workplace) -> None:
    record = opened(board, "E-01")
    assert lend(record, purpose="檢修").save()
    dialog = filled(asked(record, "extend"), until=NOW + 2 * key_course.DAY, why="缺零件")
    assert dialog.save()
    assert record.view().loan is not None
    assert record.view().loan.due_at == NOW + 2 * key_course.DAY
    assert "缺零件" in " ".join(record.now.words())


def test_a_loan_by_mistake_is_void_and_the_set_is_there(board: BoardPage) -> None:
    record = opened(board, "E-01")
    assert lend(record, purpose="檢修").save()
    assert filled(asked(record, "void_loan"), why="登記錯誤").save()
    assert record.view().loan is None
    assert record.view().uses[0].void_why == "登記錯誤"


def test_a_lost_set_is_answered_step_by_step_and_found(board: BoardPage) -> None:
    record = opened(board, "E-01")
    dialog = filled(asked(record, "lose"), circumstances="巡樓後不見")
    assert dialog.save()
    assert [act.code for act in record.bar.primary()] == ["answer", "found"]
    shut = record.bar.act("write_off")
    assert shut is not None
    assert sentence("key_loss.step.open", {"step": "owner_told"}) in shut.shut(record.view())
    assert filled(asked(record, "answer"), answer="waived", text="本苑鑰匙").save()
    assert "本苑鑰匙" in " ".join(record.lost.words())
    assert filled(asked(record, "found"), found_by="陳大文").save()
    assert record.view().loss is None


def test_a_key_goes_back_to_its_owner_with_a_signature(
    board: BoardPage, workplace: Workplace
) -> None:
    record = opened(board, "G-07")
    dialog = filled(asked(record, "give_back"), is_owner="no")
    assert not dialog.save()
    assert dialog.refusal("authority") == sentence("key_set.authority.missing")
    assert filled(dialog, is_owner="yes").save()
    assert key_set.get(workplace, record.view().row.id).left_to == "曾德華"
    assert record.bar.act("lend") is None


def test_the_estates_own_key_is_retired_and_not_given_back(board: BoardPage) -> None:
    record = opened(board, "E-01")
    assert record.bar.act("give_back") is None
    assert filled(asked(record, "retire"), why="換鎖").save()
    assert record.view().row.left_why == "換鎖"


def test_the_loans_have_what_is_late_on_top(
    page: KeyPage, keys: Keys, workplace: Workplace
) -> None:
    first = key_course.lent(workplace, keys.own)
    late = key_course.lent(
        workplace, keys.left, purpose="gas", out_at=NOW - 3 * key_course.HOUR,
        due_at=NOW - key_course.HOUR,
    )  # fmt: skip
    section = page.show_section("loan")
    rows = [section.table.model().row_at(at) for at in range(section.table.row_count())]
    assert [one.id for one in rows] == [late.id, first.id]
    assert rows[0].state(NOW) is KeyLoanState.OVERDUE
    key_loan.bring_back(workplace, late.id, late.version, replace(key_course.BACK, at=NOW))
    section.reload()
    rows = [section.table.model().row_at(at) for at in range(section.table.row_count())]
    assert [one.id for one in rows] == [first.id, late.id]


def test_a_loan_opens_its_set_beside_the_list(
    page: KeyPage, keys: Keys, workplace: Workplace
) -> None:
    loan = key_course.lent(workplace, keys.own)
    record = page.open_key(f"key_loan:{loan.id}")
    assert isinstance(record, SetRecord)
    assert record.heading() == "E-01"


def test_a_clerk_who_only_reads_is_told_why(workplace: Workplace, keys: Keys, qtbot: QtBot) -> None:
    from functools import partial  # noqa: PLC0415

    from desk.domain.permissions import Role  # noqa: PLC0415
    from desk.ui.key_custody.deeds import KeyDeeds  # noqa: PLC0415
    from desk.ui.shell.finding import people_of  # noqa: PLC0415

    reader = key_course.at_desk(workplace, "reader", Role.QUALITY_SUPERVISOR)
    page = KeyPage(KeyDeeds(reader, partial(people_of, reader)))
    qtbot.addWidget(page)
    page.show()
    page.shown()
    record = page.open_key("E-01")
    assert isinstance(record, SetRecord)
    button = record.bar.buttons[0]
    assert not button.isEnabled()
    assert wording.gettext("") == "" or button.toolTip()
    assert page.new_words() == ""
    page.close()
