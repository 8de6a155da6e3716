"""Half-finished forms outlive what interrupts them, and belong to one clerk."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.config import DataFolder
from desk.domain.permissions import Permission
from desk.models.staff import Account
from desk.services import draft, sign_in
from desk.services.draft import Kept
from desk.services.workplace import Workplace
from tests.conftest import PASSWORD

CONTENT = {"request": "漏水\x00", "person": ["resident", "7", "曾", ""], "kind": None}


@pytest.fixture
def other(workplace: Workplace, now: dt.datetime) -> Iterator[Workplace]:
    """Another clerk at the same desk."""
    with workplace.deed(Permission.MANAGE_ACCOUNTS) as work:
        account = Account(
            login="may", name="李小梅", role="receptionist", language="zh_Hant", slot="s",
            created_at=now,
        )  # fmt: skip
        work.add(account)
        work.commit()
    yield replace(workplace, actor=replace(workplace.actor, id=account.id))


def test_a_form_survives_a_restart(
    workplace: Workplace, folder: DataFolder, clock: FixedClock, now: dt.datetime
) -> None:
    draft.save(workplace, "reception", "曾德華", CONTENT, subject="12")
    workplace.close()
    again = sign_in.sign_in(folder, "admin", PASSWORD, clock)
    (kept,) = draft.list_all(again)
    again.close()
    assert (kept.form, kept.subject, kept.title) == ("reception", "12", "曾德華")
    assert (kept.content, kept.saved_at) == (CONTENT, now)


def test_a_form_is_kept_once_however_often_it_is_saved(
    workplace: Workplace, clock: FixedClock
) -> None:
    first = draft.save(workplace, "reception", "一", CONTENT)
    clock.advance(dt.timedelta(seconds=3))
    assert draft.save(workplace, "reception", "二", {}, first) == first
    (kept,) = draft.list_all(workplace)
    assert (kept.title, kept.content, kept.saved_at) == ("二", {}, clock.now())


def test_several_forms_wait_what_waits_longest_first(
    workplace: Workplace, clock: FixedClock
) -> None:
    for title in ("一", "二"):
        draft.save(workplace, "reception", title, CONTENT)
        clock.advance(dt.timedelta(seconds=1))
    assert [row.title for row in draft.list_all(workplace)] == ["一", "二"]


def test_a_draft_belongs_to_its_clerk_alone(workplace: Workplace, other: Workplace) -> None:
    mine = draft.save(workplace, "reception", "一", CONTENT)
    assert draft.list_all(other) == ()
    draft.remove(other, mine)
    assert draft.save(other, "reception", "二", {}, mine) != mine
    draft.keep_all(other, [])
    assert [row.title for row in draft.list_all(workplace)] == ["一"]


def test_a_draft_is_forgotten_once_and_saving_it_again_makes_a_new_one(
    workplace: Workplace,
) -> None:
    first = draft.save(workplace, "reception", "一", CONTENT)
    draft.remove(workplace, first)
    draft.remove(workplace, first)
    assert draft.list_all(workplace) == ()
    draft.save(workplace, "reception", "一", CONTENT, first)
    assert len(draft.list_all(workplace)) == 1


@pytest.mark.parametrize("former", [0, 1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, 3])
def test_what_waits_is_kept_as_a_whole(
    workplace: Workplace, now: dt.datetime, former: int, count: int
) -> None:
    for number in range(former):
        draft.save(workplace, "complaint", str(number), {"x": number})
    entries = [
        Kept("reception", f"表{at}", {"at": at}, str(at), now + dt.timedelta(minutes=at))
        for at in range(count)
    ]
    draft.keep_all(workplace, entries)
    kept = draft.list_all(workplace)
    assert [(row.title, row.content, row.saved_at) for row in kept] == [
        (entry.title, entry.content, entry.since) for entry in entries
    ]


def test_half_a_character_and_a_long_title_do_no_harm(workplace: Workplace) -> None:
    draft.save(workplace, "reception", "長" * 999, {"request": "\ud842", "more": ["\udfb7"]})
    (kept,) = draft.list_all(workplace)
    assert (len(kept.title), kept.content) == (200, {"request": "?", "more": ["?"]})
