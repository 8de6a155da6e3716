"""The rules of the complaint, as tables."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.domain import complaint as rules
from desk.domain.complaint import ComplaintEntry, Nature, State
from tests.conftest import NOW

WHOLE = ComplaintEntry(
    received_at=NOW,
    occurred_at=NOW - timedelta(hours=3),
    place="A座大堂",
    complainant="曾德華",
    contact="9123 4567",
    about="清潔部",
    course="大堂地面積水，無人處理。",
    demand="即日清理並致歉。",
)


def codes(reasons: object) -> list[str]:
    return [reason.code for reason in reasons]  # type: ignore[attr-defined]


def test_a_slip_of_the_keys_into_another_century_is_refused() -> None:
    long_ago = NOW.replace(year=1026)
    entry = replace(WHOLE, received_at=long_ago, occurred_at=long_ago)

    assert codes(rules.entry_reasons(entry, NOW)) == ["complaint.received_at.past"]


def test_a_whole_entry_is_registered() -> None:
    assert rules.entry_reasons(WHOLE, NOW) == ()


@pytest.mark.parametrize(
    ("field", "value", "code", "beside"),
    [
        ("received_at", NOW + timedelta(hours=1), "complaint.received_at.future", "received_at"),
        ("occurred_at", None, "complaint.occurred_at.missing", "occurred_at"),
        (
            "occurred_at",
            NOW + timedelta(hours=1),
            "complaint.occurred_at.after_received",
            "occurred_at",
        ),
        ("complainant", "", "complaint.complainant.missing", "person"),
        ("place", "", "complaint.place.missing", "place"),
        ("about", "", "complaint.about.missing", "about"),
        ("course", "", "complaint.course.missing", "course"),
        ("demand", "", "complaint.demand.missing", "demand"),
        ("contact", "", "complaint.contact.missing", "contact"),
    ],
)
def test_what_is_missing_or_impossible_is_refused_beside_its_field(
    field: str, value: object, code: str, beside: str
) -> None:
    (reason,) = rules.entry_reasons(replace(WHOLE, **{field: value}), NOW)
    assert (reason.code, reason.field) == (code, beside)


def test_a_refusal_names_everything_at_once() -> None:
    assert len(rules.entry_reasons(ComplaintEntry(received_at=NOW), NOW)) == 7


def test_a_resident_of_the_estate_needs_no_name_written_down() -> None:
    assert rules.entry_reasons(replace(WHOLE, complainant="", resident_id=7), NOW) == ()


def test_two_clocks_may_differ_by_a_minute() -> None:
    early = replace(WHOLE, received_at=NOW + timedelta(seconds=50))
    assert rules.entry_reasons(early, NOW) == ()


@pytest.mark.parametrize("state", list(State))
def test_what_is_closed_is_not_changed(state: State) -> None:
    refused = ["complaint.closed"] if state is State.CLOSED else []
    assert codes(rules.change_blockers(state)) == refused


@pytest.mark.parametrize(
    ("before", "after", "asks_why"),
    [
        (Nature.HELP, Nature.EFFECTIVE, True),
        (Nature.EFFECTIVE, Nature.VENTING, True),
        (Nature.HELP, Nature.CONSULTING, False),
        (Nature.EFFECTIVE, Nature.EFFECTIVE, False),
    ],
)
def test_turning_a_communicative_complaint_effective_says_why(
    before: Nature, after: Nature, asks_why: bool
) -> None:
    refused = codes(rules.reclassification_reasons(before, after, ""))
    assert refused == (["complaint.why.missing"] if asks_why else [])
    assert rules.reclassification_reasons(before, after, "住戶求助兩次未獲回覆") == ()
