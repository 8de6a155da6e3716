"""The rules of orders and of moving in are edited like all others (K9, R41, R108, R240)."""

from desk.domain.deadlines import Term, Unit
from desk.domain.move_in_rule import Arrival
from desk.domain.service_order_rule import AlwaysClass, CallbackTier, OrderCondition
from desk.services import policy
from desk.services.workplace import Workplace
from desk.ui.kit.field import Field
from desk.ui.policy.editor import PolicyEditor
from desk.ui.policy.group_page import GroupPage
from desk.ui.policy.page import PolicyPage
from desk.ui.policy.tiers_field import MOST_TIERS, TiersField
from tests.ui.policy.hands import begin_copy, edit, keep


def newest(workplace: Workplace) -> policy.KeptPolicy:
    return policy.by_number(workplace, policy.versions(workplace)[0].number)


def orders_field(copy: PolicyEditor, path: str) -> Field:
    copy.show_section("orders")
    return copy.page("orders").inspector.fields.field(path)


def tiers(copy: PolicyEditor) -> TiersField:
    field = orders_field(copy, "callback.tiers")
    assert isinstance(field, TiersField)
    return field


def test_the_half_hour_becomes_an_hour(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    edit(copy, "orders", "", "arrive.amount", 60)
    assert keep(copy)
    assert newest(workplace).policy.orders.arrive == Term(60, Unit.MINUTES)


def test_tiers_are_added_typed_and_taken_away(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    field = tiers(copy)
    while field.lines:
        field.lines[-1].out_button.click()
    field.add_button.click()
    field.lines[0].most.set_value(100)
    field.lines[0].share.line.setText("")
    field.lines[0].share.line.insert("30")
    field.lines[0].changed.emit()
    field.add_button.click()
    assert field.value() == (CallbackTier(0, 100, 30), CallbackTier(101, None, 30))
    assert keep(copy)
    assert newest(workplace).policy.orders.callback.tiers == field.value()


def test_no_more_tiers_than_fit_are_added(page: PolicyPage) -> None:
    field = tiers(begin_copy(page))
    while field.add_button.isVisibleTo(field):
        field.add_button.click()
    assert len(field.lines) == MOST_TIERS


def test_a_tier_that_is_not_touched_stays_our_reading(page: PolicyPage) -> None:
    copy = begin_copy(page)
    before = copy.working.policy.orders.callback.tiers
    assert tiers(copy).value() == before


def test_conditions_and_classes_are_chosen(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    edit(copy, "orders", "", "close", ["done", "signed"])
    edit(copy, "orders", "", "callback.always", ["new_person"])
    assert keep(copy)
    kept = newest(workplace).policy.orders
    assert kept.close == (OrderCondition.DONE, OrderCondition.SIGNED)
    assert kept.callback.always == (AlwaysClass.NEW_PERSON,)


def test_r41_the_estate_writes_its_own_list_of_a_tenants_papers(
    page: PolicyPage, workplace: Workplace
) -> None:
    copy = begin_copy(page)
    copy.show_section("documents")
    listed = copy.page("documents")
    assert isinstance(listed, GroupPage)
    listed.add_button.click()
    edit(copy, "documents", "own.1", "labels.zh_Hant", "租約")
    assert not keep(copy)
    assert copy.section() == "documents"
    edit(copy, "documents", "own.1", "labels.zh_Hans", "租约")
    copy.show_section("changes")
    assert keep(copy)
    added = newest(workplace).policy.move_in.documents[-1]
    assert (added.labels["zh_Hant"], added.arrivals) == ("租約", (Arrival.TENANT,))


def test_only_the_estates_own_lists_are_lengthened(page: PolicyPage) -> None:
    copy = begin_copy(page)
    for section, may_add in (("documents", True), ("agreements", True), ("clocks", False)):
        copy.show_section(section)
        listed = copy.page(section)
        assert isinstance(listed, GroupPage)
        assert listed.add_button.isVisibleTo(listed) is may_add


def test_a_paper_that_is_left_out_is_not_asked_for(page: PolicyPage, workplace: Workplace) -> None:
    copy = begin_copy(page)
    copy.show_rule("documents", "photo")
    copy.page("documents").inspector.out_button.click()
    assert keep(copy)
    assert "photo" not in {one.code for one in newest(workplace).policy.move_in.documents}


def test_what_changes_is_said_in_words(page: PolicyPage) -> None:
    copy = begin_copy(page)
    edit(copy, "orders", "", "arrive.amount", 45)
    edit(copy, "move_in", "", "visit_days", 3)
    changes = {(one.section, one.code): (one.old, one.new) for one in copy.working.changes()}
    assert changes["move_in", "visit_days"] == ("7", "3")
    assert changes["orders", "arrive"][0] != changes["orders", "arrive"][1]
