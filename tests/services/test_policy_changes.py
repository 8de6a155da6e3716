"""What a policy changes against another, in words."""

from dataclasses import replace

import pytest

from desk.domain.deadlines import Term, Unit
from desk.domain.policy import Policy, Scope, Switches
from desk.i18n import speaking
from desk.services import policy
from desk.services.policy_changes import Change, changes

M2 = policy.profile("M2")


def with_clock(code: str, **changed: object) -> Policy:
    clocks = tuple(
        replace(one, **changed) if one.code == code else one  # type: ignore[arg-type]
        for one in M2.clocks
    )
    return replace(M2, clocks=clocks)


def test_a_policy_changes_nothing_against_itself() -> None:
    assert changes(M2, M2) == ()


@pytest.mark.parametrize(
    ("changed", "what", "old", "new"),
    [
        ({"term": Term(1, Unit.DAYS)}, "Time limit", "within 2 days", "within 1 day"),
        ({"approver": None}, "Who approves an overrun", "Property manager", "–"),
        ({"as_wanted": False}, "or as long as the complainant asks", "yes", "no"),
        (
            {"scope": Scope(("minor",))},
            "Which cases",
            "Minor, effective complaints alone",
            "Minor",
        ),
    ],
)
def test_each_part_of_a_rule_is_told_old_and_new(
    changed: dict[str, object], what: str, old: str, new: str
) -> None:
    told = changes(M2, with_clock("solve.minor", **changed))
    title = "Minor · Complaint received → Handling finished"
    assert told == (Change("clocks", "solve.minor", title, what, old, new),)


def test_a_rule_that_comes_or_goes_is_told_as_a_whole() -> None:
    bare = replace(M2, close=M2.close[1:])
    (gone,) = changes(M2, bare)
    (come,) = changes(bare, M2)
    assert (gone.old, gone.new) == ("in force", "left out")
    assert (come.old, come.new) == ("–", "in force")
    assert gone.rule == come.rule == "Handling is finished"


def test_a_name_is_told_with_its_language() -> None:
    (told,) = changes(M2, replace(M2, labels={**M2.labels, "zh_Hans": "本小区标准"}))
    assert (told.section, told.what, told.new) == ("policy", "Called (简体中文)", "本小区标准")


def test_a_switch_is_told() -> None:
    (told,) = changes(M2, replace(M2, switches=replace(M2.switches, promote_after=None)))
    assert (told.section, told.old, told.new) == ("switches", "within 1 month", "never")
    assert changes(M2, replace(M2, switches=Switches())) != ()


def test_it_is_told_in_the_language_that_is_spoken() -> None:
    with speaking("zh_Hant"):
        (told,) = changes(M2, with_clock("solve.minor", term=Term(1, Unit.DAYS)))
    assert "輕微" in told.rule
    assert told.new != "within 1 day"
