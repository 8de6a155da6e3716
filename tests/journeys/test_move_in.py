"""A flat from empty to filed: everything in the real windows, by keys, which are counted.

The case is written from the room, its packet printed, the papers checked by one key each, fees
looked at by a second clerk and received, keys handed over; what was signed is scanned home.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pypdfium2
import pytest
import zxingcpp
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain import paper_code
from desk.domain.inspection import State as Settled
from desk.domain.move_in import State
from desk.domain.paper import FormCode
from desk.models import history
from desk.services import household, move_in, paper, signed_paper
from desk.services.move_in import MoveIn
from desk.ui.inspection.dialog import InspectionDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.tasks import tasks_of
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.matrix_field import MatrixField
from desk.ui.move_in.record import CaseRecord
from desk.ui.print_room.home_dialog import HomeDialog
from tests.conftest import PASSWORD
from tests.journeys.case_hands import refusals
from tests.journeys.case_office import LEAD, Office
from tests.journeys.desk_hands import a, show
from tests.journeys.record_hands import RecordHands, is_gone

Key = Qt.Key
CASE = "M2026-000001"
MOST_KEYS = 60
KEYS = {"zh_Hant": "大門 3\n信箱 2", "zh_Hans": "入户门 3\n信报箱 2"}
BUILDER = {"zh_Hant": "新城建設", "zh_Hans": "新城置业"}
METERS = (("W-1201", "12.5"), ("E-1201", "103"), ("G-1201", "7"))
OF_CASE = (
    FormCode.OWNER_REGISTRATION,
    FormCode.MOVE_IN_AGREEMENT,
    FormCode.MATERIALS_RECEIPT,
)
SIGNED = (FormCode.INSPECTION, *OF_CASE)


class Desk(RecordHands):
    """One clerk at one desk, and the case that is open at it."""

    BREATH: ClassVar[int] = 450

    @property
    def record(self) -> CaseRecord:
        return a(CaseRecord, self.window.page().open_form())

    def known(self) -> MoveIn:
        return move_in.get(self.workplace(), CASE)

    def begin(self, code: str) -> DeedDialog:
        """The next deed by F8."""
        assert [act.code for act in self.record.bar.primary()[:1]] == [code]
        return super().begin(code)


@pytest.fixture
def desk(
    qapp: QApplication, qtbot: QtBot, folder: DataFolder, clock: FixedClock, office: Office
) -> Iterator[Desk]:
    """The program on the office's folder, its clerk at the desk."""
    with Desk.opened(qapp, qtbot, folder, clock, office) as desk:
        yield desk


def test_a_flat_goes_from_empty_to_filed_in_under_sixty_keys(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.hands.click(desk.window.rail.button("move_in"))
    desk.hands.pressed = 0
    it_is_written_from_the_room(desk, office)
    its_papers_are_checked(desk)
    the_home_is_inspected(desk, office)
    codes = its_packet_is_printed(desk, tmp_path, monkeypatch)
    what_was_signed_is_scanned_home(desk, office, codes)
    its_fees_are_looked_at_and_received(desk)
    its_keys_are_handed_over(desk, office)
    it_is_filed(desk, office)
    assert desk.hands.pressed < MOST_KEYS, desk.hands.pressed
    the_household_lives_there(desk, office)


def it_is_written_from_the_room(desk: Desk, office: Office) -> None:
    """F2, the owner by initials, F8: name, phone and room are known."""
    desk.hands.press(Key.Key_F2)
    form = a(CaseForm, desk.window.page().open_form())
    desk.hands.type(office.initials[0])
    desk.hands.press(Key.Key_Return)
    assert form.field("name").value() == office.residents[0]
    desk.hands.press(Key.Key_F8)
    assert desk.record.heading() == CASE, (form.summary(), refusals(form))
    assert "14" in desk.record.missing.head.text()


def its_packet_is_printed(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, str]:
    """F4 and its line; all papers in one file, each with its code."""
    path = tmp_path / "packet.pdf"
    monkeypatch.setattr("desk.ui.move_in.packet_acts.choose_to_save", lambda *_words: path)
    desk.hands.press(Key.Key_F4)
    sheet = QApplication.activePopupWidget()
    assert sheet is not None
    desk.hands.pressed += 2  # the line is clicked here; by keys it is two at most
    desk.hands.click(sheet.line("packet"))  # type: ignore[attr-defined]
    tasks = tasks_of(desk.record)
    desk.hands.wait_until(lambda: not tasks.is_busy())
    QApplication.processEvents()
    show(desk.window)
    codes = codes_on(path)
    prints = paper.prints_of(desk.workplace(), "move_in", desk.known().detail.id)
    assert set(codes) > {one.form for one in prints}
    return codes


def codes_on(file: Path) -> dict[str, str]:
    """The QR of every paper, read from its picture at 150 dpi, by its form."""
    document = pypdfium2.PdfDocument(file.read_bytes())
    found = {}
    try:
        for page in document:
            picture = page.render(scale=150 / 72).to_pil()
            (code,) = zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.QRCode)
            read = paper_code.read(code.text)
            assert read is not None
            found[read.form] = str(code.text)
    finally:
        document.close()
    return found


def its_papers_are_checked(desk: Desk) -> None:
    """F8, Space for each paper, F8."""
    dialog = desk.begin("documents")
    assert isinstance(dialog.field("documents"), MatrixField)
    desk.hands.press(*[Key.Key_Space] * len(desk.known().documents))
    desk.finish(dialog)
    assert not [one for one in desk.known().documents if one.reasons]


def the_home_is_inspected(desk: Desk, office: Office) -> None:
    """F8 begins it; A passes a room; three meters; settled. Its sheet is signed on paper."""
    dialog = desk.begin("inspect")
    desk.hands.type(BUILDER[office.language])
    desk.hands.press(Key.Key_F8)
    assert is_gone(dialog), refusals(dialog)
    window = a(InspectionDialog, show(QApplication.activeModalWidget()))
    rooms = {tuple(one.room.items()) for one in window.part.known().items}
    desk.hands.press(*[Key.Key_A] * len(rooms))
    assert not window.part.known().facts.unseen
    desk.hands.press(Key.Key_F8)
    dialog = a(DeedDialog, show(QApplication.activeModalWidget()))
    for number, value in METERS:
        desk.hands.type(number)
        desk.hands.press(Key.Key_Return)
        desk.hands.type(value)
        desk.hands.press(Key.Key_Return, Key.Key_Return)
    desk.hands.press(Key.Key_F8)
    assert is_gone(dialog), refusals(dialog)
    show(window)
    desk.hands.press(Key.Key_F8)
    desk.hands.press(Key.Key_F8)
    assert window.part.known().facts.state is Settled.DONE
    show(window)
    desk.hands.press(Key.Key_Escape)
    show(desk.window)


def what_was_signed_is_scanned_home(desk: Desk, office: Office, codes: dict[str, str]) -> None:
    """What the owner has signed is scanned, one paper after the other, and its signer written."""
    for form in SIGNED:
        it_is_scanned_home(desk, office, codes[form])
    known = desk.known()
    assert known.facts.registered
    assert all(one.is_done for one in (*known.agreements, *known.materials))


def it_is_scanned_home(desk: Desk, office: Office, code: str) -> None:
    """Wherever the keyboard is: the paper, who signed it, F8."""
    desk.scan(code)
    dialog = a(HomeDialog, show(QApplication.activeModalWidget()))
    desk.hands.type(office.residents[0])
    desk.hands.press(Key.Key_F8)
    assert is_gone(dialog), refusals(dialog)
    show(desk.window)


def its_fees_are_looked_at_and_received(desk: Desk) -> None:
    """An amount; a colleague signs in over the shoulder; cash."""
    dialog = desk.begin("add_fee")
    desk.hands.type("1280")
    desk.finish(dialog)
    dialog = desk.begin("look")
    desk.hands.type(LEAD)
    desk.hands.press(Key.Key_Return)
    desk.hands.type(PASSWORD)
    desk.finish(dialog)
    desk.finish(desk.begin("receive"))
    assert desk.known().fees[0].is_received


def its_keys_are_handed_over(desk: Desk, office: Office) -> None:
    """Two kinds of key on a receipt, signed at the desk."""
    dialog = desk.begin("hand_keys")
    desk.hands.type(KEYS[office.language])
    desk.finish(dialog)
    desk.finish(desk.begin("sign_keys"))
    (keys,) = desk.known().keys
    assert (keys.signed, keys.keys) == (True, 5)


def it_is_filed(desk: Desk, office: Office) -> None:
    """Nothing is missing any more."""
    assert desk.known().blockers == ()
    dialog = desk.begin("file")
    desk.hands.type(office.people[LEAD])
    desk.finish(dialog)
    assert desk.known().facts.state is State.FILED


def the_household_lives_there(desk: Desk, office: Office) -> None:
    """What was signed is kept, and the history is whole."""
    workplace, known = desk.workplace(), desk.known()
    home = household.household(workplace, known.detail.unit_id)
    assert office.residents[0] in {one.name for one in home.residents}
    signed = signed_paper.of_record(workplace, "move_in", known.detail.id)
    assert {one.form for one in signed} == set(OF_CASE)
    with workplace.reading() as reader:
        assert list(history.broken_entries(reader)) == []


def test_a_letter_of_authority_and_a_key_receipt_come_home_signed(
    desk: Desk, office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.hands.click(desk.window.rail.button("move_in"))
    desk.hands.press(Key.Key_F2)
    form = a(CaseForm, desk.window.page().open_form())
    desk.hands.type(office.initials[0])
    desk.hands.press(Key.Key_Return)
    desk.case.answer(form.fields, "by_agent", "yes")
    desk.case.answer(form.fields, "agent", office.residents[1])
    desk.hands.press(Key.Key_F8)
    keys = desk.record.bar.act("hand_keys")
    assert keys is not None
    dialog = a(DeedDialog, desk.record.run(keys))
    show(dialog)
    desk.hands.type(KEYS[office.language])
    desk.finish(dialog)
    codes = its_packet_is_printed(desk, tmp_path, monkeypatch)
    for form_code in (FormCode.AUTHORISATION, FormCode.KEY_RECEIPT):
        it_is_scanned_home(desk, office, codes[form_code])
    known = desk.known()
    letter = next(one for one in known.documents if one.wanted.rule.code == "owner_authority")
    assert letter.document is not None
    assert letter.document.original
    assert known.keys[0].signed
