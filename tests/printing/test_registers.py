"""What single papers owe to their clauses."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desk import i18n
from desk.domain.callback import CallbackHow, Satisfaction
from desk.domain.complaint import ContentClass, Nature, Severity
from desk.domain.coordination_slip import SlipCause
from desk.domain.policy import Post
from desk.printing.forms import (
    complaint_record,
    complaint_sheet,
    coordination_slip,
    disposal_record,
    follow_up_register,
    joint_report,
    monthly_summary,
)
from desk.printing.forms.complaint_tables import TimeLimit
from desk.printing.forms.disposal_record import DisposalRecord
from desk.printing.forms.monthly_summary import MonthlySummary
from desk.printing.job import PolicyNames
from desk.printing.ops import Glyphs, Line, Page, Polyline
from desk.printing.papers import MM
from tests.printing.case_samples import at, disposal, follow_up, joint, month, record, slip
from tests.printing.checks import squeezed, writing
from tests.printing.samples import JOBS, filled


def ticked(pages: list[Page]) -> list[str]:
    """The words beside the ticks."""
    found = []
    for page in pages:
        words = [op for op in page.ops if isinstance(op, Glyphs)]
        for tick in (op for op in page.ops if isinstance(op, Polyline)):
            x, y = tick.points[2][0], tick.points[0][1]
            beside = [op for op in words if abs(op.y - y) < 8 and 0 < op.x - x < 8]
            found.append(min(beside, key=lambda op: op.x - x).text)
    return found


def laid(form: object, data: object, language: str = "zh_Hant") -> list[Page]:
    with i18n.speaking(language):
        return form.lay(data, language)  # type: ignore[attr-defined, no-any-return]


# F5


def test_the_sheets_receiver_has_room_to_sign_where_nobody_has_signed() -> None:
    for data in (disposal("zh_Hant"), DisposalRecord(job=JOBS["zh_Hant"])):
        [page] = laid(disposal_record, data)
        edges = sorted({op.y1 for op in page.ops if isinstance(op, Line) and op.y1 == op.y2})
        rows = [high - low for low, high in pairwise(edges)][:-2]
        assert len(rows) > 8
        assert min(rows) >= 11 * MM - 0.01
    assert writing(laid(disposal_record, disposal("zh_Hant"))[0]).count("李大文") == 4


def test_a_register_of_many_sheets_has_its_head_on_every_page() -> None:
    pages = laid(disposal_record, disposal("zh_Hant", 60))
    assert len(pages) > 4
    assert all("領表人簽收" in writing(page) for page in pages)
    written = " ".join(map(writing, pages))
    assert [n for n in range(60) if f"C2026-{45 + n:06}" not in written] == []


@pytest.mark.parametrize("form", [disposal_record, follow_up_register])
def test_a_register_lies_on_its_long_side_and_has_no_number(form: object) -> None:
    data = disposal("zh_Hant") if form is disposal_record else follow_up("zh_Hant")
    for page in laid(form, data):
        assert page.width > page.height
        assert "補錄人" not in writing(page)
        assert "編號" not in [op.text.strip() for op in page.ops if isinstance(op, Glyphs)]


# F13


def test_the_register_counts_what_is_closed() -> None:
    assert "6 宗（銷項 3 宗）" in writing(laid(follow_up_register, follow_up("zh_Hant"))[0])


def test_a_register_without_names_has_none() -> None:
    cases = tuple(replace(one, room="", complainant="") for one in follow_up("zh_Hant").cases)
    pages = laid(follow_up_register, replace(follow_up("zh_Hant"), cases=cases))
    assert not any("郭" in writing(page) or "A座12樓" in writing(page) for page in pages)


@pytest.mark.parametrize("count", range(1, 40, 2))
def test_the_registers_signatures_never_stand_alone(count: int) -> None:
    last = writing(laid(follow_up_register, follow_up("zh_Hant", count))[-1])
    assert f"C2026-{44 + count:06}" in last
    assert "管理處負責人檢查" in last


# F7


def counted(pages: list[Page]) -> list[str]:
    """The figures of the table of counts, in the order they are drawn."""
    words = [op for op in pages[0].ops if isinstance(op, Glyphs)]
    rows = [op for op in words if op.text in ("輕微", "重要", "重大", "一般")]
    return [
        op.text
        for row in rows
        for op in words
        if abs(op.y - row.y) < 0.1 and op.x > row.x and op is not row
    ]


def test_the_counts_stand_in_their_cells_and_are_summed_up() -> None:
    figures = counted(laid(monthly_summary, month("zh_Hant")))
    assert figures[:5] == ["6", "—", "4", "—", "10"]
    assert figures[5:10] == ["1", "—", "—", "—", "1"]
    written = writing(laid(monthly_summary, month("zh_Hant"))[0])
    assert "合計 7 2 7 7 23" in written


def test_a_month_without_counts_is_left_to_be_written() -> None:
    assert counted(laid(monthly_summary, MonthlySummary(job=JOBS["zh_Hant"]))) == []


def test_a_count_is_told_by_nature_severity_and_content_together() -> None:
    only = ((Nature.VENTING, Severity.MAJOR, ContentClass.ATTITUDE, 3),)
    figures = counted(laid(monthly_summary, replace(month("zh_Hant"), counts=only)))
    rows = [figures[start : start + 5] for start in range(0, 60, 5)]
    assert [row for row in rows if row != ["—"] * 5] == [["—", "3", "—", "—", "3"]]
    assert rows[-1] == ["—", "3", "—", "—", "3"]


# F15


def test_everybody_who_complains_has_a_line_to_sign_on() -> None:
    pages = laid(joint_report, joint("zh_Hant", 40))
    written = " ".join(map(writing, pages))
    assert [n for n in range(1, 41) if f" {n} " not in written] == []
    assert "聯名人數 40" in written
    assert all("簽名" in writing(page) for page in pages[:-1])


def test_the_report_goes_to_the_branch_company_where_nobody_else_is_named() -> None:
    [page] = laid(joint_report, replace(joint("zh_Hant"), addressee=""))
    assert "分公司投訴管理部門" in writing(page)


# F17


@pytest.mark.parametrize(
    ("cause", "words"),
    [
        (SlipCause.SEVERAL_DEPARTMENTS, "涉及多個部門"),
        (SlipCause.WRONG_HANDOVER, "錯誤移交"),
    ],
)
def test_the_slip_says_why_it_was_filled(cause: SlipCause, words: str) -> None:
    assert words in ticked(laid(coordination_slip, replace(slip("zh_Hant"), cause=cause)))


def test_the_slip_names_the_lead_department_and_each_ones_task() -> None:
    [page] = laid(coordination_slip, slip("zh_Hant"))
    written = squeezed(writing(page))
    for wanted in ("主辦部門工程部李大文", "抹乾十二樓走廊積水，放置警示牌。", "首問人員"):
        assert wanted in written


# F6


def test_an_overrun_says_who_allowed_it() -> None:
    late = TimeLimit("重要", at(24), at(25), overrun=True, approver="歐陽靖")
    data = replace(record("zh_Hant"), limits=(late,), agreed_by="")
    written = " ".join(map(writing, laid(complaint_record, data)))
    assert "逾期 歐陽靖" in written
    met = replace(late, overrun=False, approver="")
    written = " ".join(map(writing, laid(complaint_record, replace(data, limits=(met,)))))
    assert "逾期 " not in written.replace("逾期批准人", "")


def test_only_the_conditions_that_hold_are_ticked() -> None:
    data = replace(record("zh_Hant"), conditions=(("已核實", True), ("已告知結果", False)))
    marks = ticked(laid(complaint_record, data))
    assert "已核實" in marks
    assert "已告知結果" not in marks


# F4


def test_who_was_called_in_is_ticked_by_post_or_by_name() -> None:
    called = (Post.SUPERVISOR, "歐陽靖")
    marks = ticked(laid(complaint_sheet, filled("zh_Hant", called_in=called)))
    assert "客服主管" in marks
    assert "歐陽靖" in marks
    assert "物業部經理" not in marks


def test_the_posts_are_called_as_the_policy_calls_them() -> None:
    names = PolicyNames(posts={Post.SUPERVISOR: "客戶服務中心主管"})
    job = replace(JOBS["zh_Hant"], names=names)
    [page] = laid(complaint_sheet, filled("zh_Hant", job=job))
    assert "客戶服務中心主管" in writing(page)


def test_a_callback_stands_where_it_would_be_written() -> None:
    sheet = filled(
        "zh_Hant",
        called_back_by="黃小明",
        called_back_at=at(25),
        called_back_how=CallbackHow.VISIT,
        satisfaction=Satisfaction.FAIR,
        opinion="謝謝。",
    )
    pages = laid(complaint_sheet, sheet)
    marks = ticked(pages)
    assert marks.count("基本滿意") == 1
    assert "滿意" not in marks
    assert "當面" in marks
    written = squeezed(writing(pages[0]))
    for wanted in ("黃小明", "115/11/2509:15", "謝謝。"):
        assert wanted in written
