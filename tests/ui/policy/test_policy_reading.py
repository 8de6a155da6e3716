"""The policy as it is read: which version holds, what it says, where that stands."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.domain.permissions import Role
from desk.services import policy
from desk.services.workplace import Workplace
from desk.ui.kit.retranslate import speak
from desk.ui.policy.page import PolicyPage
from desk.ui.policy.words import GROUPS
from tests.ui.policy.conftest import MakePage
from tests.ui.policy.hands import begin_copy, editor, reading
from tests.ui.settings.conftest import desk_of
from tests.ui.walk import guessing, unnamed, visible_words

TODAY = dt.date(2026, 11, 21)
LATIN = re.compile(r"[A-Za-z]{2,}")
NATIVE = re.compile(r"\b(?:English|F\d+|Enter|R150|[KRM]\d+)\b")


def titles(page: PolicyPage) -> list[str]:
    model = page.table.model()
    return [str(model.index(row, 0).data()) for row in range(page.table.row_count())]


def test_versions_stand_above_the_shipped_profiles(page: PolicyPage) -> None:
    assert [one.split(" ")[0] for one in titles(page)] == [
        "Version",
        "A:",
        "Company",
        "B:",
        "Customer-service",
        "Strictest",
    ]


def test_what_holds_today_is_open_and_marked(page: PolicyPage, workplace: Workplace) -> None:
    kept = policy.by_number(workplace, 1).policy
    policy.adopt(workplace, replace(kept, code="own"), TODAY + dt.timedelta(days=9), "下月起")
    page.reload()
    states = [str(page.table.model().index(row, 1).data()) for row in range(3)]
    assert states == ["From 30/11/2026", "In force today", ""]
    assert reading(page).row.key == "1"
    assert "陳大文" in titles(page)[0]
    assert "下月起" in titles(page)[0]


def test_rules_are_read_group_by_group_with_their_clauses(page: PolicyPage) -> None:
    rules = reading(page).lines.shown()
    sections = list(dict.fromkeys(one.section for one in rules))
    assert sections == list(GROUPS)
    minor = next(one for one in rules if one.code == "solve.minor")
    assert "within 2 days" in minor.words
    assert "M2 R150" in minor.clauses
    answer = next(one for one in rules if one.code == "answer.major")
    assert answer.ours == "our reading: who answers for it"


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("R150", {"answer.major", "solve.major", "solve.important", "solve.minor", "overruns"}),
        ("r150 Minor", {"solve.minor"}),
        ("R15", {"check.day"}),
        ("no such words", set()),
    ],
)
def test_it_is_narrowed_by_a_clause_or_by_words(
    page: PolicyPage, typed: str, codes: set[str]
) -> None:
    shown = reading(page)
    shown.words.setText(typed)
    shown.narrow()
    assert {one.code for one in shown.lines.shown()} == codes


def test_it_is_narrowed_to_one_group(page: PolicyPage) -> None:
    shown = reading(page)
    shown.filters.set_value("section", "switches")
    assert {one.section for one in shown.lines.shown()} == {"switches"}


def test_the_language_changes_the_rules_at_once(dressed: QApplication, page: PolicyPage) -> None:
    speak(dressed, "zh_Hant")
    assert any("輕微" in one.words for one in reading(page).lines.shown())
    model = reading(page).lines.model()
    assert model.index(0, 0).data() != "Severities"


def test_rules_are_walked_with_the_arrow_keys(qtbot: QtBot, page: PolicyPage) -> None:
    lines = reading(page).lines
    lines.setFocus()
    qtbot.keyClick(lines, Qt.Key.Key_Down)
    spoken = str(lines.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Minor")
    assert "M2 R139" in spoken


@pytest.mark.parametrize("role", [Role.RECEPTIONIST, Role.QUALITY_SUPERVISOR, Role.GENERAL_MANAGER])
def test_whoever_may_not_edit_may_look_and_is_told_why(
    make_page: MakePage, workplace: Workplace, role: Role
) -> None:
    page = make_page(desk_of(workplace, role))
    shown = reading(page)
    assert shown.lines.shown()
    for button in (shown.copy_button, shown.recompute_button):
        assert not button.isEnabled()
        assert button.why_shut()
    assert page.new_words() == ""
    assert page.start_new() is None


def test_f2_begins_a_copy_of_the_newest_version(page: PolicyPage) -> None:
    assert page.new_words() == "New version"
    page.start_new()
    assert editor(page).heading() == "Copy of version 1"


@pytest.mark.parametrize("section", ["", "policy", *GROUPS, "changes"])
def test_every_control_is_named_and_every_label_plain(
    language: str, page: PolicyPage, section: str
) -> None:
    if section:
        begin_copy(page).show_section(section)
    assert unnamed(page) == []
    assert guessing(page) == []


@pytest.mark.parametrize("code", ["zh_Hant", "zh_Hans"])
@pytest.mark.parametrize("section", ["", "policy", *GROUPS, "changes"])
def test_no_english_is_left_in_chinese(
    dressed: QApplication, page: PolicyPage, code: str, section: str
) -> None:
    speak(dressed, code)
    if section:
        begin_copy(page).show_section(section)
    left = {words for words in visible_words(page) if LATIN.search(NATIVE.sub("", words))}
    assert left == set()
