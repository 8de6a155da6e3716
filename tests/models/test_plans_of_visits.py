"""What a visit goes on in is found by its id alone, however many records there are."""

from collections.abc import Callable

import pytest

from desk.models.lists import Reader, visit_course
from desk.services.workplace import Workplace
from tests.services.statements import plans

READ: tuple[tuple[Callable[[Reader], object], tuple[str, ...]], ...] = (
    (
        lambda reader: visit_course.of_complaint(reader, 1),
        ("INTEGER PRIMARY KEY (rowid=?)", "(complaint_id=?)"),
    ),
    (lambda reader: visit_course.goes_on(reader, 1), ("(reception_id=?)",)),
    (lambda reader: visit_course.outcomes(reader, 1), ("(reception_id=?)",) * 3),
)


@pytest.mark.parametrize(("read", "by"), READ)
def test_no_table_is_walked(
    workplace: Workplace, read: Callable[[Reader], object], by: tuple[str, ...]
) -> None:
    with workplace.reading() as reader:
        found = plans(reader, lambda: read(reader))
    for plan, index in zip(found, by, strict=True):
        assert index in plan
        assert "(state=?)" not in plan
        assert "SCAN" not in plan
