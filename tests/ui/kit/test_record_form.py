"""The life of a form: load, change, refuse, save, leave, come back."""

from collections.abc import Iterator
from unittest.mock import patch

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.domain.reasons import Reason
from desk.errors import EnvironmentFault, RuleRefused, StaleRecord
from desk.i18n import _
from desk.ui.kit import record_form
from desk.ui.kit.retranslate import speak
from desk.wording import sentence
from tests.ui.conftest import Freed
from tests.ui.samples import Book, Visit, VisitForm


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[VisitForm]:
    made = VisitForm(Book(5))
    qtbot.addWidget(made)
    made.resize(560, 600)
    made.load(Visit(3))
    made.show()
    qtbot.waitExposed(made)
    yield made


def test_a_loaded_form_has_nothing_to_lose(form: VisitForm) -> None:
    assert not form.is_dirty()
    assert form.may_leave()


def test_what_was_typed_is_what_is_saved(form: VisitForm, qtbot: QtBot) -> None:
    form.field("request").control.setFocus()
    qtbot.keyClicks(form.field("request").control, "!")
    assert form.is_dirty()
    with qtbot.waitSignal(form.saved) as told:
        form.save()
    assert told.args[0].request == "!水喉滲漏"
    assert not form.is_dirty()


def test_f8_saves(form: VisitForm, qtbot: QtBot) -> None:
    form.activateWindow()
    form.field("room").control.setFocus()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(form.field("room").control, Qt.Key.Key_F8)


def test_enter_walks_through_the_fields_to_save(form: VisitForm, qtbot: QtBot) -> None:
    form.activateWindow()
    form.field("channel").control.setFocus()
    walked = []
    for _step in range(6):
        here = QApplication.focusWidget()
        walked.append(here)
        qtbot.keyClick(here, Qt.Key.Key_Return)
    assert len(set(walked)) == 6
    assert QApplication.focusWidget() is form.save_button


def test_all_refusals_stand_beside_their_fields_at_once(form: VisitForm) -> None:
    reasons = [
        Reason("reception.request.missing", "request"),
        Reason("some.other.rule", "room"),
        Reason("nothing.to.do.with.a.field"),
    ]
    with patch.object(form.book, "save", side_effect=RuleRefused(reasons)):
        assert not form.save()
    assert form.refusal("request") == sentence("reception.request.missing", {})
    assert form.refusal("room")
    assert form.summary() == sentence("nothing.to.do.with.a.field", {})


def test_the_first_refused_field_has_the_keyboard(form: VisitForm) -> None:
    form.activateWindow()
    refused = RuleRefused([Reason("x.y", "request"), Reason("x.z", "room")])
    form.show_refusals(refused)
    assert QApplication.focusWidget() is form.field("room").control


def test_refusals_are_taken_back_by_the_next_attempt(form: VisitForm) -> None:
    form.show_refusals(RuleRefused([Reason("x.y", "request")]))
    assert form.save()
    assert form.refusal("request") == ""
    assert form.summary() == ""


def test_what_cannot_be_read_is_refused_before_the_service_is_asked(form: VisitForm) -> None:
    form.field("at").restore(["soon", "later"])
    form.field("room").set_value("x" * 30)
    assert not form.save()
    assert form.refusal("at")
    assert form.refusal("room")
    assert form.book.saved == []


@pytest.mark.parametrize(
    "fault", [EnvironmentFault("storage.disk_full"), StaleRecord("reception", by="李小姐")]
)
def test_a_fault_is_said_on_top_and_nothing_typed_is_lost(
    form: VisitForm, fault: Exception
) -> None:
    form.field("request").restore("typed")
    form.restore(form.draft())
    with patch.object(form.book, "save", side_effect=fault):
        assert not form.save()
    assert form.summary()
    assert form.field("request").value() == "typed"
    assert form.is_dirty()


def test_leaving_changes_asks_first(form: VisitForm) -> None:
    form.restore({"request": "half"})
    for answer in (False, True):
        with patch.object(record_form, "ask", return_value=answer) as asked:
            assert form.may_leave() is answer
        asked.assert_called_once()


def test_a_draft_brings_everything_back(form: VisitForm, qtbot: QtBot) -> None:
    form.field("at").restore(["115/1/", "9"])
    form.field("request").restore("half a senten")
    draft = form.draft()
    other = VisitForm(Book(5))
    qtbot.addWidget(other)
    other.load(Visit(3))
    other.restore(draft)
    assert other.draft() == draft
    assert other.is_dirty()


def test_a_draft_from_an_older_program_is_taken_as_far_as_it_goes(form: VisitForm) -> None:
    form.restore({"request": "kept", "abolished": 1, "at": "nonsense", "kind": "pigeon"})
    assert form.field("request").value() == "kept"


def test_a_read_only_form_cannot_be_saved(form: VisitForm) -> None:
    form.set_read_only(True)
    assert not form.save_button.isVisible()
    assert not form.save()
    assert form.book.saved == []


def test_composing_text_is_taken_over_before_reading(form: VisitForm) -> None:
    with patch.object(record_form, "commit_composing_text") as commit:
        form.save()
        form.may_leave()
    assert commit.call_count == 2


def test_the_language_changes_under_a_half_finished_form(
    form: VisitForm, dressed: QApplication
) -> None:
    form.restore({"request": "half"})
    speak(dressed, "zh_Hant")
    assert form.field("request").value() == "half"
    assert form.field("channel").value() == "phone"
    assert form.save_button.text() == _("Save") != "Save"
    assert form.is_dirty()


def test_a_closed_form_is_freed(freed: Freed) -> None:
    def make() -> QWidget:
        made = VisitForm(Book(5))
        made.load(Visit(3))
        return made

    assert freed(make)


def test_the_check_for_freed_forms_bites(freed: Freed) -> None:
    kept: list[QWidget] = []

    def make() -> QWidget:
        kept.append(VisitForm(Book(5)))
        return kept[0]

    assert not freed(make)
