"""The registers over a period: what went out, what is open, the month in figures (F5, F13, F7)."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import Ground, Nature, Severity
from desk.domain.complaint_filing import Decision, FilingEntry
from desk.domain.hand_out import HandOutEntry, SheetEntry, sheets
from desk.domain.permissions import Role
from desk.errors import RuleRefused
from desk.models.lists import disposal_record as sheet_list
from desk.models.lists import follow_up_register as case_list
from desk.services import (
    callback,
    complaint_filing,
    complaint_handling,
    paper,
    paper_register,
    policy,
)
from desk.services.complaint_case import Case
from desk.services.paper import REGISTERS, FormCode, Period, Sheet
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services import paper_course
from tests.services.closing_course import Desk
from tests.services.paper_course import NAMES
from tests.services.test_paper_case import text_of

TODAY = dt.date(2026, 11, 21)
DAY = Period(TODAY, TODAY)
FOLLOWED = ("客戶投訴案件登記追蹤表", "客户投诉案件登记追踪表")
MONTH = Period.of_month(TODAY)


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def register(desk: Desk, form: FormCode, period: Period = DAY, language: str = "zh_Hant") -> Sheet:
    return paper.prepare_register(desk.by("lee"), form, period, language)


def handed_out(desk: Desk, *departments: str) -> Case:
    """A case whose sheet is on its way."""
    known = course.filed(desk.by("lee"))
    entry = HandOutEntry(desk.clock.now(), departments)
    key = known.detail.id
    return complaint_handling.hand_out(desk.by("lee"), key, known.detail.version, entry)


def refusal(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    return [one.code for one in refused.value.reasons]


# F5


def test_R143_the_disposal_record_leaves_the_receiver_room_to_sign(desk: Desk) -> None:
    case = handed_out(desk, "工程部", "清潔部")
    signed = SheetEntry(desk.clock.now(), sheets(case.facts)[1].hand_out.id, NAMES[1])
    known = complaint_handling.sign_sheet(
        desk.by("lee"), case.detail.id, case.detail.version, signed
    )
    back = replace(signed, person="王主管")
    complaint_handling.return_sheet(desk.by("chan"), known.detail.id, known.detail.version, back)
    sheet = register(desk, FormCode.DISPOSAL_RECORD)
    first, second = sheet.content["sheets"]
    assert (first["department"], first["handed_out_by"]) == ("工程部", "李美玲")
    assert not {"received_by", "returned_at", "taken_back_by"} & first.keys()
    assert (second["received_by"], second["taken_back_by"]) == (NAMES[1], "陳小明")
    assert NAMES[1] in text_of(sheet.pdf)


def test_a_day_ends_where_the_estate_says_so(desk: Desk) -> None:
    handed_out(desk, "工程部")
    before = Period(TODAY - dt.timedelta(days=1), TODAY - dt.timedelta(days=1))
    assert "sheets" not in register(desk, FormCode.DISPOSAL_RECORD, before).content
    desk.clock.advance(dt.timedelta(hours=10))  # past midnight in Hong Kong
    handed_out(desk, "清潔部")
    one = register(desk, FormCode.DISPOSAL_RECORD).content["sheets"]
    assert [sheet["department"] for sheet in one] == ["工程部"]


def test_the_rows_come_page_after_page_and_none_is_lost(desk: Desk) -> None:
    handed_out(desk, "甲", "乙", "丙")
    for _time in range(2):
        course.filed(desk.by("lee"))
    span = desk.admin.estate.custom.day_bounds(TODAY)
    with desk.admin.reading() as reader:
        found, after = [], None
        while True:
            page = sheet_list.handed_out(reader, *span, after, 2)
            found += [row.department for row in page.rows]
            after = page.next_key
            if after is None:
                break
        assert found == ["甲", "乙", "丙"]
        first = case_list.cases(reader, span, {"registered"}, None, 2)
        rest = case_list.cases(reader, span, {"registered"}, first.next_key, 2)
    numbers = [row.number for row in (*first.rows, *rest.rows)]
    assert numbers == sorted(numbers)
    assert len(numbers) == 3
    assert rest.next_key is None


# F13


def test_R164_the_follow_up_register_says_what_is_open_whose_it_is_and_by_when(
    desk: Desk,
) -> None:
    grave = paper_course.whole(desk)
    open_case = handed_out(desk, "工程部")
    pending, explained = (course.registered(desk.by("lee")) for _time in range(2))
    why = FilingEntry(Decision.EXPLAIN, Ground.SATISFIED, "已解釋收費，住戶明白")
    complaint_filing.judge(desk.by("lee"), explained.detail.id, explained.detail.version, why)
    closed_day = desk.admin.estate.custom.day(desk.clock.now())
    told = register(desk, FormCode.FOLLOW_UP_REGISTER, Period(TODAY, closed_day)).content["cases"]
    by_number = {one["number"]: one for one in told}
    shut = by_number[grave.case.detail.number]
    assert (shut["state"], shut["complainant"], shut["severity"]) == ("closed", NAMES[0], "重要")
    assert shut["callback"] == "基本滿意"
    (solve,) = [one for one in grave.case.clocks if one.code == "solve.important"]
    assert shut["due_at"] == solve.due_at.isoformat()
    waiting = by_number[open_case.detail.number]
    assert (waiting["state"], waiting["department"]) == ("registered", "工程部")
    assert "closed_at" not in waiting
    assert pending.detail.number in by_number
    assert explained.detail.number not in by_number


def test_it_may_show_what_is_open_alone_and_say_so(desk: Desk) -> None:
    to.closed(desk)
    open_case = handed_out(desk, "工程部")
    until = desk.admin.estate.custom.day(desk.clock.now())
    sheet = register(desk, FormCode.FOLLOW_UP_REGISTER, Period(TODAY, until, open_only=True))
    assert [one["number"] for one in sheet.content["cases"]] == [open_case.detail.number]
    every = register(desk, FormCode.FOLLOW_UP_REGISTER, Period(TODAY, until))
    assert every.content["scope"] != sheet.content["scope"]
    assert len(every.content["cases"]) == 2


@pytest.mark.parametrize("language", ["zh_Hant", "zh_Hans"])
def test_R90_a_paper_that_is_posted_names_nobody(desk: Desk, language: str) -> None:
    said = {"complainant": NAMES[0], "course": f"{NAMES[0]}於A座12樓B室被困", "topic": "升降機"}
    course.registered(desk.by("lee"), **said)
    said = {"complainant": NAMES[1], "course": f"{NAMES[1]}投訴噪音", "about": "保安員何守正"}
    course.registered(desk.by("lee"), **said)
    period = replace(DAY, without_names=True)
    sheet = register(desk, FormCode.FOLLOW_UP_REGISTER, period, language)
    text = text_of(sheet.pdf)
    assert not any(name in text for name in NAMES)
    assert "12樓B室" not in text
    assert "何守正" not in text
    assert "升降機" in text
    cases = sheet.content["cases"]
    assert not any({"complainant", "room"} & one.keys() for one in cases)


# F7


def test_R148_the_month_in_figures_counts_and_cases(desk: Desk) -> None:
    closed = to.closed(desk)
    heard = CallbackEntry(
        CallbackHow.PHONE, CallbackOutcome.REACHED, None, "", Satisfaction.SATISFIED, ""
    )
    key = closed.detail
    callback.call_back(desk.by("chan"), key.id, key.version, heard)
    course.filed(desk.by("lee"), Severity.MAJOR)
    course.registered(desk.by("lee"), nature=Nature.VENTING)
    desk.clock.advance(dt.timedelta(days=11))
    told = register(desk, FormCode.MONTHLY_SUMMARY, MONTH).content
    assert told["figures"] == {
        "received": 3,
        "filed": 2,
        "explained": 0,
        "closed": 1,
        "still_open": 2,
        "overrun": 1,
        "called_back": 1,
        "satisfied": 1,
    }
    assert sum(count for *_kinds, count in told["counts"]) == 3
    assert ["venting", "minor", "quality", 1] in told["counts"]
    assert [one["number"] for one in told["cases"]] == sorted(
        one["number"] for one in told["cases"]
    )
    assert told["month"] == "2026-11-01"


def test_the_file_of_a_register_is_named_after_its_first_day(desk: Desk) -> None:
    names = [register(desk, form, MONTH).name for form in REGISTERS]
    assert names == [
        "disposal-record-2026-11-01",
        "follow-up-register-2026-11-01",
        "monthly-summary-2026-11-01",
        "service-figures-2026-11-01",
        "work-log-2026-11-01",
    ]


def test_a_month_is_whole_whichever_day_names_it() -> None:
    for day in (dt.date(2026, 2, 1), dt.date(2026, 2, 28)):
        assert Period.of_month(day) == Period(dt.date(2026, 2, 1), dt.date(2026, 2, 28))
    assert Period.of_month(dt.date(2028, 2, 3)).until == dt.date(2028, 2, 29)
    assert Period.of_month(dt.date(2026, 12, 31)).until == dt.date(2026, 12, 31)


# What they share


@pytest.mark.parametrize(
    ("form", "code", "titles"),
    [
        (FormCode.DISPOSAL_RECORD, "M2", ("投訴處置記錄表", "投诉处置记录表")),
        (FormCode.MONTHLY_SUMMARY, "M2", ("投訴記錄月總結表", "投诉记录月总结表")),
        (FormCode.MONTHLY_SUMMARY, "strictest", ("投訴記錄月總結表", "投诉记录月总结表")),
        (FormCode.FOLLOW_UP_REGISTER, "strictest", FOLLOWED),
    ],
)  # fmt: skip
def test_K11_a_register_has_the_title_of_the_policy_at_its_end(
    desk: Desk, form: FormCode, code: str, titles: tuple[str, str]
) -> None:
    policy.adopt(desk.admin, policy.profile(code), TODAY, "試行")
    for language, title in zip(("zh_Hant", "zh_Hans"), titles, strict=True):
        assert title in text_of(register(desk, form, MONTH, language).pdf)


def test_K11_a_register_of_former_days_keeps_the_title_it_had_then(desk: Desk) -> None:
    policy.adopt(desk.admin, policy.profile("M0"), TODAY, "試行")
    former = Period(TODAY - dt.timedelta(days=9), TODAY - dt.timedelta(days=9))
    told = register(desk, FormCode.DISPOSAL_RECORD, former).content
    assert told["title"] == "投訴處置記錄表"
    assert "title" not in register(desk, FormCode.DISPOSAL_RECORD).content


def test_a_period_that_ends_before_it_begins_is_refused(desk: Desk) -> None:
    reversed_period = Period(TODAY, TODAY - dt.timedelta(days=1))
    for form in (FormCode.DISPOSAL_RECORD, FormCode.FOLLOW_UP_REGISTER):
        assert refusal(lambda form=form: register(desk, form, reversed_period)) == [
            "paper.period.reversed"
        ]


def test_more_than_a_paper_holds_is_refused_and_nothing_is_cut_off(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    handed_out(desk, "甲", "乙", "丙")
    monkeypatch.setattr(paper_register, "MOST", 3)
    assert len(register(desk, FormCode.DISPOSAL_RECORD).content["sheets"]) == 3
    monkeypatch.setattr(paper_register, "MOST", 2)
    assert refusal(lambda: register(desk, FormCode.DISPOSAL_RECORD)) == ["paper.period.too_much"]


def test_a_register_that_changed_meanwhile_is_another(desk: Desk) -> None:
    handed_out(desk, "甲")
    first = register(desk, FormCode.DISPOSAL_RECORD)
    desk.clock.advance(dt.timedelta(minutes=5))
    assert register(desk, FormCode.DISPOSAL_RECORD).version == first.version
    handed_out(desk, "乙")
    assert register(desk, FormCode.DISPOSAL_RECORD).version != first.version


def test_a_register_is_logged_with_its_period_and_rows_and_belongs_to_no_record(
    desk: Desk,
) -> None:
    handed_out(desk, "甲")
    made = paper.print_register(desk.by("lee"), FormCode.DISPOSAL_RECORD, DAY, "zh_Hant")
    assert (made.number, made.reprint) == ("", 0)
    with desk.admin.reading() as reader:
        query = "SELECT form, record_id, json_extract(content, '$.since') FROM print_log"
        assert tuple(reader.exec_driver_sql(query).one()) == (
            "disposal_record",
            None,
            "2026-11-21",
        )


def test_every_register_asks_for_the_right_to_print(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    looker = desk.admin.signed_in_as(replace(desk.admin.actor, role=Role.QUALITY_SUPERVISOR))
    for form in REGISTERS:
        assert paper.prepare_register(looker, form, DAY, "zh_Hant").pdf
    monkeypatch.setattr(
        "desk.services.workplace.may", lambda _role, permission: permission == "read"
    )
    for form in REGISTERS:
        with pytest.raises(RuleRefused, match="permission"):
            paper.prepare_register(desk.admin, form, DAY, "zh_Hant")
