"""People, suppliers and agreements in the window: written, skilled, signed, renewed, over."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt

from desk.domain.agreement_course import CourseState, Signatory
from desk.domain.service_person import EmployerKind
from desk.services import service_agreement, service_person, supplier_agreement
from desk.services.workplace import Workplace
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.record_form import RecordForm
from desk.ui.price_board import people_page
from desk.ui.price_board.page import CataloguePage
from desk.ui.price_board.supplier_record import SupplierRecord
from desk.wording import sentence
from tests.services.catalogue_course import (
    TODAY,
    company,
    household_entry,
    plumber,
    with_company,
    with_household,
)
from tests.services.conftest import Household
from tests.ui.price_board.conftest import asked, filled, opened


def form_of(page: CataloguePage, section: str, **said: object) -> RecordForm:
    page.show_section(section)
    form = page.start_new()
    assert isinstance(form, RecordForm)
    for key, value in said.items():
        form.field(key).set_value(value)
        form.field(key).changed.emit()
    return form


def test_somebody_is_written_down_and_skilled(page: CataloguePage, workplace: Workplace) -> None:
    firm = company(workplace)
    form = form_of(
        page, "people", name="梁志明", employer=EmployerKind.SUPPLIER, supplier=str(firm.id)
    )
    assert form.save()
    (known,) = service_person.everyone(workplace)
    assert (known.employer.name, known.since) == (firm.name, TODAY)
    record = opened(page, f"service_person:{known.id}")
    nothing = asked(record, "skill")
    assert not nothing.save()
    assert nothing.refusal("skills") == sentence("service_person.skill.unnamed")
    nothing.reject()
    asked(record, "skill", skills="冷氣", certificate="冷氣技工證", number="AC1").save()
    asked(record, "skill", skills="冷氣", certificate="冷氣技工證", number="AC2").save()
    asked(record, "skill", skills="木工").save()
    (known,) = service_person.everyone(workplace)
    assert [(one.code, one.number) for one in known.skills] == [("冷氣", "AC2"), ("木工", "")]
    asked(record, "drop_skill", skills="木工").save()
    asked(record, "leave", why="離職").save()
    (known,) = service_person.everyone(workplace)
    assert (known.active, len(known.skills)) == (False, 1)
    asked(record, "come_back").save()
    assert service_person.everyone(workplace)[0].active


def test_a_company_is_asked_for_what_is_missing_all_at_once(page: CataloguePage) -> None:
    form = form_of(page, "supplier")
    assert not form.save()
    for key in ("name", "trade", "phone"):
        assert form.refusal(key) == sentence(f"supplier.{key}.missing")


def test_an_agreement_begins_with_its_company(page: CataloguePage, workplace: Workplace) -> None:
    firm = company(workplace)
    record = opened(page, f"supplier:{firm.id}")
    assert isinstance(record, SupplierRecord)
    record.agree_button.click()
    form = page.open_form()
    assert isinstance(form, RecordForm)
    for key, value in (
        ("scope", "空調清洗\n\n電器維修"),
        ("charge", "按價目"),
        ("ends", date(2027, 11, 20)),
    ):
        form.field(key).set_value(value)
    assert form.save()
    (known,) = supplier_agreement.page(workplace, supplier_agreement.AgreementFilter()).rows
    assert (known.supplier_id, known.scope) == (firm.id, ("空調清洗", "電器維修"))
    shown = opened(page, f"supplier_agreement:{known.id}")
    asked(shown, "sign", party=Signatory.OFFICE, person="何經理").save()
    asked(shown, "sign", party=Signatory.SUPPLIER, person="梁先生").save()
    keeping = asked(shown, "keep", day=None)
    assert not keeping.save()
    assert keeping.refusal("day") == sentence("agreement.copy_on.missing")
    keeping.field("day").set_value(TODAY)
    assert keeping.save()
    known = supplier_agreement.get(workplace, known.id)
    assert supplier_agreement.state(workplace, known) is CourseState.IN_FORCE


def test_a_household_signs_for_a_year_and_renews(
    page: CataloguePage, workplace: Workplace, household: Household
) -> None:
    old = with_household(workplace, household.unit_id)
    person = PickedPerson("unit", str(household.unit_id), household.unit, "")
    form = form_of(page, "with_customer", unit=person, customer="曾德華", content="擦窗")
    assert form.field("office_terms").value() == old.office_terms
    form.field("ends").set_value(date(2027, 11, 20))
    form.field("amount").set_value(Decimal(500))
    assert form.save()
    shown = opened(page, f"service_agreement:{old.id}")
    act = shown.bar.act("renew")
    assert act is not None
    shown.run(act)
    renewal = page.open_form()
    assert isinstance(renewal, RecordForm)
    assert renewal.heading() == f"Renews {old.number}"
    assert renewal.save()
    assert service_agreement.get(workplace, old.id).next == "W2026-000003"


def test_nobody_signs_under_the_name_of_the_other_party(
    page: CataloguePage, workplace: Workplace, household: Household
) -> None:
    known = service_agreement.register(workplace, household_entry(household.unit_id))
    record = opened(page, f"service_agreement:{known.id}")
    dialog = asked(record, "sign")
    assert dialog.values()["party"] is None
    assert not dialog.save()
    assert dialog.refusal("party") == sentence("agreement.party.missing")
    filled(dialog, party=Signatory.CUSTOMER)
    assert dialog.values()["customer"] == known.customer
    filled(dialog, customer="")
    assert not dialog.save()
    assert dialog.refusal("customer") == sentence("agreement.person.missing")
    filled(dialog, customer="曾德華", party=Signatory.OFFICE)
    assert not dialog.save()
    assert dialog.refusal("person") == sentence("agreement.person.missing")
    filled(dialog, person="何經理")
    assert dialog.save()
    known = service_agreement.get(workplace, known.id)
    assert (known.office_signed_by, known.customer_signed_by) == ("何經理", "")
    last = asked(record, "sign")
    assert (last.values()["party"], last.values()["customer"]) == ("customer", known.customer)
    last.reject()


def test_what_was_typed_is_done_to_the_record_as_somebody_else_has_left_it(
    page: CataloguePage, workplace: Workplace
) -> None:
    known = plumber(workplace)
    record = opened(page, f"service_person:{known.id}")
    dialog = asked(record, "skill", skills="木工", certificate="木工證")
    entry = replace(service_person.entry_of(known), phone="6123 4567")
    service_person.change(workplace, known.id, known.version, entry)
    assert not dialog.save()
    assert "What you typed stays" in dialog.refusal()
    assert dialog.save(), dialog.refusal()
    (now,) = service_person.everyone(workplace)
    assert ([one.code for one in now.skills][-1], now.phone) == ("木工", "6123 ****")


def test_a_deed_that_is_open_no_more_is_not_done_to_what_somebody_else_left(
    page: CataloguePage, workplace: Workplace
) -> None:
    known = plumber(workplace)
    record = opened(page, f"service_person:{known.id}")
    dialog = asked(record, "leave", why="離職")
    service_person.leave(workplace, known.id, known.version, "退休")
    for _time in range(2):
        assert not dialog.save()
        assert "Open it again" in dialog.refusal()
    assert record.value().left_on == TODAY
    dialog.untouched()
    dialog.reject()


def test_of_several_skills_none_is_taken_off_that_was_not_chosen(
    page: CataloguePage, workplace: Workplace
) -> None:
    known = plumber(workplace)
    record = opened(page, f"service_person:{known.id}")
    only = asked(record, "drop_skill")
    assert only.values()["skills"] == known.skills[0].code
    only.reject()
    asked(record, "skill", skills="木工").save()
    dialog = asked(record, "drop_skill")
    assert not dialog.save()
    assert dialog.refusal("skills") == sentence("service_person.skill.unchosen")
    (held,) = service_person.everyone(workplace)
    assert len(held.skills) == 2
    dialog.reject()


def test_what_is_signed_is_not_changed_and_says_so(
    page: CataloguePage, workplace: Workplace
) -> None:
    known = with_company(workplace, company(workplace).id)
    record = opened(page, f"supplier_agreement:{known.id}")
    assert record.why_not_change() == sentence("agreement.signed")
    asked(record, "end", why="不再需要").save()
    assert supplier_agreement.get(workplace, known.id).ended_on == TODAY


def test_lists_are_narrowed_by_words(page: CataloguePage, workplace: Workplace) -> None:
    plumber(workplace)
    plumber(workplace, name="李小芳", skills=())
    people = page.show_section("people")
    people.words.setText("李小")  # type: ignore[attr-defined]
    people.reload()
    assert people.table.row_count() == 1


def test_phones_are_masked_in_lists_and_whole_in_the_record(
    page: CataloguePage, workplace: Workplace
) -> None:
    known = plumber(workplace)
    people = page.show_section("people")
    model = people.table.model()
    shown = " ".join(
        str(model.data(model.index(0, column), role))
        for column in range(model.columnCount())
        for role in range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 12)
    )
    assert "9123 4567" not in shown
    assert people_page._phone(known).startswith("9123 *")
    record = opened(page, f"service_person:{known.id}")
    assert "9123 4567" in record.who.facts.words()  # type: ignore[attr-defined]
