"""Promises and letters of authority on a real database (R8, R9, R133, K18, F52)."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from desk.clock import FixedClock
from desk.domain.approval import Answer, Line, Verdict
from desk.domain.authority_letter import LetterEntry
from desk.domain.permissions import Role
from desk.domain.policy import Post
from desk.domain.promise import BreakEntry, KeepEntry, PromiseEntry, ReportEntry
from desk.domain.staff import AccountEntry
from desk.errors import RuleRefused, StaleRecord
from desk.services import authority_letter, promise, sign_in, staff
from desk.services.authority_letter import LetterRow
from desk.services.complaint_case import Case
from desk.services.workplace import Workplace
from tests.conftest import CHEAP, NOW, PASSWORD
from tests.services.case_course import filed

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LETTER = LetterEntry(
    Post.PROPERTY_MANAGER,
    "黃經理",
    date(2026, 1, 1),
    date(2026, 12, 31),
    Decimal(1_000),
    "減免管理費、修復財物",
    "何總經理",
)
MADE = PromiseEntry(
    NOW, "三日內修復天花", "黃經理", Post.PROPERTY_MANAGER, NOW + 3 * DAY, Decimal("800.50"), True
)
SHOWN = (Line("承諾", "三日內修復天花"), Line("金額", "HK$5,000.00"))


@pytest.fixture
def desk(workplace: Workplace) -> Workplace:
    """李美玲 at the desk; 黃經理, 何總經理 and 林主管 in the house, and the year's letter."""
    for login, name, role in (
        ("lee", "李美玲", Role.RECEPTIONIST),
        ("wong", "黃經理", Role.MANAGER),
        ("ho", "何總經理", Role.GENERAL_MANAGER),
        ("lam", "林主管", Role.SUPERVISOR),
    ):
        staff.add(workplace, AccountEntry(login, name, role), PASSWORD, CHEAP)
    authority_letter.add(workplace, LETTER)
    return sign_in.switch(workplace, "lee", PASSWORD)


def codes(refused: pytest.ExceptionInfo[RuleRefused]) -> list[str]:
    return [reason.code for reason in refused.value.reasons]


def make(desk: Workplace, case: Case, entry: PromiseEntry = MADE) -> Case:
    return promise.make(desk, case.detail.id, case.detail.version, entry)


def owed(case: Case) -> dict[str, bool]:
    return {one.code: one.is_open for one in case.clocks if one.code.startswith("promise")}


# Within the letter


def test_r9_within_the_letter_it_is_promised_on_the_spot(desk: Workplace) -> None:
    case = make(desk, filed(desk))
    (made,) = case.facts.promises
    assert (made.made_by, made.amount, made.due_at) == ("黃經理", Decimal("800.50"), NOW + 3 * DAY)
    assert made.letter_id is not None
    assert owed(case) == {f"promise:{made.id}": True, f"promise_report:{made.id}": True}


def test_r9_r133_it_is_reported_the_same_day_and_kept(desk: Workplace, clock: FixedClock) -> None:
    case = make(desk, filed(desk))
    (made,) = case.facts.promises
    clock.advance(HOUR)
    told = ReportEntry(clock.moment, made.id, "何總經理")
    case = promise.report(desk, case.detail.id, case.detail.version, told)
    assert owed(case) == {f"promise:{made.id}": True, f"promise_report:{made.id}": False}
    with pytest.raises(RuleRefused) as refused:
        promise.report(desk, case.detail.id, case.detail.version, told)
    assert codes(refused) == ["promise.reported_already"]
    kept = KeepEntry(clock.moment, made.id)
    case = promise.keep(desk, case.detail.id, case.detail.version, kept)
    assert owed(case) == {f"promise:{made.id}": False, f"promise_report:{made.id}": False}
    with pytest.raises(RuleRefused) as refused:
        promise.break_off(desk, case.detail.id, case.detail.version, BreakEntry(made.id, "缺貨"))
    assert codes(refused) == ["promise.kept_already"]


def test_r133_what_cannot_be_kept_says_why_and_stays_owed(desk: Workplace) -> None:
    case = make(desk, filed(desk))
    (made,) = case.facts.promises
    entry = BreakEntry(made.id, "零件缺貨")
    case = promise.break_off(desk, case.detail.id, case.detail.version, entry)
    (made,) = case.facts.promises
    assert made.broken_why == "零件缺貨"
    assert owed(case)[f"promise:{made.id}"]
    with pytest.raises(StaleRecord):
        promise.keep(desk, case.detail.id, 1, KeepEntry(NOW, made.id))


def test_the_promise_of_another_case_is_not_this_ones(desk: Workplace) -> None:
    made = make(desk, filed(desk)).facts.promises[0]
    case = filed(desk)
    with pytest.raises(RuleRefused) as refused:
        promise.keep(desk, case.detail.id, case.detail.version, KeepEntry(NOW, made.id))
    assert codes(refused) == ["promise.missing"]


# Beyond the letter


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"amount": Decimal("1000.01")}, ["promise.beyond.amount"]),
        ({"covered": False}, ["promise.beyond.matter"]),
        ({"made_by": "林主管"}, ["promise.letter.none"]),
        ({"post": Post.SUPERVISOR}, ["promise.letter.none"]),
        (
            {"amount": Decimal(5_000), "covered": False, "text": ""},
            ["promise.text.missing", "promise.beyond.amount", "promise.beyond.matter"],
        ),
    ],
)
def test_r8_what_goes_beyond_is_refused_with_all_its_reasons(
    desk: Workplace, told: dict[str, object], expected: list[str]
) -> None:
    entry = replace(MADE, **told)  # type: ignore[arg-type]
    with pytest.raises(RuleRefused) as refused:
        make(desk, filed(desk), entry)
    assert codes(refused) == expected
    beyond = [reason.code for reason in promise.power_reasons(desk, entry)]
    assert beyond == [code for code in expected if code != "promise.text.missing"]


def test_r8_last_years_letter_covers_nothing_this_year(desk: Workplace, clock: FixedClock) -> None:
    clock.advance(60 * DAY)
    case = filed(desk)
    entry = replace(MADE, made_at=clock.moment, due_at=clock.moment + DAY)
    with pytest.raises(RuleRefused) as refused:
        make(desk, case, entry)
    (reason,) = refused.value.reasons
    assert (reason.code, reason.parameters["year"]) == ("promise.letter.none", 2027)


BEYOND = replace(MADE, amount=Decimal(5_000))


def approve(
    desk: Workplace,
    case: Case,
    login: str,
    decision: Verdict = Verdict.GRANTED,
    entry: PromiseEntry = BEYOND,
) -> Case:
    answer = Answer(login, PASSWORD, decision, "已核實", SHOWN)
    return promise.make_approved(desk, case.detail.id, case.detail.version, entry, answer)


def test_r8_beyond_the_letter_it_is_made_with_the_managers_word(desk: Workplace) -> None:
    case = approve(desk, filed(desk), "wong")
    (made,) = case.facts.promises
    (word,) = case.facts.approvals
    assert (made.amount, word.matter, word.approver) == (Decimal(5_000), "promise:1", "黃經理")
    assert owed(case)[f"promise:{made.id}"]
    with desk.reading() as reader:
        by = reader.exec_driver_sql("SELECT entered_by_id FROM promise").scalar()
        open_rows = reader.exec_driver_sql(
            "SELECT count(*) FROM deadline WHERE clock = ?", (f"promise:{made.id}",)
        ).scalar()
    assert (by, open_rows) == (desk.actor.id, 1)


def test_r8_a_refusal_is_kept_and_nothing_is_promised(desk: Workplace) -> None:
    case = approve(desk, filed(desk), "wong", Verdict.REFUSED)
    assert case.facts.promises == ()
    assert [one.granted for one in case.facts.approvals] == [False]
    case = approve(desk, case, "wong")
    assert len(case.facts.promises) == 1


@pytest.mark.parametrize(
    ("login", "post", "code"),
    [
        ("lam", Post.PROPERTY_MANAGER, "approval.role"),
        ("lee", Post.PROPERTY_MANAGER, "approval.same_person"),
        ("wong", Post.OFFICE_MANAGER, "approval.role"),  # nobody allows a promise of her own
    ],
)
def test_r8_only_the_post_above_gives_the_word(
    desk: Workplace, login: str, post: Post, code: str
) -> None:
    case = filed(desk)
    with pytest.raises(RuleRefused) as refused:
        approve(desk, case, login, entry=replace(BEYOND, post=post))
    assert code in codes(refused)
    assert approve(desk, case, "ho", entry=replace(BEYOND, post=Post.OFFICE_MANAGER))


def test_a_word_is_given_about_what_was_shown(desk: Workplace) -> None:
    case = filed(desk)
    make(desk, case)
    with pytest.raises(StaleRecord):
        approve(desk, case, "wong")
    with pytest.raises(RuleRefused) as refused:
        approve(desk, filed(desk), "wong", entry=replace(BEYOND, text="", due_at=None))
    assert codes(refused) == ["promise.text.missing", "promise.due_at.missing"]


# Letters


@pytest.fixture
def known(workplace: Workplace) -> LetterRow:
    return authority_letter.add(workplace, LETTER)


def test_f52_a_letter_is_kept_and_listed_by_its_years(
    workplace: Workplace, known: LetterRow
) -> None:
    over = replace(LETTER, starts=date(2026, 7, 1), ends=date(2027, 6, 30))
    second = authority_letter.add(workplace, over)
    assert known.letter.amount_limit == Decimal(1_000)
    assert (known.entered_by, known.entered_at) == ("陳大文", NOW)
    ids = [row.letter.id for row in authority_letter.of_year(workplace, 2026)]
    assert ids == [second.letter.id, known.letter.id]
    assert authority_letter.of_year(workplace, 2027) == (second,)
    assert authority_letter.of_year(workplace, 2025) == ()


def test_a_letter_is_voided_with_a_reason_and_stays_visible(
    workplace: Workplace, known: LetterRow
) -> None:
    today = date(2026, 11, 21)
    assert authority_letter.of_day(workplace, today) == (known.letter,)
    with pytest.raises(RuleRefused) as refused:
        authority_letter.void(workplace, known.letter.id, known.version, " ")
    assert codes(refused) == ["letter.void.why"]
    void = authority_letter.void(workplace, known.letter.id, known.version, "調職")
    assert void.letter.void_why == "調職"
    assert authority_letter.of_day(workplace, today) == ()
    assert authority_letter.of_year(workplace, 2026) == (void,)
    with pytest.raises(StaleRecord):
        authority_letter.void(workplace, known.letter.id, known.version, "離職")
    with pytest.raises(RuleRefused) as refused:
        authority_letter.void(workplace, known.letter.id, void.version, "離職")
    assert codes(refused) == ["letter.void_already"]


def test_everything_wrong_with_a_letter_is_said_at_once(workplace: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        authority_letter.add(workplace, LetterEntry(holder="名" * 81))
    assert codes(refused) == [
        "text.too_long",
        "letter.post.missing",
        "letter.matters.missing",
        "letter.signed_by.missing",
        "letter.starts.missing",
        "letter.ends.missing",
    ]


def test_receptionists_enter_no_letters(desk: Workplace) -> None:
    with pytest.raises(RuleRefused) as refused:
        authority_letter.add(desk, LETTER)
    assert codes(refused) == ["permission.missing"]
