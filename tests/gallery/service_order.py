"""Scenes of the service orders and repair slips."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from desk.domain.service_order import Kind, State
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.orders_page import OrdersPage
from desk.ui.service_order.page import ServiceOrderPage
from desk.ui.service_order.record import OrderRecord
from tests.gallery.stage import Stage


def _page(stage: Stage, login: str = "reception") -> OrdersPage:
    page = stage.page("service_order", login)
    assert isinstance(page, ServiceOrderPage)
    return page.orders()


def _open(stage: Stage, wanted: Callable[[OrderRecord], bool]) -> OrderRecord:
    """The first order in the list of which that is so; else the last one."""
    page = _page(stage)
    record = None
    for row in page._deeds.page({}, None).rows:
        record = page.open_key(row.number)
        assert isinstance(record, OrderRecord)
        if wanted(record):
            break
    assert record is not None
    page.table.choose(record.known().detail.id)
    stage.settle()
    return record


def _is(*states: State) -> Callable[[OrderRecord], bool]:
    def wanted(record: OrderRecord) -> bool:
        return record.known().facts.state in states

    return wanted


def _has(code: str) -> Callable[[OrderRecord], bool]:
    def wanted(record: OrderRecord) -> bool:
        act = record.bar.act(code)
        return act is not None and not act.shut(record.known())

    return wanted


def _dialog(stage: Stage, code: str) -> DeedDialog:
    record = _open(stage, _has(code))
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    stage.over.append((dialog, None))
    stage.settle()
    return dialog


def _new(stage: Stage) -> OrderForm:
    page = _page(stage)
    form = page.start_new()
    assert isinstance(form, OrderForm)
    deeds = page._deeds
    known = next(row for row in deeds.page({}, None).rows if row.resident_id)
    found = deeds.find_people(known.customer)
    person = next(one for group in found for one in group.items if one.kind == "resident")
    form.person._picked(person)
    stage.settle()
    return form


def register(stage: Stage) -> None:
    """The list alone."""
    _page(stage)


def late(stage: Stage) -> None:
    """Only those where nobody has come in time."""
    page = _page(stage)
    page.filters.set_value("state", "late")
    stage.settle()


def awaited(stage: Stage) -> None:
    """Somebody is on the way: the clock to the door."""
    _open(stage, _is(State.DISPATCHED))


def done(stage: Stage) -> None:
    """The work is done: what is still missing, and the deeds that give it."""
    _open(stage, _is(State.DONE))


def closed(stage: Stage) -> None:
    """Everything is there."""
    _open(stage, _is(State.CLOSED))


def again(stage: Stage) -> None:
    """The work is done again, free."""
    _open(stage, _is(State.REWORK))


def new(stage: Stage) -> None:
    """A form begun from a person, with an item of the price board."""
    form = _new(stage)
    items = form._deeds.items("")
    if items:
        form.item.set_value(form.item.picked_of(items[0]))
        form.item.changed.emit()
    stage.settle()


def repair(stage: Stage) -> None:
    """A repair says how it is mended and who answers for it."""
    form = _new(stage)
    form.field("kind").set_value(Kind.REPAIR)
    form.fields.changed.emit()
    form._show_around()
    stage.settle()


def board(stage: Stage) -> None:
    """Items of the price board by typing, with the door for what is not on it."""
    form = _new(stage)
    items = form._deeds.items("")
    stage.type(form.item.line, items[0].name[:1] if items else "1")


def refused(stage: Stage) -> None:
    """All that is wrong at once, beside its field."""
    form = _page(stage).start_new()
    assert isinstance(form, OrderForm)
    form.save()
    stage.settle()


def send(stage: Stage) -> None:
    """Who is sent, and why somebody cannot be."""
    _dialog(stage, "send")


def agree(stage: Stage) -> None:
    """Price and time are agreed."""
    dialog = _dialog(stage, "agree")
    dialog.field("urgency").set_value("appointed")
    dialog.fields.changed.emit()
    stage.settle()


def material(stage: Stage) -> None:
    """The customer's own material is unfit and wanted all the same."""
    dialog = _dialog(stage, "material")
    dialog.field("source").set_value("customer")
    dialog.field("fit").set_value("insisted")
    dialog.fields.changed.emit()
    dialog.save()
    stage.settle()


def pay(stage: Stage) -> None:
    """The money is taken on site."""
    dialog = _dialog(stage, "pay")
    dialog.field("place").set_value("on_site")
    dialog.fields.changed.emit()
    stage.settle()


def sign(stage: Stage) -> None:
    """Opinion and signature as they stand on the slip."""
    _dialog(stage, "sign")


def deeds(stage: Stage) -> None:
    """All deeds on one sheet."""
    record = _open(stage, _is(State.ON_SITE))
    sheet = record.bar.open_sheet()
    assert sheet is not None
    window = record.window()
    stage.over.append((sheet, window.mapFromGlobal(sheet.pos())))
    QApplication.processEvents()


SCENES: dict[str, Callable[[Stage], None]] = {
    "service-order-register": register,
    "service-order-late": late,
    "service-order-awaited": awaited,
    "service-order-done": done,
    "service-order-closed": closed,
    "service-order-again": again,
    "service-order-new": new,
    "service-order-repair": repair,
    "service-order-board": board,
    "service-order-refused": refused,
    "service-order-send": send,
    "service-order-agree": agree,
    "service-order-material": material,
    "service-order-pay": pay,
    "service-order-sign": sign,
    "service-order-deeds": deeds,
}
