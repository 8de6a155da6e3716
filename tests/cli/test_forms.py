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
