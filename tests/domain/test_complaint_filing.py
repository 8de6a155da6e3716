"""The questions a to f that make a case, asking first, and another caller who joins."""

from dataclasses import replace

import pytest

from desk.domain.complaint import Filing, Ground, State
from desk.domain.complaint_case import CaseFacts, Complainant
from desk.domain.complaint_filing import (
    Decision,
    FilingEntry,
    JoinEntry,
    answer_reasons,
    decided_by,
    join_reasons,
    judge_reasons,
)
from desk.domain.policy import Post
from desk.domain.reasons import Reason
from tests.domain.cases import DAY, HOUR, T0, case

PENDING = case(filing=Filing.PENDING, filed_at=None)
ASKED = case(filing=Filing.ASKED, filed_at=None, asked_post=Post.SUPERVISOR, asked_at=T0)


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [reason.code for reason in reasons]


@pytest.mark.parametrize(
    ("ground", "decision"),
    [
        (Ground.ON_SITE, Decision.FILE),  # R156
        (Ground.REPORTED, Decision.FILE),  # R157
        (Ground.QUESTION, Decision.FILE),  # R158
        (Ground.EMERGENCY, Decision.FILE),  # R159
        (Ground.BEYOND, Decision.FILE),  # R160
        (Ground.SATISFIED, Decision.EXPLAIN),  # R161
    ],
)
def test_each_question_decides_as_its_clause_says(ground: Ground, decision: Decision) -> None:
    other = Decision.FILE if decision is Decision.EXPLAIN else Decision.EXPLAIN
    assert decided_by(ground) is decision
    assert codes(judge_reasons(PENDING, FilingEntry(decision, ground, "已說明"))) == []
    assert codes(judge_reasons(PENDING, FilingEntry(other, ground, "已說明"))) == [
        f"filing.ground.{decision}"
    ]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (FilingEntry(Decision.FILE), ["filing.ground.missing"]),
        (FilingEntry(Decision.EXPLAIN, Ground.SATISFIED), ["filing.explanation.missing"]),
        (FilingEntry(Decision.FIND_OUT), ["filing.why.missing"]),
        (FilingEntry(Decision.ASK), ["filing.asked.missing", "filing.why.missing"]),
        (FilingEntry(Decision.ASK, None, "?", Post.GENERAL_MANAGER), ["filing.asked.missing"]),
        (FilingEntry(Decision.ASK, None, "?", Post.OFFICE_MANAGER), []),
        (FilingEntry(Decision.FIND_OUT, None, "?"), []),
    ],
)
def test_r162_r163_a_judgement_names_what_it_stands_on(entry: FilingEntry, told: list[str]) -> None:
    assert codes(judge_reasons(PENDING, entry)) == told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (case(), "complaint.filed_already"),
        (replace(PENDING, filing=Filing.EXPLAINED), "complaint.explained"),
        (case(state=State.CLOSED), "complaint.closed"),
    ],
)
def test_r164_once_filed_a_case_stays_filed(facts: CaseFacts, told: str) -> None:
    assert codes(judge_reasons(facts, FilingEntry(Decision.FILE, Ground.QUESTION))) == [told]


def test_r163_what_was_asked_may_be_judged_after_all() -> None:
    assert judge_reasons(ASKED, FilingEntry(Decision.FILE, Ground.QUESTION)) == ()


def test_r163_only_who_was_asked_answers_and_with_a_clear_word() -> None:
    yes = FilingEntry(Decision.FILE, Ground.QUESTION)
    assert answer_reasons(ASKED, yes, [Post.SUPERVISOR]) == ()
    assert codes(answer_reasons(ASKED, yes, [Post.RECEPTIONIST])) == ["filing.answer.not_asked"]
    unclear = FilingEntry(Decision.FIND_OUT, None, "?")
    assert codes(answer_reasons(ASKED, unclear, [Post.SUPERVISOR])) == ["filing.answer.unclear"]
    assert codes(answer_reasons(PENDING, yes, [Post.SUPERVISOR])) == ["filing.not_asked"]


LI = Complainant(1, "李小龍", "A座1樓A室", "", "", T0 + HOUR)


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (case(), JoinEntry(T0 + HOUR, "王大明"), []),
        (case(), JoinEntry(T0 + HOUR), ["filing.name.missing"]),
        (case(), JoinEntry(T0 + 2 * DAY, "王大明"), ["filing.joined_at.future"]),
        (case(), JoinEntry(T0 - HOUR, "王大明"), ["filing.joined_at.past"]),
        (case(joint=(LI,)), JoinEntry(T0 + HOUR, "李小龍"), ["filing.joined_already"]),
        (case(state=State.CLOSED), JoinEntry(T0 + HOUR, "王大明"), ["complaint.closed"]),
    ],
)
def test_r10_another_caller_joins_an_open_case(
    facts: CaseFacts, entry: JoinEntry, told: list[str]
) -> None:
    assert codes(join_reasons(facts, entry, T0 + DAY)) == told
