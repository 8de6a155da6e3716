"""A case from the command line: every deed of the window, refused in the words of the window."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from inspect import signature
from types import FunctionType, ModuleType
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest

from desk.cli.case.deeds import DEEDS
from desk.clock import SystemClock
from desk.config import DataFolder
from desk.services import (
    callback,
    clock_pause,
    complaint,
    complaint_approval,
    complaint_case,
    complaint_closing,
    complaint_contact,
    complaint_filing,
    complaint_handling,
    corrective_action,
    promise,
    side_problem,
    sign_in,
    special_report,
)
from desk.services.case_words import blocker_words
from desk.wording import sentence
from tests.cli.conftest import Desk, Estate, Told

ROOMS = [
    callback,
    clock_pause,
    complaint,
    complaint_approval,
    complaint_closing,
    complaint_contact,
    complaint_filing,
    complaint_handling,
    corrective_action,
    promise,
    side_problem,
    special_report,
]
WALL = ZoneInfo("Asia/Hong_Kong")


def wall(back: timedelta = timedelta()) -> str:
    """A time by the estate's clock, as it is typed."""
    return f"{datetime.now(UTC).astimezone(WALL) - back:%Y-%m-%d %H:%M}"


def said(*codes: str, **given: str) -> str:
    """What the window says of these reasons, a line each."""
    return "".join(f"desk: {sentence(code, given)}\n" for code in codes)


class Case(NamedTuple):
    """One complaint on the command line."""

    desk: Desk
    number: str

    def do(self, deed: str, *words: str, login: str = "reception") -> Told:
        return self.desk("complaint", deed, self.number, *words, login=login)

    def done(self, deed: str, *words: str, login: str = "reception") -> list[str]:
        """The line of a deed that was done: number, state, filing, how much is missing."""
        told = self.do(deed, *words, login=login)
        assert (told.code, told.err) == (0, ""), (deed, told)
        return told.rows[-1]

    def shown(self) -> dict[str, Any]:
        return shown(self.desk, self.number)


def shown(desk: Desk, number: str) -> dict[str, Any]:
    told = desk("show", number, "--json")
    assert (told.code, told.err) == (0, "")
    return json.loads(told.out)  # type: ignore[no-any-return]


@pytest.fixture
def case(desk: Desk) -> Case:
    """A minor complaint of four days ago, of which nobody has judged yet."""
    told = desk(
        "complaint", "register",
        "--complainant", "曾德華",
        "--contact", "9123 4567",
        "--about", "工程部",
        "--place", "A座大堂",
        "--course", "天花滴水三日無人理會",
        "--demand", "即日修妥",
        "--received-at", wall(timedelta(days=4)),
        "--occurred-at", wall(timedelta(days=5)),
        login="reception",
    )  # fmt: skip
    assert (told.code, told.err) == (0, "")
    number, *rest = told.rows[0]
    assert rest[:2] == ["registered", "pending"]
    return Case(desk, number)


# A case from its first word to the callback


def test_a_case_is_played_through_without_the_window(
    case: Case, estate: Estate, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert case.do("urge", "--how", "phone", "--person", "張", "--text", "快") == (
        1,
        "",
        said("complaint.not_filed"),
    )
    assert case.done("judge", "--decision", "file", "--ground", "on_site")[1:3] == [
        "registered",
        "filed",
    ]
    assert case.do("close", "--result", "已修").err == _missing(case, estate)

    case.done("hand-out", "--department", "工程部", "--text", "請查漏")
    case.done("sign-sheet", "--person", "張主管")
    forwarded = case.do("forward", "--rule", "transfer", "--post", "general_manager")
    assert forwarded.err == said(
        "complaint.forward.post", "complaint.person.missing", "complaint.how.missing"
    )
    case.done(
        "forward", "--rule", "transfer", "--person", "張主管", "--how", "phone",
    )  # fmt: skip
    [presented] = [one for one in case.shown()["facts"]["steps"] if one["kind"] == "forwarded"]
    assert presented["post"] == "department_head"  # the only one that the rule names
    case.done("progress", "--person", "曾德華", "--how", "phone", "--text", "明早到場")
    case.done("urge", "--person", "張主管", "--how", "phone", "--text", "今日內完成")

    assert case.do("handle", "--on-site").err == said("complaint.process.missing")
    case.done("handle", "--process", "更換喉管", "--on-site")
    assert case.do("verify", "--text", "已看").err == said("closing.verify.own")
    case.done("return-sheet", "--person", "張主管")
    case.done("signed-copy", "--by", "曾德華")
    case.done("verify", "--text", "不再滴水", login="reception2")
    case.done("tell", "--person", "曾德華", "--how", "phone", "--text", "已修妥")
    case.done("summarise", "--why", "喉管老化", "--learnt", "巡查不足", "--avoid", "每月檢查")
    _approved(case, monkeypatch, estate)

    assert case.do("close").err == said("complaint.result.missing")
    assert case.done("close", "--result", "已修妥，住戶滿意")[1:] == ["closed", "filed", "0"]
    assert case.shown()["blockers"] == []
    assert case.do("urge", "--how", "phone").err.startswith(said("complaint.closed"))
    assert case.do("call-back", "--how", "phone", "--outcome", "unreachable").err == said(
        "callback.why.missing"
    )
    case.done("call-back", "--how", "phone", "--outcome", "reached", "--satisfaction", "satisfied")

    whole = case.shown()
    assert (whole["record"]["state"], whole["facts"]["callbacks"][0]["satisfaction"]) == (
        "closed",
        "satisfied",
    )
    assert [one for one in whole["clocks"] if one["state"] in ("running", "soon", "overdue")] == []


def _missing(case: Case, estate: Estate) -> str:
    """What the window lists beside its close button."""
    workplace = sign_in.sign_in(
        DataFolder(estate.path), "reception", estate.passwords["reception"], SystemClock()
    )
    try:
        known = complaint_case.get(workplace, case.number)
        reasons = complaint_closing.close_reasons(workplace, known)
    finally:
        workplace.close()
    listed = [one for one in reasons if one.code != "complaint.result.missing"]
    assert len(listed) > 5
    return "".join(f"desk: {blocker_words(known, one)}\n" for one in listed)


def _approved(case: Case, monkeypatch: pytest.MonkeyPatch, estate: Estate) -> None:
    """The overrun of the four days waits for the estate manager, who stands at the desk."""
    [wanted] = case.shown()["approvals_wanted"]
    assert (wanted["matter"], wanted["post"]) == ("overrun:solve.minor", "office_manager")
    assert ["approval", "overrun:solve.minor", wanted["words"], wanted["from"]] in case.desk(
        "show", case.number
    ).rows
    assert case.do("approve").code == 2
    monkeypatch.setenv("DESK_APPROVER", "supervisor")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["supervisor"])
    assert case.do("approve").err == said("approval.role", role="supervisor")
    monkeypatch.setenv("DESK_APPROVER", "manager")
    assert case.do("approve").err == said("sign_in.refused")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    told = case.do("approve", "--note", "承辦商延誤")
    assert told.code == 0
    assert ["Case", case.number] in told.rows
    assert any("within 2 days (" in " ".join(row) for row in told.rows)
    assert case.shown()["approvals_wanted"] == []


# Looking


def test_a_case_is_shown_with_clocks_clauses_blockers_and_journal(case: Case) -> None:
    case.done("judge", "--decision", "file", "--ground", "question")
    whole = case.shown()

    assert {"record", "facts", "clocks", "blockers", "journal", "policy"} <= whole.keys()
    solve = next(one for one in whole["clocks"] if one["code"] == "solve.minor")
    assert (solve["state"], solve["approver"]) == ("overdue", "office_manager")
    assert "M2 R150" in solve["clauses"]
    assert solve["explanation"].startswith("Minor · Handling finished within 2 days (M2 R135")
    assert {"code": "complaint.not_handled", "field": None,
            "text": sentence("complaint.not_handled")} in whole["blockers"]  # fmt: skip
    assert [one["title"] for one in whole["journal"]] == ["Complaint received", "File a case"]


def test_a_case_is_shown_in_lines_and_in_the_language_asked_for(case: Case) -> None:
    case.done("judge", "--decision", "file", "--ground", "question")
    told = case.desk("show", case.number.lower().replace("-", ""), "--language", "zh_Hant")

    assert (told.code, told.err) == (0, "")
    rows = {row[0]: row for row in told.rows}
    assert rows["complainant"] == ["complainant", "曾德華"]
    assert rows["received_at"][1] == case.desk("show", case.number).rows[3][1]
    assert {"clock", "missing", "journal"} <= rows.keys()
    assert any("2 日內" in " ".join(row) for row in told.rows)


def test_a_reception_is_shown_with_what_the_duty_wants(desk: Desk) -> None:
    number = desk("list", "receptions").rows[0][0]
    whole = shown(desk, number)

    assert (whole["kind"], whole["number"]) == ("reception", number)
    assert {"record", "advice", "handovers", "blockers"} <= whole.keys()
    assert desk("show", number).rows[-1] != []


def test_what_has_no_such_number_is_said(desk: Desk) -> None:
    for words in (("show", "C2026-999999"), ("complaint", "urge", "C2026-999999")):
        told = desk(*words)
        assert told.code == 1
        assert told.err.count("\n") == 1


def test_what_runs_out_before_tomorrow_is_listed_by_due_time(case: Case) -> None:
    case.done("judge", "--decision", "file", "--ground", "question")
    told = case.desk("list", "complaints", "--due")
    rows = [row for row in told.rows if row[0] == case.number]

    assert (told.code, told.err) == (0, "")
    assert [row[3] for row in rows] == ["hand_out", "transfer", "solve.minor"]
    assert all(row[2].endswith("overdue") for row in rows)
    assert told.rows == sorted(told.rows, key=lambda row: row[1])
    listed = json.loads(case.desk("list", "complaints", "--due", "--json").out)
    assert [one["number"] for one in listed] == [row[0] for row in told.rows]
    for words in (("--severity", "major"), ("--state", "closed")):
        narrowed = case.desk("list", "complaints", "--due", *words).rows
        assert case.number not in {row[0] for row in narrowed}


def test_the_register_is_narrowed_to_a_state_and_a_severity(case: Case) -> None:
    for words, is_there in ((("--state", "registered"), True), (("--severity", "major"), False)):
        numbers = {row[0] for row in case.desk("list", "complaints", *words).rows}
        assert (case.number in numbers) is is_there


# The other deeds


def one_more(case: Case, *words: str) -> None:
    case.done("join", "--name", words[0], "--contact", "9000 0000", "--words", "同樣漏水")


def _joint(case: Case) -> None:
    one_more(case, "何太")
    one_more(case, "張先生")
    case.done("report-joint", "--person", "分公司", "--how", "email", "--text", "三戶聯名")


def _side(case: Case) -> None:
    case.done("side-problem", "--text", "電梯大堂滲水")
    case.done("side-problem", "--text", "燈槽進水")
    assert case.do("file-side-problem", "--reference", "W1").err == said("side_problem.missing")
    case.done("file-side-problem", "--problem", "1", "--reference", "W2026-1")
    case.done("settle-side-problem", "--text", "已一併處理")


def _pause(case: Case) -> None:
    case.done("pause", "--clock", "solve.minor", "--why", "等零件")
    assert case.do("pause", "--clock", "solve.minor", "--why", "等零件").err == said(
        "clock.paused_already"
    )
    case.done("resume", "--why", "零件已到")


def _urgent(case: Case) -> None:
    assert case.do("act-now").err == said("complaint.immediate.missing")
    case.done("act-now", "--reason", "a", "--reason", "e")
    assert case.shown()["facts"]["immediate"] == ["a", "e"]


def _asked_first(case: Case) -> None:
    case.done("call-in", "--post", "supervisor", "--person", "何主管", "--text", "住戶要求")
    case.done("change", "--severity", "important", "--why", "影響多戶")
    assert case.shown()["record"]["severity"] == "important"


def _promise(case: Case) -> None:
    words = (
        "--text", "免收費", "--made-by", "黃經理", "--post", "office_manager",
        "--due-at", wall(timedelta(days=-2)), "--covered",
    )  # fmt: skip
    refused = case.do("promise", *words)
    year = wall()[:4]
    assert refused.err == said("promise.letter.none", name="黃經理", year=year)


def _unsolvable(case: Case) -> None:
    assert case.do("unsolvable", login="supervisor").err == said("closing.why.missing")
    case.done("unsolvable", "--why", "須政府部門處理", login="supervisor")
    case.done("take-up", "--why", "已獲批准", login="supervisor")


def _redone(case: Case) -> None:
    case.done("handle", "--process", "更換喉管")
    case.done("notice", "--kind", "spoken", "--from", "張主管", "--text", "已完成")
    case.done("rework", "--why", "仍有滴水")
    case.done("result", "--text", "已修妥")


def _action(case: Case) -> None:
    case.done(
        "corrective-action", "--cause", "老化", "--correction", "更換", "--prevention", "巡查",
        "--responsible", "張主管", "--due-on", wall(timedelta(days=-3))[:10],
    )  # fmt: skip
    case.done("corrective-action-done", "--text", "已更換")
    assert case.do("verify-corrective-action", "--text", "有效").err == said(
        "corrective_action.verified_by_writer"
    )
    case.done("verify-corrective-action", "--text", "有效", login="reception2")


@pytest.mark.parametrize(
    "play",
    [
        _joint, _side, _pause, _urgent, _asked_first, _promise, _unsolvable, _redone, _action,
    ],
)  # fmt: skip
def test_every_other_deed_is_done_and_refused_as_in_the_window(
    case: Case, play: Callable[[Case], None]
) -> None:
    case.done("judge", "--decision", "file", "--ground", "question")
    play(case)


def test_a_promise_beyond_the_letter_takes_a_second_persons_word(
    case: Case, monkeypatch: pytest.MonkeyPatch, estate: Estate
) -> None:
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    case.done(
        "promise", "--text", "免收費", "--made-by", "何主管", "--post", "supervisor",
        "--due-at", wall(timedelta(days=-2)), "--amount", "1,200.50", "--approved",
    )  # fmt: skip
    case.done("report-promise", "--to", "黃經理")
    case.done("keep-promise")
    (promise,) = case.shown()["facts"]["promises"]
    assert (promise["amount"], promise["reported_to"]) == ("1200.50", "黃經理")


def test_the_quarters_consent_is_given_once_for_all_that_wait(
    case: Case, monkeypatch: pytest.MonkeyPatch, estate: Estate
) -> None:
    nothing = case.desk("complaint", "consent", "--number", case.number, "--own", login="manager")
    assert nothing.err == said("approval.not_wanted")
    case.done("judge", "--decision", "file", "--ground", "question")
    case.done("unsolvable", "--why", "須政府部門處理", login="supervisor")
    monkeypatch.setenv("DESK_APPROVER", "manager")
    monkeypatch.setenv("DESK_APPROVER_PASSWORD", estate.passwords["manager"])
    told = case.desk("complaint", "consent", "--number", case.number, login="supervisor")
    assert (told.code, told.err) == (0, "")
    assert ["Why it cannot be handled", "須政府部門處理"] in told.rows
    assert told.rows[-1][0] == case.number
    blockers = {one["code"] for one in case.shown()["blockers"]}
    assert "complaint.consent.missing" not in blockers


def test_a_question_is_answered_by_who_was_asked(case: Case) -> None:
    case.done("judge", "--decision", "ask", "--asked", "supervisor", "--why", "屬業主責任？")
    words = ("--decision", "file", "--ground", "question")
    assert case.do("answer", *words).err == said("filing.answer.not_asked", post="supervisor")
    assert case.done("answer", *words, login="supervisor")[2] == "filed"


def test_a_complaint_begins_from_a_visit_and_is_registered_once(desk: Desk) -> None:
    visits = json.loads(desk("list", "receptions", "--json").out)
    number = next(one["number"] for one in visits if one["kind"] == "help")
    words = (
        "complaint", "register", "--reception", number, "--about", "工程部", "--place", "廚房",
        "--demand", "修妥", "--contact", "9123 4567", "--occurred-at", "2026-11-01 08:00", "--json",
    )  # fmt: skip
    told = desk(*words, login="reception")
    assert (told.code, told.err) == (0, "")
    begun = json.loads(told.out)
    assert begun["record"]["reception_number"] == number
    again = desk(*words, login="reception")
    assert again.err == said("complaint.linked", number=begun["number"])


# Words that are not understood


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("fly",),
        ("judge",),
        ("judge", "C2026-000001", "--decision", "perhaps"),
        ("urge", "C2026-000001", "--why", "x"),
    ],
)
def test_what_is_not_understood_says_so(desk: Desk, words: tuple[str, ...]) -> None:
    told = desk("complaint", *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith("desk: ")


@pytest.mark.parametrize(
    "words",
    [
        ("urge", "--at", "yesterday"),
        ("urge", "--at", "2026-13-01 10:00"),
        ("corrective-action", "--due-on", "soon"),
        ("promise", "--amount", "much"),
        ("join", "--resident", "-1"),
    ],
)
def test_a_time_a_day_an_amount_that_cannot_be_read_is_told(
    case: Case, words: tuple[str, ...]
) -> None:
    told = case.do(*words)
    assert (told.code, told.out) == (2, "")
    assert told.err.count("\n") == 1


def test_help_names_every_deed(desk: Desk) -> None:
    told = desk("complaint", "--help", data=None)
    assert told.code == 0
    assert all(name in told.out for name in DEEDS)


def test_a_role_that_may_not_is_refused(case: Case) -> None:
    told = case.do("judge", "--decision", "find_out", "--why", "查", login="quality")
    assert told.err == said("permission.missing", deed="register")


# The command line and the services


def _deeds_of(module: ModuleType) -> set[Callable[..., object]]:
    """The functions of a room that do something with a case."""
    own = [
        one for one in vars(module).values() if getattr(one, "__module__", "") == module.__name__
    ]
    return {
        one
        for one in own
        if isinstance(one, FunctionType)
        and not one.__name__.startswith("_")
        and list(signature(one).parameters)[:3] == ["workplace", "complaint_id", "version"]
    }


def _reached() -> set[object]:
    """The functions that the declarations of the deeds lead to."""
    return {one for deed in DEEDS.values() for one in getattr(deed.do, "args", ())}


BY_HAND = {
    complaint.change,
    complaint_approval.approve,
    complaint_approval.approve_own,
    complaint_contact.forward,
    promise.make,
    promise.make_approved,
}


@pytest.mark.parametrize("module", ROOMS, ids=lambda module: module.__name__)
def test_every_deed_on_a_case_has_its_word(module: ModuleType) -> None:
    found = _deeds_of(module)
    assert found
    assert {one.__name__ for one in found - _reached() - BY_HAND} == set()
