"""A move-in beside the list: what is missing at the top, its deeds, its filing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from desk.config import Profile
from desk.domain.approval import Answer, Verdict
from desk.domain.custody_agreement import AgreementEntry
from desk.domain.move_in import State
from desk.domain.move_in_filing import ExceptionEntry
from desk.domain.move_in_rule import Arrival, Holder
from desk.domain.paper import FormCode
from desk.domain.permissions import Permission, Role
from desk.errors import EnvironmentFault
from desk.models.estate import Resident
from desk.services import custody_agreement, move_in, move_in_filing, paper
from desk.services.move_in import MoveIn
from desk.services.paper_sheet import Asked
from desk.services.workplace import Workplace
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.household_view import MOVE_IN
from desk.ui.estate.page import EstatePage
from desk.ui.inspection.dialog import InspectionDialog
from desk.ui.kit.approval_dialog import ApprovalDialog
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.result_list import Found
from desk.ui.kit.tasks import tasks_of
from desk.ui.move_in import facts, filing_acts, packet_acts, paper_acts, photo_acts
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.deeds import MoveInDeeds
from desk.ui.move_in.form import CaseForm
from desk.ui.move_in.handing_acts import key_lines
from desk.ui.move_in.matrix_field import MatrixField
from desk.ui.move_in.page import MoveInPage
from desk.ui.move_in.record import CaseRecord
from desk.ui.paper.document import PdfDocument
from desk.ui.paper.printer import PLAIN, Printers
from desk.ui.paper.unanswered import Unanswered
from tests.conftest import PASSWORD
from tests.services.conftest import Household
from tests.services.inspection_course import Course
from tests.services.move_in_course import MoveInCourse, key
from tests.services.pass_course import PNG
from tests.services.test_release_pass import seated
from tests.ui.move_in.conftest import nobody


def opened(page: CasesPage, known: MoveIn) -> CaseRecord:
    record = page.open_key(str(known.detail.id))
    assert isinstance(record, CaseRecord)
    return record


def dialog_of(record: CaseRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    return dialog


@pytest.fixture(autouse=True)
def no_window() -> Iterator[None]:
    """Windows that a deed opens are closed again."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(0)


# What is missing


def test_what_is_missing_stands_at_the_top_with_the_deed_that_settles_it(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.written())
    said = "\n".join(record.missing.words())
    for one in ("Contract of purchase", "not signed", "property fee", "No keys"):
        assert one in said, one
    assert not record.missing.button("document").isHidden()
    assert record.missing.button("document").text().startswith("Check documents")
    assert record.missing.button("inspection").text().startswith("Inspect the home")
    assert record.missing.button("registration").text().startswith("Print")


def test_every_missing_thing_of_an_owner_has_a_deed_that_leads_on(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.with_fee(course.written()))
    codes = {one.code for one in record.known().blockers}
    assert {code for code in codes if record.bar.settling(code) is None} == set()


def test_the_head_counts_what_is_missing_until_nothing_is(
    page: CasesPage, course: MoveInCourse
) -> None:
    known = course.written()
    record = opened(page, known)
    assert str(len(known.blockers)) in record.missing.head.text()
    assert record.bar.primary()[0].code == "documents"


def test_a_complete_case_is_filed_next(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.ready())
    assert record.missing.words() == []
    assert [act.code for act in record.bar.primary()][:1] == ["file"]


@pytest.mark.parametrize(
    ("arrival", "holder"), [(Arrival.TENANT, Holder.PERSON), (Arrival.OWNER, Holder.COMPANY)]
)
def test_a_tenant_and_a_company_are_shown_too(
    page: CasesPage, course: MoveInCourse, arrival: Arrival, holder: Holder
) -> None:
    contact = "陳志強" if holder is Holder.COMPANY else ""
    record = opened(page, course.written(arrival=arrival, holder=holder, contact=contact))
    assert record.bar.act("print_authorisation") is not None or holder is Holder.PERSON
    assert (record.bar.act("sign_agreements") is None) is (arrival is Arrival.TENANT)


# Deeds


def test_papers_are_checked_in_one_go(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "documents")
    field = dialog.field("documents")
    for _paper in record.known().documents:
        field.press(32)  # type: ignore[attr-defined]
    assert dialog.save()
    assert not [one for one in record.known().documents if one.reasons]


def test_a_doubtful_paper_wants_words(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "documents")
    dialog.field("documents").press(ord("D"))  # type: ignore[attr-defined]
    assert not dialog.save()
    dialog.field("remark").set_value("姓名與合同不符")
    assert dialog.save()
    assert record.known().documents[0].state == "doubtful"


def test_somebody_else_moves_in_and_gives_a_photo(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "person")
    dialog.field("name").set_value("曾小明")
    dialog.field("phones").set_value("9876 5432")
    assert dialog.save()
    assert "曾小明" in record.persons.words()
    assert "曾小明" in record.documents.words()


def test_a_residents_photo_is_a_file_of_the_case(
    page: CasesPage, course: MoveInCourse, tmp_path: Path
) -> None:
    known = course.with_family(course.written())
    record = opened(page, known)
    assert record.persons.words().count("Photo missing") == 2
    path = tmp_path / "face.png"
    path.write_bytes(PNG)
    (owner, child) = photo_acts.unpictured(known)
    known = photo_acts.attach(record._deeds, known, child, path)
    record.load(known)
    assert [one.name for one in photo_acts.unpictured(known)] == [owner.name]
    assert record.persons.words().count("Photo there") == 1
    assert [row.name for row in record.attachments.rows()] == ["face.png"]


def test_agreements_and_materials_are_all_chosen_unless_told(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.written())
    for code in ("sign_agreements", "hand_materials"):
        assert dialog_of(record, code).save()
    known = record.known()
    assert all(one.is_done for one in (*known.agreements, *known.materials))


def test_an_agreement_keeps_its_scan(page: CasesPage, course: MoveInCourse, tmp_path: Path) -> None:
    known = course.written()
    path = tmp_path / "signed.png"
    path.write_bytes(PNG)
    record = opened(page, known)
    row = record._deeds.attachments(known.detail.id).add(path)
    record.reload()
    dialog = dialog_of(record, "sign_agreements")
    dialog.field("attachment").set_value(str(row.id))
    assert dialog.save()
    scans = {one.listed.attachment_id for one in record.known().agreements if one.listed}
    assert scans == {row.id}


def test_the_second_look_is_anothers_and_the_money_comes_after(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.with_fee(course.written()))
    receive = record.bar.act("receive")
    assert receive is not None
    assert receive.shut(record.known())
    dialog = dialog_of(record, "look")
    login, password = course.colleague
    dialog.field("login").set_value(login)
    dialog.field("password").set_value("wrong")
    assert not dialog.save()
    dialog.field("password").set_value(password)
    assert dialog.save()
    assert dialog_of(record, "receive").save()
    assert record.known().fees[0].is_received


def test_builders_money_asks_for_the_mandate(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "add_fee")
    dialog.field("kind").set_value("builder")
    dialog.field("what").set_value("代收維修基金")
    dialog.field("amount").set_value("100")
    assert not dialog.save()
    assert dialog.refusal("mandate") or dialog.refusal()


def test_keys_are_written_one_kind_a_line() -> None:
    lines = key_lines("大門 3\n信箱×2\n\n車庫遙控\nA座　１")
    assert [(one.what, one.keys) for one in lines] == [
        ("大門", 3),
        ("信箱", 2),
        ("車庫遙控", 1),
        ("A座", 1),
    ]


def test_keys_are_handed_over_and_signed_for(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "hand_keys")
    dialog.field("lines").set_value("大門 3")
    assert dialog.save()
    assert dialog_of(record, "sign_keys").save()
    assert record.known().keys[0].signed


# Filing


def test_the_line_for_words_takes_the_room_the_list_leaves_it(
    course: MoveInCourse, workplace: Workplace
) -> None:
    page = CasesPage(MoveInDeeds(workplace, nobody))
    page.resize(1160, 640)
    page.show()
    try:
        QApplication.processEvents()
        alone = page.words.width()
        opened(page, course.written())
        QApplication.processEvents()
        assert (alone, page.words.width()) == (236, CasesPage.WIDTH)
    finally:
        page.close()


def test_what_is_missing_stands_a_line_each(course: MoveInCourse, workplace: Workplace) -> None:
    page = CasesPage(MoveInDeeds(workplace, nobody))
    page.show()
    try:
        known = course.written()
        record = opened(page, known)
        said = record.missing.lines["document"].said.text().splitlines()
        assert len(said) == len(known.documents)
    finally:
        page.close()


def test_the_filing_lists_every_missing_thing_and_takes_named_exceptions(
    course: MoveInCourse, workplace: Workplace
) -> None:
    known = course.with_papers(course.written())
    deeds = MoveInDeeds(seated(workplace, "reception", Role.RECEPTIONIST), nobody)
    page = CasesPage(deeds)
    page.show()
    try:
        record = opened(page, known)
        dialog = filing_acts.open_filing(deeds, record, record.known())
        items = [one.field for one in record.known().blockers]
        buttons = dialog.field("items")._buttons
        assert list(buttons) == list(dict.fromkeys(items))
        assert len({button.text() for button in buttons.values()}) == len(buttons)
        assert not dialog.save()
        dialog.field("items").set_value(items)
        dialog.field("why").set_value("業主出國，回來補辦")
        assert dialog.save()
        asked = next(
            one for one in QApplication.topLevelWidgets() if isinstance(one, ApprovalDialog)
        )
        asked.login.set_value("wong")
        asked.password.set_value(PASSWORD)
        asked.answer(Verdict.GRANTED)
        again = move_in.get(workplace, known.detail.id)
        assert again.blockers == ()
        assert {one.item for one in again.excepted} == set(items)
        told = [one.value for one in facts.facts(again, deeds) if "業主出國" in one.value]
        assert len(told) == 1
        assert "Renovation agreement" in told[0]
    finally:
        page.close()
        page.deleteLater()


def test_a_case_is_filed_when_the_centre_was_told(page: CasesPage, course: MoveInCourse) -> None:
    record = opened(page, course.ready())
    dialog = filing_acts.open_filing(record._deeds, record, record.known())
    assert not dialog.save()
    dialog.field("told_to").set_value("李小姐")
    assert dialog.save()
    record.reload()
    assert record.known().facts.state is State.FILED
    assert [act.code for act in record.bar.primary()] == ["visited"]


def test_moving_out_says_everything_that_keeps_the_household(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.filed())
    act = record.bar.act("move_out")
    assert act is not None
    assert "moving-out pass" in act.shut(record.known())


# Papers


def test_all_papers_go_into_one_file(
    page: CasesPage, course: MoveInCourse, tmp_path: Path, qtbot: object
) -> None:
    record = opened(page, course.written())
    path = tmp_path / "packet.pdf"
    packet_acts.write_packet(record._deeds, record, record.known(), path)
    tasks = tasks_of(record)
    qtbot.waitUntil(lambda: not tasks.is_busy(), timeout=20_000)  # type: ignore[attr-defined]
    assert path.is_file()
    forms = {one.form for one in paper.prints_of(course.workplace, "move_in", 1)}
    assert {"owner_registration", "move_in_agreement", "owner_card"} <= forms


class Queue(Printers):
    """A printer that keeps what it was sent, or is gone."""

    def __init__(self, *, gone_after: int = 99) -> None:
        self.jobs: list[str] = []
        self._gone_after = gone_after

    def names(self) -> list[str]:
        return ["Desk"]

    def default(self) -> str:
        return "Desk"

    def send(
        self,
        document: PdfDocument,
        name: str,
        profile: Profile = PLAIN,
        *,
        copies: int = 1,
        title: str = "",
    ) -> None:
        if len(self.jobs) >= self._gone_after:
            raise EnvironmentFault("paper.printer_gone", printer=name)
        assert document.page_count()
        self.jobs.append(title)


def test_all_papers_go_to_the_printer_each_in_the_log(
    deeds: MoveInDeeds, course: MoveInCourse
) -> None:
    known, queue = course.written(), Queue()
    dialog = DeedDialog(packet_acts.print_plan(deeds, queue, known))
    assert dialog.save()
    wanted = paper.packet_of(course.workplace, known.detail.id)
    assert len(queue.jobs) == len(wanted) >= 6
    rows = paper.prints_of(course.workplace, "move_in", known.detail.id)
    assert {one.form for one in rows} == {form for form, _key in wanted}


def test_one_question_is_asked_of_a_whole_packet(page: CasesPage, course: MoveInCourse) -> None:
    known, queue = course.written(), Queue()
    record = opened(page, known)
    assert DeedDialog(packet_acts.print_plan(record._deeds, queue, known)).save()
    QApplication.processEvents()
    (asked,) = page.window().findChildren(Unanswered)
    assert len(asked.lines) == len(queue.jobs)
    asked.all_button.click()
    rows = paper.prints_of(course.workplace, "move_in", known.detail.id)
    assert {one.outcome for one in rows} == {"printed"}


def test_a_printer_that_goes_leaves_no_print_that_lies(
    deeds: MoveInDeeds, course: MoveInCourse
) -> None:
    known, queue = course.written(), Queue(gone_after=2)
    dialog = DeedDialog(packet_acts.print_plan(deeds, queue, known))
    assert not dialog.save()
    assert "Desk" in dialog.refusal()
    outcomes = [one.outcome for one in paper.prints_of(course.workplace, "move_in", 1)]
    assert sorted(outcomes) == ["asked", "asked", "failed"]
    dialog.untouched()


def test_the_likeliest_paper_is_what_is_not_signed_yet(
    page: CasesPage, course: MoveInCourse
) -> None:
    known = course.written()
    assert paper_acts.likeliest(known) == "owner_registration"
    known = course.with_registration(known)
    assert paper_acts.likeliest(known) == "document_list"
    preview = opened(page, known).print_likeliest()
    assert preview.fault() == ""


def test_what_is_doubtful_about_a_paper_is_asked_beside_its_field(
    page: CasesPage, course: MoveInCourse
) -> None:
    record = opened(page, course.written())
    dialog = dialog_of(record, "documents")
    matrix = dialog.field("documents")
    assert isinstance(matrix, MatrixField)
    matrix.press(Qt.Key.Key_D)
    assert not dialog.save()
    assert "write down what is doubtful" in dialog.refusal("remark")
    dialog.field("remark").set_value("簽名不符")
    assert dialog.save()


# The page and the form


def test_a_case_that_was_written_opens_beside_the_list(
    page: CasesPage, course: MoveInCourse
) -> None:
    form = page.begin_for_unit(course.unit_id)
    assert isinstance(form, CaseForm)
    form.field("name").set_value("曾德華")
    form.field("by_agent").set_value("yes")
    form.field("by_agent").changed.emit()
    assert not form.save()
    assert form.refusal("agent")
    form.field("agent").set_value("李大文")
    assert form.save()
    record = page.open_form()
    assert isinstance(record, CaseRecord)
    assert record.known().facts.by_agent
    assert page.table.model().rowCount() == 1


def test_a_half_finished_form_comes_back_after_a_restart(
    page: CasesPage, course: MoveInCourse
) -> None:
    form = page.begin_for_unit(course.unit_id)
    assert isinstance(form, CaseForm)
    form.field("name").set_value("陳先生")
    draft = form.draft()
    form.untouched()
    again = page.resume(draft, "")
    assert isinstance(again, CaseForm)
    assert again.field("name").value() == "陳先生"
    assert again.read().unit_id == course.unit_id
    again.untouched()


def test_a_defect_and_a_case_are_opened_in_their_sections(deeds: MoveInDeeds) -> None:
    page = MoveInPage(deeds)
    page.show()
    assert list(page.keys()) == ["case", "defect"]
    assert page.show_section("defect") is page.section()
    page.close()
    page.deleteLater()


def test_an_inspection_opens_its_case_and_one_of_no_case_its_window(
    deeds: MoveInDeeds, course: MoveInCourse
) -> None:
    known = course.written()
    inspections = Course(course.workplace, course.unit_id)
    inspected = inspections.settled(move_in_id=known.detail.id)
    alone = inspections.begun()
    page = MoveInPage(deeds)
    page.show()
    record = page.open_key(f"inspection:{inspected.detail.id}")
    assert isinstance(record, CaseRecord)
    assert record.heading() == known.detail.number
    dialog = page.open_key(f"inspection:{alone.detail.id}")
    assert isinstance(dialog, InspectionDialog)
    dialog.accept()
    page.close()
    page.deleteLater()


def test_the_household_leads_to_a_new_case(workplace: Workplace, course: MoveInCourse) -> None:
    page = EstatePage(EstateDeeds(workplace))
    page.show()
    page.open_key(f"unit:{course.unit_id}")
    heard: list[int] = []
    page.move_in_wanted.connect(heard.append)
    page.do(MOVE_IN, None)
    assert heard == [course.unit_id]
    page.close()
    page.deleteLater()


@pytest.mark.parametrize(
    ("kind", "holder"), [("legal", Holder.COMPANY), ("natural", Holder.PERSON)]
)
def test_r26_a_company_that_owns_the_home_moves_in_as_a_company(
    page: CasesPage, workplace: Workplace, household: Household, kind: str, holder: Holder
) -> None:
    with workplace.deed(Permission.EDIT_HOUSEHOLDS) as work:
        work.get(Resident, household.resident_id).kind = kind
        work.commit()
    form = page.begin_for_unit(household.unit_id)
    assert isinstance(form, CaseForm)
    assert form.field("holder").value() == holder
    other = Holder.PERSON if holder is Holder.COMPANY else Holder.COMPANY
    for word, found in (("unit", household.unit_id), ("resident", household.resident_id)):
        form.field("holder").set_value(other)
        form.room.picked.emit(Found(word, str(found), household.unit, ""))
        assert form.field("holder").value() == holder
    assert form.fields.cell("contact").isVisibleTo(form) is (holder is Holder.COMPANY)
    form.untouched()


def test_who_only_reads_writes_nothing(workplace: Workplace, course: MoveInCourse) -> None:
    known = course.written()
    deeds = MoveInDeeds(seated(workplace, "quality", Role.QUALITY_SUPERVISOR), nobody)
    page = CasesPage(deeds)
    page.show()
    try:
        record = opened(page, known)
        act = record.bar.act("documents")
        assert act is not None
        assert act.shut(record.known())
        assert page.new_words() == "" or page.start_new() is None
    finally:
        page.close()
        page.deleteLater()


@pytest.mark.parametrize("role", [Role.QUALITY_SUPERVISOR, Role.GENERAL_MANAGER])
def test_r36_what_tells_who_somebody_is_is_not_offered_to_who_may_not_see_it(
    workplace: Workplace, course: MoveInCourse, tmp_path: Path, role: Role
) -> None:
    known = course.written(by_agent=True, agent="何小姐")
    paper.save_pdf(
        workplace,
        paper.prepare(workplace, FormCode.OWNER_CARD, known.detail.id, Asked("zh_Hant")),
        tmp_path / "card.pdf",
    )
    page = CasesPage(MoveInDeeds(seated(workplace, "other", role), nobody))
    page.show()
    try:
        record = opened(page, known)
        told = {one.code: one.shut(record.known()) for one in record.bar.shown()}
        why = "seeing identity papers"
        guarded = {"print_owner_registration", "print_owner_card", "print_authorisation"}
        for code in (*guarded, "print_packet", "packet"):
            assert why in told[code], code
        assert told["print_document_list"] == told["print_move_in_notice"] == ""
        button = record.missing.button("registration")
        for shut in (record.print_button, button, record.prints.lines[0].show_button):
            assert not shut.isEnabled()
            assert why in shut.toolTip()
    finally:
        page.close()
        page.deleteLater()


def test_r57_what_was_let_pass_is_taken_in_after_the_filing(
    page: CasesPage, course: MoveInCourse, workplace: Workplace
) -> None:
    """Papers, materials and keys that come later; what was not let pass stays shut."""
    case = course.with_agreements(course.with_registration(course.written()))
    entry = ExceptionEntry(tuple({one.field for one in case.blockers if one.field}), "遲交")
    answer = Answer("wong", PASSWORD, Verdict.GRANTED)
    case = move_in_filing.let_pass(workplace, *key(case), entry, answer)
    case = move_in_filing.file(workplace, *key(case), "李小姐")
    record = opened(page, case)
    shown = {one.code for one in record.bar.shown() if not one.shut(case)}
    assert shown >= {"documents", "hand_materials", "hand_keys"}
    assert not shown & {"add_fee", "sign_agreements", "person", "drop_fee"}
    dialog = dialog_of(record, "hand_materials")
    assert dialog.save()
    after = course.again(case)
    assert all(one.is_done for one in after.materials)
    assert "hand_materials" not in {one.code for one in record.bar.shown()}


def test_a_custody_agreement_that_keeps_the_household_is_opened_from_the_case(
    page: CasesPage, course: MoveInCourse, workplace: Workplace, qtbot: QtBot
) -> None:
    """R112: the way to what has to be ended before the household leaves."""
    case = course.filed()
    assert opened(page, case).bar.act("custody") is None
    entry = AgreementEntry(
        course.unit_id,
        "曾德華",
        custodian_id=workplace.actor.id,
        starts=course.today,
        ends=course.today,
        purposes=("澆花",),
    )
    agreed = custody_agreement.register(workplace, entry)
    record = opened(page, case)
    record.reload()
    act = record.bar.act("custody")
    assert act is not None and not act.shut(case)
    with qtbot.waitSignal(page._deeds.record_wanted, timeout=1000) as wanted:
        record.run(act)
    assert wanted.args == ["custody_agreement", str(agreed.id)]
