"""The special report on a real database: its own gapless volume, one a case (R93, F14)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from desk.clock import FixedClock
from desk.domain.complaint import Severity
from desk.errors import RuleRefused, StaleRecord
from desk.services import complaint_case, special_report
from desk.services.complaint_case import Case
from desk.services.special_report import SpecialReportEntry
from desk.services.workplace import Workplace
from tests.services import case_course as course
from tests.services import closing_course as to
from tests.services.closing_course import Desk

ENTRY = SpecialReportEntry("水泵老化", "更換水泵", "處理及時", "每月檢查")


@pytest.fixture
def desk(workplace: Workplace, clock: FixedClock) -> Desk:
    return to.opened(workplace, clock)


def write(desk: Desk, case: Case, entry: SpecialReportEntry = ENTRY) -> Case:
    return special_report.write(desk.by("lee"), case.detail.id, case.detail.version, entry)


def refusal(deed: Callable[[], object]) -> list[str]:
    with pytest.raises(RuleRefused) as refused:
        deed()
    return [one.code for one in refused.value.reasons]


def test_r93_each_report_stands_in_its_own_volume_without_gaps(desk: Desk) -> None:
    first, second = (to.handled(desk, Severity.MAJOR) for _turn in range(2))
    after = write(desk, first)
    assert refusal(lambda: write(desk, second, replace(ENTRY, cause=""))) == [
        "special_report.cause.missing"
    ]
    other = write(desk, second)
    assert after.facts.report is not None
    assert other.facts.report is not None
    assert (after.facts.report.volume, other.facts.report.volume) == (
        "S2026-000001",
        "S2026-000002",
    )
    assert (after.facts.report.cause, after.facts.report.written_by) == ("水泵老化", "李美玲")


def test_one_report_a_case(desk: Desk) -> None:
    case = write(desk, to.handled(desk, Severity.MAJOR))
    assert refusal(lambda: write(desk, case)) == ["special_report.written"]


def test_it_is_corrected_under_its_number_and_its_history_keeps_what_it_said(desk: Desk) -> None:
    case = write(desk, to.handled(desk, Severity.MAJOR))
    better = replace(ENTRY, improvement="每週檢查")
    after = special_report.correct(desk.by("lam"), case.detail.id, case.detail.version, better)
    assert case.facts.report is not None
    assert after.facts.report == replace(case.facts.report, improvement="每週檢查")
    with desk.admin.reading() as reader:
        rows = reader.exec_driver_sql(
            "SELECT deed FROM history WHERE kind = 'special_report' ORDER BY id"
        )
        assert [row[0] for row in rows] == ["created", "changed"]


def test_nothing_is_corrected_that_was_not_written_or_says_nothing(desk: Desk) -> None:
    bare = to.handled(desk, Severity.MAJOR)
    written = write(desk, to.handled(desk, Severity.MAJOR))
    for case, entry, code in (
        (bare, ENTRY, "special_report.not_written"),
        (written, replace(ENTRY, review=""), "special_report.review.missing"),
    ):
        key, version = case.detail.id, case.detail.version
        assert refusal(
            lambda k=key, v=version, e=entry: special_report.correct(desk.by("lee"), k, v, e)  # type: ignore[misc]
        ) == [code]


def test_a_report_over_somebody_elses_is_refused(desk: Desk) -> None:
    case = to.handled(desk, Severity.MAJOR)
    write(desk, case)
    with pytest.raises(StaleRecord):
        write(desk, case)
    assert case.detail.version < to.now(desk, case).detail.version


def test_r88_a_hot_case_has_one_and_a_minor_one_has_none(desk: Desk) -> None:
    assert refusal(lambda: write(desk, to.handled(desk))) == ["special_report.not_asked"]
    lee = desk.by("lee")
    hot = course.handled(lee, course.file(lee, course.registered(lee, hot=True)))
    assert write(desk, hot).facts.report is not None


def test_it_is_owed_from_the_closing_until_it_is_written(desk: Desk) -> None:
    lee = desk.by("lee")
    hot = course.handled(lee, course.file(lee, course.registered(lee, hot=True)))
    assert "special_report" not in {one.code for one in hot.clocks}
    case = to.attested(desk, hot)
    closed = to.closing.close(lee, case.detail.id, case.detail.version, "已清潔")
    (clock,) = (one for one in closed.clocks if one.code == "special_report")
    assert clock.is_open
    written = write(desk, closed)
    (clock,) = (one for one in written.clocks if one.code == "special_report")
    assert (clock.is_open, complaint_case.get(lee, case.detail.id).detail.state) == (
        False,
        "closed",
    )
