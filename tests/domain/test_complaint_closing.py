"""What is written down before a case is closed, and what must not be (R132, R147, R166-R173)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desk.domain import complaint_closing as rules
from desk.domain.complaint import ContactMethod, Filing, State
from desk.domain.complaint_closing import (
    NoticeEntry,
    NoticeKind,
    SignedCopyEntry,
    SummaryEntry,
    TellEntry,
)
from desk.domain.reasons import Reason
from desk.services.policy import profile
from tests.domain.cases import DAY, HOUR, T0, case
from tests.domain.closing_cases import HANDLER, VERIFIER

M2 = profile("M2")
NOW = T0 + DAY
HANDLED = case(state=State.HANDLED, handled_at=T0 + HOUR, handled_by_id=HANDLER)
OPEN = case()
STUCK = case(unsolvable_at=T0 + HOUR)
SLIP = SignedCopyEntry("曾德華", T0 + HOUR)
NOTICE = NoticeEntry(NoticeKind.SPOKEN, "林主管", T0 + HOUR, "已完成清洗")
SUMMARY = SummaryEntry("水泵老化", "巡查未及時", "每月檢查")
TOLD = TellEntry(ContactMethod.PHONE, "曾德華", T0 + 2 * HOUR, "已更換")


def told(reasons: tuple[Reason, ...]) -> list[tuple[str, str | None]]:
    return [(one.code, one.field) for one in reasons]


DONE_WITH = [
    (case(state=State.CLOSED), "complaint.closed"),
    (case(state=State.EXPLAINED), "complaint.explained"),
    (case(filing=Filing.PENDING), "complaint.not_filed"),
    (case(filing=Filing.ASKED), "complaint.not_filed"),
]


@pytest.mark.parametrize(("facts", "code"), DONE_WITH)
def test_nothing_is_written_into_what_is_closed_explained_or_not_filed(
    facts: rules.CaseFacts, code: str
) -> None:
    for found in (
        rules.signed_copy_reasons(facts, SLIP, NOW),
        rules.notice_reasons(facts, NOTICE, NOW),
        rules.verify_reasons(facts, M2, VERIFIER, "已到場核實"),
        rules.unsolvable_reasons(facts, "待廠方零件"),
        rules.solvable_reasons(facts, "零件已到"),
        rules.summary_reasons(facts, SUMMARY),
        rules.result_reasons(facts, "已更換"),
        rules.tell_reasons(facts, TOLD, NOW),
    ):
        assert told(found) == [(code, None)]


def test_what_is_whole_is_written_down() -> None:
    assert rules.signed_copy_reasons(HANDLED, SLIP, NOW) == ()
    assert rules.notice_reasons(HANDLED, NOTICE, NOW) == ()
    assert rules.verify_reasons(HANDLED, M2, VERIFIER, "已到場核實") == ()
    assert rules.unsolvable_reasons(OPEN, "待廠方零件") == ()
    assert rules.solvable_reasons(STUCK, "零件已到") == ()
    assert rules.summary_reasons(OPEN, SUMMARY) == ()
    assert rules.result_reasons(HANDLED, "已更換") == ()
    assert rules.tell_reasons(HANDLED, TOLD, NOW) == ()
    assert rules.tell_reasons(STUCK, TOLD, NOW) == ()


def test_r166_the_slip_names_who_signed() -> None:
    found = rules.signed_copy_reasons(HANDLED, SignedCopyEntry("", T0 - HOUR), NOW)
    assert told(found) == [("closing.at.before", "at"), ("closing.signed_by.missing", "by")]


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        (NoticeEntry(None, ""), ["closing.notice_kind.missing", "closing.notice_source.missing"]),
        (NoticeEntry(NoticeKind.TEXT, "林主管"), ["closing.notice_text.missing"]),
        (NoticeEntry(NoticeKind.SPOKEN, "林主管"), ["closing.notice_text.missing"]),
        (NoticeEntry(NoticeKind.DOCUMENT, "林主管"), []),
    ],
)
def test_r167_a_notice_says_how_from_whom_and_what(entry: NoticeEntry, codes: list[str]) -> None:
    assert [one.code for one in rules.notice_reasons(HANDLED, entry, NOW)] == codes


def test_r172_nobody_verifies_what_is_not_handled_or_what_they_handled() -> None:
    assert told(rules.verify_blockers(OPEN, M2, VERIFIER)) == [("complaint.not_handled", None)]
    own = rules.verify_blockers(HANDLED, M2, HANDLER)
    assert told(own) == [("closing.verify.own", None)]
    lax = replace(M2, switches=replace(M2.switches, verifier_is_other=False))
    assert rules.verify_blockers(HANDLED, lax, HANDLER) == ()
    assert told(rules.verify_reasons(HANDLED, M2, VERIFIER, "")) == [
        ("closing.seen.missing", "text")
    ]


def test_r173_unsolvable_is_said_once_with_its_reason_and_taken_back_with_one() -> None:
    assert told(rules.unsolvable_reasons(OPEN, "")) == [("closing.why.missing", "why")]
    assert told(rules.unsolvable_reasons(STUCK, "x")) == [("closing.unsolvable_already", None)]
    assert told(rules.unsolvable_reasons(HANDLED, "x")) == [("complaint.handled_already", None)]
    assert told(rules.solvable_reasons(STUCK, "")) == [("closing.why.missing", "why")]
    assert told(rules.solvable_reasons(OPEN, "x")) == [("closing.not_unsolvable", None)]


def test_r132_the_summary_names_each_part_that_is_missing_and_adjusting_is_free() -> None:
    assert told(rules.summary_reasons(OPEN, SummaryEntry("", "", ""))) == [
        ("complaint.why_it_happened.missing", "why_it_happened"),
        ("complaint.what_was_learnt.missing", "what_was_learnt"),
        ("complaint.how_to_avoid.missing", "how_to_avoid"),
    ]


def test_r174_an_empty_result_is_none() -> None:
    assert told(rules.result_reasons(HANDLED, "")) == [("complaint.result.missing", "result")]


def test_r147_a_result_is_told_in_a_way_to_a_person_once_there_is_one() -> None:
    assert told(rules.tell_reasons(OPEN, TOLD, NOW)) == [("complaint.not_handled", None)]
    found = rules.tell_reasons(HANDLED, TellEntry(None, ""), NOW)
    assert told(found) == [("closing.how.missing", "how"), ("closing.person.missing", "person")]
    early = rules.tell_reasons(HANDLED, replace(TOLD, at=T0), NOW)
    assert told(early) == [("closing.at.before", "at")]


def test_no_moment_lies_in_the_future_and_two_clocks_may_differ_by_a_minute() -> None:
    for later, codes in ((timedelta(seconds=50), []), (HOUR, ["closing.at.future"])):
        entry = replace(TOLD, at=NOW + later)
        assert [one.code for one in rules.tell_reasons(HANDLED, entry, NOW)] == codes


def test_a_minute_typed_in_the_minute_of_what_it_follows_is_kept_as_after_it() -> None:
    handled_at = T0 + timedelta(seconds=27)
    facts = replace(HANDLED, handled_at=handled_at)
    assert rules.tell_reasons(facts, replace(TOLD, at=T0), NOW) == ()
    assert rules.moment(T0, handled_at, NOW) == handled_at
    assert rules.moment(None, handled_at, NOW) == NOW
    assert rules.moment(T0 + HOUR, None, NOW) == T0 + HOUR
