"""Many forms in one PDF, each in the log; all of it or nothing."""

import datetime as dt
import io
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desk.domain.paper import FORMS, FormCode
from desk.domain.service_order import Kind
from desk.errors import EnvironmentFault, RuleRefused, StaleRecord
from desk.models.lists import complaint as complaint_list
from desk.models.lists import document_control as control_list
from desk.models.unit_of_work import UnitOfWork
from desk.services import business_calendar, complaint, paper, service_order
from desk.services.complaint import ComplaintDetail
from desk.services.paper import Asked, Period
from desk.services.paper_forms import BLANK
from desk.services.workplace import Workplace
from desk.wording import explain
from tests.services import case_course
from tests.services.order_course import REPAIR
from tests.services.test_complaint import WHOLE
from tests.services.test_paper import log_count, text_of

SHEET = FormCode.COMPLAINT_SHEET
ASKED = Asked("zh_Hant")


class Stopped(Exception):
    """The clerk has had enough."""


@pytest.fixture
def records(workplace: Workplace) -> list[ComplaintDetail]:
    return [complaint.register(workplace, replace(WHOLE, place=f"{n}樓")) for n in range(5)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "batch.pdf"


def pages_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_a_batch_is_one_file_and_an_entry_for_each_form(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    steps: list[tuple[int, int]] = []
    keys = [one.number for one in records]
    batch = paper.print_batch(
        workplace, SHEET, keys, ASKED, file=file, step=lambda *told: steps.append(told)
    )
    pages = pages_of(file.read_bytes())
    assert batch.numbers == tuple(keys)
    assert (batch.pages, batch.refused) == (5, ())
    assert [number in page for number, page in zip(keys, pages, strict=True)] == [True] * 5
    assert steps == [(done, 5) for done in range(6)]
    for one in records:
        (row,) = paper.prints_of(workplace, "complaint", one.id)
        assert (row.batch, row.outcome, row.destination) == (batch.id, "printed", "pdf")
        assert row.content["place"] == one.place
        assert text_of(paper.shown_again(workplace, row.id)) in pages
    assert paper.unanswered(workplace) == ()


def test_a_record_named_twice_is_printed_once(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    keys = [records[0].number, records[0].id, records[1].number, records[1].number]
    batch = paper.print_batch(workplace, SHEET, keys, ASKED, file=file)
    assert batch.numbers == (records[0].number, records[1].number)
    assert log_count(workplace) == 2


def test_a_second_batch_is_of_reprints(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    keys = [one.id for one in records]
    paper.print_batch(workplace, SHEET, keys, ASKED, file=file)
    assert not any("補印" in page for page in pages_of(file.read_bytes()))
    paper.print_batch(workplace, SHEET, keys, ASKED, file=file)
    assert all("補印第 1 次" in page for page in pages_of(file.read_bytes()))
    newer, older = paper.prints_of(workplace, "complaint", records[0].id)
    assert (newer.reprint, older.let_go_why) == (1, "reprinted")


def test_what_cannot_be_printed_is_told_by_number_before_anything_is_written(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    keys = [records[0].number, "C2026-000099", "C2026-000098", records[1].number]
    with pytest.raises(RuleRefused) as refused:
        paper.print_batch(workplace, SHEET, keys, ASKED, file=file)
    assert [told[:14] for told in explain(refused.value)] == ["C2026-000099: ", "C2026-000098: "]
    assert (file.exists(), log_count(workplace)) == (False, 0)


def test_what_cannot_be_printed_may_be_left_out(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    keys = [records[0].number, "C2026-000099", records[1].number]
    batch = paper.print_batch(workplace, SHEET, keys, ASKED, file=file, skip=True)
    assert batch.numbers == (records[0].number, records[1].number)
    assert [one.key for one in batch.refused] == ["C2026-000099"]
    with pytest.raises(RuleRefused) as refused:
        paper.print_batch(workplace, SHEET, ["C2026-000099"], ASKED, file=file, skip=True)
    assert explain(refused.value)[-1] == "There is nothing to print, so no file was written."


def test_a_batch_that_is_stopped_leaves_nothing(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise Stopped

    file.write_bytes(b"an older file")
    with pytest.raises(Stopped):
        keys = [one.id for one in records]
        paper.print_batch(workplace, SHEET, keys, ASKED, file=file, step=stop)
    assert file.read_bytes() == b"an older file"
    assert (log_count(workplace), len(list(file.parent.glob("*.p*")))) == (0, 1)


def test_a_record_that_moves_while_the_batch_is_drawn_stops_it_whole(
    workplace: Workplace, records: list[ComplaintDetail], file: Path
) -> None:
    def meanwhile(done: int, _total: int) -> None:
        if done == 3:
            paper.print_record(workplace, SHEET, records[0].id, "zh_Hant")

    keys = [one.id for one in records]
    with pytest.raises(StaleRecord) as stale:
        paper.print_batch(workplace, SHEET, keys, ASKED, file=file, step=meanwhile)
    assert stale.value.number == records[0].number
    assert (file.exists(), log_count(workplace)) == (False, 1)


def test_a_batch_whose_log_cannot_be_written_leaves_no_file(
    workplace: Workplace,
    records: list[ComplaintDetail],
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_work: UnitOfWork) -> None:
        raise EnvironmentFault("storage.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", full)
        with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
            paper.print_batch(workplace, SHEET, [records[0].id], ASKED, file=file)
    assert (file.exists(), log_count(workplace)) == (False, 0)


def test_a_place_where_no_file_may_stand_is_told_first(
    workplace: Workplace, records: list[ComplaintDetail]
) -> None:
    def never(_done: int, _total: int) -> None:
        raise AssertionError

    path = workplace.folder.path / "batch.pdf"
    with pytest.raises(EnvironmentFault, match=r"file\.data_folder"):
        paper.print_batch(workplace, SHEET, [records[0].id], ASKED, file=path, step=never)


@pytest.mark.parametrize("size", ["", "A5", "241x140"])
def test_every_form_is_printed_blank_in_one_go(workplace: Workplace, file: Path, size: str) -> None:
    batch = paper.print_blanks(workplace, Asked("zh_Hans", paper=size), file=file)
    assert batch.numbers == tuple(BLANK)
    assert len(pages_of(file.read_bytes())) == batch.pages >= len(BLANK)
    assert log_count(workplace) == len(BLANK)


def test_what_became_of_a_batch_is_written_part_by_part(
    workplace: Workplace,
    records: list[ComplaintDetail],
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desk.services.paper_log._AT_ONCE", 2)
    paper.print_batch(workplace, SHEET, [one.id for one in records], ASKED, file=file)
    assert paper.unanswered(workplace) == ()
    outcomes = [paper.prints_of(workplace, "complaint", one.id)[0].outcome for one in records]
    assert outcomes == ["printed"] * 5


def test_a_batch_sees_every_record_as_it_stood_when_it_began(
    workplace: Workplace, records: list[ComplaintDetail]
) -> None:
    with workplace.at_one_moment() as still:
        before = business_calendar.of(still)
        complaint.register(workplace, WHOLE)
        hours = business_calendar.hours(workplace)
        shorter = replace(before, workdays=frozenset({1, 2}))
        business_calendar.save(workplace, hours.version, shorter)
        with still.reading() as reader:
            assert complaint_list.latest_number(reader) == records[-1].number
        assert business_calendar.of(still) == before
        assert business_calendar.of(workplace) == shorter
    assert business_calendar.of(workplace) == shorter


def test_what_forms_share_is_read_once_a_batch(
    workplace: Workplace,
    records: list[ComplaintDetail],
    file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: list[str] = []
    find = control_list._read
    monkeypatch.setattr(
        control_list, "_read", lambda reader, form: read.append(form) or find(reader, form)
    )
    paper.print_batch(workplace, SHEET, [one.id for one in records], ASKED, file=file)
    assert read == [SHEET]


def test_the_records_of_a_period_are_found_the_oldest_first(workplace: Workplace) -> None:
    day = workplace.estate.custom.day(workplace.now())
    with pytest.raises(RuleRefused) as refused:
        paper.records_of(workplace, FormCode.COMPLAINT_SHEET, Period(day, day))
    assert [one.code for one in refused.value.reasons] == ["paper.batch.empty"]
    filed = [case_course.filed(workplace).detail.id for _time in range(2)]
    assert list(paper.records_of(workplace, FormCode.COMPLAINT_SHEET, Period(day, day))) == filed
    with pytest.raises(RuleRefused) as refused:
        paper.records_of(
            workplace, FormCode.COMPLAINT_SHEET, Period(day, day - dt.timedelta(days=1))
        )
    assert [one.code for one in refused.value.reasons] == ["paper.period.reversed"]


def test_an_order_and_a_slip_of_a_period_are_each_printed_on_its_own_form(
    workplace: Workplace, file: Path
) -> None:
    day = workplace.estate.custom.day(workplace.now())
    slip = service_order.write(workplace, REPAIR).detail
    order = service_order.write(workplace, replace(REPAIR, kind=Kind.COMMISSIONED)).detail
    for form, known in ((FormCode.REPAIR_SLIP, slip), (FormCode.SERVICE_ORDER, order)):
        found = paper.records_of(workplace, form, Period(day, day))
        assert list(found) == [known.id]
        assert paper.print_batch(workplace, form, found, ASKED, file=file).numbers == (
            known.number,
        )


@pytest.mark.parametrize("form", sorted(paper.BATCHED))
def test_every_form_finds_its_records_in_a_period(workplace: Workplace, form: str) -> None:
    day = workplace.estate.custom.day(workplace.now())
    with pytest.raises(RuleRefused) as refused:
        paper.records_of(workplace, form, Period(day, day))
    assert [one.code for one in refused.value.reasons] == ["paper.batch.empty"]


def test_every_form_of_a_record_is_printed_of_a_period() -> None:
    of_records = {code for code, facts in FORMS.items() if not facts.register}
    assert of_records - set(paper.BATCHED) == {FormCode.KEY_USE_LOG}
