"""Promises: exact, within the letter of authority, reported, kept (R8, R9, R133, R191, K18)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from desk import i18n, wording
from desk.domain import promise as rules
from desk.domain.authority_letter import Letter
from desk.domain.complaint import State
from desk.domain.complaint_case import CaseFacts, PromiseMade
from desk.domain.policy import Post
from desk.domain.promise import BreakEntry, KeepEntry, PromiseEntry, ReportEntry
from desk.domain.reasons import Reason
from tests.domain.cases import DAY, HOUR, T0, case

NOW = T0 + DAY
TODAY = date(2026, 3, 5)
MADE = PromiseEntry(
    T0 + HOUR, "三日內更換水泵", "黃經理", Post.OFFICE_MANAGER, T0 + 3 * DAY, Decimal(800), True
)
LETTER = Letter(
    1,
    Post.OFFICE_MANAGER,
    "黃經理",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal(1_000),
    "減免管理費",
    "何總經理",
)


def promised(**known: Any) -> PromiseMade:
    given: dict[str, Any] = {
        "id": 7,
        "text": "更換水泵",
        "made_at": T0 + HOUR,
        "made_by": "黃經理",
        "post": "office_manager",
        "due_at": T0 + 3 * DAY,
    }
    return PromiseMade(**(given | known))


OPEN = case(promises=(promised(),))
REPORTED = case(promises=(promised(reported_at=NOW, reported_to="何總經理"),))
KEPT = case(promises=(promised(kept_at=NOW),))
BROKEN = case(promises=(promised(broken_why="缺貨"),))


def beside(reasons: tuple[Reason, ...]) -> dict[str, str | None]:
    return {one.code: one.field for one in reasons}


def codes(reasons: tuple[Reason, ...]) -> list[str]:
    return [one.code for one in reasons]


@pytest.mark.parametrize(
    ("clause", "facts", "entry", "told"),
    [
        ("R9", case(), MADE, {}),
        ("R191", case(), replace(MADE, text=""), {"promise.text.missing": "text"}),
        ("R9", case(), replace(MADE, made_by=""), {"promise.made_by.missing": "made_by"}),
        ("R8", case(), replace(MADE, post=None), {"promise.post.missing": "post"}),
        ("R191", case(), replace(MADE, due_at=None), {"promise.due_at.missing": "due_at"}),
        ("R191", case(), replace(MADE, due_at=T0), {"promise.due_at.before_made": "due_at"}),
        ("R191", case(), replace(MADE, due_at=MADE.made_at), {}),
        ("R9", case(), replace(MADE, amount=None), {}),
        ("R9", case(), replace(MADE, amount=Decimal(0)), {"letter.amount.outside": "amount"}),
        ("R9", case(), replace(MADE, amount=Decimal("0.005")), {"letter.amount.cents": "amount"}),
        ("R86", case(), replace(MADE, made_at=NOW + HOUR), {"complaint.at.future": "made_at"}),
        (
            "R86",
            case(),
            replace(MADE, made_at=T0 - HOUR),
            {"complaint.at.before_received": "made_at"},
        ),
        ("R174", case(state=State.CLOSED), MADE, {"complaint.closed": None}),
        ("R161", case(state=State.EXPLAINED), MADE, {"complaint.explained": None}),
    ],
)
def test_a_promise_says_what_by_whom_and_until_when(
    clause: str, facts: CaseFacts, entry: PromiseEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.promise_reasons(facts, entry, NOW)) == told


@pytest.mark.parametrize(
    ("clause", "letter", "entry", "told"),
    [
        ("R9", LETTER, MADE, []),
        ("R9", LETTER, replace(MADE, amount=Decimal(1_000)), []),
        ("R8", LETTER, replace(MADE, amount=Decimal("1000.01")), ["promise.beyond.amount"]),
        ("R8", LETTER, replace(MADE, covered=False), ["promise.beyond.matter"]),
        ("F52", replace(LETTER, amount_limit=None), MADE, ["promise.beyond.money"]),
        ("F52", replace(LETTER, amount_limit=None), replace(MADE, amount=None), []),
        (
            "K18",
            LETTER,
            replace(MADE, amount=Decimal(2_000), covered=False),
            ["promise.beyond.amount", "promise.beyond.matter"],
        ),
        ("R8", None, MADE, ["promise.letter.none"]),
        ("R8", None, replace(MADE, made_by=""), []),  # it is refused for want of a name
    ],
)
def test_it_is_held_against_the_letter_of_authority(
    clause: str, letter: Letter | None, entry: PromiseEntry, told: list[str]
) -> None:
    found = rules.power_reasons(letter, entry, TODAY)
    assert codes(found) == told
    assert set(told) <= rules.POWER


def test_r8_a_missing_letter_is_said_with_its_year() -> None:
    (reason,) = rules.power_reasons(None, MADE, TODAY)
    assert reason.parameters == {"name": "黃經理", "year": 2026}


@pytest.mark.parametrize("post", list(Post))
def test_r8_the_word_comes_from_above_the_post_that_promises(post: Post) -> None:
    own = post in (Post.OFFICE_MANAGER, Post.COMPLAINT_DEPARTMENT, Post.GENERAL_MANAGER)
    assert rules.approver_of(post) is (Post.GENERAL_MANAGER if own else Post.OFFICE_MANAGER)


def test_each_promise_of_a_case_is_a_matter_of_its_own() -> None:
    assert rules.matter_of(case()) == "promise:1"
    assert rules.matter_of(case(promises=(promised(), promised(id=9)))) == "promise:3"


TOLD = ReportEntry(T0 + 2 * HOUR, 7, "何總經理")


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (OPEN, TOLD, {}),
        (REPORTED, TOLD, {"promise.reported_already": "promise_id"}),
        (OPEN, replace(TOLD, promise_id=8), {"promise.missing": "promise_id"}),
        (OPEN, replace(TOLD, reported_to=""), {"promise.reported_to.missing": "reported_to"}),
        (OPEN, replace(TOLD, at=T0 + HOUR), {}),
        (OPEN, replace(TOLD, at=T0), {"promise.before_made": "at"}),
        (OPEN, replace(TOLD, at=NOW + HOUR), {"complaint.at.future": "at"}),
        (replace(OPEN, state=State.CLOSED), TOLD, {"complaint.closed": None}),
    ],
)
def test_r9_a_promise_is_reported_once_to_the_superior(
    facts: CaseFacts, entry: ReportEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.report_reasons(facts, entry, NOW)) == told


KEEP = KeepEntry(T0 + 2 * HOUR, 7)


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (OPEN, KEEP, {}),
        (BROKEN, KEEP, {}),  # late, but kept
        (KEPT, KEEP, {"promise.kept_already": "promise_id"}),
        (OPEN, replace(KEEP, promise_id=8), {"promise.missing": "promise_id"}),
        (OPEN, replace(KEEP, at=T0 + HOUR), {}),
        (OPEN, replace(KEEP, at=T0), {"promise.before_made": "at"}),
        (OPEN, replace(KEEP, at=NOW + HOUR), {"complaint.at.future": "at"}),
        (replace(OPEN, state=State.CLOSED), KEEP, {"complaint.closed": None}),
    ],
)
def test_r133_a_promise_is_kept_once(
    facts: CaseFacts, entry: KeepEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.keep_reasons(facts, entry, NOW)) == told


BREAK = BreakEntry(7, "水泵缺貨")


@pytest.mark.parametrize(
    ("facts", "entry", "told"),
    [
        (OPEN, BREAK, {}),
        (KEPT, BREAK, {"promise.kept_already": "promise_id"}),
        (BROKEN, BREAK, {"promise.broken_already": "promise_id"}),
        (OPEN, replace(BREAK, why=""), {"promise.broken.why": "why"}),
        (OPEN, replace(BREAK, promise_id=8), {"promise.missing": "promise_id"}),
        (replace(OPEN, state=State.CLOSED), BREAK, {"complaint.closed": None}),
    ],
)
def test_r133_a_broken_promise_says_why(
    facts: CaseFacts, entry: BreakEntry, told: dict[str, str | None]
) -> None:
    assert beside(rules.break_reasons(facts, entry)) == told


def test_r9_r133_what_is_still_owed_of_promises() -> None:
    facts = case(promises=(promised(id=1), promised(id=2, reported_at=NOW, kept_at=NOW)))
    assert [one.id for one in rules.to_report(facts)] == [1]
    assert [one.id for one in rules.unkept(facts)] == [1]


def test_what_a_letter_goes_up_to_is_said_as_the_estates_money() -> None:
    beyond = rules.power_reasons(LETTER, replace(MADE, amount=Decimal("1000.01")), TODAY)
    with i18n.speaking("en", "TW"):
        assert wording.reasons_words(beyond) == "The letter of authority goes up to NT$1,000."
