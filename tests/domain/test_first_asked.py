"""The first-asked duty, clause by clause: what M3 wants of whom, and when the duty ends."""

import datetime as dt
from dataclasses import replace

import pytest

from desk.domain.first_asked import (
    Advice,
    DutyFacts,
    DutyNotice,
    DutyScope,
    FirstAsked,
    Need,
    NextStep,
    advice,
    direct_close_blockers,
    end_blockers,
    notice_reasons,
    rank_of,
    route,
    scope_of,
    unchanged_reasons,
)
from desk.domain.handover import Handover, HandoverMode, Recipient
from desk.domain.permissions import Role
from desk.domain.reasons import Reason
from desk.domain.reception import Channel, Kind, Rank

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)

OPERATOR, CLERK, MANAGER, SUPERVISOR = Rank.OPERATOR, Rank.CLERK, Rank.MANAGER, Rank.SUPERVISOR
OWN, ONE, SEVERAL = DutyScope.OWN, DutyScope.DEPARTMENT, DutyScope.SEVERAL
ACROSS, UNCLEAR = DutyScope.DIVISIONS, DutyScope.UNCLEAR
CUSTOMER_RELATIONS = NextStep.TO_CUSTOMER_RELATIONS


def codes(reasons: tuple[Reason, ...]) -> list[tuple[str, str | None]]:
    return [(reason.code, reason.field) for reason in reasons]


# clause, kind, rank, channel, whose duty -> what comes next, and to whom
ROUTES: list[tuple[str, Kind, Rank, Channel, DutyScope | None, NextStep, Recipient | None]] = [
    ("R200", Kind.INQUIRY, CLERK, Channel.WALK_IN, None, NextStep.FIND_OUT, None),
    ("R200", Kind.COMPLAINT, CLERK, Channel.WALK_IN, None, NextStep.FILE_COMPLAINT, None),
    ("R200", Kind.HELP, CLERK, Channel.WALK_IN, OWN, NextStep.SERVE, None),
    ("R200", Kind.BUSINESS, CLERK, Channel.WALK_IN, OWN, NextStep.SERVE, None),
    ("R203", Kind.HELP, OPERATOR, Channel.WALK_IN, OWN, NextStep.SERVE, None),
    ("R203", Kind.INQUIRY, OPERATOR, Channel.WALK_IN, OWN, NextStep.SERVE, None),
    ("R203", Kind.HELP, OPERATOR, Channel.WALK_IN, ONE, NextStep.TO_SUPERIOR, Recipient.SUPERIOR),
    ("R203", Kind.INQUIRY, OPERATOR, Channel.PHONE, UNCLEAR, NextStep.TO_SUPERIOR,
     Recipient.SUPERIOR),
    ("R203", Kind.COMPLAINT, OPERATOR, Channel.WALK_IN, SEVERAL, NextStep.TO_SUPERIOR,
     Recipient.SUPERIOR),
    ("R204", Kind.INQUIRY, MANAGER, Channel.PHONE, None, NextStep.GIVE_PHONE, None),
    ("R204", Kind.INQUIRY, CLERK, Channel.PHONE, ONE, NextStep.GIVE_PHONE, None),
    ("R205", Kind.INQUIRY, MANAGER, Channel.WALK_IN, None, NextStep.FIND_OUT, None),
    ("R205", Kind.INQUIRY, CLERK, Channel.WALK_IN, SEVERAL, NextStep.FIND_OUT, None),
    ("R205", Kind.INQUIRY, SUPERVISOR, Channel.LETTER, None, NextStep.FIND_OUT, None),
    ("R205", Kind.VISITOR, CLERK, Channel.WALK_IN, None, NextStep.FIND_OUT, None),
    ("R206", Kind.HELP, CLERK, Channel.WALK_IN, None, NextStep.JUDGE, None),
    ("R206", Kind.BUSINESS, MANAGER, Channel.PHONE, None, NextStep.JUDGE, None),
    ("R206", Kind.INQUIRY, OPERATOR, Channel.WALK_IN, None, NextStep.JUDGE, None),
    ("R207", Kind.BUSINESS, MANAGER, Channel.PHONE, OWN, NextStep.SERVE, None),
    ("R207", Kind.INQUIRY, CLERK, Channel.PHONE, OWN, NextStep.SERVE, None),
    ("R208", Kind.HELP, CLERK, Channel.WALK_IN, ONE, NextStep.TO_DEPARTMENT, Recipient.DEPARTMENT),
    ("R208", Kind.BUSINESS, SUPERVISOR, Channel.PHONE, ONE, NextStep.TO_DEPARTMENT,
     Recipient.DEPARTMENT),
    ("R209", Kind.HELP, CLERK, Channel.WALK_IN, UNCLEAR, CUSTOMER_RELATIONS,
     Recipient.CUSTOMER_RELATIONS),
    ("R209", Kind.HELP, MANAGER, Channel.WALK_IN, SEVERAL, CUSTOMER_RELATIONS,
     Recipient.CUSTOMER_RELATIONS),
    ("R210", Kind.HELP, SUPERVISOR, Channel.WALK_IN, UNCLEAR, NextStep.ASSIGN,
     Recipient.DEPARTMENT),
    ("R211", Kind.HELP, SUPERVISOR, Channel.WALK_IN, SEVERAL, NextStep.FILL_SLIP, None),
    ("R212", Kind.HELP, CLERK, Channel.WALK_IN, ACROSS, NextStep.TO_DIVISION_MANAGER,
     Recipient.DIVISION_MANAGER),
    ("R212", Kind.BUSINESS, SUPERVISOR, Channel.PHONE, ACROSS, NextStep.TO_DIVISION_MANAGER,
     Recipient.DIVISION_MANAGER),
    ("R222", Kind.COMPLAINT, MANAGER, Channel.PHONE, ONE, NextStep.FILE_COMPLAINT, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "need", "step", "recipient"),
    [(clause, Need(*need), step, recipient) for clause, *need, step, recipient in ROUTES],
    ids=["-".join(map(str, one[:5])) for one in ROUTES],
)
def test_the_first_asked_person_is_told_what_comes_next(
    clause: str, need: Need, step: NextStep, recipient: Recipient | None
) -> None:
    told = route(need)
    assert (told.step, told.recipient) == (step, recipient)
    assert clause == "R200" or clause in told.clauses


def test_R206_there_is_a_step_for_every_need_and_nobody_may_say_not_mine() -> None:
    scopes: list[DutyScope | None] = [None, *DutyScope]
    for kind in Kind:
        for rank in Rank:
            for channel in Channel:
                for scope in scopes:
                    told = route(Need(kind, rank, channel, scope))
                    assert told.step is not NextStep.ENDED
                    assert told.clauses


def test_K15_the_supervisor_who_is_asked_first_may_be_the_one_who_assigns() -> None:
    clerk, supervisor = (
        route(Need(Kind.HELP, rank, scope=UNCLEAR)) for rank in (CLERK, SUPERVISOR)
    )
    assert clerk.recipient is Recipient.CUSTOMER_RELATIONS
    assert supervisor.step is NextStep.ASSIGN


@pytest.mark.parametrize("role", list(Role))
def test_R201_every_account_has_a_rank_under_the_duty(role: Role) -> None:
    assert rank_of(role) in Rank


@pytest.mark.parametrize(
    ("own", "departments", "divisions", "scope"),
    [
        (True, 1, 1, OWN),
        (False, 1, 1, ONE),
        (False, 2, 1, SEVERAL),
        (True, 3, 1, SEVERAL),
        (False, 2, 2, ACROSS),
        (False, 0, 1, UNCLEAR),
        (True, 0, 0, UNCLEAR),
    ],
    ids=["R207", "R208", "R209-two", "R209-three", "R212", "R209-unclear", "R209-none"],
)
def test_whose_duty_it_is_follows_from_the_departments_concerned(
    own: bool, departments: int, divisions: int, scope: DutyScope
) -> None:
    assert scope_of(own=own, departments=departments, divisions=divisions) is scope


# Along the chain

HELP = Need(Kind.HELP, scope=ONE)
WAITING = Handover(Recipient.DEPARTMENT, HandoverMode.PHONE, NOW)
ACCEPTED = replace(WAITING, accepted_at=NOW + HOUR)
REFUSED = replace(WAITING, refused_at=NOW + HOUR)
JUDGING = replace(ACCEPTED, recipient=Recipient.CUSTOMER_RELATIONS)
DIVISION = replace(ACCEPTED, recipient=Recipient.DIVISION_MANAGER)
BOSS = replace(ACCEPTED, recipient=Recipient.SUPERIOR)


def chain(*links: Handover, scope: DutyScope = ONE, **told: bool) -> DutyFacts:
    return DutyFacts(Need(Kind.HELP, scope=scope), links, **told)


ALONG: list[tuple[str, DutyFacts, NextStep]] = [
    ("R208", chain(), NextStep.TO_DEPARTMENT),
    ("R214", chain(WAITING), NextStep.AWAIT_ACCEPTANCE),
    ("R215", chain(replace(WAITING, mode=HandoverMode.COMES)), NextStep.AWAIT_ACCEPTANCE),
    ("R216", chain(replace(WAITING, mode=HandoverMode.ACCOMPANIED)), NextStep.AWAIT_ACCEPTANCE),
    ("R218", chain(WAITING), NextStep.AWAIT_ACCEPTANCE),
    ("R208", chain(REFUSED), NextStep.TO_DEPARTMENT),
    ("R219", chain(ACCEPTED), NextStep.NOTIFY),
    ("R219", chain(BOSS), NextStep.NOTIFY),
    ("R210", chain(JUDGING, scope=UNCLEAR), NextStep.ASSIGN),
    ("R211", chain(JUDGING, scope=SEVERAL), NextStep.FILL_SLIP),
    ("R210", chain(JUDGING, scope=SEVERAL, has_slip=True, slip_is_open=True), NextStep.ASSIGN),
    ("R212", chain(DIVISION, scope=ACROSS), NextStep.ASSIGN),
    ("R213", chain(ACCEPTED, slip_is_open=True), NextStep.ANSWER_SLIP),
    ("R213", chain(JUDGING, ACCEPTED, has_slip=True, slip_is_open=True), NextStep.ANSWER_SLIP),
    ("R210", chain(scope=SEVERAL, has_slip=True, slip_is_open=True), NextStep.ASSIGN),
    ("R222", chain(is_complaint=True), NextStep.FOLLOW_COMPLAINT),
    ("R199", chain(is_order=True), NextStep.FOLLOW_ORDER),
    ("R199", chain(is_closed=True), NextStep.ENDED),
    ("R219", chain(ACCEPTED, is_closed=True, was_notified=True), NextStep.ENDED),
]


@pytest.mark.parametrize(
    ("clause", "facts", "step"), ALONG, ids=[f"{c}-{s}-{n}" for n, (c, _f, s) in enumerate(ALONG)]
)
def test_what_is_wanted_follows_the_chain(clause: str, facts: DutyFacts, step: NextStep) -> None:
    told = advice(facts)
    assert told.step is step
    assert clause in told.clauses


def test_R218_who_is_waited_for_is_told() -> None:
    assert advice(chain(WAITING)) == Advice(
        NextStep.AWAIT_ACCEPTANCE, ("R214", "R218"), Recipient.DEPARTMENT
    )


# The end


@pytest.mark.parametrize(
    ("links", "refused"),
    [((), False), ((REFUSED,), False), ((WAITING,), True), ((REFUSED, ACCEPTED), True)],
    ids=["R199-answered-directly", "R206-back-at-the-desk", "R219-waiting", "R219-accepted"],
)
def test_what_was_handed_over_does_not_end_with_an_answer_alone(
    links: tuple[Handover, ...], refused: bool
) -> None:
    told = codes(direct_close_blockers(links))
    assert told == ([("first_asked.notice.missing", "state")] if refused else [])


ENDS: list[tuple[str, tuple[Handover, ...], bool, bool, list[str]]] = [
    ("R219", (ACCEPTED,), False, False, []),
    ("R217", (), False, False, []),
    ("R218", (WAITING,), False, False, ["handover.waiting"]),
    ("R213", (ACCEPTED,), False, True, ["first_asked.slip_open"]),
    ("R219", (ACCEPTED,), True, False, ["first_asked.ended"]),
    ("R219", (WAITING,), True, True,
     ["first_asked.ended", "handover.waiting", "first_asked.slip_open"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "links", "is_closed", "slip_is_open", "wanted"),
    ENDS,
    ids=[f"{one[0]}-{n}" for n, one in enumerate(ENDS)],
)
def test_the_duty_ends_when_nothing_is_left_of_it(
    clause: str, links: tuple[Handover, ...], is_closed: bool, slip_is_open: bool, wanted: list[str]
) -> None:
    found = end_blockers(links, is_closed=is_closed, slip_is_open=slip_is_open)
    assert [one.code for one in found] == wanted, clause


WHOLE = DutyNotice("何主管", NOW, "已修妥，住戶滿意")


@pytest.mark.parametrize(
    ("notice", "wanted"),
    [
        (WHOLE, []),
        (replace(WHOLE, told=""), [("first_asked.told.missing", "told")]),
        (replace(WHOLE, situation=""), [("first_asked.situation.missing", "situation")]),
        (
            replace(WHOLE, completed_at=NOW + HOUR),
            [("first_asked.completed_at.future", "completed_at")],
        ),
        (
            replace(WHOLE, completed_at=NOW - 3 * HOUR),
            [("first_asked.completed_at.before", "completed_at")],
        ),
    ],
)
def test_R219_the_notice_says_whom_it_told_when_it_was_done_and_how(
    notice: DutyNotice, wanted: list[tuple[str, str]]
) -> None:
    assert codes(notice_reasons(notice, NOW - 2 * HOUR, NOW)) == wanted


@pytest.mark.parametrize(
    "after",
    [
        FirstAsked(2, CLERK),
        FirstAsked(1, MANAGER),
        FirstAsked(1, OPERATOR, "王師傅"),
    ],
)
def test_K14_who_was_asked_first_never_changes(after: FirstAsked) -> None:
    before = FirstAsked(1, CLERK)
    assert unchanged_reasons(before, before) == ()
    assert codes(unchanged_reasons(before, after)) == [("first_asked.fixed", "first_asked")]
