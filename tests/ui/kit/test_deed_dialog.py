"""A deed is asked for in a dialog: everything refused at once, nothing typed lost unasked."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget

from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, RuleRefused, StaleRecord
from desk.services.complaint_case import Case
from desk.ui.kit import deed_dialog
from desk.ui.kit.choice_field import Choice, SegmentField
from desk.ui.kit.deed_dialog import Asked, DeedDialog, DeedPlan
from desk.ui.kit.line_field import LineField
from desk.ui.kit.text_field import TextField
from tests.ui import walk
from tests.ui.conftest import Freed, clear

CASE: Any = object()


class Deed:
    """A deed that remembers what it was asked, or refuses."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, Any]] = []
        self.fault: Exception | None = None

    def __call__(self, values: Mapping[str, Any]) -> Case:
        if self.fault is not None:
            raise self.fault
        self.asked.append(values)
        return CASE


def words(text: str) -> Callable[[], str]:
    def said() -> str:
        return text

    return said


def choices() -> list[Choice]:
    return [Choice("reached", "Reached"), Choice("away", "Away")]


def plan_of(deed: Deed) -> DeedPlan:
    def away(values: Mapping[str, Any]) -> bool:
        return values["outcome"] == "away"

    return DeedPlan(
        title=words("Call back"),
        button=words("Called back"),
        lead=words("Within 7 days."),
        asked=(
            Asked("person", LineField, words("Person"), required=True, span=6, begins_with="曾"),
            Asked("outcome", lambda: SegmentField(choices), words("Outcome"), span=6),
            Asked("why", LineField, words("Why"), when=away),
            Asked("text", TextField, words("Words")),
        ),
        do=deed,
    )


@pytest.fixture
def deed() -> Deed:
    return Deed()


@pytest.fixture
def dialog(deed: Deed) -> Iterator[DeedDialog]:
    made = DeedDialog(plan_of(deed), about="C2026-000001 · 曾德華")
    made.open()
    yield made
    clear()


def discards(monkeypatch: pytest.MonkeyPatch, answer: bool) -> list[str]:
    asked: list[str] = []

    def ask(_parent: QWidget, question: str, _go_on: str, _detail: str = "") -> bool:
        asked.append(question)
        return answer

    monkeypatch.setattr(deed_dialog, "ask", ask)
    return asked


def test_f8_does_the_deed_and_gives_the_case(dialog: DeedDialog, deed: Deed) -> None:
    told: list[object] = []
    dialog.deed_done.connect(told.append)
    QTest.keyClick(dialog, Qt.Key.Key_F8)
    assert told == [CASE]
    assert deed.asked == [{"person": "曾", "outcome": None, "why": "", "text": ""}]
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_leads_through_the_fields_to_the_button_and_never_does_the_deed(
    dialog: DeedDialog, deed: Deed
) -> None:
    for key in ("person", "outcome", "text"):
        control = dialog.field(key).control
        control.setFocus()
        QTest.keyClick(control, Qt.Key.Key_Return)
    assert dialog.save_button.hasFocus()
    assert deed.asked == []
    dialog.reject()


def test_all_refusals_stand_at_once_beside_their_fields_or_at_the_foot(
    dialog: DeedDialog, deed: Deed
) -> None:
    deed.fault = RuleRefused(
        [
            Reason("complaint.process.missing", "person"),
            Reason("complaint.result.missing", "text"),
            Reason("complaint.not_handled"),
        ]
    )
    assert not dialog.save()
    assert dialog.refusal("person") == "Write down how it was handled."
    assert dialog.refusal("text") == "Write down the final result."
    assert dialog.refusal().startswith("Handle the complaint first")
    assert dialog.isVisible()
    deed.fault = None
    assert dialog.save()


@pytest.mark.parametrize(
    "fault", [StaleRecord("complaint", "1", "李四"), EnvironmentFault("storage.full")]
)
def test_a_fault_is_told_and_nothing_typed_is_lost(
    dialog: DeedDialog, deed: Deed, fault: Exception
) -> None:
    deed.fault = fault
    dialog.field("text").set_value("寫到一半")
    assert not dialog.save()
    assert dialog.refusal() != ""
    assert dialog.field("text").value() == "寫到一半"
    dialog.reject()


def test_a_field_is_there_only_while_it_applies(dialog: DeedDialog, deed: Deed) -> None:
    assert dialog.fields.cell("why").isHidden()
    dialog.field("outcome").set_value("away")
    dialog.field("outcome").changed.emit()
    dialog.field("why").set_value("外遊")
    assert not dialog.fields.cell("why").isHidden()
    dialog.field("outcome").set_value("reached")
    dialog.field("outcome").changed.emit()
    assert dialog.save()
    assert deed.asked[0]["why"] == ""


def test_what_was_typed_where_it_no_longer_applies_holds_nothing_up(
    dialog: DeedDialog, deed: Deed
) -> None:
    dialog.field("outcome").set_value("away")
    dialog.field("outcome").changed.emit()
    dialog.field("why").set_value("外" * 201)
    assert not dialog.save()
    assert dialog.refusal("why") != ""
    dialog.field("outcome").set_value("reached")
    dialog.field("outcome").changed.emit()
    deed.fault = RuleRefused([Reason("complaint.result.missing", "why")])
    assert not dialog.save()
    assert dialog.refusal() == "Write down the final result."
    deed.fault = None
    assert dialog.save()


@pytest.mark.parametrize("agreed", [True, False])
def test_esc_asks_before_typed_text_is_lost(
    dialog: DeedDialog, monkeypatch: pytest.MonkeyPatch, agreed: bool
) -> None:
    asked = discards(monkeypatch, agreed)
    QTest.keyClicks(dialog.field("person").control, "x")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert asked == ["Discard what you typed?"]
    assert dialog.isVisible() is not agreed
    monkeypatch.setattr(deed_dialog, "ask", lambda *_: True)
    dialog.close()


def test_esc_closes_what_has_nothing_to_lose(
    dialog: DeedDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = discards(monkeypatch, False)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not asked
    assert not dialog.isVisible()


def test_everything_is_named_and_nothing_guesses_markup(dialog: DeedDialog, language: str) -> None:
    assert walk.unnamed(dialog) == []
    assert walk.guessing(dialog) == []
    assert dialog.windowTitle() == "Call back", language
    dialog.reject()


def test_a_closed_dialog_is_freed(deed: Deed, freed: Freed) -> None:
    def fresh() -> QWidget:
        return DeedDialog(plan_of(deed))

    assert freed(fresh)
