"""What a scanned code is, in every case that a clerk may hold in her hand."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.domain import numbering, paper_code
from desk.domain.paper import FormCode, Outcome
from desk.domain.permissions import Permission
from desk.domain.signed_paper import PaperStanding
from desk.errors import RuleRefused
from desk.models.print_log import PrintLog
from desk.services import key_loan, signed_paper, signed_paper_find
from desk.services.signed_paper import PaperRow
from desk.services.workplace import Workplace
from desk.wording import SENTENCES, sentence
from tests.services import case_course as course
from tests.services.conftest import Household
from tests.services.key_course import lent, pump
from tests.services.pass_course import Course
from tests.services.test_signed_paper import home, printed

SHEET = FormCode.COMPLAINT_SHEET


@pytest.fixture
def paper(workplace: Workplace) -> PaperRow:
    """A case's sheet that is out."""
    return printed(workplace, course.filed(workplace).detail, SHEET)


def again(workplace: Workplace, paper: PaperRow, **told: Any) -> PaperRow:
    """A reprint of it."""
    record = course.complaint_case.get(workplace, paper.number).detail
    return printed(workplace, record, SHEET, **{"reprint": paper.reprint + 1} | told)


def found(workplace: Workplace, paper: PaperRow) -> signed_paper_find.Scanned:
    """What its code turns out to be."""
    code = paper_code.write(paper.number, paper.form, paper.reprint)
    return signed_paper_find.find(workplace, code)


def words(scanned: signed_paper_find.Scanned) -> str:
    """Its sentences."""
    return " ".join(sentence(one.code, one.parameters) for one in scanned.said)


def test_a_paper_that_is_out(workplace: Workplace, paper: PaperRow) -> None:
    scanned = found(workplace, paper)
    assert (scanned.standing, scanned.paper, scanned.kind) == (
        PaperStanding.OUT, paper, "complaint",
    )  # fmt: skip
    assert scanned.is_genuine
    assert paper.number in words(scanned)
    assert words(scanned).endswith("It is out and waited for.")


def test_a_paper_that_is_home_says_who_signed_it(workplace: Workplace, paper: PaperRow) -> None:
    signed_paper.take_home(workplace, paper.id, paper.version, home(workplace, "李小龍"))
    scanned = found(workplace, paper)
    assert scanned.standing is PaperStanding.HOME
    assert "Signed by 李小龍" in words(scanned)
    assert "陳大文" in words(scanned)


def test_an_older_version_says_what_changed_since(
    workplace: Workplace, paper: PaperRow, clock: FixedClock
) -> None:
    clock.advance(timedelta(hours=1))
    newer = again(workplace, paper, content={"title": "x", "place": "天台", "reprint": 1})
    scanned = found(workplace, paper)
    assert (scanned.standing, scanned.newer) == (PaperStanding.REPLACED, newer)
    assert scanned.changed == (("place", "大堂", "天台"),)
    assert "Place: 大堂 → 天台" in words(scanned)
    assert found(workplace, newer).standing is PaperStanding.OUT


def test_a_reprint_that_says_the_same_says_so(workplace: Workplace, paper: PaperRow) -> None:
    again(workplace, paper)
    assert "says the same" in words(found(workplace, paper))


def test_what_changed_is_said_up_to_a_dozen_lines(workplace: Workplace, paper: PaperRow) -> None:
    many = {f"a{number}": "2026-11-21T06:30:00+00:00" for number in range(20)}
    again(workplace, paper, content=many)
    scanned = found(workplace, paper)
    said = [one.code for one in scanned.said]
    assert said.count("scanned.changed") == signed_paper_find.MOST_CHANGES
    assert "and 9 more" in words(scanned)
    assert "2026-11-21T" not in words(scanned)


def test_a_reprint_that_did_not_come_out_replaces_nothing(
    workplace: Workplace, paper: PaperRow
) -> None:
    again(workplace, paper, outcome=Outcome.FAILED)
    assert found(workplace, paper).standing is PaperStanding.OUT


def test_of_two_prints_of_one_count_the_one_that_came_out_is_meant(
    workplace: Workplace, paper: PaperRow
) -> None:
    again(workplace, paper, reprint=0, outcome=Outcome.FAILED)
    scanned = found(workplace, paper)
    assert scanned.paper is not None
    assert scanned.paper.id == paper.id


def test_the_code_of_a_record_alone_means_the_paper_that_is_out(
    workplace: Workplace, paper: PaperRow
) -> None:
    newer = again(workplace, paper)
    with workplace.deed(Permission.PRINT) as work:
        work.get(PrintLog, newer.id).let_go_at = work.now
        work.commit()
    scanned = signed_paper_find.find(workplace, numbering.scan_code(paper.number))
    assert scanned.paper is not None
    assert scanned.paper.id == paper.id


def test_from_the_35th_reprint_on_the_newest_is_meant(
    workplace: Workplace, paper: PaperRow
) -> None:
    for count in (35, 36):
        last = again(workplace, paper, reprint=count)
    assert found(workplace, last).paper == last


def test_a_paper_nobody_printed_and_a_record_nobody_knows(
    workplace: Workplace, paper: PaperRow
) -> None:
    other = paper_code.write(paper.number, FormCode.JOINT_REPORT, 0)
    assert signed_paper_find.find(workplace, other).standing is PaperStanding.NEVER_PRINTED
    other = paper_code.write("C2026-000999", SHEET, 0)
    scanned = signed_paper_find.find(workplace, other)
    assert scanned.standing is PaperStanding.UNKNOWN
    assert "C2026-000999" in words(scanned)
    assert not scanned.is_genuine


def test_a_seal_on_a_paper_that_bears_none_is_not_ours(
    workplace: Workplace, paper: PaperRow
) -> None:
    code = paper_code.write(paper.number, SHEET, 0, "GQ85U")
    assert signed_paper_find.find(workplace, code).standing is PaperStanding.FORGED


def test_a_release_pass_is_ours_by_its_seal_alone(
    workplace: Workplace, household: Household, tmp_path: Path
) -> None:
    passes = Course(workplace, household.unit_id, tmp_path)
    known = passes.issued()
    told = {"kind": "release_pass", "content": {"title": ""}}
    row = printed(workplace, known.detail, FormCode.RELEASE_PASS, **told)
    code = passes.code(known)
    assert signed_paper_find.find(workplace, code).standing is PaperStanding.OUT
    assert signed_paper.will_tick(workplace, row) == "owner_signature"
    number = known.detail.number
    for seal in ("", "GQ85U" if code[-6:-1] != "GQ85U" else "GQ85V"):
        forged = paper_code.write(number, FormCode.RELEASE_PASS, 0, seal)
        assert signed_paper_find.find(workplace, forged).standing is PaperStanding.FORGED
    signed_paper.take_home(workplace, row.id, row.version, home(workplace, household.name))
    assert signed_paper_find.find(workplace, code).standing is PaperStanding.HOME


def test_a_void_print_says_so(workplace: Workplace, paper: PaperRow) -> None:
    assert found(workplace, again(workplace, paper, is_void=True)).standing is PaperStanding.VOID


def test_the_paper_of_a_record_that_was_declared_void_later_says_so(workplace: Workplace) -> None:
    loan = lent(workplace, pump(workplace))
    row = printed(workplace, loan, FormCode.KEY_LOAN, kind="key_loan", content={"title": ""})
    assert found(workplace, row).standing is PaperStanding.OUT
    key_loan.void(workplace, loan.id, loan.version, "寫錯了")
    assert found(workplace, row).standing is PaperStanding.VOID
    with pytest.raises(RuleRefused) as refused:
        seen = signed_paper.get(workplace, row.id)
        signed_paper.take_home(workplace, row.id, seen.version, home(workplace))
    assert [one.code for one in refused.value.reasons] == ["signed_paper.void"]


@pytest.mark.parametrize("text", ["", "陳大文", "12B", "\ud800"])
def test_what_is_no_code_is_said_to_be_none(workplace: Workplace, text: str) -> None:
    assert signed_paper_find.find(workplace, text).standing is PaperStanding.NO_CODE


def test_a_misread_code_is_told_from_a_forged_one(workplace: Workplace, paper: PaperRow) -> None:
    code = paper_code.write(paper.number, SHEET, 0)
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    scanned = signed_paper_find.find(workplace, wrong.lower())
    assert scanned.standing is PaperStanding.MISREAD
    assert wrong in words(scanned)


def test_looking_changes_nothing(workplace: Workplace, paper: PaperRow) -> None:
    found(workplace, paper)
    assert signed_paper.get(workplace, paper.id) == paper


@pytest.mark.parametrize("known", PaperStanding)
def test_every_standing_has_its_sentence(known: PaperStanding) -> None:
    assert f"scanned.{known}" in SENTENCES
