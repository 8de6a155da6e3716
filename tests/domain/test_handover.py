"""The hand-over, clause by clause: three ways, one receiver, one slip."""

import datetime as dt
from dataclasses import replace

import pytest

from desk.domain.coordination_slip import (
    MOST_DEPARTMENTS,
    SlipCause,
    SlipEntry,
    SlipState,
    answer_reasons,
    several_blockers,
    wrong_blockers,
)
from desk.domain.coordination_slip import entry_reasons as slip_reasons
from desk.domain.handover import (
    Handover,
    HandoverEntry,
    HandoverMode,
    Recipient,
    acceptance_reasons,
    entry_reasons,
    refusal_reasons,
    second_transfers,
    transfer_blockers,
)
from desk.domain.reasons import Reason

NOW = dt.datetime(2026, 11, 21, 6, 30, tzinfo=dt.UTC)
WAITING = Handover(Recipient.DEPARTMENT, HandoverMode.PHONE, NOW, id=1)
ACCEPTED = replace(WAITING, accepted_at=NOW)
REFUSED = replace(WAITING, refused_at=NOW)
BOSS = replace(ACCEPTED, recipient=Recipient.SUPERIOR)
JUDGING = replace(ACCEPTED, recipient=Recipient.CUSTOMER_RELATIONS)
DIVISION = replace(ACCEPTED, recipient=Recipient.DIVISION_MANAGER)
WHOLE = HandoverEntry(department_id=3)


def codes(reasons: tuple[Reason, ...]) -> list[tuple[str, str | None]]:
    return [(reason.code, reason.field) for reason in reasons]


ENTRIES: list[tuple[str, HandoverEntry, list[tuple[str, str]]]] = [
    ("R214", WHOLE, []),
    ("R215", replace(WHOLE, mode=HandoverMode.COMES), []),
    ("R216", replace(WHOLE, mode=HandoverMode.ACCOMPANIED, consent=True), []),
    ("R216", replace(WHOLE, mode=HandoverMode.ACCOMPANIED),
     [("handover.consent.missing", "consent")]),
    ("R208", HandoverEntry(), [("handover.department.missing", "department")]),
    ("R203", HandoverEntry(Recipient.SUPERIOR), [("handover.person.missing", "person")]),
    ("R203", HandoverEntry(Recipient.SUPERIOR, person="黃班長"), []),
    ("R209", HandoverEntry(Recipient.CUSTOMER_RELATIONS), []),
    ("R212", HandoverEntry(Recipient.DIVISION_MANAGER), []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("clause", "entry", "wanted"),
    ENTRIES,
    ids=[f"{c}-{n}" for n, (c, _e, _w) in enumerate(ENTRIES)],
)
def test_a_hand_over_says_to_whom_and_how(
    clause: str, entry: HandoverEntry, wanted: list[tuple[str, str]]
) -> None:
    assert codes(entry_reasons(entry)) == wanted, clause


CHAINS: list[tuple[str, tuple[Handover, ...], str | None]] = [
    ("R208", (), None),
    ("R206-refused", (REFUSED,), None),
    ("R218-waiting", (WAITING,), "handover.waiting"),
    ("R213-department", (ACCEPTED,), "handover.second"),
    ("R213-superior", (BOSS,), "handover.second"),
    ("R210-assigning", (JUDGING,), None),
    ("R212-assigning", (DIVISION,), None),
    ("R213-assigned", (JUDGING, ACCEPTED), "handover.second"),
    ("R213-refused-later", (ACCEPTED, REFUSED), "handover.second"),
]


@pytest.mark.parametrize(("links", "code"), [one[1:] for one in CHAINS], ids=[c[0] for c in CHAINS])
def test_R213_the_receiver_may_not_pass_it_on(
    links: tuple[Handover, ...], code: str | None
) -> None:
    found = transfer_blockers(links, is_closed=False)
    assert [one.code for one in found] == ([] if code is None else [code])


def test_K14_the_policy_may_allow_a_second_transfer_but_never_two_at_once() -> None:
    for links, code in (((ACCEPTED,), None), ((BOSS,), None), ((WAITING,), "handover.waiting")):
        found = transfer_blockers(links, is_closed=False, retransfer_forbidden=False)
        assert [one.code for one in found] == ([] if code is None else [code])


def test_R219_nothing_is_handed_over_after_the_end() -> None:
    found = transfer_blockers((), is_closed=True, retransfer_forbidden=False)
    assert codes(found) == [("first_asked.ended", None)]


def test_R213_second_transfers_are_those_after_a_receiver_took_it() -> None:
    passed_on = replace(ACCEPTED, id=2)
    assert second_transfers((ACCEPTED, passed_on)) == (passed_on,)
    assert second_transfers((JUDGING, passed_on)) == ()
    assert second_transfers((REFUSED, passed_on)) == ()


def test_R218_a_receipt_names_who_takes_it_and_happens_once() -> None:
    assert acceptance_reasons(WAITING, "張主管") == ()
    assert codes(acceptance_reasons(WAITING, "")) == [
        ("handover.accepted_by.missing", "accepted_by")
    ]
    assert codes(acceptance_reasons(ACCEPTED, "張主管")) == [("handover.settled", None)]


def test_R206_a_refusal_is_kept_with_who_and_why() -> None:
    assert refusal_reasons(WAITING, "張主管", "不屬本部") == ()
    assert codes(refusal_reasons(REFUSED, "", "")) == [
        ("handover.settled", None),
        ("handover.refused_by.missing", "refused_by"),
        ("handover.why.missing", "why"),
    ]


# The slip

SLIP = SlipEntry(lead_id=2, matter="外牆滲水涉及三個部門", addressee="何主管", other_ids=(3,))


@pytest.mark.parametrize(
    ("entry", "cause", "wanted"),
    [
        (SLIP, SlipCause.SEVERAL_DEPARTMENTS, []),
        (replace(SLIP, other_ids=()), SlipCause.WRONG_HANDOVER, []),
        (
            replace(SLIP, other_ids=()),
            SlipCause.SEVERAL_DEPARTMENTS,
            [("coordination_slip.others.missing", "others")],
        ),
        (
            replace(SLIP, lead_id=None),
            SlipCause.WRONG_HANDOVER,
            [("coordination_slip.lead.missing", "lead")],
        ),
        (
            replace(SLIP, other_ids=(2,)),
            SlipCause.SEVERAL_DEPARTMENTS,
            [("coordination_slip.others.lead", "others")],
        ),
        (
            replace(SLIP, other_ids=tuple(range(3, 4 + MOST_DEPARTMENTS))),
            SlipCause.SEVERAL_DEPARTMENTS,
            [("coordination_slip.others.many", "others")],
        ),
        (
            replace(SLIP, matter="", addressee=""),
            SlipCause.WRONG_HANDOVER,
            [
                ("coordination_slip.matter.missing", "matter"),
                ("coordination_slip.addressee.missing", "addressee"),
            ],
        ),
    ],
    ids=["R211", "R213", "R211-others", "R211-lead", "R211-twice", "R211-many", "R213-to-whom"],
)
def test_a_slip_names_the_lead_department_and_its_supervisor(
    entry: SlipEntry, cause: SlipCause, wanted: list[tuple[str, str]]
) -> None:
    assert codes(slip_reasons(entry, cause)) == wanted


@pytest.mark.parametrize(
    ("link", "is_closed", "code"),
    [
        (ACCEPTED, False, None),
        (BOSS, False, None),
        (None, False, "coordination_slip.not_accepted"),
        (WAITING, False, "coordination_slip.not_accepted"),
        (REFUSED, False, "coordination_slip.not_accepted"),
        (JUDGING, False, "coordination_slip.not_accepted"),
        (replace(ACCEPTED, is_wrong=True), False, "coordination_slip.known"),
        (ACCEPTED, True, "first_asked.ended"),
    ],
)
def test_R213_first_the_department_takes_responsibility_then_it_fills_the_slip(
    link: Handover | None, is_closed: bool, code: str | None
) -> None:
    found = wrong_blockers(link, is_closed=is_closed)
    assert [one.code for one in found] == ([] if code is None else [code])


def test_R211_there_is_one_slip_for_several_departments() -> None:
    assert several_blockers(is_closed=False, has_slip=False) == ()
    assert codes(several_blockers(is_closed=False, has_slip=True)) == [
        ("coordination_slip.known", None)
    ]
    assert codes(several_blockers(is_closed=True, has_slip=False)) == [("first_asked.ended", None)]


def test_R213_the_result_is_answered_once_by_the_receiving_department() -> None:
    assert answer_reasons(SlipState.OPEN, "已協調", "張主管") == ()
    assert codes(answer_reasons(SlipState.ANSWERED, "", "")) == [
        ("coordination_slip.answered", None),
        ("coordination_slip.result.missing", "result"),
        ("coordination_slip.answered_by.missing", "answered_by"),
    ]
