"""A copy of a policy is edited, kept as a version, and holds for what is opened then (R223)."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.domain.deadlines import Term, Unit
from desk.domain.permissions import Role
from desk.domain.policy import Condition, Post
from desk.services import complaint_recompute, policy
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.policy import editor as editor_module
from desk.ui.policy.editor import PolicyEditor
from desk.ui.policy.group_page import GroupPage
from desk.ui.policy.page import PolicyPage
from tests.services.test_complaint_recompute import begin, due
from tests.ui.policy.conftest import MakePage
from tests.ui.policy.hands import SOLVE, begin_copy, edit, keep, reading
from tests.ui.settings.conftest import desk_of

TODAY = dt.date(2026, 11, 21)


def newest(workplace: Workplace) -> policy.KeptPolicy:
    return policy.by_number(workplace, policy.versions(workplace)[0].number)


def minor(kept: policy.KeptPolicy) -> Term:
    rule = kept.policy.rule(SOLVE)
    assert rule is not None
    return rule.term


def shown_changes(copy: PolicyEditor) -> list[tuple[str, str, str]]:
    copy.show_section("changes")
    model = copy.changes.table.model()
    return [
        tuple(str(model.index(row, column).data()) for column in range(3))  # type: ignore[misc]
        for row in range(model.rowCount())
    ]


# The whole course


def test_two_days_become_one_for_new_complaints_and_for_open_ones_only_by_a_deed(
    page: PolicyPage, workplace: Workplace
) -> None:
    old = begin(workplace)
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    assert keep(copy)
    assert minor(newest(workplace)) == Term(1, Unit.DAYS)
    assert reading(page).row.key == "2"
    assert reading(page).row.in_force
    assert due(workplace, begin(workplace)) == dt.timedelta(days=1)
    assert due(workplace, old) == dt.timedelta(days=2)
    page.ask_to_recompute()
    (dialog,) = page.findChildren(DeedDialog)
    assert not dialog.save()
    assert dialog.refusal("why")
    dialog.field("why").set_value("統一標準")
    assert dialog.save()
    assert due(workplace, old) == dt.timedelta(days=1)


def test_nothing_is_computed_anew_by_itself(
    page: PolicyPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(complaint_recompute, "recompute", None)
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    assert keep(copy)


def test_what_changes_is_shown_before_it_is_saved(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    edit(copy, "switches", "", "joint_from", 5)
    copy.field("why").set_value("業主大會決定")
    assert not copy.save()
    assert copy.section() == "changes"
    assert shown_changes(copy) == [
        (
            "Minor · Complaint received → Handling finished Time limits · Time limit",
            "within 2 days",
            "→ within 1 day",
        ),
        ("Complainants that make a complaint joint Switches", "3", "→ 5"),
    ]
    assert len(policy.versions(workplace)) == 1
    assert keep(copy)


def test_enter_on_a_change_opens_its_rule(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    copy.show_section("changes")
    copy.changes.table.record_opened.emit(copy.working.changes()[0])
    assert copy.section() == "clocks"
    assert copy.page("clocks").inspector.title().startswith("Minor")


# What may be edited


@pytest.mark.parametrize(
    "part",
    [
        ("severities", "minor", "labels.zh_Hant", "小事", "labels"),
        ("clocks", "sheet_back", "bound", "target", "bound"),
        ("clocks", SOLVE, "term.counting", "working", "term"),
        ("clocks", SOLVE, "post", "receptionist", "post"),
        ("clocks", SOLVE, "approver", None, "approver"),
        ("clocks", SOLVE, "scope.severities", ["minor", "major"], "scope"),
        ("clocks", SOLVE, "scope", ["effective_only", "hot"], "scope"),
        ("clocks", SOLVE, "as_wanted", "no", "as_wanted"),
        ("forwards", "transfer", "to", "office_manager", "to"),
        ("callbacks", "callback", "coverage", 60, "coverage"),
        ("callbacks", "callback", "exceptions", ["unreachable"], "exceptions"),
        ("callbacks", "callback", "again", "no", "again"),
        ("close", "summary", "scope.severities", ["major"], "scope"),
        ("forms", "intake", "labels.zh_Hans", "投诉登记簿", "labels"),
        ("reports", "check.day", "every", "week", "every"),
        ("passes", "contractor_tools", "owner", "always", "owner"),
        ("passes", "bulky_goods", "fees", "yes", "fees"),
        ("posts", "supervisor", "roles", ["supervisor", "manager"], "roles"),
    ],
)
def test_every_part_of_a_rule_may_be_edited_and_is_kept(
    page: PolicyPage, workplace: Workplace, part: tuple[str, str, str, object, str]
) -> None:
    section, code, path, value, became = part
    copy = begin_copy(page)
    before = getattr(copy.working.rule(section, code), became)
    edit(copy, section, code, path, value)
    after = getattr(copy.working.rule(section, code), became)
    assert after != before
    assert len(copy.working.changes()) == 1
    assert keep(copy)
    assert newest(workplace).policy == copy.working.policy


@pytest.mark.parametrize(
    ("path", "value", "became"),
    [
        ("joint_from", 4, 4),
        ("promote_after", "no", None),
        ("promote_after.amount", 2, Term(2, Unit.MONTHS)),
        ("promote_to", "important", "important"),
        ("consent_months", 6, 6),
        ("verifier_is_other", "no", False),
        ("retransfer_forbidden", "no", False),
        ("duty_open_days", 5, 5),
    ],
)
def test_every_switch_may_be_turned(
    page: PolicyPage, workplace: Workplace, path: str, value: object, became: object
) -> None:
    copy = begin_copy(page)
    edit(copy, "switches", "", path, value)
    assert keep(copy)
    name = path.partition(".")[0]
    assert getattr(newest(workplace).policy.switches, name) == became


def test_a_same_day_limit_is_one_and_cannot_be_more(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.unit", "same_day")
    assert copy.working.rule("clocks", SOLVE).term == Term(1, Unit.SAME_DAY)
    amount = copy.page("clocks").inspector.fields.field("term.amount")
    assert amount.value() == 1


def test_a_rule_is_left_out_and_taken_in_again(page: PolicyPage) -> None:
    copy = begin_copy(page)
    copy.show_rule("close", "summary")
    inspector = copy.page("close").inspector
    inspector.out_button.click()
    assert copy.working.rule("close", "summary") is None
    assert [one.new for one in copy.working.changes()] == ["left out"]
    inspector.in_button.click()
    assert copy.working.policy == copy.working.source


def test_a_condition_no_manual_of_the_copy_asks_is_taken_from_another(page: PolicyPage) -> None:
    copy = begin_copy(page, "M0")
    copy.show_rule("close", "signed_copy")
    copy.page("close").inspector.in_button.click()
    rule = copy.working.rule("close", "signed_copy")
    assert rule.condition is Condition.SIGNED_COPY
    assert rule.clauses == ("R166",)


def test_a_rule_goes_back_to_what_it_was(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 9)
    copy.page("clocks").inspector.undo_button.click()
    assert copy.working.changes() == ()
    assert copy.page("clocks").inspector.fields.field("term.amount").value() == 2


def test_a_renamed_post_is_called_so_wherever_it_is_chosen(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "posts", "receptionist", "labels.en", "Front desk")
    copy.show_rule("clocks", "hand_out")
    combo = copy.page("clocks").inspector.fields.field("post").control
    assert combo.currentText() == "Front desk"  # type: ignore[attr-defined]
    assert copy.working.rule("clocks", "hand_out").post is Post.RECEPTIONIST


def test_a_copy_starts_from_the_strictest_of_the_chosen_manuals(
    page: PolicyPage, workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = begin_copy(page)
    copy.show_section("policy")
    start = copy.page("policy").start  # type: ignore[union-attr]
    start.submit()
    assert start.refusal("profile") == "Choose at least one profile."
    start.fields.field("profile").set_value(["M0", "M2"])
    start.submit()
    assert copy.working.policy == policy.compose(["M0", "M2"])
    monkeypatch.setattr(editor_module, "ask", lambda *_asked: False)
    start.fields.field("profile").set_value(["M4"])
    start.submit()
    assert copy.working.policy == policy.compose(["M0", "M2"])
    assert keep(copy)
    assert newest(workplace).policy.manuals == ("M0", "M2")


# Refusals


def test_every_refusal_stands_beside_its_rule(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 0)
    edit(copy, "callbacks", "callback", "coverage", 101)
    edit(copy, "switches", "", "duty_open_days", 0)
    edit(copy, "policy", "", "labels.zh_Hans", "")
    edit(copy, "posts", "general_manager", "roles", [])
    copy.show_rule("close", "result")
    copy.page("close").inspector.out_button.click()
    assert not keep(copy)
    assert copy.section() == "policy"
    assert copy.page("policy").inspector.refusal("labels.zh_Hans")
    copy.show_section("clocks")
    states = {row.code: row.refused for row in copy.page("clocks")._fetch(None).rows}  # type: ignore[union-attr]
    assert states[SOLVE] == "Enter a number from 1 to 3660."
    assert "General manager" in states["solve.major"]
    copy.show_rule("clocks", SOLVE)
    assert copy.page("clocks").inspector.refusal("term.amount")
    copy.show_section("callbacks")
    assert copy.page("callbacks").inspector.refusal("coverage")
    copy.show_section("switches")
    assert copy.page("switches").inspector.refusal("duty_open_days")
    copy.show_section("close")
    assert "The final result" in copy.page("close").refusal()  # type: ignore[union-attr]
    assert len(policy.versions(workplace)) == 1


def test_a_refusal_goes_when_its_rule_is_put_right(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 0)
    assert not keep(copy)
    assert copy.summary()
    edit(copy, "clocks", SOLVE, "term.amount", 3)
    assert copy.page("clocks").inspector.refusal("term.amount") == ""
    assert copy.summary() == ""
    assert keep(copy)


def test_a_version_says_from_when_it_holds_and_why(page: PolicyPage, workplace: Workplace) -> None:
    """R223."""
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    copy.show_section("changes")
    copy.field("holds_from").set_value(TODAY - dt.timedelta(days=1))
    assert not copy.save()
    assert (bool(copy.refusal("holds_from")), bool(copy.refusal("why"))) == (True, True)
    copy.field("holds_from").set_value(None)
    assert not copy.save()
    assert copy.refusal("holds_from") == "Enter the day from which it holds."
    copy.field("holds_from").set_value(TODAY + dt.timedelta(days=10))
    assert keep(copy)
    assert newest(workplace).holds_from == TODAY + dt.timedelta(days=10)
    assert policy.in_force(workplace, TODAY).number == 1
    assert not reading(page).row.in_force


def test_of_two_editors_the_second_sees_what_the_first_saved(
    page: PolicyPage, make_page: MakePage, workplace: Workplace
) -> None:
    other = begin_copy(make_page(workplace))
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    edit(other, "switches", "", "joint_from", 9)
    assert keep(other, "甲")
    assert not keep(copy, "乙")
    assert "Version 2" in copy.summary()
    assert newest(workplace).number == 2
    assert {one.new for one in copy.working.changes()} == {"within 1 day", "3"}
    assert keep(copy, "乙")
    kept = newest(workplace)
    assert (kept.number, kept.policy.switches.joint_from) == (3, 3)


# What is half-finished


def test_a_draft_survives_a_restart(
    page: PolicyPage, make_page: MakePage, workplace: Workplace
) -> None:
    copy = begin_copy(page, "M2")
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    copy.field("why").set_value("試行")
    assert copy.is_dirty()
    again = make_page(workplace).resume(copy.draft(), copy.subject())
    assert isinstance(again, PolicyEditor)
    assert again.working.policy == copy.working.policy
    assert again.working.source == policy.profile("M2")
    assert again.field("why").value() == "試行"
    assert keep(again, "試行")


def test_a_draft_from_before_another_version_is_not_saved_over_it_unseen(
    page: PolicyPage, make_page: MakePage, workplace: Workplace
) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    draft = copy.draft()
    begun = policy.profile(policy.STRICTEST)
    policy.adopt(workplace, replace(begun, code="own"), TODAY, "甲")
    again = make_page(workplace).resume(draft, copy.subject())
    assert isinstance(again, PolicyEditor)
    assert not keep(again)
    assert "Version 2" in again.summary()


def test_a_draft_that_cannot_be_read_is_said_to_be_lost(page: PolicyPage) -> None:
    copy = begin_copy(page)
    copy.restore({"policy": {"code": "x"}, "why": "試行"})
    assert copy.working.policy == copy.working.source
    assert copy.summary()
    copy.load(copy.value())


def test_leaving_a_copy_asks_first(page: PolicyPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    monkeypatch.setattr("desk.ui.kit.record_form.ask", lambda *said: asked.append(said[1]))
    assert not page.panel.close_content()
    assert asked


# The keyboard, and the guard below the window


def test_a_rule_is_edited_with_the_keyboard_alone(
    qtbot: QtBot, page: PolicyPage, workplace: Workplace
) -> None:
    copy = begin_copy(page)
    copy.show_section("clocks")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    table = copy.page("clocks").table  # type: ignore[union-attr]
    table.setFocus()
    while table.chosen_id() != SOLVE:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    amount = copy.page("clocks").inspector.fields.field("term.amount").control
    assert page.window().focusWidget() is amount
    qtbot.keyClick(amount, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(amount, "1")
    qtbot.keyClick(amount, Qt.Key.Key_F8)
    assert copy.section() == "changes"
    copy.field("why").control.setFocus()
    qtbot.keyClicks(copy.field("why").control, "less")
    qtbot.keyClick(copy.field("why").control, Qt.Key.Key_F8)
    assert minor(newest(workplace)) == Term(1, Unit.DAYS)


def test_a_receptionist_cannot_save_even_what_was_begun_by_a_supervisor(
    page: PolicyPage, workplace: Workplace
) -> None:
    copy = begin_copy(page)
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    copy._deeds._workplace = desk_of(workplace, Role.RECEPTIONIST)
    assert not keep(copy)
    assert copy.summary()
    assert len(policy.versions(workplace)) == 1


def test_in_a_narrow_window_groups_and_rules_are_lists_to_choose_from(
    page: PolicyPage, workplace: Workplace
) -> None:
    page.resize(640, 360)
    copy = begin_copy(page)
    frame = copy._frame
    assert (frame.picker.isVisible(), frame.tabs.isVisible()) == (True, False)
    frame.picker.set_value("clocks")
    frame.picker.changed.emit()
    group = copy.page("clocks")
    assert isinstance(group, GroupPage)
    assert (group.picker.isVisible(), group.table.isVisible()) == (True, False)
    group.picker.set_value(SOLVE)
    group.picker.changed.emit()
    assert group.inspector.title().startswith("Minor")
    edit(copy, "clocks", SOLVE, "term.amount", 1)
    assert keep(copy)
    assert minor(newest(workplace)) == Term(1, Unit.DAYS)
