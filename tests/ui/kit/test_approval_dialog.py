"""A second person's word in a dialog: read, signed in to, given on purpose, and nothing left."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Role
from desk.domain.reasons import Reason
from desk.domain.reception import ReceptionEntry
from desk.domain.staff import AccountEntry
from desk.errors import EnvironmentFault, RuleRefused
from desk.services import approval, reception, sign_in, staff
from desk.services.approval import Matter
from desk.services.workplace import Workplace
from desk.ui.kit.approval_dialog import ApprovalDialog, ApprovalQuestion
from desk.ui.kit.retranslate import speak
from tests.conftest import CHEAP, PASSWORD
from tests.ui.conftest import Freed
from tests.ui.walk import guessing, unnamed

ASKED = ApprovalQuestion(
    title="投訴 C2026-000012 逾期 1 天",
    lines=(Line("時限", "輕微 · 2 日內處理 (M2 R150)"), Line("事由", "<b>大堂</b>地面濕滑")),
    asked_for="物業部經理",
    clerk="李美玲",
)

Make = Callable[..., ApprovalDialog]


class Desk:
    """What was decided, and what the dialog still showed while it was."""

    def __init__(self) -> None:
        self.answers: list[Answer] = []
        self.error: Exception | None = None

    def decide(self, answer: Answer) -> str:
        self.answers.append(answer)
        if self.error is not None:
            raise self.error
        return "written"


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> ApprovalDialog:
    made = ApprovalDialog(ASKED, desk.decide)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.open()
    made.activateWindow()
    QApplication.processEvents()
    return made


def sign(dialog: ApprovalDialog, qtbot: QtBot, login: str = "wong") -> None:
    """Type name and password, as the second person does."""
    qtbot.keyClicks(dialog.login.control, login)
    qtbot.keyClicks(dialog.password.control, PASSWORD)


def texts(dialog: ApprovalDialog) -> list[str]:
    return [label.text() for label in dialog.lines.findChildren(QLabel)]


@pytest.mark.usefixtures("language")
def test_what_is_to_be_approved_stands_there_as_plain_text_and_is_spoken(
    dialog: ApprovalDialog,
) -> None:
    assert [part for line in dialog.shown() for part in (line.label, line.value) if part] == texts(
        dialog
    )
    assert dialog.shown()[0] == Line("", ASKED.title)
    assert dialog.shown()[1].value == ASKED.asked_for
    assert dialog.shown()[2:] == ASKED.lines
    assert guessing(dialog) == []
    assert unnamed(dialog) == []


def test_a_word_without_an_end_is_shown_whole(dialog: ApprovalDialog) -> None:
    dialog.lines.show_lines([Line("事由", "w" * 900)])
    value = dialog.lines.findChildren(QLabel)[-1]

    assert value.text().replace("\u200b", "") == "w" * 900
    assert value.minimumSizeHint().width() < dialog.lines.width()


def test_the_password_is_masked_and_never_kept_as_a_draft(
    dialog: ApprovalDialog, qtbot: QtBot
) -> None:
    sign(dialog, qtbot)
    assert isinstance(dialog.password.control, QLineEdit)
    assert dialog.password.control.echoMode() == QLineEdit.EchoMode.Password
    assert PASSWORD not in str(dialog.fields.draft())


@pytest.mark.usefixtures("language")
def test_the_buttons_say_why_they_are_shut_until_somebody_signed(
    dialog: ApprovalDialog, qtbot: QtBot
) -> None:
    assert dialog.approve_button.why_shut()
    assert dialog.refuse_button.why_shut()
    sign(dialog, qtbot)
    assert dialog.approve_button.isEnabled()
    assert dialog.refuse_button.isEnabled()


def test_cancel_is_the_default_and_enter_only_leads_on(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    assert dialog.cancel_button.isDefault()
    qtbot.keyClicks(dialog.login.control, "wong")
    qtbot.keyClick(dialog.login.control, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.password.control
    qtbot.keyClicks(dialog.password.control, PASSWORD)
    qtbot.keyClick(dialog.password.control, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.note.control
    qtbot.keyClick(dialog.note.control, Qt.Key.Key_Return)

    assert dialog.focusWidget() is dialog.approve_button
    assert desk.answers == []
    assert dialog.isVisible()


def test_an_enter_that_is_held_down_gives_no_word_and_a_new_one_does(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    sign(dialog, qtbot)
    dialog.approve_button.setFocus()
    none = Qt.KeyboardModifier.NoModifier
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", autorep=True)
    QApplication.sendEvent(dialog.approve_button, held)
    assert desk.answers == []
    assert dialog.isVisible()

    qtbot.keyClick(dialog.approve_button, Qt.Key.Key_Return)
    assert [one.decision for one in desk.answers] == [Verdict.GRANTED]


def test_enter_after_the_last_field_goes_back_to_what_is_missing(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    dialog.note.control.setFocus()
    qtbot.keyClick(dialog.note.control, Qt.Key.Key_Return)
    assert dialog.focusWidget() is dialog.login.control
    qtbot.keyClicks(dialog.login.control, "wong")
    dialog.note.control.setFocus()
    qtbot.keyClick(dialog.note.control, Qt.Key.Key_Return)

    assert dialog.focusWidget() is dialog.password.control
    assert desk.answers == []


def test_the_word_carries_the_very_lines_that_were_shown(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    sign(dialog, qtbot)
    dialog.note.set_value(" 已知悉 ")
    shown = dialog.shown()
    with qtbot.waitSignal(dialog.decided) as told:
        dialog.approve_button.click()

    assert told.args == ["written"]
    assert desk.answers == [Answer("wong", PASSWORD, Verdict.GRANTED, "已知悉", shown)]
    assert not dialog.isVisible()


def test_refusing_works_from_the_keyboard(dialog: ApprovalDialog, desk: Desk, qtbot: QtBot) -> None:
    sign(dialog, qtbot)
    dialog.note.set_value("未見相片")
    dialog.refuse_button.setFocus()
    qtbot.keyClick(dialog.refuse_button, Qt.Key.Key_Space)

    assert [(one.decision, one.note) for one in desk.answers] == [(Verdict.REFUSED, "未見相片")]


@pytest.mark.usefixtures("language")
def test_refusals_stand_beside_their_fields_and_only_the_password_is_gone(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.error = RuleRefused(
        [
            Reason("approval.same_person", "login"),
            Reason("approval.note.missing", "note"),
            Reason("approval.nobody"),
        ]
    )
    sign(dialog, qtbot, "lee")
    dialog.refuse_button.click()

    assert all(dialog.refusal(key) for key in ("login", "note", ""))
    assert (dialog.login.value(), dialog.password.value()) == ("lee", "")
    assert dialog.focusWidget() is dialog.login.control
    assert dialog.approve_button.why_shut()
    assert dialog.isVisible()


def test_a_wrong_password_is_typed_again_in_its_field(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.error = RuleRefused([Reason("sign_in.refused", "password")])
    sign(dialog, qtbot)
    dialog.approve_button.click()
    assert dialog.refusal("password")
    assert dialog.focusWidget() is dialog.password.control

    desk.error = None
    qtbot.keyClicks(dialog.password.control, PASSWORD)
    dialog.approve_button.click()
    assert len(desk.answers) == 2
    assert not dialog.isVisible()


def test_a_fault_is_said_and_the_dialog_stays(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    desk.error = EnvironmentFault("storage.disk_full")
    sign(dialog, qtbot)
    dialog.approve_button.click()

    assert "full" in dialog.refusal()
    assert dialog.isVisible()
    assert dialog.password.value() == ""


def test_the_password_has_left_the_screen_before_it_is_tried(
    qtbot: QtBot, dialog: ApprovalDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def look(_answer: Answer) -> None:
        seen.append(dialog.password.value())

    monkeypatch.setattr(dialog, "_decide", look)
    sign(dialog, qtbot)
    dialog.approve_button.click()
    assert seen == [""]


def test_a_note_that_is_too_long_is_refused_before_anybody_is_asked(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot
) -> None:
    sign(dialog, qtbot)
    dialog.note.set_value("字" * 2_001)
    dialog.approve_button.click()

    assert dialog.refusal("note")
    assert desk.answers == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_escape_and_an_enter_beside_the_fields_leave_no_word_and_no_trace(
    dialog: ApprovalDialog, desk: Desk, qtbot: QtBot, key: Qt.Key
) -> None:
    sign(dialog, qtbot)
    dialog.note.set_value("已知悉")
    qtbot.keyClick(dialog, key)

    assert not dialog.isVisible()
    assert desk.answers == []
    assert [field.value() for field in (dialog.login, dialog.password, dialog.note)] == [""] * 3


def test_another_language_changes_the_words_and_nothing_that_was_typed(
    dialog: ApprovalDialog, dressed: QApplication, qtbot: QtBot
) -> None:
    sign(dialog, qtbot)
    before = dialog.windowTitle(), dialog.shown()[1].label
    speak(dressed, "zh_Hant")

    assert dialog.windowTitle() != before[0]
    assert texts(dialog)[1] == dialog.shown()[1].label != before[1]
    assert (dialog.login.value(), dialog.password.value()) == ("wong", PASSWORD)


def test_it_needs_no_more_room_than_the_largest_text_leaves(dialog: ApprovalDialog) -> None:
    assert dialog.minimumSizeHint().height() <= 768 // 2 - 40
    assert dialog.minimumSizeHint().width() <= 1366 // 2


def test_a_closed_dialog_is_freed(freed: Freed, desk: Desk) -> None:
    assert freed(partial(ApprovalDialog, ASKED, desk.decide))


def test_a_manager_approves_over_the_clerks_shoulder(
    qtbot: QtBot, dialog: ApprovalDialog, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for login, role in (("lee", Role.RECEPTIONIST), ("wong", Role.MANAGER)):
        staff.add(workplace, AccountEntry(login, login, role), PASSWORD, CHEAP)
    clerk = sign_in.switch(workplace, "lee", PASSWORD)
    visit = reception.register(
        clerk, ReceptionEntry(clerk.now(), caller_name="曾德華", request="查詢")
    )
    matter = Matter("reception", visit.id, "overrun:solve.minor", {Role.MANAGER})
    monkeypatch.setattr(dialog, "_decide", partial(approval.give, clerk, matter))
    sign(dialog, qtbot, "lee")
    dialog.approve_button.click()
    assert dialog.refusal("login")

    dialog.login.set_value("wong")
    qtbot.keyClicks(dialog.password.control, PASSWORD)
    dialog.approve_button.click()
    (given,) = approval.of_record(clerk, "reception", visit.id)
    assert (given.approver, given.asked_by) == ("wong", "lee")
    assert given.shown == dialog.shown()
    assert clerk.actor.login == "lee"
