"""Signed papers taken home: what is written, what is ticked, all of it or none."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Ground, Severity
from desk.domain.corrective_action import SheetEntry
from desk.domain.hand_out import HandOutEntry, sheets
from desk.domain.paper import FORMS, FormCode, Outcome
from desk.domain.permissions import Permission
from desk.domain.signed_paper import MOST_PAGES, Home
from desk.errors import RuleRefused, StaleRecord
from desk.models.print_log import PrintLog
from desk.services import (
    attachment,
    complaint_case,
    complaint_handling,
    corrective_action,
    signed_paper,
    signed_paper_ticks,
)
from desk.services.complaint_case import Case
from desk.services.signed_paper import PaperRow
from desk.services.workplace import Workplace
from tests.services import case_course as course

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + b"page"
DAY = timedelta(days=1)


def printed(workplace: Workplace, record: Any, form: str, **told: Any) -> PaperRow:
    """A print of a record, as the log keeps it."""
    facts = {
        "form": form,
        "kind": "complaint",
        "record_id": record.id,
        "number": record.number,
        "language": "zh_Hant",
        "template_version": "1",
        "digest": "0" * 64,
        "destination": "printer",
        "content": {"title": "", "place": "大堂"},
        "captions": [],
        "awaited": True,
    }
    with workplace.deed(Permission.PRINT) as work:
        row = PrintLog(**facts | told, printed_at=work.now, printed_by_id=workplace.actor.id)
        work.add(row)
        work.commit()
    return signed_paper.get(workplace, row.id)


def home(workplace: Workplace, by: str = "李主管", remark: str = "") -> Home:
    """Signed today."""
    return Home(workplace.estate.custom.day(workplace.now()), by, remark)


def reasons(refused: RuleRefused) -> Sequence[tuple[str, str | None]]:
    """Codes and fields."""
    return [(one.code, one.field) for one in refused.reasons]


@pytest.fixture
def case(workplace: Workplace, clock: FixedClock) -> Case:
    """A case whose sheet is with the department."""
    known = course.filed(workplace, Severity.MAJOR, Ground.ON_SITE)
    clock.advance(timedelta(minutes=5))
    entry = HandOutEntry(workplace.now(), ("工程部",))
    return complaint_handling.hand_out(workplace, known.detail.id, known.detail.version, entry)


@pytest.fixture
def paper(workplace: Workplace, case: Case) -> PaperRow:
    """Its sheet, printed and out."""
    return printed(workplace, case.detail, FormCode.COMPLAINT_SHEET)


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """Two photos of it."""
    made = [tmp_path / "二頁.png", tmp_path / "一頁.png"]
    for number, path in enumerate(made):
        path.write_bytes(PNG + bytes([number]))
    return made


def now_of(workplace: Workplace, case: Case) -> Case:
    """The case as it stands."""
    return complaint_case.get(workplace, case.detail.id)


def test_the_sheet_that_comes_home_is_back_from_the_department(
    workplace: Workplace, case: Case, paper: PaperRow, clock: FixedClock
) -> None:
    clock.advance(timedelta(hours=2))
    assert signed_paper.will_tick(workplace, paper) == "sheet_returned"
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace, remark="已修"))
    assert (row.ticked, row.signed_by, row.number) == (
        "sheet_returned",
        "李主管",
        case.detail.number,
    )
    (sheet,) = sheets(now_of(workplace, case).facts)
    assert sheet.returned is not None
    assert (sheet.returned.person, sheet.returned.at) == ("李主管", workplace.now())
    assert now_of(workplace, case).detail.version > case.detail.version
    assert signed_paper.get(workplace, paper.id).home_at == workplace.now()
    assert signed_paper.out(workplace).rows == ()


def test_trying_what_would_be_ticked_ticks_nothing(
    workplace: Workplace, case: Case, paper: PaperRow
) -> None:
    assert signed_paper.will_tick(workplace, paper) == "sheet_returned"
    assert sheets(now_of(workplace, case).facts)[0].is_out
    assert now_of(workplace, case).detail.version == case.detail.version


def test_the_pages_are_attached_in_their_order(
    workplace: Workplace, paper: PaperRow, pages: list[Path]
) -> None:
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace), pages)
    kept = attachment.of_record(workplace, signed_paper.KIND, row.id)
    assert [one.name for one in kept] == ["二頁.png", "一頁.png"]
    assert attachment.open_attachment(workplace, kept[1].id) == PNG + b"\x01"


def test_what_is_wrong_is_said_at_once_and_nothing_is_done(
    workplace: Workplace, case: Case, paper: PaperRow, tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("no picture")
    entry = Home(workplace.estate.custom.day(workplace.now()) + DAY, " ")
    with pytest.raises(RuleRefused) as caught:
        signed_paper.take_home(
            workplace, paper.id, paper.version, entry, [tmp_path / "note.txt"] * (MOST_PAGES + 1)
        )
    told = reasons(caught.value)
    assert told[:2] == [
        ("signed_paper.signed_by.missing", "signed_by"),
        ("signed_paper.signed_on.future", "signed_on"),
    ]
    assert ("signed_paper.pages.many", "scans") in told
    assert ("signed_paper.page.type", "scans") in told
    assert sheets(now_of(workplace, case).facts)[0].is_out
    assert signed_paper.of_print(workplace, paper.id) == ()


def test_once_the_sheet_is_back_the_signed_copy_is_what_comes_home(
    workplace: Workplace, case: Case, paper: PaperRow, clock: FixedClock
) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    again = printed(workplace, case.detail, FormCode.COMPLAINT_SHEET, reprint=1)
    assert signed_paper.will_tick(workplace, again) == ""
    clock.advance(timedelta(hours=1))
    course.handled(workplace, now_of(workplace, case), on_site=True)
    assert signed_paper.will_tick(workplace, again) == "signed_copy"
    row = signed_paper.take_home(workplace, again.id, again.version, home(workplace, "李小龍"))
    assert row.ticked == "signed_copy"
    assert now_of(workplace, case).facts.signed_copy_at == workplace.now()
    assert now_of(workplace, case).texts.signed_copy_by == "李小龍"


@pytest.mark.parametrize("form", [FormCode.COMPLAINT_SHEET, FormCode.COMPLAINT_RECORD])
def test_a_copy_that_was_home_before_the_case_was_handled_ticks_it_then(
    workplace: Workplace, case: Case, paper: PaperRow, clock: FixedClock, form: FormCode
) -> None:
    """R166: the paper comes back with the worker, the handling is written down after it."""
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    copy = printed(workplace, case.detail, form, reprint=1)
    clock.advance(timedelta(hours=1))
    row = signed_paper.take_home(workplace, copy.id, copy.version, home(workplace, "李小龍"))
    came = workplace.now()
    assert (row.ticked, now_of(workplace, case).facts.signed_copy_at) == ("", None)
    clock.advance(timedelta(minutes=10))
    after = course.handled(workplace, now_of(workplace, case), on_site=True)
    assert (after.facts.signed_copy_at, after.texts.signed_copy_by) == (came, "李小龍")
    assert "complaint.signed_copy.missing" not in {one.code for one in after.blockers}
    assert signed_paper.of_print(workplace, copy.id)[-1].ticked == "signed_copy"


@pytest.mark.parametrize("spoilt", ["withdrawn", "department", "day_before", "done_over"])
def test_what_attests_other_work_or_nothing_is_no_copy(
    workplace: Workplace, case: Case, paper: PaperRow, clock: FixedClock, spoilt: str
) -> None:
    """R166, R191: taken back, the department's, of before the work, of before it was redone."""
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    copy = printed(workplace, case.detail, FormCode.COMPLAINT_RECORD)
    told = home(workplace, "李主管" if spoilt == "department" else "李小龍")
    row = signed_paper.take_home(workplace, copy.id, copy.version, told)
    if spoilt == "withdrawn":
        signed_paper.withdraw(workplace, row.id, row.version, "拿錯")
    clock.advance(DAY if spoilt == "day_before" else timedelta(hours=1))
    after = course.handled(workplace, now_of(workplace, case), on_site=True)
    if spoilt == "done_over":
        assert after.facts.signed_copy_at is not None
        clock.advance(timedelta(hours=1))
        over = complaint_handling.ReworkEntry(clock.moment, "仍然滴水")
        after = complaint_handling.rework(workplace, after.detail.id, after.detail.version, over)
        clock.advance(timedelta(hours=1))
        after = course.handled(workplace, after, on_site=True)
    assert after.facts.signed_copy_at is None


def test_a_corrective_action_that_comes_home_was_carried_out_as_its_remark_says(
    workplace: Workplace, case: Case
) -> None:
    detail = case.detail
    day = workplace.estate.custom.day(workplace.now())
    entry = SheetEntry("皮帶老化", "更換", "半年檢查", "張工", day)
    known = corrective_action.write(workplace, detail.id, detail.version, entry)
    paper = printed(workplace, known.detail, FormCode.CORRECTIVE_ACTION)
    with pytest.raises(RuleRefused) as caught:
        signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    assert reasons(caught.value) == [("corrective_action.done.missing", "remark")]
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace, remark="已換"))
    assert row.ticked == "corrective_action_done"
    correction = now_of(workplace, case).facts.correction
    assert correction is not None
    assert correction.done_at == workplace.now()


def test_a_second_copy_is_noticed_and_ticks_nothing(
    workplace: Workplace, case: Case, paper: PaperRow
) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    another = HandOutEntry(workplace.now(), ("清潔部",))
    version = now_of(workplace, case).detail.version
    complaint_handling.hand_out(workplace, case.detail.id, version, another)
    paper = signed_paper.get(workplace, paper.id)
    with pytest.raises(RuleRefused) as caught:
        signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    assert reasons(caught.value) == [("signed_paper.home", "knowingly")]
    row = signed_paper.take_home(
        workplace, paper.id, paper.version, home(workplace), knowingly=True
    )
    assert row.ticked == ""
    assert sheets(now_of(workplace, case).facts)[1].is_out  # it waits for a paper of its own
    assert len(signed_paper.of_record(workplace, "complaint", case.detail.id)) == 2


def test_two_clerks_do_not_take_one_paper_home_twice(workplace: Workplace, paper: PaperRow) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    with pytest.raises(StaleRecord):
        signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))


def test_a_print_nobody_answered_for_has_come_out_when_it_comes_home(
    workplace: Workplace, case: Case
) -> None:
    paper = printed(workplace, case.detail, FormCode.COMPLAINT_SHEET, outcome=Outcome.ASKED)
    assert [one.id for one in signed_paper.unanswered(workplace).rows] == [paper.id]
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    assert signed_paper.get(workplace, paper.id).outcome == Outcome.PRINTED
    assert signed_paper.unanswered(workplace).rows == ()


def test_a_paper_taken_in_by_mistake_is_withdrawn_and_is_out_again(
    workplace: Workplace, case: Case, paper: PaperRow
) -> None:
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    with pytest.raises(RuleRefused) as caught:
        signed_paper.withdraw(workplace, row.id, row.version, " ")
    assert reasons(caught.value) == [("signed_paper.why.missing", "why")]
    gone = signed_paper.withdraw(workplace, row.id, row.version, "認錯單號")
    assert (gone.withdrawn_why, gone.withdrawn_by) == ("認錯單號", "陳大文")
    assert gone.ticked == "sheet_returned"
    assert not sheets(now_of(workplace, case).facts)[0].is_out
    assert [one.id for one in signed_paper.out(workplace).rows] == [paper.id]
    with pytest.raises(RuleRefused):
        signed_paper.withdraw(workplace, gone.id, gone.version, "又一次")


def test_a_paper_stays_home_while_another_copy_of_it_is(
    workplace: Workplace, paper: PaperRow
) -> None:
    row = signed_paper.take_home(workplace, paper.id, paper.version, home(workplace))
    paper = signed_paper.get(workplace, paper.id)
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace), knowingly=True)
    signed_paper.withdraw(workplace, row.id, row.version, "重複")
    assert signed_paper.get(workplace, paper.id).home_at is not None


def test_the_papers_out_are_listed_oldest_first_page_by_page(
    workplace: Workplace, case: Case, clock: FixedClock
) -> None:
    made = []
    for _number in range(5):
        made.append(printed(workplace, case.detail, FormCode.COMPLAINT_SHEET).id)
        clock.advance(timedelta(hours=12))
    first = signed_paper.out(workplace, limit=3)
    rest = signed_paper.out(workplace, after=first.next_key, limit=3)
    assert [one.id for one in (*first.rows, *rest.rows)] == made
    assert rest.next_key is None
    assert signed_paper.out(workplace, FormCode.KEY_LOAN).rows == ()
    assert signed_paper.out_count(workplace, 100) == 3
    assert signed_paper.out_count(workplace, 2) == 2


def test_every_paper_that_comes_home_ticks_something_somewhere() -> None:
    home = {form for form, facts in FORMS.items() if facts.comes_home}
    assert set(signed_paper_ticks.TICKS) == home
