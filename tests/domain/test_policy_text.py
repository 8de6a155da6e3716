"""A policy as plain text: there and back without loss, and every fault told at its place."""

import copy
import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.domain import policy_text
from desk.errors import RuleRefused
from desk.services import policy as service


def content() -> dict[str, Any]:
    """M2 as JSON gives it."""
    return json.loads(json.dumps(policy_text.write(service.profile("M2"))))  # type: ignore[no-any-return]


def faults(given_: object) -> list[tuple[str, str | None]]:
    with pytest.raises(RuleRefused) as refused:
        policy_text.read(given_)
    return [(one.code.removeprefix("policy.text."), one.field) for one in refused.value.reasons]


@pytest.mark.parametrize("code", [*service.PROFILES, service.STRICTEST])
def test_what_is_written_is_read_again(code: str) -> None:
    policy = service.profile(code)
    assert policy_text.read(json.loads(json.dumps(policy_text.write(policy)))) == policy


def test_a_kept_policy_names_every_field_so_that_no_later_default_changes_it() -> None:
    clock = content()["clocks"][0]
    assert clock["as_wanted"] is False
    assert clock["scope"] == {
        "severities": [],
        "hot": False,
        "joint": False,
        "effective_only": True,
    }


def test_what_has_a_default_may_be_left_out() -> None:
    given_ = content()
    for name in ("bound", "scope", "ours", "approver"):
        del given_["clocks"][0][name]
    assert policy_text.read(given_).clocks[0].approver is None


def _set(*path: str | int, to: object) -> Callable[[dict[str, Any]], None]:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = to

    return change


BAD: list[tuple[Callable[[dict[str, Any]], None], str, str]] = [
    (_set("clocks", to={}), "list", "clocks"),
    (_set("clocks", to=[{}] * 201), "too_many", "clocks"),
    (_set("clocks", 2, "term", to=3), "object", "clocks.2.term"),
    (_set("clocks", 2, "term", "amount", to="2"), "number", "clocks.2.term.amount"),
    (_set("clocks", 2, "term", "amount", to=True), "number", "clocks.2.term.amount"),
    (_set("clocks", 2, "term", "amount", to=2.5), "number", "clocks.2.term.amount"),
    (_set("clocks", 2, "term", "amount", to=10**9), "number", "clocks.2.term.amount"),
    (_set("clocks", 2, "term", "unit", to="weeks"), "choice", "clocks.2.term.unit"),
    (_set("clocks", 2, "post", to=None), "choice", "clocks.2.post"),
    (_set("clocks", 2, "approver", to="king"), "choice", "clocks.2.approver"),
    (_set("clocks", 2, "as_wanted", to=1), "yes_or_no", "clocks.2.as_wanted"),
    (_set("clocks", 2, "colour", to="red"), "unknown", "clocks.2.colour"),
    (_set("posts", 0, "roles", 0, to="cook"), "choice", "posts.0.roles.0"),
    (_set("labels", "zh_Hant", to=5), "text", "labels.zh_Hant"),
    (_set("labels", "zh_Hant", to="字" * 1_001), "long", "labels.zh_Hant"),
    (_set("labels", "fr", to="x"), "unknown", "labels.fr"),
    (_set("labels", to=[]), "object", "labels"),
    (_set("code", to="x" * 41), "long", "code"),
    (_set("switches", "promote_after", to=[]), "object", "switches.promote_after"),
    (_set("callbacks", 0, "exceptions", to="none"), "list", "callbacks.0.exceptions"),
]


@pytest.mark.parametrize(("change", "why", "place"), BAD)
def test_a_fault_is_told_at_its_place(
    change: Callable[[dict[str, Any]], None], why: str, place: str
) -> None:
    given_ = content()
    change(given_)
    assert faults(given_) == [(why, place)]


def test_all_faults_are_told_at_once() -> None:
    given_ = content()
    for change, _why, _place in BAD[3:10:3]:
        change(given_)
    del given_["severities"][0]["rank"]
    given_["manuals"] = [1]
    assert ("missing", "severities.0.rank") in faults(given_)
    assert len(faults(given_)) == 4


@pytest.mark.parametrize("given_", [None, [], "M2", 3, True])
def test_what_is_no_policy_at_all_is_refused(given_: object) -> None:
    assert faults(given_) == [("object", None)]


def test_an_empty_text_names_everything_it_lacks() -> None:
    needed = {"code", "labels", "manuals", "severities", "posts", "clocks"}
    assert {place for _why, place in faults({})} == needed


def test_texts_come_through_the_door_for_texts_from_outside() -> None:
    given_ = content()
    given_["labels"]["zh_Hant"] = "  乙\u202e \n規程\ud800 "
    assert policy_text.read(given_).labels["zh_Hant"] == "乙 規程"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=50),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """M2 with something else in one or two of its places."""
    data = copy.deepcopy(content())
    for _turn in range(draw(st.integers(1, 2))):
        at: Any = data
        while True:
            keys = list(at) if isinstance(at, dict) else list(range(len(at)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(at[key], dict | list) and draw(st.booleans()):
                at = at[key]
                continue
            at[key] = draw(JSON)
            break
    return data


@given(edited())
def test_whatever_is_written_is_refused_in_words_or_read_and_written_alike(
    data: dict[str, Any],
) -> None:
    try:
        policy = policy_text.read(data)
    except RuleRefused as refused:
        assert all(one.code.startswith("policy.text.") for one in refused.reasons)
        return
    assert policy_text.read(policy_text.write(policy)) == policy
