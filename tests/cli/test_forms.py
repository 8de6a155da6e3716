"""`desk forms`: every kind of paper."""

from datetime import date

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS
from desk.services import document_control, sign_in
from tests.cli.conftest import TODAY, Desk, Estate
from tests.cli.test_commands import rows_of


def test_every_form_is_told_with_clause_papers_and_whether_it_comes_home(desk: Desk) -> None:
    rows = {str(one["form"]): one for one in rows_of(desk, "forms")}
    assert {form.replace("_", "-") for form in FORMS} == set(rows)
    told = rows["release-pass"]
    assert told["clauses"][0] == "F37"  # type: ignore[index]
    assert told["papers"] == ["A4", "A5", "241x279", "241x140", "241x93"]
    assert (told["copies"], told["comes_home"], told["of"]) == (3, True, "record")
    assert rows["monthly-summary"]["of"] == "period"


def test_a_line_names_the_form_and_its_document(desk: Desk, estate: Estate) -> None:
    folder = DataFolder(estate.path)
    workplace = sign_in.sign_in(folder, "admin", estate.passwords["admin"], FixedClock(TODAY))
    entry = DocumentEntry("PM-CS-012", "B", effective_on=date(2026, 11, 1))
    document_control.keep(workplace, "complaint_sheet", 0, entry)
    workplace.close()
    told = desk("forms")
    assert told.code == 0
    (line,) = (row for row in told.rows if row[0] == "complaint-sheet")
    assert line[2:] == ["F1 F4 F10", "A4 A5 241x279", "1", "yes", "yes", "PM-CS-012"]


HEAD = ("--number", "PM-CS-012", "--edition", "B", "--effective", "2026-11-01")


def test_a_document_head_is_kept_and_what_is_not_named_stays(desk: Desk) -> None:
    told = desk("forms", "head", "key-loan", *HEAD, "--prepared-by", "何敏")
    assert (told.code, told.rows[0][0], told.rows[0][-1]) == (0, "key-loan", "PM-CS-012")
    assert desk("forms", "head", "key-loan", "--edition", "C").code == 0
    rows = {str(one["form"]): one for one in rows_of(desk, "forms")}
    assert (rows["key-loan"]["document"], rows["key-loan"]["edition"]) == ("PM-CS-012", "C")
    assert rows["key-count"]["document"] == ""


def test_a_head_that_cannot_stand_is_refused_with_every_reason(desk: Desk) -> None:
    told = desk("forms", "head", "key-loan", "--prepared-by", "何敏")
    assert (told.code, told.out, len(told.err.splitlines())) == (1, "", 3)
    assert desk("forms", "head", "passport", *HEAD).code == 2


def test_the_desk_keeps_no_head_that_the_policy_is_not_its_to_change(desk: Desk) -> None:
    told = desk("forms", "head", "key-loan", *HEAD, login="receptionist")
    assert (told.code, told.out) == (1, "")
