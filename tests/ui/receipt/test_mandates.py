"""The builder's mandates in the window: written a fee a line, signed, then fixed (R32, F35)."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desk.services.workplace import Workplace
from desk.ui.kit.record_form import RecordForm
from desk.ui.receipt.mandate_deeds import MandateDeeds
from desk.ui.receipt.mandate_form import MandateForm
from desk.ui.receipt.mandate_record import MandateRecord
from desk.ui.receipt.mandates_page import MandatesPage
from desk.wording import label, sentence
from tests.services.test_receipt import signed

FEES = "裝修按金 | 每戶 2,000 元 | 買賣合約第 12 條\n垃圾清運費｜每戶 500 元｜第 13 條 | 附表"


@pytest.fixture
def page(workplace: Workplace, qtbot: QtBot) -> Iterator[MandatesPage]:
    """The section, opened; what was typed is not asked about at the end."""
    made = MandatesPage(MandateDeeds(workplace))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.shown()
    yield made
    for form in made.findChildren(RecordForm):
        form._set_dirty(False)
    made.close()


def written(page: MandatesPage) -> MandateRecord:
    form = page.start_new()
    assert isinstance(form, MandateForm)
    form.field("builder").set_value("海濱發展")
    form.field("items").set_value(FEES)
    assert form.save(), form.summary()
    record = page.open_form()
    assert isinstance(record, MandateRecord)
    return record


def test_a_line_is_a_fee_with_its_standard_and_its_basis(page: MandatesPage) -> None:
    items = written(page).row().items
    assert [(one.name, one.standard, one.basis) for one in items] == [
        ("裝修按金", "每戶 2,000 元", "買賣合約第 12 條"),
        ("垃圾清運費", "每戶 500 元", "第 13 條 | 附表"),
    ]


def test_refusals_are_the_services_sentences(page: MandatesPage, language: str) -> None:
    form = page.start_new()
    assert isinstance(form, MandateForm)
    form.field("valid_from").set_value(None)
    assert not form.save()
    for key in ("builder", "valid_from", "items"):
        assert form.refusal(key) == sentence(f"fee_mandate.{key}.missing")


def test_what_the_builder_has_signed_is_corrected_no_more(page: MandatesPage) -> None:
    record = written(page)
    record.change_button.click()
    form = page.open_form()
    assert isinstance(form, MandateForm)
    form.field("remark").set_value("每月彙解")
    assert form.save()
    record_again = page.open_form()
    assert isinstance(record_again, MandateRecord)
    assert record_again.row().remark == "每月彙解"
    act = record_again.bar.primary()[0]
    assert act.code == "sign"
    dialog = record_again.run(act)
    assert dialog is not None
    dialog.field("person").set_value("何經理")
    assert dialog.save()
    assert record_again.row().signed_by == "何經理"
    assert record_again.bar.act("sign") is None
    assert not record_again.change_button.isEnabled()
    assert record_again.why_not_change() == sentence("fee_mandate.signed")


def test_the_list_is_narrowed_to_those_in_force(page: MandatesPage, workplace: Workplace) -> None:
    written(page)
    held = signed(workplace)
    page.filters.set_value("state", "in_force")
    assert page.table.model().rowCount() == 1
    page.filters.clear()
    page.words.setText(held.number)
    page.reload()
    assert page.table.model().rowCount() == 1


def test_a_void_mandate_says_so(page: MandatesPage, language: str) -> None:
    record = written(page)
    act = record.bar.act("void")
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    dialog.field("why").set_value("撤回")
    assert dialog.save()
    assert page.table.model().rowCount() == 1
    assert record.bar.act("void") is None
    assert record._frame.chip.accessibleName() == label("mandate_state", "void")
