"""The desk answers the guard: genuine, forged, ran out, in large plain words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk.domain.release_pass import State
from desk.domain.release_pass_gate import Said
from desk.services.workplace import Workplace
from desk.ui.kit.theme import Tone
from desk.ui.print_room.deeds import PrintRoomDeeds
from desk.ui.print_room.scanning import Scanning
from desk.ui.release_pass.page import PassPage
from desk.ui.release_pass.record import PassRecord
from desk.ui.release_pass.verify_dialog import VerifyDialog
from desk.wording import label
from tests.services.pass_course import GUARD, HOUR, Course


@pytest.fixture
def dialog(page: PassPage) -> VerifyDialog:
    return page.verify()


def forged(code: str) -> str:
    """A code whose check fits and whose seal does not."""
    from desk.domain.numbering import check_character  # noqa: PLC0415

    body = code[:-6] + ("AAAAA" if code[-6:-1] != "AAAAA" else "BBBBB")
    return body + check_character(body)


def test_a_genuine_pass_is_green_with_what_to_read_out(
    course: Course, dialog: VerifyDialog, language: str
) -> None:
    known = course.issued()
    dialog.code.set_value(course.code(known))
    QTest.keyClick(dialog.code.line, Qt.Key.Key_Return)
    assert dialog.band.tone() is Tone.DONE
    assert dialog.band.words() == label("pass_said", Said.GENUINE)
    assert "雙門冰箱 × 1 台" in dialog.words()
    assert "紙箱 × 5 箱" in dialog.words()
    assert "AB 1234" in dialog.words()
    assert all(button.isEnabled() for button in dialog.buttons.values())
    dialog.reject()


def test_a_forged_pass_is_red_and_lets_nothing_leave(
    course: Course, dialog: VerifyDialog, language: str
) -> None:
    known = course.issued()
    dialog.show_code(forged(course.code(known)))
    assert dialog.band.tone() is Tone.OVERDUE
    assert dialog.band.words() == label("pass_said", Said.FORGED)
    assert dialog.buttons["left"].why_shut()
    assert not dialog.buttons["refused"].why_shut()
    dialog.reject()


def test_a_number_alone_does_not_show_that_the_paper_is_ours(
    course: Course, dialog: VerifyDialog, language: str
) -> None:
    dialog.show_code(course.issued().detail.number)
    assert dialog.band.tone() is Tone.DUE
    dialog.reject()


@pytest.mark.parametrize("code", ["P2026000012J0GQ85UX", "zzz", "C2026-000045"])
def test_what_is_no_pass_is_answered_in_words(
    dialog: VerifyDialog, code: str, language: str
) -> None:
    dialog.show_code(code)
    assert dialog.band.words()
    assert dialog.band.tone() is not Tone.DONE
    assert not dialog.open_button.isVisibleTo(dialog)
    dialog.reject()


def test_a_pass_that_ran_out_says_so_and_a_void_one_too(
    course: Course, dialog: VerifyDialog, language: str
) -> None:
    known = course.issued()
    code = course.code(known)
    course.workplace.clock.moment += 5 * HOUR  # type: ignore[attr-defined]
    dialog.show_code(code)
    assert dialog.band.words() == label("pass_said", Said.EXPIRED)
    assert dialog.band.tone() is Tone.OVERDUE
    dialog.reject()


def test_the_scanner_answers_in_the_dialog_that_is_open(
    course: Course, page: PassPage, workplace: Workplace
) -> None:
    known = course.issued()
    scanning = Scanning(PrintRoomDeeds(workplace), page, nowhere)
    offered: list[object] = []
    scanning.offered.connect(offered.append)
    dialog = page.verify()
    scanning.scanned(course.code(known))
    assert dialog.band.words() == label("pass_said", Said.GENUINE)
    assert offered == []
    dialog.reject()
    assert page._dialog is None


def nowhere(_kind: str, _key: str) -> QWidget | None:
    return None


def test_what_the_guard_did_is_written_down_from_here(
    course: Course, page: PassPage, dialog: VerifyDialog, language: str
) -> None:
    known = course.issued()
    dialog.show_code(course.code(known))
    dialog.buttons["left"].click()
    record = page.open_form()
    assert isinstance(record, PassRecord)
    deed = next(one for one in record.window().children() if one.__class__.__name__ == "DeedDialog")
    deed.field("guard").set_value(GUARD)
    assert deed.save()
    assert record.known().facts.state is State.LEFT
