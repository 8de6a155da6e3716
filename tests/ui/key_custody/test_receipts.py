"""Key receipts in the window: written a line a key, signed, the sets leave custody (R34, F36)."""

from desk.services import key_set
from desk.services.workplace import Workplace
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.receipt_form import ReceiptForm
from desk.ui.key_custody.receipt_record import ReceiptRecord
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.result_list import Found
from desk.wording import sentence
from tests.services.conftest import Household
from tests.ui.key_custody.conftest import Keys


def form_of(page: KeyPage) -> ReceiptForm:
    page.show_section("receipt")
    form = page.start_new()
    assert isinstance(form, ReceiptForm)
    return form


def written(page: KeyPage, household: Household, lines: str) -> ReceiptRecord:
    form = form_of(page)
    form.person.set_value(PickedPerson("unit", str(household.unit_id), household.unit, ""))
    form.field("receiver").set_value(household.name)
    form.field("lines").set_value(lines)
    assert form.save(), form.summary()
    record = page.open_form()
    assert isinstance(record, ReceiptRecord)
    return record


def test_a_line_is_a_set_in_custody_or_keys_in_words(
    page: KeyPage, household: Household, keys: Keys
) -> None:
    record = written(page, household, "G-07\n住宅大門 x4\n信箱")
    lines = [(one.tag, one.what, one.keys) for one in record.row().lines]
    assert lines == [("G-07", "大門、鐵閘", 2), ("", "住宅大門", 4), ("", "信箱", 1)]


def test_the_sets_leave_custody_with_the_signature(
    page: KeyPage, household: Household, keys: Keys, workplace: Workplace
) -> None:
    record = written(page, household, "G-07")
    assert key_set.get(workplace, keys.left.id).left_at is None
    act = record.bar.act("sign")
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    assert dialog.save()
    assert key_set.get(workplace, keys.left.id).left_to == household.name
    assert record.bar.act("sign") is None


def test_what_the_desk_keeps_of_a_home_is_on_the_list(
    page: KeyPage, household: Household, keys: Keys
) -> None:
    form = form_of(page)
    found = Found("resident", str(household.resident_id), household.name, "")
    form.person._picked(found)
    assert form.field("receiver").value() == household.name
    assert form.field("lines").value().splitlines() == ["D-11", "G-07"]


def test_refusals_are_the_services_sentences(page: KeyPage, language: str) -> None:
    form = form_of(page)
    assert not form.save()
    for key in ("unit", "receiver", "lines"):
        assert form.refusal(key) == sentence(f"key_receipt.{key}.missing")


def test_somebody_else_than_the_owner_brings_a_letter(page: KeyPage) -> None:
    form = form_of(page)
    assert not form.fields.cell("authority").isVisibleTo(form)
    form.field("is_owner").set_value("no")
    form.field("is_owner").changed.emit()
    assert form.fields.cell("authority").isVisibleTo(form)
    assert not form.save()
    assert form.refusal("authority") == sentence("key_receipt.authority.missing")


def test_a_receipt_begun_from_a_home_knows_its_owner_and_keys(
    page: KeyPage, household: Household, keys: Keys
) -> None:
    form = page.begin_receipt(household.unit_id)
    assert isinstance(form, ReceiptForm)
    said = [form.field(key).value() for key in ("receiver", "phone", "lines")]
    assert said == [household.name, "9123 4567", "D-11\nG-07"]
    assert form.save()
