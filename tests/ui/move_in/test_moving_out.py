"""Moving out in the window, from a filed case to a household that has left (R34, R57)."""

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.domain.custody_agreement import AgreementEntry, EndEntry
from desk.domain.key_set import KeyBasis, KeySetEntry
from desk.domain.key_word import SignedHow
from desk.domain.move_in import State
from desk.domain.move_in_rule import Holder
from desk.domain.release_pass_rule import PassKind
from desk.services import custody_agreement, household, key_set, release_pass
from desk.services.custody_agreement import AgreementRow
from desk.services.workplace import Workplace
from desk.ui.estate.deeds import EstateDeeds
from desk.ui.estate.household_file import HouseholdFilePanel
from desk.ui.estate.household_file_lines import Entry
from desk.ui.move_in import facts
from desk.ui.move_in.cases_page import CasesPage
from desk.ui.move_in.record import CaseRecord
from desk.ui.move_in.words import kind_words
from tests.services.move_in_course import MoveInCourse
from tests.services.pass_course import Course

MOVING = PassKind.MOVING_OUT
GONE = "搬往九龍"


@pytest.fixture
def passes(workplace: Workplace, course: MoveInCourse, tmp_path: Path) -> Course:
    return Course(workplace, course.unit_id, tmp_path)


def agreed_with_keys(course: MoveInCourse) -> AgreementRow:
    """The office keeps a set of keys of the unit."""
    desk, today = course.workplace, course.today
    entry = AgreementEntry(
        course.unit_id,
        "曾德華",
        custodian_id=desk.actor.id,
        starts=today,
        ends=today + dt.timedelta(days=30),
        purposes=("澆花",),
    )
    agreed = custody_agreement.register(desk, entry)
    keys = KeySetEntry(
        "T1",
        opens="大門",
        basis=KeyBasis.AGREEMENT,
        agreement_id=agreed.id,
        received_at=desk.now(),
    )
    key_set.register(desk, keys)
    return custody_agreement.get(desk, agreed.id)


def shown(page: CasesPage, key: int) -> CaseRecord:
    record = page.open_key(str(key))
    assert isinstance(record, CaseRecord)
    return record


def offered(record: CaseRecord) -> set[str]:
    return {act.code for act in record.bar.shown()}


def wanted(qtbot: QtBot, record: CaseRecord, page: CasesPage, code: str) -> tuple[str, str]:
    """The record that a deed asks the window for."""
    act = record.bar.act(code)
    assert act is not None and not act.shut(record.known())
    with qtbot.waitSignal(page._deeds.record_wanted, timeout=1000) as asked:
        record.run(act)
    assert asked.args is not None
    return asked.args[0], asked.args[1]


def test_a_household_with_keys_and_an_open_pass_stays_until_all_is_back(
    page: CasesPage, course: MoveInCourse, passes: Course, qtbot: QtBot
) -> None:
    desk, case = course.workplace, course.filed()
    agreed = agreed_with_keys(course)
    draft = passes.draft(MOVING)
    record = shown(page, case.detail.id)
    act = record.bar.act("move_out")
    assert act is not None
    lacks = act.shut(record.known())
    assert all(told in lacks for told in (draft.detail.number, "T1", agreed.number)), lacks
    refused = record.run(act)
    assert refused is not None and not refused.save()
    refused.reject()
    assert {"open_pass", "custody"} <= offered(record)
    opened = wanted(qtbot, record, page, "open_pass")
    assert opened == ("release_pass", str(draft.detail.id))
    assert wanted(qtbot, record, page, "custody") == ("custody_agreement", str(agreed.id))

    release_pass.void(desk, draft.detail.id, draft.detail.version, "重開")
    passes.gate(passes.issued(MOVING))
    agreed = custody_agreement.get(desk, agreed.id)
    end = EndEntry(desk.now(), "曾德華", signed=SignedHow.DESK)
    custody_agreement.end(desk, agreed.id, agreed.version, end)
    record.reload()
    act = record.bar.act("move_out")
    assert act is not None and not act.shut(record.known())
    dialog = record.run(act)
    assert dialog is not None
    dialog.field("remark").set_value(GONE)
    assert dialog.save()

    record.reload()
    assert record.known().facts.state is State.MOVED_OUT
    assert GONE in {one.value for one in facts.facts(record.known(), page._deeds)}
    assert not {"move_out", "open_pass", "new_pass", "custody"} & offered(record)
    home = household.household(desk, course.unit_id)
    assert (home.residents, {one.name for one in home.former}) == ((), {"曾德華", "曾小明"})


def test_the_file_of_a_household_that_left_is_read_as_before(
    page: CasesPage, course: MoveInCourse, passes: Course, qtbot: QtBot
) -> None:
    """R57: what was filed, the pass and the end of it all stand in the household's file."""
    case = course.filed()
    left = passes.gate(passes.issued(MOVING))
    record = shown(page, case.detail.id)
    act = record.bar.act("move_out")
    assert act is not None
    dialog = record.run(act)
    assert dialog is not None and dialog.save()
    panel = HouseholdFilePanel(EstateDeeds(course.workplace), course.unit_id)
    qtbot.addWidget(panel)
    panel.show()
    told = [one for one in panel.lines.lines if isinstance(one, Entry)]
    kinds = {(one.row.kind, one.row.number) for one in told}
    assert ("move_in_event", case.detail.number) in kinds
    assert ("release_pass", left.detail.number) in kinds


def test_a_household_without_a_pass_is_led_to_a_new_one(
    page: CasesPage, course: MoveInCourse, qtbot: QtBot
) -> None:
    record = shown(page, course.filed().detail.id)
    assert "open_pass" not in offered(record)
    act = record.bar.act("new_pass")
    assert act is not None and not act.shut(record.known())
    with qtbot.waitSignal(page._deeds.pass_wanted, timeout=1000) as asked:
        record.run(act)
    assert asked.args == [course.unit_id]


def test_what_is_usual_of_a_case_goes_unsaid(course: MoveInCourse) -> None:
    """A line of the list has room for the agent."""
    case = course.written(by_agent=True, agent="李大文")
    assert kind_words(case.detail) == "Owner · by an agent"
    other = replace(case.detail, holder=Holder.COMPANY, by_agent=False)
    assert kind_words(other) == "Owner · Company"
