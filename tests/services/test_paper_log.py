"""What was sent, what came of it, and the very pages shown again."""

import hashlib
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from desk.clock import FixedClock
from desk.domain.paper import Caption, Outcome
from desk.domain.paper_code import read
from desk.errors import EnvironmentFault, RuleRefused, StaleRecord
from desk.models.print_log import PrintLog
from desk.models.unit_of_work import UnitOfWork
from desk.printing.forms.coordination_slip import FORM, CoordinationSlip
from desk.printing.ops import Turned
from desk.services import complaint, paper
from desk.services.complaint import ComplaintDetail
from desk.services.complaint_entry import entry_of
from desk.services.paper import Asked, Destination, FormCode, PrintRow
from desk.services.paper_build import Subject, build
from desk.services.workplace import Workplace
from desk.wording import explain
from tests.services.test_complaint import WHOLE
from tests.services.test_paper import text_of

SHEET = FormCode.COMPLAINT_SHEET
SLIP = FormCode.COORDINATION_SLIP


@pytest.fixture
def record(workplace: Workplace) -> ComplaintDetail:
    return complaint.register(workplace, WHOLE)


def rows(workplace: Workplace, record: ComplaintDetail) -> tuple[PrintRow, ...]:
    return paper.prints_of(workplace, "complaint", record.id)


def sheet_of(workplace: Workplace, record: ComplaintDetail) -> paper.Sheet:
    return paper.prepare(workplace, SHEET, record.id, "zh_Hant")


def changed(workplace: Workplace, print_id: int, **columns: object) -> None:
    """What only a tamperer, or an older program, would leave."""
    sets = ", ".join(f"{name} = :{name}" for name in columns)
    with workplace.storage.writing() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute(f"UPDATE print_log SET {sets} WHERE id = {print_id}", columns)
        connection.commit()


# Sent is not yet printed


def test_a_print_is_written_down_before_the_printer_gets_it(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    sheet = sheet_of(workplace, record)
    sent = paper.send(workplace, sheet, "Counter", 2)
    (row,) = rows(workplace, record)
    assert (row.id, row.outcome, row.printer, row.copies) == (sent.log_id, "asked", "Counter", 2)
    assert (row.answered_at, row.answered_by) == (None, None)
    assert row.digest == sent.digest == hashlib.sha256(sheet.pages).hexdigest()
    assert row.policy_id == sheet.policy_id is not None
    assert (row.paper, row.captions, row.awaited) == ("A4", (), True)
    assert paper.unanswered(workplace) == (row,)


def test_it_is_answered_once_at_once_or_later(
    workplace: Workplace, record: ComplaintDetail, clock: FixedClock
) -> None:
    sent = paper.send(workplace, sheet_of(workplace, record), "Counter")
    clock.advance(timedelta(hours=2))
    row = paper.answer(workplace, sent.log_id, came_out=True)
    assert (row.outcome, row.answered_at, row.answered_by) == ("printed", clock.now(), "陳大文")
    assert paper.unanswered(workplace) == ()
    for again in (True, False):
        with pytest.raises(RuleRefused) as refused:
            paper.answer(workplace, sent.log_id, came_out=again)
        assert explain(refused.value) == [
            "Somebody has said already what came of this print: Came out."
        ]
    with pytest.raises(RuleRefused):
        paper.not_taken(workplace, sent.log_id)


def test_what_did_not_come_out_counts_for_no_print(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    first = paper.send(workplace, sheet_of(workplace, record), "Counter")
    assert sheet_of(workplace, record).reprint == 1
    paper.not_taken(workplace, first.log_id)
    second = sheet_of(workplace, record)
    assert second.reprint == 0
    assert "補印" not in text_of(second.pdf)
    sent = paper.send(workplace, second, "Counter")
    assert paper.answer(workplace, sent.log_id, came_out=False).outcome == "failed"
    assert sheet_of(workplace, record).reprint == 0


def test_a_reprint_says_so_and_lets_the_older_paper_go_once_it_came_out(
    workplace: Workplace, record: ComplaintDetail, clock: FixedClock
) -> None:
    first = paper.send(workplace, sheet_of(workplace, record), "Counter")
    paper.answer(workplace, first.log_id, came_out=True)
    sheet = sheet_of(workplace, record)
    assert "補印第 1 次" in text_of(sheet.pdf)
    again = paper.send(workplace, sheet, "Counter")
    assert [row.let_go_at for row in rows(workplace, record)] == [None, None]
    clock.advance(timedelta(minutes=1))
    paper.answer(workplace, again.log_id, came_out=True)
    newer, older = rows(workplace, record)
    assert (older.let_go_at, older.let_go_why) == (clock.now(), "reprinted")
    assert (newer.let_go_at, newer.awaited) == (None, True)


def test_another_form_of_the_record_is_not_let_go(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    paper.print_record(workplace, FormCode.COMPLAINT_RECORD, record.id, "zh_Hant")
    paper.print_record(workplace, SHEET, record.id, "zh_Hant")
    assert [row.let_go_at for row in rows(workplace, record)] == [None, None]


# Nobody prints what has moved


def test_two_clerks_cannot_both_print_the_first(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    one, other = sheet_of(workplace, record), sheet_of(workplace, record)
    paper.send(workplace, one, "Counter")
    with pytest.raises(StaleRecord) as stale:
        paper.send(workplace, other, "Back office")
    assert stale.value.by == "陳大文"
    with pytest.raises(StaleRecord):
        paper.log_print(workplace, other, Destination.PRINTER)
    assert len(rows(workplace, record)) == 1


def test_what_was_changed_since_it_was_looked_at_is_not_printed(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path
) -> None:
    sheet = sheet_of(workplace, record)
    entry = replace(entry_of(record), place="B座大堂")
    complaint.change(workplace, record.id, record.version, entry, "")
    with pytest.raises(StaleRecord):
        paper.send(workplace, sheet, "Counter")
    with pytest.raises(StaleRecord):
        paper.save_pdf(workplace, sheet, tmp_path / "sheet.pdf")
    assert not list(tmp_path.glob("*.p*"))
    assert rows(workplace, record) == ()


# A file


def test_a_saved_file_is_printed_and_its_log_knows_it(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path
) -> None:
    paper.save_pdf(workplace, sheet_of(workplace, record), tmp_path / "sheet.pdf")
    (row,) = rows(workplace, record)
    assert (row.outcome, row.destination) == ("printed", "pdf")
    assert paper.unanswered(workplace) == ()


def test_a_file_that_does_not_get_its_name_is_marked_as_failed(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_part: Path, _path: Path) -> None:
        raise OSError(13, "Permission denied")

    sheet = sheet_of(workplace, record)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(EnvironmentFault, match=r"file\.not_writable"):
            paper.save_pdf(workplace, sheet, tmp_path / "sheet.pdf")
    assert [row.outcome for row in rows(workplace, record)] == ["failed"]
    assert not list(tmp_path.glob("*.p*"))
    assert sheet_of(workplace, record).reprint == 0


def test_a_file_whose_last_word_cannot_be_written_stays_a_question(
    workplace: Workplace, record: ComplaintDetail, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, commits = UnitOfWork.commit, iter((True, False))

    def full(work: UnitOfWork) -> None:
        if not next(commits):
            raise EnvironmentFault("storage.disk_full")
        commit(work)

    sheet = sheet_of(workplace, record)
    with monkeypatch.context() as patch:
        patch.setattr(UnitOfWork, "commit", full)
        with pytest.raises(EnvironmentFault, match=r"storage\.disk_full"):
            paper.save_pdf(workplace, sheet, tmp_path / "sheet.pdf")
    assert (tmp_path / "sheet.pdf").read_bytes() == sheet.pdf
    (row,) = paper.unanswered(workplace)
    assert paper.answer(workplace, row.id, came_out=True).outcome == "printed"


# Shown again


def test_a_past_print_is_shown_exactly_as_it_was_and_the_look_is_recorded(
    workplace: Workplace, record: ComplaintDetail, clock: FixedClock
) -> None:
    sheet = sheet_of(workplace, record)
    sent = paper.send(workplace, sheet, "Counter")
    clock.advance(timedelta(days=40))
    entry = replace(entry_of(record), place="B座大堂")
    complaint.change(workplace, record.id, record.version, entry, "")
    assert paper.shown_again(workplace, sent.log_id) == sheet.pdf
    with workplace.reading() as reader:
        query = "SELECT deed, record_id FROM history WHERE kind = 'print_log' ORDER BY id"
        deeds = [tuple(row) for row in reader.exec_driver_sql(query)]
    assert deeds == [("created", sent.log_id), ("seen", sent.log_id)]


def test_a_print_of_before_pages_were_kept_says_so(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    sent = paper.send(workplace, sheet_of(workplace, record), "Counter")
    with workplace.storage.writing() as connection:
        connection.exec_driver_sql("DELETE FROM print_page")
        connection.commit()
    with pytest.raises(RuleRefused) as refused:
        paper.shown_again(workplace, sent.log_id)
    assert "its values were kept, its pages were not" in explain(refused.value)[0]


def test_pages_that_are_not_what_was_printed_are_not_shown(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    sent = paper.send(workplace, sheet_of(workplace, record), "Counter")
    changed(workplace, sent.log_id, digest="0" * 64)
    with pytest.raises(EnvironmentFault, match=r"paper\.again\.damaged"):
        paper.shown_again(workplace, sent.log_id)
    damaged = b"not pages"
    changed(workplace, sent.log_id, digest=hashlib.sha256(damaged).hexdigest())
    with workplace.storage.writing() as connection:
        connection.exec_driver_sql("UPDATE print_page SET pages = ?", (damaged,))
        connection.commit()
    with pytest.raises(EnvironmentFault, match=r"paper\.again\.damaged"):
        paper.shown_again(workplace, sent.log_id)


# Let go


def test_a_paper_is_let_go_with_a_reason_once(
    workplace: Workplace, record: ComplaintDetail, clock: FixedClock
) -> None:
    sent = paper.send(workplace, sheet_of(workplace, record), "Counter")
    with pytest.raises(RuleRefused, match=r"paper\.let_go\.why"):
        paper.let_go(workplace, sent.log_id, "  ")
    row = paper.let_go(workplace, sent.log_id, " 打翻茶水，已作廢 ")
    assert (row.let_go_at, row.let_go_why) == (clock.now(), "打翻茶水，已作廢")
    with pytest.raises(RuleRefused, match=r"paper\.let_go\.already"):
        paper.let_go(workplace, sent.log_id, "again")


def test_what_nobody_waits_for_is_not_let_go(workplace: Workplace, record: ComplaintDetail) -> None:
    blank = paper.print_blank(workplace, SHEET, "zh_Hant")
    sent = paper.send(workplace, sheet_of(workplace, record), "Counter")
    paper.not_taken(workplace, sent.log_id)
    for print_id in (blank.log_id, sent.log_id):
        with pytest.raises(RuleRefused, match=r"paper\.let_go\.not_out"):
            paper.let_go(workplace, print_id, "not wanted")


# How it is asked for


def test_the_code_of_a_paper_names_record_form_and_print(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    for reprint in (0, 1):
        sheet = sheet_of(workplace, record)
        code = read(str(sheet.content["scan_code"]))
        assert code is not None
        assert (code.number, code.form, code.reprint) == (record.number, SHEET, reprint)
        assert paper.prepare(workplace, SHEET, sheet.content["scan_code"], "zh_Hant")
        paper.log_print(workplace, sheet, Destination.PRINTER)


def test_copies_are_captioned_and_counted(workplace: Workplace, record: ComplaintDetail) -> None:
    sheet = paper.prepare(workplace, SHEET, record.id, Asked("zh_Hant", copies=2))
    assert sheet.captions == (Caption.STUB, Caption.CUSTOMER)
    paper.send(workplace, sheet, "Counter")
    (row,) = rows(workplace, record)
    assert (row.captions, row.copies) == (("stub", "customer"), 2)


def test_a_paper_the_form_does_not_stand_on_is_refused(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    asked = Asked("en", paper="A3", copies=9)
    with pytest.raises(RuleRefused) as refused:
        paper.prepare(workplace, SHEET, record.id, asked)
    assert explain(refused.value) == [
        "This form does not stand on A3. It stands on: A4, A5, 241x279.",
        "Print at most 4 copies at a time.",
    ]


def test_a_row_of_before_0_3_0_reads_like_any(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    with workplace.deed("print") as work:  # type: ignore[arg-type]
        old = PrintLog(
            printed_at=work.now,
            printed_by_id=work.actor_id,
            form=SHEET,
            kind="complaint",
            record_id=record.id,
            language="zh_Hant",
            template_version="1",
            digest="f" * 64,
            destination="printer",
            content={},
            captions=[],
        )
        work.add(old)
        work.commit()
    (row,) = rows(workplace, record)
    assert (row.outcome, row.awaited) == (Outcome.PRINTED, False)
    assert sheet_of(workplace, record).reprint == 1


def test_what_is_void_says_so_across_the_page_and_is_not_awaited(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    subject = Subject(SHEET, "complaint", record.id, record.version, record.number, void=True)
    data = partial(CoordinationSlip, number=record.number)
    sheet = build(workplace, FORM, subject, Asked("zh_Hant"), gather=lambda job: data(job=job))
    assert any(
        "作廢" in "".join(piece.text for piece in op.pieces)
        for page in sheet.drawn
        for op in page.ops
        if isinstance(op, Turned)
    )
    paper.send(workplace, sheet, "Counter")
    (row,) = rows(workplace, record)
    assert (row.is_void, row.awaited) == (True, False)


def test_the_seal_of_a_paper_stands_in_its_code(
    workplace: Workplace, record: ComplaintDetail
) -> None:
    subject = Subject(SHEET, "complaint", record.id, record.version, record.number, seal="Q85UF")
    data = partial(CoordinationSlip, number=record.number)
    sheet = build(workplace, FORM, subject, Asked("zh_Hant"), gather=lambda job: data(job=job))
    code = read(str(sheet.content["scan_code"]))
    assert code is not None
    assert code.seal == "Q85UF"
