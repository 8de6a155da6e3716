"""Every paper of a case: what was entered is read back from the PDF, under the policy's title."""

import datetime as dt
import io
from dataclasses import replace

import pypdfium2
import pytest

from desk.clock import FixedClock
from desk.domain import personal_data
from desk.domain.callback import CallbackEntry, CallbackHow, CallbackOutcome, Satisfaction
from desk.domain.complaint import ContactMethod
from desk.domain.complaint_closing import TellEntry
from desk.domain.complaint_contact import SaidEntry
from desk.domain.permissions import Role
from desk.domain.policy import Act, Policy
from desk.domain.reception import Channel
from desk.errors import NotFound, RuleRefused
from desk.services import (
    callback,
    complaint_case,
    complaint_closing,
    complaint_contact,
    complaint_handling,
    paper,
    policy,
)
from desk.services import paper_case_words as words
from desk.services.complaint_case import Case
from desk.services.paper import CASE_FORMS, Destination, FormCode
from desk.services.paper_forms import BLANK
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services import paper_course
from tests.services.closing_course import Desk
from tests.services.paper_course import NAMES, Grave

SCRIPTS = ("zh_Hant", "zh_Hans")

# What the shipped policies call the papers (K11).
M2_TITLES = {
    "zh_Hant": ("客戶投訴意見表", "用戶投訴意見登記表", "投訴記錄表"),
    "zh_Hans": ("客户投诉意见表", "用户投诉意见登记表", "投诉记录表"),
}
M0_TITLES = {
    "zh_Hant": ("投訴登記表", "投訴處理記錄表"),
    "zh_Hans": ("投诉登记表", "投诉处理记录表"),
}


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


@pytest.fixture
def whole(desk: Desk) -> Grave:
    return paper_course.whole(desk)


def text_of(pdf: bytes) -> str:
    """Everything on the paper, without blanks and line breaks."""
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    try:
        found = "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()
    return squeezed(found)


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(desk: Desk, case: Case, form: FormCode, language: str) -> tuple[str, paper.Sheet]:
    sheet = paper.prepare(desk.by("lee"), form, case.detail.id, language)
    return text_of(sheet.pdf), sheet


def adopt(desk: Desk, rules: Policy) -> None:
    """These rules hold from today."""
    today = desk.admin.estate.custom.day(desk.admin.now())
    policy.adopt(desk.admin, rules, today, "試行")


def refusal(workplace: Workplace, form: FormCode, case: Case) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        paper.prepare(workplace, form, case.detail.id, "zh_Hant")
    return [one.code for one in refused.value.reasons]


# What was entered is what is read


def test_the_sheet_of_a_closed_case_says_all_that_is_known(desk: Desk, whole: Grave) -> None:
    detail = whole.case.detail
    entered = (detail.complainant, detail.contact, detail.place, detail.about, detail.course)
    for language in SCRIPTS:
        text, sheet = printed(desk, whole.case, FormCode.COMPLAINT_SHEET, language)
        for said in (*entered, detail.demand, detail.process, detail.result, "希望定期公佈"):
            assert squeezed(said) in text
        told = sheet.content
        assert told["called_in"] == ["supervisor"]
        assert (told["told_how"], told["called_back_how"]) == ("visit", "phone")
        assert (told["satisfaction"], told["called_back_by"]) == ("fair", "陳小明")
        assert {"told_at", "called_back_at"} <= told.keys()


def test_the_record_says_the_whole_case_from_filing_to_closing(desk: Desk, whole: Grave) -> None:
    facts, detail = whole.case.facts, whole.case.detail
    journal = ("查明原因", "李主管", "保養商今日到場檢查。", *NAMES, "零件須訂購")
    summary = (facts.why_it_happened, facts.what_was_learnt, facts.how_to_avoid)
    others = ("減免當月管理費", "1,200.50", "黃經理", "有住戶被困，屬服務不到位。", "R150", "R143")
    for language in SCRIPTS:
        text, sheet = printed(desk, whole.case, FormCode.COMPLAINT_RECORD, language)
        for said in (*journal, *summary, *others, detail.result):
            assert squeezed(said) in text, said
        told = sheet.content
        assert (told["filing"], told["filed_by"], told["closed_by"]) == ("filed", *["李美玲"] * 2)
        assert (told["verified_by"], told["hot"], told["told_how"]) == ("陳小明", True, "visit")
        assert all(holds for _condition, holds in told["conditions"])
        overrun = [one for one in told["limits"] if one.get("approver")]
        assert [(one["approver"], one["overrun"]) for one in overrun] == [("何總", True)]


def test_R146_the_corrective_action_says_what_was_written_done_and_verified(
    desk: Desk, whole: Grave
) -> None:
    written = ("門機皮帶老化斷裂", "更換皮帶", "皮帶每半年更換一次", "張工程師")
    for language in SCRIPTS:
        text, sheet = printed(desk, whole.case, FormCode.CORRECTIVE_ACTION, language)
        for said in (*written, "已更換，測試三十次正常", "抽查運行正常"):
            assert said in text
        assert (sheet.content["due_on"], sheet.content["verified_by"]) == ("2026-12-01", "陳小明")


def test_R93_the_special_report_says_what_was_written_and_how_the_case_went(
    desk: Desk, whole: Grave
) -> None:
    report = whole.case.facts.report
    assert report is not None
    written = (report.cause, report.handling, report.review, report.improvement, report.volume)
    for language in SCRIPTS:
        text, sheet = printed(desk, whole.case, FormCode.SPECIAL_REPORT, language)
        for said in written:
            assert squeezed(said) in text
        told = sheet.content
        assert (told["complainants"], told["impact"], told["written_by"]) == (3, "common", "林主管")
        assert "查明原因" in told["course"]


def test_R10_the_joint_report_names_everybody_and_whom_it_goes_to(desk: Desk, whole: Grave) -> None:
    for language, addressee in zip(SCRIPTS, ("公司投訴管理部門", "公司投诉管理部门"), strict=True):
        text, sheet = printed(desk, whole.case, FormCode.JOINT_REPORT, language)
        told = sheet.content
        assert all(name in text for name in NAMES)
        assert [one["name"] for one in told["complainants"]] == list(NAMES)
        assert told["addressee"] == addressee
        assert "同一部升降機" in told["demands"]
        assert "reported_at" not in told


def test_R10_a_report_that_was_handed_in_says_by_whom_and_when(desk: Desk) -> None:
    grave = Grave(desk)
    grave.begun()
    grave.joined()
    entry = SaidEntry(grave.now, "東區分公司", ContactMethod.LETTER, "已送達")
    case = grave.do("lee", complaint_contact.report_joint, entry, after=dt.timedelta())
    told = printed(desk, case, FormCode.JOINT_REPORT, "zh_Hant")[1].content
    assert told["reported_by"] == "李美玲"
    assert told["reported_at"] == grave.now.isoformat()


# Titles, rules and names are the policy's


@pytest.mark.parametrize("language", SCRIPTS)
def test_K11_the_title_is_the_policys_and_by_phone_another(desk: Desk, language: str) -> None:
    adopt(desk, policy.profile("M2"))
    sheet, by_phone, record = M2_TITLES[language]
    walked_in = course.registered(desk.by("lee"))
    called = course.registered(desk.by("lee"), channel=Channel.PHONE)
    for case, form, title in (
        (walked_in, FormCode.COMPLAINT_SHEET, sheet),
        (called, FormCode.COMPLAINT_SHEET, by_phone),
        (called, FormCode.COMPLAINT_RECORD, record),
    ):
        text, made = printed(desk, case, form, language)
        assert title in text
        assert made.content["title"] == title


@pytest.mark.parametrize("language", SCRIPTS)
def test_K11_another_manual_calls_the_same_papers_otherwise(desk: Desk, language: str) -> None:
    adopt(desk, policy.profile("M0"))
    sheet, record = M0_TITLES[language]
    case = course.registered(desk.by("lee"), channel=Channel.PHONE)
    assert sheet in printed(desk, case, FormCode.COMPLAINT_SHEET, language)[0]
    assert record in printed(desk, case, FormCode.COMPLAINT_RECORD, language)[0]
    assert sheet in text_of(paper.prepare_blank(desk.admin, FormCode.COMPLAINT_SHEET, language).pdf)


def test_K11_without_a_title_the_paper_has_its_own_name(desk: Desk) -> None:
    adopt(desk, replace(policy.profile("M2"), forms=()))
    case = course.registered(desk.by("lee"))
    text, sheet = printed(desk, case, FormCode.COMPLAINT_SHEET, "zh_Hant")
    assert "客戶投訴意見表" in text
    assert "title" not in sheet.content


def test_K1_the_levels_and_the_rules_stand_as_the_policy_of_the_case_names_them(
    desk: Desk,
) -> None:
    adopt(desk, policy.profile("M0"))
    case = course.registered(desk.by("lee"))
    adopt(desk, policy.profile("M2"))
    text, _sheet = printed(desk, case, FormCode.COMPLAINT_SHEET, "zh_Hant")
    level = case.policy.severity("important").labels["zh_Hant"]
    assert (level, policy.profile("M2").severity("important").labels["zh_Hant"]) == ("一般", "重要")
    assert level in text
    assert "重要" not in text
    assert squeezed(case.policy.labels["zh_Hant"]) in text
    assert case.kept.number == 2


def test_what_todays_policy_calls_a_paper_is_what_the_window_calls_it() -> None:
    bare: Policy = replace(policy.profile("M2"), forms=())
    assert paper.name_of(bare, FormCode.COMPLAINT_SHEET) == "Customer complaint sheet"
    named = policy.profile("M2").title(Act.RECORD)
    assert named is not None
    said = paper.name_of(policy.profile("M2"), FormCode.COMPLAINT_RECORD)
    assert said == named.labels["en"]


# What there is nothing of is not printed


def test_a_paper_that_nobody_wrote_says_what_to_do_first(desk: Desk) -> None:
    case = course.registered(desk.by("lee"))
    assert refusal(desk.admin, FormCode.SPECIAL_REPORT, case) == ["paper.special_report.missing"]
    assert refusal(desk.admin, FormCode.CORRECTIVE_ACTION, case) == [
        "paper.corrective_action.missing"
    ]
    assert refusal(desk.admin, FormCode.JOINT_REPORT, case) == ["complaint.joint.too_few"]


def test_a_case_that_is_not_there_is_said_to_be(workplace: Workplace) -> None:
    for form in CASE_FORMS:
        for key in (77, "C2026-000077", paper.LATEST):
            with pytest.raises(NotFound):
                paper.prepare(workplace, form, key, "zh_Hant")


def test_a_complaint_not_yet_judged_has_a_record_to_be_filled_by_hand(desk: Desk) -> None:
    case = course.registered(desk.by("lee"))
    told = printed(desk, case, FormCode.COMPLAINT_RECORD, "zh_Hant")[1].content
    assert told["filing"] == "pending"
    assert not {"conditions", "filed_at", "closed_by", "told_at"} & told.keys()


# The log, the reprint, the right to print


def test_each_print_is_logged_with_what_it_said_and_counted_by_its_form(
    desk: Desk, whole: Grave
) -> None:
    lee, detail = desk.by("lee"), whole.case.detail
    for form in CASE_FORMS:
        first = paper.prepare(lee, form, detail.number, "zh_Hans")
        assert first.reprint == 0
        paper.log_print(lee, first, Destination.PRINTER)
        row = paper.prints_of(lee, "complaint", detail.id)[0]
        assert (row.form, row.number) == (form, detail.number)
        assert row.content == personal_data.masked_paper(form, first.content)
        assert (row.template_version, row.digest) == (first.template_version, first.digest)
        again = paper.print_record(lee, form, detail.id, "zh_Hant")
        assert again.reprint == 1
        assert "補印" in text_of(again.pdf)


def test_every_paper_of_a_case_asks_for_the_right_to_print(
    desk: Desk, whole: Grave, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desk.services.workplace.may", lambda _role, permission: permission == "read"
    )
    for form in CASE_FORMS:
        with pytest.raises(RuleRefused, match="permission"):
            paper.prepare(desk.admin, form, whole.case.detail.id, "zh_Hant")
        with pytest.raises(RuleRefused, match="permission"):
            paper.prepare_blank(desk.admin, form, "zh_Hant")


def test_whoever_only_looks_may_print_what_the_record_shows(desk: Desk, whole: Grave) -> None:
    actor = replace(desk.admin.actor, role=Role.QUALITY_SUPERVISOR)
    looker = desk.admin.signed_in_as(actor)
    for form in CASE_FORMS:
        assert paper.prepare(looker, form, whole.case.detail.id, "zh_Hant").number


def test_a_case_changed_meanwhile_has_another_version(desk: Desk) -> None:
    grave = Grave(desk)
    before = printed(desk, grave.case, FormCode.COMPLAINT_RECORD, "zh_Hant")[1]
    grave.begun()
    after = printed(desk, grave.case, FormCode.COMPLAINT_RECORD, "zh_Hant")[1]
    assert after.version > before.version


@pytest.mark.parametrize("language", paper.LANGUAGES)
def test_every_form_is_printed_blank_and_logged_without_a_record(
    workplace: Workplace, language: str
) -> None:
    for form in BLANK:
        made = paper.print_blank(workplace, form, language)
        assert (made.number, made.reprint, made.pdf[:4]) == ("", 0, b"%PDF")
        assert made.log_id


# The tables of the record


def test_what_another_level_took_away_before_it_ran_out_is_not_on_the_paper(desk: Desk) -> None:
    grave = Grave(desk)
    grave.begun()
    said = [one.what for one in words.limits(grave.case)]
    gone = [one for one in grave.case.clocks if one.ended_at and not one.is_missed(one.ended_at)]
    assert gone
    assert not any(words.limit_words(grave.case, one) in said for one in gone)


def test_K19_what_ran_out_before_another_level_took_over_still_counts(desk: Desk) -> None:
    grave = Grave(desk)
    case = course.file(desk.by("lee"), grave.case)
    grave.case = case
    desk.clock.advance(dt.timedelta(days=3))
    grave.regrade("有住戶被困")
    (missed,) = [one for one in grave.case.clocks if one.code == "solve.minor"]
    limits = {one.what: one for one in words.limits(grave.case)}
    assert limits[words.limit_words(grave.case, missed)].overrun


def test_R137_what_was_raised_by_itself_says_so_among_the_judgements(desk: Desk) -> None:
    grave = Grave(desk)
    grave.case = course.file(desk.by("lee"), grave.case)
    desk.clock.advance(dt.timedelta(days=32))
    complaint_case.promote_due(desk.admin)
    case = complaint_case.get(desk.admin, grave.case.detail.id)
    (one,) = words.judged(case, ())
    assert (one.what, one.why, one.by) == (
        "Severity: Minor → Major",
        "Unsolved for too long",
        "",
    )


def test_work_done_over_is_told_and_called_back_about_anew(desk: Desk, whole: Grave) -> None:
    other = Grave(desk)
    other.begun()
    other.handled()
    told = TellEntry(ContactMethod.PHONE, NAMES[0], None, "已修復")
    other.do("lee", complaint_closing.tell_result, told)
    heard = CallbackEntry(
        CallbackHow.PHONE,
        CallbackOutcome.REACHED,
        satisfaction=Satisfaction.DISSATISFIED,
        opinion="又停機",
    )
    case = other.do("chan", callback.call_back, heard)
    said = printed(desk, case, FormCode.COMPLAINT_SHEET, "zh_Hant")[1].content
    assert {"told_at", "called_back_at"} <= said.keys()
    again = complaint_handling.ReworkEntry(other.now, "又停機")
    case = other.do("lam", complaint_handling.rework, again, after=dt.timedelta())
    said = printed(desk, case, FormCode.COMPLAINT_SHEET, "zh_Hant")[1].content
    assert not {"told_at", "result", "called_back_at", "satisfaction"} & said.keys()
