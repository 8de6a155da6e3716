"""Scenes of one order, from the visit at the counter to the closed slip."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt

from desk.domain import paper_code
from desk.domain.paper import FormCode
from desk.domain.receipt import Method, Place
from desk.domain.reception import Kind, ReceptionEntry
from desk.domain.service_order import (
    AgreeEntry,
    DispatchEntry,
    DoneEntry,
    OpinionEntry,
    OrderEntry,
    Satisfaction,
    StepEntry,
)
from desk.domain.service_order import Kind as OrderKind
from desk.domain.signed_paper import Home
from desk.services import (
    household,
    paper,
    reception,
    service_order,
    service_order_closing,
    service_order_money,
    service_order_work,
    signed_paper,
)
from desk.services.service_order import Order
from desk.services.service_order_money import PayEntry
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.print_room.home_dialog import home_dialog
from desk.ui.print_room.page import PrintRoomPage
from desk.ui.reception.form import ReceptionForm
from desk.ui.service_order import money_acts
from desk.ui.service_order.form import OrderForm
from desk.ui.service_order.page import ServiceOrderPage
from desk.ui.service_order.record import OrderRecord
from desk.ui.today.page import TodayPage
from tests.gallery.office import moved_in, office_of
from tests.gallery.stage import Stage
from tests.journeys.case_office import CLERK, LEAD
from tests.services.order_course import worker

Scene = Callable[[Stage], None]

_PRICE = Decimal(180)
_SAID = {
    "zh_Hant": {
        "wish": "廚房水龍頭滴水，請派人。",
        "plan": "更換龍頭芯，試水。",
        "done": "更換龍頭芯，試水正常。",
        "words": "師傅準時，做得乾淨。",
    },
    "zh_Hans": {
        "wish": "厨房水龙头滴水，请派人。",
        "plan": "更换龙头阀芯，试水。",
        "done": "更换龙头阀芯，试水正常。",
        "words": "师傅准时，做得干净。",
    },
}


class Story:
    """The office and its order, played by its deeds until one of `STEPS` is done."""

    def __init__(self, stage: Stage, until: str = "") -> None:
        self.stage, self.office = stage, office_of(stage)
        self.said: Mapping[str, str] = _SAID[stage.language]
        self.estate = moved_in(stage, self.office)
        self.desk, self.lead = self.estate.enter(CLERK), self.estate.enter(LEAD)
        self.order: Order | None = None
        try:
            home = household.household(self.desk, household.units(self.desk).rows[0].id)
            self.unit, self.customer = home.unit, home.residents[0]
            self.worker = worker(self.desk, self.office.said["head"])
            for name, step in STEPS.items():
                if not until:
                    break
                step(self)
                if name == until:
                    break
        finally:
            self.desk.close()
            self.lead.close()

    # Steps

    def came(self) -> None:
        """She asks for somebody at the counter."""
        entry = ReceptionEntry(
            self.desk.now(),
            kind=Kind.HELP,
            resident_id=self.customer.id,
            request=self.said["wish"],
        )
        self.visit = reception.register(self.desk, entry)

    def agreed(self) -> None:
        """The visit becomes a repair slip, its price told."""
        entry = OrderEntry(
            OrderKind.REPAIR,
            self.customer.name,
            self.said["wish"],
            unit_id=self.unit.id,
            resident_id=self.customer.id,
            phone=self.customer.phones[0],
            plan=self.said["plan"],
            reception_id=self.visit.id,
        )
        self.order = service_order.write(self.desk, entry)
        self._do(service_order.agree, AgreeEntry(_PRICE, person=self.customer.name))

    def sent(self) -> None:
        """Somebody takes the slip along."""
        self._do(service_order_work.dispatch, DispatchEntry(self.worker))
        assert self.order is not None
        key = self.order.detail.id
        paper.print_record(self.desk, FormCode.REPAIR_SLIP, key, self.stage.language)
        self._later(5)

    def there(self) -> None:
        """At the door in time."""
        self._do(service_order_work.arrive, StepEntry(), minutes=15)

    def done(self) -> None:
        """The tap is tight."""
        self._do(service_order_work.done, DoneEntry(self.said["done"], _PRICE), minutes=40)

    def paid(self) -> None:
        """In cash, in her kitchen."""
        collector = self.office.said["head"]
        entry = PayEntry(None, Method.CASH, Place.ON_SITE, collected_by=collector)
        self._do(service_order_money.pay, entry, minutes=2)
        self._later(30)

    def home(self) -> None:
        """The slip is back, signed; what it says is typed in."""
        row = signed_paper.out(self.desk).rows[0]
        day = self.desk.estate.custom.day(self.desk.now())
        signed_paper.take_home(self.desk, row.id, row.version, Home(day, self.customer.name))
        assert self.order is not None
        self.order = service_order.get(self.desk, self.order.detail.id)
        told = OpinionEntry(Satisfaction.VERY, self.said["words"], self.customer.name)
        self._do(service_order_closing.sign, told)

    def closed(self) -> None:
        """Nothing is missing any more."""
        self._do(service_order_closing.close, desk=self.lead)

    # What a scene needs

    def record(self, login: str = CLERK) -> OrderRecord:
        """The order in the window."""
        assert self.order is not None
        page = self.stage.page("service_order", login)
        assert isinstance(page, ServiceOrderPage)
        record = page.orders().open_key(self.order.detail.number)
        assert isinstance(record, OrderRecord)
        page.orders().table.choose(self.order.detail.id)
        self.stage.settle()
        return record

    def _do(
        self,
        deed: Callable[..., Order],
        *given: Any,
        minutes: int = 1,
        desk: Workplace | None = None,
    ) -> None:
        self._later(minutes)
        assert self.order is not None
        key, version = self.order.detail.id, self.order.detail.version
        self.order = deed(desk or self.desk, key, version, *given)

    def _later(self, minutes: int) -> None:
        self.estate.clock.moment += dt.timedelta(minutes=minutes)


STEPS: Mapping[str, Callable[[Story], None]] = {
    "came": Story.came,
    "agreed": Story.agreed,
    "sent": Story.sent,
    "there": Story.there,
    "done": Story.done,
    "paid": Story.paid,
    "home": Story.home,
    "closed": Story.closed,
}


def visit(stage: Stage) -> None:
    """She stands at the counter: the visit, and the button that makes an order of it."""
    story = Story(stage)
    form = stage.page("reception", CLERK).start_new()
    assert isinstance(form, ReceptionForm)
    stage.type(form.person.line, story.unit.label)
    stage.press(form.person.line, Qt.Key.Key_Return)
    form.field("kind").set_value(Kind.HELP)
    form.field("request").set_value(story.said["wish"])


def written(stage: Stage) -> None:
    """The order takes along what the visit knows."""
    story = Story(stage, "came")
    page = stage.page("service_order", CLERK)
    assert isinstance(page, ServiceOrderPage)
    form = page.orders().begin_from_reception(story.visit.id)
    assert isinstance(form, OrderForm)
    form.field("kind").set_value(OrderKind.REPAIR)
    form.fields.changed.emit()
    form._show_around()
    form.field("plan").set_value(story.said["plan"])
    form.field("price").set_value(_PRICE)


def deed(until: str, code: str, login: str = CLERK, **typed: Any) -> Scene:
    """The dialog of a deed, filled; a text that begins with @ is what the story says there."""

    def scene(stage: Stage) -> None:
        """What a deed of the order asks for."""
        story = Story(stage, until)
        record = story.record(login)
        act = record.bar.act(code)
        assert act is not None
        dialog = record.run(act)
        assert isinstance(dialog, DeedDialog)
        for key, value in typed.items():
            told = story.said[value[1:]] if str(value).startswith("@") else value
            dialog.field(key).set_value(told)
            dialog.fields.changed.emit()
        stage.cover(dialog)

    return scene


def slip(stage: Stage) -> None:
    """The slip that the technician takes along."""
    stage.cover(Story(stage, "sent").record().open_preview())


def on_the_way(stage: Stage) -> None:
    """The line of the order on the first page: the clock to the door."""
    Story(stage, "sent")
    page = stage.page("today", CLERK)
    assert isinstance(page, TodayPage)
    page.list.setFocus()


def receipt(stage: Stage) -> None:
    """The receipt of what was paid on site."""
    record = Story(stage, "paid").record()
    taken = money_acts.last_receipt(record.known())
    assert taken is not None
    stage.cover(money_acts.preview(record._deeds, record, taken))


def coming_home(stage: Stage) -> None:
    """The slip is scanned: who signed it, and what that ticks."""
    story = Story(stage, "paid")
    page = stage.page("print_room", CLERK)
    assert isinstance(page, PrintRoomPage)
    row = signed_paper.out(stage.workplace()).rows[0]
    code = paper_code.write(row.number, row.form, row.reprint)
    dialog = home_dialog(page._deeds, page._deeds.find(code), page.window())
    dialog.field("signed_by").set_value(story.customer.name)
    stage.cover(dialog)


def shown(until: str, login: str = CLERK) -> Scene:
    """The order as it stands."""

    def scene(stage: Stage) -> None:
        """The order as it stands."""
        Story(stage, until).record(login)

    return scene


_SCENES: Mapping[str, Scene] = {
    "visit": visit,
    "order": written,
    "sending": deed("agreed", "send"),
    "slip": slip,
    "today-on-the-way": on_the_way,
    "there": shown("there"),
    "done": deed("there", "done", work_done="@done"),
    "what-is-missing": shown("done"),
    "receipt": receipt,
    "slip-home": coming_home,
    "ready-to-close": shown("home", LEAD),
    "closed": shown("closed", LEAD),
}
SCENES: dict[str, Scene] = {
    f"order-{place:02}-{name}": scene for place, (name, scene) in enumerate(_SCENES.items(), 1)
}
