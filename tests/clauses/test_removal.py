"""Every test of a clause fails when its rule is taken away; and taking away is seen to work."""

import pytest

from desk.domain import complaint, complaint_close
from desk.domain.complaint import Channel, ComplaintEntry, Ground
from desk.domain.complaint_case import CaseFacts
from desk.errors import RuleRefused
from desk.services import policy
from tests.clauses import every
from tests.clauses.registry import Shown
from tests.clauses.removing import NOTHING, less, removed, switch_codes
from tests.conftest import NOW
from tests.domain.cases import case

PAIRS = [(shown, place) for shown in every.SHOWN.values() for place in shown.without]
FAILS = (AssertionError, pytest.fail.Exception, RuleRefused)


def arguments(shown: Shown, request: pytest.FixtureRequest) -> dict[str, object]:
    code = shown.test.__code__
    names = code.co_varnames[: code.co_argcount]
    return {name: request.getfixturevalue(name) for name in names}


@pytest.mark.parametrize(
    ("shown", "place"), PAIRS, ids=[f"{one.test.__name__}-{place}" for one, place in PAIRS]
)
def test_without_its_rule_the_test_fails(
    shown: Shown, place: str, request: pytest.FixtureRequest
) -> None:
    given = arguments(shown, request)
    with removed(place), pytest.raises(FAILS):
        shown.test(**given)


# Taking away


def test_a_function_yields_nothing_whoever_holds_it() -> None:
    held = complaint_close.CONDITIONS[complaint_close.Condition.RESULT]
    asked = complaint_close._Asked(case(), policy.profile("M2"), (), NOW)
    assert len(tuple(held(asked))) == 1
    with removed("desk.domain.complaint_close.result"):
        assert tuple(held(asked)) == ()
    assert len(tuple(held(asked))) == 1


def test_a_property_a_field_and_a_value_are_gone_for_a_while() -> None:
    entry = ComplaintEntry(NOW, about="工程部")
    with removed("desk.domain.complaint_case.CaseFacts.is_effective"):
        assert not case().is_effective
    with removed("desk.domain.complaint.ComplaintEntry.about"):
        assert (entry.about, ComplaintEntry(NOW, about="x").about) == ("", "")
    with removed("desk.domain.complaint.Ground.BEYOND"):
        assert "beyond" not in set(Ground)
    with removed("desk.domain.reception.Channel"):
        assert set(Channel) == set()
    assert case().is_effective
    assert (entry.about, "beyond" in set(Ground), "letter" in set(Channel)) == (
        "工程部",
        True,
        True,
    )


def test_a_profile_is_poorer_for_a_while() -> None:
    with removed("M2:close.verified"):
        assert "verified" not in {one.condition for one in policy.profile("M2").close}
        assert "verified" in {one.condition for one in policy.profile(policy.STRICTEST).close}
    assert "verified" in {one.condition for one in policy.profile("M2").close}


@pytest.mark.parametrize(
    "place",
    [
        "desk.domain.complaint.no_such_rule",
        "desk.domain.complaint.NAME_LIMIT",
        "desk.domain.complaint.Ground.NONE",
        "M2:solve.nobody",
        "M2:close.magic",
    ],
)
def test_what_is_not_there_cannot_be_taken_away(place: str) -> None:
    with pytest.raises(LookupError), removed(place):
        pass


def test_nothing_is_nothing_whatever_is_asked_of_it() -> None:
    assert not NOTHING.step.code
    assert tuple(NOTHING(1).reasons) == ()
    assert complaint.State.CLOSED not in NOTHING


def test_every_switch_can_be_turned_off() -> None:
    whole = policy.profile(policy.STRICTEST)
    for code in switch_codes():
        assert less(whole, f"switch.{code}") != whole
    assert isinstance(case(), CaseFacts)
