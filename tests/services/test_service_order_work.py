"""The work of an order on a real database: who is sent, materials, changes, damage, rework."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from desk.clock import FixedClock
from desk.domain.permissions import Role
from desk.domain.service_order import Kind, OrderEntry, ReviewEntry, State
from desk.domain.service_order_parts import (
    ChangeEntry,
    CheckEntry,
    DamageEntry,
    Fit,
    MaterialEntry,
    SettleEntry,
    Source,
    Word,
)
from desk.domain.supplier import SupplierEntry
from desk.errors import RuleRefused, StaleRecord
from desk.models.service_person import ServiceSkill
from desk.services import (
    approval,
    service_order,
    service_order_change,
    service_order_damage,
    service_order_material,
    service_order_review,
    supplier,
)
from desk.services.workplace import Workplace
from tests.services.order_course import (
    GRANTED,
    PRICE,
    REFUSED,
    Course,
    manager,
    seated,
    seen,
    worker,
)


@pytest.fixture
def course(workplace: Workplace, clock: FixedClock) -> Course:
    return Course(workplace, clock)


def refused(deed: Callable[..., Any], *given: Any, **told: Any) -> list[str]:
    """Why a deed is not done."""
    with pytest.raises(RuleRefused) as caught:
        deed(*given, **told)
    return [one.code for one in caught.value.reasons]


# Who is sent


def test_who_is_sent_has_the_skill_and_a_certificate_in_force(course: Course) -> None:
    """R251."""
    course.agree()
    assert refused(course.dispatch, skill="電工") == ["service_person.skill.missing"]
    old = {"code": "電工", "certificate": "電工證", "expires": dt.date(2026, 11, 20)}
    expired = worker(course.workplace, "陳師傅", skills=[ServiceSkill(**old)])
    said = refused(course.dispatch, person_id=expired, skill="電工")
    assert said == ["service_person.certificate.expired"]
    new = old | {"expires": dt.date(2026, 11, 21)}
    able = worker(course.workplace, "何師傅", skills=[ServiceSkill(**new)])
    sent = course.dispatch(person_id=able, skill="電工")
    assert (sent.detail.provider, sent.detail.skill) == ("何師傅", "電工")


def test_a_suppliers_person_goes_with_its_agreement_alone(course: Course) -> None:
    """R239."""
    course.agree()
    entry = SupplierEntry("順風冷氣", "冷氣", phone="2345 6789")
    company = supplier.register(course.workplace, entry)
    theirs = worker(course.workplace, "黃師傅", employer="supplier", supplier_id=company.id)
    assert refused(course.dispatch, person_id=theirs) == ["supplier_agreement.none"]
    assert refused(course.dispatch, person_id=99) == ["service_order.person.unknown"]
    assert refused(course.dispatch, person_id=None) == ["service_order.person.missing"]


# Materials


TAP = MaterialEntry(Source.CUSTOMER, "水龍頭")


def test_a_material_that_nobody_checked_keeps_the_work_from_being_done(course: Course) -> None:
    course.on_site()
    known = course.do(service_order_material.put, TAP)
    assert refused(course.done) == ["service_order.material.unchecked"]
    check = CheckEntry(known.materials[0].id, Fit.INSISTED, "王師傅")
    said = refused(course.do, service_order_material.check, check)
    assert said == ["service_order.material.signature_missing"]
    known = course.do(service_order_material.check, replace(check, signed_by="曾德華"))
    assert known.materials[0].is_used
    assert course.done().detail.state == State.DONE
    assert [one.kind for one in known.events][-2:] == ["material", "material_checked"]


# Changes


def test_a_change_is_confirmed_by_the_manager_before_the_work_goes_on(course: Course) -> None:
    """R243."""
    course.on_site()
    entry = ChangeEntry("牆內水管也要換", Decimal(500), "王師傅")
    known = course.do(service_order_change.ask, entry)
    assert refused(course.done, Decimal(500))[0] == "service_order.change.open"
    change_id = known.changes[0].id
    head = manager(course.workplace)
    clerk = seated(course.workplace, "reception", Role.RECEPTIONIST)
    own = service_order_change.own_reasons(clerk, known, change_id)
    assert [one.code for one in own] == ["approval.role"]
    said = refused(service_order_change.answer, head, *seen(known), change_id, "", GRANTED)
    assert said == ["service_order.change.customer_missing"]
    known = service_order_change.answer(head, *seen(known), change_id, "曾德華", GRANTED)
    assert (known.changes[0].word, known.changes[0].answered_by) == (Word.CONFIRMED, "manager")
    assert known.detail.price == Decimal(500)
    assert len(approval.of_record(course.workplace, "service_order", known.detail.id)) == 1
    course.order = known
    assert course.done(Decimal(500)).detail.amount == Decimal(500)


def test_a_change_that_is_not_agreed_to_leaves_the_price(course: Course) -> None:
    course.on_site()
    known = course.do(service_order_change.ask, ChangeEntry("加裝濾水器", Decimal(900)))
    head = manager(course.workplace)
    change_id = known.changes[0].id
    known = service_order_change.answer(head, *seen(known), change_id, "", REFUSED)
    assert (known.changes[0].word, known.detail.price) == (Word.REFUSED, PRICE)
    course.order = known
    assert course.done().detail.state == State.DONE


# Damage and rework


def test_damage_opens_a_closed_order_until_it_is_settled(course: Course) -> None:
    """R255."""
    course.complete()
    course.close()
    known = course.do(service_order_damage.tell, DamageEntry("地磚刮花", "王師傅"))
    assert known.detail.state == State.DONE
    assert refused(course.close) == ["service_order.close.damage"]
    settle = SettleEntry(known.damages[0].id, True, Decimal(200), "曾德華")
    course.do(service_order_damage.settle, settle)
    closed = course.close()
    assert closed.detail.state == State.CLOSED
    kinds = [one.kind for one in closed.events][-4:]
    assert kinds == ["damage", "reopened", "damage_settled", "closed"]


def test_work_is_done_again_free_and_counted_until_it_is_right(course: Course) -> None:
    """R256."""
    first, another = course.complete().detail, worker(course.workplace, "何師傅")
    for times in (1, 2):
        again = course.rework()
        assert (again.detail.state, again.detail.reworks) == (State.REWORK, times)
        assert "service_order.close.rework" in [one.code for one in again.missing]
        assert (again.detail.signed_on, again.detail.satisfaction) == (None, "")
        sent = course.dispatch()
        assert sent.reworks[-1].arrive_by == course.clock.moment + dt.timedelta(minutes=30)
        other = course.dispatch(person_id=another, why="王師傅另有急修")
        assert other.reworks[-1].arrive_by == sent.reworks[-1].arrive_by
        course.arrive()
        assert refused(course.done, Decimal(999)) == ["service_order.rework.free"]
        done = course.done(None)
        assert done.detail.state == State.DONE
    assert done.detail.amount == PRICE
    assert (done.detail.first_done_at, done.detail.arrived_at) == (first.done_at, first.arrived_at)
    course.sign()
    course.back()
    assert course.close().detail.state == State.CLOSED


def test_every_visit_of_an_order_has_its_own_clock(course: Course) -> None:
    course.complete()
    course.rework()
    course.dispatch()
    course.arrive(45)
    with course.workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT category, met_at > due_at FROM deadline WHERE clock = 'service_order.arrive'"
            " ORDER BY id"
        ).all()
    assert [tuple(row) for row in rows] == [("order", 0), ("order", 1)]


# Beyond the board


WISH = OrderEntry(Kind.COMMISSIONED, "曾德華", "搬運鋼琴", place="A座12樓B室")
ON_BOARD = ReviewEntry("搬運鋼琴", "次", Decimal(800), to_board=True)


def test_what_is_beyond_the_board_is_reviewed_by_the_manager(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R237."""
    course = Course(workplace, clock, WISH)
    assert course.order.detail.state == State.REVIEW
    assert refused(course.agree) == ["service_order.is.review"]
    head = manager(workplace)
    said = service_order_review.review(head, *seen(course.order), ON_BOARD, GRANTED)
    assert (said.detail.state, said.detail.reviewed_at) == (State.WRITTEN, clock.moment)
    with workplace.reading() as reader:
        found = reader.exec_driver_sql("SELECT name, why FROM price_item").all()
    assert [tuple(one) for one in found] == [("搬運鋼琴", "同意")]
    course.order = said
    assert course.agree().detail.state == State.AGREED


def test_what_cannot_be_done_is_explained_with_others_named(
    workplace: Workplace, clock: FixedClock
) -> None:
    """R237."""
    course = Course(workplace, clock, WISH)
    head = manager(workplace)
    entry = ReviewEntry(others="順發搬運 2345 6789")
    said = service_order_review.review(head, *seen(course.order), entry, REFUSED)
    assert (said.detail.state, said.detail.others) == (State.UNABLE, "順發搬運 2345 6789")
    assert said.events[-1].text == "不做"
    course.order = said
    assert refused(course.agree) == ["service_order.is.unable"]


def test_another_wish_is_reviewed_and_agreed_anew(workplace: Workplace, clock: FixedClock) -> None:
    course = Course(workplace, clock, WISH)
    head = manager(workplace)
    known = service_order_review.review(head, *seen(course.order), ReviewEntry(), GRANTED)
    same = service_order.entry_of(known.detail)
    known = service_order.correct(workplace, *seen(known), replace(same, phone="2345 6789"))
    assert known.detail.state == State.WRITTEN
    other = replace(same, wish="搬運衣櫃")
    known = service_order.correct(workplace, *seen(known), other)
    assert (known.detail.state, known.detail.reviewed_at) == (State.REVIEW, None)


# Read by others


def test_an_order_somebody_else_saved_is_not_written_over(course: Course) -> None:
    before = seen(course.order)
    course.agree()
    with pytest.raises(StaleRecord):
        service_order.void(course.workplace, *before, "取消")
