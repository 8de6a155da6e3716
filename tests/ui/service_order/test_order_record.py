"""An order beside the list: what comes next, what closes it, its deeds, its papers."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desk.domain.callback import CallbackHow, CallbackOutcome
from desk.domain.service_callback import CallbackEntry
from desk.domain.service_order import OrderEntry, State
from desk.domain.service_order_close import missing
from desk.domain.service_order_deeds import Deed
from desk.domain.service_order_rule import OrderCondition
from desk.models.service_person import ServiceSkill
from desk.services import policy, service_callback, service_order
from desk.services.service_order import Order
from desk.services.workplace import Workplace
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.retranslate import speak
from desk.ui.kit.theme import Tone
from desk.ui.paper.preview import Preview
from desk.ui.service_order import change_acts, words
from desk.ui.service_order.deeds import OrderDeeds
from desk.ui.service_order.orders_page import OrdersPage
from desk.ui.service_order.people_field import Chosen, PeopleField
from desk.ui.service_order.record import OrderRecord
from desk.wording import label, reasons_words
from tests.services.order_course import PRICE, REPAIR, Course, worker


def opened(page: OrdersPage, known: Order) -> OrderRecord:
    record = page.open_key(known.detail.number)
    assert isinstance(record, OrderRecord)
    return record


def dialog_of(record: OrderRecord, code: str) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    return dialog


def next_deeds(record: OrderRecord) -> list[str]:
    return [act.code for act in record.bar.primary()]


@pytest.fixture(autouse=True)
def no_window() -> Iterator[None]:
    """Windows that a deed opens are closed again."""
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.done(0)


def test_what_comes_next_comes_first(course: Course, page: OrdersPage) -> None:
    record = opened(page, course.order)
    assert next_deeds(record) == ["agree"]
    for deed, expected in (
        (course.agree, ["send"]),
        (course.dispatch, ["arrive", "accept"]),
        (course.arrive, ["done"]),
        (course.done, ["sign", "pay"]),
        (course.sign, ["pay", "back"]),
        (course.pay, ["back"]),
        (course.back, ["close"]),
    ):
        deed()  # type: ignore[operator]
        record.reload()
        assert next_deeds(record) == expected


def test_what_closes_it_is_in_sight_from_the_first_moment(course: Course, page: OrdersPage) -> None:
    record = opened(page, course.order)
    chips = [chip for chip in record.closing.chips if chip.isVisibleTo(record)]
    assert len(chips) == len(course.order.rule.close)
    assert record.closing.missing() == []  # before it is done nobody is told off
    paid = next(chip for chip in chips if chip.accessibleName() == label("order_condition", "paid"))
    assert paid._chip is not None
    assert paid._chip.tone is Tone.NEUTRAL
    course.finished()
    record.reload()
    reasons = missing(record.known().facts, record.known().rule)
    assert record.closing.missing() == [reasons_words([one]) for one in reasons]
    assert len(reasons) == 4


def test_what_is_missing_leads_to_the_deed_that_gives_it(course: Course, page: OrdersPage) -> None:
    course.finished()
    record = opened(page, course.order)
    settled = {line.code: line.button.isVisibleTo(record) for line in record.closing.lines}
    assert settled == dict.fromkeys(settled, True)
    paid = next(line for line in record.closing.lines if line.code.endswith("paid"))
    assert "280" in paid.words()
    paid.button.click()
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, DeedDialog))
    assert dialog.field("amount").value() == PRICE


def test_the_whole_course_is_done_in_the_window(course: Course, page: OrdersPage) -> None:
    record = opened(page, course.order)
    agreeing = dialog_of(record, "agree")
    agreeing.field("price").set_value(PRICE)
    assert agreeing.save()
    course.go_on(1)
    sending = dialog_of(record, "send")
    sending.field("person").set_value(course.worker_id)
    assert sending.save()
    assert record.known().facts.state is State.DISPATCHED
    course.go_on(10)
    arriving = dialog_of(record, "arrive")
    assert arriving.save()
    course.go_on(30)
    done = dialog_of(record, "done")
    done.field("work_done").set_value("換水管一段")
    assert done.field("amount").value() == PRICE
    assert done.save()
    signing = dialog_of(record, "sign")
    signing.field("satisfaction").set_value("very")
    assert signing.save()
    assert dialog_of(record, "pay").save()
    assert dialog_of(record, "back").save()
    assert dialog_of(record, "close").save()
    assert record.known().facts.state is State.CLOSED


def test_who_is_sent_takes_the_slip_along(course: Course, page: OrdersPage) -> None:
    """R240: it is printed next, without a word."""
    course.agree()
    record = opened(page, course.order)
    sending = dialog_of(record, "send")
    sending.field("person").set_value(course.worker_id)
    assert sending.save()
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, Preview)]


def test_whoever_cannot_be_sent_stands_there_with_the_reason(
    course: Course, page: OrdersPage, deeds: OrderDeeds
) -> None:
    """R251."""
    late = worker(course.workplace, "陳師傅", since=course.clock.moment.date().replace(year=2030))
    course.agree()
    record = opened(page, course.order)
    field = dialog_of(record, "send").field("person")
    assert isinstance(field, PeopleField)
    field.set_value(late)
    assert field.value() is None
    reasons = next(one for one in deeds.candidates(course.order) if one.person.id == late).reasons
    said = [field.list.item(row).text() for row in range(field.list.count())]
    assert any("陳師傅" in one and reasons_words(reasons) in one for one in said)
    rows = {field.list.item(row).text()[:3]: row for row in range(field.list.count())}
    field.list.setCurrentRow(rows["陳師傅"])  # as a mouse or a key might
    assert field.value() is None
    field.set_value(course.worker_id)
    assert field.value() == Chosen(course.worker_id, "")


def test_whoever_alone_may_be_sent_is_chosen_already(course: Course, page: OrdersPage) -> None:
    worker(course.workplace, "陳師傅", since=course.clock.moment.date().replace(year=2030))
    course.agree()
    record = opened(page, course.order)
    dialog = dialog_of(record, "send")
    assert dialog.values()["person"] == Chosen(course.worker_id, "")
    dialog.reject()
    other = worker(course.workplace, "李師傅")
    field = dialog_of(record, "send").field("person")
    assert isinstance(field, PeopleField)
    field.list.setFocus()
    assert field.value() is None
    for expected in (other, course.worker_id):
        QTest.keyClick(field.list, Qt.Key.Key_Down)
        assert field.value() == Chosen(expected, "")


def test_a_repair_asks_which_skill_it_needs(course: Course, page: OrdersPage) -> None:
    """R251: an order without an item names no skill; the desk does, and it is kept."""
    skill = ServiceSkill(code="水電", certificate="電工證", certificate_number="")
    able = worker(course.workplace, "陳師傅", skills=[skill])
    course.agree()
    record = opened(page, course.order)
    dialog = dialog_of(record, "send")
    field = dialog.field("person")
    assert isinstance(field, PeopleField)
    field.set_value(course.worker_id)
    field.skill.set_value("水電")
    field.skill.changed.emit()
    assert field.value() is None  # whoever has it not is shut
    field.set_value(able)
    assert dialog.save()
    assert (record.known().detail.person_id, record.known().detail.skill) == (able, "水電")


def test_every_refusal_of_a_dialog_stands_beside_its_field(
    course: Course, page: OrdersPage
) -> None:
    record = opened(page, course.order)
    dialog = dialog_of(record, "agree")
    dialog.field("urgency").set_value("appointed")
    dialog.field("urgency").changed.emit()
    dialog.field("appointed_at").set_value(None)
    assert not dialog.save()
    assert dialog.refusal("price")
    assert dialog.refusal("appointed_at")


def test_a_change_waits_for_the_manager_and_comes_first(course: Course, page: OrdersPage) -> None:
    """R243."""
    course.on_site()
    record = opened(page, course.order)
    dialog = dialog_of(record, "change")
    dialog.field("what").set_value("閘閥也壞了")
    dialog.field("price").set_value(Decimal(400))
    assert dialog.save()
    assert next_deeds(record) == ["ask_change"]
    assert record.bar.act("done") is not None
    assert record.bar.act("done").shut(record.known())  # type: ignore[union-attr]
    asked = change_acts._change_said(page._deeds, record.known())
    assert asked == "閘閥也壞了 · New price in all HK$400.00"


def test_an_unfit_material_is_signed_for_first(course: Course, page: OrdersPage) -> None:
    """R238, R254."""
    course.on_site()
    record = opened(page, course.order)
    dialog = dialog_of(record, "material")
    dialog.field("source").set_value("customer")
    dialog.field("what").set_value("舊水龍頭")
    dialog.field("fit").set_value("insisted")
    dialog.fields.changed.emit()
    assert not dialog.save()
    assert dialog.refusal("signed_by")
    dialog.field("signed_by").set_value("曾德華")
    assert dialog.save()
    assert "舊水龍頭" in "".join(record.work.words())


def test_nothing_drawn_is_not_one_drawn(course: Course, page: OrdersPage) -> None:
    course.agree()
    dialog = dialog_of(opened(page, course.order), "material")
    dialog.field("what").set_value("喉碼")
    dialog.field("drawn_by").set_value("何師傅")
    dialog.field("price").set_value(Decimal(12))
    for quantity in (Decimal(0), None):
        dialog.field("quantity").set_value(quantity)
        assert not dialog.save()
        assert dialog.refusal("quantity")
    dialog.field("quantity").set_value(Decimal(2))
    assert dialog.save()


def test_a_material_says_what_it_cost_and_each_person_once(
    course: Course, page: OrdersPage
) -> None:
    course.on_site()
    record = opened(page, course.order)
    dialog = dialog_of(record, "material")
    told = {"what": "水龍頭", "price": Decimal(1280), "drawn_by": "王師傅", "fit": "fit"}
    for key, value in (told | {"checked_by": "王師傅"}).items():
        dialog.field(key).set_value(value)
        dialog.fields.changed.emit()
    assert dialog.save()
    said = "水龍頭 · 1 · HK$1,280.00 · From the store · Checked, fit · 王師傅"
    assert said in "\n".join(record.work.words())


def test_the_list_says_since_when_somebody_is_there(course: Course, page: OrdersPage) -> None:
    course.agree()
    sent, custom = course.dispatch(), course.workplace.estate.custom
    assert sent.detail.arrive_by is not None
    told = words.when_words(sent.detail, custom)
    assert told == f"王師傅 · there by {custom.datetime(sent.detail.arrive_by)}"
    void = words.when_words(replace(sent.detail, state=State.VOID), custom)
    assert void == f"王師傅 · asked for {custom.datetime(sent.detail.asked_at)}"
    there = course.arrive()
    assert there.detail.arrived_at is not None
    told = words.when_words(there.detail, custom)
    assert told == f"王師傅 · At the door {custom.datetime(there.detail.arrived_at)}"


def test_a_shut_deed_says_why_as_the_service_does(course: Course, page: OrdersPage) -> None:
    record = opened(page, course.order)
    known = record.known()
    for code, deed in (("send", Deed.DISPATCH), ("arrive", Deed.ARRIVE), ("void", Deed.VOID)):
        act = record.bar.act(code)
        assert act is not None
        reasons = service_order.why_not(course.workplace, known, deed)
        assert act.shut(known) == reasons_words(reasons)


def test_the_clock_to_the_door_is_told_in_words(course: Course, page: OrdersPage) -> None:
    """R240: late is seen while it can still be mended."""
    course.agree()
    record = opened(page, course.order)
    assert not record.clock.isVisibleTo(record)
    course.dispatch()
    course.go_on(45)
    record.reload()
    assert record.clock.isVisibleTo(record)
    chip = words.clock_chip(record.known())
    assert chip is not None
    assert chip.tone is Tone.OVERDUE
    row = next(iter(page._deeds.page({"state": "late"}, None).rows))
    assert words.row_chip(row, course.clock.moment).tone is Tone.OVERDUE


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_the_record_is_written_again_in_another_language(
    course: Course, page: OrdersPage, dressed: QApplication, language: str
) -> None:
    course.complete()
    record = opened(page, course.order)
    speak(dressed, language)
    record.retranslate()
    said = " ".join([*record.wish.words(), *record.end.words(), record.journal.words()])
    assert "曾德華" in said
    assert record.closing.missing() == []


def test_paying_gives_a_receipt_that_can_be_printed(course: Course, page: OrdersPage) -> None:
    """R244."""
    course.finished()
    record = opened(page, course.order)
    assert record.bar.act("print_receipt") is None
    assert dialog_of(record, "pay").save()
    [row] = record.known().receipts
    assert row.number in "".join(record.end.words())
    assert record.bar.act("print_receipt") is not None


def test_what_a_closed_order_still_owes_is_taken_at_it(course: Course, page: OrdersPage) -> None:
    """An estate may close before the money is there (M1)."""
    before, desk = course.order.policy, course.workplace
    day = desk.estate.custom.day(course.clock.moment)
    early = replace(before.orders, close=(OrderCondition.DONE,))
    policy.adopt(desk, replace(before, orders=early), day, "試行")
    course.order = service_order.write(desk, REPAIR)
    course.finished()
    record = opened(page, course.close())
    assert dialog_of(record, "pay").save()
    assert (record.known().facts.owed, record.known().facts.state) == (0, State.CLOSED)
    assert record.bar.act("pay") is None


def test_an_order_that_is_void_says_why(
    course: Course, page: OrdersPage, workplace: Workplace
) -> None:
    known = service_order.write(
        workplace, OrderEntry(course.order.facts.kind, "甲", "乙", place="丙")
    )
    record = opened(page, known)
    dialog = dialog_of(record, "void")
    dialog.field("why").set_value("住戶取消")
    assert dialog.save()
    assert "住戶取消" in "".join(record.end.words())
    assert not record.closing.isVisibleTo(record)


def test_while_it_is_done_again_only_the_work_is_missing(course: Course, page: OrdersPage) -> None:
    """R256: opinion, signature and slip are asked for when it is right."""
    course.complete()
    course.rework()
    record = opened(page, course.order)
    assert [line.code for line in record.closing.lines] == ["service_order.close.rework"]
    assert next_deeds(record) == ["send"]


def test_the_callback_stands_in_the_record(course: Course, page: OrdersPage) -> None:
    """R247."""
    course.complete()
    course.go_on(60)
    called = CallbackEntry(
        CallbackHow.PHONE,
        CallbackOutcome.REACHED,
        timeliness=5,
        manners=5,
        quality=5,
        requirement=5,
        words="很滿意",
        signed_by="陳大文",
    )
    service_callback.call_back(course.workplace, course.order.detail.id, called)
    record = opened(page, course.order)
    assert "很滿意" in "".join(record.called.words())
