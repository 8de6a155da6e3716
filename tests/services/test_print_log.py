"""The print log as it is read."""

import dataclasses
import importlib
import pkgutil
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import pytest
from sqlalchemy import Connection

from desk.clock import FixedClock
from desk.domain.paper import Outcome
from desk.domain.permissions import Role
from desk.errors import NotFound
from desk.models.lists import print_log as print_list
from desk.models.lists.print_log import Filter
from desk.printing import forms
from desk.services import complaint, paper, print_log
from desk.services.paper import Asked, FormCode
from desk.services.print_log import PrintFilter
from desk.services.workplace import Workplace
from desk.wording import LABELS
from tests.services.statements import sent
from tests.services.test_complaint import WHOLE

entries = partial(print_list.entries, after=None, limit=50)
SHEET, RECORD = FormCode.COMPLAINT_SHEET, FormCode.COMPLAINT_RECORD


@pytest.fixture
def printed(workplace: Workplace, clock: FixedClock) -> list[int]:
    """A sheet and a record of one case, a sheet of another a day later, and a blank one."""
    first, second = (complaint.register(workplace, WHOLE) for _n in range(2))
    ids = [
        paper.print_record(workplace, form, first.id, "zh_Hant").log_id for form in (SHEET, RECORD)
    ]
    clock.advance(timedelta(days=1))
    sheet = paper.prepare(workplace, SHEET, second.id, Asked("zh_Hans", copies=2))
    ids.append(paper.send(workplace, sheet, "Counter").log_id)
    ids.append(paper.print_blank(workplace, SHEET, "en").log_id)
    return ids


def found(workplace: Workplace, **wanted: object) -> list[int]:
    return [one.id for one in print_log.page(workplace, PrintFilter(**wanted)).rows]  # type: ignore[arg-type]


def test_the_log_is_read_newest_first_page_after_page(
    workplace: Workplace, printed: list[int]
) -> None:
    seen: list[int] = []
    after = None
    while True:
        part = print_log.page(workplace, PrintFilter(), after, 1)
        seen += [one.id for one in part.rows]
        after = part.next_key  # type: ignore[assignment]
        if after is None:
            break
    assert seen == printed[::-1] == found(workplace)


def test_it_is_narrowed(workplace: Workplace, printed: list[int]) -> None:
    one, two, three, four = printed
    assert found(workplace, form=RECORD) == [two]
    assert found(workplace, outcome=Outcome.ASKED) == [three]
    assert found(workplace, outcome=Outcome.FAILED) == []
    assert found(workplace, first_day=date(2026, 11, 22)) == [four, three]
    assert found(workplace, last_day=date(2026, 11, 21)) == [two, one]
    assert found(workplace, clerk_id=workplace.actor.id + 1) == []
    assert found(workplace, clerk_id=workplace.actor.id, form=SHEET) == [four, three, one]
    assert print_log.clerks(workplace) == ((workplace.actor.id, workplace.actor.name),)


@pytest.mark.parametrize(
    "text", ["C2026-000002", "c2026000002", "000002", " c2026-000002 ", "Ｃ２０２６０００００２"]
)
def test_a_number_is_found_as_people_write_it(
    workplace: Workplace, printed: list[int], text: str
) -> None:
    assert found(workplace, number=text) == [printed[2]]


def test_a_number_is_found_by_what_the_scanner_reads(
    workplace: Workplace, printed: list[int]
) -> None:
    code = str(print_log.get(workplace, printed[2]).row.content["scan_code"])
    assert found(workplace, number=code) == [printed[2]]
    assert found(workplace, number="%") == found(workplace, number="C2026_000002") == []


def test_a_batch_is_found_whole(
    workplace: Workplace, printed: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("batch") / "batch.pdf"
    batch = paper.print_blanks(workplace, "zh_Hant", file=file)
    assert len(found(workplace, batch=batch.id)) == len(batch.numbers)


def test_one_print_tells_its_values_in_words(workplace: Workplace, printed: list[int]) -> None:
    detail = print_log.get(workplace, printed[2])
    told = {line.label: line.value for line in detail.lines}
    values = set(told.values())
    assert detail.has_pages
    assert "1" in detail.rules
    assert {WHOLE.complainant, WHOLE.course, "Minor"} <= values
    assert "21/11/2026 14:30" in values or "21 Nov 2026 14:30" in " ".join(values)
    assert detail.row.content["scan_code"] not in values


def test_a_table_of_a_paper_stands_in_lines_below_its_name(
    workplace: Workplace, printed: list[int]
) -> None:
    lines = print_log.get(workplace, printed[1]).lines
    assert any(line.depth for line in lines)
    assert all(line.value for line in lines if line.depth)


def test_a_print_there_is_not_is_not_found(workplace: Workplace) -> None:
    with pytest.raises(NotFound):
        print_log.get(workplace, 7)
    assert workplace.actor.role is Role.ADMINISTRATOR


def test_every_value_of_every_form_is_called_by_a_name() -> None:
    classes = [
        form.FORM.data
        for one in pkgutil.iter_modules(forms.__path__)
        if hasattr(form := importlib.import_module(f"{forms.__name__}.{one.name}"), "FORM")
    ]
    names = {field.name for one in classes for field in dataclasses.fields(one)}
    said = set(LABELS["print_value"]) | {"job", "title", "number", "scan_code"}
    assert len(classes) > 8
    assert names - said == set()


@pytest.mark.parametrize(
    ("look", "index"),
    [
        (partial(entries, wanted=Filter()), "printed_at_id"),
        (partial(entries, wanted=Filter(form=SHEET)), "form"),
        (partial(entries, wanted=Filter(clerk_id=1)), "clerk"),
        (partial(entries, wanted=Filter(outcome="asked")), "asked"),
        (partial(entries, wanted=Filter(outcome="failed")), "failed"),
        (partial(entries, wanted=Filter(number="000002")), "number"),
        (print_list.unanswered, "asked"),
        (print_list.clerks, "clerk"),
    ],
)
def test_no_look_at_the_log_reads_it_whole(
    workplace: Workplace, printed: list[int], look: Callable[[Connection], object], index: str
) -> None:
    with workplace.reading() as reader:
        with sent(reader) as seen:
            look(reader)
        words, given = seen[-1]
        plan = [row[3] for row in reader.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}", given)]
    assert any(f"ix_print_log_{index}" in step for step in plan), plan
