"""The prints of a case: out, home and signed, replaced, shown again as they were."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.paper import FormCode
from desk.services import paper, signed_paper
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from desk.ui.attachment.viewer import Viewer
from desk.ui.print_log.print_history import PrintHistory
from tests.services import case_course as course
from tests.services.test_signed_paper import PNG, home


@pytest.fixture
def case(workplace: Workplace) -> Case:
    return course.filed(workplace)


def history(workplace: Workplace, case: Case, qtbot: QtBot) -> PrintHistory:
    shown = PrintHistory(workplace)
    qtbot.addWidget(shown)
    shown.show_record("complaint", case.detail.id)
    shown.show()
    return shown


def test_a_case_never_printed_says_so(workplace: Workplace, case: Case, qtbot: QtBot) -> None:
    assert history(workplace, case, qtbot).words() == "Not printed yet."


def test_each_print_says_whether_it_is_out_or_home(
    workplace: Workplace, case: Case, tmp_path: Path, qtbot: QtBot
) -> None:
    made = paper.print_record(workplace, FormCode.COMPLAINT_SHEET, case.detail.id, "zh_Hant")
    again = paper.print_record(workplace, FormCode.COMPLAINT_SHEET, case.detail.id, "zh_Hant")
    newest, oldest = history(workplace, case, qtbot).words().splitlines()
    assert newest.endswith("Not back yet")
    assert oldest.endswith("Replaced")
    scan = tmp_path / "一頁.png"
    scan.write_bytes(PNG)
    row = signed_paper.get(workplace, again.log_id)
    signed_paper.take_home(workplace, row.id, row.version, home(workplace), [scan])
    shown = history(workplace, case, qtbot)
    assert "Home: signed by 李主管" in shown.words()
    (pages,) = shown.lines[0].pages
    assert [one.name for one in pages.rows()] == ["一頁.png"]
    assert made.log_id != again.log_id


def test_a_print_is_shown_again(workplace: Workplace, case: Case, qtbot: QtBot) -> None:
    paper.print_record(workplace, FormCode.COMPLAINT_SHEET, case.detail.id, "zh_Hant")
    shown = history(workplace, case, qtbot)
    shown.lines[0].show_button.click()
    viewer = shown.window().findChild(Viewer)
    assert viewer is not None
    viewer.reject()
