"""The move-ins of the sample estate: some of each state."""

from operator import attrgetter

import pytest

from desk.domain.estate import Region
from desk.domain.inspection import Signer, Verdict
from desk.domain.meter import MeterKind
from desk.domain.move_in import State
from desk.domain.move_in_rule import Arrival
from desk.domain.today import Section
from desk.services import defect, inspection, move_in, today
from desk.services.move_in import MoveInFilter
from tests.services.conftest import Sample


@pytest.mark.parametrize("region", Region)
def test_cases_in_hand_and_filed_are_there_to_be_looked_at(sample: Sample, region: Region) -> None:
    workplace = sample(region)
    rows = move_in.page(workplace, MoveInFilter()).rows
    assert {row.state for row in rows} == {State.OPEN, State.FILED}
    assert {row.arrival for row in rows} == {"owner", "tenant"}
    assert [row.number for row in reversed(rows)] == [
        f"M2026-{number:06d}" for number in range(1, len(rows) + 1)
    ]
    open_ones = [move_in.get(workplace, row.id) for row in rows if row.state == State.OPEN]
    codes = {reason.code for one in open_ones for reason in one.missing}
    assert {"move_in.document.missing", "move_in.document.doubtful"} <= codes
    assert {"move_in.fee.look", "move_in.fee.unpaid", "move_in.keys.missing"} <= codes
    parts = {one.section: one.rows for one in today.day(workplace).parts}
    assert {row.clock for row in parts[Section.MOVE_INS]} == {"visit"}


@pytest.mark.parametrize("region", Region)
def test_r30_each_kind_of_arrival_has_a_home_gone_through_and_signed(
    sample: Sample, region: Region
) -> None:
    workplace = sample(region)
    rows = move_in.page(workplace, MoveInFilter()).rows
    with workplace.reading() as reader:
        found = {row.number: inspection.of_move_in(reader, row.id) for row in rows}
    walked = [one for one in found.values() if one is not None]
    arrivals = {row.arrival for row in rows if found[row.number] is not None}
    assert arrivals == {Arrival.OWNER, Arrival.TENANT}
    for one in walked:
        assert {item.verdict for item in one.items} == {Verdict.PASS, Verdict.FAIL}
        assert one.facts.metered == set(MeterKind)
        assert set(one.facts.signatures) == set(Signer)
    assert None in found.values()


@pytest.mark.parametrize("region", Region)
def test_r35_defects_are_numbered_as_homes_were_gone_through(
    sample: Sample, region: Region
) -> None:
    workplace = sample(region)
    rows = inspection.page(workplace, inspection.Filter()).rows
    told = sorted((one.begun_at, one.number) for one in rows)
    assert [number for _moment, number in told] == sorted(one.number for one in rows)
    defects = defect.page(workplace, defect.DefectFilter(states=())).rows
    moments = [one.found_at for one in sorted(defects, key=attrgetter("number"))]
    assert moments == sorted(moments)
