"""The count at the change of shift: walked with one key a hook, explained, signed by both."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.approval import Verdict
from desk.domain.key_count import CountState
from desk.services import key_count
from desk.services.workplace import Workplace
from desk.ui.key_custody.count_form import CountForm
from desk.ui.key_custody.count_record import CountRecord
from desk.ui.key_custody.counts_page import CountsPage
from desk.ui.key_custody.page import KeyPage
from desk.ui.kit.deed_dialog import DeedDialog
from desk.wording import sentence
from tests.conftest import PASSWORD
from tests.services import key_course
from tests.ui.key_custody.conftest import Keys


@pytest.fixture
def counts(page: KeyPage, workplace: Workplace) -> CountsPage:
    """The section; Bob comes on duty."""
    key_course.at_desk(workplace, "bob")
    section = page.show_section("count")
    assert isinstance(section, CountsPage)
    return section


def begun(counts: CountsPage) -> CountForm:
    assert counts.begin().save()
    form = counts.open_form()
    assert isinstance(form, CountForm)
    return form


def dialog_of(counts: CountsPage) -> DeedDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, DeedDialog)
    return dialog


def test_a_count_is_walked_explained_and_signed_by_both(
    counts: CountsPage, workplace: Workplace, qtbot: QtBot
) -> None:
    form = begun(counts)
    assert [one.tag for one in form.table.lines()] == ["E-01", "G-07", "D-11"]
    assert not form.sign_button.isEnabled()
    qtbot.keyClick(form.table, Qt.Key.Key_Space)
    qtbot.keyClick(form.table, Qt.Key.Key_2)
    form.field("why").line.setText("借給保安，未登記")
    form.field("why").changed.emit()
    qtbot.keyClick(form.field("why").line, Qt.Key.Key_Return)
    chosen = form.table.chosen()
    assert chosen is not None
    assert chosen.tag == "D-11"
    qtbot.keyClick(form.table, Qt.Key.Key_1)
    assert form.sign_button.isEnabled()
    form.ask_signature()
    assert dialog_of(counts).save()
    record = counts.open_form()
    assert isinstance(record, CountRecord)
    asked = counts.confirmation
    shown = " ".join(line.value for line in asked.shown())
    assert "借給保安，未登記" in shown
    asked.login.set_value("bob")
    asked.password.set_value("wrong")
    asked.answer(Verdict.GRANTED)
    assert asked.refusal("password") == sentence("sign_in.refused")
    asked.password.set_value(PASSWORD)
    asked.answer(Verdict.GRANTED)
    (row,) = key_count.page(workplace).rows
    assert key_count.get(workplace, row.id).state is CountState.DONE
    assert record.row().state is CountState.DONE


def test_who_does_not_agree_leaves_it_unsigned(counts: CountsPage, workplace: Workplace) -> None:
    form = begun(counts)
    for _hook in range(3):
        form.table.mark("as_expected")
        form.table.go_on()
    form.ask_signature()
    assert dialog_of(counts).save()
    counts.confirmation.login.set_value("bob")
    counts.confirmation.password.set_value(PASSWORD)
    counts.confirmation.answer(Verdict.REFUSED)
    (row,) = key_count.page(workplace).rows
    assert row.state is CountState.SIGNED


def test_an_unexplained_difference_is_not_signed(counts: CountsPage, qtbot: QtBot) -> None:
    form = begun(counts)
    qtbot.keyClick(form.table, Qt.Key.Key_3)
    for _hook in range(2):
        form.table.go_on()
        form.table.mark("as_expected")
    form.ask_signature()
    dialog = dialog_of(counts)
    assert not dialog.save()
    assert dialog.refusal() == sentence("key_count.unexplained", {"tag": "E-01"})
    dialog.reject()


def test_a_tag_that_is_not_on_the_list_is_a_difference(
    counts: CountsPage, workplace: Workplace, qtbot: QtBot
) -> None:
    form = begun(counts)
    form.field("extra").line.setText("x-9")
    qtbot.keyClick(form.field("extra").line, Qt.Key.Key_Return)
    assert form.save()
    (one,) = form.row().differences
    assert (one.tag, one.expected, one.found) == ("X-9", "none", "present")


def test_backspace_takes_an_answer_back(counts: CountsPage, qtbot: QtBot) -> None:
    form = begun(counts)
    qtbot.keyClick(form.table, Qt.Key.Key_2)
    assert form.table.left() == 2
    qtbot.keyClick(form.table, Qt.Key.Key_Backspace)
    assert form.table.left() == 3


def test_a_lent_set_that_hangs_there_is_a_difference(
    counts: CountsPage, keys: Keys, workplace: Workplace, qtbot: QtBot
) -> None:
    key_course.lent(workplace, keys.own)
    form = begun(counts)
    qtbot.keyClick(form.table, Qt.Key.Key_2)
    assert form.read().differences[0].found == "present"


def test_a_count_goes_on_where_it_was_after_a_restart(
    counts: CountsPage, page: KeyPage, qtbot: QtBot
) -> None:
    form = begun(counts)
    qtbot.keyClick(form.table, Qt.Key.Key_Space)
    qtbot.keyClick(form.table, Qt.Key.Key_2)
    draft, subject = form.draft(), form.subject()
    form._set_dirty(False)
    counts.panel.close_content()
    again = page.resume(draft, subject)
    assert isinstance(again, CountForm)
    assert again.table.left() == 1
    assert again.is_dirty()


def test_what_moved_meanwhile_is_known_before_it_is_signed(
    counts: CountsPage, keys: Keys, workplace: Workplace
) -> None:
    form = begun(counts)
    for _hook in range(3):
        form.table.mark("as_expected")
        form.table.go_on()
    key_course.lent(workplace, keys.own)
    form.ask_signature()
    dialog = dialog_of(counts)
    assert not dialog.save()
    assert dialog.refusal("moved_known") == sentence("key_count.moved", {"tags": "E-01"})
    dialog.field("moved_known").set_value("yes")
    assert dialog.save()
    counts.confirmation.reject()


def test_one_count_at_a_time(counts: CountsPage) -> None:
    form = begun(counts)
    number = form.heading()
    dialog = counts.begin()
    assert not dialog.save()
    assert dialog.refusal() == sentence("key_count.open", {"number": number})
    dialog.reject()
