"""A second person's word at the open desk: whose deed it is, what is kept, what is refused."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import text

from desk.domain.approval import Answer, Line, Verdict
from desk.domain.permissions import Role
from desk.domain.reception import ReceptionEntry
from desk.domain.staff import AccountEntry
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models import history as trail
from desk.models.reception import Reception
from desk.models.unit_of_work import UnitOfWork
from desk.services import approval, reception, sign_in, staff
from desk.services.approval import Matter
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, PASSWORD

MANAGERS = frozenset({Role.MANAGER})
SHOWN = (
    Line("", "投訴 C2026-000012 逾期 1 天"),
    Line("時限", "輕微 · 2 日內處理 (M2 R150)"),
    Line("投訴人", "𠮷野太太 <b>"),
)


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """The desk with 李美玲 at it; 黃經理 and 林主管 are in the house."""
    for login, name, role in (
        ("lee", "李美玲", Role.RECEPTIONIST),
        ("wong", "黃經理", Role.MANAGER),
        ("lam", "林主管", Role.SUPERVISOR),
    ):
        staff.add(workplace, AccountEntry(login, name, role), PASSWORD, CHEAP)
    return sign_in.switch(workplace, "lee", PASSWORD)


@pytest.fixture
def matter(desk: Workplace) -> Matter:
    """A record that waits for a manager's word."""
    visit = reception.register(
        desk, ReceptionEntry(desk.now(), caller_name="曾德華", request="查詢")
    )
    return Matter("reception", visit.id, "overrun:solve.minor", MANAGERS, version=1)


GRANTED = Answer("wong", PASSWORD, Verdict.GRANTED, "已知悉", SHOWN)


def codes(desk: Workplace, matter: Matter, answer: Answer) -> dict[str, str | None]:
    """Why nothing was written down, with the field; nothing indeed was."""
    with desk.storage.reading() as reader:
        before = trail.newest_digest(reader)
    with pytest.raises(RuleRefused) as refused:
        approval.give(desk, matter, answer)
    with desk.storage.reading() as reader:
        assert trail.newest_digest(reader) == before
    return {one.code: one.field for one in refused.value.reasons}


def entries(desk: Workplace, kind: str) -> list[tuple[int, str, int, dict[str, object]]]:
    """Actor, deed, record and changes of a kind's history."""
    with desk.storage.reading() as reader:
        found = reader.execute(
            text("SELECT actor_id, deed, record_id, changes FROM history WHERE kind = :kind"),
            {"kind": kind},
        ).all()
    return [(row[0], row[1], row[2], json.loads(row[3])) for row in found]


def test_the_word_is_kept_with_everything_that_was_shown(desk: Workplace, matter: Matter) -> None:
    given = approval.give(desk, matter, GRANTED)

    assert (given.approver, given.asked_by) == ("黃經理", "李美玲")
    assert (given.decision, given.note, given.at) == (Verdict.GRANTED, "已知悉", desk.now())
    assert given.shown == SHOWN
    assert approval.of_record(desk, "reception", matter.record_id) == (given,)


def test_it_is_the_approvers_own_deed_and_the_clerk_is_its_witness(
    desk: Workplace, matter: Matter
) -> None:
    given = approval.give(desk, matter, GRANTED)
    ((actor, deed, record, created),) = entries(desk, "approval")
    told = entries(desk, "reception")[-1]

    assert (actor, deed, record) == (given.approver_id, "created", given.id)
    assert (created["asked_by_id"], created["shown"]) == (
        desk.actor.id,
        [[line.label, line.value] for line in SHOWN],
    )
    assert told[:3] == (given.approver_id, "granted", matter.record_id)
    assert told[3] == {
        "approval": given.id,
        "digest": given.digest,
        "matter": "overrun:solve.minor",
        "witness": desk.actor.id,
    }
    with desk.storage.reading() as reader:
        assert list(trail.broken_entries(reader)) == []


def test_the_clerk_stays_at_the_desk(desk: Workplace, matter: Matter) -> None:
    before = desk.actor
    assert approval.give(desk, matter, GRANTED).approver == "黃經理"

    assert desk.actor == before
    reception.register(desk, ReceptionEntry(desk.now(), caller_name="曾德華", request="查詢"))
    assert entries(desk, "reception")[-1][0] == before.id
    assert [deed for _actor, deed, *_rest in entries(desk, "account")].count("signed_in") == 2


@pytest.mark.parametrize(
    ("login", "password"), [("wong", "wrong"), ("nobody", PASSWORD), ("", ""), ("wong", "")]
)
def test_a_wrong_password_is_refused_beside_it_and_nothing_is_lost(
    desk: Workplace, matter: Matter, login: str, password: str
) -> None:
    wrong = replace(GRANTED, login=login, password=password)

    assert codes(desk, matter, wrong) == {"sign_in.refused": "password"}
    assert approval.give(desk, matter, GRANTED).decision is Verdict.GRANTED


def test_everything_that_is_wrong_is_said_at_once(desk: Workplace, matter: Matter) -> None:
    own = Answer("lee", PASSWORD, Verdict.REFUSED, "", SHOWN)

    assert codes(desk, matter, own) == {
        "approval.same_person": "login",
        "approval.role": "login",
        "approval.note.missing": "note",
    }
    unknown = replace(own, password="wrong")
    assert codes(desk, matter, unknown) == {
        "sign_in.refused": "password",
        "approval.note.missing": "note",
    }
    assert codes(desk, matter, replace(unknown, note="字" * 2_001)) == {
        "text.too_long": "note",
        "sign_in.refused": "password",
    }


def test_the_role_that_counts_is_the_one_the_account_has_now(
    desk: Workplace, matter: Matter, workplace: Workplace
) -> None:
    assert codes(desk, matter, replace(GRANTED, login="lam")) == {"approval.role": "login"}
    lam = next(one for one in staff.accounts(workplace) if one.login == "lam")
    change = staff.AccountChange(lam.name, Role.MANAGER, lam.language)
    staff.change(workplace, lam.id, lam.version, change)

    assert approval.give(desk, matter, replace(GRANTED, login="lam")).approver == "林主管"


def test_an_account_that_has_ended_is_nobody(
    desk: Workplace, matter: Matter, workplace: Workplace
) -> None:
    wong = next(one for one in staff.accounts(workplace) if one.login == "wong")
    staff.deactivate(workplace, wong.id)

    assert codes(desk, matter, GRANTED) == {"sign_in.refused": "password"}


def test_a_refusal_is_kept_too_and_the_last_word_stands_last(
    desk: Workplace, matter: Matter
) -> None:
    no = replace(GRANTED, decision=Verdict.REFUSED, note=" 未見\u202e相片 ")
    approval.give(desk, matter, no)
    approval.give(desk, matter, GRANTED)
    said = approval.of_record(desk, "reception", matter.record_id)

    assert [(one.decision, one.note) for one in said] == [
        (Verdict.REFUSED, "未見相片"),
        (Verdict.GRANTED, "已知悉"),
    ]
    deeds = [deed for _actor, deed, *_rest in entries(desk, "reception")]
    assert deeds[-2:] == ["refused", "granted"]


def test_what_follows_from_the_word_is_one_deed_with_it(desk: Workplace, matter: Matter) -> None:
    def breaks(work: UnitOfWork) -> None:
        work.get(Reception, matter.record_id).note = "approved"
        raise RuleRefused([])

    with pytest.raises(RuleRefused):
        approval.give(desk, matter, GRANTED, breaks)
    assert approval.of_record(desk, "reception", matter.record_id) == ()
    assert entries(desk, "approval") == []


def test_a_record_that_changed_since_it_was_shown_is_not_approved(
    desk: Workplace, matter: Matter
) -> None:
    with pytest.raises(StaleRecord):
        approval.give(desk, replace(matter, version=2), GRANTED)
    assert approval.of_record(desk, "reception", matter.record_id) == ()


@pytest.mark.parametrize("kind", ["reception", "no_such_kind"])
def test_what_is_not_there_is_not_approved(desk: Workplace, matter: Matter, kind: str) -> None:
    with pytest.raises(NotFound):
        approval.give(desk, replace(matter, kind=kind, record_id=999, version=None), GRANTED)


def test_another_line_is_another_digest(desk: Workplace, matter: Matter) -> None:
    one = approval.give(desk, matter, GRANTED)
    moved = (Line("時限 ·", "x"), Line("時限", "· x"))
    other = approval.give(desk, matter, replace(GRANTED, shown=moved))
    same = approval.give(desk, matter, GRANTED)

    assert one.digest == same.digest != other.digest
