"""Scenes of the release passes."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desk.domain import paper_code
from desk.domain.paper import FormCode
from desk.domain.release_pass import State
from desk.services import release_pass_seal
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.release_pass.form import PassForm
from desk.ui.release_pass.page import PassPage
from desk.ui.release_pass.record import PassRecord
from desk.ui.release_pass.verify_dialog import VerifyDialog
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> PassPage:
    page = stage.page("release_pass", login)
    assert isinstance(page, PassPage)
    return page


def _open(stage: Stage, wanted: Callable[[PassRecord], bool]) -> PassRecord:
    """The first pass in the list of which that is so; else the last one."""
    page = _page(stage)
    record = None
    for row in page._deeds.page({}, None).rows:
        record = page.open_key(row.number)
        assert isinstance(record, PassRecord)
        if wanted(record):
            break
    page.table.choose(record.known().detail.id)
    stage.settle()
    return record


def _is(*states: State) -> Callable[[PassRecord], bool]:
    def wanted(record: PassRecord) -> bool:
        return record.known().facts.state in states

    return wanted


def _is_locked(record: PassRecord) -> bool:
    known = record.known()
    return known.facts.state is State.DRAFT and sum(not one.holds for one in known.locks) > 0


def _new(stage: Stage) -> PassForm:
    page = _page(stage)
    form = page.start_new()
    assert isinstance(form, PassForm)
    deeds = page._deeds
    known = next(row for row in deeds.page({}, None).rows if row.unit_id and row.applicant)
    found = deeds.find_people(known.applicant)
    person = next(one for group in found for one in group.items if one.kind == "resident")
    form.person._picked(person)
    stage.settle()
    return form


def _dialog(stage: Stage, record: PassRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def _verify(stage: Stage, code: Callable[[PassPage], str]) -> VerifyDialog:
    page = _page(stage)
    dialog = page.verify(code(page))
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def _code(page: PassPage) -> str:
    deeds = page._deeds
    rows = [row for row in deeds.page({}, None).rows if row.state == State.ISSUED]
    row = next((row for row in rows if row.starts and row.starts <= deeds.now()), rows[0])
    seal = release_pass_seal.seal_of(deeds.workplace, row.id)
    return paper_code.write(row.number, FormCode.RELEASE_PASS, 0, seal)


def _forged(page: PassPage) -> str:
    row = next(row for row in page._deeds.page({}, None).rows if row.state == State.ISSUED)
    return paper_code.write(row.number, FormCode.RELEASE_PASS, 0, "AAAAA")


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage)


def locked(stage: Stage) -> None:
    """A draft whose locks are open: what is missing, and the deeds that give it."""
    _open(stage, _is_locked)


def issued(stage: Stage) -> None:
    """A pass that may leave."""
    _open(stage, _is(State.ISSUED))


def returning(stage: Stage) -> None:
    """Goods that are to come back."""
    _open(stage, _is_out)


def _is_out(record: PassRecord) -> bool:
    return record.known().facts.out > 0


def voided(stage: Stage) -> None:
    """A void pass says why."""
    _open(stage, _is(State.VOID))


def new(stage: Stage) -> None:
    """A form begun from a person, with a list that was pasted."""
    form = _new(stage)
    goods = {"zh_Hant": "三人沙發\n紙箱 x8 個\n雙門雪櫃\t1\t台\t左側刮痕\tSN-100"}
    text = goods.get(stage.language, "三人沙发\n纸箱 x8 个\n双门冰箱\t1\t台\t左侧刮痕\tSN-100")
    form.items.put_lines(text, form.items.rows[0])
    stage.settle()


def refused(stage: Stage) -> None:
    """All that is wrong at once, beside its field."""
    page = _page(stage)
    form = page.start_new()
    assert isinstance(form, PassForm)
    form.items.put_lines("55 吋電視 x2", form.items.rows[0])
    form.items.rows[0].serial.setText("SN-1")
    form.save()
    stage.settle()


def owner(stage: Stage) -> None:
    """The owner confirms by phone."""
    dialog = _dialog(stage, _open(stage, _has("confirm_owner")), "confirm_owner")
    dialog.field("owner").set_value("phone")
    dialog.fields.changed.emit()
    stage.settle()


def fees(stage: Stage) -> None:
    """The fees are cleared, with the statement."""
    _dialog(stage, _open(stage, _has("clear_fees")), "clear_fees")


def _has(code: str) -> Callable[[PassRecord], bool]:
    def wanted(record: PassRecord) -> bool:
        return record.bar.act(code) is not None

    return wanted


def photos(stage: Stage) -> None:
    """The photos of one thing."""
    record = _open(stage, _is(State.ISSUED))
    stage.over.append((record.show_photos(record.known().items[0]), None))
    stage.settle()


def partly(stage: Stage) -> None:
    """How many of each have left."""
    _dialog(stage, _open(stage, _is(State.ISSUED)), "partly_left")


def deeds(stage: Stage) -> None:
    """All deeds on one sheet."""
    record = _open(stage, _is_locked)
    sheet = record.bar.open_sheet()
    assert sheet is not None
    window = record.window()
    stage.over.append((sheet, window.mapFromGlobal(sheet.pos())))
    QApplication.processEvents()


def genuine(stage: Stage) -> None:
    """The desk's answer: genuine, with what to read out."""
    _verify(stage, _code)


def forged(stage: Stage) -> None:
    """The desk's answer: forged."""
    _verify(stage, _forged)


SCENES: dict[str, Callable[[Stage], None]] = {
    "release-pass-register": register,
    "release-pass-locked": locked,
    "release-pass-issued": issued,
    "release-pass-returning": returning,
    "release-pass-void": voided,
    "release-pass-new": new,
    "release-pass-refused": refused,
    "release-pass-owner": owner,
    "release-pass-fees": fees,
    "release-pass-photos": photos,
    "release-pass-partly": partly,
    "release-pass-deeds": deeds,
    "release-pass-genuine": genuine,
    "release-pass-forged": forged,
}
