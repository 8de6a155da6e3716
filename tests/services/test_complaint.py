"""Complaints on a real database: numbers, states, the trail, the register's pages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import ComplaintEntry, Nature, Severity, State
from desk.domain.permissions import Permission, Role
from desk.domain.reception import Channel
from desk.errors import NotFound, RuleRefused, StaleRecord
from desk.models.complaint import Complaint
from desk.models.reception import Reception
from desk.services import complaint, complaint_case
from desk.services.complaint import ComplaintFilter
from desk.services.workplace import Workplace
from tests.conftest import NOW
from tests.services.conftest import Household

WHOLE = ComplaintEntry(
    received_at=NOW,
    occurred_at=NOW - timedelta(hours=3),
    place="A座大堂",
    complainant="李小龍",
    contact="9123 4567",
    about="清潔部",
    course="大堂地面積水，無人處理。",
    demand="即日清理並致歉。",
)


@pytest.fixture
def visit(workplace: Workplace, household: Household) -> int:
    with workplace.deed(Permission.REGISTER) as work:
        row = Reception(
            number=work.next_number("R"),
            happened_at=work.now,
            entered_at=work.now,
            channel="phone",
            kind="help",
            unit_id=household.unit_id,
            resident_id=household.resident_id,
            caller_name=household.name,
            caller_phone="9123 4567",
            request="樓上漏水，已第三次致電。",
            first_asked_id=workplace.actor.id,
            state="open",
        )
        work.add(row)
        work.commit()
    return row.id


def as_role(workplace: Workplace, role: Role) -> Workplace:
    return workplace.signed_in_as(replace(workplace.actor, role=role))


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def history(workplace: Workplace, kind: str, record_id: int) -> list[str]:
    with workplace.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT deed FROM history WHERE kind = ? AND record_id = ? ORDER BY id",
            (kind, record_id),
        )
        return [row[0] for row in rows]


def put(workplace: Workplace, complaint_id: int, state: State) -> complaint.ComplaintDetail:
    """In that state, however it came about."""
    with workplace.deed(Permission.CLOSE) as work:
        work.get(Complaint, complaint_id).state = state
        work.commit()
    return complaint_case.get(workplace, complaint_id).detail


# Registering


def test_a_complaint_is_registered_with_the_next_number(workplace: Workplace) -> None:
    first = complaint.register(workplace, WHOLE)
    second = complaint.register(workplace, WHOLE)
    assert (first.number, second.number) == ("C2026-000001", "C2026-000002")
    assert (first.state, first.received_by, first.entered_at) == ("registered", "陳大文", NOW)
    assert history(workplace, "complaint", first.id) == ["created"]


def test_no_number_is_lost_when_a_registration_fails(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    complaint.register(workplace, WHOLE)
    with pytest.raises(RuleRefused):
        complaint.register(workplace, replace(WHOLE, place=""))

    def fall(*_anything: object) -> None:
        raise OSError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(complaint, "_mark_visit", fall)
        with pytest.raises(OSError, match="power cut"):
            complaint.register(workplace, WHOLE)
    assert complaint.register(workplace, WHOLE).number == "C2026-000002"


def test_the_year_of_a_number_is_that_of_the_estate(
    workplace: Workplace, clock: FixedClock
) -> None:
    clock.moment = NOW.replace(month=12, day=31, hour=17)  # 1 January 2027, 01:00 in Hong Kong
    entry = replace(WHOLE, received_at=clock.moment)
    assert complaint.register(workplace, entry).number == "C2027-000001"


def test_every_reason_comes_at_once_and_long_texts_are_among_them(workplace: Workplace) -> None:
    entry = replace(WHOLE, place="", about="部" * 121, demand="", course="水" * 20_001)
    with pytest.raises(RuleRefused) as refused:
        complaint.register(workplace, entry)
    found = {(reason.code, reason.field) for reason in refused.value.reasons}
    assert found == {
        ("complaint.place.missing", "place"),
        ("complaint.demand.missing", "demand"),
        ("text.too_long", "about"),
        ("text.too_long", "course"),
    }


def test_a_text_of_five_million_characters_is_refused_in_words(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        complaint.register(workplace, replace(WHOLE, course="水" * 5_000_000))
    assert codes(refused) == ["text.too_long"]


def test_texts_are_cleaned_at_the_door(workplace: Workplace) -> None:
    entry = replace(WHOLE, place="A座\n大\x00堂 ", course="一\r\n\u202e二<b>三</b>")
    kept = complaint.register(workplace, entry)
    assert (kept.place, kept.course) == ("A座 大堂", "一\n二<b>三</b>")


def test_a_resident_is_named_and_placed_by_the_estate(
    workplace: Workplace, household: Household
) -> None:
    entry = complaint.entry_for_resident(workplace, household.resident_id)
    assert (entry.complainant, entry.contact, entry.place) == (
        "曾德華",
        "9123 4567",
        "A座12樓B室",
    )
    bare = replace(WHOLE, complainant="", resident_id=household.resident_id)
    kept = complaint.register(workplace, bare)
    assert (kept.complainant, kept.unit_id, kept.unit) == (
        "曾德華",
        household.unit_id,
        "A座12樓B室",
    )


def test_an_unknown_resident_or_unit_is_not_invented(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        complaint.register(workplace, replace(WHOLE, resident_id=99))
    with pytest.raises(NotFound):
        complaint.register(workplace, replace(WHOLE, unit_id=99))


def test_only_desk_workers_register(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        complaint.register(as_role(workplace, Role.QUALITY_SUPERVISOR), WHOLE)
    assert codes(refused) == ["permission.missing"]


# From a visit


def test_a_visit_tells_the_complaint_what_it_knows(workplace: Workplace, visit: int) -> None:
    entry = complaint.entry_from_reception(workplace, visit)
    assert entry == ComplaintEntry(
        received_at=NOW,
        channel=Channel.PHONE,
        reception_id=visit,
        unit_id=entry.unit_id,
        resident_id=entry.resident_id,
        complainant="曾德華",
        contact="9123 4567",
        place="A座12樓B室",
        course="樓上漏水，已第三次致電。",
    )


def test_the_visit_is_marked_as_the_complaint_it_became(workplace: Workplace, visit: int) -> None:
    begun = complaint.entry_from_reception(workplace, visit)
    entry = replace(begun, occurred_at=NOW, about="工程部", demand="修理")
    kept = complaint.register(workplace, entry)
    assert (kept.reception_id, kept.reception_number) == (visit, "R2026-000001")
    assert "became_complaint" in history(workplace, "reception", visit)
    with workplace.reading() as reader:
        kind = reader.exec_driver_sql("SELECT kind FROM reception WHERE id = ?", (visit,)).scalar()
    assert kind == "complaint"


def test_one_visit_becomes_one_complaint(workplace: Workplace, visit: int) -> None:
    begun = complaint.entry_from_reception(workplace, visit)
    entry = replace(begun, occurred_at=NOW, about="工程部", demand="修理")
    first = complaint.register(workplace, entry)
    with pytest.raises(RuleRefused) as refused:
        complaint.register(workplace, entry)
    assert [(r.code, r.parameters) for r in refused.value.reasons] == [
        ("complaint.linked", {"number": first.number})
    ]


# Onwards


def test_a_save_over_somebody_elses_save_is_refused(workplace: Workplace) -> None:
    kept = complaint.register(workplace, WHOLE)
    complaint.change(workplace, kept.id, kept.version, replace(WHOLE, place="B座"))
    with pytest.raises(StaleRecord):
        complaint.change(workplace, kept.id, kept.version, replace(WHOLE, place="C座"))
    assert complaint_case.get(workplace, kept.number).detail.place == "B座"


def test_a_closed_complaint_is_not_changed(workplace: Workplace) -> None:
    kept = complaint.register(workplace, WHOLE)
    kept = put(workplace, kept.id, State.CLOSED)
    with pytest.raises(RuleRefused) as refused:
        complaint.change(workplace, kept.id, kept.version, WHOLE)
    assert codes(refused) == ["complaint.closed"]


def test_a_new_judgement_of_the_nature_keeps_its_reason(workplace: Workplace) -> None:
    kept = complaint.register(workplace, replace(WHOLE, nature=Nature.HELP))
    with pytest.raises(RuleRefused) as refused:
        complaint.change(workplace, kept.id, kept.version, WHOLE)
    assert codes(refused) == ["complaint.why.missing"]
    complaint.change(workplace, kept.id, kept.version, WHOLE, "兩次求助未獲回覆")
    (told,) = complaint.reclassifications(workplace, kept.id)
    assert (told.before, told.after, told.why, told.by) == (
        "help",
        "effective",
        "兩次求助未獲回覆",
        "陳大文",
    )


def test_changing_keeps_the_visit_and_the_number(workplace: Workplace, visit: int) -> None:
    begun = complaint.entry_from_reception(workplace, visit)
    kept = complaint.register(
        workplace, replace(begun, occurred_at=NOW, about="工程部", demand="修理")
    )
    changed = complaint.change(workplace, kept.id, kept.version, WHOLE)
    assert (changed.reception_id, changed.number) == (visit, kept.number)


def test_shut_buttons_say_why(workplace: Workplace) -> None:
    kept = complaint.register(workplace, WHOLE)
    looker = as_role(workplace, Role.QUALITY_SUPERVISOR)
    assert complaint.change_reasons(workplace, kept) == ()
    assert [r.code for r in complaint.change_reasons(looker, kept)] == ["permission.missing"]


# Looking


def test_an_unknown_complaint_is_said_to_be_missing(workplace: Workplace) -> None:
    assert complaint.page(workplace, ComplaintFilter()).rows == ()
    for key in (1, "C2026-000001"):
        with pytest.raises(NotFound):
            complaint_case.get(workplace, key)


def test_pages_run_from_the_newest_without_gap_or_repetition(workplace: Workplace) -> None:
    for hours in (5, 1, 3, 3, 3, 2, 4):
        received = NOW - timedelta(hours=hours)
        before = received - timedelta(days=1)
        complaint.register(workplace, replace(WHOLE, received_at=received, occurred_at=before))
    seen, key = [], None
    for _page in range(4):
        found = complaint.page(workplace, ComplaintFilter(), key, limit=2)
        seen += found.rows
        key = found.next_key
    assert key is None
    assert [(row.received_at, row.id) for row in seen] == sorted(
        ((row.received_at, row.id) for row in seen), reverse=True
    )
    assert len({row.id for row in seen}) == 7


def test_filters_narrow_the_register(workplace: Workplace, household: Household) -> None:
    mine = complaint.register(
        workplace,
        replace(WHOLE, resident_id=household.resident_id, complainant="", severity=Severity.MAJOR),
    )
    other = complaint.register(
        workplace,
        replace(
            WHOLE,
            received_at=NOW - timedelta(days=3),
            occurred_at=NOW - timedelta(days=4),
            nature=Nature.VENTING,
            course="停車場閘口故障",
        ),
    )
    put(workplace, other.id, State.HANDLED)

    def numbers(**wanted: object) -> list[str]:
        found = complaint.page(workplace, ComplaintFilter(**wanted))  # type: ignore[arg-type]
        return [row.number for row in found.rows]

    today = date(2026, 11, 21)
    assert numbers() == [mine.number, other.number]
    assert numbers(states=frozenset({State.HANDLED})) == [other.number]
    assert numbers(severity=Severity.MAJOR) == [mine.number]
    assert numbers(nature=Nature.VENTING) == [other.number]
    assert numbers(unit_id=household.unit_id) == [mine.number]
    assert numbers(first_day=today) == [mine.number]
    assert numbers(last_day=today - timedelta(days=1)) == [other.number]
    assert numbers(first_day=today, last_day=today) == [mine.number]
    assert numbers(text="閘口") == [other.number]
    assert numbers(text="曾德華") == [mine.number]
    assert numbers(text="cdh") == [mine.number]
    assert numbers(text="4567") == [mine.number, other.number]
    assert numbers(text='" OR *') == []
    assert numbers(text="!!") == []
    row = complaint.page(workplace, ComplaintFilter(severity=Severity.MAJOR)).rows[0]
    assert (row.unit, row.complainant, row.state) == ("A座12樓B室", "曾德華", "registered")


def test_a_household_shows_its_open_complaints(workplace: Workplace, household: Household) -> None:
    entry = replace(WHOLE, resident_id=household.resident_id, complainant="")
    first, second, third = (complaint.register(workplace, entry) for _ in range(3))
    handled = put(workplace, second.id, State.HANDLED)
    put(workplace, handled.id, State.CLOSED)
    found = complaint.open_of_unit(workplace, household.unit_id)
    assert [row.number for row in found] == [third.number, first.number]
