"""The complaint register on the screen, from the first word to the closed case."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from desk.domain.complaint import ComplaintEntry, Ground, Nature, Severity
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.estate import ResidentEntry
from desk.domain.permissions import Permission, Role
from desk.models.estate import Building, Phone, Resident, Unit
from desk.models.reception import Reception
from desk.services import complaint, complaint_case, complaint_filing, paper, resident
from desk.services.complaint import ComplaintDetail
from desk.services.paper import FormCode
from desk.services.workplace import Workplace
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.form import ComplaintForm
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.complaint.words import due_chip
from desk.ui.kit.chips import Chip
from desk.ui.kit.moment_field import MomentField
from desk.ui.kit.result_list import Found, FoundGroup
from desk.ui.kit.theme import Tone
from tests.conftest import NOW
from tests.services.case_course import file, handled
from tests.services.test_complaint import WHOLE


@dataclass(frozen=True)
class Household:
    unit_id: int
    resident_id: int
    reception_id: int


@pytest.fixture
def household(workplace: Workplace) -> Household:
    """曾德華 in A座12樓B室, and her telephone call of today."""
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        unit = Unit(
            building=Building(name="A座"), floor="12", door="B", label="A座12樓B室", position="1"
        )
        resident = Resident(
            unit=unit,
            name="曾德華",
            role="owner",
            kind="natural",
            phones=[Phone(number="9123 4567", digits="91234567")],
        )
        work.add(resident)
        visit = Reception(
            number=work.next_number("R"),
            happened_at=work.now,
            entered_at=work.now,
            channel="phone",
            kind="help",
            unit_id=unit.id,
            resident_id=resident.id,
            caller_name=resident.name,
            caller_phone="9123 4567",
            request="樓上漏水",
            first_asked_id=workplace.actor.id,
            state="open",
        )
        work.add(visit)
        work.commit()
    return Household(unit.id, resident.id, visit.id)


def nobody(_text: str) -> Sequence[FoundGroup]:
    return ()


@pytest.fixture
def page(workplace: Workplace) -> Iterator[ComplaintPage]:
    made = make(workplace)
    made.show()
    made.shown()
    yield made
    made.close()
    made.deleteLater()


def make(workplace: Workplace) -> ComplaintPage:
    made = ComplaintPage(ComplaintDeeds(workplace, nobody))
    made.resize(1166, 680)
    return made


def new_form(page: ComplaintPage) -> ComplaintForm:
    form = page.start_new()
    assert isinstance(form, ComplaintForm)
    return form


def fill(form: ComplaintForm, entry: ComplaintEntry = WHOLE) -> None:
    for key in ("complainant", "contact", "occurred_at", "place", "about", "course", "demand"):
        form.field(key).set_value(getattr(entry, key))


def opened(page: ComplaintPage, detail: ComplaintDetail) -> ComplaintRecord:
    record = page.open_key(detail.number)
    assert isinstance(record, ComplaintRecord)
    return record


def shown_record(page: ComplaintPage) -> ComplaintRecord:
    record = page.open_form()
    assert isinstance(record, ComplaintRecord)
    return record


# The list


def test_every_control_has_a_name_in_every_language(
    page: ComplaintPage, workplace: Workplace, language: str
) -> None:
    detail = complaint.register(workplace, WHOLE)
    for widget in (page, opened(page, detail), new_form(page)):
        for button in widget.findChildren(QAbstractButton):
            is_qts_own = button.objectName().startswith("qt_")
            assert is_qts_own or button.accessibleName() or button.text(), (language, button)
    assert page.new_words()


def test_an_empty_register_says_what_to_do_first(page: ComplaintPage) -> None:
    assert "F2" in page.table.accessibleDescription()


def test_the_list_shows_the_newest_first(page: ComplaintPage, workplace: Workplace) -> None:
    complaint.register(workplace, WHOLE)
    complaint.register(workplace, WHOLE)
    page.reload()
    model = page.table.model()
    texts = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    assert [text.split()[0] for text in texts] == ["C2026-000002", "C2026-000001"]


@pytest.mark.parametrize(
    ("key", "code", "count"),
    [
        ("state", "handled", 1),
        ("severity", "minor", 2),
        ("severity", "major", 0),
        ("nature", "effective", 2),
        ("content", "quality", 2),
        ("days", "today", 1),
        ("days", "week", 2),
        ("days", "month", 2),
    ],
)
def test_filters_narrow_the_list(
    page: ComplaintPage, workplace: Workplace, key: str, code: str, count: int
) -> None:
    old = replace(WHOLE, received_at=NOW - timedelta(days=2), occurred_at=NOW - timedelta(days=3))
    known = complaint.register(workplace, old)
    handled(workplace, file(workplace, complaint_case.get(workplace, known.id)))
    complaint.register(workplace, WHOLE)
    assert len(page._deeds.page({key: code}, None).rows) == count


@pytest.mark.parametrize(
    ("key", "code", "numbers"),
    [
        ("due", "today", ["C2026-000002", "C2026-000001"]),
        ("due", "overdue", ["C2026-000001"]),
        ("hot", "hot", ["C2026-000002"]),
        ("state", "explained", ["C2026-000003"]),
    ],
)
def test_filters_find_what_is_late_hot_or_explained(
    page: ComplaintPage, workplace: Workplace, key: str, code: str, numbers: list[str]
) -> None:
    old = replace(WHOLE, received_at=NOW - timedelta(days=5), occurred_at=NOW - timedelta(days=6))
    for entry in (old, replace(WHOLE, hot=True)):
        known = complaint.register(workplace, entry)
        file(workplace, complaint_case.get(workplace, known.id))
    judged = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已解釋")
    complaint_filing.register(workplace, WHOLE, judged)
    found = page._deeds.page({key: code}, None).rows
    assert [row.number for row in found] == numbers


def test_a_row_says_how_long_its_next_clock_runs_and_what_kind_of_case_it_is(
    page: ComplaintPage, workplace: Workplace
) -> None:
    entry = replace(WHOLE, hot=True, severity=Severity.MAJOR)
    known = complaint.register(workplace, entry)
    page.reload()
    model = page.table.model()
    assert model.index(0, 2).data().startswith("清潔部 Major · Hot · 大堂")
    assert model.index(0, 3).data() == ""
    assert model.index(0, 4).data() == "To be judged"
    file(workplace, complaint_case.get(workplace, known.id))
    page.reload()
    assert model.index(0, 3).data() == "10 minutes left"
    assert model.index(0, 4).data() == "Registered"


@pytest.mark.parametrize(
    ("span", "words", "tone"),
    [
        (timedelta(days=2, hours=5), "2 days left", Tone.NEUTRAL),
        (timedelta(hours=23, minutes=5), "23 hours left", Tone.DUE),
        (timedelta(seconds=20), "due now", Tone.DUE),
        (timedelta(minutes=-7), "7 minutes overdue", Tone.OVERDUE),
        (timedelta(days=-3, hours=-1), "3 days overdue", Tone.OVERDUE),
    ],
)
def test_time_left_is_said_in_words_with_a_shape(span: timedelta, words: str, tone: Tone) -> None:
    assert due_chip(NOW + span, NOW) == Chip(tone, words)
    assert due_chip(None, NOW) is None


def test_the_rail_counts_what_is_not_handled(page: ComplaintPage, workplace: Workplace) -> None:
    known = complaint.register(workplace, WHOLE)
    complaint.register(workplace, WHOLE)
    assert page._deeds.waiting() == 2
    handled(workplace, file(workplace, complaint_case.get(workplace, known.id)))
    assert page._deeds.waiting() == 1


# Writing one down


def test_a_complaint_is_written_down_and_opens_as_a_record(
    page: ComplaintPage, workplace: Workplace
) -> None:
    form = new_form(page)
    fill(form)
    assert form.save()
    record = shown_record(page)
    assert record.heading() == "C2026-000001"
    assert page.table.row_count() == 1
    assert complaint_case.get(workplace, "C2026-000001").detail.course == WHOLE.course


def test_an_empty_form_is_refused_beside_every_field(page: ComplaintPage) -> None:
    form = new_form(page)
    assert not form.save()
    refused = {key for key in sorted(form.fields.keys()) if form.refusal(key)}
    assert refused == {"person", "occurred_at", "place", "about", "course", "demand", "contact"}
    assert page.table.row_count() == 0


def test_a_person_fills_in_what_the_estate_knows(page: ComplaintPage, household: Household) -> None:
    form = new_form(page)
    form.field("place").set_value("大堂")
    form.person._picked(Found("resident", str(household.resident_id), "曾德華", "A座12樓B室"))
    assert form.field("complainant").value() == "曾德華"
    assert form.field("contact").value() == "9123 4567"
    assert form.field("place").value() == "大堂"
    assert form.read().resident_id == household.resident_id


def test_what_belonged_to_another_person_goes_with_that_person(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    other = resident.add(
        workplace, household.unit_id, ResidentEntry("李小明", phones=("61234567",))
    )
    form = new_form(page)
    form.person._picked(Found("resident", str(household.resident_id), "曾德華", ""))
    form.person._picked(Found("resident", str(other), "李小明", ""))
    assert (form.field("complainant").value(), form.field("contact").value()) == (
        "李小明",
        "61234567",
    )
    form.field("contact").set_value("lee@example.org")
    form.person._picked(Found("unit", str(household.unit_id), "A座12樓B室"))
    assert form.field("complainant").value() == ""
    assert form.field("contact").value() == "lee@example.org"


def test_a_person_who_cannot_be_read_is_not_picked(
    page: ComplaintPage, household: Household
) -> None:
    form = new_form(page)
    form.person._picked(Found("unit", str(household.unit_id), "A座12樓B室"))
    form.person._picked(Found("resident", "99", "無此人", ""))
    assert form.summary()
    assert form.person.value() is None
    assert form.read().unit_id is None


def test_a_room_alone_is_enough_with_a_name(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    form = new_form(page)
    fill(form, replace(WHOLE, place=""))
    form.person._picked(Found("unit", str(household.unit_id), "A座12樓B室"))
    assert form.save()
    known = complaint_case.get(workplace, "C2026-000001").detail
    assert (known.unit_id, known.resident_id, known.place) == (
        household.unit_id,
        None,
        "A座12樓B室",
    )


def test_open_cases_of_the_household_are_seen_before_a_second_is_made(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    known = complaint.register(
        workplace, replace(WHOLE, resident_id=household.resident_id, complainant="")
    )
    form = new_form(page)
    assert form.cases.numbers() == []
    form.person._picked(Found("resident", str(household.resident_id), "曾德華", ""))
    assert form.cases.numbers() == [known.number]
    assert not form.cases.isHidden()
    form._set_dirty(False)
    form.cases.case_wanted.emit(known.number)
    assert shown_record(page).heading() == known.number


# From a visit


def test_a_visit_begins_a_complaint_with_what_it_knows(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    form = page.begin_from_reception(household.reception_id)
    assert isinstance(form, ComplaintForm)
    assert form.field("course").value() == "樓上漏水"
    assert form.field("channel").value() == "phone"
    assert not form.is_dirty()
    form.field("occurred_at").set_value(NOW - timedelta(hours=1))
    form.field("about").set_value("工程部")
    form.field("demand").set_value("修理")
    assert form.save()
    known = complaint_case.get(workplace, "C2026-000001").detail
    assert known.reception_number == "R2026-000001"
    assert known.unit_id == household.unit_id


def test_now_as_the_time_of_the_event_is_never_after_the_visit_that_told_of_it(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    form = page.begin_from_reception(household.reception_id)
    assert isinstance(form, ComplaintForm)
    came_in = NOW - timedelta(minutes=1)
    form.field("received_at").set_value(came_in)
    moment = form.field("occurred_at")
    assert isinstance(moment, MomentField)
    moment.present.click()
    assert moment.value() == came_in
    form.field("received_at").set_value(None)
    moment.present.click()
    assert moment.value() == NOW


def test_a_visit_that_is_a_complaint_already_opens_it(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    begun = complaint.entry_from_reception(workplace, household.reception_id)
    entry = replace(begun, occurred_at=NOW, about="工程部", demand="修理")
    known = complaint.register(workplace, entry)
    record = page.begin_from_reception(household.reception_id)
    assert isinstance(record, ComplaintRecord)
    assert record.heading() == known.number
    wanted: list[int] = []
    page.visit_wanted.connect(wanted.append)
    record.visit_button.click()
    assert wanted == [household.reception_id]


def test_a_half_finished_form_survives_a_restart(
    page: ComplaintPage, household: Household, workplace: Workplace
) -> None:
    form = page.begin_from_reception(household.reception_id)
    assert isinstance(form, ComplaintForm)
    form.field("about").set_value("工程部")
    form.field("occurred_at").restore(["21/11/2026", "0930"])
    draft, subject = form.draft(), form.subject()
    form._set_dirty(False)
    other = make(workplace)
    again = other.resume(draft, subject)
    assert isinstance(again, ComplaintForm)
    assert again.is_dirty()
    assert again.field("about").value() == "工程部"
    assert again.person.value().key == str(household.resident_id)
    again.field("demand").set_value("修理")
    assert again.save()
    known = complaint_case.get(workplace, "C2026-000001").detail
    assert known.reception_id == household.reception_id
    other.close()
    other.deleteLater()


def test_a_half_finished_correction_survives_a_restart_and_minds_other_saves(
    page: ComplaintPage, workplace: Workplace
) -> None:
    detail = complaint.register(workplace, WHOLE)
    opened(page, detail).change_button.click()
    form = page.open_form()
    assert isinstance(form, ComplaintForm)
    form.field("place").set_value("C座")
    draft, subject = form.draft(), form.subject()
    complaint.change(workplace, detail.id, detail.version, replace(WHOLE, about="保安部"))
    other = make(workplace)
    again = other.resume(draft, subject)
    assert isinstance(again, ComplaintForm)
    assert (again.heading(), again.field("place").value()) == (f"Change {subject}", "C座")
    assert not again.save()
    assert complaint_case.get(workplace, detail.id).detail.about == "保安部"
    other.close()
    other.deleteLater()


# The record


def test_a_correction_shows_in_the_record(page: ComplaintPage, workplace: Workplace) -> None:
    record = opened(page, complaint.register(workplace, WHOLE))
    record.change_button.click()
    form = page.open_form()
    assert isinstance(form, ComplaintForm)
    form.field("place").set_value("B座大堂")
    assert form.save()
    assert "B座大堂" in shown_record(page).sections["report"].words()


def test_a_new_judgement_of_the_nature_is_explained_and_shown(
    page: ComplaintPage, workplace: Workplace
) -> None:
    record = opened(page, complaint.register(workplace, replace(WHOLE, nature=Nature.HELP)))
    record.change_button.click()
    form = page.open_form()
    assert isinstance(form, ComplaintForm)
    why = form.fields.cell("why")
    assert why.isHidden()
    form.field("nature").set_value("effective")
    form.field("nature").changed.emit()
    assert not why.isHidden()
    assert not form.save()
    assert form.refusal("why") != ""
    form.field("why").set_value("兩次求助未獲回覆")
    assert form.save()
    assert any("兩次求助未獲回覆" in word for word in shown_record(page).timeline.words())


def test_a_form_over_somebody_elses_change_is_refused(
    page: ComplaintPage, workplace: Workplace
) -> None:
    detail = complaint.register(workplace, WHOLE)
    opened(page, detail).change_button.click()
    form = page.open_form()
    assert isinstance(form, ComplaintForm)
    complaint.change(workplace, detail.id, detail.version, replace(WHOLE, place="B座"))
    form.field("place").set_value("C座")
    assert not form.save()
    assert form.summary() != ""
    assert complaint_case.get(workplace, detail.id).detail.place == "B座"
    form._set_dirty(False)


def test_the_sheet_is_looked_at_and_its_print_is_shown(
    page: ComplaintPage, workplace: Workplace
) -> None:
    record = opened(page, complaint.register(workplace, WHOLE))
    assert record.prints.words() == "Not printed yet."
    preview = record.open_preview()
    sheet = preview.sheet()
    assert sheet is not None
    preview.printed.emit(paper.log_print(workplace, sheet, paper.Destination.PRINTER))
    assert "Printer" in record.prints.words()
    preview.close()


def test_the_blank_sheet_can_be_looked_at(page: ComplaintPage) -> None:
    preview = page.print_menu.open_blank(FormCode.COMPLAINT_SHEET)
    sheet = preview.sheet()
    assert sheet is not None
    assert sheet.number == ""
    preview.close()


def test_a_role_that_may_not_write_sees_why(workplace: Workplace) -> None:
    detail = complaint.register(workplace, WHOLE)
    looker = workplace.signed_in_as(replace(workplace.actor, role=Role.QUALITY_SUPERVISOR))
    made = make(looker)
    record = opened(made, detail)
    assert record.change_button.why_shut() != ""
    assert record.print_button.why_shut() == ""
    assert record.attachments.add_button.why_shut() != ""
    made.close()
    made.deleteLater()


def test_walking_down_the_list_uses_the_open_record_again(
    page: ComplaintPage, workplace: Workplace
) -> None:
    first, second = (complaint.register(workplace, WHOLE) for _ in range(2))
    record = opened(page, first)
    assert opened(page, second) is record
    assert record.heading() == second.number


def test_a_record_that_is_not_there_is_said_plainly(page: ComplaintPage) -> None:
    note = page.open_key("C2026-000099")
    assert isinstance(note, QLabel)
    assert "C2026-000099" in note.text()
    assert isinstance(page.begin_from_reception(99), QLabel)


def test_the_language_changes_in_the_open_record(
    page: ComplaintPage, workplace: Workplace, speak_chinese: Callable[[], None]
) -> None:
    record = opened(page, complaint.register(workplace, WHOLE))
    english = record.sections["report"].words()
    speak_chinese()
    assert WHOLE.course in record.sections["report"].words()
    assert record.sections["report"].words() != english


def test_a_closed_page_is_freed(
    workplace: Workplace, freed: Callable[[Callable[[], QWidget]], bool]
) -> None:
    detail = complaint.register(workplace, WHOLE)

    def fresh() -> QWidget:
        made = make(workplace)
        opened(made, detail)
        new_form(made)
        return made

    assert freed(fresh)
