"""The document control head of each form, kept and printed (R224)."""

from datetime import date, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.document_control import DocumentEntry
from desk.domain.paper import FORMS, FormCode
from desk.domain.permissions import Role
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.services import document_control, paper
from desk.services.paper_forms import BLANK
from desk.services.workplace import Workplace
from tests.services.test_paper import text_of

SHEET = FormCode.COMPLAINT_SHEET
HEAD = DocumentEntry("PM-CS-012", "B", "2", date(2026, 11, 1), "何敏", "黃志強", "陳大文")


def test_every_form_may_have_a_head_and_begins_without(workplace: Workplace) -> None:
    rows = document_control.every(workplace)
    assert [row.form for row in rows] == list(FORMS)
    assert {document_control.entry_of(row) for row in rows} == {DocumentEntry()}


def test_a_head_is_kept_and_printed_on_its_form_alone(
    workplace: Workplace, clock: FixedClock
) -> None:
    kept = document_control.keep(workplace, SHEET, 0, HEAD)
    assert document_control.entry_of(kept) == HEAD
    assert document_control.of_form(workplace, SHEET) == kept
    text = text_of(paper.prepare_blank(workplace, SHEET, "zh_Hant").pdf)
    for said in ("PM-CS-012", "B", "01/11/2026", "編製 何敏", "審核 黃志強", "批准 陳大文"):
        assert said in text
    other = paper.prepare_blank(workplace, FormCode.COORDINATION_SLIP, "zh_Hant")
    assert "PM-CS-012" not in text_of(other.pdf)


def test_every_form_carries_its_head(workplace: Workplace) -> None:
    for place, form in enumerate(BLANK):
        entry = DocumentEntry(f"QP-{place:03}", "A", effective_on=date(2026, 1, 1))
        document_control.keep(workplace, form, 0, entry)
    for place, form in enumerate(BLANK):
        text = text_of(paper.prepare_blank(workplace, form, "zh_Hans").pdf)
        assert f"QP-{place:03}" in text


def test_what_it_was_before_stays_in_the_history(workplace: Workplace) -> None:
    first = document_control.keep(workplace, SHEET, 0, HEAD)
    second = DocumentEntry("PM-CS-012", "C", "0", date(2026, 11, 21))
    kept = document_control.keep(workplace, SHEET, first.version, second)
    assert (kept.version, kept.edition, kept.prepared_by) == (2, "C", "")
    with workplace.reading() as reader:
        query = "SELECT deed, changes FROM history WHERE kind = 'document_control' ORDER BY id"
        told = [tuple(row) for row in reader.exec_driver_sql(query)]
    assert [deed for deed, _changes in told] == ["created", "changed"]
    assert '"edition": ["B", "C"]' in told[1][1]


def test_one_kept_meanwhile_is_not_overwritten(workplace: Workplace) -> None:
    first = document_control.keep(workplace, SHEET, 0, HEAD)
    for version in (0, first.version + 1):
        with pytest.raises(StaleRecord):
            document_control.keep(workplace, SHEET, version, HEAD)
    with pytest.raises(StaleRecord):
        document_control.keep(workplace, FormCode.JOINT_REPORT, 3, DocumentEntry())


def test_texts_are_cleaned_and_everything_wrong_is_said_at_once(workplace: Workplace) -> None:
    document_control.keep(workplace, SHEET, 0, DocumentEntry(" QP-1 ", "A", "", date(2026, 1, 1)))
    tomorrow = date(2026, 11, 21) + timedelta(days=1)
    entry = DocumentEntry("QP-1", "", "9" * 21, tomorrow)
    with pytest.raises(RuleRefused) as refused:
        document_control.keep(workplace, FormCode.JOINT_REPORT, 0, entry)
    assert {one.field for one in refused.value.reasons} == {
        "number",
        "edition",
        "revision",
        "effective_on",
    }


def test_who_may_not_change_the_policy_keeps_no_head(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert workplace.actor.role is Role.ADMINISTRATOR
    monkeypatch.setattr(
        "desk.services.workplace.may", lambda role, permission: permission != "edit_policy"
    )
    with pytest.raises(RuleRefused, match=r"permission\.missing"):
        document_control.keep(workplace, SHEET, 0, HEAD)


def test_a_form_there_is_not_has_no_head(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        document_control.of_form(workplace, "passport")
