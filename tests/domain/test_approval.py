"""Who may give a second person's word, as tables."""

import pytest

from desk.domain import approval as rules
from desk.domain.approval import Answer, Approver, Verdict
from desk.domain.permissions import Permission, Role, may

CLERK, OTHER = 7, 8
POST = frozenset({Role.MANAGER, Role.ADMINISTRATOR})


@pytest.mark.parametrize(
    ("approver", "codes"),
    [
        (Approver(OTHER, "黃經理", Role.MANAGER), []),
        (Approver(OTHER, "何", Role.ADMINISTRATOR), []),
        (Approver(CLERK, "黃經理", Role.MANAGER), ["approval.same_person"]),
        (Approver(OTHER, "黃經理", Role.MANAGER, active=False), ["approval.account.ended"]),
        (Approver(OTHER, "林主管", Role.SUPERVISOR), ["approval.role"]),
        (
            Approver(CLERK, "李", Role.RECEPTIONIST, active=False),
            ["approval.same_person", "approval.account.ended", "approval.role"],
        ),
    ],
)
def test_an_approver_is_another_active_person_whose_role_holds_the_post(
    approver: Approver, codes: list[str]
) -> None:
    reasons = rules.approver_reasons(approver, CLERK, POST)
    assert [one.code for one in reasons] == codes
    assert {one.field for one in reasons} <= {"login"}


@pytest.mark.parametrize("role", Role)
def test_a_post_gives_the_word_only_to_roles_that_have_one_or_to_the_administrator(
    role: Role,
) -> None:
    is_allowed = may(role, Permission.APPROVE) or role is Role.ADMINISTRATOR
    refused = rules.approver_reasons(Approver(OTHER, "黃", role), CLERK, frozenset(Role))
    assert (refused == ()) == is_allowed


def test_a_post_that_nobody_holds_is_said_and_not_the_approvers_fault() -> None:
    (reason,) = rules.approver_reasons(Approver(CLERK, "黃", Role.MANAGER), CLERK, ())
    assert (reason.code, reason.field) == ("approval.nobody", None)


@pytest.mark.parametrize(
    ("decision", "note", "codes"),
    [
        (Verdict.GRANTED, "", []),
        (Verdict.GRANTED, "已致電業主", []),
        (Verdict.REFUSED, "未見現場相片", []),
        (Verdict.REFUSED, "", ["approval.note.missing"]),
    ],
)
def test_whoever_refuses_says_why(decision: Verdict, note: str, codes: list[str]) -> None:
    reasons = rules.note_reasons(decision, note)
    assert [(one.code, one.field) for one in reasons] == [(code, "note") for code in codes]


def test_an_answer_never_shows_its_password() -> None:
    assert "open sesame" not in repr(Answer("wong", "open sesame 1", Verdict.GRANTED))
