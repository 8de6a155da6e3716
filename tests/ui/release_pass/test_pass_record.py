"""A pass beside the list: its locks at a glance, its deeds, the gate, its papers."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from desk.domain.approval import Verdict
from desk.domain.permissions import Role as Post
from desk.domain.release_pass import ItemEntry, Role, State
from desk.domain.release_pass_locks import LockCode
from desk.domain.release_pass_rule import PassKind
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused
from desk.services import release_pass, staff
from desk.services.workplace import Workplace
from desk.ui.attachment.photos_dialog import PhotosDialog
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.retranslate import speak
from desk.ui.kit.theme import Tone
from desk.ui.paper.preview import Preview
from desk.ui.release_pass import identity_act
from desk.ui.release_pass.deeds import PassDeeds
from desk.ui.release_pass.page import PassPage
from desk.ui.release_pass.record import PassRecord
from desk.wording import reasons_words
from tests.conftest import CHEAP, PASSWORD
from tests.domain.release_pass_cases import MATRIX
from tests.services.pass_course import GUARD, HOUR, PNG, Course
from tests.services.test_release_pass import seated
from tests.ui.release_pass.conftest import nobody

MOVING = PassKind.MOVING_OUT


def opened(page: PassPage, number: str) -> PassRecord:
    record = page.open_key(number)
    assert isinstance(record, PassRecord)
    return record


def dialog_of(record: PassRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    return dialog


@pytest.fixture
def no_window() -> Iterator[None]:
    """Windows that a deed opens are closed again."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(0)


# The identity paper


def test_r36_the_last_characters_are_seen_by_who_may_and_nowhere_else(
    course: Course, page: PassPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[str, str]] = []

    def tell(_parent: object, text: str, detail: str, *, warning: bool) -> None:
        assert not warning
        told.append((text, detail))

    monkeypatch.setattr(identity_act, "tell", tell)
    known = course.draft(identity="hkid", identity_tail="Q7X9")
    record = opened(page, known.detail.number)
    assert not any("Q7X9" in label.text() for label in record.findChildren(QLabel))
    record.run_code("see_identity")
    ((text, detail),) = told
    assert text.endswith("…Q7X9")
    assert detail == "That you looked is recorded."
    quality = seated(course.workplace, "quality", Post.QUALITY_SUPERVISOR)
    (act,) = identity_act.acts(PassDeeds(quality, nobody))
    assert act.shut(known)
    assert not act.shown(course.draft())


# The locks


@pytest.mark.parametrize("role", [Role.OWNER, Role.TENANT])
@pytest.mark.parametrize(
    ("kind", "spoken"),
    [*((kind, "en") for kind in PassKind), (MOVING, "zh_Hant"), (MOVING, "zh_Hans")],
)
def test_the_window_says_of_every_lock_what_the_service_says(  # noqa: PLR0917 - fixtures
    course: Course,
    page: PassPage,
    kind: PassKind,
    role: Role,
    spoken: str,
    dressed: QApplication,
) -> None:
    speak(dressed, spoken)
    wrong = []
    for missing in [one for at, by, one in MATRIX if (at, by) == (kind, role)]:
        known = course.proven(kind, role, missing)
        record = opened(page, known.detail.number)
        shown = {code: list(card.missing()) for code, card in record.locks.locks.items()}
        told = {one.code: reasons_words(one.reasons).split("\n") for one in known.locks}
        told = {code: [one for one in said if one] for code, said in told.items()}
        tones = {
            one.code: record.locks.locks[one.code].chip.accessibleName() for one in known.locks
        }
        issue = record.bar.act("issue")
        assert issue is not None
        reasons = release_pass.issue_reasons(course.workplace, known)
        whys = reasons_words(one for one in reasons if one.field != "acknowledged")
        if shown != told or issue.shut(known) != whys or not all(tones.values()):
            wrong.append((kind, role, missing, shown, told))
    assert wrong == []


def test_a_lock_speaks_by_colour_shape_and_words(course: Course, page: PassPage) -> None:
    record = opened(page, course.proven(PassKind.MOVING_OUT, missing=LockCode.OWNER).detail.number)
    chips = {code: card.chip._chip for code, card in record.locks.locks.items()}
    assert {code: chip.tone for code, chip in chips.items() if chip} == {
        LockCode.ITEMS: Tone.DONE,
        LockCode.FEES: Tone.DONE,
        LockCode.OWNER: Tone.OVERDUE,
    }
    assert "checked by 陳" in record.locks.locks[LockCode.FEES].evidence()
    assert record.locks.locks[LockCode.OWNER].button("confirm_owner") is not None


def test_what_changed_since_is_said_and_asked_for_again(
    course: Course, page: PassPage, language: str
) -> None:
    known = course.proven(PassKind.BULKY_GOODS)
    entries = (*release_pass.item_entries(known.items), ItemEntry("鋼琴"))
    detail = known.detail
    release_pass.list_items(course.workplace, detail.id, detail.version, entries)
    record = opened(page, detail.number)
    card = record.locks.locks[LockCode.OWNER]
    assert len(card.missing()) == 1
    assert card.evidence()


def test_the_owner_is_called_with_the_number_the_estate_knows(
    course: Course, page: PassPage, language: str
) -> None:
    record = opened(page, course.draft().detail.number)
    dialog = dialog_of(record, "confirm_owner")
    dialog.field("owner").set_value("phone")
    dialog.fields.changed.emit()
    assert dialog.values()["person"] == "曾德華"
    assert dialog.values()["phone"] == "9123 4567"
    assert dialog.values()["caller"] == "陳大文"
    assert dialog.save()
    assert record.known().locks[2].holds
    assert not record.locks.words()


def test_fees_are_cleared_with_the_statement_attached_in_the_dialog(
    course: Course, page: PassPage, language: str
) -> None:
    record = opened(page, course.draft(PassKind.MOVING_OUT).detail.number)
    dialog = dialog_of(record, "clear_fees")
    assert not dialog.save()
    assert dialog.refusal("attachment")
    path = course.folder / "bill.png"
    path.write_bytes(PNG)
    dialog.field("attachment").add(path)  # type: ignore[attr-defined]
    assert dialog.save()
    assert record.locks.locks[LockCode.FEES].chip.accessibleName()
    assert record.known().locks[1].holds


def test_the_manager_waives_over_the_clerks_shoulder(
    course: Course, page: PassPage, workplace: Workplace, no_window: None
) -> None:
    boss = AccountEntry("boss", "歐陽靖", Post.MANAGER, "zh_Hant")
    staff.add(workplace, boss, PASSWORD, CHEAP)
    record = opened(page, course.draft(PassKind.MOVING_OUT).detail.number)
    act = record.bar.act("ask_waiver")
    assert act is not None
    record.run(act)
    (first,) = [one for one in shown_dialogs() if isinstance(one, DeedDialog)]
    assert not first.save()
    first.field("why").set_value("租金已由按金抵扣")
    assert first.save()
    (second,) = [one for one in shown_dialogs() if isinstance(one, ApprovalDialog)]
    assert any("租金已由按金抵扣" in line.value for line in second.shown())
    second.login.set_value("boss")
    second.password.set_value(PASSWORD)
    second.answer(Verdict.GRANTED)
    assert record.known().locks[1].holds
    assert "歐陽靖" in record.locks.locks[LockCode.FEES].evidence()


def shown_dialogs() -> list[QDialog]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]


# Issued and printed


def test_a_pass_is_issued_and_its_paper_shown_next(
    course: Course, page: PassPage, no_window: None
) -> None:
    record = opened(page, course.proven(PassKind.BULKY_GOODS).detail.number)
    assert record.print_button.why_shut()
    assert record.bar.buttons[0].act() is record.bar.act("issue")
    assert dialog_of(record, "issue").save()
    assert record.known().facts.state is State.ISSUED
    (preview,) = [one for one in shown_dialogs() if isinstance(one, Preview)]
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.number == record.heading()


def test_a_shut_button_says_all_that_is_missing(
    course: Course, page: PassPage, language: str
) -> None:
    record = opened(page, course.draft(PassKind.MOVING_OUT, items=()).detail.number)
    issue = record.bar.act("issue")
    assert issue is not None
    assert len(issue.shut(record.known()).splitlines()) == 3


def test_the_same_thing_out_is_noticed_beside_it_and_may_be_another(
    course: Course, page: PassPage, language: str, no_window: None
) -> None:
    first = course.issued()
    known = course.proven(PassKind.BULKY_GOODS)
    record = opened(page, known.detail.number)
    assert sum(first.detail.number in said for said in record.goods.words()) == 2
    dialog = dialog_of(record, "issue")
    assert not dialog.save()
    assert dialog.refusal("acknowledged")
    dialog.field("acknowledged").set_value("另一批")
    assert dialog.save()
    assert record.known().facts.state is State.ISSUED


def test_a_void_pass_says_why_and_can_do_nothing_more(
    course: Course, page: PassPage, language: str
) -> None:
    record = opened(page, course.issued().detail.number)
    dialog = dialog_of(record, "void")
    dialog.field("why").set_value("改期")
    assert dialog.save()
    assert "改期" in record.facts.words()
    assert record.bar.primary() == []


# At the gate


def test_what_left_and_what_came_back_is_written_down_by_the_guards_word(
    course: Course, page: PassPage, language: str
) -> None:
    known = course.issued(PassKind.RETURNABLE_GOODS)
    record = opened(page, known.detail.number)
    dialog = dialog_of(record, "partly_left")
    dialog.field("guard").set_value(GUARD)
    fridge, boxes = known.items
    dialog.field("counts").set_value({fridge.id: 1, boxes.id: 2})
    assert dialog.save()
    assert record.known().facts.state is State.PARTLY_LEFT
    assert [item.left for item in record.known().items] == [1, 2]
    dialog = dialog_of(record, "take_back")
    assert dialog.values()["counts"] == {fridge.id: 1, boxes.id: 2}
    dialog.field("guard").set_value(GUARD)
    assert dialog.save()
    assert record.known().facts.out == 0
    assert GUARD in record.journal.words()


def test_a_figure_that_is_none_is_refused_beside_the_figures(
    course: Course, page: PassPage, language: str
) -> None:
    known = course.issued()
    record = opened(page, known.detail.number)
    dialog = dialog_of(record, "partly_left")
    dialog.field("guard").set_value(GUARD)
    next(iter(dialog.field("counts").lines.values())).setText("abc")  # type: ignore[attr-defined]
    assert not dialog.save()
    assert dialog.refusal("counts")
    dialog.field("counts").set_value({item.id: 99 for item in known.items})
    assert not dialog.save()
    assert dialog.refusal("counts")


def test_only_a_supervisor_extends_a_pass_that_ran_out(course: Course, page: PassPage) -> None:
    known = course.issued()
    ends = known.facts.ends
    assert ends is not None
    course.workplace.clock.moment = ends + HOUR  # type: ignore[attr-defined]
    page.reload()
    record = opened(page, known.detail.number)
    assert record.known().facts.state is State.EXPIRED
    act = record.bar.act("extend")
    assert act is not None
    assert act.shut(record.known())
    supervisor = PassDeeds(seated(course.workplace, "boss", Post.SUPERVISOR), nobody)
    own = PassPage(supervisor)
    dialog = dialog_of(opened(own, known.detail.number), "extend")
    dialog.field("ends").set_value(ends + 3 * HOUR)
    dialog.field("why").set_value("等貨車")
    assert dialog.save()
    assert supervisor.get(known.detail.id).facts.state is State.ISSUED
    own.deleteLater()


def test_a_thing_has_photos_of_its_own(course: Course, page: PassPage, language: str) -> None:
    known = course.issued()
    record = opened(page, known.detail.number)
    record.goods.buttons[1].click()
    (dialog,) = [one for one in shown_dialogs() if isinstance(one, PhotosDialog)]
    path = course.folder / "photo.png"
    path.write_bytes(PNG)
    dialog.photos.add([path])
    dialog.accept()
    assert [one.name for one in record._deeds.photos(known.items[1].id).rows()] == ["photo.png"]
    assert record._deeds.photos(known.items[0].id).rows() == ()


# The list


def test_the_list_is_narrowed_by_state_kind_and_words(
    course: Course, page: PassPage, language: str
) -> None:
    course.draft()
    out = course.gate(course.issued(PassKind.RETURNABLE_GOODS, applicant="李工", said="x"))
    page.reload()
    assert page.table.model().rowCount() == 2
    page.filters.set_value("state", "out")
    assert page.table.model().rowCount() == 1
    assert page.table.model().row_at(0).number == out.detail.number
    page.filters.clear()
    page.filters.set_value("kind", PassKind.BULKY_GOODS)
    assert page.table.model().rowCount() == 1
    page.filters.clear()
    page.words.setText("李工")
    QTimer.singleShot(0, page.reload)
    QApplication.processEvents()
    assert page.table.model().rowCount() == 1


def test_the_rail_counts_what_is_ready_and_what_is_late(course: Course) -> None:
    from desk.services import release_pass_waiting  # noqa: PLC0415

    assert release_pass_waiting.waiting(course.workplace) == 0
    course.proven(PassKind.BULKY_GOODS)
    course.draft(PassKind.MOVING_OUT)
    assert release_pass_waiting.waiting(course.workplace) == 1


def test_a_stale_pass_is_refused_in_words(course: Course, page: PassPage) -> None:
    known = course.draft()
    record = opened(page, known.detail.number)
    dialog = dialog_of(record, "void")
    course.confirm(known)
    dialog.field("why").set_value("改期")
    assert not dialog.save()
    assert dialog.refusal()
    dialog.done(0)


def test_the_desk_refuses_in_the_same_words_on_both_ways(course: Course, deeds: PassDeeds) -> None:
    known = course.draft(PassKind.MOVING_OUT, items=())
    with pytest.raises(RuleRefused) as refused:
        course.issue(known)
    assert reasons_words(refused.value.reasons) == reasons_words(known.blockers)
