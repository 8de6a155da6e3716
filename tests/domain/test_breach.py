"""The inspection (R220, R221): what the program looks for, and what a finding has to say."""

import datetime as dt
from dataclasses import replace

import pytest

from desk.domain.breach import (
    BreachEntry,
    BreachKind,
    Candidate,
    DutyRecord,
    Finding,
    candidates,
    entry_reasons,
)
from desk.domain.handover import Handover, HandoverMode, Recipient

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
CAME = NOW - 2 * DAY
LINK = Handover(Recipient.DEPARTMENT, HandoverMode.PHONE, CAME, accepted_at=CAME, id=1)
WELL = DutyRecord(7, CAME, CAME + DAY, (LINK,), was_notified=True)


def found(record: DutyRecord, days: int = 3) -> list[tuple[BreachKind, int | None]]:
    return [(one.kind, one.handover_id) for one in candidates(record, days, NOW)]


REFUSED = replace(LINK, accepted_at=None, refused_at=CAME + DAY)
RECORDS: list[tuple[str, DutyRecord, list[tuple[BreachKind, int | None]]]] = [
    ("R220-nothing", WELL, []),
    ("R199-answered-directly", DutyRecord(7, CAME, CAME), []),
    ("R213-second", replace(WELL, chain=(LINK, replace(LINK, id=2))),
     [(BreachKind.SECOND_TRANSFER, 2)]),
    ("R206-refused", replace(WELL, chain=(REFUSED, replace(LINK, id=2))),
     [(BreachKind.REFUSED, 1)]),
    ("R213-wrong", replace(WELL, chain=(replace(LINK, is_wrong=True),)),
     [(BreachKind.WRONG_HANDOVER, 1)]),
    ("R219-no-notice", replace(WELL, was_notified=False), [(BreachKind.NO_NOTICE, None)]),
    ("R219-only-refused", DutyRecord(7, CAME, NOW, (REFUSED,)), [(BreachKind.REFUSED, 1)]),
    ("R199-open-long", DutyRecord(7, NOW - 4 * DAY, None), [(BreachKind.OVERDUE, None)]),
    ("R199-ended-late", DutyRecord(7, NOW - 9 * DAY, NOW - DAY), [(BreachKind.OVERDUE, None)]),
    ("R199-just-in-time", DutyRecord(7, NOW - 3 * DAY, None), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("record", "wanted"), [r[1:] for r in RECORDS], ids=[r[0] for r in RECORDS]
)
def test_an_inspection_finds(
    record: DutyRecord, wanted: list[tuple[BreachKind, int | None]]
) -> None:
    assert found(record) == wanted


def test_R220_how_long_a_duty_may_be_open_is_the_policys() -> None:
    record = DutyRecord(7, NOW - 4 * DAY, None)
    assert found(record, days=4) == []
    assert found(record, days=3) == [(BreachKind.OVERDUE, None)]


def test_every_candidate_names_its_clause_and_they_stand_in_time() -> None:
    wrong = replace(REFUSED, is_wrong=True)
    told = candidates(DutyRecord(7, NOW - 9 * DAY, None, (wrong,)), 3, NOW)
    assert [one.at for one in told] == sorted(one.at for one in told)
    assert {one.clause for one in told} == {"R199", "R206", "R213"}
    assert Candidate(7, BreachKind.NO_NOTICE, NOW).clause == "R219"


BREACH = BreachEntry(7, BreachKind.REFUSED, person="張主管", measure="口頭警告")


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (BREACH, []),
        (replace(BREACH, person=""), [("breach.person.missing", "person")]),
        (replace(BREACH, measure=""), [("breach.measure.missing", "measure")]),
        (replace(BREACH, kind=BreachKind.OTHER), [("breach.note.missing", "note")]),
        (BreachEntry(7, BreachKind.OVERDUE, Finding.NONE, note="等候配件，已告知住戶"), []),
        (BreachEntry(7, BreachKind.OVERDUE, Finding.NONE), [("breach.note.missing", "note")]),
    ],
)
def test_R221_a_finding_names_who_and_the_measure_or_why_it_is_none(
    entry: BreachEntry, wanted: list[tuple[str, str]]
) -> None:
    assert [(one.code, one.field) for one in entry_reasons(entry)] == wanted
