"""Fields: what they hold, what they refuse, how they are walked through."""

import datetime as dt
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.i18n import LANGUAGES, EstateFormat
from desk.ui.kit.choice_field import ChoiceField, SegmentField
from desk.ui.kit.field import Field
from desk.ui.kit.limits import HELD, PASTED
from desk.ui.kit.line_field import LineField
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.money_field import MoneyField
from desk.ui.kit.person_field import PersonField, PickedPerson
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.retranslate import speak
from desk.ui.kit.secret_field import SecretField
from desk.ui.kit.text_field import TextField
from tests.ui.samples import NOW, TAIPEI, channels, now, words


def found(text: str) -> list[FoundGroup]:
    return [FoundGroup("People", [Found("person", "7", "陳大文", "A座12樓B室")])]


def shown(field: Field, qtbot: QtBot) -> Field:
    qtbot.addWidget(field)
    field.set_label(words)
    field.show()
    return field


def test_money_is_typed_as_digits_and_shown_as_the_estate_writes_it(qtbot: QtBot) -> None:
    field = MoneyField(EstateFormat.of("HK"))
    shown(field, qtbot)
    field.set_value(Decimal(2200))
    assert (field.line.text(), field.value()) == ("HK$2,200.00", Decimal(2200))
    field.line.selectAll()
    qtbot.keyClicks(field.line, "1280.5")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert (field.line.text(), field.value()) == ("HK$1,280.50", Decimal("1280.50"))
    far = "9" * 60
    kept = (("1.005", Decimal("1.005")), (far, Decimal(far)), ("many", None), ("", None))
    for typed, value in kept:
        field.line.setText(typed)
        field.line.editingFinished.emit()
        assert (field.line.text(), field.value()) == (typed, value)
        assert bool(field.problem()) is (typed == "many")


@pytest.mark.parametrize("typed", ["", " 陳大文 ", "𠮷野", "<b>bold</b>"])
def test_a_line_holds_what_was_typed_without_blanks_around_it(qtbot: QtBot, typed: str) -> None:
    field = LineField(20)
    shown(field, qtbot)
    qtbot.keyClicks(field.line, typed) if typed.isascii() else field.line.setText(typed)
    assert field.value() == typed.strip()
    assert field.draft() == typed


def test_a_long_paste_into_a_line_is_said_and_not_cut_silently(qtbot: QtBot) -> None:
    field = LineField(20)
    shown(field, qtbot)
    QApplication.clipboard().setText("字" * 100_000)
    field.line.paste()
    assert len(field.line.text()) == HELD
    assert "too long" in (field.problem() or "")


def test_a_line_counts_when_its_limit_is_near_and_refuses_beyond(qtbot: QtBot) -> None:
    field = LineField(10)
    shown(field, qtbot)
    field.line.setText("123")
    assert not field._count.isVisible()
    field.line.setText("12345678")
    assert field._count.text() == "8 / 10"
    assert field.problem() is None
    field.line.setText("12345678901")
    assert "1 character too many" in (field.problem() or "")


def test_a_character_beyond_the_first_plane_counts_once(qtbot: QtBot) -> None:
    field = LineField(2)
    shown(field, qtbot)
    field.line.setText("𠮷𠮷")
    assert field.problem() is None


def test_a_huge_paste_into_a_text_is_turned_away_and_said(qtbot: QtBot) -> None:
    field = TextField(2000)
    shown(field, qtbot)
    field.sheet.setPlainText("before")
    mime = QMimeData()
    mime.setText("字" * 5_000_000)
    field.sheet.insertFromMimeData(mime)
    assert field.value() == "before"
    assert "5,000,000" in field._count.text()
    assert PASTED < 5_000_000


def test_pasted_markup_stays_text(qtbot: QtBot) -> None:
    field = TextField(2000)
    shown(field, qtbot)
    mime = QMimeData()
    mime.setHtml("<b>x</b>")
    mime.setText("<b>x</b>")
    field.sheet.insertFromMimeData(mime)
    assert field.value() == "<b>x</b>"


def test_enter_leads_on_from_a_text_and_shift_enter_breaks_the_line(qtbot: QtBot) -> None:
    field = TextField()
    shown(field, qtbot)
    qtbot.keyClicks(field.sheet, "a")
    qtbot.keyClick(field.sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(field.sheet, "b")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field.sheet, Qt.Key.Key_Return)
    assert field.value() == "a\nb"


def test_showing_a_value_is_not_a_change_by_the_clerk(qtbot: QtBot) -> None:
    fields: list[Field] = [LineField(), TextField(), SegmentField(channels), ChoiceField(channels)]
    for field in fields:
        shown(field, qtbot)
        told: list[bool] = []
        field.changed.connect(lambda told=told: told.append(True))
        field.set_value("phone")
        assert not told


def test_arrow_keys_move_the_choice_between_buttons(qtbot: QtBot) -> None:
    field = SegmentField(channels)
    shown(field, qtbot)
    field.set_value("walk_in")
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.control, Qt.Key.Key_Right)
    assert field.value() == "phone"


def test_a_choice_keeps_its_code_when_the_language_changes(
    qtbot: QtBot, dressed: QApplication
) -> None:
    field = ChoiceField(channels, nothing=words)
    shown(field, qtbot)
    field.set_value("phone")
    texts = set()
    for code in LANGUAGES:
        speak(dressed, code)
        assert field.value() == "phone"
        texts.add(field.combo.currentText())
    assert len(texts) > 1


def test_an_unknown_code_chooses_nothing(qtbot: QtBot) -> None:
    field = ChoiceField(channels)
    shown(field, qtbot)
    field.set_value("pigeon")
    assert field.value() is None


@pytest.mark.parametrize(
    ("custom", "day"),
    [
        (EstateFormat.of("HK"), "21/11/2026"),
        (EstateFormat.of("CN"), "2026/11/21"),
        (TAIPEI, "115/11/21"),
    ],
)
def test_a_moment_is_shown_the_way_the_estate_writes_it(
    qtbot: QtBot, custom: EstateFormat, day: str
) -> None:
    field = MomentField(custom, now)
    shown(field, qtbot)
    field.set_value(NOW)
    assert (field.day.text(), field.time.text()) == (day, "14:05")
    assert field.value() == NOW


def test_a_moment_is_typed_by_the_estates_clock_and_held_in_utc(qtbot: QtBot) -> None:
    field = MomentField(TAIPEI, now)
    shown(field, qtbot)
    qtbot.keyClicks(field.day, "115/11/20")
    qtbot.keyClicks(field.time, "0905")
    assert field.value() == dt.datetime(2026, 11, 20, 1, 5, tzinfo=dt.UTC)
    field.time.editingFinished.emit()
    assert field.time.text() == "09:05"


def test_seconds_stay_where_the_minute_was_not_touched(qtbot: QtBot) -> None:
    field = MomentField(TAIPEI, now)
    shown(field, qtbot)
    moment = NOW.replace(second=42)
    field.set_value(moment)
    assert field.value() == moment


@pytest.mark.parametrize(
    ("day", "time", "hint"), [("soon", "09:00", "115/11/21"), ("115/11/21", "25:00", "14:05")]
)
def test_a_moment_that_cannot_be_read_says_how_to_write_it(
    qtbot: QtBot, day: str, time: str, hint: str
) -> None:
    field = MomentField(TAIPEI, now)
    shown(field, qtbot)
    field.restore([day, time])
    assert hint in (field.problem() or "")


def test_a_person_is_found_picked_and_can_be_changed(qtbot: QtBot) -> None:
    field = PersonField(found)
    shown(field, qtbot)
    qtbot.keyClicks(field.line, "ctm")
    with qtbot.waitSignals([field.picked, field.changed, field.entered]):
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert field.value() == PickedPerson("person", "7", "陳大文", "A座12樓B室")
    field.change_button.click()
    assert field.value() is None
    assert field.line.isVisible()


def test_a_person_survives_in_a_draft(qtbot: QtBot) -> None:
    field = PersonField(found)
    shown(field, qtbot)
    person = PickedPerson("person", "7", "陳大文", "A座12樓B室")
    field.set_value(person)
    draft = field.draft()
    field.set_value(None)
    field.restore(draft)
    assert field.value() == person


def test_a_password_is_hidden_and_never_drafted(qtbot: QtBot) -> None:
    field = SecretField()
    shown(field, qtbot)
    field.line.setText(" a secret ")
    assert field.value() == " a secret "
    assert field.draft() == ""
    assert field.line.echoMode() == field.line.EchoMode.Password


@pytest.mark.parametrize("kind", ["line", "text", "choice", "segment", "moment"])
def test_a_refusal_is_heard_at_the_control_and_taken_back(qtbot: QtBot, kind: str) -> None:
    field: Field = {
        "line": LineField,
        "text": TextField,
        "choice": lambda: ChoiceField(channels),
        "segment": lambda: SegmentField(channels),
        "moment": lambda: MomentField(TAIPEI, now),
    }[kind]()
    shown(field, qtbot)
    field.mark_refused("no")
    assert field.control.accessibleDescription() == "no"
    field.mark_refused("")
    assert field.control.accessibleDescription() == ""
