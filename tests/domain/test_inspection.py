"""What the rules of an inspection, its meters and its defects say, as tables."""

import datetime as dt
import itertools
from decimal import Decimal

import pytest

from desk.domain import defect, inspection, meter
from desk.domain.defect import Age, DefectFacts, DoneEntry, PromiseEntry, RecheckEntry
from desk.domain.inspection import InspectionFacts, Item, Signature, Signer, State, Verdict
from desk.domain.meter import KnownReading, MeterKind, ReadingEntry
from desk.domain.move_in_rule import MOVE_IN

TODAY = dt.date(2026, 11, 21)
NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
LAST = KnownReading("W-1", Decimal(100), TODAY)
DONE = {signer: Signature("曾德華", TODAY) for signer in Signer}


def facts(**told: object) -> InspectionFacts:
    item = Item(1, 1, {"": "客廳"}, {"": "窗"}, Verdict.PASS)
    given = {
        "state": State.DONE,
        "builder": "新城建設",
        "items": (item,),
        "metered": frozenset(MeterKind),
        "signatures": DONE,
    }
    return InspectionFacts(**given | told)  # type: ignore[arg-type]


def codes(reasons: object) -> list[str]:
    return [one.code for one in reasons]  # type: ignore[attr-defined]


def test_a_whole_inspection_misses_nothing() -> None:
    assert inspection.missing(facts()) == ()


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"state": State.OPEN}, "inspection.open"),
        ({"items": (Item(1, 1, {}, {}),)}, "inspection.part.unseen"),
        ({"items": (Item(1, 1, {}, {}, Verdict.FAIL),)}, "inspection.fail.remark"),
        (
            {"items": (Item(1, 1, {}, {}, Verdict.FAIL, "x"),), "builder": ""},
            "inspection.builder.missing",
        ),
        *(
            ({"metered": frozenset(MeterKind) - {kind}}, f"inspection.meter.{kind}")
            for kind in MeterKind
        ),
        *(
            (
                {"signatures": {one: DONE[one] for one in Signer if one is not signer}},
                f"inspection.unsigned.{signer}",
            )
            for signer in Signer
        ),
    ],
)
def test_each_thing_that_is_missing_is_said_by_itself(told: dict[str, object], code: str) -> None:
    assert codes(inspection.missing(facts(**told))) == [code]


def test_a_void_one_misses_everything() -> None:
    assert codes(inspection.missing(facts(state=State.VOID))) == ["inspection.void"]


@pytest.mark.parametrize(
    ("language", "said"), [("zh_Hant", "客廳"), ("en", "Living room"), ("zh_Hans", "客廳")]
)
def test_a_name_is_said_in_the_language_or_in_any(language: str, said: str) -> None:
    assert inspection.said({"zh_Hant": "客廳", "en": "Living room"}, language) == said
    assert inspection.said(inspection.typed("書房"), language) == "書房"


# Meters


@pytest.mark.parametrize(
    ("value", "days", "code"),
    [
        ("100", 0, None),
        ("99.999", 0, "meter.value.below"),
        ("400", 0, None),
        ("400.001", 0, "meter.value.above"),
        ("410", 1, None),
        ("410.001", 1, "meter.value.above"),
        ("-1", 0, "meter.value.outside"),
        ("100.0001", 0, "meter.value.places"),
    ],
)
def test_a_reading_follows_the_last_one(value: str, days: int, code: str | None) -> None:
    entry = ReadingEntry(MeterKind.WATER, "W-1", Decimal(value))
    found = codes(meter.reading_reasons(entry, LAST, TODAY + dt.timedelta(days=days)))
    assert found[:1] == ([] if code is None else [code])


def test_an_odd_reading_stands_when_somebody_says_why() -> None:
    entry = ReadingEntry(MeterKind.WATER, "W-1", Decimal(5), why="換錶")
    assert meter.reading_reasons(entry, LAST, TODAY, other_unit="B室") == ()


def test_a_first_reading_needs_its_number_and_value() -> None:
    found = codes(meter.reading_reasons(ReadingEntry(MeterKind.GAS), None, TODAY))
    assert found == ["meter.number.missing", "meter.value.missing"]


def test_a_meter_is_absent_or_read_not_both() -> None:
    absent = ReadingEntry(MeterKind.GAS, absent="未通氣")
    assert meter.reading_reasons(absent, None, TODAY) == ()
    both = ReadingEntry(MeterKind.GAS, "G-1", Decimal(1), "未通氣")
    assert codes(meter.reading_reasons(both, None, TODAY)) == ["meter.absent.read"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("12.5", "12.5"), ("１２．５", "12.5"), ("1,204", "1204"), ("十二", None), ("NaN", None)],
)
def test_a_reading_is_read_as_it_is_typed(text: str, value: str | None) -> None:
    assert meter.read_value(text) == (None if value is None else Decimal(value))


# Defects


@pytest.mark.parametrize(
    ("days", "age"),
    [
        (-1, Age.TO_30),
        (0, Age.TO_30),
        (30, Age.TO_30),
        (31, Age.TO_60),
        (60, Age.TO_60),
        (61, Age.TO_90),
        (90, Age.TO_90),
        (91, Age.OVER_90),
        (3_000, Age.OVER_90),
    ],
)
def test_each_age_has_its_borders(days: int, age: Age) -> None:
    found_on = TODAY - dt.timedelta(days=days)
    assert defect.age(found_on, TODAY) is age
    first, last = defect.found_between(age, TODAY)
    assert (first is None or first <= found_on) and found_on <= last


def test_the_ages_leave_no_day_out_and_none_twice() -> None:
    spans = [defect.found_between(age, TODAY) for age in Age]
    for (first, _last), (_first, last) in itertools.pairwise(spans):
        assert first is not None and last == first - dt.timedelta(days=1)


def known(state: defect.State = defect.State.OPEN) -> DefectFacts:
    return DefectFacts(state, "新城建設", NOW, NOW)


def test_it_is_due_on_the_promised_day_else_by_the_policy() -> None:
    assert defect.due_on(None, TODAY, MOVE_IN) == TODAY + dt.timedelta(days=MOVE_IN.defect_days)
    assert defect.due_on(TODAY, TODAY, MOVE_IN) == TODAY


@pytest.mark.parametrize(
    ("state", "press", "recheck"),
    [
        (defect.State.OPEN, [], ["defect.not_done"]),
        (defect.State.DONE, ["defect.done"], []),
        (defect.State.PASSED, ["defect.passed"], ["defect.passed"]),
        (defect.State.VOID, ["defect.void"], ["defect.void"]),
    ],
)
def test_each_state_has_its_deeds(
    state: defect.State, press: list[str], recheck: list[str]
) -> None:
    facts_of = known(state)
    assert codes(defect.promise_reasons(facts_of, PromiseEntry(TODAY), TODAY)) == press
    assert codes(defect.done_reasons(facts_of, DoneEntry("林工"), NOW)) == press
    passed = RecheckEntry(Verdict.PASS, "何小姐")
    assert codes(defect.recheck_reasons(facts_of, passed, NOW)) == recheck


@pytest.mark.parametrize(
    ("at", "code"),
    [
        (NOW + dt.timedelta(minutes=2), "defect.at.future"),
        (NOW - dt.timedelta(minutes=1), "defect.at.before"),
    ],
)
def test_what_happened_lies_between_its_beginning_and_now(at: dt.datetime, code: str) -> None:
    assert codes(defect.done_reasons(known(), DoneEntry("林工", at), NOW)) == [code]


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "defect.promised_on.past"), (1_097, "defect.promised_on.far")]
)
def test_a_promised_day_lies_ahead(days: int, code: str) -> None:
    entry = PromiseEntry(TODAY + dt.timedelta(days=days))
    assert codes(defect.promise_reasons(known(), entry, TODAY)) == [code]
