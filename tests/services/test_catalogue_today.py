"""What runs out stands on the first page so many days before as the policy says (R106, R239)."""

from desk.clock import FixedClock
from desk.domain.today import Section
from desk.services import find, today
from desk.services.workplace import Workplace
from tests.services.catalogue_course import (
    TAP,
    company,
    drafted,
    plumber,
    with_company,
    with_household,
)
from tests.services.conftest import Household
from tests.services.key_course import DAY


def lines(workplace: Workplace) -> list[tuple[str, str, str]]:
    parts = {part.section: part.rows for part in today.day(workplace).parts}
    return [(one.clock, one.who, one.what) for one in parts[Section.EXPIRING]]


def test_what_runs_out_is_on_the_first_page_from_its_notice_on(
    workplace: Workplace, clock: FixedClock
) -> None:
    plumber(workplace)
    with_company(workplace, company(workplace).id)
    certificate = ("certificate", "黃志強", "水電 電工證")
    assert lines(workplace) == [certificate]
    clock.moment += 9 * DAY
    assert lines(workplace) == [certificate]
    clock.moment += DAY
    assert lines(workplace) == [
        certificate,
        ("agreement.ends", "永安機電工程有限公司", "空調保養、電器維修"),
    ]
    clock.moment += 60 * DAY
    assert len(lines(workplace)) == 2


def test_the_search_box_finds_them_by_their_numbers(
    workplace: Workplace, household: Household
) -> None:
    drafted(workplace, TAP)
    with_company(workplace, company(workplace).id)
    with_household(workplace, household.unit_id)
    for typed, kind, state in (
        ("B2026-1", "price_board", "draft"),
        ("v2026-000001", "supplier_agreement", "in_force"),
        ("W2026-000001", "service_agreement", "in_force"),
    ):
        found = find.find(workplace, typed)
        assert found.exact is not None
        assert (found.exact_kind, found.exact.state) == (kind, state)
    assert find.find(workplace, "V2026-9").exact is None
