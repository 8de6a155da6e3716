"""The papers of a case in the window, the registers and the blanks of the page."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Severity
from desk.services import paper
from desk.services.complaint_case import Case
from desk.services.paper import CASE_FORMS, REGISTERS, Destination, FormCode, Period
from desk.services.workplace import Workplace
from desk.ui.complaint import paper_acts
from desk.ui.complaint.acts import Act, Group
from desk.ui.complaint.deeds import ComplaintDeeds
from desk.ui.complaint.page import ComplaintPage
from desk.ui.complaint.print_menu import period_of
from desk.ui.complaint.record import ComplaintRecord
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.paper.preview import Preview
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services import paper_course
from tests.services.closing_course import Desk
from tests.services.paper_course import Grave
from tests.ui.conftest import clear
from tests.ui.walk import unnamed

Show = Callable[..., ComplaintRecord]


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def nobody(_text: str) -> tuple[()]:
    return ()


@pytest.fixture
def show(desk: Desk) -> Iterator[Show]:
    made: list[ComplaintRecord] = []

    def showing(case: Case, login: str = "lee") -> ComplaintRecord:
        record = ComplaintRecord(ComplaintDeeds(desk.by(login), nobody))
        record.load(case)
        record.show()
        made.append(record)
        return record

    yield showing
    for record in made:
        record.close()
        record.deleteLater()
    clear()


@pytest.fixture
def page(desk: Desk) -> Iterator[ComplaintPage]:
    made = ComplaintPage(ComplaintDeeds(desk.by("lee"), nobody))
    made.show()
    yield made
    made.close()
    made.deleteLater()
    clear()


def papers(record: ComplaintRecord) -> dict[str, str]:
    """The papers that belong to the case, and why each is shut."""
    case, deeds = record.case(), record._deeds
    found = [act for act in paper_acts.acts(deeds) if act.shown(case)]
    assert all(act.group is Group.PAPER for act in found)
    return {act.code: act.shut(case) for act in found}


def act(record: ComplaintRecord, form: FormCode) -> Act:
    found = record.bar.act(f"print_{form}")
    assert found is not None
    return found


def opened_by(record: ComplaintRecord, form: FormCode) -> Preview:
    """The preview that the deed opens."""
    record.run(act(record, form))
    (shown,) = record.window().findChildren(Preview)
    return shown


def came_out(preview: Preview, desk: Desk) -> None:
    """The printer took it."""
    sheet = preview.sheet()
    assert sheet is not None
    preview.printed.emit(paper.log_print(desk.by("lee"), sheet, Destination.PRINTER))


# Which papers


def test_a_minor_case_has_its_sheet_and_its_record(desk: Desk, show: Show) -> None:
    record = show(course.filed(desk.by("lee")))
    assert papers(record) == {"print_complaint_sheet": "", "print_complaint_record": ""}


def test_a_grave_case_says_which_papers_are_to_be_written_first(desk: Desk, show: Show) -> None:
    record = show(course.filed(desk.by("lee"), Severity.MAJOR))
    told = papers(record)
    assert told["print_special_report"] == "Write the special report first."
    assert told["print_corrective_action"] == "Write the corrective-action sheet first."
    assert "print_joint_report" not in told


def test_two_complainants_are_too_few_for_a_joint_report(desk: Desk, show: Show) -> None:
    grave = Grave(desk)
    grave.begun()
    joiner = paper_course.JoinEntry(grave.now, "何永", "9876 5432", "同一部升降機")
    record = show(grave.do("lee", paper_course.complaint_filing.join, joiner))
    assert papers(record)["print_joint_report"] == (
        "Complainants so far: 2. A joint complaint has at least 3."
    )


def test_of_a_whole_case_every_paper_is_looked_at(desk: Desk, show: Show) -> None:
    record = show(paper_course.whole(desk).case)
    assert set(papers(record).values()) == {""}
    for form in CASE_FORMS:
        shown = opened_by(record, form)
        assert shown.fault() == ""
        sheet = shown.sheet()
        assert sheet is not None
        assert (sheet.form, sheet.number) == (form, record.case().detail.number)
        shown.close()
        clear()


def test_who_may_not_print_is_told_so_at_every_paper(
    desk: Desk, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = show(course.filed(desk.by("lee")))
    monkeypatch.setattr(ComplaintDeeds, "why_not_print", lambda _deeds: "Not you.")
    assert set(papers(record).values()) == {"Not you."}


# The usual one


def test_the_print_key_means_the_sheet_until_the_work_is_done_then_the_record(
    desk: Desk, show: Show
) -> None:
    case = course.filed(desk.by("lee"))
    record = show(case)
    assert paper_acts.likeliest(case) is FormCode.COMPLAINT_SHEET
    shown = record.open_preview()
    sheet = shown.sheet()
    assert sheet is not None
    assert sheet.form == "complaint_sheet"
    shown.close()
    done = course.handled(desk.by("lee"), case)
    assert paper_acts.likeliest(done) is FormCode.COMPLAINT_RECORD


def test_what_was_printed_stands_in_the_record_with_its_name(desk: Desk, show: Show) -> None:
    record = show(course.filed(desk.by("lee")))
    shown = opened_by(record, FormCode.COMPLAINT_RECORD)
    came_out(shown, desk)
    sheet = shown.sheet()
    assert sheet is not None
    assert sheet.content["title"] in record.prints.words()
    shown.close()


# Handed in


def test_R10_after_the_joint_report_was_printed_its_handing_in_is_asked_for(
    desk: Desk, show: Show
) -> None:
    grave = Grave(desk)
    grave.begun()
    record = show(grave.joined())
    other = show(course.filed(desk.by("lee")))
    shown = opened_by(record, FormCode.JOINT_REPORT)
    came_out(shown, desk)
    shown.close()
    clear()
    (dialog,) = record.window().findChildren(DeedDialog)
    assert dialog.plan.title() == act_words(record, "report_joint")
    assert not other.window().findChildren(DeedDialog)
    dialog._is_dirty = False
    dialog.reject()


def test_a_joint_report_that_was_only_looked_at_asks_nothing(desk: Desk, show: Show) -> None:
    grave = Grave(desk)
    grave.begun()
    record = show(grave.joined())
    opened_by(record, FormCode.JOINT_REPORT).close()
    clear()
    assert not record.window().findChildren(DeedDialog)


def act_words(record: ComplaintRecord, code: str) -> str:
    found = record.bar.act(code)
    assert found is not None
    return found.words()


# Registers and blanks


def test_the_menu_names_every_register_and_every_blank_of_complaints(page: ComplaintPage) -> None:
    menu = page.print_menu.menu()
    words = [line.text() for line in menu.actions() if not line.isSeparator()]
    assert len(words) == len(REGISTERS) + 1
    assert all(text.endswith("…") for text in words[:-1])
    blank = menu.actions()[-1].menu()
    assert blank is not None
    assert len(blank.actions()) == len(CASE_FORMS) + 1 + len(REGISTERS)
    menu.deleteLater()


def test_every_blank_is_looked_at(page: ComplaintPage) -> None:
    for form in FormCode:
        shown = page.print_menu.open_blank(form)
        sheet = shown.sheet()
        assert sheet is not None
        told = (
            {} if form is FormCode.INSPECTION else sheet.content
        )  # the estate's rooms stand on it
        assert (sheet.form, sheet.number, told) == (form, "", {})
        shown.close()


def test_a_register_is_asked_for_with_its_days_and_then_looked_at(
    page: ComplaintPage, desk: Desk
) -> None:
    course.filed(desk.by("lee"))
    seen: list[Preview] = []
    page.print_menu.preview_opened.connect(seen.append)
    for form in REGISTERS:
        dialog = page.print_menu.ask_period(form)
        assert unnamed(dialog) == []
        assert dialog.save()
        sheet = seen[-1].sheet()
        assert sheet is not None
        assert sheet.form == form
        seen[-1].close()
    assert seen[1] is not seen[2]


def test_days_that_are_missing_or_reversed_are_refused_beside_their_fields(
    page: ComplaintPage,
) -> None:
    dialog = page.print_menu.ask_period(FormCode.DISPOSAL_RECORD)
    dialog.field("until").set_value(None)
    assert not dialog.save()
    assert dialog.refusal("until") == "Enter a day."
    dialog.field("until").set_value(dt.date(2026, 11, 1))
    assert not dialog.save()
    assert dialog.refusal("until").startswith("The last day is before the first")
    dialog._is_dirty = False
    dialog.reject()


def test_the_choices_of_the_follow_up_register_and_of_the_month_make_its_period() -> None:
    since, until = dt.date(2026, 11, 1), dt.date(2026, 11, 21)
    days = {"since": since, "until": until}
    assert period_of(days) == Period(since, until)
    narrowed = days | {"scope": "open", "names": "nameless"}
    assert period_of(narrowed) == Period(since, until, open_only=True, without_names=True)
    assert period_of({"month": "2026-02-01"}) == Period.of_month(dt.date(2026, 2, 9))


def test_the_months_go_back_from_this_one(page: ComplaintPage) -> None:
    dialog = page.print_menu.ask_period(FormCode.MONTHLY_SUMMARY)
    combo = dialog.field("month").combo
    assert [combo.itemText(at) for at in range(3)] == ["11/2026", "10/2026", "09/2026"]
    assert dialog.field("month").value() == "2026-11-01"
    dialog.reject()


def test_the_button_opens_the_menu_and_a_line_its_window(page: ComplaintPage) -> None:
    seen: list[Preview] = []
    page.print_menu.preview_opened.connect(seen.append)
    menu = page.print_menu.menu()
    blank = menu.actions()[-1].menu()
    assert blank is not None
    blank.actions()[0].trigger()
    assert len(seen) == 1
    seen[0].close()
    menu.actions()[0].trigger()
    (dialog,) = page.window().findChildren(DeedDialog)
    dialog.reject()
    menu.deleteLater()
