"""Custody agreements in the window: written, taken in under, signed by both, longer, over."""

import pytest
from PySide6.QtWidgets import QApplication

from desk.domain.custody_agreement import AgreementState
from desk.domain.paper import FormCode
from desk.services import custody_agreement, key_set, paper
from desk.services.workplace import Workplace
from desk.ui.key_custody.agreement_form import AgreementForm
from desk.ui.key_custody.agreement_record import AgreementRecord
from desk.ui.key_custody.page import KeyPage
from desk.ui.key_custody.set_form import SetForm
from desk.ui.kit.deed_dialog import DeedDialog
from desk.ui.kit.person_field import PickedPerson
from desk.ui.kit.retranslate import speak
from desk.wording import label, sentence
from tests.services import key_course
from tests.services.conftest import Household
from tests.ui.key_custody.conftest import Keys


def opened(page: KeyPage, agreement_id: int) -> AgreementRecord:
    record = page.open_key(f"custody_agreement:{agreement_id}")
    assert isinstance(record, AgreementRecord)
    return record


def asked(record: AgreementRecord, code: str, **said: object) -> DeedDialog:
    act = record.bar.act(code)
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None
    for key, value in said.items():
        dialog.field(key).set_value(value)
        dialog.field(key).changed.emit()
    return dialog


def form_of(page: KeyPage) -> AgreementForm:
    page.show_section("agreement")
    form = page.start_new()
    assert isinstance(form, AgreementForm)
    return form


def test_an_agreement_is_written_taken_in_under_and_signed(
    page: KeyPage, household: Household, workplace: Workplace
) -> None:
    form = form_of(page)
    person = PickedPerson("unit", str(household.unit_id), household.unit, "")
    for key, value in (
        ("unit", person),
        ("owner", household.name),
        ("custodian", str(workplace.actor.id)),
        ("ends", key_course.TODAY + 9 * key_course.DAY),
        ("purposes", "澆花\n\n 通風 "),
    ):
        form.field(key).set_value(value)
    assert form.save()
    record = page.open_form()
    assert isinstance(record, AgreementRecord)
    known = record.view().row
    assert known.purposes == ("澆花", "通風")
    said = " ".join(record.missing.words())
    assert sentence("custody_agreement.owner_signature.missing") in said
    record.take_in_button.click()
    taken = page.open_form()
    assert isinstance(taken, SetForm)
    taken.field("tag").set_value("D-90")
    taken.field("opens").set_value("大門")
    assert taken.save()
    assert key_set.get(workplace, "D-90").agreement_id == known.id
    record = opened(page, known.id)
    for _party in range(2):
        assert asked(record, "sign").save()
    assert custody_agreement.state(workplace, record.view().row) is AgreementState.IN_FORCE
    assert record.missing.words() == ["", ""] or not record.missing.isVisibleTo(record)
    assert not record.change_button.isEnabled()
    assert sentence("custody_agreement.signed") in record.change_button.toolTip()


def test_nobody_signs_under_the_name_of_the_other_party(page: KeyPage, keys: Keys) -> None:
    row = opened(page, keys.agreement.id).view().row
    dialog = asked(opened(page, row.id), "sign")
    dialog.field("party").set_value("owner")
    dialog.field("party").changed.emit()
    assert (dialog.values()["owner"], dialog.values()["custodian"]) == (row.owner, "")
    dialog.field("party").set_value("office")
    dialog.field("party").changed.emit()
    assert (dialog.values()["owner"], dialog.values()["custodian"]) == ("", row.custodian)
    dialog.field("custodian").set_value("")
    assert not dialog.save()
    assert dialog.refusal("custodian") == sentence("custody_agreement.person.missing")
    dialog.untouched()
    dialog.reject()


@pytest.mark.parametrize("key", ["unit", "owner", "custodian", "ends", "purposes"])
def test_what_is_missing_is_said_beside_the_field(
    page: KeyPage, language: str, dressed: QApplication, key: str
) -> None:
    form = form_of(page)
    assert not form.save()
    assert form.refusal(key) == sentence(f"custody_agreement.{key}.missing")
    speak(dressed, "en")


def test_its_prints_say_whether_they_are_out(
    page: KeyPage, keys: Keys, workplace: Workplace
) -> None:
    assert opened(page, keys.agreement.id).prints.lines == []
    paper.print_record(workplace, FormCode.CUSTODY_AGREEMENT, keys.agreement.id, "zh_Hant")
    (line,) = opened(page, keys.agreement.id).prints.lines
    assert line.words().endswith("Not back yet")


def test_it_is_extended_with_the_owners_word(page: KeyPage, keys: Keys) -> None:
    record = opened(page, keys.agreement.id)
    until = keys.agreement.ends + 30 * key_course.DAY
    dialog = asked(record, "extend", until=until, why="仍在外地")
    assert not dialog.save()
    assert dialog.refusal("word_how") == sentence("key_word.missing")
    for key, value in (("word_how", "signature"), ("word_person", "曾德華")):
        dialog.field(key).set_value(value)
        dialog.field(key).changed.emit()
    assert dialog.save()
    assert record.view().row.ends == until
    assert "仍在外地" in " ".join(record.use.words())


def test_it_is_not_ended_while_a_set_is_out(
    page: KeyPage, keys: Keys, workplace: Workplace
) -> None:
    loan = key_course.lent(workplace, keys.agreed, purpose=key_course.WATERING)
    record = opened(page, keys.agreement.id)
    act = record.bar.act("end")
    assert act is not None
    assert sentence("custody_agreement.keys_away", {"count": 1}) in act.shut(record.view())
    key_course.key_loan.void(workplace, loan.id, loan.version, "誤登")
    record.reload()
    assert asked(record, "end").save()
    assert key_set.get(workplace, keys.agreed.id).left_to == "曾德華"
    chip = label("agreement_state", "ended")
    assert record.view().row.ended_to == "曾德華"
    assert chip
