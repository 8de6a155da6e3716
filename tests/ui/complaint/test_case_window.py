"""The frame of a case: where it stands, what is late, what is missing, what comes next."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desk.clock import FixedClock
from desk.domain.clock_pause import PauseEntry
from desk.domain.complaint import Ground, Severity
from desk.domain.complaint_filing import Decision, FilingEntry, JoinEntry
from desk.domain.permissions import Role
from desk.services import clock_pause, complaint_case, complaint_filing, complaint_handling
from desk.services import complaint_closing as closing
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from desk.ui.complaint.clock_words import blocker_words
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.act_bar import PRIMARY
from desk.ui.kit.act_sheet import ActSheet
from desk.ui.kit.deed_dialog import DeedDialog
from tests.services.case_course import filed, handled, registered
from tests.ui import walk
from tests.ui.conftest import Freed, clear

HOUR = timedelta(hours=1)


def nobody(_text: str) -> tuple[()]:
    return ()


Show = Callable[[Case], ComplaintRecord]


@pytest.fixture
def show(workplace: Workplace) -> Iterator[Show]:
    """A case in the window, used again from case to case."""
    made = ComplaintRecord(ComplaintDeeds(workplace, nobody))
    made.resize(525, 640)

    def showing(case: Case) -> ComplaintRecord:
        made.load(case)
        made.show()
        return made

    yield showing
    made.close()
    made.deleteLater()
    clear()


def asked() -> DeedDialog:
    """The dialog that stands over the window."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, DeedDialog)]
    assert len(found) == 1
    return found[0]


def press(window: QWidget, key: Qt.Key) -> None:
    """A key in the window that has the keyboard."""
    QApplication.processEvents()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QTest.keyClick(window, key)


# What is missing to close


def test_the_list_names_every_blocker_in_words_and_none_twice(
    workplace: Workplace, show: Show
) -> None:
    case = handled(workplace, filed(workplace, Severity.MAJOR))
    record = show(case)
    assert record.blockers.words() == [blocker_words(case, one) for one in case.blockers]
    assert len(record.blockers.words()) == len(case.blockers) > 6
    assert not any("{" in words or "(complaint." in words for words in record.blockers.words())


def test_every_blocker_of_a_case_has_the_button_of_a_deed_that_settles_it(
    workplace: Workplace, show: Show, clock: FixedClock
) -> None:
    case = filed(workplace, Severity.MAJOR)
    clock.moment += timedelta(days=12)
    case = handled(workplace, complaint_case.get(workplace, case.detail.id), at=clock.moment)
    record = show(case)
    assert "complaint.overrun.unapproved" in {one.code for one in case.blockers}
    without = [one.code for one in case.blockers if record.bar.settling(one.code) is None]
    assert without == []


def test_a_deed_settles_one_and_it_disappears(workplace: Workplace, show: Show) -> None:
    record = show(handled(workplace, filed(workplace)))
    saved: list[object] = []
    record.saved.connect(saved.append)
    missing = "Write down the final result."
    assert missing in record.blockers.words()
    button = record.blockers.button("write_result")
    assert button is not None
    button.click()
    dialog = asked()
    dialog.field("result").set_value("已清潔，住戶滿意")
    press(dialog, Qt.Key.Key_F8)
    assert missing not in record.blockers.words()
    assert record.case().facts.result == "已清潔，住戶滿意"
    assert len(saved) == 1
    assert "已清潔，住戶滿意" in record.sections["outcome"].words()


def test_what_is_not_filed_is_judged_first(workplace: Workplace, show: Show) -> None:
    record = show(registered(workplace))
    assert record.blockers.words() == ["Judge first whether it becomes a case."]
    assert record.blockers.button("judge") is not None


def test_a_closed_case_misses_nothing(workplace: Workplace, show: Show) -> None:
    case = registered(workplace)
    entry = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已解釋水壓不足的原因")
    case = complaint_filing.judge(workplace, case.detail.id, case.detail.version, entry)
    record = show(case)
    assert record.blockers.isHidden()
    assert "Explained" in record.steps.accessibleName()
    assert "Handled" not in record.steps.accessibleName()


# The clocks


def test_every_open_clock_explains_itself_the_overdue_first(
    workplace: Workplace, show: Show, clock: FixedClock
) -> None:
    case = filed(workplace, Severity.IMPORTANT)
    clock.moment += 3 * HOUR
    record = show(complaint_case.get(workplace, case.detail.id))
    lines = record.clocks.words()
    assert len(lines) == sum(one.is_open for one in record.case().clocks)
    overdue = [line for line in lines if "overdue" in line]
    assert overdue
    assert lines[: len(overdue)] == overdue
    assert "M2 R143" in overdue[0]
    assert any("from 21/11/2026 14:30" in line for line in lines)
    assert any("needs the approval of" in line for line in lines)


def test_time_passes_in_the_open_record(
    workplace: Workplace, show: Show, clock: FixedClock
) -> None:
    record = show(filed(workplace))
    before, missing = record.clocks.words(), record.blockers.words()
    clock.moment += timedelta(minutes=1)
    record.show_time()
    assert record.clocks.words() != before
    assert record.blockers.words() == missing
    clock.moment += timedelta(days=3)
    record.show_time()
    assert any("overrun" in words for words in record.blockers.words())


def test_a_paused_clock_says_so(workplace: Workplace, show: Show) -> None:
    case = filed(workplace)
    entry = PauseEntry(workplace.now(), "solve.minor", "等待零件")
    case = clock_pause.pause(workplace, case.detail.id, case.detail.version, entry)
    record = show(case)
    assert any("paused" in line for line in record.clocks.words())
    assert any("等待零件" in line for line in record.timeline.words())


def test_clocks_that_are_met_fold_away(workplace: Workplace, show: Show) -> None:
    record = show(handled(workplace, filed(workplace)))
    count = len(record.clocks.words())
    assert "behind" in record.clocks.fold.text()
    record.clocks.fold.click()
    assert len(record.clocks.words()) == len(record.case().clocks) > count
    record.clocks.fold.click()
    assert len(record.clocks.words()) == count


# What comes next


def test_at_most_two_deeds_come_next_and_none_of_them_is_shut(
    workplace: Workplace, show: Show
) -> None:
    case = registered(workplace)
    for step in (None, filed(workplace), handled(workplace, filed(workplace))):
        record = show(step or case)
        found = record.bar.primary()
        assert 1 <= len(found) <= PRIMARY
        assert [act.shut(record.case()) for act in found] == [""] * len(found)


def test_the_sheet_holds_every_deed_and_says_why_one_is_shut(
    workplace: Workplace, show: Show
) -> None:
    record = show(filed(workplace))
    sheet = record.bar.open_sheet()
    assert sheet is not None
    shown = [act.code for act in record._acts if act.shown(record.case())]
    assert sorted(sheet.codes()) == sorted(shown)
    why = "Handle the complaint first."
    assert sheet.line("close").why_shut().startswith(why)
    assert any(words.startswith(why) for words in walk.visible_words(sheet))
    assert sheet.line("hand_out").isEnabled()
    assert walk.unnamed(sheet) == []
    sheet.close()


def test_f4_opens_the_sheet_and_enter_begins_a_deed(workplace: Workplace, show: Show) -> None:
    record = show(filed(workplace))
    press(record, Qt.Key.Key_F4)
    sheet = next(one for one in QApplication.topLevelWidgets() if isinstance(one, ActSheet))
    line = sheet.line("urge")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return)
    dialog = asked()
    assert not sheet.isVisible()
    dialog.reject()


def test_esc_closes_the_sheet_and_it_is_freed(workplace: Workplace, show: Show) -> None:
    sheet = show(filed(workplace)).bar.open_sheet()
    assert sheet is not None
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    clear()
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, ActSheet)]


def test_f8_begins_the_next_deed_and_f8_does_it(workplace: Workplace, show: Show) -> None:
    record = show(registered(workplace))
    press(record, Qt.Key.Key_F8)
    dialog = asked()
    dialog.field("decision").set_value("file")
    dialog.field("decision").changed.emit()
    dialog.field("ground").set_value("question")
    press(dialog, Qt.Key.Key_F8)
    assert record.case().facts.filed_at is not None
    assert "Filed 21/11 14:30 陳大文" in record.steps.accessibleName()


def test_a_looker_on_finds_every_deed_shut_with_a_reason(workplace: Workplace) -> None:
    case = handled(workplace, filed(workplace))
    looker = workplace.signed_in_as(replace(workplace.actor, role=Role.ADMINISTRATOR))
    looker = looker.signed_in_as(replace(looker.actor, role=Role.QUALITY_SUPERVISOR))
    record = ComplaintRecord(ComplaintDeeds(looker, nobody))
    record.load(case)
    for button in record.bar.buttons:
        assert button.isHidden() or button.why_shut()
    record.deleteLater()


# The rest of the window


def test_the_head_says_what_kind_of_case_it_is(workplace: Workplace, show: Show) -> None:
    case = registered(workplace, hot=True, severity=Severity.MAJOR)
    for name in ("李甲", "李乙"):
        entry = JoinEntry(workplace.now(), name, "61234567")
        case = complaint_filing.join(workplace, case.detail.id, case.detail.version, entry)
    record = show(case)
    assert record.head.tags.words() == ["Major", "Hot", "Joint, 3"]
    assert "李小龍" in record.head.words()
    joint = " ".join(record.sections["joint"].words())
    assert "李甲" in joint
    assert "61234567" in joint


def test_the_journal_tells_everything_oldest_first(
    workplace: Workplace, show: Show, clock: FixedClock
) -> None:
    case = filed(workplace)
    clock.moment += HOUR
    case = handled(workplace, complaint_case.get(workplace, case.detail.id), at=clock.moment)
    clock.moment += HOUR
    entry = complaint_handling.ReworkEntry(clock.moment, "地面仍然濕滑")
    case = complaint_handling.rework(workplace, case.detail.id, case.detail.version, entry)
    told = show(case).timeline.words()
    assert [line.split(" · ")[1] for line in told] == [
        "Complaint received",
        "File a case",
        "Handling finished",
        "Work redone",
    ]
    assert "地面仍然濕滑" in told[-1]


def test_a_change_from_elsewhere_is_read_again(workplace: Workplace, show: Show) -> None:
    case = handled(workplace, filed(workplace))
    record = show(case)
    closing.write_result(workplace, case.detail.id, case.detail.version, "已了結")
    record._deeds.reload()
    assert record.case().facts.result == "已了結"


def test_everything_is_named_and_plain_in_every_language(
    workplace: Workplace, show: Show, language: str
) -> None:
    record = show(handled(workplace, filed(workplace, Severity.MAJOR)))
    assert walk.unnamed(record) == [], language
    assert walk.guessing(record) == []
    for act in record.bar.primary():
        dialog = record.run(act)
        if dialog is not None:
            assert walk.unnamed(dialog) == []
            assert walk.guessing(dialog) == []
            dialog.reject()


def test_the_words_follow_the_language(
    workplace: Workplace, show: Show, speak_chinese: Callable[[], None]
) -> None:
    record = show(handled(workplace, filed(workplace)))
    before = (record.clocks.words(), record.steps.accessibleName())
    speak_chinese()
    assert record.clocks.words() != before[0]
    assert record.head.tags.words() == ["輕微"]


def test_a_dialog_over_the_record_is_freed_with_it(workplace: Workplace, freed: Freed) -> None:
    case = handled(workplace, filed(workplace))

    def fresh() -> QWidget:
        record = ComplaintRecord(ComplaintDeeds(workplace, nobody))
        record.load(case)
        act = record.bar.settling("complaint.result.missing")
        assert act is not None
        dialog = record.run(act)
        assert dialog is not None
        dialog.reject()
        return record

    assert freed(fresh)
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, DeedDialog)]


@pytest.fixture
def page(workplace: Workplace) -> Iterator[ComplaintPage]:
    made = ComplaintPage(ComplaintDeeds(workplace, nobody))
    made.resize(1166, 680)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def test_a_deed_refreshes_the_row_of_the_list(workplace: Workplace, page: ComplaintPage) -> None:
    case = registered(workplace)
    page.shown()
    record = page.open_key(case.detail.number)
    assert isinstance(record, ComplaintRecord)
    model = page.table.model()
    assert model.index(0, 4).data() == "To be judged"
    judge = record.bar.act("judge")
    assert judge is not None
    dialog = record.run(judge)
    assert dialog is not None
    assert not dialog.save()
    assert dialog.refusal("decision") == "Choose the answer."
    dialog.field("decision").set_value("file")
    dialog.field("decision").changed.emit()
    dialog.field("ground").set_value("question")
    assert dialog.save(), dialog.refusal()
    assert model.index(0, 4).data() == "Registered"
    assert model.index(0, 3).data() == "10 minutes left"
